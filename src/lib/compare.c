/* compare.c - items against tokens. */
#include "config.h"

#include "compare.h"
#include "unichar.h"

#define ENYE "\xC3\xB1"

/* Can normalising change it? Nothing below U+0300 does it to. */
static bool
needs_nfc(struct text t)
{
	size_t i;

	for (i = 0; i < t.len; i++)
		if ((unsigned char)t.p[i] >= 0xCC)
			return true;
	return false;
}

/* Note how a token is written in the original, in NFC. */
static void
note_written(struct compare *c, const struct token *t)
{
	uint32_t from, to;

	post_origin(c->post, t->start, t->end, &from, &to);
	c->written_of = t;
	c->written = (struct text){ c->post->original.p + from, to - from };
	if (!needs_nfc(c->written))
		return;
	buf_clear(&c->scratch);
	unichar_nfc(&c->scratch, c->written.p, c->written.len);
	c->written = buf_text(&c->scratch);
}

/* Is the token written in the original as an exact item wants it? */
static bool
is_exact(struct compare *c, const struct token *t, struct text wanted)
{
	if (t->flags & TOKEN_CHANGED)
		return false;
	if (c->written_of != t)
		note_written(c, t);
	return text_eq(c->written, wanted);
}

/* A word that an alias of the stem (n for ñ) begins? */
static bool
has_stem(const struct compare *c, struct text word, uint32_t stem)
{
	struct text text = vocab_text(c->vocab, stem);
	uint32_t ids[VOCAB_STEMS_MAX];
	size_t n, i;

	if (*word.p != *text.p && *text.p != ENYE[0])
		return false; /* most */
	if (text_begins(word, text.p, text.len))
		return true;
	if (memchr(text.p, ENYE[0], text.len) == NULL)
		return false; /* only an ñ has an alias */
	n = vocab_stems(c->vocab, word, ids);
	for (i = 0; i < n; i++)
		if (ids[i] == stem)
			return true;
	return false;
}

static bool
has_stem_of(const struct compare *c, uint32_t set, struct text word)
{
	size_t n, i;
	const uint32_t *words = wordsets_words(c->sets, set, &n);

	for (i = c->sets->v[set].nwords; i < n; i++)
		if (has_stem(c, word, words[i]))
			return true;
	return false;
}

/* Does an item stand at a token in another way than by the token's number? */
static bool
fits_by_text(
	struct compare *c, const struct lexicon_item *it, const struct token *t)
{
	switch ((enum item_kind)it->kind) {
	case ITEM_WORD:
		break;
	case ITEM_SET:
		return token_has_endings(t) &&
			has_stem_of(c, it->word, token_text(t, c->post->text));
	case ITEM_STEM:
		return token_has_endings(t) &&
			has_stem(c, token_text(t, c->post->text), it->word);
	case ITEM_EXACT:
		return t->word == it->word &&
			is_exact(c, t, forms_exact(c->anchors->forms, it));
	case ITEM_NUM:
	case ITEM_TIME:
	case ITEM_MONEY:
	case ITEM_USER:
	case ITEM_URL:
	case ITEM_EMOJI:
	case ITEM_BRAND:
		break;
	}
	return anchors_in_class(
		c->anchors, t, c->post->text, (enum item_kind)it->kind);
}

static inline bool
item_fits(
	struct compare *c, const struct lexicon_item *it, const struct token *t)
{
	if (it->kind == ITEM_WORD)
		return t->word == it->word;
	if (it->kind == ITEM_SET) {
		if (wordsets_has(c->sets, it->word, t->word))
			return true;
		if (!wordsets_has_stems(c->sets, it->word))
			return false;
	}
	return fits_by_text(c, it, t);
}

/*
 * The next token that a phrase sees behind t: tags are looked through, a
 * sentence end stops. Returns ntokens when there is none.
 */
static size_t
next_token(const struct post *p, size_t t)
{
	for (t++; t < p->ntokens; t++) {
		if (p->tokens[t].flags & TOKEN_FIRST)
			return p->ntokens;
		if (p->tokens[t].kind != TOKEN_TAG)
			return t;
	}
	return t;
}

size_t
compare_previous(const struct post *p, size_t t)
{
	while (t > 0 && !(p->tokens[t].flags & TOKEN_FIRST)) {
		t--;
		if (p->tokens[t].kind != TOKEN_TAG)
			return t;
	}
	return p->ntokens;
}

/*
 * The places that no item took, as bits: from the last item back, each stands
 * as late as its gap allows. at[k] are the places where item k can stand.
 */
static uint64_t
gaps_of(const uint64_t *at, uint32_t n, size_t last)
{
	uint64_t before = ((uint64_t)1 << last) - 1, gaps = before;

	while (--n > 0) {
		last = 63 - (size_t)__builtin_clzll(at[n - 1] & before);
		before = ((uint64_t)1 << last) - 1;
		gaps &= ~((uint64_t)1 << last);
	}
	return gaps;
}

/* A form being compared. Places are tokens that a phrase sees, from the first
 * on. */
struct comparing {
	const struct lexicon_form *form;
	const struct lexicon_item *items;
	size_t place[TERM_SPAN_MAX];
	size_t nplaces;
	/* by item: bits of the places where it can stand. Slang makes forms of
	 * many items: item k stands at place k or later */
	uint64_t at[TERM_SPAN_MAX];
};

/* Where an item may stand, by where the one before it can. */
static uint64_t
reach_of(uint64_t before, const struct lexicon_item *it)
{
	uint64_t reach = before << 1;
	unsigned i;

	for (i = 0; i < it->gap; i++)
		reach |= reach << 1;
	return reach;
}

