/*
 * rarity.h - how rare the words of a lexicon are in posts, guessed.
 */
#ifndef CLAMOR_RARITY_H
#define CLAMOR_RARITY_H

#include "lexicon.h"

#define RARITY_COMMON 1 /* the score of a word like "no", "muy", "la" */

/**
 * Scores of words and stems, by their numbers: the higher the rarer. Long words
 * are rarer than short ones; a word that many terms share is likely to be
 * common in posts. The caller frees them.
 */
int *rarity_of_words(const struct lexicon *lex);

/** The score of an item: classes are common, any ending is commoner than one.
 */
int rarity_of_item(const struct lexicon_item *it, const int *score);

#endif
