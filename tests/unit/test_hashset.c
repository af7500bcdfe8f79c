/* test_hashset.c - sets of hashes. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#include "hashset.h"

#define SEED 0x9E3779B97F4A7C15u

Test(hashset, lists_each_hash_once_in_order)
{
	static const uint64_t in[] = { 7, 3, 7, UINT64_MAX, 0, 3, 7, 1, 0 };
	static const uint64_t want[] = { 0, 1, 3, 7, UINT64_MAX };
	struct hashset s = { 0 };
	uint64_t *list;
	size_t i;

	for (i = 0; i < sizeof(in) / sizeof(*in); i++)
		hashset_add(&s, in[i], SEED);
	cr_assert_eq(s.n, sizeof(want) / sizeof(*want));
	list = hashset_list(&s);
	for (i = 0; i < s.n; i++)
		cr_expect_eq(list[i], want[i], "hash %zu", i);
	free(list);
	hashset_free(&s);
}

Test(hashset, an_empty_one_has_an_empty_list)
{
	struct hashset s = { 0 };

	free(hashset_list(&s));
	cr_expect_eq(s.n, 0);
	hashset_free(&s);
}

Test(hashset, memory_follows_the_distinct_hashes)
{
	struct hashset s = { 0 };
	uint64_t i, *list;

	for (i = 0; i < 300000; i++)
		hashset_add(&s, i % 100000 * 0x2545F4914F6CDD1Du, SEED);
	cr_expect_eq(s.n, 100000);
	cr_expect_leq(s.bits, 18); /* 262,144 */
	list = hashset_list(&s);
	for (i = 1; i < s.n; i++)
		cr_assert_lt(list[i - 1], list[i]);
	free(list);
	hashset_free(&s);
}
