/*
 * shape.h - the shape of a folded text: which of its bytes are letters, which
 * blanks, as bits, 64 bytes at a time; and what can be told of it by those.
 *
 * Made once for a post; whoever looks for its words, for words that are drawn
 * out or disguised, reads it here.
 */
#ifndef CLAMOR_SHAPE_H
#define CLAMOR_SHAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "simd.h"

#define SHAPE_BLOCK 64 /* bytes */
#define SHAPE_PAD 80   /* bytes behind a text that are read with it */

/* Bit i is about byte i of the block. */
struct shape_block {
	uint64_t letters; /* a to z */
	uint64_t blanks;  /* a space, no line break */
	/* it is no blank, and before it stands a letter and a sign, which is
	 * neither letter nor blank: p*t */
	uint64_t behind_sign;
};

/* Letters a-z that no other stands beside. */
struct shape_word {
	uint32_t start, end;
};

/* All zero is empty. Freed by shape_free. */
struct shape {
	struct shape_block *v;
	size_t n, cap;
	struct shape_word *words;
	size_t nwords, words_cap;
	bool drawn_out; /* a letter thrice, or twice at the end of a word */
	bool set_apart; /* four letters, each with one other byte behind it */
};

/**
 * See the shape of a text. The last block has room for one byte at least
 * behind it: there and beyond nothing is a letter or a blank.
 *
 * @shape  overwritten, its memory is used again
 * @t      with SHAPE_PAD bytes NUL behind it
 */
void shape_see(struct shape *shape, struct text t);

/** See it in one way, for tests; false: this processor has it not. */
bool shape_see_by(struct shape *shape, struct text t, enum simd_way way);

void shape_free(struct shape *shape);

#endif
