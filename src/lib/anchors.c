/* anchors.c - which item of a form is the rarest, and lists of forms. */
#include "config.h"

#include <stdlib.h>

#include "anchors.h"
#include "rarity.h"
#include "xalloc.h"

#define COMMON_BESIDE 40 /* what a common word adds to another beside it */
#define RARE 90          /* scores from here on are of rare items */
#define FEW 4            /* forms that may share a rare item */

/* Choosing. */

static uint32_t
id_of(const struct anchors *a, const struct lexicon_item *it)
{
	return it->kind > ITEM_EXACT ? a->class_base + it->kind : it->word;
}

/* Where a form hangs. */
struct choice {
	uint32_t item;
	bool pair; /* on this item and the next */
};

/* The rarest item of a form. */
static uint32_t
rarest(const struct lexicon_form *f, const struct lexicon_item *items,
	const int *score)
{
	int best = -1, s;
	uint32_t k, item = 0;

	for (k = 0; k < f->n; k++) {
		s = rarity_of_item(&items[k], score);
		if (s > best) {
			best = s;
			item = k;
		}
	}
	return item;
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
 *
 * @crowd  how many forms have an item, by number, as their rarest
 */
static struct choice
choose(const struct anchors *a, const struct lexicon_form *f,
	const struct lexicon_item *items, const int *score,
	const uint32_t *crowd)
{
	uint32_t one = rarest(f, items, score), k;
	int alone = rarity_of_item(&items[one], score);
	int best = -1, before = alone, s;
	struct choice two = { 0, true };

	if (alone >= RARE && crowd[id_of(a, &items[one])] <= FEW)
		return (struct choice){ one, false };
	for (k = 0; k < f->n; k++, before = s) {
		s = rarity_of_item(&items[k], score);
		if (k > 0 && items[k].gap == 0 && beside(before, s) > best) {
			best = beside(before, s);
			two.item = k - 1;
		}
	}
	return best < alone ? (struct choice){ one, false } : two;
}

/* The rarest item outside the anchor that is worth looking for; form->n if
 * there is none. */
static uint32_t
choose_other(const struct lexicon_form *f, const struct lexicon_item *items,
	const int *score, struct choice c)
{
	uint32_t k, other = f->n;
	int best = c.pair ? -1 : RARITY_COMMON, s;

	for (k = 0; k < f->n; k++) {
		s = rarity_of_item(&items[k], score);
		if (s > best && (k < c.item || k > c.item + c.pair)) {
			best = s;
			other = k;
		}
	}
	return other;
}

/* Is the anchor all that there is of the form? */
static bool
is_sure(const struct lexicon_form *f, const struct lexicon_item *items,
	struct choice c)
{
	uint32_t k;

	for (k = 0; k < f->n; k++)
		if (items[k].kind == ITEM_EXACT)
			return false;
	return f->n == 1u + c.pair;
}

/* Hanging. */

/* The list of an anchor; a pair's is made if it is new. */
static struct anchors_span *
list_of(struct anchors *a, const struct lexicon_item *it, bool is_pair)
{
	uint32_t first = id_of(a, it), second;
	struct anchors_pair *p;

	if (!is_pair) {
		a->uses[first].id |= ANCHORS_ALONE;
		return &a->alone[first];
	}
	second = id_of(a, it + 1);
	p = anchors_find_pair(a, anchors_pair_of(first, second));
	p->ids = anchors_pair_of(first, second);
	a->uses[first].id |= ANCHORS_FIRST;
	a->uses[first].seconds |= ANCHORS_BIT(second);
	a->uses[second].id |= ANCHORS_SECOND;
	return &p->list;
}

static void
open_list(struct anchors_span *l, uint32_t *at)
{
	l->first = *at;
	*at += l->n;
	l->n = 0;
}

static void
hang(struct anchors *a, struct anchors_span *l, uint32_t form, struct choice c,
	const int *score)
{
	const struct lexicon_form *f = lexicon_form(a->lex, form);
	const struct lexicon_item *items = lexicon_items(a->lex, f);
	uint32_t most = c.item, other = choose_other(f, items, score, c), k;

	for (k = 1; k <= c.item; k++)
		most += items[k].gap;
	other = other < f->n ? id_of(a, &items[other]) : 0;
	a->uses[other].id |= ANCHORS_OTHER;
	a->forms[l->first + l->n++] = (struct anchored){ .form = form,
		.before = (uint8_t)c.item,
		.most = (uint8_t)most,
		.sure = is_sure(f, items, c),
		.other = other };
}

static void
hang_forms(struct anchors *a)
{
	const struct lexicon_form *forms = lexicon_forms(a->lex);
	const struct lexicon_item *items = lexicon_all_items(a->lex);
	uint32_t n = (uint32_t)lexicon_nforms(a->lex), i, at = 0;
	struct choice *choices = xcalloc(n, sizeof(*choices));
	struct anchors_span **lists = xcalloc(n, sizeof(struct anchors_span *));
	int *score = rarity_of_words(a->lex);
	uint32_t *crowd = xcalloc(anchors_size(a), sizeof(*crowd));
	size_t k;

	for (a->npairs = 16; a->npairs < 2 * (size_t)n; a->npairs *= 2)
		;
	a->pairs = xcalloc(a->npairs, sizeof(*a->pairs));
	for (i = 0; i < n; i++) {
		const struct lexicon_item *first = items + forms[i].first;

		if (forms[i].n > 1)
			crowd[id_of(
				a, first + rarest(&forms[i], first, score))]++;
	}
	for (i = 0; i < n; i++) {
		const struct lexicon_item *first = items + forms[i].first;

		if (forms[i].is_regex)
			continue;
		choices[i] = choose(a, &forms[i], first, score, crowd);
		lists[i] = list_of(a, first + choices[i].item, choices[i].pair);
		lists[i]->n++;
	}
	for (k = 0; k <= a->class_base + ITEM_BRAND; k++)
		open_list(&a->alone[k], &at);
	for (k = 0; k < a->npairs; k++)
		if (a->pairs[k].ids != 0)
			open_list(&a->pairs[k].list, &at);
	a->forms = xcalloc(at, sizeof(*a->forms));
	for (i = 0; i < n; i++)
		if (lists[i] != NULL)
			hang(a, lists[i], i, choices[i], score);
	free(choices);
	free(lists);
	free(score);
	free(crowd);
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
anchors_in_class(const struct lexicon *lex, const struct token *t,
	struct text text, enum item_kind class)
{
	if (class == ITEM_BRAND)
		return t->word != 0 && lexicon_is_brand(lex, t->word);
	return class > ITEM_EXACT && class_of(t, text) == class;
}

/* Keep a number if forms need it. */
static inline size_t
keep(const struct anchors *a, uint32_t id, struct anchors_id *ids, size_t n)
{
	ids[n] = a->uses[id];
	ids[n].id |= id;
	return n + (a->uses[id].id != 0);
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
	if (t->word != 0 && lexicon_is_brand(a->lex, t->word))
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
anchors_new(const struct lexicon *lex)
{
	struct anchors *a = xcalloc(1, sizeof(*a));
	size_t n;

	a->lex = lex;
	a->vocab = lexicon_vocab(lex);
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
	free(a->forms);
	free(a->known);
	free(a->known_ids);
	free(a);
}
