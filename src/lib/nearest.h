/*
 * nearest.h - "did you mean …?": the name most like a misspelt one, by
 * Levenshtein distance over bytes.
 */
#ifndef CLAMOR_NEAREST_H
#define CLAMOR_NEAREST_H

#include "buf.h"

#define NEAREST_MAX 64 /* longer names are not compared */

struct nearest {
	struct text wanted;
	size_t distance; /* of the best so far, doubled; odd: of a part */
	size_t best;
};

/** Begin a search; wanted is borrowed until its end. */
struct nearest nearest_begin(struct text wanted);

/** Offer a name; key is what nearest_found returns if it is the best. */
void nearest_try(struct nearest *n, struct text name, size_t key);

/** The key of the best name within a third of its letters, or of the letters
 * of a part of it that ends before a _; else none. */
size_t nearest_found(const struct nearest *n, size_t none);

#endif
