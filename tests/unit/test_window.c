/* test_window.c - batches outlive their reader's memory. */
#include "config.h"

#include <criterion/criterion.h>
#include <string.h>

#include "window.h"

Test(window, copies_are_deep)
{
	char bytes[] = "1,\"dos\"", other[] = "dos";
	uint32_t ends[2] = { 101, 107 };
	struct text values[2] = { { bytes, 1 }, { other, 3 } };
	struct row rows[3] = { { .raw = { bytes, 7 },
				       .ends = ends,
				       .start = 100,
				       .ncells = 2,
				       .number = 1 },
		{ .raw = { bytes, 7 },
			.values = values,
			.ncells = 2,
			.number = 2 },
		{ .kind = ROW_REJECTED,
			.reason = REASON_RAGGED,
			.raw = { bytes, 0 },
			.number = 3,
			.offset = 8 } };
	struct batch b = { rows, 3 };
	struct buf scratch = { 0 };
	struct window w = { 0 };
	const struct row *copy;
	int i;

	window_add(&w, &b);
	memset(bytes, 'x', sizeof(bytes));
	memset(other, 'x', sizeof(other));
	memset(ends, 0, sizeof(ends));
	memset(values, 0, sizeof(values));
	copy = w.batches[0].rows;
	cr_expect(text_is(copy[0].raw, "1,\"dos\""));
	for (i = 0; i < 2; i++) {
		cr_expect(text_is(row_text(&copy[i], 0, &scratch), "1"));
		cr_expect(text_is(row_text(&copy[i], 1, &scratch), "dos"));
	}
	cr_expect(row_cell(&copy[0], 1).quoted);
	cr_expect_eq(copy[2].kind, ROW_REJECTED);
	cr_expect_eq(copy[2].ncells, 0);
	cr_expect_eq(w.records, 3);
	cr_expect_eq(w.bytes, 8);
	buf_free(&scratch);
	window_clear(&w);
	cr_expect_eq(w.n, 0);
}

Test(window, a_thousand_records_or_a_mebibyte)
{
	struct row rows[100];
	struct batch b = { rows, 100 };
	struct window w = { 0 };
	int i;

	memset(rows, 0, sizeof(rows));
	for (i = 0; i < 10; i++) {
		cr_expect_not(window_is_full(&w));
		window_add(&w, &b);
	}
	cr_expect(window_is_full(&w));
	window_clear(&w);
	rows[99].offset = WINDOW_BYTES;
	window_add(&w, &b);
	cr_expect(window_is_full(&w));
	cr_expect_not(window_covers(&rows[99], 99));
	cr_expect(window_covers(&rows[0], 999));
	cr_expect_not(window_covers(&rows[0], 1000));
	window_clear(&w);
}
