/* matcher.c - anchors, pairs, windows, gates. */
#include "config.h"

#include <stdlib.h>

#include "matcher.h"
#include "regex.h"
#include "unichar.h"
#include "xalloc.h"

/* The commonest words of Spanish, folded: bad anchors. */
static const char *const common_words[] = { "a", "al", "algo", "ahora", "aqui",
	"asi", "bien", "cada", "como", "con", "cuando", "de", "del", "desde",
	"dia", "donde", "e", "el", "en", "era", "es", "esa", "ese", "eso",
	"esta", "estan", "este", "esto", "fue", "ha", "han", "hasta", "hay",
	"he", "hoy", "la", "las", "le", "les", "lo", "los", "mas", "me", "mi",
	"mis", "muy", "nada", "nadie", "ni", "no", "nos", "o", "para", "pero",
	"por", "porque", "que", "se", "ser", "si", "sin", "solo", "son", "su",
	"sus", "tan", "te", "tiene", "tengo", "todo", "todos", "tu", "un",
	"una", "uno", "va", "y", "ya", "yo" };

/* Forms that hang on one word, stem or class. */
struct list {
	uint32_t first, n;
};

/* Forms that hang on two words that stand side by side. */
struct pair {
	uint64_t words; /* the first in the high half; 0: a free slot */
	struct list list;
};

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

struct matcher {
	const struct lexicon *lex;
	const struct vocab *vocab;
	const struct lexicon_form *forms;
	const struct lexicon_item *items;
	struct fold *fold;
	struct post post;
	struct list *by_word;	  /* vocab_size + 1 */
	struct pair *pairs;	  /* a hash table, at most half full */
	size_t npairs;		  /* its slots, a power of two */
	bool *starts_pair;	  /* by word: is it the first of a pair? */
	struct list by_class[ITEM_BRAND + 1];
	uint32_t *anchored;	  /* form numbers, list after list */
	uint32_t *anchor;	  /* by form: its item */
	struct tried *tried;	  /* by form */
	struct regex_form *regexes;
	size_t nregexes;
	struct buf scratch;
	struct matcher_counts counts;
	struct text limited;
};

/* Building. */

#define ENYE_LEAD 0xC3 /* the first byte of ñ */

/* Which words of the vocabulary are common; the caller frees it. */
static bool *
mark_common(const struct vocab *v)
{
	bool *common = xcalloc(vocab_size(v) + 1, sizeof(*common));
	size_t i;

	for (i = 0; i < sizeof(common_words) / sizeof(common_words[0]); i++)
		common[vocab_find(v, text_of(common_words[i]))] = true;
	common[0] = false;
	return common;
}

/* How often each word stands in the forms; the caller frees it. */
static uint32_t *
count_uses(const struct matcher *m)
{
	uint32_t *uses = xcalloc(vocab_size(m->vocab) + 1, sizeof(*uses)), k;
	size_t i;

	for (i = 0; i < lexicon_nforms(m->lex); i++)
		for (k = 0; k < m->forms[i].n; k++)
			uses[m->items[m->forms[i].first + k].word]++;
	return uses;
}

/*
 * How good an anchor a word is: a rare one best. Long words are rarer than
 * short ones; a word that many terms share is likely to be common in posts.
 * The caller frees the scores, by word.
 */
static int *
score_words(const struct matcher *m)
{
	bool *common = mark_common(m->vocab);
	uint32_t *uses = count_uses(m), n, id;
	int *score = xcalloc(vocab_size(m->vocab) + 1, sizeof(*score));

	for (id = 1; id <= vocab_size(m->vocab); id++) {
		size_t len = vocab_text(m->vocab, id).len;

		if (common[id]) {
			score[id] = 1;
			continue;
		}
		score[id] = 100 + 4 * (int)(len < 14 ? len : 14);
		for (n = uses[id]; n > 1 && score[id] > 8; n /= 2)
			score[id] -= 6;
	}
	free(common);
	free(uses);
	return score;
}

static int
anchor_score(const struct lexicon_item *it, const int *score)
{
	if (it->kind > ITEM_EXACT)
		return it->kind == ITEM_NUM || it->kind == ITEM_USER ? 0 : 10;
	if (it->kind == ITEM_STEM)
		return score[it->word] - 20;
	return score[it->word];
}

static bool
is_whole_word(const struct lexicon_item *it)
{
	return it->kind == ITEM_WORD || it->kind == ITEM_EXACT;
}

/*
 * Choose what a form is looked for by: its rarest two words side by side, or
 * its rarest item where that is rarer. Returns whether it is a pair.
 */
