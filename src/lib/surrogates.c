/* surrogates.c - escapes of JSON that are half a character. */
#include "config.h"

#include <stdbool.h>

#include "surrogates.h"

/* The code unit of "\uXXXX" at p; -1 if there is none. */
static int
unit_at(const char *p, const char *end)
{
	int unit = 0, i;

	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return -1;
	for (i = 2; i < 6; i++) {
		char c = p[i] | 0x20;

		if (p[i] >= '0' && p[i] <= '9')
			unit = unit * 16 + p[i] - '0';
		else if (c >= 'a' && c <= 'f')
			unit = unit * 16 + c - 'a' + 10;
		else
			return -1;
	}
	return unit;
}

static bool
is_surrogate(int unit, int first)
{
	return unit >= first && unit < first + 0x400;
}

size_t
surrogates_mend(struct buf *out, struct text t)
{
	const char *p = t.p, *end = t.p + t.len, *from = p;
	size_t n = 0;

	while ((p = memchr(p, '\\', (size_t)(end - p))) != NULL) {
		int unit = unit_at(p, end);

		if (unit < 0) {
			p += end - p > 1 ? 2 : 1;
		} else if (is_surrogate(unit, 0xD800) &&
			is_surrogate(unit_at(p + 6, end), 0xDC00)) {
			p += 12;
		} else {
			if (is_surrogate(unit, 0xD800) ||
				is_surrogate(unit, 0xDC00)) {
				buf_add(out, from, (size_t)(p - from));
				buf_adds(out, "\\ufffd");
				n++;
				from = p + 6;
			}
			p += 6;
		}
	}
	if (n > 0)
		buf_add(out, from, (size_t)(end - from));
	return n;
}
