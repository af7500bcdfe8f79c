/* test_number.c - the numbers that cells hold. */
#include "config.h"

#include <criterion/criterion.h>

#include "number.h"

#define NONE INT64_MIN /* it is no such number */

static int64_t
read_by(bool (*read)(struct text, int64_t *), const char *cell)
{
	int64_t v;

	return read(text_of(cell), &v) ? v : NONE;
}

Test(number, typed)
{
	static const struct {
		const char *cell;
		int64_t milli;
	} rows[] = {
		{ "2", 2000 },
		{ "-2,5", -2500 },
		{ "+2.5", 2500 },
		{ ".5", 500 },
		{ "-,5", -500 },
		{ "3,", 3000 },
		{ "-0,3333333", -333 },
		{ "", NONE },
		{ "-", NONE },
		{ ",", NONE },
		{ "+-2", NONE },
		{ "1.000,5", NONE },
		{ "1,2,3", NONE },
		{ "- 2", NONE },
		{ "2%", NONE },
		{ "2e0", NONE },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_eq(read_by(number_typed_milli, rows[i].cell),
			rows[i].milli, "'%s'", rows[i].cell);
}

Test(number, whole_count_and_milli)
{
	static const struct {
		const char *cell;
		int64_t whole, count, milli;
	} rows[] = {
		{ "", NONE, NONE, NONE },
		{ "0", 0, 0, 0 },
		{ "1200", 1200, 1200, 1200000 },
		{ "1200.0", NONE, 1200, 1200000 },
		{ "0012", 12, 12, 12000 },
		{ "-0.429", NONE, NONE, -429 },
		{ "0.4299", NONE, 0, 429 },
		{ "0.5", NONE, 0, 500 },
		{ "-1", NONE, NONE, -1000 },
		{ "+1", NONE, NONE, NONE },
		{ " 1", NONE, NONE, NONE },
		{ "1,5", NONE, NONE, NONE },
		{ "1.2.3", NONE, 1, NONE },
		{ ".5", NONE, NONE, NONE },
		{ "-", NONE, NONE, NONE },
		{ "1e3", NONE, NONE, NONE },
		{ "1234567", 1234567, 1234567, NONE },
		{ "1000000000000000", 1000000000000000, 1000000000000000,
			NONE },
		{ "1000000000000001", NONE, NONE, NONE },
		{ "00000000000000001", NONE, NONE, NONE },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *cell = rows[i].cell;

		cr_expect_eq(read_by(number_whole, cell), rows[i].whole,
			"whole '%s'", cell);
		cr_expect_eq(read_by(number_count, cell), rows[i].count,
			"count '%s'", cell);
		cr_expect_eq(read_by(number_milli, cell), rows[i].milli,
			"milli '%s'", cell);
	}
}
