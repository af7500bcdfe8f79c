/*
 * worst.h - the errors in which a prediction was surest: those with the
 * largest scores, either sign; among equals the first.
 */
#ifndef CLAMOR_WORST_H
#define CLAMOR_WORST_H

#include <stdint.h>

#include "buf.h"

#define WORST_CELLS 6

struct worst_error {
	uint64_t nth; /* of all errors, 1.. */
	double size;  /* of the score; 0 if that is no number */
	struct text cells[WORST_CELLS]; /* owned by the list */
};

struct worst; /* opaque; memory for twice as many errors as are kept */

/** A list that keeps so many errors, at least 1. */
struct worst *worst_new(size_t keep);
void worst_free(struct worst *w);

/**
 * Offer an error.
 *
 * @cells  WORST_CELLS of them, copied if it is kept
 * @score  a decimal, as it stands in the row
 */
void worst_add(struct worst *w, const struct text *cells, struct text score);

/** Settle the list, the worst first, and say how many there are. */
size_t worst_settle(struct worst *w);

/** One of them; valid until the next worst_add. */
const struct worst_error *worst_get(const struct worst *w, size_t i);

#endif
