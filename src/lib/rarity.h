/*
 * rarity.h - how rare the words of a lexicon are in posts, guessed.
 */
#ifndef CLAMOR_RARITY_H
#define CLAMOR_RARITY_H

#include "forms.h"

#define RARITY_COMMON 1 /* the score of a word like "no", "muy", "la" */

/* Scores: the higher the rarer. */
struct rarity {
	int *words; /* and stems, by number */
	int *sets;  /* by number: of their commonest words */
};

/**
 * Long words are rarer than short ones, one ending is rarer than any; a word
 * that many terms share is likely to be common in posts. To be freed by
 * rarity_fini.
 */
void rarity_init(struct rarity *r, const struct forms *f);
void rarity_fini(struct rarity *r);

/** The score of an item; those of classes are low. */
static inline int
rarity_of_item(const struct rarity *r, const struct lexicon_item *it)
{
	if (it->kind == ITEM_SET)
		return r->sets[it->word];
	if (!item_is_class(it))
		return r->words[it->word];
	return it->kind == ITEM_NUM || it->kind == ITEM_USER ? 0 : 10;
}

#endif
