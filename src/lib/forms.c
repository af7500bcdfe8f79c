/* forms.c - items with interned words. */
#include "config.h"

#include <stdlib.h>

#include "forms.h"
#include "hash.h"
#include "xalloc.h"

void
forms_init(struct forms *f, struct vocab *vocab)
{
	*f = (struct forms){ .vocab = vocab };
	wordmap_init(&f->exact_numbers);
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

	if (it->kind > ITEM_EXACT)
		return 0;
	word = (struct text){ t->bytes.p + w->at, w->len };
	return it->kind == ITEM_STEM ? vocab_add_stem(f->vocab, word)
				     : vocab_add(f->vocab, word);
}

/* Room for the numbers of a term's words, none of them known. */
static void
make_numbers(struct forms *f, size_t n)
{
	f->numbers =
		xgrow_by(f->numbers, 0, n, &f->numbers_cap, sizeof(uint32_t));
	if (n > 0)
		memset(f->numbers, 0, n * sizeof(*f->numbers));
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
		to->exact = (uint16_t)number_exact(
			f, (struct text){ t->bytes.p + w->raw, w->rawlen });
	return it->kind != ITEM_EXACT || to->exact != 0;
}

enum rc
forms_add(
	struct forms *f, uint32_t entry, const struct term *t, struct err *err)
{
	size_t before = f->n, i, k;

	make_numbers(f, t->nwords);
	f->items = xgrow_by(f->items, f->nitems, t->nitems, &f->items_cap,
		sizeof(*f->items));
	for (i = 0; i < t->nforms; i++) {
		const struct form *from = &t->forms[i];
		const struct lexicon_item *it = t->items + from->first;
		struct lexicon_item *to = f->items + f->nitems;

		new_form(f, entry)->n = (uint16_t)from->n;
		for (k = 0; k < from->n; k++) {
			to[k] = it[k];
			to[k].word = f->numbers[it[k].word];
			if ((to[k].word != 0 && it[k].kind != ITEM_EXACT) ||
				ready_item(f, t, &it[k], &to[k]))
				continue;
			f->n = before;
			return err_set(err, CLAMOR_EINVAL,
				"more than %d different words with '!' (leave "
				"it out)",
				FORMS_EXACT_MAX);
		}
		f->nitems += from->n;
	}
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

/* Give a form that holds slang new items. */
static void
replace_slang(struct forms *f, struct lexicon_form *form)
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

void
forms_ready(struct forms *f)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (!f->v[i].is_regex && holds_slang(f, &f->v[i]))
			replace_slang(f, &f->v[i]);
}

/* The bytes that tell a form from others. */
static struct text
identity(const struct forms *f, const struct lexicon_form *form)
{
	if (form->is_regex)
		return forms_expression(f, form)->cell;
	return (struct text){ (const char *)(f->items + form->first),
		form->n * sizeof(*f->items) };
}

bool
forms_same(const struct forms *f, const struct lexicon_form *a,
	const struct lexicon_form *b)
{
	return a->is_regex == b->is_regex &&
		text_eq(identity(f, a), identity(f, b));
}

uint64_t
forms_hash(
	const struct forms *f, const struct lexicon_form *form, uint64_t seed)
{
	struct text t = identity(f, form);

	return hash_bytes(seed + form->is_regex, t.p, t.len);
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
	free(f->expressions);
	free(f->exacts);
	free(f->v);
	free(f->items);
	free(f->numbers);
	*f = (struct forms){ 0 };
}
