/* test_logodds.c - which side has a phrase more often, and how surely. */
#include "config.h"

#include <criterion/criterion.h>

#include "logodds.h"

static double
z(uint64_t with, uint64_t posts, uint64_t others_with, uint64_t others)
{
	return logodds_z((struct logodds_side){ with, posts },
		(struct logodds_side){ others_with, others });
}

Test(logodds, by_hand)
{
	/* prior 100 * 20 / 2000 = 1:
	 * log(16 / 1084) - log(6 / 1094) over sqrt(1 / 16 + 1 / 6) */
	cr_expect_float_eq(z(15, 1000, 5, 1000), 2.0681, 0.0005, "%f",
		z(15, 1000, 5, 1000));
}

Test(logodds, sides)
{
	cr_expect_float_eq(z(5, 1000, 15, 1000), -z(15, 1000, 5, 1000), 1e-9);
	cr_expect_float_eq(z(7, 100, 7, 100), 0, 1e-9, "the same share");
	cr_expect_float_eq(z(0, 100, 0, 100), 0, 0, "in no post");
	cr_expect_float_eq(z(100, 100, 50, 50), 0, 0, "in every post");
	cr_expect(z(100, 100, 0, 100) > 5);
	cr_expect(z(3, 3, 0, 0) == 0, "no others");
}

Test(logodds, more_posts_are_surer)
{
	cr_expect(z(40, 1000, 10, 1000) > z(4, 100, 1, 100));
	cr_expect(z(1, 100, 0, 100) < 1, "one post proves nothing");
}
