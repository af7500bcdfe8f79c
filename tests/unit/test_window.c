/* test_window.c - batches outlive their reader's memory. */
#include "config.h"

#include <criterion/criterion.h>
#include <string.h>

#include "window.h"

Test(window, copies_are_deep)
{
	char bytes[] = "1,\"dos\"", other[] = "dos";
	struct cell cells[2] = { { bytes, 1, false, false },
		{ other, 3, true, false } };
	struct row rows[2] = { { .raw = { bytes, 7 }, .cells = cells,
					 .ncells = 2, .number = 1 },
		{ .kind = ROW_REJECTED, .reason = REASON_RAGGED,
			.raw = { bytes, 0 }, .number = 2, .offset = 8 } };
	struct batch b = { rows, 2 };
	struct window w = { 0 };
	const struct row *copy;

	window_add(&w, &b);
	memset(bytes, 'x', sizeof(bytes));
	memset(other, 'x', sizeof(other));
	memset(cells, 0, sizeof(cells));
	copy = w.batches[0].rows;
	cr_expect(text_is(copy[0].raw, "1,\"dos\""));
	cr_expect_eq(copy[0].cells[0].len, 1);
	cr_expect_eq(*copy[0].cells[0].p, '1');
	cr_expect_eq(memcmp(copy[0].cells[1].p, "dos", 3), 0);
	cr_expect(copy[0].cells[1].quoted);
	cr_expect_eq(copy[1].kind, ROW_REJECTED);
	cr_expect_eq(copy[1].ncells, 0);
	cr_expect_eq(w.records, 2);
	cr_expect_eq(w.bytes, 8);
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
