/* matcher.c - forms compared at their anchors, expressions behind gates. */
#include "config.h"

#include <stdlib.h>

#include "anchors.h"
#include "candidates.h"
#include "compare.h"
#include "matcher.h"
#include "xalloc.h"

struct regex_form {
	uint32_t form;
	struct regex *regex; /* NULL until its gate first opens */
};

/* The starts of a form with gaps that were tried in a post: those up to a
 * token. */
struct tried {
	uint64_t post; /* its number; another one: none yet */
	uint32_t form;
	uint32_t upto; /* exclusive */
};

#define TRIED 256 /* forms that are remembered, by the end of their number */

struct matcher {
	const struct lexicon *lex;
	const struct vocab *vocab;
	const struct lexicon_form *forms;
	struct fold *fold;
	struct post post;
	const struct anchors *anchors;
	const struct sieve *sieve;
	struct sieve_sure sure; /* words of this post */
	bool is_cut;            /* is it cut into tokens? */
	struct tried tried[TRIED];
	struct candidates candidates;
	struct regex_form *regexes;
	size_t nregexes;
	struct gates_opened opened; /* in this post */
	struct compare compare;
	struct matcher_counts counts;
	struct text limited;
};

/* The expressions, in the order of their gates. */
static void
list_regexes(struct matcher *m)
{
	size_t i, cap = 0;

	for (i = 0; i < lexicon_nforms(m->lex); i++) {
		if (!m->forms[i].is_regex)
			continue;
		m->regexes = xgrow(
			m->regexes, m->nregexes, &cap, sizeof(*m->regexes));
		m->regexes[m->nregexes++] =
			(struct regex_form){ (uint32_t)i, NULL };
	}
	gates_opened_init(&m->opened, lexicon_gates(m->lex));
}

