/*
 * entrycells.h - what the rows of hits say of an entry, the same each time: its
 * cells are written once.
 */
#ifndef CLAMOR_ENTRYCELLS_H
#define CLAMOR_ENTRYCELLS_H

#include "csvout.h"
#include "lexicon.h"

struct entrycells; /* opaque; one thread at a time */

/* As csvout_raw takes them. */
struct entrycells_text {
	struct text columns; /* lexicon to weight */
	struct text own;     /* the user's own columns; empty where there are
			      * none */
};

/**
 * @lex  must outlive it
 * @own  n columns of its files, which must outlive it too
 * @out  how cells are written there they are written here
 */
struct entrycells *entrycells_new(const struct lexicon *lex,
	const struct text *own, size_t n, const struct csvout *out);
void entrycells_free(struct entrycells *c);

/** The cells of an entry; valid until the next call. */
struct entrycells_text entrycells_of(
	struct entrycells *c, const struct entry *e);

#endif
