/* test_wordset.c - sets of words. */
#include "config.h"

#include "lexfile.h"
#include "wordset.h"

static struct wordsets sets;

static void
begin(void)
{
	wordsets_init(&sets);
}

static void
end(void)
{
	wordsets_free(&sets);
}

TestSuite(wordset, .init = begin, .fini = end);

static uint32_t
add(uint32_t a, uint32_t b, uint32_t c)
{
	uint32_t words[] = { a, b, c };

	return wordsets_add(&sets, words, 3, 3);
}

Test(wordset, each_is_kept_once)
{
	uint32_t set = add(7, 3, 900);
	const uint32_t *words;
	size_t n;

	cr_expect_eq(set, 1);
	cr_expect_eq(add(900, 7, 3), set, "in whatever order");
	cr_expect_eq(add(7, 3, 901), 2);
	cr_expect_eq(add(3, 7, 3), 3, "less is another set");
	words = wordsets_words(&sets, set, &n);
	cr_assert_eq(n, 3);
	cr_expect_eq(words[0], 3);
	cr_expect_eq(words[1], 7);
	cr_expect_eq(words[2], 900);
	(void)wordsets_words(&sets, 3, &n);
	cr_expect_eq(n, 2, "doubles are left out");
	(void)wordsets_words(&sets, 0, &n);
	cr_expect_eq(n, 0, "number 0 is none");
}

Test(wordset, has)
{
	uint32_t set = add(7, 3, 900), word;

	for (word = 0; word < 1000; word++)
		cr_expect_eq(wordsets_has(&sets, set, word),
			word == 3 || word == 7 || word == 900, "%u", word);
	cr_expect_not(wordsets_has(&sets, 0, 3));
}

/* The words of a set, and none of its neighbours'. */
Test(wordset, any)
{
	uint32_t first = add(7, 3, 900), all[] = { 1, 2, 4, 5, 6 }, word;
	uint32_t five = wordsets_add(&sets, all, 5, 5);
	static bool marked[1000];

	add(8, 9, 10);
	for (word = 0; word < ROWS(marked); word++) {
		const uint32_t *v;
		size_t n;

		marked[word] = true;
		v = wordsets_words(&sets, first, &n);
		cr_expect_eq(wordsets_any(v, n, marked),
			word == 3 || word == 7 || word == 900, "%u", word);
		v = wordsets_words(&sets, five, &n);
		cr_expect_eq(wordsets_any(v, n, marked),
			word > 0 && word < 7 && word != 3, "%u", word);
		marked[word] = false;
	}
}

Test(wordset, stems_stand_behind)
{
	uint32_t words[] = { 9, 7, 9, 8, 1, 8 };
	uint32_t set = wordsets_add(&sets, words, 3, 6);
	static const uint32_t want[] = { 7, 9, 1, 8 };
	const uint32_t *all;
	size_t n, i;

	all = wordsets_words(&sets, set, &n);
	cr_assert_eq(n, 4);
	for (i = 0; i < n; i++) {
		cr_expect_eq(all[i], want[i]);
		cr_expect_eq(wordsets_is_stem(&sets, set, i), i >= 2);
		cr_expect_eq(wordsets_has(&sets, set, want[i]), i < 2);
	}
	cr_expect(wordsets_has_stems(&sets, set));
	cr_expect_not(wordsets_has_stems(&sets, add(7, 8, 9)));
}

Test(wordset, many)
{
	uint32_t i;

	for (i = 1; i < 20000; i++)
		cr_assert_eq(add(i, i + 1, i + 2), i);
	for (i = 1; i < 20000; i++)
		cr_assert_eq(add(i + 2, i + 1, i), i);
}
