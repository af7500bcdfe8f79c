/*
 * compare.h - does a form stand at a token?
 *
 * Phrases look through tags, and no phrase crosses the end of a sentence.
 */
#ifndef CLAMOR_COMPARE_H
#define CLAMOR_COMPARE_H

#include "anchors.h"

/* Where a form stands that begins at token s. */
struct compare_match {
	size_t last;   /* token */
	uint64_t gaps; /* bit i: token s + i stands in a gap */
};

struct compare {
	const struct anchors *anchors;
	const struct vocab *vocab; /* of anchors, as are items and sets */
	const struct lexicon_item *items;
	const struct wordsets *sets;
	struct post *post; /* borrowed: read with that vocabulary */
	/* how a token of the post is written, as several forms ask for one;
	 * NULL, which the owner sets for each post: none yet */
	const struct token *written_of;
	struct text written;
	struct buf scratch; /* internal; freed by the owner */
	struct compare_match matches[TERM_SPAN_MAX]; /* see compare_from */
};

/**
 * The shortest match of a form from token s on; of one with sets the shortest
 * of each form that it is expanded into, as far as they end elsewhere. (From
 * "a" on "a ~2 {b|c}" stands twice in "a b c".)
 *
 * Returns how many there are; they stand in c->matches until the next call.
 */
size_t compare_from(struct compare *c, const struct lexicon_form *f, size_t s);

/** The token that a phrase sees before t; ntokens when there is none. */
size_t compare_previous(const struct post *p, size_t t);

#endif