struct matcher *
matcher_new(const struct lexicon *lex)
{
	struct matcher *m = xcalloc(1, sizeof(*m));

	m->lex = lex;
	m->vocab = lexicon_vocab(lex);
	m->forms = lexicon_forms(lex);
	m->fold = fold_new();
	m->compare = (struct compare){ .anchors = lexicon_anchors(lex),
		.vocab = m->vocab,
		.items = lexicon_all_items(lex),
		.sets = lexicon_sets(lex),
		.post = &m->post };
	m->anchors = lexicon_anchors(lex);
	m->sieve = lexicon_sieve(lex);
	candidates_init(&m->candidates, m->anchors);
	list_regexes(m);
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
	gates_opened_free(&m->opened);
	candidates_free(&m->candidates);
	buf_free(&m->compare.scratch);
	post_free(&m->post);
	fold_free(m->fold);
	free(m);
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

/* A hit at bytes of the post's text. */
static struct hit *
put_hit(struct matcher *m, struct hits *hits, uint32_t form, uint32_t start,
	uint32_t end)
{
	const struct lexicon_form *f = lexicon_form(m->lex, form);
	struct hit *h = hits_add(hits);

	*h = (struct hit){ .entry = lexicon_entry(m->lex, f->entry),
		.start = start,
		.end = end };
	__builtin_prefetch(&h->entry->role); /* asked when all are found */
	post_origin(&m->post, start, end, &h->from, &h->to);
	return h;
}

static void
add_hit(struct matcher *m, struct hits *hits, uint32_t form, size_t first,
	size_t last, uint32_t start, uint32_t end, uint64_t gaps)
{
	struct hit *h = put_hit(m, hits, form, start, end);

	h->first = (uint32_t)first;
	h->last = (uint32_t)last;
	h->gaps = gaps;
	if (m->post.tokens[last].kind == TOKEN_TAG)
		h->last = (uint32_t)last_of_tag(&m->post, last);
}

static void
add_token_hit(struct matcher *m, struct hits *hits, uint32_t form, size_t first,
	size_t last, uint64_t gaps)
{
	add_hit(m, hits, form, first, last, m->post.tokens[first].start,
		m->post.tokens[last].end, gaps);
}

/* Add the n matches of a form from token first on that compare has found. */
static void
add_matches(struct matcher *m, struct hits *hits, uint32_t form, size_t first,
	size_t n)
{
	const struct compare_match *match = m->compare.matches;

	for (; n-- > 0; match++)
		add_token_hit(m, hits, form, first, match->last, match->gaps);
}

/* The starts before this token were tried for the form in this post. */
static size_t
tried_upto(const struct matcher *m, uint32_t form)
{
	const struct tried *tried = &m->tried[form % TRIED];

	return tried->post == m->counts.posts && tried->form == form
		? tried->upto
		: 0;
}

/*
 * Try a form whose anchor stands at token t, from every possible start. With
 * gaps before the anchor the starts of two anchors overlap. None is tried
 * twice, but where another form came between that is remembered in the same
 * place; what is found twice counts once.
 */
static void
try_form(struct matcher *m, struct hits *hits, const struct anchored *a,
	size_t t)
{
	const struct lexicon_form *f = &m->forms[a->form];
	size_t back, upto;

	for (back = 0; back < a->before; back++)
		if ((t = compare_previous(&m->post, t)) == m->post.ntokens)
			return;
	if (a->most == a->before) {
		add_matches(
			m, hits, a->form, t, compare_from(&m->compare, f, t));
		return;
	}
	upto = tried_upto(m, a->form);
	m->tried[a->form % TRIED] = (struct tried){ m->counts.posts, a->form,
		(uint32_t)(t < upto ? upto : t + 1) };
	for (; t >= upto; back++) {
		add_matches(
			m, hits, a->form, t, compare_from(&m->compare, f, t));
		if (back == a->most)
			return;
		t = compare_previous(&m->post, t);
		if (t == m->post.ntokens)
			return;
	}
}

/* Compare the candidates; those that are certain are hits. */
static void
try_candidates(struct matcher *m, struct hits *hits)
{
	const struct candidate *v =
		m->candidates.v; /* NULL if there are none */
	size_t i, n = m->candidates.n;

	for (i = 0; i < n; i++)
		__builtin_prefetch(
			m->compare.items + m->forms[v[i].a->form].first);
	for (i = 0; i < n; i++) {
		const struct candidate *c = &v[i];

		if (c->a->sure) {
			add_token_hit(m, hits, c->a->form, c->t, c->last, 0);
			continue;
		}
		m->counts.candidates++;
		try_form(m, hits, c->a, c->t);
	}
}

/* Find what stands at tokens, and what gates are open. */
static void
find_words(struct matcher *m, struct hits *hits)
{
	struct candidates *c = &m->candidates;

	m->compare.written_of = NULL;
	candidates_look(c, &m->post);
	gates_look(lexicon_gates(m->lex), &m->post, c->begins, c->nbegins,
		&m->opened);
	candidates_alone(c);
	try_candidates(m, hits);
	candidates_pairs(c);
	try_candidates(m, hits);
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

static void
cut(struct matcher *m)
{
	post_cut(&m->post, m->vocab);
	m->counts.words += m->post.ntokens;
	m->is_cut = true;
}

static bool
has_letter(const char *p, const char *end)
{
	while (p < end && (*p < 'a' || *p > 'z'))
		p++;
	return p < end;
}

/* Add what an expression matches, if it touches any token. A letter is part of
 * one: for that no text need be cut. */
static void
add_match(struct matcher *m, struct hits *hits, uint32_t form, size_t start,
	size_t end)
{
	const char *p = m->post.text.p;
	size_t first, last;

	if (!m->is_cut && has_letter(p + start, p + end)) {
		(void)put_hit(m, hits, form, (uint32_t)start, (uint32_t)end);
		return;
	}
	if (!m->is_cut)
		cut(m);
	if (tokens_at(&m->post, start, end, &first, &last))
		add_hit(m, hits, form, first, last, (uint32_t)start,
			(uint32_t)end, 0);
}

static enum rc
find_regex(struct matcher *m, struct hits *hits, struct regex_form *r)
{
	size_t at = 0, start, end;
	enum rc rc;

	if (r->regex == NULL)
		r->regex = regex_copy(
			lexicon_expression(m->lex, &m->forms[r->form])->regex);
	for (;;) {
		m->counts.regex_runs++;
		rc = regex_next(r->regex, m->post.text, at, &start, &end);
		if (rc != CLAMOR_OK)
			break;
		add_match(m, hits, r->form, start, end);
		at = end;
	}
	if (rc != CLAMOR_ELIMIT)
		return CLAMOR_OK;
	m->counts.limits++;
	m->limited = lexicon_expression(m->lex, &m->forms[r->form])->cell;
	return CLAMOR_ELIMIT;
}

/* Run the expressions whose gates are open. */
static enum rc
find_regexes(struct matcher *m, struct hits *hits)
{
	enum rc rc = CLAMOR_OK;
	size_t i;

	for (i = 0; i < m->opened.n; i++)
		if (find_regex(m, hits, &m->regexes[m->opened.v[i]]) !=
			CLAMOR_OK)
			rc = CLAMOR_ELIMIT;
	return rc;
}

/* Find all entries in the post that is folded. */
static enum rc
find_folded(struct matcher *m, struct hits *hits)
{
	enum rc rc;

	cut(m);
	find_words(m, hits);
	rc = find_regexes(m, hits);
	hits_sort(hits);
	return rc;
}

enum rc
matcher_find(struct matcher *m, struct text original, struct hits *hits)
{
	hits->n = 0;
	m->counts.posts++;
	post_fold(&m->post, m->fold, original);
	return find_folded(m, hits);
}

/* Find the entries in a post of which the sieve is sure: forms that are nothing
 * but a word, and expressions. */
static enum rc
find_sure(struct matcher *m, struct hits *hits)
{
	enum rc rc;
	size_t i, k;

	for (i = 0; i < m->sure.n; i++) {
		const struct sieve_word *w = &m->sure.v[i];
		struct anchored_list list = anchors_on(m->anchors, w->id);

		for (k = 0; k < list.n; k++)
			if (list.v[k].sure)
				put_hit(m, hits, list.v[k].form, w->start,
					w->end);
	}
	m->is_cut = false;
	rc = find_regexes(m, hits);
	hits_sort(hits);
	return rc;
}

enum rc
matcher_find_only(struct matcher *m, struct text original, struct hits *hits)
{
	hits->n = 0;
	m->counts.posts++;
	m->post.shape.watched = sieve_watched(m->sieve);
	post_fold(&m->post, m->fold, original);
	if (sieve_ask(m->sieve, &m->post, &m->sure, &m->opened) == SIEVE_SURE)
		return find_sure(m, hits);
	m->counts.passed++;
	return find_folded(m, hits);
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
