/* hang.c - lists of the forms that hang on the same numbers. */
#include "config.h"

#include <stdlib.h>

#include "anchors.h"
#include "choice.h"
#include "companions.h"
#include "xalloc.h"

#define PAIRS_AT_FIRST 1024
/* No more, but those of one form: they are numbered up to ANCHORS_ID. */
#define PAIRS_MOST (ANCHORS_ID - BRACES_EXPANSIONS_MAX * BRACES_EXPANSIONS_MAX)

/* Forms being hung on their anchors. */
struct hanging {
	struct anchors *a;
	struct choices choices;
	/* by number: how many forms hang on it alone, then where the next one
	 * goes; the same for pairs is in the n and first of their lists */
	uint32_t *alone;
	/* the pairs that forms hang on, in the order in which they are counted:
	 * to look for each of them again costs more */
	uint32_t *met;
	size_t nmet, met_cap;
};

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
	struct choice c = h->choices.v[form];
	const struct lexicon_item *it =
		choices_items(&h->choices, form) + c.item;
	struct choices_ids first, second;
	size_t i, k;
	uint32_t pair;

	choices_ids(h->a, it, &first);
	if (!c.pair) {
		for (i = 0; i < first.n; i++)
			h->alone[first.v[i]]++;
		return;
	}
	choices_ids(h->a, it + 1, &second);
	h->met = xgrow_by(h->met, h->nmet, first.n * second.n, &h->met_cap,
		sizeof(*h->met));
	for (i = 0; i < first.n; i++)
		for (k = 0; k < second.n; k++) {
			pair = pair_of(h->a, first.v[i], second.v[k]);
			h->a->pairs[pair].list.n++;
			h->met[h->nmet++] = pair;
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
	struct choices_ids ids;
	ptrdiff_t first;

	if (other == NULL)
		return 0;
	choices_ids(h->a, other, &ids);
	first = ids.n > 1 ? ids.v - h->a->forms->sets.words : 0;
	if (ids.n > ANCHORS_OTHER_MOST || first > ANCHORS_ID)
		return 0;
	choices_note(h->a, &ids, ANCHORS_OTHER);
	return ids.n > 1
		? (uint32_t)ids.n << ANCHORS_OTHER_SHIFT | (uint32_t)first
		: ids.v[0];
}

static void
hang(struct hanging *h, size_t form)
{
	const struct lexicon_item *items = choices_items(&h->choices, form);
	struct choice c = h->choices.v[form];
	uint32_t before = c.item, most = before, j;
	struct anchored at = { .form = (uint32_t)form,
		.before = (uint8_t)before,
		.sure = choices_are_sure(&h->choices, form),
		.other = look_for(h, choices_other(&h->choices, form)) };
	struct choices_ids first, second;
	size_t i;

	for (j = 1; j <= before; j++)
		most += items[j].gap;
	at.most = (uint8_t)most;
	choices_ids(h->a, &items[before], &first);
	if (!c.pair) {
		for (i = 0; i < first.n; i++)
			h->a->anchored[h->alone[first.v[i]]++] = at;
		return;
	}
	choices_ids(h->a, &items[before + 1], &second);
	for (i = first.n * second.n; i > 0; i--) {
		struct anchors_pair *pair = &h->a->pairs[h->met[h->nmet++]];

		h->a->anchored[pair->list.first++] = at;
	}
}

static void
hang_forms(struct anchors *a)
{
	size_t n = a->forms->n, i;
	struct hanging h = { .a = a,
		.alone = xcalloc(anchors_size(a), sizeof(*h.alone)) };
	struct companions companions;

	a->npair_slots = PAIRS_AT_FIRST;
	while (2 * a->npair_slots < 3 * n) /* about as many pairs as forms */
		a->npair_slots *= 2;
	a->pair_slots = xcalloc_now(a->npair_slots, sizeof(*a->pair_slots));
	choices_init(&h.choices, a);
	companions_init(&companions, a, &h.choices);
	for (i = 0; i < n; i++) {
		if (a->forms->v[i].is_regex)
			continue;
		choices_make(&h.choices, i, a->npairs < PAIRS_MOST);
		count_in_lists(&h, i);
		companions_note(&companions, i);
	}
	companions_fini(&companions);
	open_lists(&h);
	h.nmet = 0;
	for (i = 0; i < n; i++)
		if (!a->forms->v[i].is_regex)
			hang(&h, i);
	close_pairs(a);
	choices_fini(&h.choices);
	free(h.alone);
	free(h.met);
}

struct anchors *
anchors_new(const struct forms *forms, const bool *is_brand,
	const struct gates *gates)
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
	anchors_know_words(a, gates);
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
