/* hang.c - which item of a form is the rarest, and lists of forms. */
#include "config.h"

#include <stdlib.h>

#include "anchors.h"
#include "glyph.h"
#include "rarity.h"
#include "xalloc.h"

#define COMMON_BESIDE 40 /* what a common word adds to another beside it */
#define RARE 90          /* scores from here on are of rare items */
#define PAIRS_AT_FIRST 1024
/* No more, but those of one form: they are numbered up to ANCHORS_ID. */
#define PAIRS_MOST                                                             \
	(ANCHORS_ID - BRACES_EXPANSIONS_MAX * BRACES_EXPANSIONS_MAX)
#define FEW 4 /* forms that may share a rare item */
/* Forms up to which companions are noted: of more, they stand in most posts,
 * and noting them only takes time. */
#define COMPANION_FORMS 20000

/* Forms being hung on their anchors. */
struct hanging {
	struct anchors *a;
	struct rarity rarity;
	uint32_t *crowd; /* by number: how many forms have it as their rarest */
	bool *plain_sets;       /* by set: are its words all of letters a-z? */
	struct choice *choices; /* by form */
	/* by number: how many forms hang on it alone, then where the next one
	 * goes; the same for pairs is in the n and first of their lists */
	uint32_t *alone;
};

/* Where a form hangs. */
struct choice {
	uint8_t item;
	bool pair; /* on this item and the next */
	uint8_t rarest;
};

/* The numbers of an item: those of a set, or one. */
struct ids {
	const uint32_t *v;
	size_t n;
	uint32_t one; /* internal */
};

static const struct ids *
ids_of(const struct anchors *a, const struct lexicon_item *it, struct ids *ids)
{
	if (it->kind == ITEM_SET) {
		ids->v = wordsets_words(&a->forms->sets, it->word, &ids->n);
		return ids;
	}
	ids->one = item_is_class(it) ? a->class_base + it->kind : it->word;
	ids->v = &ids->one;
	ids->n = 1;
	return ids;
}

static const struct lexicon_item *
items_of(const struct hanging *h, size_t form)
{
	const struct forms *f = h->a->forms;

	return f->items + f->v[form].first;
}

/* Choosing. */

/* Let all forms begin with their rarest items, and count those. */
static void
choose_rarest(struct hanging *h)
{
	const struct forms *f = h->a->forms;
	size_t i, j;
	uint32_t k, n, rarest;
	struct ids ids;

	for (i = 0; i < f->n; i++) {
		const struct lexicon_item *items = items_of(h, i);
		int best = -1, s;

		if (f->v[i].is_regex)
			continue;
		for (k = rarest = 0, n = f->v[i].n; k < n; k++) {
			s = rarity_of_item(&h->rarity, &items[k]);
			if (s > best) {
				best = s;
				rarest = k;
			}
		}
		h->choices[i].item = h->choices[i].rarest = (uint8_t)rarest;
		ids_of(h->a, &items[rarest], &ids);
		for (j = 0; j < ids.n && n > 1; j++)
			h->crowd[ids.v[j]]++;
	}
}

/* Do few forms have each number of an item as their rarest? */
static bool
is_uncrowded(const struct hanging *h, const struct lexicon_item *it)
{
	struct ids ids;
	size_t i;

	ids_of(h->a, it, &ids);
	for (i = 0; i < ids.n; i++)
		if (h->crowd[ids.v[i]] > FEW)
			return false;
	return true;
}

/* How rare two items side by side are. */
static int
beside(int a, int b)
{
	return (a > RARITY_COMMON ? a : COMMON_BESIDE) +
		(b > RARITY_COMMON ? b : COMMON_BESIDE);
}

/*
 * A rare item that few forms share serves alone, and leaves the common words
 * beside it in peace. Otherwise two are better than one, but "no me" is worse
 * than a rare word.
 */
