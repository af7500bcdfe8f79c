/* gates.c - literals by a hash of their first three or six bytes. */
#include "config.h"

#include <stdlib.h>

#include "gates.h"
#include "hash.h"
#include "xalloc.h"

#define KEY GATE_MIN /* bytes; no literal is shorter */
#define KEY_LONG 6   /* of those that are as long: hardly two share it */
#define BUCKETS 4096u
#define HEAD 8 /* bytes that are compared first; NULs stand behind a text */

struct literal {
	uint64_t head, mask; /* its first bytes, and which they are of eight */
	struct text text;
	uint32_t regex;
	uint32_t next; /* in the same list: its index + 1, 0 for none */
};

/* Literals to be found where they begin. */
struct literals {
	struct literal *v;
	size_t n, cap;
	/* by their key: index + 1 of the first, 0 for none */
	uint32_t brief[BUCKETS], rest[BUCKETS]; /* of KEY, of KEY_LONG bytes */
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

/* The first bytes at p, of which so many can be read. */
static inline uint64_t
head_at(const char *p)
{
	uint64_t head;

	memcpy(&head, p, HEAD);
	return head;
}

/* The bytes of a head that n bytes are. */
static inline uint64_t
mask_of(size_t n)
{
	return n < HEAD ? ((uint64_t)1 << 8 * n) - 1 : UINT64_MAX;
}

static inline size_t
bucket_of(uint64_t head, unsigned key)
{
	return (head & mask_of(key)) * 0x9E3779B97F4A7C15u >> 52;
}

static void
add_literal(struct literals *l, struct text text, uint32_t regex)
{
	char bytes[HEAD] = "";
	uint64_t head;
	uint32_t *list;

	memcpy(bytes, text.p, text.len < HEAD ? text.len : HEAD);
	head = head_at(bytes);
	list = text.len < KEY_LONG ? &l->brief[bucket_of(head, KEY)]
				   : &l->rest[bucket_of(head, KEY_LONG)];
	l->v = xgrow(l->v, l->n, &l->cap, sizeof(*l->v));
	l->v[l->n++] = (struct literal){ .head = head,
		.mask = mask_of(text.len),
		.text = text,
		.regex = regex,
		.next = *list };
	*list = (uint32_t)l->n;
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

/* Open the gates of a list whose literal stands at p; is there one? */
static bool
open_list(const struct literals *l, uint32_t i, const char *p, const char *end,
	struct gates_opened *o)
{
	uint64_t head = head_at(p);
	bool any = false;

	for (; i != 0; i = l->v[i - 1].next)
		if (stands_at(&l->v[i - 1], head, p, end)) {
			open_gate(o, l->v[i - 1].regex);
			any = true;
		}
	return any;
}

static inline bool
open_at(const struct literals *l, const char *p, const char *end,
	struct gates_opened *o)
{
	uint64_t head = head_at(p);
	uint32_t brief = l->brief[bucket_of(head, KEY)];
	uint32_t rest = l->rest[bucket_of(head, KEY_LONG)];

	if ((brief | rest) == 0)
		return false; /* most */
	return open_list(l, brief, p, end, o) | open_list(l, rest, p, end, o);
}

bool
gates_open_at(const struct gates *g, const char *p, const char *end,
	struct gates_opened *o)
{
	return end - p >= KEY && open_at(&g->at_words, p, end, o);
}

/* Does one of the literals from i on, in its list or in the order in which they
 * were added, stand for a word as far as both go? */
static bool
any_fits(const struct literals *l, uint32_t i, bool list, struct text word)
{
	uint64_t head = head_at(word.p), mask = mask_of(word.len);

	for (; i != 0; i = list ? l->v[i - 1].next : i - 1)
		if (((head ^ l->v[i - 1].head) & l->v[i - 1].mask & mask) == 0)
			return true;
	return false;
}

bool
gates_may_begin(const struct gates *g, struct text word)
{
	const struct literals *l = &g->at_words;
	uint64_t head = head_at(word.p);

	if (!l->first[(unsigned char)*word.p] ||
		(word.len > 1 && !l->second[(unsigned char)word.p[1]]))
		return false;
	if (word.len < KEY_LONG)
		return any_fits(l, (uint32_t)l->n, false, word);
	return any_fits(l, l->brief[bucket_of(head, KEY)], true, word) ||
		any_fits(l, l->rest[bucket_of(head, KEY_LONG)], true, word);
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
		else
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
