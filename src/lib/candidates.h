/*
 * candidates.h - which forms could stand where in a post, by their anchors.
 *
 * Memory is slow, so each step fetches what a later one looks at: forms that
 * hang on one number and those that hang on two side by side are told in turn,
 * and there is other work to do between the two.
 */
#ifndef CLAMOR_CANDIDATES_H
#define CLAMOR_CANDIDATES_H

#include "anchors.h"

/* A form whose anchor stands at tokens t .. last: of one that is nothing else
 * (a->sure) that is all. */
struct candidate {
	const struct anchored *a;
	size_t t, last;
};

/* Those of one post; a thread's own. */
struct candidates {
	struct candidate *v;
	size_t n, cap;
	/* tokens at which a gate could stand: see anchors_may_begin */
	uint32_t *begins;
	size_t nbegins;

	/* internal */
	const struct anchors *anchors;
	/* a bit for each number that is in this post, if forms that hang
	 * elsewhere need it; and those numbers */
	uint64_t *seen;
	uint32_t *others;
	size_t nothers, others_cap;
	uint32_t *live; /* tokens that forms could need */
	size_t nlive, live_cap;
	struct candidates_place {
		struct anchored_list list;
		size_t t, last;
	} * places; /* where anchors stand, and what hangs there */
	size_t nplaces, places_cap;
	struct candidates_pair {
		uint32_t first, second;
		uint64_t hash;
		size_t t, last;
	} * pairs; /* numbers side by side on which forms may hang */
	size_t npairs, pairs_cap;
};

/** @anchors  must outlive it */
void candidates_init(struct candidates *c, const struct anchors *anchors);
void candidates_free(struct candidates *c);

/** Look at the tokens of a post; begins is set. No candidates are told yet. */
void candidates_look(struct candidates *c, const struct post *p);

/** Overwrite v by the candidates that hang on one number, in the order of their
 * tokens. */
void candidates_alone(struct candidates *c);

/** Overwrite v by those that hang on two, once candidates_alone was called. */
void candidates_pairs(struct candidates *c);

#endif
