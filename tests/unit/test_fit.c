/* test_fit.c - weights that tell two kinds apart. */
#include "config.h"

#include <criterion/criterion.h>

#include "fit.h"

/* Examples of two features: the first tells the kinds apart, the second
 * stands in both alike. */
static struct fit *
examples(void)
{
	struct fit *f = fit_new(2);
	unsigned i;

	for (i = 0; i < 40; i++) {
		struct fit_value v[] = { { 0, i % 2 ? 1 : -1 },
			{ 1, i / 2 % 2 ? 1 : -1 } };

		fit_add(f, v, 2, i % 2, i % 4);
	}
	return f;
}

Test(fit, weights)
{
	struct fit *f = examples();
	double loose[2], tight[2];

	cr_assert_eq(fit_solve(f, 1, FIT_NO_FOLD, loose), CLAMOR_OK);
	cr_assert_eq(fit_solve(f, 0.01, FIT_NO_FOLD, tight), CLAMOR_OK);
	cr_expect(loose[0] > 1, "%f", loose[0]);
	cr_expect_float_eq(loose[1], 0, 1e-6);
	cr_expect(tight[0] > 0 && tight[0] < loose[0] / 2,
		"a small cost holds it back: %f", tight[0]);
	fit_free(f);
}

Test(fit, by_hand)
{
	/* the minimum of w^2 / 2 + 2 C log(1 + exp(-w)) for C = 1 is where
	 * w = 2 / (1 + exp(w)) */
	struct fit *f = fit_new(1);
	double w;

	fit_add(f, &(struct fit_value){ 0, 1 }, 1, true, 0);
	fit_add(f, &(struct fit_value){ 0, -1 }, 1, false, 0);
	cr_assert_eq(fit_solve(f, 1, FIT_NO_FOLD, &w), CLAMOR_OK);
	cr_expect_float_eq(w, 0.6748, 0.005, "%f", w);
	fit_free(f);
}

Test(fit, folds)
{
	struct fit *f = fit_new(1);
	struct fit_value v = { 0, 1 };
	double w;

	fit_add(f, &v, 1, true, 0);
	fit_add(f, &v, 1, false, 1);
	cr_expect_eq(fit_solve(f, 1, 0, &w), CLAMOR_EINVAL, "one kind only");
	cr_expect_eq(fit_solve(f, 1, 1, &w), CLAMOR_EINVAL);
	cr_expect_eq(fit_solve(f, 1, FIT_NO_FOLD, &w), CLAMOR_OK);
	fit_free(f);
}

Test(fit, first_kind_does_not_matter)
{
	struct fit *f = fit_new(1);
	double w;

	fit_add(f, &(struct fit_value){ 0, -1 }, 1, false, 0);
	fit_add(f, &(struct fit_value){ 0, 1 }, 1, true, 0);
	cr_assert_eq(fit_solve(f, 1, FIT_NO_FOLD, &w), CLAMOR_OK);
	cr_expect(w > 0, "%f", w);
	fit_free(f);
}
