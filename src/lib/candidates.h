/*
 * candidates.h - which forms could stand where in a post, by their anchors.
 *
 * Memory is slow, so each step fetches what a later one looks at, and there is
 * other work to do between the two. Branches that nobody foresees are as slow:
 * each step goes through a list, writes what could matter to the next step, and
 * goes on behind it only if it does.
 */
#ifndef CLAMOR_CANDIDATES_H
#define CLAMOR_CANDIDATES_H

#include "anchors.h"

/* A form whose anchor stands at tokens t .. last: of one that is nothing else
 * (a->sure) that is all. */
struct candidate {
	const struct anchored *a;
	uint32_t t, last;
};

/* Those of one post; a thread's own. */
struct candidates {
	struct candidate *v;
	size_t n, cap;
	/* tokens at which a gate could stand: see gates_look */
	uint32_t *begins;
	size_t nbegins;

	/* internal */
	const struct anchors *anchors;
	bool *seen; /* by number: is it in this post? 0 is in each */
	struct candidates_token {
		const struct anchors_id *v; /* its numbers */
		uint32_t n;
		/* the first of those of the token that phrases see before it,
		 * in ids; 0: there is none */
		uint32_t before;
	} * tokens;
	uint32_t *strange; /* tokens whose numbers are asked for */
	size_t nstrange, tokens_cap;
	struct anchors_id *asked; /* these */
	size_t asked_cap;
	/* the numbers of all tokens, one behind the other, from 1 on; [0] is
	 * nothing, and serves where there is no token before */
	const struct anchors_id **ids;
	uint32_t *at;      /* of which tokens they are */
	uint32_t *alone;   /* those that forms hang on */
	uint32_t *seconds; /* those that could be the second of a pair */
	size_t nids, nalone, nseconds, ids_cap;
	struct candidates_place {
		struct anchored_list list;
		uint32_t t, last;
	} * places; /* where anchors stand, and what hangs there */
	size_t nplaces, places_cap;
	struct candidates_pair {
		uint64_t ids;
		uint32_t t, last;
	} * pairs; /* numbers side by side on which forms may hang */
	size_t npairs, pairs_cap;
	struct candidate *doubtful; /* they need one of a set */
	size_t ndoubtful, doubtful_cap;
};

/** @anchors  must outlive it */
void candidates_init(struct candidates *c, const struct anchors *anchors);
void candidates_free(struct candidates *c);

/** Look at the tokens of a post; begins is set. No candidates are told yet. */
void candidates_look(struct candidates *c, const struct post *p);

/** Overwrite v by the candidates that hang on one number; those of a form in the
 * order of their tokens. */
void candidates_alone(struct candidates *c);

/** Overwrite v by those that hang on two, once candidates_alone was called. */
void candidates_pairs(struct candidates *c);

#endif
