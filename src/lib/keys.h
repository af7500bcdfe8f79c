/*
 * keys.h - the one spelling that equal forms have: for tools that print forms
 * or sort them. Nothing that reads posts needs it. Sets are spelled with
 * braces, but those tools do without (lexicon_spell_out).
 */
#ifndef CLAMOR_KEYS_H
#define CLAMOR_KEYS_H

#include "forms.h"

/* The keys of all forms. All zero is none. */
struct keys {
	struct buf bytes;
	size_t *ends; /* by form */
};

/** Append the key of one form. */
void keys_add(struct buf *out, const struct forms *f, size_t form);

/** Make those of all forms, which are ready; freed by keys_free. */
void keys_make(struct keys *k, const struct forms *f);

/** One of them, borrowed. */
struct text keys_of(const struct keys *k, size_t form);

void keys_free(struct keys *k);

#endif
