/* test_sentences.c - where sentences end, and in what. */
#include "config.h"

#include <criterion/criterion.h>

#include "sentences.h"

#define ROWS(a) (sizeof(a) / sizeof((a)[0]))

Test(sentences, how_they_are_said)
{
	static const struct {
		const char *why, *text;
		uint32_t last; /* number of the last sentence */
		bool exclaimed, open;
	} rows[] = {
		{ "plain", "abre la web", 0, false, false },
		{ "the last of two", "hola. abre la web", 1, false, false },
		{ "one mark", "abre!", 0, false, false },
		{ "two", "abre!!", 0, true, false },
		{ "a question", "¿abre la web?", 0, false, true },
		{ "both", "¿abre?!!", 0, true, true },
		{ "when", "¿cuándo abre?", 0, false, false },
		{ "what", "¿qué pasa?", 0, false, false },
		{ "that", "¿sabe que abre?", 0, false, true },
		{ "why", "¿y por qué abre?", 0, false, false },
		{ "somebody knows when", "¿alguien sabe cuándo abre?", 0, false,
			true },
		{ "is it right", "¿es normal que abra?", 0, false, false },
		{ "denied", "¿no abre?", 0, false, false },
		{ "what for", "¿para qué abre?", 0, false, false },
		{ "again", "¿abre otra vez?", 0, false, false },
		{ "once", "¿abre alguna vez?", 0, false, true },
		{ "still", "¿sigue abierta?", 0, false, false },
		{ "behind a greeting", "hola @ana, ¿abre la web?", 0, false,
			true },
	};
	struct sentences s = { 0 };
	struct post post = { 0 };
	struct fold *fold = fold_new();
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		uint32_t last;

		post_read(&post, fold, NULL, (struct text){ rows[i].text,
			strlen(rows[i].text) });
		sentences_read(&s, &post);
		last = s.of[post.ntokens - 1];
		cr_expect_eq(last, rows[i].last, "%s: %u", rows[i].why, last);
		cr_expect_eq(s.v[last].exclaimed, rows[i].exclaimed, "%s",
			rows[i].why);
		cr_expect_eq(s.v[last].open, rows[i].open, "%s", rows[i].why);
	}
	post_read(&post, fold, NULL, (struct text){ "", 0 });
	sentences_read(&s, &post);
	sentences_free(&s);
	post_free(&post);
	fold_free(fold);
}
