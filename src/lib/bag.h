/*
 * bag.h - a bag (multiset) of 64-bit numbers: exact, mergeable, the same in
 * whatever order things are put in.
 *
 * Memory: 16 bytes for each distinct number, up to twice that while growing.
 */
#ifndef CLAMOR_BAG_H
#define CLAMOR_BAG_H

#include <stdint.h>

#include "buf.h"

struct bag_item {
	uint64_t value;
	uint64_t count;
};

/* All zero is an empty bag. Items are in order only after bag_settle. */
struct bag {
	struct bag_item *items;
	size_t n, cap;
};

/** Put a number in, count times. */
void bag_add(struct bag *b, uint64_t value, uint64_t count);

/** Put in all that is in another bag. */
void bag_pour(struct bag *to, const struct bag *from);

/** Bring into ascending order, each number once, with its count. */
void bag_settle(struct bag *b);

/**
 * The percentile by nearest rank: the least number that at least that many
 * per cent of what is in the bag do not exceed.
 *
 * @b        settled, not empty
 * @percent  1 to 100
 */
uint64_t bag_percentile(const struct bag *b, unsigned percent);

void bag_free(struct bag *b);

#endif
