/* test_ratio.c - quotients as decimals. */
#include "config.h"

#include <criterion/criterion.h>

#include "ratio.h"

Test(ratio, rounds_half_away_from_zero)
{
	static const struct {
		const char *why;
		int64_t num, den;
		int decimals;
		const char *want;
	} rows[] = {
		{ "down", 1, 3, 4, "0.3333" },
		{ "up", 2, 3, 4, "0.6667" },
		{ "a half goes up", 1, 8, 2, "0.13" },
		{ "below zero a half goes down", -1, 8, 2, "-0.13" },
		{ "below zero", -2, 3, 2, "-0.67" },
		{ "no minus before nothing", -1, 1000, 2, "0.00" },
		{ "zero", 0, 7, 3, "0.000" },
		{ "whole", 7, 7, 4, "1.0000" },
		{ "carries", 99999, 100000, 4, "1.0000" },
		{ "no decimals", 5, 2, 0, "3" },
		{ "percent", -10000, 100, 2, "-100.00" },
		{ "the largest", 1000 * RATIO_MAX_COUNT, 1, 0,
			"1000000000000000000" },
		{ "division by zero", 5, 0, 4, "" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf b = { 0 };

		ratio_add(&b, rows[i].num, rows[i].den, rows[i].decimals);
		cr_expect_str_eq(buf_cstr(&b), rows[i].want, "%s: %s",
			rows[i].why, buf_cstr(&b));
		buf_free(&b);
	}
}

/* The wanted ends are from the formula in 50 digits. */
Test(ratio, wilson_interval)
{
	static const struct {
		int64_t hits, n;
		const char *low, *high;
	} rows[] = {
		{ 0, 0, "", "" },
		{ 0, 1, "0.0000", "0.7935" },
		{ 1, 1, "0.2065", "1.0000" },
		{ 0, 10, "0.0000", "0.2775" },
		{ 10, 10, "0.7225", "1.0000" },
		{ 1, 10, "0.0179", "0.4042" },
		{ 50, 100, "0.4038", "0.5962" },
		{ 81, 263, "0.2553", "0.3662" },
		{ 333333, 1000000, "0.3324", "0.3343" },
		{ 4 * RATIO_MAX_COUNT, 8 * RATIO_MAX_COUNT, "0.5000",
			"0.5000" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf low = { 0 }, high = { 0 };

		ratio_add_wilson(&low, &high, rows[i].hits, rows[i].n, 4);
		cr_expect_str_eq(buf_cstr(&low), rows[i].low, "%lld of %lld",
			(long long)rows[i].hits, (long long)rows[i].n);
		cr_expect_str_eq(buf_cstr(&high), rows[i].high, "%lld of %lld",
			(long long)rows[i].hits, (long long)rows[i].n);
		buf_free(&low);
		buf_free(&high);
	}
}
