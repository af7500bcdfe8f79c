/*
 * topic.h - what a post is about: the topics of its hits, the main one first
 * (clamor-label(1) tells the rules in prose).
 */
#ifndef CLAMOR_TOPIC_H
#define CLAMOR_TOPIC_H

#include "points.h"

/* What one code has gathered; points in thousandths, all >= 0. */
struct topic {
	int64_t good, bad;           /* of its own hits, together */
	int64_t best, worst;         /* of the strongest of them */
	int64_t lent_good, lent_bad; /* shares of opinions without a topic */
	int64_t early;               /* for how early its first hit stands */
	uint32_t hits;               /* its own */
	bool serious;                /* one of them has severity 2 or 3 */
};

/* The side of a verdict for which topics are listed. */
enum side {
	SIDE_AGAINST,
	SIDE_FOR,
	SIDE_BOTH,
};

/* The topics of a post; reused from post to post. */
struct topics {
	struct topic *v; /* by code; [0]: points without a code */
	unsigned *order; /* topics_rank: codes, the main topic first */
	size_t n;        /* of them */

	/* internal */
	unsigned count, general; /* of the codes file */
	unsigned *named;         /* codes, and CODE_NONE, that have hits */
	size_t nnamed;
};

/** Get ready for the codes of a file. */
void topics_init(struct topics *t, const struct codes *codes);
void topics_free(struct topics *t);

/**
 * Gather what each topic has in a post.
 *
 * @hits     resolved by hits_resolve
 * @w        their points, by points_weigh
 * @ntokens  of the post
 * @without  rules switched off: RULE_LEND and RULE_FIRST count here
 */
void topics_gather(struct topics *t, const struct hits *hits,
	const struct weighing *w, size_t ntokens, unsigned without);

/** List the topics that speak for a side; `general` last, or if alone. */
void topics_rank(struct topics *t, enum side side);

#endif
