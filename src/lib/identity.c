/* identity.c - forms by the bytes of their items. */
#include "config.h"

#include "hash.h"
#include "identity.h"

/* The bytes that tell a form from others. */
static struct text
bytes_of(const struct forms *f, const struct lexicon_form *form)
{
	if (form->is_regex)
		return forms_expression(f, form)->cell;
	return (struct text){ (const char *)(f->items + form->first),
		form->n * sizeof(*f->items) };
}

bool
identity_same(const struct forms *f, const struct lexicon_form *a,
	const struct lexicon_form *b)
{
	return a->is_regex == b->is_regex &&
		text_eq(bytes_of(f, a), bytes_of(f, b));
}

/* What an item at a place of a form adds to its hash. */
static uint64_t
hash_item(const struct lexicon_item *it, uint32_t place, uint64_t seed)
{
	uint64_t bytes;

	memcpy(&bytes, it, sizeof(bytes));
	return hash_mix(bytes ^ seed, 0x9E3779B97F4A7C15u + 2 * place);
}

/* The hashes of n beginnings of forms, each of which goes on with any word of a
 * set. Returns how many there are of those. */
static size_t
hash_set(const struct forms *f, const struct lexicon_item *it, uint32_t place,
	uint64_t seed, uint64_t *hashes, size_t n)
{
	struct lexicon_item word = { .gap = it->gap };
	size_t nwords, i, k;
	const uint32_t *words = wordsets_words(&f->sets, it->word, &nwords);
	uint64_t more;

	for (k = nwords; k-- > 0;) { /* over the beginnings last */
		word.word = words[k];
		word.kind = wordsets_is_stem(&f->sets, it->word, k) ? ITEM_STEM
								    : ITEM_WORD;
		more = hash_item(&word, place, seed);
		for (i = 0; i < n; i++)
			hashes[k * n + i] = hashes[i] + more;
	}
	return nwords * n;
}

uint64_t
identity_hash(
	const struct forms *f, const struct lexicon_form *form, uint64_t seed)
{
	const struct lexicon_item *it = f->items + form->first;
	uint64_t hash = seed;
	uint32_t i;

	if (form->is_regex) {
		struct text t = bytes_of(f, form);

		return hash_bytes(seed, t.p, t.len);
	}
	for (i = 0; i < form->n; i++)
		if (it[i].kind != ITEM_SET)
			hash += hash_item(&it[i], i, seed);
	return hash;
}

size_t
identity_hashes(const struct forms *f, const struct lexicon_form *form,
	uint64_t seed, uint64_t hashes[BRACES_EXPANSIONS_MAX])
{
	const struct lexicon_item *it = f->items + form->first;
	size_t n = 1;
	uint32_t i;

	hashes[0] = identity_hash(f, form, seed);
	for (i = 0; i < form->n && form->has_sets; i++)
		if (it[i].kind == ITEM_SET)
			n = hash_set(f, &it[i], i, seed, hashes, n);
	return n;
}
