/* gates.c - literals by a hash of their first three bytes. */
#include "config.h"

#include <stdlib.h>

#include "gates.h"
#include "hash.h"
#include "xalloc.h"

#define KEY GATE_MIN /* bytes; no literal is shorter */
#define BUCKETS 4096u
#define HEAD 8 /* bytes that are compared first; NULs stand behind a text */

struct literal {
	uint64_t head, mask; /* its first bytes, and which they are of eight */
	struct text text;
	uint32_t regex;
	uint32_t next; /* in the same bucket: its index + 1, 0 for none */
};

/* Literals to be found where they begin. */
struct literals {
	struct literal *v;
	size_t n, cap;
	uint32_t buckets[BUCKETS];    /* index + 1 of the first, 0 for none */
	bool first[256], second[256]; /* do literals begin with such bytes? */
};

struct gates {
	size_t nregexes;
	uint32_t *ungated; /* expressions without a gate */
	size_t nungated, ungated_cap;
	struct literals at_words, anywhere;
};

struct gates *
gates_new(void)
{
	return xcalloc(1, sizeof(struct gates));
}

void
gates_free(struct gates *g)
{
	if (g == NULL)
		return;
	free(g->ungated);
	free(g->at_words.v);
	free(g->anywhere.v);
	free(g);
}

static inline size_t
bucket_of(const char *p)
{
	const unsigned char *s = (const unsigned char *)p;
	uint32_t key = s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16;

	return (key * 0x9E3779B1u) >> 20;
}

static void
add_literal(struct literals *l, struct text text, uint32_t regex)
{
	size_t b = bucket_of(text.p);

	l->v = xgrow(l->v, l->n, &l->cap, sizeof(*l->v));
	l->v[l->n] = (struct literal){ .mask = UINT64_MAX,
		.text = text,
		.regex = regex,
		.next = l->buckets[b] };
	if (text.len < HEAD)
		l->v[l->n].mask = ((uint64_t)1 << 8 * text.len) - 1;
	memcpy(&l->v[l->n++].head, text.p, text.len < HEAD ? text.len : HEAD);
	l->buckets[b] = (uint32_t)l->n;
	l->first[(unsigned char)text.p[0]] = true;
	l->second[(unsigned char)text.p[1]] = true;
}

void
gates_add(struct gates *g, const struct gate *gate)
{
	uint32_t regex = (uint32_t)g->nregexes++;
	size_t i;

	if (gate->n == 0) {
		g->ungated = xgrow(g->ungated, g->nungated, &g->ungated_cap,
			sizeof(*g->ungated));
		g->ungated[g->nungated++] = regex;
	}
	for (i = 0; i < gate->n; i++)
		add_literal(gate->at_word ? &g->at_words : &g->anywhere,
			gate_literal(gate, i), regex);
}

bool
gates_any_ungated(const struct gates *g)
{
	return g->nungated > 0;
}

void
gates_each(const struct gates *g,
	void (*tell)(void *ctx, struct text literal, bool at_word), void *ctx)
{
	size_t i;

	for (i = 0; i < g->at_words.n; i++)
		tell(ctx, g->at_words.v[i].text, true);
	for (i = 0; i < g->anywhere.n; i++)
		tell(ctx, g->anywhere.v[i].text, false);
}

/* Does a literal stand at p, from where these are the first bytes? */
static inline bool
stands_at(
	const struct literal *l, uint64_t head, const char *p, const char *end)
{
	return ((head ^ l->head) & l->mask) == 0 &&
		(l->text.len <= HEAD ||
			((size_t)(end - p) >= l->text.len &&
				hash_same(p, l->text.p, l->text.len)));
}

void
gates_opened_init(struct gates_opened *o, const struct gates *g)
{
	o->v = xcalloc(g->nregexes, sizeof(*o->v));
	o->open = xcalloc(g->nregexes, sizeof(*o->open));
	o->n = 0;
}

void
gates_opened_free(struct gates_opened *o)
{
	free(o->v);
	free(o->open);
}

void
gates_close(struct gates_opened *o)
{
	while (o->n > 0)
		o->open[o->v[--o->n]] = false;
}

static inline void
open_gate(struct gates_opened *o, uint32_t regex)
{
	if (!o->open[regex]) {
		o->open[regex] = true;
		o->v[o->n++] = regex;
	}
}

/* Open the gates whose literal stands at p; is there one? */
static inline bool
open_at(const struct literals *l, const char *p, const char *end,
	struct gates_opened *o)
{
	uint32_t i = l->buckets[bucket_of(p)];
	bool any = false;
	uint64_t head;

	memcpy(&head, p, HEAD);
	for (; i != 0; i = l->v[i - 1].next)
		if (stands_at(&l->v[i - 1], head, p, end)) {
			open_gate(o, l->v[i - 1].regex);
			any = true;
		}
	return any;
}

bool
gates_open_at(const struct gates *g, const char *p, const char *end,
	struct gates_opened *o)
{
	return end - p >= KEY && open_at(&g->at_words, p, end, o);
}

bool
gates_may_begin(const struct gates *g, struct text word)
{
	const struct literals *l = &g->at_words;
	bool brief = word.len < KEY;
	size_t i = brief ? l->n : l->buckets[bucket_of(word.p)];

	for (; i != 0; i = brief ? i - 1 : l->v[i - 1].next) {
		struct text t = l->v[i - 1].text;
		size_t len = word.len < t.len ? word.len : t.len;

		if (memcmp(t.p, word.p, len) == 0)
			return true;
	}
	return false;
}

static bool
is_ascii_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Open those whose literal stands at the beginning of a word inside a token,
 * as in links. */
static void
open_inside(const struct literals *l, const struct token *t, struct text text,
	struct gates_opened *o)
{
	const char *p, *from = text.p + t->start, *to = text.p + t->end;
	const char *end = text.p + text.len;

	for (p = from; p < to && end - p >= KEY; p++)
		if ((is_ascii_word(*p) || (unsigned char)*p >= 0x80) &&
			(p == from || !is_ascii_word(p[-1])))
			(void)open_at(l, p, end, o);
}

/* Words begin where tokens do, but for tokens that are more than a word. */
static void
look_at_words(const struct gates *g, const struct post *p,
	const uint32_t *tokens, size_t n, struct gates_opened *o)
{
	const char *end = p->text.p + p->text.len;
	size_t i;

	for (i = 0; i < n; i++) {
		const struct token *t = &p->tokens[tokens[i]];
		const char *at = p->text.p + t->start;

		if (t->kind != TOKEN_WORD || (*at >= '0' && *at <= '9'))
			open_inside(&g->at_words, t, p->text, o);
		else if (end - at >= KEY)
			(void)open_at(&g->at_words, at, end, o);
	}
}

static void
look_anywhere(
	const struct literals *l, struct text text, struct gates_opened *o)
{
	const char *p = text.p, *end = text.p + text.len;

	for (; end - p >= KEY; p++)
		if (l->first[(unsigned char)p[0]] &&
			l->second[(unsigned char)p[1]])
			(void)open_at(l, p, end, o);
}

void
gates_look(const struct gates *g, const struct post *p, const uint32_t *tokens,
	size_t n, struct gates_opened *o)
{
	size_t i;

	gates_close(o);
	for (i = 0; i < g->nungated; i++)
		open_gate(o, g->ungated[i]);
	if (g->at_words.n > 0)
		look_at_words(g, p, tokens, n, o);
	if (g->anywhere.n > 0)
		look_anywhere(&g->anywhere, p->text, o);
}
