/*
 * lower.h - runs of what folds byte by byte, most of any post: plain ASCII made
 * lower case, the accents taken off letters of Latin-1.
 *
 * Plain is what folding needs no table for: ! to ~ without & (which may begin
 * an entity), and single blanks between such characters.
 */
#ifndef CLAMOR_LOWER_H
#define CLAMOR_LOWER_H

#include <stdbool.h>
#include <stddef.h>

#include "simd.h"
#include "way.h"

#define LOWER_ROOM 64  /* bytes that may be written behind the run */
#define LOWER_SHIFTS 8 /* and shifts */

/* Where a run goes; moved behind it. */
struct lower {
	char *out;                 /* room for its bytes, and LOWER_ROOM */
	struct way_shift *shifts;  /* room for half of them, and LOWER_SHIFTS */
	uint32_t folded, original; /* what the first byte counts as in shifts */
};

#define LOWER_LEAD '\xC3' /* of U+00C0 to U+00FF in UTF-8 */
#define LOWER_ENYE '\xB1' /* what stands behind it in an ñ */

/* By the low six bits of the second byte: the letter that is left of one with
 * an accent, LOWER_ENYE for ñ, 0 for what has none. */
extern const char lower_letters[64];

/** The one of the character at p; 0 if it is none of these. */
static inline char
lower_letter(const char *p, size_t len)
{
	return len >= 2 && p[0] == LOWER_LEAD && (p[1] & 0xC0) == 0x80
		? lower_letters[p[1] & 0x3F]
		: 0;
}

/** Is a byte plain, blanks apart? */
static inline bool
lower_is_plain(char c)
{
	return c > ' ' && c < 0x7F && c != '&';
}

/** Does a character of a run stand at p, a blank apart? */
static inline bool
lower_begins(const char *p, size_t len)
{
	return len > 0 && (lower_is_plain(*p) || lower_letter(p, len) != 0);
}

/**
 * Fold the run at p. A blank at its end is none of it, one at its beginning is
 * if another of its characters follows.
 *
 * @to  what is behind the run, in out and shifts, means nothing
 *
 * Returns its bytes.
 */
size_t lower_run(struct lower *to, const char *p, size_t len);

/** Do it in one way, for tests; false: this processor has it not. */
bool lower_run_by(struct lower *to, const char *p, size_t len,
	enum simd_way way, size_t *n);

#endif
