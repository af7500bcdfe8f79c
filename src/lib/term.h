/*
 * term.h - the term language of lexicons (clamor-lexicon(5)): braces
 * expanded, then each expansion cut into items. The same reading serves lexicon
 * files, clamor-grep's queries and clamor-lexicon.
 */
#ifndef CLAMOR_TERM_H
#define CLAMOR_TERM_H

#include "item.h"

/**
 * Read a term.
 *
 * @fold  used for its words, as for posts
 * @cell  the cell as it stands in the lexicon, valid UTF-8; borrowed while t
 *        is used if it is a regular expression
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL with err->text and err->col (the byte
 * of the cell, 1-based; 0 where the whole term is meant).
 */
CLAMOR_NODISCARD enum rc term_read(
	struct term *t, struct fold *fold, struct text cell, struct err *err);

/**
 * The same with fewer forms: alternatives that are single words become sets,
 * as far as the term is one of plain words. No form is nothing but a set.
 */
CLAMOR_NODISCARD enum rc term_read_sets(
	struct term *t, struct fold *fold, struct text cell, struct err *err);

/**
 * Keep some forms of a term only.
 *
 * @numbers  "1;3", in rising order, counted from 1 in the order of the braces
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL for what are no such numbers.
 */
CLAMOR_NODISCARD enum rc term_keep(
	struct term *t, struct text numbers, struct err *err);

void term_free(struct term *t);

#endif
