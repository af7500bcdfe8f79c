/*
 * byteset.h - sets of bytes: is there any of them in a text? Told of 32 bytes
 * at a time.
 */
#ifndef CLAMOR_BYTESET_H
#define CLAMOR_BYTESET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "simd.h"

#define BYTESET_PAD 31 /* bytes that are read behind a text */

/* All zero is empty. */
struct byteset {
	/* by the low half of a byte: a bit for each high half, those below
	 * ASCII's end and those above */
	uint8_t low[16], high[16];
};

/** Put a byte into it. */
void byteset_add(struct byteset *s, unsigned char c);

/** Is a byte in it? */
static inline bool
byteset_has(const struct byteset *s, unsigned char c)
{
	return (c < 128 ? s->low : s->high)[c % 16] >> (c / 16 % 8) & 1;
}

/**
 * Is any byte of a text in it?
 *
 * @p  with BYTESET_PAD bytes behind it of which none is in the set
 */
bool byteset_meets(const struct byteset *s, const char *p, size_t len);

/** Look in one way, for tests; false: this processor has it not. */
bool byteset_meets_by(const struct byteset *s, const char *p, size_t len,
	enum simd_way way, bool *meets);

#endif
