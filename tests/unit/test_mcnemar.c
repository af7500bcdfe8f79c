/* test_mcnemar.c - McNemar's exact test. */
#include "config.h"

#include <criterion/criterion.h>

#include "mcnemar.h"

/* 2 (1 + 12 + 66) / 4096 for 10 and 2; the long ones by exact fractions. */
Test(mcnemar, is_the_exact_two_sided_tail)
{
	static const struct {
		uint64_t first, second;
		double want;
	} rows[] = {
		{ 0, 0, 1 },
		{ 1, 0, 1 },
		{ 6, 6, 1 },
		{ 7, 6, 1 },
		{ 5, 0, 0.0625 },
		{ 10, 2, 0.03857421875 },
		{ 2, 10, 0.03857421875 },
		{ 25, 15, 0.1538599441628321 },
		{ 59, 121, 4.434449263755176e-06 },
		{ 1100, 1000, 0.030720707864242296 },
		{ 5500, 4500, 1.5510640568246042e-23 },
		{ 3000, 0, 0 }, /* too small for a double */
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		double p = mcnemar_p(rows[i].first, rows[i].second);

		cr_expect(p >= rows[i].want * (1 - 1e-11) &&
				p <= rows[i].want * (1 + 1e-11),
			"%llu and %llu: %.17g",
			(unsigned long long)rows[i].first,
			(unsigned long long)rows[i].second, p);
	}
}
