/*
 * sums.h - what one post adds to each row of a tally that it is counted in.
 * Internal to tally.c and its parts; what the sums mean stands in tally.h.
 */
#ifndef CLAMOR_SUMS_H
#define CLAMOR_SUMS_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

/* What is read of a post; the cells of a column that is missing are empty. */
enum tally_field {
	TALLY_KIND,
	TALLY_SCORE,
	TALLY_SEVERITY,
	TALLY_INTENT,
	TALLY_MARKS, /* up to here columns of clamor-label */
	TALLY_DIRECTION,
	TALLY_DATE,
	TALLY_SOURCE,
	TALLY_AUTHOR,
	TALLY_FOLLOWERS,
	TALLY_ANSWERED,
	TALLY_REPLY_MINUTES,
	TALLY_FIELDS
};

/** The column of a field. */
const char *tally_field_name(enum tally_field f);

/* The sums kept of each row, in the order of a partial tally's columns. */
enum sum {
	SUM_COMPLAINTS,
	SUM_PRAISE,
	SUM_MIXED,
	SUM_QUESTIONS,
	SUM_NEUTRAL,
	SUM_SPAM,
	SUM_CHECKINS,
	SUM_INCENTIVISED,
	SUM_SEVERITY_1,
	SUM_SEVERITY_2,
	SUM_SEVERITY_3,
	SUM_LEGAL,
	SUM_ABANDONO,
	SUM_RECOMPRA,
	SUM_RECOMIENDA,
	SUM_AYUDA,
	SUM_SCORED, /* posts that score_mean is the mean of */
	SUM_SCORE,  /* thousandths; the only sum that may be negative */
	SUM_REACH,  /* weights of all posts but spam */
	SUM_REACH_PRAISE,
	SUM_REACH_COMPLAINTS,
	SUM_ASKED, /* posts of which it is known whether they were answered */
	SUM_ANSWERED,
	SUMS
};

/** Add all SUMS of them to others. */
static inline void
sums_add(int64_t *to, const int64_t *from)
{
	size_t i;

	for (i = 0; i < SUMS; i++)
		to[i] += from[i];
}

/** The posts that the first eight sums are made of. */
int64_t sums_posts(const int64_t *sum);

#define POST_SUMS 12 /* of which one post adds to */

/* What one post adds: to few of the sums. */
struct post_sums {
	struct sum_added {
		enum sum sum;
		int64_t n;
	} added[POST_SUMS];
	size_t nadded;
	bool named;       /* it has an author: */
	uint64_t author;  /* the hash of who it is */
	bool waited;      /* it was answered: */
	uint64_t minutes; /* after so many */
};

/**
 * What a post adds.
 *
 * @post     TALLY_FIELDS cells; direction and date are not read
 * @scratch  overwritten
 *
 * Returns false if its kind is none of the six.
 */
bool sums_of_post(
	struct post_sums *s, const struct text *post, struct buf *scratch);

/** Add it. */
static inline void
sums_add_post(int64_t *to, const struct post_sums *post)
{
	size_t i;

	for (i = 0; i < post->nadded; i++)
		to[post->added[i].sum] += post->added[i].n;
}

#endif
