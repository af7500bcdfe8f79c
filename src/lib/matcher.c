/* matcher.c - forms compared at their anchors, expressions behind gates. */
#include "config.h"

#include <stdlib.h>

#include "anchors.h"
#include "gates.h"
#include "matcher.h"
#include "unichar.h"
#include "xalloc.h"

#define ENYE_LEAD 0xC3 /* the first byte of ñ */

struct regex_form {
	uint32_t form;
	struct regex *regex;
};

/* The starts of a form with gaps that were tried in a post: those up to a
 * token. */
struct tried {
	uint64_t post; /* its number; another one: none yet */
	size_t upto;   /* exclusive */
};

/* Forms that hang on what stands at tokens t .. last. */
struct place {
	struct anchored_list list;
	size_t t, last;
};

struct matcher {
	const struct lexicon *lex;
	const struct vocab *vocab;
	const struct lexicon_form *forms;
	const struct lexicon_item *items;
	struct fold *fold;
	struct post post;
	struct anchors *anchors;
	struct tried *tried; /* by form */
	uint64_t *seen;	     /* by number of anchors.h: the last post with it */
	struct place *places; /* of this post */
	size_t nplaces, places_cap;
	struct regex_form *regexes;
	size_t nregexes;
	struct gates *gates; /* of regexes */
	bool *open;	     /* by regex */
	struct buf scratch;
	struct matcher_counts counts;
	struct text limited;
};

static void
compile_regexes(struct matcher *m)
{
	size_t i, cap = 0;

	for (i = 0; i < lexicon_nforms(m->lex); i++) {
		const struct lexicon_form *f = lexicon_form(m->lex, i);
		struct text p = f->key;
		struct err err;
		struct regex_form *r;

		if (!f->is_regex)
			continue;
		p.p++; /* the slashes */
		p.len -= 2;
		m->regexes = xgrow(m->regexes, m->nregexes, &cap,
			sizeof(*m->regexes));
		r = &m->regexes[m->nregexes];
		r->form = (uint32_t)i;
		/* the lexicon has compiled it before: it is valid */
		if (regex_new(&r->regex, p, &err) != CLAMOR_OK)
			continue;
		gates_add(m->gates, r->regex);
		m->nregexes++;
	}
	m->open = xcalloc(m->nregexes, sizeof(*m->open));
}

struct matcher *
matcher_new(const struct lexicon *lex)
{
	struct matcher *m = xcalloc(1, sizeof(*m));

	m->lex = lex;
	m->vocab = lexicon_vocab(lex);
	m->forms = lexicon_forms(lex);
	m->items = lexicon_all_items(lex);
	m->fold = fold_new();
	m->anchors = anchors_new(lex);
	m->seen = xcalloc(anchors_size(m->anchors), sizeof(*m->seen));
	m->tried = xcalloc(lexicon_nforms(lex), sizeof(*m->tried));
	m->gates = gates_new();
	compile_regexes(m);
	return m;
}

void
matcher_free(struct matcher *m)
{
	size_t i;

	if (m == NULL)
		return;
	for (i = 0; i < m->nregexes; i++)
		regex_free(m->regexes[i].regex);
	free(m->regexes);
	free(m->open);
	free(m->tried);
	free(m->seen);
	free(m->places);
	gates_free(m->gates);
	anchors_free(m->anchors);
	buf_free(&m->scratch);
	post_free(&m->post);
	fold_free(m->fold);
	free(m);
}

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
is_exact(struct matcher *m, const struct token *t, struct text wanted)
{
	uint32_t from, to;
	struct text is;

	if (t->flags & TOKEN_CHANGED)
		return false;
	post_origin(&m->post, t->start, t->end, &from, &to);
	is = (struct text){ m->post.original.p + from, to - from };
	if (!needs_nfc(is))
		return text_eq(is, wanted);
	buf_clear(&m->scratch);
	unichar_nfc(&m->scratch, is.p, is.len);
	return text_eq(buf_text(&m->scratch), wanted);
}

static bool
begins_with(struct text t, struct text stem)
{
	return t.len >= stem.len && memcmp(t.p, stem.p, stem.len) == 0;
}

/* A word that an alias of the stem (n for ñ) begins? */
static bool
has_stem(const struct matcher *m, struct text word, uint32_t stem)
{
	struct text text = vocab_text(m->vocab, stem);
	uint32_t ids[VOCAB_STEMS_MAX];
	size_t n, i;

	if (begins_with(word, text))
		return true;
	if (memchr(text.p, ENYE_LEAD, text.len) == NULL)
		return false; /* only an ñ has an alias */
	n = vocab_stems(m->vocab, word, ids);
	for (i = 0; i < n; i++)
		if (ids[i] == stem)
			return true;
	return false;
}

