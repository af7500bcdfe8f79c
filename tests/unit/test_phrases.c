/* test_phrases.c - words and phrases counted by post. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include <criterion/criterion.h>

#include "phrases.h"
#include "xalloc.h"

struct counted {
	struct phrases *phrases;
	struct fold *fold;
	struct post post;
};

static struct counted
counted_new(unsigned longest, size_t most)
{
	struct phrases_options o = {
		.longest = longest, .least = 2, .most = most
	};

	return (struct counted){ .phrases = phrases_new(&o),
		.fold = fold_new() };
}

static void
counted_free(struct counted *c)
{
	phrases_free(c->phrases);
	post_free(&c->post);
	fold_free(c->fold);
}

/* Add a post; all of its words are new but those of the numbers. */
static void
add(struct counted *c, const char *text, bool wanted, int known, int taken)
{
	enum phrases_word *words;

	post_read(&c->post, c->fold, NULL, text_of(text));
	words = xcalloc(c->post.ntokens + 1, sizeof(*words));
	if (known >= 0)
		words[known] = PHRASES_KNOWN;
	if (taken >= 0)
		words[taken] = PHRASES_TAKEN;
	phrases_add(c->phrases, &c->post, words, wanted);
	free(words);
}

static struct phrase
get(const struct counted *c, const char *words)
{
	size_t i;

	for (i = 0; i < phrases_count(c->phrases); i++)
		if (text_is(phrases_get(c->phrases, i).words, words))
			return phrases_get(c->phrases, i);
	return (struct phrase){ .wanted = 0 };
}

Test(phrases, by_post)
{
	struct counted c = counted_new(3, 0);

	add(&c, "La APP no abre. No abre la app", true, -1, -1);
	add(&c, "no abre", false, -1, -1);
	cr_expect_eq(get(&c, "no abre").wanted, 1, "once in a post");
	cr_expect_eq(get(&c, "no abre").others, 1);
	cr_expect_eq(get(&c, "la app no").wanted, 1);
	cr_expect_eq(get(&c, "abre no").wanted, 0, "the sentence ends");
	cr_expect_eq(get(&c, "la app no abre").wanted, 0, "too long");
	cr_expect_eq(phrases_posts(c.phrases, true), 1);
	cr_expect_eq(phrases_posts(c.phrases, false), 1);
	counted_free(&c);
}

Test(phrases, what_is_known)
{
	struct counted c = counted_new(3, 0);

	add(&c, "el banco pésimo dice eso", true, 1, 2);
	cr_expect_eq(get(&c, "banco").wanted, 0);
	cr_expect_eq(get(&c, "el banco").wanted, 1);
	cr_expect_eq(get(&c, "pesimo").wanted, 0);
	cr_expect_eq(get(&c, "banco pesimo").wanted, 0);
	cr_expect_eq(get(&c, "dice eso").wanted, 1);
	counted_free(&c);
}

Test(phrases, only_words)
{
	struct counted c = counted_new(2, 0);

	add(&c, "hola @banco llevo 3 horas", true, -1, -1);
	cr_expect_eq(get(&c, "hola").wanted, 1);
	cr_expect_eq(get(&c, "llevo").wanted, 1);
	cr_expect_eq(get(&c, "hola llevo").wanted, 0);
	cr_expect_eq(get(&c, "llevo horas").wanted, 0);
	counted_free(&c);
}

Test(phrases, example)
{
	struct counted c = counted_new(2, 0);
	struct text t;
	char *example;

	add(&c, "no ábre", true, -1, -1);
	cr_expect_eq(get(&c, "no abre").example.len, 0, "too few posts");
	add(&c,
		"desde que la actualizaron hace ya unas cuantas semanas la "
		"aplicación\nNO ÁBRE en mi teléfono ni en el de mi hermana, que "
		"es de otra marca y mucho más nuevo",
		true, -1, -1);
	t = get(&c, "no abre").example;
	example = xmemdup0(t.p, t.len);
	cr_expect_str_eq(example,
		" hace ya unas cuantas semanas la aplicación NO ÁBRE en mi "
		"teléfono ni en el de mi hermana, que es de");
	free(example);
	counted_free(&c);
}

Test(phrases, forgets_the_rare)
{
	struct counted c = counted_new(1, 64);
	char word[16];
	int i;

	for (i = 0; i < 500; i++) {
		(void)snprintf(word, sizeof(word), "maleta x%c%c", 'a' + i / 26,
			'a' + i % 26);
		add(&c, word, true, -1, -1);
		cr_assert(phrases_count(c.phrases) <= 64);
	}
	cr_expect(phrases_forgot(c.phrases));
	cr_expect_eq(get(&c, "maleta").wanted, 500);
	counted_free(&c);
}
