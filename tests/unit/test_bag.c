/* test_bag.c - bags of numbers. */
#include "config.h"

#include <criterion/criterion.h>

#include "bag.h"

Test(bag, settles_into_order_with_counts)
{
	static const uint64_t in[] = { 7, 3, 7, 7, UINT64_MAX, 0, 3, 7, 1, 2 };
	static const struct bag_item want[] = { { 0, 1 }, { 1, 1 }, { 2, 1 },
		{ 3, 2 }, { 7, 4 }, { UINT64_MAX, 1 } };
	struct bag b = { 0 };
	size_t i;

	for (i = 0; i < sizeof(in) / sizeof(*in); i++)
		bag_add(&b, in[i], 1);
	bag_settle(&b);
	cr_assert_eq(b.n, sizeof(want) / sizeof(*want));
	for (i = 0; i < b.n; i++) {
		cr_expect_eq(b.items[i].value, want[i].value, "item %zu", i);
		cr_expect_eq(b.items[i].count, want[i].count, "item %zu", i);
	}
	bag_free(&b);
}

Test(bag, memory_follows_the_distinct_numbers)
{
	struct bag b = { 0 };
	uint64_t i;

	for (i = 0; i < 100000; i++)
		bag_add(&b, i * 7919 % 100, 1);
	bag_settle(&b);
	cr_expect_eq(b.n, 100);
	cr_expect_eq(b.items[99].count, 1000);
	cr_expect_leq(b.cap, 256);
	bag_free(&b);
}

Test(bag, percentiles_by_nearest_rank)
{
	static const struct {
		const char *why;
		uint64_t n; /* the numbers 1 to n */
		unsigned percent;
		uint64_t want;
	} rows[] = {
		{ "one is every percentile", 1, 50, 1 },
		{ "one is every percentile", 1, 90, 1 },
		{ "the lower of two", 2, 50, 1 },
		{ "the middle of three", 3, 50, 2 },
		{ "the ninth of ten", 10, 90, 9 },
		{ "the tenth of eleven", 11, 90, 10 },
		{ "the last", 11, 100, 11 },
	};
	size_t i;
	uint64_t v;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct bag b = { 0 };

		for (v = rows[i].n; v > 0; v--)
			bag_add(&b, v, 1);
		bag_settle(&b);
		cr_expect_eq(bag_percentile(&b, rows[i].percent), rows[i].want,
			"%s", rows[i].why);
		bag_free(&b);
	}
}

Test(bag, percentiles_weigh_by_count)
{
	struct bag b = { 0 };

	bag_add(&b, 5, 9);
	bag_add(&b, 600, 2);
	bag_settle(&b);
	cr_expect_eq(bag_percentile(&b, 50), 5);
	cr_expect_eq(bag_percentile(&b, 90), 600);
	bag_free(&b);
}
