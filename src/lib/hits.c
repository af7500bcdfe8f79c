/* hits.c - hits in order; which of them score. */
#include "config.h"

#include <stdlib.h>

#include "hits.h"
#include "xalloc.h"

#define FEW 12 /* hits that are sorted by insertion */

struct hit *
hits_add(struct hits *hits)
{
	hits->v = xgrow(hits->v, hits->n, &hits->cap, sizeof(*hits->v));
	return &hits->v[hits->n++];
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
	/* in one word, what it was rewritten to comes in its order */
	c = (a->first > b->first) - (a->first < b->first);
	if (c == 0)
		c = text_cmp(a->entry->term, b->entry->term);
	if (c == 0)
		c = text_cmp(a->entry->role_name, b->entry->role_name);
	if (c == 0)
		c = (a->entry->file > b->entry->file) -
			(a->entry->file < b->entry->file);
	if (c == 0)
		c = text_cmp(a->entry->forms, b->entry->forms);
	if (c == 0)
		c = (a->last < b->last) - (a->last > b->last);
	return c;
}

/* Let hit i sink to its place among those before it. */
static void
sink(struct hits *hits, size_t i)
{
	const struct hit h = hits->v[i];

	for (; i > 0 && compare_hits(&h, &hits->v[i - 1]) < 0; i--)
		hits->v[i] = hits->v[i - 1];
	hits->v[i] = h;
}

void
hits_sort(struct hits *hits)
{
	size_t i, n = 0;

	if (hits->n < 2)
		return;
	if (hits->n > FEW) {
		qsort(hits->v, hits->n, sizeof(*hits->v), compare_hits);
	} else {
		for (i = 1; i < hits->n; i++)
			sink(hits, i);
	}
	for (i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];
		struct hit *k = n > 0 ? &hits->v[n - 1] : NULL;

		if (k == NULL || k->entry != h->entry || k->from != h->from ||
			k->to != h->to)
			hits->v[n++] = *h;
		else
			k->gaps &= h->gaps;
	}
	hits->n = n;
}

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
		hits->rank = xreallocarray(
			hits->rank, hits->rank_cap, sizeof(struct hit *));
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
