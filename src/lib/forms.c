/* forms.c - items with interned words. */
#include "config.h"

#include <stdlib.h>

#include "forms.h"
#include "xalloc.h"

void
forms_init(struct forms *f, struct vocab *vocab)
{
	*f = (struct forms){ .vocab = vocab };
	wordmap_init(&f->exact_numbers);
	wordsets_init(&f->sets);
	/* there is an array even if no form has items, and number 0 is none */
	f->items = xgrow(f->items, 0, &f->items_cap, sizeof(*f->items));
	f->exacts = xgrow(f->exacts, 0, &f->exacts_cap, sizeof(*f->exacts));
	f->exacts[f->nexacts++] = (struct text){ NULL, 0 };
}

static struct lexicon_form *
new_form(struct forms *f, uint32_t entry)
{
	f->v = xgrow(f->v, f->n, &f->cap, sizeof(*f->v));
	f->v[f->n] = (struct lexicon_form){ .entry = entry,
		.first = (uint32_t)f->nitems };
	return &f->v[f->n++];
}

static struct lexicon_item *
new_item(struct forms *f, enum item_kind kind, unsigned gap)
{
	struct lexicon_item *it;

	f->items = xgrow(f->items, f->nitems, &f->items_cap, sizeof(*f->items));
	it = &f->items[f->nitems++];
	*it = (struct lexicon_item){ .kind = (uint8_t)kind,
		.gap = (uint8_t)gap };
	return it;
}

/* The number of a spelling of exact items; 0: there are too many. */
static uint32_t
number_exact(struct forms *f, struct text t)
{
	uint32_t number = wordmap_find(&f->exact_numbers, t);

	if (number != 0 || f->nexacts > FORMS_EXACT_MAX)
		return number;
	f->exacts = xgrow(
		f->exacts, f->nexacts, &f->exacts_cap, sizeof(*f->exacts));
	f->exacts[f->nexacts] = (struct text){ xmemdup0(t.p, t.len), t.len };
	wordmap_add(&f->exact_numbers, t, (uint32_t)f->nexacts);
	return (uint32_t)f->nexacts++;
}

/* The number of an item's word, by the vocabulary. */
static uint32_t
intern(struct forms *f, const struct term *t, const struct lexicon_item *it)
{
	const struct term_word *w = &t->words[it->word];
	struct text word;

	if (item_is_class(it))
		return 0;
	word = (struct text){ t->bytes.p + w->at, w->len };
	return it->kind == ITEM_STEM ? vocab_add_stem(f->vocab, word)
				     : vocab_add(f->vocab, word);
}

/* Room for the numbers of a term's words and sets, none of them known. */
static void
make_numbers(struct forms *f, size_t n)
{
	f->numbers =
		xgrow_by(f->numbers, 0, n, &f->numbers_cap, sizeof(uint32_t));
	if (n > 0)
		memset(f->numbers, 0, n * sizeof(*f->numbers));
}

/* Intern the words of a term with sets, in the order in which they would be
 * interned without. */
static void
intern_met(struct forms *f, const struct term *t)
{
	size_t i;

	for (i = 0; i < t->nmet; i++) {
		const struct lexicon_item *it = &t->met[i];

		if (f->numbers[it->word] == 0)
			f->numbers[it->word] = intern(f, t, it);
	}
}

/* Make a set of a term ready, where the words are interned. */
static void
ready_set(struct forms *f, const struct term *t, const struct lexicon_item *it,
	struct lexicon_item *to)
{
	uint32_t *number = &f->numbers[t->nwords + it->word];
	const struct lexicon_item *members = t->members + it->word;
	uint32_t words[BRACES_EXPANSIONS_MAX];
	const uint32_t *all;
	size_t i, nwords, n = 0;

	if (*number == 0) {
		for (i = 0; i < it->more; i++)
			if (members[i].kind == ITEM_WORD)
				words[n++] = f->numbers[members[i].word];
		nwords = n;
		for (i = 0; i < it->more; i++)
			if (members[i].kind == ITEM_STEM)
				words[n++] = f->numbers[members[i].word];
		*number = wordsets_add(&f->sets, words, nwords, n);
	}
	to->word = *number;
	to->more = 0;
	all = wordsets_words(&f->sets, *number, &n);
	if (n == 1) { /* {a|a} */
		to->kind = members->kind;
		to->word = *all;
	}
}

/* Intern the word of an item of a term; to is its copy. False if there are too
 * many exact ones. */
static bool
ready_item(struct forms *f, const struct term *t, const struct lexicon_item *it,
	struct lexicon_item *to)
{
	const struct term_word *w = &t->words[it->word];
	uint32_t *number = &f->numbers[it->word];

	if (*number == 0)
		*number = intern(f, t, it);
	to->word = *number;
	if (it->kind == ITEM_EXACT)
		to->more = (uint16_t)number_exact(
			f, (struct text){ t->bytes.p + w->raw, w->rawlen });
	return it->kind != ITEM_EXACT || to->more != 0;
}

/* Slang. */

static bool
is_slang(const struct forms *f, const struct lexicon_item *it)
{
	return it->kind == ITEM_WORD && vocab_is_slang(f->vocab, it->word);
}

