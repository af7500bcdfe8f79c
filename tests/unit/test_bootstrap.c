/* test_bootstrap.c - the intervals of F1. */
#include "config.h"

#include <criterion/criterion.h>

#include "bootstrap.h"

/* A table of n classes and (n + 1)^2 counts. */
static struct confusion
table_of(size_t n, const uint64_t *counts)
{
	struct confusion c;
	size_t i;

	confusion_init(&c, n);
	for (i = 0; i < (n + 1) * (n + 1); i++) {
		c.counts[i] = counts[i];
		c.posts += counts[i];
	}
	return c;
}

/* The same method, written in another language, gave these. */
Test(bootstrap, the_same_everywhere)
{
	static const uint64_t counts[] = { 30, 5, 2, 0, 6, 40, 4, 1, 3, 7, 20,
		0, 1, 0, 2, 0 };
	static const struct interval want[2][4] = {
		{ { 656716417, 880000000 }, { 673684210, 859813084 },
			{ 523809523, 807692307 }, { 660606060, 825423875 } },
		{ { 666666666, 875000000 }, { 681318681, 857142857 },
			{ 526315789, 811594202 }, { 662888641, 823108397 } },
	};
	struct confusion c = table_of(3, counts);
	struct interval got[4];
	size_t seed, i;

	for (seed = 1; seed <= 2; seed++) {
		bootstrap_f1(&c, seed, 1000, got);
		for (i = 0; i < 4; i++) {
			cr_expect_eq(got[i].low, want[seed - 1][i].low,
				"seed %zu, %zu: %lld", seed, i,
				(long long)got[i].low);
			cr_expect_eq(got[i].high, want[seed - 1][i].high,
				"seed %zu, %zu: %lld", seed, i,
				(long long)got[i].high);
		}
	}
	confusion_fini(&c);
}

Test(bootstrap, certain_where_no_draw_can_differ)
{
	static const uint64_t right[] = { 7, 0, 0, 0, 9, 0, 0, 0, 0 };
	static const uint64_t wrong[] = { 0, 7, 0, 9, 0, 0, 0, 0, 0 };
	struct confusion c = table_of(2, right);
	struct interval got[3];

	bootstrap_f1(&c, 1, 200, got);
	cr_expect_eq(got[2].low, CONFUSION_ONE);
	cr_expect_eq(got[2].high, CONFUSION_ONE);
	confusion_fini(&c);

	c = table_of(2, wrong);
	bootstrap_f1(&c, 1, 200, got);
	cr_expect_eq(got[2].low, 0);
	cr_expect_eq(got[2].high, 0);
	confusion_fini(&c);
}

/*
 * One class, all guesses right, 36 of 64 labels found by them, so that F1 is
 * that of the share p = 36/64: 2p / (1 + p) = 0.72. The share's standard error
 * is 0.062, F1's by the slope 2 / (1 + p)^2 = 0.819 of it: 0.72 -+ 0.0995.
 */
Test(bootstrap, as_wide_as_theory_says)
{
	static const uint64_t counts[] = { 36, 28, 0, 0 };
	struct confusion c = table_of(1, counts);
	struct interval got[2];

	bootstrap_f1(&c, 1, 10000, got);
	cr_expect(got[0].low > 605000000 && got[0].low < 640000000, "%lld",
		(long long)got[0].low);
	cr_expect(got[0].high > 800000000 && got[0].high < 830000000, "%lld",
		(long long)got[0].high);
	cr_expect_eq(got[0].low, got[1].low, "macro is the only class");
	confusion_fini(&c);
}

Test(bootstrap, one_draw_and_few)
{
	static const uint64_t counts[] = { 3, 1, 0, 1, 2, 0, 0, 0, 0 };
	struct confusion c = table_of(2, counts);
	struct interval got[3];

	bootstrap_f1(&c, 1, 1, got);
	cr_expect_eq(got[2].low, got[2].high);
	bootstrap_f1(&c, 1, 39, got);
	cr_expect_eq(got[2].low, 300000000, "below 40 none is left out");
	cr_expect_eq(got[2].high, CONFUSION_ONE);
	confusion_fini(&c);
}
