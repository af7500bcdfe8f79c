/*
 * variants.h - the other ways in which people type the words of the lexicons.
 *
 * n for ñ, unless that is another word; and the regular slips of spelling.h,
 * unless that is a word of a lexicon or one of ordinary Spanish. A word typed
 * so becomes slang for the one that is meant (vocab.h), so the vocabulary
 * holds every word that rewriting touches.
 */
#ifndef CLAMOR_VARIANTS_H
#define CLAMOR_VARIANTS_H

#include "forms.h"

/* What variants are told by. */
struct variants {
	const struct forms *forms;
	struct vocab *vocab;
	const struct vocab *different; /* words whose ñ is no n */
	const struct vocab *ordinary;  /* see variants_add_ordinary; NULL: no
					  slips at all */
};

/** Note a word that is no slip of another, in a vocabulary of such words. */
void variants_add_ordinary(struct vocab *ordinary, struct text word);

/** Put the variants of all words and stems in the forms into the vocabulary.
 * To be done last: see vocab_alias. */
void variants_add(const struct variants *v);

#endif
