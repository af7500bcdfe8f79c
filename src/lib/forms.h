/*
 * forms.h - the forms of all terms of a lexicon: what matches, item by item.
 *
 * They are added as the terms are read, their words interned at once, and made
 * ready when all files are read and slang is known.
 */
#ifndef CLAMOR_FORMS_H
#define CLAMOR_FORMS_H

#include <stdbool.h>
#include <stdint.h>

#include "regex.h"
#include "term.h"
#include "vocab.h"

/* An item made ready: its word is a number of the vocabulary. */
struct lexicon_item {
	uint8_t kind; /* enum item_kind */
	uint8_t gap;
	uint32_t word;     /* of ITEM_WORD, ITEM_STEM, ITEM_EXACT */
	struct text exact; /* of ITEM_EXACT: as written, NFC */
};

/** Is an item a word or a stem? */
static inline bool
item_has_word(const struct lexicon_item *it)
{
	return it->kind == ITEM_WORD || it->kind == ITEM_STEM;
}

/* One form of an entry's term. */
struct lexicon_form {
	uint32_t entry;
	uint32_t first, n; /* items */
	struct text key;   /* its one spelling: equal forms have equal keys */
	bool is_regex;     /* key is the expression between slashes */
	bool live;         /* it acts: no other row has its place */
	const struct regex *regex; /* compiled; NULL if it is none */
};

/* All zero but vocab is empty. */
struct forms {
	struct vocab *vocab; /* borrowed: where words are interned */
	struct lexicon_form *v;
	size_t n, cap;
	struct lexicon_item *items;
	size_t nitems, items_cap;
	struct buf exacts, regexes; /* as written */
	struct buf keys;
	uint32_t *numbers; /* internal: of the words of the term in hand */
	size_t numbers_cap;
	struct regex **compiled; /* all of them */
	size_t ncompiled, compiled_cap;
};

/**
 * Add the forms of a term that is no regular expression. Until forms_ready
 * they have no key.
 */
void forms_add(struct forms *f, uint32_t entry, const struct term *t);

/** Add a regular expression. @cell  with its slashes; copied. @r  taken over */
void forms_add_regex(
	struct forms *f, uint32_t entry, struct text cell, struct regex *r);

/** The word of a form that is one whole word, 0 for other forms. */
uint32_t forms_single_word(const struct forms *f, size_t i);

/**
 * Replace slang inside longer forms, and give each form its key. Nothing can
 * be added afterwards.
 */
void forms_ready(struct forms *f);

void forms_free(struct forms *f);

#endif