static bool
item_fits(struct matcher *m, const struct lexicon_item *it,
	const struct token *t)
{
	switch ((enum item_kind)it->kind) {
	case ITEM_WORD:
		return t->word == it->word;
	case ITEM_STEM:
		return token_has_endings(t) &&
			has_stem(m, token_text(t, m->post.text), it->word);
	case ITEM_EXACT:
		return t->word == it->word && is_exact(m, t, it->exact);
	case ITEM_NUM:
	case ITEM_TIME:
	case ITEM_MONEY:
	case ITEM_USER:
	case ITEM_URL:
	case ITEM_EMOJI:
	case ITEM_BRAND:
		break;
	}
	return anchors_in_class(m->lex, t, m->post.text,
		(enum item_kind)it->kind);
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

static size_t
previous_token(const struct post *p, size_t t)
{
	while (t > 0 && !(p->tokens[t].flags & TOKEN_FIRST)) {
		t--;
		if (p->tokens[t].kind != TOKEN_TAG)
			return t;
	}
	return p->ntokens;
}

/*
 * The shortest match of a form from token s on: the set of places that each
 * item can stand at is one 64-bit mask over the tokens behind s (a form
 * reaches over TERM_SPAN_MAX at most), so gaps cost no backtracking.
 *
 * Returns the last token, or ntokens when it does not match.
 */
static size_t
match_from(struct matcher *m, const struct lexicon_form *f, size_t s)
{
	const struct lexicon_item *items = m->items + f->first;
	const struct post *p = &m->post;
	size_t place[TERM_SPAN_MAX], n = 1, i, t;
	uint64_t at = 1;
	uint32_t k;

	if (!item_fits(m, &items[0], &p->tokens[s]))
		return p->ntokens;
	place[0] = s;
	for (k = 1; k < f->n && at != 0; k++) {
		uint64_t reach = at << 1, fits = 0;

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
				item_fits(m, &items[k], &p->tokens[place[i]]))
				fits |= (uint64_t)1 << i;
		}
		at = fits;
	}
	if (at == 0)
		return p->ntokens;
	for (i = 0; (at >> i & 1) == 0; i++)
		;
	return place[i];
}

/* The last of the words that the tag at token t is made of: who holds the tag
 * holds them too. */
static size_t
last_of_tag(const struct post *p, size_t t)
{
	uint32_t end = p->tokens[t].src_end;

	while (t + 1 < p->ntokens && p->tokens[t + 1].src_start < end)
		t++;
	return t;
}

static void
add_hit(struct matcher *m, struct hits *hits, uint32_t form, size_t first,
	size_t last, uint32_t start, uint32_t end)
{
	const struct lexicon_form *f = lexicon_form(m->lex, form);
	const struct token *tokens = m->post.tokens;
	struct hit *h = hits_add(hits);

	*h = (struct hit){ .entry = lexicon_entry(m->lex, f->entry),
		.first = (uint32_t)first, .last = (uint32_t)last,
		.start = start, .end = end };
	if (tokens[last].kind == TOKEN_TAG)
		h->last = (uint32_t)last_of_tag(&m->post, last);
	post_origin(&m->post, start, end, &h->from, &h->to);
}

static void
add_token_hit(struct matcher *m, struct hits *hits, uint32_t form,
	size_t first, size_t last)
{
	add_hit(m, hits, form, first, last, m->post.tokens[first].start,
		m->post.tokens[last].end);
}

/* The starts before this token were tried for the form in this post. */
static size_t
tried_upto(const struct matcher *m, uint32_t form)
{
	const struct tried *tried = &m->tried[form];

	return tried->post == m->counts.posts ? tried->upto : 0;
}

/*
 * Try a form whose anchor stands at token t, from every possible start. With
 * gaps before the anchor the starts of two anchors overlap; none is tried
 * twice.
 */
static void
try_form(struct matcher *m, struct hits *hits, const struct anchored *a,
	size_t t)
{
	const struct lexicon_form *f = &m->forms[a->form];
	size_t least = a->before, most = a->most, back, last, upto = 0;

	if (most > least)
		upto = tried_upto(m, a->form);
	for (back = 0; back <= most; back++) {
		if (back >= least) {
			if (t < upto)
				break;
			if (back == least && most > least)
				m->tried[a->form] = (struct tried){
					m->counts.posts, t + 1 };
			last = match_from(m, f, t);
			if (last < m->post.ntokens)
				add_token_hit(m, hits, a->form, t, last);
		}
		if (back < most) {
			t = previous_token(&m->post, t);
			if (t == m->post.ntokens)
				break;
		}
	}
}

static inline void
add_place(struct matcher *m, struct anchored_list list, size_t t, size_t last)
{
	if (list.n == 0)
		return;
	m->places = xgrow(m->places, m->nplaces, &m->places_cap,
		sizeof(*m->places));
	m->places[m->nplaces++] = (struct place){ list, t, last };
}

/* Numbers that can be the first of a pair. */
struct firsts {
	uint32_t v[ANCHORS_IDS_MAX];
	size_t n;
};