static void
choose(struct hanging *h, size_t form)
{
	const struct lexicon_item *items = items_of(h, form);
	struct choice c = h->choices[form];
	int alone = rarity_of_item(&h->rarity, &items[c.item]);
	int best = alone - 1, s, before = 0;
	uint32_t k, n = h->a->forms->v[form].n;

	if ((alone >= RARE && is_uncrowded(h, &items[c.item])) ||
		h->a->npairs >= PAIRS_MOST)
		return;
	for (k = 0; k < n; k++, before = s) {
		s = rarity_of_item(&h->rarity, &items[k]);
		if (k > 0 && items[k].gap == 0 && beside(before, s) > best) {
			best = beside(before, s);
			c.item = (uint8_t)(k - 1);
			c.pair = true;
		}
	}
	h->choices[form] = c;
}

/* The rarest item outside the anchor that is worth looking for; NULL if there
 * is none. */
static const struct lexicon_item *
choose_other(const struct hanging *h, size_t form)
{
	const struct lexicon_item *items = items_of(h, form), *other = NULL;
	struct choice c = h->choices[form];
	int best = c.pair ? -1 : RARITY_COMMON, s;
	uint32_t k, n = h->a->forms->v[form].n;

	for (k = 0; k < n; k++) {
		s = rarity_of_item(&h->rarity, &items[k]);
		if (s > best && (k < c.item || k > (uint32_t)c.item + c.pair)) {
			best = s;
			other = &items[k];
		}
	}
	return other;
}

/* Is the anchor all that there is of the form? */
static bool
is_sure(const struct hanging *h, size_t form)
{
	const struct lexicon_item *items = items_of(h, form);
	struct choice c = h->choices[form];

	return h->a->forms->v[form].n == 1u + c.pair &&
		items[0].kind != ITEM_EXACT && items[c.pair].kind != ITEM_EXACT;
}

/* Hanging. */

static void
set_pair_slot(struct anchors *a, size_t pair)
{
	uint64_t ids = a->pairs[pair].ids;

	*anchors_find_pair(a, ids) =
		anchors_pair_tag(anchors_hash_pair(ids)) | (uint32_t)(pair + 1);
}

/* Keep at least a third of the pairs' slots free. */
static void
grow_pair_slots(struct anchors *a)
{
	size_t i;

	if (3 * a->npairs < 2 * a->npair_slots)
		return;
	a->npair_slots *= 2;
	free(a->pair_slots);
	a->pair_slots = xcalloc_now(a->npair_slots, sizeof(*a->pair_slots));
	for (i = 0; i < a->npairs; i++)
		set_pair_slot(a, i);
}

/* The pair of two numbers side by side, made if it is new. */
static uint32_t
pair_of(struct anchors *a, uint32_t first, uint32_t second)
{
	uint64_t ids = anchors_pair_of(first, second);
	uint32_t slot = *anchors_find_pair(a, ids);

	if (slot != 0)
		return (slot & ANCHORS_ID) - 1;
	a->pairs = xgrow(a->pairs, a->npairs, &a->pairs_cap, sizeof(*a->pairs));
	a->pairs[a->npairs++] = (struct anchors_pair){ .ids = ids };
	set_pair_slot(a, a->npairs - 1);
	grow_pair_slots(a);
	a->uses[first].id |= ANCHORS_FIRST;
	a->uses[first].seconds |= ANCHORS_BIT(second);
	a->uses[second].id |= ANCHORS_SECOND;
	return (uint32_t)a->npairs - 1;
}

/* Count a form in its lists. */
static void
count_in_lists(struct hanging *h, size_t form)
{
	struct choice c = h->choices[form];
	const struct lexicon_item *it = items_of(h, form) + c.item;
	struct ids first, second;
	size_t i, k;
	uint32_t pair;

	ids_of(h->a, it, &first);
	if (!c.pair) {
		for (i = 0; i < first.n; i++)
			h->alone[first.v[i]]++;
		return;
	}
	ids_of(h->a, it + 1, &second);
	for (i = 0; i < first.n; i++)
		for (k = 0; k < second.n; k++) {
			pair = pair_of(h->a, first.v[i], second.v[k]);
			h->a->pairs[pair].list.n++;
		}
}

