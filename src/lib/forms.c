/* forms.c - items with interned words; keys. */
#include "config.h"

#include <stdlib.h>

#include "forms.h"
#include "xalloc.h"

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

/* Append bytes that will move; where they end up is found by their lengths. */
static struct text
keep(struct buf *b, struct text t)
{
	buf_addt(b, t);
	return (struct text){ NULL, t.len };
}

/* The number of an item's word, by the vocabulary. */
static uint32_t
intern(struct forms *f, const struct term *t, const struct item *it)
{
	struct text word;

	if (it->kind > ITEM_EXACT)
		return 0;
	word = (struct text){ t->bytes.p + it->at, it->len };
	return it->kind == ITEM_STEM ? vocab_add_stem(f->vocab, word)
				     : vocab_add(f->vocab, word);
}

/* Room for the numbers of a term's words, none of them known. */
static void
make_numbers(struct forms *f, size_t n)
{
	if (n > f->numbers_cap) {
		f->numbers_cap = 2 * n;
		f->numbers = xreallocarray(
			f->numbers, f->numbers_cap, sizeof(*f->numbers));
	}
	if (n > 0)
		memset(f->numbers, 0, n * sizeof(*f->numbers));
}

static void
add_item(struct forms *f, const struct term *t, const struct item *from)
{
	struct lexicon_item *it = new_item(f, from->kind, from->gap);
	uint32_t *number = &f->numbers[from->word];

	if (*number == 0)
		*number = intern(f, t, from);
	it->word = *number;
	if (from->kind == ITEM_EXACT)
		it->exact = keep(&f->exacts,
			(struct text){ t->bytes.p + from->raw, from->rawlen });
}

void
forms_add(struct forms *f, uint32_t entry, const struct term *t)
{
	size_t i, k;

	make_numbers(f, t->nwords);
	for (i = 0; i < t->nforms; i++) {
		const struct form *from = &t->forms[i];

		new_form(f, entry)->n = (uint32_t)from->n;
		for (k = 0; k < from->n; k++)
			add_item(f, t, &t->items[from->first + k]);
	}
}

void
forms_add_regex(
	struct forms *f, uint32_t entry, struct text cell, struct regex *r)
{
	struct lexicon_form *form = new_form(f, entry);

	f->compiled = xgrow(f->compiled, f->ncompiled, &f->compiled_cap,
		sizeof(struct regex *));
	f->compiled[f->ncompiled++] = r;
	form->is_regex = true;
	form->regex = r;
	form->key = keep(&f->regexes, cell);
}

uint32_t
forms_single_word(const struct forms *f, size_t i)
{
	const struct lexicon_form *form = &f->v[i];

	if (form->is_regex || form->n != 1 ||
		f->items[form->first].kind != ITEM_WORD)
		return 0;
	return f->items[form->first].word;
}

/* Making ready. */

/* What an item is slang for; empty for none. */
static struct text
slang_of(const struct forms *f, const struct lexicon_item *it)
{
	if (it->kind != ITEM_WORD || !vocab_is_slang(f->vocab, it->word))
		return (struct text){ NULL, 0 };
	return vocab_slang(f->vocab, it->word);
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
		struct text to = slang_of(f, &it);

		if (to.len > 0)
			add_slang(f, it.gap, to);
		else
			*new_item(f, ITEM_WORD, 0) = it;
	}
	form->n = (uint32_t)(f->nitems - first);
	form->first = (uint32_t)first;
}

static bool
holds_slang(const struct forms *f, const struct lexicon_form *form)
{
	uint32_t i;

	for (i = 0; i < form->n && form->n > 1; i++)
		if (slang_of(f, &f->items[form->first + i]).len > 0)
			return true;
	return false;
}

/* The texts that were kept, now that they stay where they are. */
static void
settle(struct forms *f)
{
	const char *exact = f->exacts.p;
	size_t i;

	for (i = 0; i < f->nitems; i++)
		if (f->items[i].exact.len > 0) {
			f->items[i].exact.p = exact;
			exact += f->items[i].exact.len;
		}
}

static void
add_key_class(struct buf *out, const struct lexicon_item *it)
{
	buf_addc(out, '<');
	buf_adds(out, item_class_name((enum item_kind)it->kind));
	buf_addc(out, '>');
}

/* Append the one spelling that equal forms have. */
static void
add_key(struct forms *f, const struct lexicon_form *form)
{
	const struct lexicon_item *it = f->items + form->first;
	const struct lexicon_item *end = it + form->n, *first = it;
	struct buf *out = &f->keys;

	for (; it < end; it++) {
		if (it > first)
			buf_addc(out, ' ');
		if (it->gap > 0) {
			buf_addc(out, '~');
			buf_addu(out, it->gap);
			buf_addc(out, ' ');
		}
		if (it->kind > ITEM_EXACT) {
			add_key_class(out, it);
		} else if (it->kind == ITEM_EXACT) {
			buf_addc(out, '!');
			buf_addt(out, it->exact);
		} else {
			buf_addt(out, vocab_text(f->vocab, it->word));
			if (it->kind == ITEM_STEM)
				buf_addc(out, '*');
		}
	}
}

static void
make_keys(struct forms *f)
{
	const char *at = f->regexes.p;
	size_t i, from;

	for (i = 0; i < f->n; i++) {
		struct lexicon_form *form = &f->v[i];

		from = f->keys.len;
		if (form->is_regex) {
			buf_add(&f->keys, at, form->key.len);
			at += form->key.len;
		} else {
			add_key(f, form);
		}
		form->key.len = f->keys.len - from;
	}
	at = f->keys.p;
	for (i = 0; i < f->n; i++) {
		f->v[i].key.p = at;
		at += f->v[i].key.len;
	}
}

void
forms_ready(struct forms *f)
{
	size_t i;

	/* there is an array even if no form has items */
	f->items = xgrow(f->items, 0, &f->items_cap, sizeof(*f->items));
	settle(f);
	for (i = 0; i < f->n; i++)
		if (!f->v[i].is_regex && holds_slang(f, &f->v[i]))
			replace_slang(f, &f->v[i]);
	make_keys(f);
}

void
forms_free(struct forms *f)
{
	size_t i;

	for (i = 0; i < f->ncompiled; i++)
		regex_free(f->compiled[i]);
	free(f->compiled);
	free(f->v);
	free(f->items);
	free(f->numbers);
	buf_free(&f->exacts);
	buf_free(&f->regexes);
	buf_free(&f->keys);
	*f = (struct forms){ 0 };
}
