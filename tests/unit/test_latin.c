/* test_latin.c - ASCII and Latin-1, in every way there is. */
#include "config.h"

#include <criterion/criterion.h>
#include <string.h>

#include "latin.h"

#define ROOM 200

static size_t
prefix(const char *p, size_t len)
{
	size_t first = latin_prefix(p, len), other;
	enum simd_way way;

	for (way = 0; way < SIMD_WAYS; way++)
		if (latin_prefix_by(p, len, way, &other))
			cr_assert_eq(first, other, "way %d", (int)way);
	return first;
}

static bool
only(const char *p, size_t len)
{
	return prefix(p, len) == len;
}

/* A piece in the middle of others, at any place and in any length, of which so
 * many bytes are good. */
static bool
only_around(const char *piece, size_t good)
{
	size_t n = strlen(piece), len, at, all = 0, yes = 0;
	char text[ROOM];

	for (len = n; len < ROOM; len += len < 70 ? 1 : 31)
		for (at = 0; at + n <= len; at++) {
			memset(text, 'x', len);
			memcpy(text + at, piece, n);
			yes += only(text, len);
			if (good < n)
				cr_assert_eq(prefix(text, len), at + good);
			all++;
		}
	cr_assert(yes == 0 || yes == all, "%zu of %zu", yes, all);
	return yes > 0;
}

Test(latin, wherever_it_stands)
{
	static const struct {
		const char *piece;
		size_t good;
	} rows[] = {
		{ "a", 1 },
		{ " ", 1 },
		{ "~\x7F", 2 },
		{ "\xC2\xA0", 2 },
		{ "\xC2\xBF", 2 },
		{ "\xC3\x80", 2 },
		{ "\xC3\xB1\xC3\xA1\xC2\xA1", 6 },
		{ "\t", 0 },
		{ "\n", 0 },
		{ "\x1F", 0 },
		{ "\xC2\x85", 0 }, /* a line break */
		{ "\xC2\x9F", 0 },
		{ "\x80", 0 },
		{ "\xA1", 0 },
		{ "\xC2", 0 },
		{ "\xC3", 0 },
		{ "\xC3\xC3\xA1", 0 },
		{ "\xC3\xA1\xA1", 2 },
		{ "\xC1\xA1", 0 },
		{ "\xC4\x81", 0 },
		{ "e\xCC\x81", 1 }, /* not NFC */
		{ "\xE2\x82\xAC", 0 },
		{ "\xF0\x9F\x98\x80", 0 },
		{ "\xFF", 0 },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_eq(only_around(rows[i].piece, rows[i].good),
			rows[i].good == strlen(rows[i].piece), "row %zu", i);
	cr_expect(only("", 0));
	cr_expect_not(only("a\0b", 3));
}
