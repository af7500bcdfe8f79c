/*
 * companions.h - without what forms cannot stand: their keys, and the words
 * beside those. What the sieve goes by.
 */
#ifndef CLAMOR_COMPANIONS_H
#define CLAMOR_COMPANIONS_H

#include "choice.h"

struct companions {
	struct anchors *a; /* borrowed, as are choices */
	const struct choices *choices;
	bool *plain_sets; /* internal, by set: are all letters a-z? */
};

void companions_init(
	struct companions *c, struct anchors *a, const struct choices *choices);
void companions_fini(struct companions *c);

/**
 * Note without what a form cannot stand: its rarest item, its key, or both of a
 * pair of words where all are common; and of another word that must stand
 * beside the key. See ANCHORS_SINGLE and its like.
 */
void companions_note(const struct companions *c, size_t form);

#endif
