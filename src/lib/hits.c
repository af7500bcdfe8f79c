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
compare_places(const struct hit *a, const struct hit *b)
{
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->to < b->to) - (a->to > b->to);
}

static int
compare_entries(const struct entry *a, const struct entry *b)
{
	int c = text_cmp(a->term, b->term);

	if (c == 0)
		c = text_cmp(a->role_name, b->role_name);
	if (c == 0)
		c = (a->file > b->file) - (a->file < b->file);
	return c != 0 ? c : text_cmp(a->forms, b->forms);
}

/* Hits of an entry at one place stand side by side. */
static int
compare_same(const void *pa, const void *pb)
{
	const struct hit *a = pa, *b = pb;
	int c = compare_places(a, b);

	if (c == 0)
		c = compare_entries(a->entry, b->entry);
	if (c == 0)
		c = (a->first > b->first) - (a->first < b->first);
	return c != 0 ? c : (a->last < b->last) - (a->last > b->last);
}

/* In one word, what it was rewritten to comes in its order. */
static int
compare_rewritten(const void *pa, const void *pb)
{
	const struct hit *a = pa, *b = pb;
	int c = compare_places(a, b);

	if (c == 0)
		c = (a->first > b->first) - (a->first < b->first);
	return c != 0 ? c : compare_same(a, b);
}

typedef int compare_fn(const void *a, const void *b);

/* Let hit i sink to its place among those before it. */
static void
sink(struct hits *hits, size_t i, compare_fn *compare)
{
	const struct hit h = hits->v[i];

	for (; i > 0 && compare(&h, &hits->v[i - 1]) < 0; i--)
		hits->v[i] = hits->v[i - 1];
	hits->v[i] = h;
}

static void
sort(struct hits *hits, compare_fn *compare)
{
	size_t i;

	if (hits->n > FEW) {
		qsort(hits->v, hits->n, sizeof(*hits->v), compare);
		return;
	}
	for (i = 1; i < hits->n; i++)
		sink(hits, i, compare);
}

/* Make one of the hits of an entry at one place. Returns whether what is left
 * is in order. */
static bool
merge_same(struct hits *hits)
{
	bool ordered = true;
	size_t i, n = 1;

	for (i = 1; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];
		struct hit *k = &hits->v[n - 1];
		bool there = compare_places(k, h) == 0;

		if (there && k->entry == h->entry) {
			k->gaps &= h->gaps;
			continue;
		}
		ordered &= !there || k->first <= h->first;
		hits->v[n++] = *h;
	}
	hits->n = n;
	return ordered;
}

void
hits_sort(struct hits *hits)
{
	if (hits->n < 2)
		return;
	sort(hits, compare_same);
	if (!merge_same(hits))
		sort(hits, compare_rewritten);
}

static int
words_in_gaps(const struct hit *h)
{
	return __builtin_popcountll(h->gaps);
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
	if (a->gaps != b->gaps && words_in_gaps(a) != words_in_gaps(b))
		return words_in_gaps(a) < words_in_gaps(b);
	return a < b;
}

static int
compare_rank(const void *pa, const void *pb)
{
	const struct hit *const *a = pa, *const *b = pb;

	return *a == *b ? 0 : beats(*a, *b) ? -1 : 1;
}

/* Does none of those that score touch another? So it is in most posts. */
static bool
stand_apart(const struct hits *hits)
{
	uint32_t behind = 0; /* the tokens of those looked at */
	size_t i;

	for (i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];

		if (!role_scores(h->entry->role))
			continue;
		if (h->first < behind)
			return false;
		behind = h->last + 1;
	}
	return true;
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

/* The strongest first. */
static void
put_in_rank(struct hit **rank, size_t n)
{
	size_t i, k;

	if (n > FEW) {
		qsort(rank, n, sizeof(struct hit *), compare_rank);
		return;
	}
	for (i = 1; i < n; i++) {
		struct hit *h = rank[i];

		for (k = i; k > 0 && beats(h, rank[k - 1]); k--)
			rank[k] = rank[k - 1];
		rank[k] = h;
	}
}

void
hits_resolve(struct hits *hits)
{
	size_t n = 0, i;

	hits->roles = 0;
	for (i = 0; i < hits->n; i++) {
		hits->v[i].scores = true;
		hits->roles |= ROLE_BIT(hits->v[i].entry->role);
	}
	if (hits->n < 2 || stand_apart(hits))
		return;
	prepare(hits);
	for (i = 0; i < hits->n; i++)
		if (role_scores(hits->v[i].entry->role))
			hits->rank[n++] = &hits->v[i];
	put_in_rank(hits->rank, n);
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
