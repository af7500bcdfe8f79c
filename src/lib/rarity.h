/*
 * rarity.h - how rare the words of a lexicon are in posts, guessed.
 */
#ifndef CLAMOR_RARITY_H
#define CLAMOR_RARITY_H

#include "forms.h"

#define RARITY_COMMON 1 /* the score of a word like "no", "muy", "la" */

/**
 * Scores of words and stems, by their numbers: the higher the rarer. Long words
 * are rarer than short ones, one ending is rarer than any; a word that many
 * terms share is likely to be common in posts. The caller frees them.
 */
int *rarity_of_words(const struct forms *f);

/** The score of an item; those of classes are low. */
static inline int
rarity_of_item(const struct lexicon_item *it, const int *score)
{
	if (it->kind <= ITEM_EXACT)
		return score[it->word];
	return it->kind == ITEM_NUM || it->kind == ITEM_USER ? 0 : 10;
}

#endif
