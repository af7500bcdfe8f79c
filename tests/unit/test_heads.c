/* test_heads.c - no word of the set is sorted out; most others are. */
#include "config.h"

#include <criterion/criterion.h>
#include <string.h>

#include "heads.h"

static const char *const set[] = { "a", "no", "lento", "servicio", "servicios",
	"estafadores" };

#define SETS (sizeof(set) / sizeof(set[0]))

static struct heads heads;
static struct vocab *vocab;
static struct heads_sifted to;
static struct shape shape;

static void
begin(void)
{
	size_t i;

	vocab = vocab_new();
	(void)vocab_add_stem(vocab, text_of("decepcion"));
	heads_init(&heads, SETS);
	for (i = 0; i < SETS; i++)
		heads_add(&heads, text_of(set[i]));
}

static void
end(void)
{
	shape_free(&shape);
	heads_fini(&heads);
	vocab_free(vocab);
}

TestSuite(heads, .init = begin, .fini = end);

/* How many words of a text are left. */
static size_t
sift(const char *text)
{
	static char padded[400];

	memset(padded, 0, sizeof(padded));
	strcpy(padded, text);
	shape_see(&shape, text_of(padded));
	cr_assert_lt(shape.nwords, HEADS_MAX);
	return heads_sift(
		&heads, vocab, padded, shape.words, shape.nwords, &to);
}

Test(heads, words_of_the_set)
{
	size_t i;

	for (i = 0; i < SETS; i++) {
		cr_expect_eq(sift(set[i]), 1, "%s", set[i]);
		cr_expect_eq(to.heads[0], heads_of(text_of(set[i])));
	}
	cr_expect_eq(sift("decepcionado"), 1);
	cr_expect_eq(sift("el servicio es lento y no"), 3);
	cr_expect(to.left[0] == 1 && to.left[1] == 3 && to.left[2] == 5);
}

Test(heads, others)
{
	cr_expect_eq(sift(""), 0);
	/* the first eight bytes of estafadores are left, no fewer */
	cr_expect_eq(sift("serviciales estafado serv"), 1);
	cr_expect_leq(sift("de la casa con un gato muy grande"), 2);
}

Test(heads, short_stems)
{
	(void)vocab_add_stem(vocab, text_of("gat"));
	cr_expect_eq(sift("casa gatos ga"), 1);
	(void)vocab_add_stem(vocab, text_of("c"));
	cr_expect_eq(sift("casa gatos ga"), 2);
}
