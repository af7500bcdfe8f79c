/* bootstrap.c - draw the posts of a confusion table again. */
#include "config.h"

#include <stdlib.h>

#include "bootstrap.h"
#include "xalloc.h"

/* SplitMix64 (Steele, Lea, Flood, 2014). */
static uint64_t
next_random(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}

/* A number below n, from the high bits. */
static uint64_t
random_below(uint64_t *state, uint64_t n)
{
	return (uint64_t)((__uint128_t)next_random(state) * n >> 64);
}

/* The cell of each post; a post is nothing else. */
static uint32_t *
list_posts(const struct confusion *c)
{
	uint32_t *cells = xcalloc(c->posts, sizeof(*cells));
	size_t ncells = (c->n + 1) * (c->n + 1), i, n = 0;
	uint64_t k;

	for (i = 0; i < ncells; i++)
		for (k = 0; k < c->counts[i]; k++)
			cells[n++] = (uint32_t)i;
	return cells;
}

static void
draw_posts(struct confusion *drawn, const struct confusion *from,
	const uint32_t *cells, uint64_t *state)
{
	size_t ncells = (from->n + 1) * (from->n + 1);
	uint64_t i;

	memset(drawn->counts, 0, ncells * sizeof(*drawn->counts));
	for (i = 0; i < from->posts; i++)
		drawn->counts[cells[random_below(state, from->posts)]]++;
}

static int
by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* As many draws are left out below as above, at most 1 in 40 at each end. */
static struct interval
middle(int64_t *values, size_t n)
{
	size_t out = n / 40;

	qsort(values, n, sizeof(*values), by_size);
	return (struct interval){ values[out], values[n - 1 - out] };
}

void
bootstrap_f1(const struct confusion *c, uint64_t seed, size_t draws,
	struct interval *out)
{
	int64_t *values = xcalloc((c->n + 1) * draws, sizeof(*values));
	uint32_t *cells = list_posts(c);
	struct confusion drawn;
	size_t i, k;

	confusion_init(&drawn, c->n);
	for (i = 0; i < draws; i++) {
		draw_posts(&drawn, c, cells, &seed);
		for (k = 0; k < c->n; k++)
			values[k * draws + i] = confusion_f1(&drawn, k);
		values[c->n * draws + i] = confusion_macro_f1(&drawn);
	}
	for (k = 0; k <= c->n; k++)
		out[k] = middle(values + k * draws, draws);
	confusion_fini(&drawn);
	free(cells);
	free(values);
}
