/* glyph.c - a table of bytes; utf8proc's classes above ASCII. */
#include "config.h"

#include <string.h>

#include "glyph.h"
#include "unichar.h"
#include "utf8.h"

/* As short as a table needs it. */
enum {
	L = TRAIT_LETTER,
	D = TRAIT_DIGIT,
	B = TRAIT_BLANK,
	W = TRAIT_WIDE,
	E = TRAIT_SMILE,
	S = TRAIT_SMILE_2,
	M = TRAIT_MAIL,
	P = TRAIT_AFTER_WORD,
	Q = TRAIT_QUIET,
	G = TRAIT_AFTER_WORD | TRAIT_QUIET,
	A = TRAIT_AFTER_LONG,
};

/* clang-format off */
const uint16_t glyph_table[256] = {
	P, 0, 0, 0, 0, 0, 0, 0, 0, 0, B | P, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	/* blank to ' */
	B | G, P, G, P, S | A, G, G, S | Q | A,
	/* ( to / */
	E | S | P, E | S | P, E | S | P, M | Q, S | G, E | S | M, E | S | M,
	S | Q | A,
	/* 0 to 7 */
	D, D, D, D | S, D, D, D, D,
	/* 8 to ? */
	D, D, E | S, E | P, E | P, E | P, E | P, P,
	/* @, capitals, which folding leaves none of */
	M | S,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	/* [ to ` */
	S | G, E | S | P, S | G, E | S | P, S | M | Q, G,
	/* a to z */
	L, L, L | S, L | S, L, L, L, L, L, L, L, L, L,
	L, L | S, L | S, L, L, L | S, L, L, L | S, L, L, L, L,
	/* { and on */
	G, S | G, G, G, G,
	/* above ASCII */
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
};
/* clang-format on */

enum glyph
glyph_of_wide(const char *s, const char *end, size_t *n)
{
	uint32_t cp;

	if (end - s >= 2 && memcmp(s, "\xC3\xB1", 2) == 0) {
		*n = 2; /* ñ, which most are */
		return GLYPH_LETTER;
	}
	*n = utf8_decode(s, end, &cp);
	switch (unichar_class(cp)) {
	case UNICHAR_LETTER:
	case UNICHAR_MARK:
		return GLYPH_LETTER;
	case UNICHAR_DIGIT:
		return GLYPH_DIGIT;
	case UNICHAR_BLANK:
	case UNICHAR_BREAK:
	case UNICHAR_IGNORED:
		return GLYPH_BLANK;
	case UNICHAR_EMOJI:
		return GLYPH_EMOJI;
	case UNICHAR_OTHER:
		break;
	}
	return GLYPH_OTHER;
}

const char *
glyph_skip_word(const char *s, const char *end, char extra)
{
	size_t n;

	for (;;) {
		s = glyph_skip_letters(s);
		if (s >= end)
			return end;
		if ((glyph_traits(*s) & TRAIT_DIGIT) || *s == extra)
			s++;
		else if ((glyph_traits(*s) & TRAIT_WIDE) &&
			glyph_of_wide(s, end, &n) <= GLYPH_DIGIT)
			s += n;
		else
			return s;
	}
}
