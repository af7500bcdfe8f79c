/* test_confusion.c - labels against guesses. */
#include "config.h"

#include <criterion/criterion.h>

#include "confusion.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

struct pair {
	const char *label, *guess;
};

/* pos: 4 labels, 4 guesses, 3 right; neg: 4, 3, 2; neu: 2, 3, 2. */
static const struct pair ten[] = { { "pos", "pos" }, { "pos", "pos" },
	{ "pos", "pos" }, { "pos", "neg" }, { "neg", "neg" }, { "neg", "neg" },
	{ "neg", "pos" }, { "neg", "neu" }, { "neu", "neu" }, { "neu", "neu" } };

static size_t
number(struct classes *c, const char *value)
{
	struct err err = { 0 };
	size_t n = 0;

	cr_assert_eq(classes_find(c, text_of(value), &n, &err), CLAMOR_OK);
	return n;
}

static struct confusion
count(struct classes *c, const struct pair *pairs, size_t n)
{
	struct confusion wide, table;
	size_t i;

	confusion_init(&wide, CLASSES_MAX);
	for (i = 0; i < n; i++)
		confusion_add(&wide, number(c, pairs[i].label),
			number(c, pairs[i].guess));
	classes_arrange(c);
	table = confusion_by_class(&wide, c);
	confusion_fini(&wide);
	return table;
}

Test(confusion, by_hand)
{
	static const struct {
		const char *name;
		uint64_t labels, guesses;
		int64_t f1;
	} want[] = { { "neg", 4, 3, 571428571 }, { "neu", 2, 3, 800000000 },
		{ "pos", 4, 4, 750000000 } };
	struct classes *c = classes_new();
	struct confusion t = count(c, ten, COUNT(ten));
	size_t i;

	cr_assert_eq(t.n, COUNT(want));
	for (i = 0; i < COUNT(want); i++) {
		cr_expect(text_is(classes_name(c, i), want[i].name));
		cr_expect_eq(confusion_labels(&t, i), want[i].labels);
		cr_expect_eq(confusion_guesses(&t, i), want[i].guesses);
		cr_expect_eq(confusion_f1(&t, i), want[i].f1);
	}
	cr_expect_eq(t.posts, 10);
	cr_expect_eq(t.right, 7);
	cr_expect_eq(confusion_macro_f1(&t), 707142857);
	cr_expect_eq(confusion_count(&t, 0, 2), 1, "neg, guessed pos");
	cr_expect_eq(confusion_labels(&t, t.n), 0, "all are of a class");
	confusion_fini(&t);
	classes_free(c);
}

Test(confusion, what_is_not_chosen_is_other)
{
	struct classes *c = classes_new();
	struct err err = { 0 };
	struct confusion t;

	cr_assert_eq(classes_choose(c, text_of("pos"), &err), CLAMOR_OK);
	cr_assert_eq(classes_choose(c, text_of("neg"), &err), CLAMOR_OK);
	t = count(c, ten, COUNT(ten));
	cr_assert_eq(t.n, 2);
	cr_expect(text_is(classes_name(c, 0), "pos"), "in the order chosen");
	cr_expect_eq(confusion_labels(&t, 2), 2, "neu");
	cr_expect_eq(confusion_guesses(&t, 2), 3);
	cr_expect_eq(confusion_macro_f1(&t), (750000000 + 571428571) / 2);
	cr_expect_eq(t.right, 7, "neu guessed neu is right all the same");
	confusion_fini(&t);
	classes_free(c);
}

Test(confusion, nothing_to_divide)
{
	static const struct pair one[] = { { "a", "" } };
	struct classes *c = classes_new();
	struct confusion t = count(c, one, 1);

	cr_expect_eq(t.n, 1, "an empty guess is no class");
	cr_expect_eq(confusion_f1(&t, 0), 0);
	cr_expect_eq(confusion_guesses(&t, 1), 1);
	cr_expect_eq(t.right, 0);
	confusion_fini(&t);
	classes_free(c);

	c = classes_new();
	t = count(c, NULL, 0);
	cr_expect_eq(t.n, 0);
	cr_expect_eq(confusion_macro_f1(&t), 0);
	confusion_fini(&t);
	classes_free(c);
}