static bool
choose_anchor(struct matcher *m, size_t i, const int *score)
{
	const struct lexicon_item *items = m->items + m->forms[i].first;
	int best = -1, best_pair = -1, s;
	uint32_t k, pair = 0;

	for (k = 0; k < m->forms[i].n; k++) {
		s = anchor_score(&items[k], score);
		if (s > best) {
			best = s;
			m->anchor[i] = k;
		}
		if (k == 0 || items[k].gap > 0 || !is_whole_word(&items[k]) ||
			!is_whole_word(&items[k - 1]))
			continue;
		s += anchor_score(&items[k - 1], score);
		if (s > best_pair) {
			best_pair = s;
			pair = k - 1;
		}
	}
	if (best_pair < best) /* "no me" is worse than one rare word */
		return false;
	m->anchor[i] = pair;
	return true;
}

static uint64_t
pair_of(uint32_t first, uint32_t second)
{
	return (uint64_t)first << 32 | second;
}

/* The slot of two words; free (words 0) if no form hangs on them. */
static struct pair *
find_pair(const struct matcher *m, uint64_t words)
{
	size_t i = (words * 0x9E3779B97F4A7C15u) >> 20 & (m->npairs - 1);

	while (m->pairs[i].words != 0 && m->pairs[i].words != words)
		i = (i + 1) & (m->npairs - 1);
	return &m->pairs[i];
}

/* The list that form i hangs on; a pair's is made if it is new. */
static struct list *
list_of(struct matcher *m, size_t i, bool is_pair)
{
	const struct lexicon_item *it =
		m->items + m->forms[i].first + m->anchor[i];
	struct pair *p;

	if (!is_pair)
		return it->kind > ITEM_EXACT ? &m->by_class[it->kind]
					     : &m->by_word[it->word];
	p = find_pair(m, pair_of(it[0].word, it[1].word));
	p->words = pair_of(it[0].word, it[1].word);
	m->starts_pair[it[0].word] = true;
	return &p->list;
}

static void
open_list(struct list *l, uint32_t *at)
{
	l->first = *at;
	*at += l->n;
	l->n = 0;
}

static void
hang_forms(struct matcher *m)
{
	size_t n = lexicon_nforms(m->lex), i;
	bool *is_pair = xcalloc(n, sizeof(*is_pair));
	int *score = score_words(m);
	uint32_t at = 0;

	m->anchor = xcalloc(n, sizeof(*m->anchor));
	m->anchored = xcalloc(n, sizeof(*m->anchored));
	m->tried = xcalloc(n, sizeof(*m->tried));
	m->by_word = xcalloc(vocab_size(m->vocab) + 1, sizeof(*m->by_word));
	m->starts_pair = xcalloc(vocab_size(m->vocab) + 1,
		sizeof(*m->starts_pair));
	for (m->npairs = 16; m->npairs < 2 * n; m->npairs *= 2)
		;
	m->pairs = xcalloc(m->npairs, sizeof(*m->pairs));
	for (i = 0; i < n; i++) {
		if (m->forms[i].is_regex)
			continue;
		is_pair[i] = choose_anchor(m, i, score);
		list_of(m, i, is_pair[i])->n++;
	}
	for (i = 0; i <= vocab_size(m->vocab); i++)
		open_list(&m->by_word[i], &at);
	for (i = 0; i <= ITEM_BRAND; i++)
		open_list(&m->by_class[i], &at);
	for (i = 0; i < m->npairs; i++)
		open_list(&m->pairs[i].list, &at);
	for (i = 0; i < n; i++) {
		struct list *l;

		if (m->forms[i].is_regex)
			continue;
		l = list_of(m, i, is_pair[i]);
		m->anchored[l->first + l->n++] = (uint32_t)i;
	}
	free(is_pair);
	free(score);
}

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
		if (regex_new(&r->regex, p, &err) == CLAMOR_OK)
			m->nregexes++;
	}
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
	hang_forms(m);
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
	free(m->by_word);
	free(m->pairs);
	free(m->starts_pair);
	free(m->anchored);
	free(m->anchor);
	free(m->tried);
	buf_free(&m->scratch);
	post_free(&m->post);
	fold_free(m->fold);
	free(m);
}

/* Finding. */

static struct text
token_text(const struct matcher *m, const struct token *t)
{
	return (struct text){ m->post.text.p + t->start, t->end - t->start };
}

