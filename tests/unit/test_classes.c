/* test_classes.c - the values of labels and guesses. */
#include "config.h"

#include <stdio.h>

#include <criterion/criterion.h>

#include "classes.h"

static size_t
number(struct classes *c, const char *value)
{
	struct err err = { 0 };
	size_t n = 0;

	cr_assert_eq(classes_find(c, text_of(value), &n, &err), CLAMOR_OK);
	return n;
}

Test(classes, all_found_in_the_order_of_bytes)
{
	static const char *const want[] = { "Neg", "ab", "neg", "neu",
		"\303\261" };
	struct classes *c = classes_new();
	size_t i;

	number(c, "neu");
	number(c, "\303\261");
	number(c, "neg");
	number(c, "");
	number(c, "Neg");
	cr_expect_eq(number(c, " neg\t"), number(c, "neg"), "blanks");
	number(c, "ab");
	classes_arrange(c);
	cr_assert_eq(classes_count(c), 5);
	for (i = 0; i < 5; i++) {
		cr_expect(text_is(classes_name(c, i), want[i]), "%s", want[i]);
		cr_expect_eq(classes_place(c, number(c, want[i])), i);
	}
	cr_expect_eq(classes_place(c, CLASSES_EMPTY), 5, "is no class");
	classes_free(c);
}

Test(classes, merged_once_and_skipped_before)
{
	struct classes *c = classes_new();

	classes_merge(c, text_of("mixed"), text_of("pos"));
	classes_merge(c, text_of("mixed"), text_of("neu"));
	classes_merge(c, text_of("neu"), text_of("rest"));
	classes_merge(c, text_of(""), text_of("none"));
	classes_merge(c, text_of("spam"), text_of(""));
	classes_skip(c, text_of("mixed"));
	cr_expect_eq(number(c, " mixed"), number(c, "neu") - 1,
		"the last word holds, and is not merged again");
	cr_expect_eq(number(c, "neu"), number(c, "rest"));
	cr_expect_eq(number(c, ""), number(c, "none"));
	cr_expect_eq(number(c, "spam"), CLASSES_EMPTY);
	cr_expect(classes_is_skipped(c, text_of("mixed ")));
	cr_expect_not(classes_is_skipped(c, text_of("neu")));
	classes_free(c);
}

Test(classes, choices_that_are_none)
{
	struct classes *c = classes_new();
	struct err err = { 0 };

	cr_expect_eq(classes_choose(c, text_of("a"), &err), CLAMOR_OK);
	cr_expect_eq(classes_choose(c, text_of("b"), &err), CLAMOR_OK);
	cr_expect_eq(classes_choose(c, text_of("a "), &err), CLAMOR_EINVAL);
	cr_expect_eq(classes_choose(c, text_of(" "), &err), CLAMOR_EINVAL);
	classes_arrange(c);
	cr_expect_eq(classes_count(c), 2);
	classes_free(c);
}

Test(classes, texts_are_no_labels)
{
	struct classes *c = classes_new();
	struct err err = { 0 };
	char name[16];
	size_t i, n;

	for (i = 1; i < CLASSES_MAX; i++) {
		(void)snprintf(name, sizeof(name), "v%zu", i);
		number(c, name);
	}
	cr_expect_eq(classes_find(c, text_of("one more"), &n, &err),
		CLAMOR_ELIMIT);
	cr_expect_eq(number(c, "v255"), 255, "those known stay");
	classes_arrange(c);
	cr_expect_eq(classes_count(c), CLASSES_MAX - 1);
	classes_free(c);
}
