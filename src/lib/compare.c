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

/* Is the token written in the original as an exact item wants it? */
static bool
is_exact(struct compare *c, const struct token *t, struct text wanted)
{
	uint32_t from, to;
	struct text is;

	if (t->flags & TOKEN_CHANGED)
		return false;
	post_origin(c->post, t->start, t->end, &from, &to);
	is = (struct text){ c->post->original.p + from, to - from };
	if (!needs_nfc(is))
		return text_eq(is, wanted);
	buf_clear(&c->scratch);
	unichar_nfc(&c->scratch, is.p, is.len);
	return text_eq(buf_text(&c->scratch), wanted);
}

static bool
begins_with(struct text t, struct text stem)
{
	return t.len >= stem.len && memcmp(t.p, stem.p, stem.len) == 0;
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
	if (begins_with(word, text))
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
item_fits(
	struct compare *c, const struct lexicon_item *it, const struct token *t)
{
	switch ((enum item_kind)it->kind) {
	case ITEM_WORD:
		return t->word == it->word;
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

/*
 * The set of places that each item can stand at is one 64-bit mask over the
 * tokens behind s (a form reaches over TERM_SPAN_MAX at most), so gaps cost no
 * backtracking.
 */
size_t
compare_from(struct compare *c, const struct lexicon_form *f, size_t s,
	uint64_t *gaps)
{
	const struct lexicon_item *items = c->items + f->first;
	const struct post *p = c->post;
	size_t place[TERM_SPAN_MAX], n = 1, last, i, t;
	uint64_t at[TERM_SPAN_MAX], gap; /* slang makes forms of many items:
					    item k stands at place k or later */
	uint32_t k;

	if (!item_fits(c, &items[0], &p->tokens[s]))
		return p->ntokens;
	place[0] = s;
	at[0] = 1;
	for (k = 1; k < f->n; k++) {
		uint64_t reach = at[k - 1] << 1, fits = 0;

		for (i = 0; i < items[k].gap; i++)
			reach |= reach << 1;
		for (i = 1; i < TERM_SPAN_MAX; i++) {
			if (reach >> i == 0)
				break;
			if (i == n) {
				t = next_token(p, place[n - 1]);
				if (t == p->ntokens)
					break;
				place[n++] = t;
			}
			if ((reach >> i & 1) &&
				item_fits(c, &items[k], &p->tokens[place[i]]))
				fits |= (uint64_t)1 << i;
		}
		if (fits == 0)
			return p->ntokens;
		at[k] = fits;
	}
	last = (size_t)__builtin_ctzll(at[f->n - 1]);
	*gaps = 0;
	for (gap = gaps_of(at, f->n, last); gap != 0; gap &= gap - 1) {
		i = place[__builtin_ctzll(gap)] - s;
		if (i < 64)
			*gaps |= (uint64_t)1 << i;
	}
	return place[last];
}
