/*
 * heads.h - words sorted out by their heads, the first four letters, and their
 * lengths: which words of a text are perhaps in a set.
 */
#ifndef CLAMOR_HEADS_H
#define CLAMOR_HEADS_H

#include "places.h"
#include "shape.h"

/* What is looked for: a word, whatever stands beside it; one of which two must
 * stand side by side. */
#define HEADS_ALONE ((uint64_t)1)
#define HEADS_BESIDE ((uint64_t)1 << 32)

/* By the hash of a head, how long the words are that begin so: for each kind a
 * bit for each length. Few bytes, so that they stay near the processor. */
struct heads {
	uint64_t *slots;
	unsigned shift; /* of a hash, for the number of its slot */
};

/** Make room for about n words. To be freed by heads_fini. */
void heads_init(struct heads *h, size_t n);
void heads_fini(struct heads *h);

/** Let a word of letters a-z be in the set, as one of the kinds above. */
void heads_add(struct heads *h, struct text word, uint64_t kinds);

/** Let all be in it, whatever stands beside them, that begin with a text or
 * would with what stands behind them. Its first byte is a letter a-z. */
void heads_add_begin(struct heads *h, struct text begin);

/**
 * Sort the words of a text out.
 *
 * @text   of which the words are, SHAPE_PAD bytes NUL behind it
 * @words  n of them
 * @left   overwritten: the numbers of those that may be in the set; room for n
 *         and PLACES_ROOM
 *
 * Returns how many are left.
 */
size_t heads_sift(const struct heads *h, const char *text,
	const struct shape_word *words, size_t n, uint32_t *left);

/** The same in one way, for tests; false: this processor has it not. */
bool heads_sift_by(const struct heads *h, const char *text,
	const struct shape_word *words, size_t n, uint32_t *left,
	enum simd_way way, size_t *nleft);

#endif
