/*
 * brands.h - which brand a text speaks of, by a lexicon of the role brand.
 */
#ifndef CLAMOR_BRANDS_H
#define CLAMOR_BRANDS_H

#include "lexicon.h"

struct brands; /* opaque; one thread at a time */

/** A finder over a finished lexicon, which must outlive it. */
struct brands *brands_new(const struct lexicon *lex);
void brands_free(struct brands *b);

/**
 * The brand (the column `to`) that a text names first; of two that begin at
 * the same place the longer. Also looked for in the handles it mentions.
 *
 * Returns text that lives as long as the lexicon; empty if none is named.
 */
struct text brands_find(struct brands *b, struct text text);

#endif
