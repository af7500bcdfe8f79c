/*
 * hashset.h - a set of 64-bit hashes: exact, the same in whatever order they
 * are put in.
 *
 * Memory: 11 to 22 bytes for each hash, half as much again while growing.
 */
#ifndef CLAMOR_HASHSET_H
#define CLAMOR_HASHSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zero is an empty set. */
struct hashset {
	uint64_t *slots; /* open addressing; 0 is a free one */
	unsigned bits;   /* there are 2^bits of them, if any */
	bool zero;       /* the hash 0 is in the set */
	size_t n;        /* hashes in the set */
};

/**
 * Put a hash in, if it is not there.
 *
 * @seed  odd, the same for all hashes of a set; one that nobody can foresee
 *        keeps strangers from putting all of theirs in one place
 */
void hashset_add(struct hashset *s, uint64_t hash, uint64_t seed);

/** All hashes in ascending order; the caller frees the array. */
uint64_t *hashset_list(const struct hashset *s);

void hashset_free(struct hashset *s);

#endif
