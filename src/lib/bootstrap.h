/*
 * bootstrap.h - how far F1 could be off by the luck of which posts were
 * labelled.
 *
 * As many posts as there are, are drawn with replacement, again and again; the
 * middle 95 % of the F1 of the draws is the interval (Efron's percentile
 * method). Integers throughout: the same seed gives the same interval on every
 * machine.
 */
#ifndef CLAMOR_BOOTSTRAP_H
#define CLAMOR_BOOTSTRAP_H

#include "confusion.h"

struct interval {
	int64_t low, high; /* billionths */
};

/**
 * The 95 % intervals of F1. Time: one random number for each post and draw.
 *
 * @draws  at least 1; 1,000 are usual
 * @out    c->n of the classes, then that of macro-F1: c->n + 1 in all
 */
void bootstrap_f1(const struct confusion *c, uint64_t seed, size_t draws,
	struct interval *out);

#endif
