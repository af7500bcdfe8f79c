/* gates.c - literals by their first bytes, and by a hash of three of them. */
#include "config.h"

#include <stdlib.h>

#include "gates.h"
#include "xalloc.h"

#define KEY 3 /* bytes; no literal of a gate is shorter */
#define BUCKETS 8192u

struct literal {
	struct text text;
	uint32_t regex;
	uint32_t next; /* in the same bucket: its index + 1, 0 for none */
};

struct gates {
	size_t nregexes;
	bool any_ungated;
	bool *ungated; /* by expression */
	size_t ungated_cap;
	struct literal *literals;
	size_t nliterals, literals_cap;
	uint32_t buckets[BUCKETS];    /* index + 1 of the first, 0 for none */
	bool first[256], second[256]; /* do literals begin with such bytes? */
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
	free(g->literals);
	free(g);
}

static inline size_t
bucket_of(const char *p)
{
	const unsigned char *s = (const unsigned char *)p;
	uint32_t key = s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16;

	return (key * 0x9E3779B1u) >> 19;
}

void
gates_add(struct gates *g, const struct regex *r)
{
	size_t i, n;
	const struct text *literals = regex_gate(r, &n);

	g->ungated = xgrow(
		g->ungated, g->nregexes, &g->ungated_cap, sizeof(*g->ungated));
	g->ungated[g->nregexes] = n == 0;
	g->any_ungated |= n == 0;
	for (i = 0; i < n; i++) {
		size_t b = bucket_of(literals[i].p);

		g->literals = xgrow(g->literals, g->nliterals, &g->literals_cap,
			sizeof(*g->literals));
		g->literals[g->nliterals++] =
			(struct literal){ .text = literals[i],
				.regex = (uint32_t)g->nregexes,
				.next = g->buckets[b] };
		g->buckets[b] = (uint32_t)g->nliterals;
		g->first[(unsigned char)literals[i].p[0]] = true;
		g->second[(unsigned char)literals[i].p[1]] = true;
	}
	g->nregexes++;
}

/* Open the gates whose literal stands at p. */
static bool
open_at(const struct gates *g, const char *p, const char *end, bool *open)
{
	uint32_t i = g->buckets[bucket_of(p)];
	bool any = false;

	for (; i != 0; i = g->literals[i - 1].next) {
		const struct literal *l = &g->literals[i - 1];

		if ((size_t)(end - p) >= l->text.len &&
			memcmp(p, l->text.p, l->text.len) == 0)
			any = open[l->regex] = true;
	}
	return any;
}

bool
gates_look(const struct gates *g, struct text folded, bool *open)
{
	const char *p = folded.p, *end = folded.p + folded.len, *last;
	bool any = g->any_ungated;

	if (g->nregexes == 0)
		return false;
	memcpy(open, g->ungated, g->nregexes * sizeof(*open));
	if (g->nliterals == 0 || folded.len < KEY)
		return any;
	for (last = end - KEY; p <= last; p++)
		if (g->first[(unsigned char)p[0]] &&
			g->second[(unsigned char)p[1]] &&
			g->buckets[bucket_of(p)] != 0)
			any |= open_at(g, p, end, open);
	return any;
}
