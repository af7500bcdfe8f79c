/*
 * join.h - several lexicons as one file that, loaded alone, does what they do
 * when they are loaded in order (clamor-lexicon merge).
 */
#ifndef CLAMOR_JOIN_H
#define CLAMOR_JOIN_H

#include "lexicon.h"

/**
 * Append the file: the rows that act, in the order of loading, each with its
 * cells as they are. A row of which only some forms act says which (column
 * forms). A form that acts in no role any more is a row role=off: so it stays
 * known, as a word that drawn-out letters may lead to is, and goes out of
 * what is loaded before, too.
 *
 * @lex  finished, with lexicon_keep_dead
 *
 * Returns the rows written.
 */
size_t join_write(const struct lexicon *lex, struct buf *out);

#endif
