/*
 * glyph.h - characters of folded text: what they are, what they can begin.
 */
#ifndef CLAMOR_GLYPH_H
#define CLAMOR_GLYPH_H

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum glyph {
	GLYPH_LETTER, /* or a mark */
	GLYPH_DIGIT,
	GLYPH_BLANK,
	GLYPH_EMOJI,
	GLYPH_OTHER,
};

/* What a byte is. */
enum {
	TRAIT_LETTER = 1,   /* a to z */
	TRAIT_DIGIT = 2,    /* 0 to 9 */
	TRAIT_BLANK = 4,    /* a blank or a line break */
	TRAIT_WIDE = 8,     /* part of a character above ASCII */
	TRAIT_SMILE = 16,   /* an emoticon can begin with it (letters apart) */
	TRAIT_SMILE_2 = 32, /* and have it second */
	TRAIT_MAIL = 64,    /* it can stand inside a mail address, or end a
			     * host's name */
	/* before it a word of letters is a word and nothing else; NUL stands
	 * behind a text */
	TRAIT_AFTER_WORD = 128,
	TRAIT_QUIET = 256, /* it separates and means nothing else: , ] blank */
	/* before it one of three letters or more is: d' us$ s/50 may be not */
	TRAIT_AFTER_LONG = 512,
};

extern const uint16_t glyph_table[256]; /* internal */

static inline unsigned
glyph_traits(char c)
{
	return glyph_table[(unsigned char)c];
}

/** What a character above ASCII at s is. @n  set to its bytes */
enum glyph glyph_of_wide(const char *s, const char *end, size_t *n);

/** What the character at s < end is. @n  set to its bytes */
static inline enum glyph
glyph_at(const char *s, const char *end, size_t *n)
{
	unsigned is = glyph_traits(*s);

	*n = 1;
	if (is & TRAIT_LETTER)
		return GLYPH_LETTER;
	if (is & TRAIT_DIGIT)
		return GLYPH_DIGIT;
	if (is & TRAIT_BLANK)
		return GLYPH_BLANK;
	return is & TRAIT_WIDE ? glyph_of_wide(s, end, n) : GLYPH_OTHER;
}

/** Is there a letter, digit or mark at s, and not the end? */
static inline bool
glyph_is_word(const char *s, const char *end)
{
	size_t n;

	return s < end && glyph_at(s, end, &n) <= GLYPH_DIGIT;
}

/** Is there one of 0 to 9? */
static inline bool
glyph_is_digit(const char *s, const char *end)
{
	return s < end && (glyph_traits(*s) & TRAIT_DIGIT);
}

/** Can a @name go on at s? */
static inline bool
glyph_is_name(const char *s, const char *end)
{
	return s < end && (*s == '_' || glyph_is_word(s, end));
}

/** How many letters a-z a text of n bytes begins with. */
static inline size_t
glyph_letters_of(const char *p, size_t n)
{
	size_t i = 0;

	while (i < n && (glyph_traits(p[i]) & TRAIT_LETTER))
		i++;
	return i;
}

#ifdef __SSE2__

/** Past the letters a-z at p, in a text with 16 bytes NUL behind it. */
static inline const char *
glyph_skip_letters(const char *p)
{
	unsigned others;

	for (;; p += 16) {
		const __m128i v =
			_mm_loadu_si128((const __m128i *)(const void *)p);
		const __m128i letters =
			_mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('a' - 1)),
				_mm_cmplt_epi8(v, _mm_set1_epi8('z' + 1)));

		others = (unsigned)_mm_movemask_epi8(letters) ^ 0xFFFF;
		if (others != 0)
			return p + __builtin_ctz(others);
	}
}

#else

static inline const char *
glyph_skip_letters(const char *p)
{
	while (glyph_traits(*p) & TRAIT_LETTER)
		p++;
	return p;
}

#endif

/** Past the letters, digits and marks at s, in a text with 16 bytes NUL behind
 * its end; extra is one more that counts. */
const char *glyph_skip_word(const char *s, const char *end, char extra);

#endif
