/* test_latin.c - ASCII and Latin-1, in every way there is. */
#include "config.h"

#include <criterion/criterion.h>
#include <string.h>

#include "latin.h"

#define ROOM 200

static bool
only(const char *p, size_t len)
{
	bool first = latin_only(p, len), other;
	enum simd_way way;

	for (way = 0; way < SIMD_WAYS; way++)
		if (latin_only_by(p, len, way, &other))
			cr_assert_eq(first, other, "way %d", (int)way);
	return first;
}

/* A piece in the middle of others, at any place and in any length. */
static bool
only_around(const char *piece)
{
	size_t n = strlen(piece), len, at, all = 0, yes = 0;
	char text[ROOM];

	for (len = n; len < ROOM; len += len < 70 ? 1 : 31)
		for (at = 0; at + n <= len; at++) {
			memset(text, 'x', len);
			memcpy(text + at, piece, n);
			yes += only(text, len);
			all++;
		}
	cr_assert(yes == 0 || yes == all, "%zu of %zu", yes, all);
	return yes > 0;
}

Test(latin, wherever_it_stands)
{
	static const struct {
		const char *piece;
		bool want;
	} rows[] = {
		{ "a", true },
		{ " ", true },
		{ "~\x7F", true },
		{ "\xC2\xA0", true },
		{ "\xC2\xBF", true },
		{ "\xC3\x80", true },
		{ "\xC3\xB1\xC3\xA1\xC2\xA1", true },
		{ "\t", false },
		{ "\n", false },
		{ "\x1F", false },
		{ "\xC2\x85", false }, /* a line break */
		{ "\xC2\x9F", false },
		{ "\x80", false },
		{ "\xA1", false },
		{ "\xC2", false },
		{ "\xC3", false },
		{ "\xC3\xC3\xA1", false },
		{ "\xC3\xA1\xA1", false },
		{ "\xC1\xA1", false },
		{ "\xC4\x81", false },
		{ "e\xCC\x81", false }, /* not NFC */
		{ "\xE2\x82\xAC", false },
		{ "\xF0\x9F\x98\x80", false },
		{ "\xFF", false },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_eq(
			only_around(rows[i].piece), rows[i].want, "row %zu", i);
	cr_expect(only("", 0));
	cr_expect_not(only("a\0b", 3));
}
