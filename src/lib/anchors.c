/* anchors.c - which item of a form is the rarest, and lists of forms. */
#include "config.h"

#include <stdlib.h>

#include "anchors.h"
#include "glyph.h"
#include "rarity.h"
#include "xalloc.h"

#define COMMON_BESIDE 40 /* what a common word adds to another beside it */
#define RARE 90          /* scores from here on are of rare items */
#define PAIRS_AT_FIRST 1024
#define FEW 4 /* forms that may share a rare item */
/* Forms up to which companions are noted: of more, they stand in most posts,
 * and noting them only takes time. */
#define COMPANION_FORMS 50000

/* Forms being hung on their anchors. */
struct hanging {
	struct anchors *a;
	int *score;      /* how rare words and stems are, by number */
	uint32_t *crowd; /* by number: how many forms have it as their rarest */
	struct choice *choices; /* by form */
	/* by list: how many forms hang in it, then where the next one goes.
	 * First those of numbers alone, then those of pairs as they are met */
	uint32_t *lists;
	size_t nlists, lists_cap;
};

/* Where a form hangs. */
struct choice {
	uint32_t list;
	uint8_t item;
	bool pair; /* on this item and the next */
	uint8_t rarest;
};

static uint32_t
id_of(const struct anchors *a, const struct lexicon_item *it)
{
	return it->kind > ITEM_EXACT ? a->class_base + it->kind : it->word;
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
	size_t i;
	uint32_t k, n, rarest;

	for (i = 0; i < f->n; i++) {
		const struct lexicon_item *items = items_of(h, i);
		int best = -1, s;

		if (f->v[i].is_regex)
			continue;
		for (k = rarest = 0, n = f->v[i].n; k < n; k++) {
			s = rarity_of_item(&items[k], h->score);
			if (s > best) {
				best = s;
				rarest = k;
			}
		}
		h->choices[i].item = h->choices[i].rarest = (uint8_t)rarest;
		h->crowd[id_of(h->a, &items[rarest])] += n > 1;
	}
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
	int alone = rarity_of_item(&items[c.item], h->score);
	int best = alone - 1, s, before = 0;
	uint32_t k, n = h->a->forms->v[form].n;

	if (alone >= RARE && h->crowd[id_of(h->a, &items[c.item])] <= FEW)
		return;
	for (k = 0; k < n; k++, before = s) {
		s = rarity_of_item(&items[k], h->score);
		if (k > 0 && items[k].gap == 0 && beside(before, s) > best) {
			best = beside(before, s);
			c.item = (uint8_t)(k - 1);
			c.pair = true;
		}
	}
	h->choices[form] = c;
}

/* The number of the rarest item outside the anchor that is worth looking for; 0
 * if there is none. */
