/*
 * weighing.h - what the hits of a post are worth, and how that came about.
 */
#ifndef CLAMOR_WEIGHING_H
#define CLAMOR_WEIGHING_H

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
		FACTOR_SOLVED,   /* a fault that was put right */
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

	bool asked; /* a question mark stands in the post */

	/* internal */
	struct sentences sentences; /* topic reads them too; only where there
				     * are several hits, or ! or ? */
	bool flat; /* no sentence is said in any way, none was read for it */
	struct writing writing;
};

/** Keep a factor for whoever asked for them. */
void weighing_note(struct weighing *w, enum factor_kind kind, size_t hit,
	size_t by, int64_t milli);

void weighing_free(struct weighing *w);

/** The product of a and b, both thousandths, rounded half away from zero. */
int64_t milli_times(int64_t a, int64_t b);

#endif
