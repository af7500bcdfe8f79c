/*
 * points.h - what each hit is worth where it stands: the rules of negation,
 * intensity, emphasis, adversatives, wishes and irony (clamor-label(1) tells
 * them in prose).
 */
#ifndef CLAMOR_POINTS_H
#define CLAMOR_POINTS_H

#include "matcher.h"
#include "rules.h"
#include "sentences.h"
#include "writing.h"

/* What became of one hit. */
struct points {
	int32_t milli; /* thousandths, after the modifiers */
	int32_t even;  /* the same, but for adversatives */
	bool negated;  /* a negator turned it */
	bool used;     /* a modifier that changed some other hit */
};

/* What came over one hit, in the order in which it did. */
struct factor {
	enum factor_kind {
		FACTOR_MODIFIER, /* milli 1000: it reaches the hit, but
				    changes nothing */
		FACTOR_ELONGATION,
		FACTOR_EXCLAMATION,
		FACTOR_CAPITALS,
		FACTOR_LIMIT,    /* all together, cut to milli */
		FACTOR_DENIAL,   /* a negator that turned nothing */
		FACTOR_QUOTED,   /* praise in quotation marks */
		FACTOR_QUESTION, /* in an open question */
		FACTOR_COURTESY, /* thanks in a complaint */
	} kind;
	uint32_t hit, by; /* of hits.v; by: FACTOR_MODIFIER only */
	int32_t milli;
};

struct factors {
	struct factor *v;
	size_t n, cap;
};

/** The points of a post's hits: as many as hits, in their order; reused. */
struct weighing {
	struct points *v;
	size_t cap;
	struct factors *factors; /* NULL, or the caller's: filled anew */

	/* internal */
	struct sentences sentences; /* topic reads them too */
	struct writing writing;
};

/**
 * Weigh the hits of a post.
 *
 * @hits     resolved by hits_resolve
 * @post     the post that they are of
 * @rules    which of them hold, and their numbers
 *
 * w->v[i] belongs to hits->v[i]. Factors are thousandths, and so is their
 * product after each of them, rounded half away from zero.
 */
void points_weigh(struct weighing *w, const struct hits *hits,
	struct post *post, const struct rules *rules);

void weighing_free(struct weighing *w);

#endif
