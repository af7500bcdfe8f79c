/*
 * mcnemar.c - the tail of a coin's binomial distribution.
 *
 * Only + * / on doubles, no logarithms: those of two C libraries differ in the
 * last digit.
 */
#include "config.h"

#include "mcnemar.h"

/* (n over k) / 2^n; halved on the way, so that it never grows too large. */
static double
exactly(uint64_t n, uint64_t k)
{
	uint64_t halves = n, i;
	double v = 1;

	for (i = 1; i <= k; i++) {
		v = v * (double)(n - k + i) / (double)i;
		for (; v > 1 && halves > 0; halves--)
			v /= 2;
	}
	for (; v > 0 && halves > 0; halves--)
		v /= 2;
	return v;
}

/* The chance of at most k heads in n throws. */
static double
at_most(uint64_t n, uint64_t k)
{
	double v = exactly(n, k), sum = v;

	for (; v > 0 && k > 0; k--) {
		v = v * (double)k / (double)(n - k + 1);
		sum += v;
	}
	return sum;
}

double
mcnemar_p(uint64_t first, uint64_t second)
{
	double p = 2 * at_most(first + second, first < second ? first : second);

	return p < 1 ? p : 1;
}
