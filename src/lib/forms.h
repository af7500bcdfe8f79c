/*
 * forms.h - the forms of all terms of a lexicon: what matches, item by item.
 * A form with sets stands for one of each combination of their words: it is
 * said to be expanded into those.
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
#include "wordmap.h"
#include "wordset.h"

/* One form of an entry's term. */
struct lexicon_form {
	uint32_t entry;
	uint32_t first; /* of its items; of an expression: its number */
	uint16_t n;     /* items */
	bool is_regex : 1;
	bool live : 1; /* it acts: no other row has its place */
	bool has_sets : 1;
};

/* A form that is an expression. */
struct expression {
	struct text cell; /* as written, between slashes */
	struct regex *regex;
};

/* All of it is read by others, too; filled by the functions below. */
struct forms {
	struct vocab *vocab; /* borrowed: where words are interned */
	struct lexicon_form *v;
	size_t n, cap;
	struct lexicon_item *items;
	size_t nitems, items_cap;
	struct expression *expressions; /* in the order of their forms */
	size_t nexpressions, expressions_cap;
	struct wordsets sets;
	bool ready; /* see forms_ready */
	struct wordmap exact_numbers;
	struct text *exacts; /* by number; [0] is unused */
	size_t nexacts, exacts_cap;
	uint32_t *numbers; /* internal: of the words of the term in hand */
	size_t numbers_cap;
};

/** @vocab  borrowed: where words are interned */
void forms_init(struct forms *f, struct vocab *vocab);

#define FORMS_EXACT_MAX UINT16_MAX /* different spellings of exact words */

/**
 * Add the forms of a term that is no regular expression.
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL if there are too many exact words.
 */
CLAMOR_NODISCARD enum rc forms_add(
	struct forms *f, uint32_t entry, const struct term *t, struct err *err);

/** Add a regular expression. @cell  with its slashes; copied. @r  taken over */
void forms_add_regex(
	struct forms *f, uint32_t entry, struct text cell, struct regex *r);

/** The word of a form that is one whole word, 0 for other forms. */
static inline uint32_t
forms_single_word(const struct forms *f, size_t i)
{
	const struct lexicon_form *form = &f->v[i];

	if (form->n != 1 || f->items[form->first].kind != ITEM_WORD)
		return 0;
	return f->items[form->first].word;
}

/** What an exact item is written like: case and accents, in NFC. */
static inline struct text
forms_exact(const struct forms *f, const struct lexicon_item *it)
{
	return f->exacts[it->more];
}

/** The expression that a form is. */
static inline const struct expression *
forms_expression(const struct forms *f, const struct lexicon_form *form)
{
	return &f->expressions[form->first];
}

/** Into how many forms without sets one is expanded. */
uint32_t forms_expanded(const struct forms *f, const struct lexicon_form *form);

/** Has a form a set with slang in it? Such a form must not be made ready. */
bool forms_have_slang_in_set(
	const struct forms *f, const struct lexicon_form *form);

/** Replace slang inside longer forms, also of those that are added later:
 * whose words must all be there already. */
void forms_ready(struct forms *f);

void forms_free(struct forms *f);

#endif
