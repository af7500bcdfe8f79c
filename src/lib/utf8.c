/* utf8.c - decode, encode, validate, repair. */
#include "config.h"

#include <stdbool.h>

#include "latin.h"
#include "utf8.h"

static bool
is_tail(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

/*
 * How long the sequence that a lead byte announces is, and the bounds of its
 * second byte, which exclude overlongs, surrogates and what lies above
 * U+10FFFF (Unicode 15, table 3-7). 0 for a byte that cannot lead.
 */
static size_t
lead(unsigned char c, unsigned char *low, unsigned char *high)
{
	*low = 0x80;
	*high = 0xBF;
	if (c >= 0xC2 && c <= 0xDF)
		return 2;
	if (c >= 0xE0 && c <= 0xEF) {
		if (c == 0xE0)
			*low = 0xA0;
		else if (c == 0xED)
			*high = 0x9F;
		return 3;
	}
	if (c >= 0xF0 && c <= 0xF4) {
		if (c == 0xF0)
			*low = 0x90;
		else if (c == 0xF4)
			*high = 0x8F;
		return 4;
	}
	return 0;
}

size_t
utf8_decode_checked(const char *p, const char *end, uint32_t *cp, int *ok)
{
	const unsigned char *s = (const unsigned char *)p;
	size_t left = (size_t)(end - p), n, i;
	unsigned char low, high;
	uint32_t v;

	*ok = 1;
	if (s[0] < 0x80) {
		*cp = s[0];
		return 1;
	}
	n = lead(s[0], &low, &high);
	if (n == 0 || left < 2 || s[1] < low || s[1] > high) {
		*ok = 0;
		*cp = UTF8_REPLACEMENT;
		return 1;
	}
	v = s[0] & (0x7Fu >> n);
	v = v << 6 | (s[1] & 0x3Fu);
	for (i = 2; i < n; i++) {
		if (i >= left || !is_tail(s[i])) {
			*ok = 0;
			*cp = UTF8_REPLACEMENT;
			return i;
		}
		v = v << 6 | (s[i] & 0x3Fu);
	}
	*cp = v;
	return n;
}

size_t
utf8_decode(const char *p, const char *end, uint32_t *cp)
{
	int ok;

	return utf8_decode_checked(p, end, cp, &ok);
}

size_t
utf8_encode(uint32_t cp, char *out)
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xC0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xE0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		out[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	out[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}

void
utf8_add(struct buf *b, uint32_t cp)
{
	buf_reserve(b, UTF8_MAX);
	b->len += utf8_encode(cp, b->p + b->len);
}

size_t
utf8_bom(struct text t)
{
	return t.len >= UTF8_BOM_LEN && memcmp(t.p, UTF8_BOM, UTF8_BOM_LEN) == 0
		? UTF8_BOM_LEN
		: 0;
}

size_t
utf8_valid_prefix(const char *p, size_t len)
{
	const char *s, *end;

	if (len == 0) /* p may be NULL */
		return 0;
	end = p + len;
	s = p + latin_prefix(p, len); /* nearly all */
	while (s < end) {
		uint32_t cp;
		uint64_t word;
		int ok;
		size_t n;

		if (end - s >= 8) { /* eight ASCII bytes at a time */
			memcpy(&word, s, 8);
			if ((word & 0x8080808080808080u) == 0) {
				s += 8;
				continue;
			}
		}
		if ((unsigned char)*s < 0x80) {
			s++;
			continue;
		}
		n = utf8_decode_checked(s, end, &cp, &ok);
		if (!ok)
			break;
		s += n;
	}
	return (size_t)(s - p);
}

uint32_t
utf8_of_cp1252(unsigned char byte)
{
	/* 0x80-0x9F, from the WHATWG/Microsoft table; 0 where undefined */
	static const uint16_t high[32] = { 0x20AC, 0, 0x201A, 0x0192, 0x201E,
		0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
		0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
		0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
		0x0178 };

	if (byte < 0x80 || byte >= 0xA0)
		return byte;
	return high[byte - 0x80] ? high[byte - 0x80] : UTF8_REPLACEMENT;
}

size_t
utf8_repair(struct buf *out, const char *p, size_t len, int cp1252)
{
	const char *s = p, *end = p + len;
	size_t replaced = 0;

	while (s < end) {
		size_t good = utf8_valid_prefix(s, (size_t)(end - s)), bad, i;
		const char *nul = memchr(s, '\0', good);
		uint32_t cp;
		int ok;

		if (nul != NULL)
			good = (size_t)(nul - s);
		buf_add(out, s, good);
		s += good;
		if (s == end)
			break;
		replaced++;
		bad = utf8_decode_checked(s, end, &cp, &ok);
		if (!cp1252 || *s == '\0')
			utf8_add(out, UTF8_REPLACEMENT);
		else
			for (i = 0; i < bad; i++)
				utf8_add(out,
					utf8_of_cp1252((unsigned char)s[i]));
		s += bad;
	}
	return replaced;
}
