/*
 * groups.h - the rows of a tally while it is counted: sums, authors and reply
 * times by key. Internal to tally.c, partial.c and result.c.
 *
 * A key is the values that a row is counted by, one after the other.
 */
#ifndef CLAMOR_GROUPS_H
#define CLAMOR_GROUPS_H

#include "bag.h"
#include "csvout.h"
#include "hashset.h"
#include "sums.h"

/* One row of the result. */
struct group {
	int64_t sum[SUMS];
	struct hashset authors;
	struct bag minutes;
	struct group *bucket; /* the total of its time bucket, borrowed */
	uint64_t hash;
	size_t len;
	char key[]; /* each value: its length as uint32_t, its bytes */
};

/* Groups by key, open addressing, at most half full. */
struct groups {
	uint64_t seed; /* nobody foresees it; odd */
	struct group **slots;
	size_t nslots;
	struct group **v; /* n of them, in order of arrival until sorted */
	size_t n, cap;
};

/** Make it an empty table; the caller frees it with groups_free. */
void groups_init(struct groups *t);
void groups_free(struct groups *t);

/** The group of n values, each shorter than 4 GiB; made if it is new. Lives as
 * long as the table. */
struct group *groups_get(struct groups *t, const struct text *values, size_t n);

/** Into the order of the bytes of the values, the first value first. */
void groups_sort(struct groups *t);

/** The key of a group, and the next value taken off the front of a key. */
struct text key_of(const struct group *g);
struct text key_next(struct text *key);

/** Write the values of a group's key, each a cell. */
void key_write(const struct group *g, struct csvout *o);

#endif