static bool
is_plain_word(const struct anchors *a, uint32_t id)
{
	struct text word = vocab_text(a->vocab, id);

	return glyph_letters_of(word.p, word.len) == word.len;
}

static bool *
find_plain_sets(const struct anchors *a)
{
	const struct wordsets *s = &a->forms->sets;
	bool *plain = xcalloc(s->n, sizeof(*plain));
	size_t set, i;

	for (set = 1; set < s->n; set++) {
		const uint32_t *words = s->words + s->v[set].first;

		plain[set] = !wordsets_has_stems(s, (uint32_t)set);
		for (i = 0; i < s->v[set].n && plain[set]; i++)
			plain[set] = is_plain_word(a, words[i]);
	}
	return plain;
}

/* Is an item a whole word all of letters a-z, whichever of them? */
static bool
is_plain(const struct hanging *h, const struct lexicon_item *it)
{
	if (it->kind == ITEM_SET)
		return h->plain_sets[it->word];
	return it->kind == ITEM_WORD && is_plain_word(h->a, it->word);
}

/* How many words behind an item of a form another stands, see
 * anchors_companion. */
static int
distance_of(const struct hanging *h, size_t form, uint32_t from, uint32_t to)
{
	const struct lexicon_item *items = items_of(h, form);
	uint32_t first = from < to ? from : to, last = from < to ? to : from, k;

	if (last - first > ANCHORS_NEAR)
		return 0;
	for (k = first; k <= last; k++)
		if (!is_plain(h, &items[k]) || (k > first && items[k].gap > 0))
			return 0;
	return (int)to - (int)from;
}

/* The rarest other item of a form; NULL if there is none that serves. A word
 * that is not all of letters a-z may be spelled in other ways. */
static const struct lexicon_item *
choose_companion(const struct hanging *h, size_t form)
{
	const struct lexicon_item *items = items_of(h, form), *best = NULL;
	const struct lexicon_item *key = items + h->choices[form].rarest;
	uint32_t k, n = h->a->forms->v[form].n;

	for (k = 0; k < n; k++) {
		if (items[k].word == key->word && items[k].kind == key->kind)
			continue;
		if (is_plain(h, &items[k]) &&
			(best == NULL ||
				rarity_of_item(&h->rarity, &items[k]) >
					rarity_of_item(&h->rarity, best)))
			best = &items[k];
	}
	return best;
}

/* The rarest word of a form that always stands at the same distance from its
 * key, but for the companion of that; NULL if there is none. */
static const struct lexicon_item *
choose_second(
	const struct hanging *h, size_t form, uint32_t key, uint32_t companion)
{
	const struct lexicon_item *items = items_of(h, form), *best = NULL;
	uint32_t k;

	for (k = 0; k < h->a->forms->v[form].n; k++) {
		const struct lexicon_item *it = &items[k];

		if (k == key || k == companion || it->kind != ITEM_WORD ||
			distance_of(h, form, key, k) == 0)
			continue;
		if (best == NULL ||
			rarity_of_item(&h->rarity, it) >
				rarity_of_item(&h->rarity, best))
			best = it;
	}
	return best;
}

/* Note the words of an item as companions of each number of another, the key.
 */
static void
note_companions(const struct hanging *h, size_t form, uint32_t key,
	uint32_t companion, bool common)
{
	struct anchors *a = h->a;
	const struct lexicon_item *items = items_of(h, form);
	const struct lexicon_item *second =
		choose_second(h, form, key, companion);
	struct anchors_companion c = { .common = common,
		.distance = (int8_t)distance_of(h, form, key, companion) };
	struct ids keys, words;
	size_t i, k;

	if (second != NULL) {
		c.second = second->word;
		c.second_distance = (int8_t)distance_of(
			h, form, key, (uint32_t)(second - items));
	}
	ids_of(a, &items[key], &keys);
	ids_of(a, &items[companion], &words);
	a->companions = xgrow_by(a->companions, a->ncompanions,
		keys.n * words.n, &a->companions_cap, sizeof(*a->companions));
	for (i = 0; i < keys.n; i++) {
		c.key = keys.v[i];
		if (a->uses[c.key].id & ANCHORS_ENOUGH)
			continue;
		for (k = 0; k < words.n; k++) {
			c.word = words.v[k];
			a->companions[a->ncompanions++] = c;
		}
	}
}