/* The places of one token: of its numbers, and of those with the numbers of
 * the token before it. */
static inline void
find_places(struct matcher *m, const struct firsts *before, size_t last,
	const struct anchors_ids *here, size_t t)
{
	size_t i, k;

	for (i = 0; i < here->n; i++) {
		uint32_t id = here->v[i] & ANCHORS_ID;

		m->seen[id] = m->counts.posts;
		if (here->v[i] & ANCHORS_ALONE)
			add_place(m, anchors_on(m->anchors, id), t, t);
		for (k = 0; k < before->n && (here->v[i] & ANCHORS_SECOND); k++)
			add_place(m, anchors_on_pair(m->anchors, before->v[k],
				id), last, t);
	}
}

/* Look at every token: which anchors stand where, which numbers are there. */
static void
look_around(struct matcher *m)
{
	struct anchors_ids ids;
	struct firsts before = { .n = 0 };
	size_t last = 0, t, i;

	m->nplaces = 0;
	for (t = 0; t < m->post.ntokens; t++) {
		const struct token *tok = &m->post.tokens[t];

		if (tok->flags & TOKEN_FIRST)
			before.n = 0;
		anchors_of(m->anchors, tok, m->post.text, &ids);
		if (tok->kind == TOKEN_TAG) { /* phrases look through it */
			const struct firsts none = { .n = 0 };

			find_places(m, &none, last, &ids, t);
			continue;
		}
		find_places(m, &before, last, &ids, t);
		before.n = 0;
		for (i = 0; i < ids.n; i++)
			if (ids.v[i] & ANCHORS_FIRST)
				before.v[before.n++] = ids.v[i] & ANCHORS_ID;
		last = t;
	}
}

/* Compare the forms at their places, if all that they need is in the post. */
static void
find_words(struct matcher *m, struct hits *hits)
{
	size_t i, k;

	look_around(m);
	for (i = 0; i < m->nplaces; i++) {
		const struct place *p = &m->places[i];

		for (k = 0; k < p->list.n; k++) {
			const struct anchored *a = &p->list.v[k];

			if (a->sure) {
				add_token_hit(m, hits, a->form, p->t, p->last);
			} else if (a->other == 0 ||
				m->seen[a->other] == m->counts.posts) {
				m->counts.candidates++;
				try_form(m, hits, a, p->t);
			}
		}
	}
}

/* The tokens that bytes of the text touch; false if they touch none. */
static bool
tokens_at(const struct post *p, size_t start, size_t end, size_t *first,
	size_t *last)
{
	size_t low = 0, high = p->ntokens;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (p->tokens[mid].end <= start)
			low = mid + 1;
		else
			high = mid;
	}
	*first = low;
	if (low == p->ntokens || p->tokens[low].start >= end)
		return false;
	while (low + 1 < p->ntokens && p->tokens[low + 1].start < end)
		low++;
	*last = low;
	return true;
}

static enum rc
find_regex(struct matcher *m, struct hits *hits, struct regex_form *r)
{
	size_t at = 0, start, end, first, last;
	enum rc rc;

	for (;;) {
		m->counts.regex_runs++;
		rc = regex_next(r->regex, m->post.text, at, &start, &end);
		if (rc != CLAMOR_OK)
			break;
		if (tokens_at(&m->post, start, end, &first, &last))
			add_hit(m, hits, r->form, first, last,
				(uint32_t)start, (uint32_t)end);
		at = end;
	}
	if (rc != CLAMOR_ELIMIT)
		return CLAMOR_OK;
	m->counts.limits++;
	m->limited = lexicon_form(m->lex, r->form)->key;
	return CLAMOR_ELIMIT;
}

/* Run the expressions whose gate opens. */
static enum rc
find_regexes(struct matcher *m, struct hits *hits)
{
	enum rc rc = CLAMOR_OK;
	size_t i;

	if (!gates_look(m->gates, m->post.text, m->open))
		return rc;
	for (i = 0; i < m->nregexes; i++)
		if (m->open[i] && find_regex(m, hits, &m->regexes[i]) !=
				CLAMOR_OK)
			rc = CLAMOR_ELIMIT;
	return rc;
}

enum rc
matcher_find(struct matcher *m, struct text original, struct hits *hits)
{
	enum rc rc;

	hits->n = 0;
	post_read(&m->post, m->fold, m->vocab, original);
	m->counts.posts++;
	m->counts.words += m->post.ntokens;
	find_words(m, hits);
	rc = find_regexes(m, hits);
	hits_sort(hits);
	return rc;
}

struct post *
matcher_post(struct matcher *m)
{
	return &m->post;
}

const struct matcher_counts *
matcher_counts(const struct matcher *m)
{
	return &m->counts;
}

struct text
matcher_limited(const struct matcher *m)
{
	return m->limited;
}
