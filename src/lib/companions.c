/* companions.c - keys, and other words of their forms. */
#include "config.h"

#include <stdlib.h>

#include "companions.h"
#include "glyph.h"
#include "xalloc.h"

/* Forms up to which companions are noted: of more, they stand in most posts,
 * and noting them only takes time. */
#define COMPANION_FORMS 20000

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
is_plain(const struct companions *c, const struct lexicon_item *it)
{
	if (it->kind == ITEM_SET)
		return c->plain_sets[it->word];
	return it->kind == ITEM_WORD && is_plain_word(c->a, it->word);
}

/* How many words behind an item of a form another stands, see
 * anchors_companion. */
static int
distance_of(const struct companions *c, size_t form, uint32_t from, uint32_t to)
{
	const struct lexicon_item *items = choices_items(c->choices, form);
	uint32_t first = from < to ? from : to, last = from < to ? to : from, k;

	if (last - first > ANCHORS_NEAR)
		return 0;
	for (k = first; k <= last; k++)
		if (!is_plain(c, &items[k]) || (k > first && items[k].gap > 0))
			return 0;
	return (int)to - (int)from;
}

/* The rarest other item of a form; NULL if there is none that serves. A word
 * that is not all of letters a-z may be spelled in other ways. */
static const struct lexicon_item *
choose_companion(const struct companions *c, size_t form)
{
	const struct lexicon_item *items = choices_items(c->choices, form),
				  *best = NULL;
	const struct lexicon_item *key = items + c->choices->v[form].rarest;
	uint32_t k, n = c->a->forms->v[form].n;

	for (k = 0; k < n; k++) {
		if (items[k].word == key->word && items[k].kind == key->kind)
			continue;
		if (is_plain(c, &items[k]) &&
			(best == NULL ||
				rarity_of_item(&c->choices->rarity, &items[k]) >
					rarity_of_item(
						&c->choices->rarity, best)))
			best = &items[k];
	}
	return best;
}

/* The rarest word of a form that always stands at the same distance from its
 * key, but for the companion of that; NULL if there is none. */
static const struct lexicon_item *
choose_second(const struct companions *c, size_t form, uint32_t key,
	uint32_t companion)
{
	const struct choices *all = c->choices;
	const struct lexicon_item *items = choices_items(all, form);
	const struct lexicon_item *best = NULL;
	uint32_t k;

	for (k = 0; k < c->a->forms->v[form].n; k++) {
		const struct lexicon_item *it = &items[k];

		if (k == key || k == companion || it->kind != ITEM_WORD ||
			distance_of(c, form, key, k) == 0)
			continue;
		if (best == NULL ||
			rarity_of_item(&all->rarity, it) >
				rarity_of_item(&all->rarity, best))
			best = it;
	}
	return best;
}

/* Note the words of an item as companions of each number of another, the key.
 */
static void
note_companions(const struct companions *c, size_t form, uint32_t key,
	uint32_t companion, bool common)
{
	struct anchors *a = c->a;
	const struct lexicon_item *items = choices_items(c->choices, form);
	const struct lexicon_item *second =
		choose_second(c, form, key, companion);
	struct anchors_companion to = { .common = common,
		.distance = (int8_t)distance_of(c, form, key, companion) };
	struct choices_ids keys, words;
	size_t i, k;

	if (second != NULL) {
		to.second = second->word;
		to.second_distance = (int8_t)distance_of(
			c, form, key, (uint32_t)(second - items));
	}
	choices_ids(a, &items[key], &keys);
	choices_ids(a, &items[companion], &words);
	a->companions = xgrow_by(a->companions, a->ncompanions,
		keys.n * words.n, &a->companions_cap, sizeof(*a->companions));
	for (i = 0; i < keys.n; i++) {
		to.key = keys.v[i];
		if (a->uses[to.key].id & ANCHORS_ENOUGH)
			continue;
		for (k = 0; k < words.n; k++) {
			to.word = words.v[k];
			a->companions[a->ncompanions++] = to;
		}
	}
}

/* Note what has to stand beside the keys of a form, if that has more. */
static void
note_beside(
	const struct companions *c, size_t form, const struct choices_ids *keys)
{
	const struct lexicon_item *companion = NULL;

	if (c->a->forms->v[form].n == 1 && choices_are_sure(c->choices, form)) {
		choices_note(c->a, keys, ANCHORS_SINGLE);
		return;
	}
	if (c->a->forms->n <= COMPANION_FORMS)
		companion = choose_companion(c, form);
	if (companion != NULL)
		note_companions(c, form, c->choices->v[form].rarest,
			(uint32_t)(companion - choices_items(c->choices, form)),
			false);
	else
		choices_note(c->a, keys, ANCHORS_ENOUGH);
}

static bool
is_whole_word(const struct anchors *a, const struct lexicon_item *it)
{
	return it->kind == ITEM_WORD ||
		(it->kind == ITEM_SET &&
			!wordsets_has_stems(&a->forms->sets, it->word));
}

void
companions_note(const struct companions *c, size_t form)
{
	const struct lexicon_item *items = choices_items(c->choices, form);
	struct choice of = c->choices->v[form];
	struct choices_ids ids;

	if (of.pair && is_whole_word(c->a, &items[of.item]) &&
		is_whole_word(c->a, &items[of.item + 1]) &&
		rarity_of_item(&c->choices->rarity, &items[of.rarest]) <=
			RARITY_COMMON) {
		choices_note(c->a, choices_ids(c->a, &items[of.item], &ids),
			ANCHORS_COMMON);
		choices_note(c->a, choices_ids(c->a, &items[of.item + 1], &ids),
			ANCHORS_COMMON);
		if (c->a->forms->n <= COMPANION_FORMS)
			note_companions(c, form, of.item, of.item + 1u, true);
	} else {
		choices_ids(c->a, &items[of.rarest], &ids);
		choices_note(c->a, &ids, ANCHORS_KEY);
		note_beside(c, form, &ids);
	}
}

void
companions_init(
	struct companions *c, struct anchors *a, const struct choices *choices)
{
	*c = (struct companions){
		.a = a, .choices = choices, .plain_sets = find_plain_sets(a)
	};
}

void
companions_fini(struct companions *c)
{
	free(c->plain_sets);
}
