/* test_elongation.c - which words are drawn out. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#include "elongation.h"

#define LONGEST 40

static bool
has(const char *word)
{
	char padded[LONGEST + ELONGATION_READ] = "";

	strcpy(padded, word);
	return elongation_has((struct text){ padded, strlen(word) });
}

Test(elongation, words)
{
	static const struct {
		const char *word;
		bool has;
	} rows[] = {
		{ "", false },
		{ "a", false },
		{ "aa", false },
		{ "aaa", true },
		{ "buenooo", true },
		{ "buenoo", true },
		{ "posee", false },
		{ "perro", false },
		{ "perrros", true },
		{ "111", false },
		{ "añññ", true },
		{ "aññ", false },
		{ "ñañaña", false },
		{ "éxitooo", true },
		{ "ooooooooooooooooooo", true },
		{ "abcdefghijklmnopqrsttt", true },
		{ "abcdefghijklmno", false },
		{ "abcdefghijklmnop", false },
		{ "abcdefghijklmnopq", false },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		cr_expect_eq(
			has(rows[i].word), rows[i].has, "%s", rows[i].word);
}

/* What is behind a word is none of it. */
Test(elongation, what_stands_behind)
{
	static const char text[] = "bueno ooo oo aaa aaaaaaaaaaaaaaa";

	cr_expect_not(elongation_has((struct text){ text, 5 }));
	cr_expect_not(elongation_has((struct text){ text + 10, 2 }));
	cr_expect(elongation_has((struct text){ text + 6, 3 }));
}

/* Three of a letter, wherever they stand in a word of any length. */
Test(elongation, any_place)
{
	char word[LONGEST];
	size_t len, at, k;

	for (len = 1; len < LONGEST; len++) {
		for (k = 0; k < len; k++)
			word[k] = (char)('a' + k % 20);
		word[len] = '\0';
		cr_assert_not(has(word), "%s", word);
		for (at = 0; at + 3 <= len; at++) {
			for (k = 0; k < len; k++)
				word[k] = (char)('a' + k % 20);
			memset(word + at, 'x', 3);
			cr_assert(has(word), "%s", word);
		}
	}
}
