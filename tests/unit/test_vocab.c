/* test_vocab.c - words, stems, aliases and slang. */
#include "config.h"

#include <stdio.h>

#include "lexfile.h"
#include "vocab.h"

Test(vocab, words_have_numbers)
{
	struct vocab *v = vocab_new();
	uint32_t mal = vocab_add(v, text_of("mal"));

	cr_expect_eq(mal, 1);
	cr_expect_eq(vocab_add(v, text_of("malo")), 2);
	cr_expect_eq(vocab_add(v, text_of("mal")), mal);
	cr_expect_eq(vocab_find(v, text_of("mal")), mal);
	cr_expect_eq(vocab_find(v, text_of("ma")), 0);
	cr_expect_eq(vocab_find(v, text_of("")), 0);
	cr_expect_eq(vocab_size(v), 2);
	cr_expect(text_is(vocab_text(v, 2), "malo"));
	vocab_free(v);
	vocab_free(NULL);
}

Test(vocab, many_words)
{
	struct vocab *v = vocab_new();
	char word[16];
	int i;

	for (i = 0; i < 50000; i++) {
		(void)snprintf(word, sizeof(word), "w%d", i);
		cr_assert_eq(vocab_add(v, text_of(word)), (uint32_t)i + 1);
	}
	for (i = 0; i < 50000; i++) {
		(void)snprintf(word, sizeof(word), "w%d", i);
		cr_assert_eq(vocab_find(v, text_of(word)), (uint32_t)i + 1);
		(void)snprintf(word, sizeof(word), "x%d", i);
		cr_assert_eq(vocab_find(v, text_of(word)), 0);
	}
	vocab_free(v);
}

/* Asked in steps: words of all lengths, and what they begin with. */
Test(vocab, asked_as_found)
{
	static const char letters[] = "quetalestamosaquivarioslargos"
				      "cuidandonosdetodo";
	struct vocab *v = vocab_new();
	struct wordmap_asked asked;
	char words[40][64] = { "" };
	size_t i;

	for (i = 1; i < 40; i++) {
		memcpy(words[i], letters, i);
		if (i % 3 != 0)
			(void)vocab_add(v, text_of(words[i]));
	}
	for (i = 1; i < 40; i++) {
		struct text word = text_of(words[i]);
		uint32_t id = vocab_find(v, word);
		bool may = vocab_ask(v, word, &asked);

		cr_expect_eq(id != 0, i % 3 != 0);
		cr_expect(may || id == 0, "%s", words[i]);
		cr_expect_eq(vocab_found(v, &asked, word.p), id);
	}
	vocab_free(v);
}

Test(vocab, stems)
{
	struct vocab *v = vocab_new();
	uint32_t ids[VOCAB_STEMS_MAX];
	uint32_t longer = vocab_add_stem(v, text_of("decepc")),
		 stem = vocab_add_stem(v, text_of("decep")),
		 brief = vocab_add_stem(v, text_of("d"));

	(void)vocab_add_stem(v, text_of("dec\xC3\xB1"));
	cr_expect_eq(vocab_add_stem(v, text_of("decep")), stem);
	cr_expect_eq(vocab_find(v, text_of("decep")), 0, "stems are no words");
	cr_assert_eq(vocab_stems(v, text_of("decepcion"), ids), 3);
	cr_expect_eq(ids[0], brief);
	cr_expect_eq(ids[1], stem);
	cr_expect_eq(ids[2], longer, "longest last");
	cr_expect_eq(vocab_stems(v, text_of("decep"), ids), 2,
		"a stem begins itself");
	cr_expect_eq(vocab_stems(v, text_of("dece"), ids), 1);
	cr_expect_eq(vocab_stems(v, text_of(""), ids), 0);
	cr_expect(vocab_knows(v, text_of("dx")));
	cr_expect_not(vocab_knows(v, text_of("xd")));
	vocab_free(v);
}

/* Whatever a word begins with is found, up to the limit. */
Test(vocab, stems_against_a_plain_search)
{
	struct vocab *v = vocab_new();
	uint32_t ids[VOCAB_STEMS_MAX];
	char stems[60][6];
	int i, k, round;

	for (i = 0; i < 60; i++) {
		int n = 1 + (int)roll(5);

		for (k = 0; k < n; k++)
			stems[i][k] = (char)('a' + roll(3));
		stems[i][n] = '\0';
		(void)vocab_add_stem(v, text_of(stems[i]));
	}
	for (round = 0; round < 5000; round++) {
		char word[9] = "";
		uint32_t id;
		size_t n;

		for (k = 0; k < 8; k++)
			word[k] = (char)('a' + roll(3));
		n = vocab_stems(v, text_of(word), ids);
		for (id = 1; id <= vocab_size(v); id++) {
			struct text s = vocab_text(v, id);
			bool begins = memcmp(word, s.p, s.len) == 0;
			size_t at;

			for (at = 0; at < n && ids[at] != id; at++)
				;
			cr_assert_eq(at < n, begins, "%s %.*s", word,
				(int)s.len, s.p);
		}
	}
	vocab_free(v);
}

Test(vocab, aliases)
{
	struct vocab *v = vocab_new();
	uint32_t ids[VOCAB_STEMS_MAX];
	uint32_t deceit = vocab_add(v, text_of("engaño"));
	uint32_t cane = vocab_add(v, text_of("caña"));
	uint32_t grey = vocab_add(v, text_of("cana"));
	uint32_t stem = vocab_add_stem(v, text_of("engaña"));

	vocab_alias(v, text_of("engano"), deceit);
	vocab_alias(v, text_of("cana"), cane);
	vocab_alias_stem(v, text_of("engana"), stem);
	cr_expect_eq(vocab_find(v, text_of("engano")), deceit);
	cr_expect_eq(vocab_find(v, text_of("cana")), grey,
		"a word of its own stays");
	cr_assert_eq(vocab_stems(v, text_of("enganaron"), ids), 1);
	cr_expect_eq(ids[0], stem);
	cr_expect_eq(vocab_size(v), 4, "aliases have no number");
	cr_expect(text_is(vocab_text(v, deceit), "engaño"));
	vocab_free(v);
}

Test(vocab, slang)
{
	struct vocab *v = vocab_new();
	uint32_t q = vocab_add(v, text_of("q")), x = vocab_add(v, text_of("x"));

	cr_expect_eq(vocab_slang(v, q).len, 0);
	vocab_set_slang(v, q, text_of("que"));
	vocab_set_slang(v, x, text_of("por"));
	cr_expect(text_is(vocab_slang(v, q), "que"));
	vocab_mark_entry(v, x);
	cr_expect_eq(vocab_slang(v, x).len, 0, "an entry of its own");
	vocab_free(v);
}
