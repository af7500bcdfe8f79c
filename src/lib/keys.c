/* keys.c - forms spelled out. */
#include "config.h"

#include <stdlib.h>

#include "keys.h"
#include "xalloc.h"

static void
add_set(struct buf *out, const struct forms *f, uint32_t set)
{
	size_t n, i;
	const uint32_t *words = wordsets_words(&f->sets, set, &n);

	for (i = 0; i < n; i++) {
		buf_addc(out, i == 0 ? '{' : '|');
		buf_addt(out, vocab_text(f->vocab, words[i]));
		if (wordsets_is_stem(&f->sets, set, i))
			buf_addc(out, '*');
	}
	buf_addc(out, '}');
}

static void
add_item(struct buf *out, const struct forms *f, const struct lexicon_item *it)
{
	if (it->gap > 0) {
		buf_addc(out, '~');
		buf_addu(out, it->gap);
		buf_addc(out, ' ');
	}
	if (it->kind == ITEM_EXACT) {
		buf_addc(out, '!');
		buf_addt(out, forms_exact(f, it));
	} else if (it->kind == ITEM_SET) {
		add_set(out, f, it->word);
	} else if (item_has_word(it)) {
		buf_addt(out, vocab_text(f->vocab, it->word));
		if (it->kind == ITEM_STEM)
			buf_addc(out, '*');
	} else {
		buf_addc(out, '<');
		buf_adds(out, item_class_name((enum item_kind)it->kind));
		buf_addc(out, '>');
	}
}

void
keys_add(struct buf *out, const struct forms *f, size_t form)
{
	const struct lexicon_form *of = &f->v[form];
	uint32_t i;

	if (of->is_regex) {
		buf_addt(out, forms_expression(f, of)->cell);
		return;
	}
	for (i = 0; i < of->n; i++) {
		if (i > 0)
			buf_addc(out, ' ');
		add_item(out, f, &f->items[of->first + i]);
	}
}

void
keys_make(struct keys *k, const struct forms *f)
{
	size_t i;

	k->ends = xcalloc(f->n, sizeof(*k->ends));
	for (i = 0; i < f->n; i++) {
		keys_add(&k->bytes, f, i);
		k->ends[i] = k->bytes.len;
	}
}

struct text
keys_of(const struct keys *k, size_t form)
{
	size_t from = form > 0 ? k->ends[form - 1] : 0;

	return (struct text){ k->bytes.p + from, k->ends[form] - from };
}

void
keys_free(struct keys *k)
{
	buf_free(&k->bytes);
	free(k->ends);
	*k = (struct keys){ 0 };
}
