/* test_listed.c - lists of words that stand in the source. */
#include "config.h"

#include <criterion/criterion.h>

#include "listed.h"

LISTED(few, TEXT("a"), TEXT("un"), TEXT("par"), TEXT("a\xC3\xB1o"),
	TEXT("incomprensible"), TEXT("desproporcionada"),
	TEXT("desproporcionadamente"));

Test(listed, its_words)
{
	size_t i;

	cr_assert_eq(few.n, 7);
	for (i = 0; i < few.n; i++)
		cr_expect(listed_has(&few, few.words[i]), "%s", few.words[i].p);
}

Test(listed, no_others)
{
	static const char *const others[] = { "", "b", "una", "pares", "pir",
		"aun", "a\xC3\xB1", "incomprensiblu", "incomprinsible",
		"desproporcionadamenta" };
	size_t i;

	for (i = 0; i < TEXT_COUNT(others); i++)
		cr_expect_not(
			listed_has(&few, text_of(others[i])), "%s", others[i]);
}

/* All words of two letters, of which one is in it. */
Test(listed, two_letters)
{
	char word[3] = "";
	int n = 0;

	for (word[0] = 'a'; word[0] <= 'z'; word[0]++)
		for (word[1] = 'a'; word[1] <= 'z'; word[1]++)
			n += listed_has(&few, text_of(word));
	cr_expect_eq(n, 1);
}