static uint32_t
choose_other(const struct hanging *h, size_t form)
{
	const struct lexicon_item *items = items_of(h, form), *other = NULL;
	struct choice c = h->choices[form];
	int best = c.pair ? -1 : RARITY_COMMON, s;
	uint32_t k, n = h->a->forms->v[form].n;

	for (k = 0; k < n; k++) {
		s = rarity_of_item(&items[k], h->score);
		if (s > best && (k < c.item || k > (uint32_t)c.item + c.pair)) {
			best = s;
			other = &items[k];
		}
	}
	return other != NULL ? id_of(h->a, other) : 0;
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

/* Keep at most half of the pairs' table full. */
static void
grow_pairs(struct anchors *a)
{
	struct anchors_pair *old = a->pairs;
	size_t n = a->npairs, i;

	if (2 * a->pairs_used < n)
		return;
	a->npairs = 2 * n;
	a->pairs = xcalloc(a->npairs, sizeof(*a->pairs));
	for (i = 0; i < n; i++)
		if (old[i].ids != 0)
			*anchors_find_pair(a, old[i].ids) = old[i];
	free(old);
}

/* The list of two items side by side, made if it is new. Until all are, the
 * number of a pair's list is its first. */
static uint32_t
pair_list(struct hanging *h, const struct lexicon_item *it)
{
	struct anchors *a = h->a;
	uint32_t first = id_of(a, it), second = id_of(a, it + 1);
	uint64_t ids = anchors_pair_of(first, second);
	struct anchors_pair *p = anchors_find_pair(a, ids);

	if (p->ids != 0)
		return p->list.first;
	h->lists = xgrow(h->lists, h->nlists, &h->lists_cap, sizeof(*h->lists));
	h->lists[h->nlists] = 0;
	*p = (struct anchors_pair){ ids, { (uint32_t)h->nlists, 0 } };
	a->pairs_used++;
	grow_pairs(a);
	a->uses[first].id |= ANCHORS_FIRST;
	a->uses[first].seconds |= ANCHORS_BIT(second);
	a->uses[second].id |= ANCHORS_SECOND;
	return (uint32_t)h->nlists++;
}

/* Let a form hang in its list. */
static void
choose_list(struct hanging *h, size_t form)
{
	struct choice *c = &h->choices[form];
	const struct lexicon_item *it = items_of(h, form) + c->item;

	c->list = c->pair ? pair_list(h, it) : id_of(h->a, it);
	h->lists[c->list]++;
}

static bool
is_plain_word(const struct anchors *a, const struct lexicon_item *it)
{
	struct text word;

	if (it->kind != ITEM_WORD)
		return false;
	word = vocab_text(a->vocab, it->word);
	return glyph_letters_of(word.p, word.len) == word.len;
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
		if (!is_plain_word(h->a, &items[k]) ||
			(k > first && items[k].gap > 0))
			return 0;
	return (int)to - (int)from;
}

/* Note the rarest other word of a form, for its key; or why there is none. One
 * that is not all of letters a-z may be spelled in other ways. */
static void
note_companion(const struct hanging *h, size_t form, uint32_t key)
{
	const struct lexicon_item *items = items_of(h, form);
	struct anchors *a = h->a;
	uint32_t k, companion = 0, at = 0, nitems = a->forms->v[form].n;
	int best = -1;

	if (nitems == 1 && is_sure(h, form)) {
		a->uses[key].id |= ANCHORS_SINGLE;
		return;
	}
	if (a->forms->n > COMPANION_FORMS)
		nitems = 0;
	if (a->uses[key].id & ANCHORS_ENOUGH)
		return;
	for (k = 0; k < nitems; k++)
		if (is_plain_word(a, &items[k]) && items[k].word != key &&
			h->score[items[k].word] > best) {
			companion = items[k].word;
			at = k;
			best = h->score[companion];
		}
	if (companion == 0) {
		a->uses[key].id |= ANCHORS_ENOUGH;
		return;
	}
	a->companions = xgrow(a->companions, a->ncompanions, &a->companions_cap,
		sizeof(*a->companions));
	a->companions[a->ncompanions++] = (struct anchors_companion){ key,
		companion,
		(int8_t)distance_of(h, form, h->choices[form].rarest, at) };
}

/* Note without what a form cannot stand: its rarest item, or both of a pair of
 * words where all are common. */
static void
note_key(const struct hanging *h, size_t form)
{
	const struct lexicon_item *items = items_of(h, form);
	struct choice c = h->choices[form];
	struct anchors_id *uses = h->a->uses;
	uint32_t key;

	if (c.pair && items[c.item].kind == ITEM_WORD &&
		items[c.item + 1].kind == ITEM_WORD &&
		rarity_of_item(&items[c.rarest], h->score) <= RARITY_COMMON) {
		uses[items[c.item].word].id |= ANCHORS_COMMON;
		uses[items[c.item + 1].word].id |= ANCHORS_COMMON;
	} else {
		key = id_of(h->a, &items[c.rarest]);
		uses[key].id |= ANCHORS_KEY;
		note_companion(h, form, key);
	}
}

/* The forms of a list stand from *at on. */
static struct anchors_span
open_list(struct hanging *h, size_t list, uint32_t *at)
{
	struct anchors_span l = { *at, h->lists[list] };

	h->lists[list] = *at;
	*at += l.n;
	return l;
}

/* Note that there is a pair, now that no more will come. */
static void
note_pair(struct anchors *a, uint64_t ids)
{
	size_t bit = anchors_hash_pair(ids) & (ANCHORS_BITS * a->npairs - 1);

	a->pair_bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

static void
open_lists(struct hanging *h)
{
	struct anchors *a = h->a;
	uint32_t at = 0;
	size_t k;

	for (k = 0; k < anchors_size(a); k++) {
		a->alone[k] = open_list(h, k, &at);
		if (a->alone[k].n > 0)
			a->uses[k].id |= ANCHORS_ALONE;
	}
	a->pair_bits =
		xcalloc(ANCHORS_BITS * a->npairs / 64, sizeof(*a->pair_bits));
	for (k = 0; k < a->npairs; k++)
		if (a->pairs[k].ids != 0) {
			note_pair(a, a->pairs[k].ids);
			a->pairs[k].list =
				open_list(h, a->pairs[k].list.first, &at);
		}
	a->anchored = xcalloc(at, sizeof(*a->anchored));
}

static void
hang(const struct hanging *h, size_t form)
{
	const struct lexicon_item *items = items_of(h, form);
	struct choice c = h->choices[form];
	uint32_t before = c.item, most = before, k;
	uint32_t other = choose_other(h, form);

	for (k = 1; k <= before; k++)
		most += items[k].gap;
	h->a->uses[other].id |= ANCHORS_OTHER;
	h->a->anchored[h->lists[c.list]++] =
		(struct anchored){ .form = (uint32_t)form,
			.before = (uint8_t)before,
			.most = (uint8_t)most,
			.sure = is_sure(h, form),
			.other = other };
}

static void
hang_forms(struct anchors *a)
{
	size_t n = a->forms->n, i;
	struct hanging h = { .a = a,
		.score = rarity_of_words(a->forms),
		.crowd = xcalloc(anchors_size(a), sizeof(*h.crowd)),
		.choices = xcalloc(n, sizeof(*h.choices)),
		.nlists = anchors_size(a),
		.lists_cap = 2 * anchors_size(a) };

	h.lists = xcalloc(h.lists_cap, sizeof(*h.lists));
	a->npairs = PAIRS_AT_FIRST;
	a->pairs = xcalloc(a->npairs, sizeof(*a->pairs));
	choose_rarest(&h);
	for (i = 0; i < n; i++) {
		if (a->forms->v[i].is_regex)
			continue;
		choose(&h, i);
		choose_list(&h, i);
		note_key(&h, i);
	}
	open_lists(&h);
	for (i = 0; i < n; i++)
		if (!a->forms->v[i].is_regex)
			hang(&h, i);
	free(h.score);
	free(h.crowd);
	free(h.choices);
	free(h.lists);
}

/* Numbers of tokens. */

/* The class that a token is of, brands apart; ITEM_WORD for none. */
static enum item_kind
class_of(const struct token *t, struct text text)
{
	switch ((enum token_kind)t->kind) {
	case TOKEN_WORD:
		return token_is_number_word(token_text(t, text)) ? ITEM_NUM
								 : ITEM_WORD;
	case TOKEN_NUMBER:
		return ITEM_NUM;
	case TOKEN_TIME:
		return ITEM_TIME;
	case TOKEN_MONEY:
		return ITEM_MONEY;
	case TOKEN_USER:
		return ITEM_USER;
	case TOKEN_URL:
		return ITEM_URL;
	case TOKEN_EMOJI:
	case TOKEN_EMOTICON:
		return ITEM_EMOJI;
	case TOKEN_TAG:
		break;
	}
	return ITEM_WORD;
}

bool
anchors_in_class(const struct anchors *a, const struct token *t,
	struct text text, enum item_kind class)
{
	if (class == ITEM_BRAND)
		return a->is_brand[t->word];
	return class > ITEM_EXACT && class_of(t, text) == class;
}

/* Keep a number if forms need it. */
static inline size_t
keep(const struct anchors *a, uint32_t id, struct anchors_id *ids, size_t n)
{
	ids[n] = a->uses[id];
	ids[n].id |= id;
	return n + (a->uses[id].id >= ANCHORS_ALONE);
}

/* Whatever the token is: ask for its stems and classes. */
static size_t
find_ids(const struct anchors *a, const struct token *t, struct text text,
	struct anchors_id ids[ANCHORS_IDS_MAX])
{
	uint32_t stems[VOCAB_STEMS_MAX];
	size_t n = 0, k, nstems;
	enum item_kind class = class_of(t, text);

	if (t->word != 0)
		n = keep(a, t->word, ids, n);
	if (token_has_endings(t)) {
		nstems = vocab_stems(a->vocab, token_text(t, text), stems);
		for (k = 0; k < nstems; k++)
			n = keep(a, stems[k], ids, n);
	}
	if (class != ITEM_WORD)
		n = keep(a, a->class_base + class, ids, n);
	if (a->is_brand[t->word])
		n = keep(a, a->class_base + ITEM_BRAND, ids, n);
	return n;
}

/* What each word of the vocabulary has, spelled as it is there. */
static void
know_words(struct anchors *a)
{
	uint32_t size = vocab_size(a->vocab), id;

	a->known = xcalloc(size + 1, sizeof(*a->known));
	for (id = 1; id <= size; id++) {
		struct text word = vocab_text(a->vocab, id);
		const struct token t = { .kind = TOKEN_WORD,
			.word = id,
			.end = (uint32_t)word.len };
		size_t n = a->nknown;

		if (n + ANCHORS_IDS_MAX > a->known_cap) {
			a->known_cap = 2 * n + 4 * ANCHORS_IDS_MAX;
			a->known_ids = xreallocarray(a->known_ids, a->known_cap,
				sizeof(*a->known_ids));
		}
		a->known[id].n = 1;
		if (word.len > UINT8_MAX) /* left to anchors_ask */
			continue;
		a->nknown += find_ids(a, &t, word, a->known_ids + n);
		a->known[id] = (struct anchors_known){ (uint32_t)n,
			(uint8_t)(a->nknown - n), (uint8_t)word.len };
	}
}

void
anchors_ask(const struct anchors *a, const struct token *t, struct text text,
	struct anchors_ids *ids)
{
	ids->v = ids->own;
	ids->n = find_ids(a, t, text, ids->own);
}

size_t
anchors_size(const struct anchors *a)
{
	return a->class_base + ITEM_BRAND + 1;
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
	a->alone = xcalloc(n, sizeof(*a->alone));
	hang_forms(a);
	know_words(a);
	return a;
}

void
anchors_free(struct anchors *a)
{
	if (a == NULL)
		return;
	free(a->uses);
	free(a->alone);
	free(a->pairs);
	free(a->pair_bits);
	free(a->companions);
	free(a->anchored);
	free(a->known);
	free(a->known_ids);
	free(a);
}
