/*
 * shape.h - the shape of a folded text: which of its bytes are letters, which
 * blanks, as bits, 64 bytes at a time.
 *
 * Made once for a post; whoever looks for the words of a text, for words that
 * are drawn out or disguised, reads it here.
 */
#ifndef CLAMOR_SHAPE_H
#define CLAMOR_SHAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

#define SHAPE_BLOCK 64 /* bytes */
#define SHAPE_PAD 80   /* bytes behind a text that are read with it */

/* Bit i is about byte i of the block. */
struct shape_block {
	uint64_t letters; /* a to z */
	uint64_t blanks;  /* a space, no line break */
	uint64_t twice;   /* it is the same as the next byte */
	uint64_t enyes;   /* an ñ begins */
};

/* All zero is empty. Freed by free(v). */
struct shape {
	struct shape_block *v;
	size_t n, cap;
};

/**
 * See the shape of a text. The last block has room for one byte at least
 * behind it: there and beyond nothing is a letter or a blank.
 *
 * @shape  overwritten, its memory is used again
 * @t      with SHAPE_PAD bytes NUL behind it
 */
void shape_see(struct shape *shape, struct text t);

/* What classifies a block; all find the same. */
enum shape_way {
	SHAPE_PORTABLE,
	SHAPE_SSE2,
	SHAPE_AVX2,
};

/** See it in one way, for tests; false: this processor has it not. */
bool shape_see_by(struct shape *shape, struct text t, enum shape_way way);

/** Bits moved up by n, 1 to 63; those of the block before are moved in. */
static inline uint64_t
shape_moved(uint64_t now, uint64_t before, unsigned n)
{
	return now << n | before >> (SHAPE_BLOCK - n);
}

#endif