/* The words of a slang word inside a longer term. */
static void
add_slang(struct forms *f, unsigned gap, struct text to)
{
	/* a copy: vocab_add moves what slang points to */
	char *copy = xmemdup0(to.p, to.len);
	size_t i, start = 0;

	for (i = 0; i <= to.len; i++) {
		if (i < to.len && copy[i] != ' ')
			continue;
		new_item(f, ITEM_WORD, gap)->word = vocab_add(
			f->vocab, (struct text){ copy + start, i - start });
		gap = 0;
		start = i + 1;
	}
	free(copy);
}

/* Give a form that holds slang new items. One that gets longer than any match
 * is cut behind the first item too many: it matches nothing. */
static void
replace_slang_of(struct forms *f, struct lexicon_form *form)
{
	size_t first = f->nitems;
	uint32_t i;

	for (i = 0; i < form->n; i++) {
		const struct lexicon_item it = f->items[form->first + i];

		if (is_slang(f, &it))
			add_slang(f, it.gap, vocab_slang(f->vocab, it.word));
		else
			*new_item(f, ITEM_WORD, 0) = it;
	}
	if (f->nitems - first > TERM_SPAN_MAX)
		f->nitems = first + TERM_SPAN_MAX + 1;
	form->n = (uint16_t)(f->nitems - first);
	form->first = (uint32_t)first;
}

static bool
holds_slang(const struct forms *f, const struct lexicon_form *form)
{
	const struct lexicon_item *it = f->items + form->first;
	uint32_t i;

	for (i = 0; i < form->n && form->n > 1; i++)
		if (is_slang(f, &it[i]))
			return true;
	return false;
}

/* Replace slang in the forms from one on. */
static void
replace_slang(struct forms *f, size_t i)
{
	for (; i < f->n; i++)
		if (!f->v[i].is_regex && holds_slang(f, &f->v[i]))
			replace_slang_of(f, &f->v[i]);
}

/* Adding. */

/* Add a form of a term, where there is room for its items. */
static bool
add_form(struct forms *f, uint32_t entry, const struct term *t,
	const struct form *from)
{
	const struct lexicon_item *it = t->items + from->first;
	struct lexicon_item *to = f->items + f->nitems;
	struct lexicon_form *form = new_form(f, entry);
	size_t k;

	form->n = (uint16_t)from->n;
	for (k = 0; k < from->n; k++) {
		to[k] = it[k];
		if (it[k].kind == ITEM_SET) {
			ready_set(f, t, &it[k], &to[k]);
			form->has_sets |= to[k].kind == ITEM_SET;
			continue;
		}
		to[k].word = f->numbers[it[k].word];
		if ((to[k].word == 0 || it[k].kind == ITEM_EXACT) &&
			!ready_item(f, t, &it[k], &to[k]))
			return false;
	}
	f->nitems += from->n;
	return true;
}

enum rc
forms_add(
	struct forms *f, uint32_t entry, const struct term *t, struct err *err)
{
	size_t before = f->n, i;

	make_numbers(f, t->nwords + t->nmembers);
	intern_met(f, t);
	f->items = xgrow_by(f->items, f->nitems, t->nitems, &f->items_cap,
		sizeof(*f->items));
	for (i = 0; i < t->nforms; i++) {
		if (add_form(f, entry, t, &t->forms[i]))
			continue;
		f->n = before;
		return err_set(err, CLAMOR_EINVAL,
			"more than %d different words with '!' (leave it out)",
			FORMS_EXACT_MAX);
	}
	if (f->ready)
		replace_slang(f, before);
	return CLAMOR_OK;
}

void
forms_add_regex(
	struct forms *f, uint32_t entry, struct text cell, struct regex *r)
{
	struct lexicon_form *form = new_form(f, entry);

	form->is_regex = true;
	form->first = (uint32_t)f->nexpressions;
	f->expressions = xgrow(f->expressions, f->nexpressions,
		&f->expressions_cap, sizeof(*f->expressions));
	f->expressions[f->nexpressions++] =
		(struct expression){ { xmemdup0(cell.p, cell.len), cell.len },
			r };
}

/* Making ready. */

uint32_t
forms_expanded(const struct forms *f, const struct lexicon_form *form)
{
	uint32_t n = 1, i;

	for (i = 0; i < form->n && form->has_sets; i++) {
		const struct lexicon_item *it = &f->items[form->first + i];

		if (it->kind == ITEM_SET)
			n *= f->sets.v[it->word].n;
	}
	return n;
}

bool
forms_have_slang_in_set(const struct forms *f, const struct lexicon_form *form)
{
	size_t i, k, n;

	for (i = 0; i < form->n && form->has_sets; i++) {
		const struct lexicon_item *it = &f->items[form->first + i];
		const uint32_t *words = wordsets_words(
			&f->sets, it->kind == ITEM_SET ? it->word : 0, &n);

		for (k = 0; k < n; k++)
			if (vocab_is_slang(f->vocab, words[k]))
				return true;
	}
	return false;
}

void
forms_ready(struct forms *f)
{
	replace_slang(f, 0);
	f->ready = true;
}

void
forms_free(struct forms *f)
{
	size_t i;

	for (i = 0; i < f->nexpressions; i++) {
		regex_free(f->expressions[i].regex);
		free((char *)(uintptr_t)f->expressions[i].cell.p);
	}
	for (i = 0; i < f->nexacts; i++)
		free((char *)(uintptr_t)f->exacts[i].p);
	wordmap_fini(&f->exact_numbers);
	wordsets_free(&f->sets);
	free(f->expressions);
	free(f->exacts);
	free(f->v);
	free(f->items);
	free(f->numbers);
	*f = (struct forms){ 0 };
}