/* The places of those in reach where an item stands. */
static uint64_t
find_places(struct compare *c, struct comparing *g,
	const struct lexicon_item *it, uint64_t reach)
{
	const struct post *p = c->post;
	uint64_t fits = 0;
	size_t i, t;

	for (i = 1; i < TERM_SPAN_MAX && reach >> i != 0; i++) {
		if (i == g->nplaces) {
			t = next_token(p, g->place[i - 1]);
			if (t == p->ntokens)
				break;
			g->place[g->nplaces++] = t;
		}
		if ((reach >> i & 1) &&
			item_fits(c, it, &p->tokens[g->place[i]]))
			fits |= (uint64_t)1 << i;
	}
	return fits;
}

/* Keep the shortest match by where the items can stand, with those that end
 * there, too: what stands in a gap stands in those of all. Returns how many
 * there are. */
static size_t
keep_match(struct compare *c, const struct comparing *g, const uint64_t *at,
	size_t n)
{
	size_t last = (size_t)__builtin_ctzll(at[g->form->n - 1]), i;
	struct compare_match m = { g->place[last], 0 };
	uint64_t gap;

	for (gap = gaps_of(at, g->form->n, last); gap != 0; gap &= gap - 1) {
		i = g->place[__builtin_ctzll(gap)] - g->place[0];
		if (i < 64)
			m.gaps |= (uint64_t)1 << i;
	}
	for (i = 0; i < n; i++)
		if (c->matches[i].last == m.last) {
			c->matches[i].gaps &= m.gaps;
			return n;
		}
	c->matches[n] = m;
	return n + 1;
}

static const struct token *
token_in(const struct compare *c, const struct comparing *g, uint64_t at)
{
	return &c->post->tokens[g->place[__builtin_ctzll(at)]];
}

/* Are two tokens one word? Those that are none of the vocabulary may begin with
 * different stems. */
static bool
is_same_word(const struct token *a, const struct token *b)
{
	return a->word == b->word && a->word != 0;
}

/* Could different words of a set stand in the text behind each other? */
static bool
is_manifold(const struct compare *c, const struct comparing *g)
{
	uint64_t left, next;
	uint32_t k;

	for (k = 1; k < g->form->n; k++) {
		if (g->items[k].kind != ITEM_SET)
			continue;
		for (left = g->at[k]; (next = left & (left - 1)) != 0;
			left = next)
			if (!is_same_word(
				    token_in(c, g, left), token_in(c, g, next)))
				return true;
	}
	return false;
}

/* The places of item k if it is only one of the words of its set. */
static uint64_t
places_of_one(
	struct compare *c, const struct comparing *g, uint32_t k, size_t one)
{
	size_t n;
	uint32_t set = g->items[k].word;
	const struct lexicon_item it = { .word = wordsets_words(
						 c->sets, set, &n)[one],
		.kind = wordsets_is_stem(c->sets, set, one) ? ITEM_STEM
							    : ITEM_WORD };
	uint64_t left, fits = 0;

	for (left = g->at[k]; left != 0; left &= left - 1)
		if (item_fits(c, &it, token_in(c, g, left)))
			fits |= left & -left;
	return fits;
}

/* How many words there are for an item to be. */
static size_t
count_words(const struct compare *c, const struct lexicon_item *it)
{
	return it->kind == ITEM_SET ? c->sets->v[it->word].n : 1;
}

/*
 * The matches of all forms that one with sets is expanded into: each
 * combination of words that stand there is tried. There are at most
 * BRACES_EXPANSIONS_MAX.
 */
static size_t
match_each(struct compare *c, const struct comparing *g)
{
	size_t tried[TERM_SPAN_MAX]; /* by item: words */
	uint64_t at[TERM_SPAN_MAX] = { 1 };
	uint32_t k = 1;
	size_t n = 0;

	tried[1] = 0;
	while (k > 0) {
		const struct lexicon_item *it = &g->items[k];

		if (tried[k] == count_words(c, it)) {
			k--; /* back to the item before */
			continue;
		}
		at[k] = it->kind == ITEM_SET ? places_of_one(c, g, k, tried[k])
					     : g->at[k];
		tried[k]++;
		at[k] &= reach_of(at[k - 1], it);
		if (at[k] == 0)
			continue;
		if (k + 1 == g->form->n)
			n = keep_match(c, g, at, n);
		else
			tried[++k] = 0;
	}
	return n;
}

/*
 * The matches of a form whose first item stands at s. The set of places that
 * each item can stand at is one 64-bit mask over the tokens behind s (a form
 * reaches over TERM_SPAN_MAX at most), so gaps cost no backtracking.
 */
static size_t
match_behind(struct compare *c, const struct lexicon_form *f, size_t s)
{
	struct comparing g; /* its arrays are large */
	uint32_t k;

	g.form = f;
	g.items = c->items + f->first;
	g.place[0] = s;
	g.nplaces = 1;
	g.at[0] = 1;
	for (k = 1; k < f->n; k++) {
		uint64_t fits = find_places(
			c, &g, &g.items[k], reach_of(g.at[k - 1], &g.items[k]));

		if (fits == 0) /* certain behind the last place */
			return 0;
		g.at[k] = fits;
	}
	return f->has_sets && is_manifold(c, &g) ? match_each(c, &g)
						 : keep_match(c, &g, g.at, 0);
}

size_t
compare_from(struct compare *c, const struct lexicon_form *f, size_t s)
{
	if (f->n > TERM_SPAN_MAX || /* slang can make a form longer */
		!item_fits(c, &c->items[f->first], &c->post->tokens[s]))
		return 0; /* most */
	return match_behind(c, f, s);
}
