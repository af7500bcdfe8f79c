/*
 * search.h - by what the entries of a lexicon are looked for in posts: made
 * once, then only read and shared by threads.
 */
#ifndef CLAMOR_SEARCH_H
#define CLAMOR_SEARCH_H

#include "anchors.h"
#include "entry.h"
#include "gates.h"
#include "sieve.h"

/* All zero is none. */
struct search {
	bool *is_brand; /* by word of the vocabulary */
	struct gates
		*gates; /* of the expressions, in the order of their forms */
	struct anchors *anchors;
	struct sieve *sieve;
};

/** Make it for forms that are merged and must outlive it, as their vocabulary
 * must, which is told what the gates expect. @entries  of the forms */
void search_make(struct search *s, const struct forms *forms,
	const struct entry *entries);

void search_free(struct search *s);

#endif
