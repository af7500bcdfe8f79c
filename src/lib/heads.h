/*
 * heads.h - words sorted out by their first bytes: which words of a text are
 * perhaps in a set.
 */
#ifndef CLAMOR_HEADS_H
#define CLAMOR_HEADS_H

#include "shape.h"
#include "vocab.h"

/* By the hash of a head, the first HEADS_BYTES of a word: may one begin so? A
 * bit each, so few bytes that they stay near the processor. */
struct heads {
	uint64_t *bits;
	unsigned shift; /* of a hash, for the number of its bit */
};

/** Make room for n words. To be freed by heads_fini. */
void heads_init(struct heads *h, size_t n);
void heads_fini(struct heads *h);

/** Let a word be in the set. */
void heads_add(struct heads *h, struct text word);

#define HEADS_BYTES 8

/** The first bytes of a word, zeros behind those of a short one. */
uint64_t heads_of(struct text word);

#define HEADS_MAX 128 /* words that are sorted out at once */

/* What becomes of words. */
struct heads_sifted {
	uint64_t heads[HEADS_MAX]; /* of all of them */
	uint8_t left[HEADS_MAX];   /* the numbers of those that are left */
};

/**
 * Sort the words of a text out: left are those that may be in the set, or begin
 * with a stem or what is expected (vocab_may_begin).
 *
 * @text   of which the words are, FOLD_PAD bytes NUL behind it
 * @words  n of them, at most HEADS_MAX
 * @to     overwritten
 *
 * Returns how many are left.
 */
size_t heads_sift(const struct heads *h, const struct vocab *v,
	const char *text, const struct shape_word *words, size_t n,
	struct heads_sifted *to);

#endif