/* Note what numbers are good for. */
static void
note_use(struct anchors *a, const struct ids *ids, uint32_t use)
{
	size_t i;

	for (i = 0; i < ids->n; i++)
		a->uses[ids->v[i]].id |= use;
}

/* Note what has to stand beside the keys of a form, if that has more. */
static void
note_beside(const struct hanging *h, size_t form, const struct ids *keys)
{
	const struct lexicon_item *companion = NULL;

	if (h->a->forms->v[form].n == 1 && is_sure(h, form)) {
		note_use(h->a, keys, ANCHORS_SINGLE);
		return;
	}
	if (h->a->forms->n <= COMPANION_FORMS)
		companion = choose_companion(h, form);
	if (companion != NULL)
		note_companions(h, form, h->choices[form].rarest,
			(uint32_t)(companion - items_of(h, form)), false);
	else
		note_use(h->a, keys, ANCHORS_ENOUGH);
}

static bool
is_whole_word(const struct anchors *a, const struct lexicon_item *it)
{
	return it->kind == ITEM_WORD ||
		(it->kind == ITEM_SET &&
			!wordsets_has_stems(&a->forms->sets, it->word));
}

/* Note without what a form cannot stand: its rarest item, or both of a pair of
 * words where all are common. */
static void
note_key(const struct hanging *h, size_t form)
{
	const struct lexicon_item *items = items_of(h, form);
	struct choice c = h->choices[form];
	struct ids ids;

	if (c.pair && is_whole_word(h->a, &items[c.item]) &&
		is_whole_word(h->a, &items[c.item + 1]) &&
		rarity_of_item(&h->rarity, &items[c.rarest]) <= RARITY_COMMON) {
		note_use(h->a, ids_of(h->a, &items[c.item], &ids),
			ANCHORS_COMMON);
		note_use(h->a, ids_of(h->a, &items[c.item + 1], &ids),
			ANCHORS_COMMON);
		if (h->a->forms->n <= COMPANION_FORMS)
			note_companions(h, form, c.item, c.item + 1u, true);
	} else {
		ids_of(h->a, &items[c.rarest], &ids);
		note_use(h->a, &ids, ANCHORS_KEY);
		note_beside(h, form, &ids);
	}
}