/* Is the token written in the original as an exact item wants it? */
static bool
is_exact(struct matcher *m, const struct token *t, struct text wanted)
{
	uint32_t from, to;

	if (t->flags & TOKEN_CHANGED)
		return false;
	post_origin(&m->post, t->start, t->end, &from, &to);
	buf_clear(&m->scratch);
	unichar_nfc(&m->scratch, m->post.original.p + from, to - from);
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

/* Can a stem begin it? #fraude* and @telcel* are stems as well. */
static bool
has_endings(const struct token *t)
{
	return t->kind == TOKEN_WORD || t->kind == TOKEN_TAG ||
		t->kind == TOKEN_USER;
}

static bool
item_fits(struct matcher *m, const struct lexicon_item *it,
	const struct token *t)
{
	switch ((enum item_kind)it->kind) {
	case ITEM_WORD:
		return t->word == it->word;
	case ITEM_STEM:
		return has_endings(t) &&
			has_stem(m, token_text(m, t), it->word);
	case ITEM_EXACT:
		return t->word == it->word && is_exact(m, t, it->exact);
	case ITEM_NUM:
		return t->kind == TOKEN_NUMBER || (t->kind == TOKEN_WORD &&
			token_is_number_word(token_text(m, t)));
	case ITEM_TIME:
		return t->kind == TOKEN_TIME;
	case ITEM_MONEY:
		return t->kind == TOKEN_MONEY;
	case ITEM_USER:
		return t->kind == TOKEN_USER;
	case ITEM_URL:
		return t->kind == TOKEN_URL;
	case ITEM_EMOJI:
		return t->kind == TOKEN_EMOJI || t->kind == TOKEN_EMOTICON;
	case ITEM_BRAND:
		return t->word != 0 && lexicon_is_brand(m->lex, t->word);
	}
	return false;
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

static void
add_hit(struct matcher *m, struct hits *hits, uint32_t form, size_t first,
	size_t last, uint32_t start, uint32_t end)
{
	const struct lexicon_form *f = lexicon_form(m->lex, form);
	struct hit *h;

	hits->v = xgrow(hits->v, hits->n, &hits->cap, sizeof(*hits->v));
	h = &hits->v[hits->n++];
	*h = (struct hit){ .entry = lexicon_entry(m->lex, f->entry),
		.first = (uint32_t)first, .last = (uint32_t)last,
		.start = start, .end = end };
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
try_form(struct matcher *m, struct hits *hits, uint32_t form, size_t t)
{
	const struct lexicon_form *f = &m->forms[form];
	const struct lexicon_item *items = m->items + f->first;
	uint32_t anchor = m->anchor[form], k;
	size_t least = anchor, most = anchor, back, last, upto = 0;

	m->counts.candidates++;
	for (k = 1; k <= anchor; k++)
		most += items[k].gap;
	if (most > least)
		upto = tried_upto(m, form);
	for (back = 0; back <= most; back++) {
		if (back >= least) {
			if (t < upto)
				break;
			if (back == least && most > least)
				m->tried[form] = (struct tried){
					m->counts.posts, t + 1 };
			last = match_from(m, f, t);
			if (last < m->post.ntokens)
				add_token_hit(m, hits, form, t, last);
		}
		if (back < most) {
			t = previous_token(&m->post, t);
			if (t == m->post.ntokens)
				break;
		}
	}
}

static void
try_list(struct matcher *m, struct hits *hits, const struct list *l, size_t t)
{
	uint32_t i;

	for (i = 0; i < l->n; i++)
		try_form(m, hits, m->anchored[l->first + i], t);
}

/* The forms that hang on the words at t and behind it. */
static void
find_pairs(struct matcher *m, struct hits *hits, size_t t)
{
	uint32_t word = m->post.tokens[t].word, second;
	const struct pair *p;
	size_t next;

	if (!m->starts_pair[word])
		return;
	next = next_token(&m->post, t);
	second = next < m->post.ntokens ? m->post.tokens[next].word : 0;
	if (second == 0)
		return;
	p = find_pair(m, pair_of(word, second));
	if (p->words != 0)
		try_list(m, hits, &p->list, t);
}

static void
find_words(struct matcher *m, struct hits *hits)
{
	uint32_t ids[VOCAB_STEMS_MAX];
	struct lexicon_item class = { 0 };
	size_t t, n, i;

	for (t = 0; t < m->post.ntokens; t++) {
		const struct token *tok = &m->post.tokens[t];

		if (tok->word != 0) {
			try_list(m, hits, &m->by_word[tok->word], t);
			find_pairs(m, hits, t);
		}
		if (has_endings(tok)) {
			n = vocab_stems(m->vocab, token_text(m, tok), ids);
			for (i = 0; i < n; i++)
				try_list(m, hits, &m->by_word[ids[i]], t);
		}
		for (i = ITEM_NUM; i <= ITEM_BRAND; i++) {
			class.kind = (uint8_t)i;
			if (m->by_class[i].n > 0 &&
				item_fits(m, &class, tok))
				try_list(m, hits, &m->by_class[i], t);
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

	if (!regex_gate_opens(r->regex, m->post.text))
		return CLAMOR_OK;
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

static int
compare_hits(const void *pa, const void *pb)
{
	const struct hit *a = pa, *b = pb;
	int c;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	if (a->to != b->to)
		return a->to > b->to ? -1 : 1;
	c = text_cmp(a->entry->term, b->entry->term);
	if (c == 0)
		c = text_cmp(a->entry->role_name, b->entry->role_name);
	if (c == 0)
		c = (a->entry->file > b->entry->file) -
			(a->entry->file < b->entry->file);
	if (c == 0)
		c = (a->first > b->first) - (a->first < b->first);
	if (c == 0)
		c = (a->last < b->last) - (a->last > b->last);
	return c;
}

/* Sort; an entry counts once at a place, by whichever form it came. */
static void
tidy(struct hits *hits)
{
	size_t i, n = 0;

	if (hits->n < 2)
		return;
	qsort(hits->v, hits->n, sizeof(*hits->v), compare_hits);
	for (i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];
		const struct hit *k = n > 0 ? &hits->v[n - 1] : NULL;

		if (k == NULL || k->entry != h->entry || k->from != h->from ||
			k->to != h->to)
			hits->v[n++] = *h;
	}
	hits->n = n;
}

enum rc
matcher_find(struct matcher *m, struct text original, struct hits *hits)
{
	enum rc rc = CLAMOR_OK;
	size_t i;

	hits->n = 0;
	post_read(&m->post, m->fold, m->vocab, original);
	m->counts.posts++;
	m->counts.words += m->post.ntokens;
	find_words(m, hits);
	for (i = 0; i < m->nregexes; i++)
		if (find_regex(m, hits, &m->regexes[i]) != CLAMOR_OK)
			rc = CLAMOR_ELIMIT;
	tidy(hits);
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

/* Resolving. */

static bool
beats(const struct hit *a, const struct hit *b)
{
	uint32_t la = a->end - a->start, lb = b->end - b->start;

	if (la != lb)
		return la > lb;
	if (a->start != b->start)
		return a->start < b->start;
	if (role_modifies(a->entry->role) != role_modifies(b->entry->role))
		return !role_modifies(a->entry->role);
	return a < b;
}

static int
compare_rank(const void *pa, const void *pb)
{
	const struct hit *const *a = pa, *const *b = pb;

	return *a == *b ? 0 : beats(*a, *b) ? -1 : 1;
}

/* Is a token of the hit taken by a longer one? */
static bool
is_taken(const struct hits *hits, const struct hit *h)
{
	return memchr(hits->taken + h->first, 1, h->last - h->first + 1) !=
		NULL;
}

/* Room for the ranking, and a clear map of the tokens that hits touch. */
static void
prepare(struct hits *hits)
{
	size_t i, tokens = 0;

	for (i = 0; i < hits->n; i++)
		if (hits->v[i].last >= tokens)
			tokens = hits->v[i].last + 1;
	if (hits->n > hits->rank_cap) {
		hits->rank_cap = hits->cap;
		hits->rank = xreallocarray(hits->rank, hits->rank_cap,
			sizeof(struct hit *));
	}
	if (tokens > hits->taken_cap) {
		hits->taken_cap = tokens * 2;
		hits->taken = xrealloc(hits->taken, hits->taken_cap);
	}
	if (tokens > 0)
		memset(hits->taken, 0, tokens);
}

void
hits_resolve(struct hits *hits)
{
	size_t n = 0, i;

	prepare(hits);
	for (i = 0; i < hits->n; i++) {
		hits->v[i].scores = true;
		if (role_scores(hits->v[i].entry->role))
			hits->rank[n++] = &hits->v[i];
	}
	if (n > 1)
		qsort(hits->rank, n, sizeof(struct hit *), compare_rank);
	for (i = 0; i < n; i++) {
		struct hit *h = hits->rank[i];

		h->scores = !is_taken(hits, h);
		if (h->scores)
			memset(hits->taken + h->first, 1,
				h->last - h->first + 1);
	}
}

void
hits_free(struct hits *hits)
{
	free(hits->v);
	free(hits->rank);
	free(hits->taken);
	*hits = (struct hits){ 0 };
}
