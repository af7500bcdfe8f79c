/*
 * compare.h - does a form stand at a token?
 *
 * Phrases look through tags, and no phrase crosses the end of a sentence.
 */
#ifndef CLAMOR_COMPARE_H
#define CLAMOR_COMPARE_H

#include "anchors.h"

struct compare {
	const struct anchors *anchors;
	const struct vocab *vocab; /* of anchors, as are items */
	const struct lexicon_item *items;
	struct post *post;  /* borrowed: read with that vocabulary */
	struct buf scratch; /* internal; freed by the owner */
};

/**
 * The shortest match of a form from token s on.
 *
 * @gaps  set when it matches: bit i if token s + i stands in a gap
 *
 * Returns its last token, or ntokens when it does not match.
 */
size_t compare_from(struct compare *c, const struct lexicon_form *f, size_t s,
	uint64_t *gaps);

/** The token that a phrase sees before t; ntokens when there is none. */
size_t compare_previous(const struct post *p, size_t t);

#endif