/* Note that there is a pair, now that no more will come. */
static void
note_pair(struct anchors *a, uint64_t ids)
{
	size_t bit = anchors_pair_bit(a, anchors_hash_pair(ids));

	a->pair_bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* Let the lists stand one behind the other, each as long as it will be. */
static void
open_lists(struct hanging *h)
{
	struct anchors *a = h->a;
	uint32_t at = 0;
	size_t k;

	for (k = 0; k < anchors_size(a); k++) {
		struct anchors_span *alone = &a->uses[k].alone;

		*alone = (struct anchors_span){ at, h->alone[k] };
		h->alone[k] = at;
		at += alone->n;
		if (alone->n > 0)
			a->uses[k].id |= ANCHORS_ALONE;
	}
	a->pair_bits = xcalloc(
		ANCHORS_BITS * a->npair_slots / 64, sizeof(*a->pair_bits));
	for (k = 0; k < a->npairs; k++) {
		note_pair(a, a->pairs[k].ids);
		a->pairs[k].list.first = at;
		at += a->pairs[k].list.n;
	}
	a->anchored = xcalloc(at, sizeof(*a->anchored));
}

/* All forms hang: let the pairs' lists begin again where they do. */
static void
close_pairs(struct anchors *a)
{
	size_t k;

	for (k = 0; k < a->npairs; k++)
		a->pairs[k].list.first -= a->pairs[k].list.n;
}

/* Look for another item, too: what anchored.other is. */
static uint32_t
look_for(const struct hanging *h, const struct lexicon_item *other)
{
	struct ids ids;
	ptrdiff_t first;

	if (other == NULL)
		return 0;
	ids_of(h->a, other, &ids);
	first = ids.n > 1 ? ids.v - h->a->forms->sets.words : 0;
	if (ids.n > ANCHORS_OTHER_MOST || first > ANCHORS_ID)
		return 0;
	note_use(h->a, &ids, ANCHORS_OTHER);
	return ids.n > 1
		? (uint32_t)ids.n << ANCHORS_OTHER_SHIFT | (uint32_t)first
		: ids.v[0];
}

static void
hang(struct hanging *h, size_t form)
{
	const struct lexicon_item *items = items_of(h, form);
	struct choice c = h->choices[form];
	uint32_t before = c.item, most = before, j;
	struct anchored at = { .form = (uint32_t)form,
		.before = (uint8_t)before,
		.sure = is_sure(h, form),
		.other = look_for(h, choose_other(h, form)) };
	struct ids first, second;
	size_t i, k;

	for (j = 1; j <= before; j++)
		most += items[j].gap;
	at.most = (uint8_t)most;
	ids_of(h->a, &items[before], &first);
	if (!c.pair) {
		for (i = 0; i < first.n; i++)
			h->a->anchored[h->alone[first.v[i]]++] = at;
		return;
	}
	ids_of(h->a, &items[before + 1], &second);
	for (i = 0; i < first.n; i++)
		for (k = 0; k < second.n; k++) {
			j = pair_of(h->a, first.v[i], second.v[k]);
			h->a->anchored[h->a->pairs[j].list.first++] = at;
		}
}

static void
hang_forms(struct anchors *a)
{
	size_t n = a->forms->n, i;
	struct hanging h = { .a = a,
		.plain_sets = find_plain_sets(a),
		.crowd = xcalloc(anchors_size(a), sizeof(*h.crowd)),
		.alone = xcalloc(anchors_size(a), sizeof(*h.alone)),
		.choices = xcalloc(n, sizeof(*h.choices)) };

	rarity_init(&h.rarity, a->forms);
	a->npair_slots = PAIRS_AT_FIRST;
	a->pair_slots = xcalloc(a->npair_slots, sizeof(*a->pair_slots));
	choose_rarest(&h);
	for (i = 0; i < n; i++) {
		if (a->forms->v[i].is_regex)
			continue;
		choose(&h, i);
		count_in_lists(&h, i);
		note_key(&h, i);
	}
	open_lists(&h);
	for (i = 0; i < n; i++)
		if (!a->forms->v[i].is_regex)
			hang(&h, i);
	close_pairs(a);
	rarity_fini(&h.rarity);
	free(h.plain_sets);
	free(h.crowd);
	free(h.choices);
	free(h.alone);
}

struct anchors *
anchors_new(const struct forms *forms, const bool *is_brand)
{
	struct anchors *a = xcalloc(1, sizeof(*a));
	size_t n;

	a->forms = forms;
	a->vocab = forms->vocab;
	a->is_brand = is_brand;
	a->class_base = vocab_size(a->vocab) + 1;
	n = anchors_size(a);
	a->uses = xcalloc(n, sizeof(*a->uses));
	hang_forms(a);
	anchors_know_words(a);
	return a;
}

void
anchors_free(struct anchors *a)
{
	if (a == NULL)
		return;
	free(a->uses);
	free(a->pairs);
	free(a->pair_slots);
	free(a->pair_bits);
	free(a->companions);
	free(a->anchored);
	free(a->known);
	free(a->known_ids);
	free(a);
}
