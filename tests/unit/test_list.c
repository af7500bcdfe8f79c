/* test_list.c - the lists that cells hold. */
#include "config.h"

#include <criterion/criterion.h>

#include "list.h"

Test(list, items_in_order)
{
	static const struct {
		const char *why, *cell, *want;
	} rows[] = {
		{ "none", "", "" },
		{ "one", "a", "[a]" },
		{ "three", "a;bc;d", "[a][bc][d]" },
		{ "empty ones count", ";a;;b;", "[][a][][b][]" },
		{ "blanks stay", " a ;b", "[ a ][b]" },
		{ "other separators stay", "a,b;c", "[a,b][c]" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct text list = list_of(text_of(rows[i].cell)), item;
		struct buf got = { 0 };

		while (list_next(&list, ';', &item)) {
			buf_addc(&got, '[');
			buf_addt(&got, item);
			buf_addc(&got, ']');
		}
		cr_expect_str_eq(buf_cstr(&got), rows[i].want, "%s: %s",
			rows[i].why, buf_cstr(&got));
		cr_expect_not(list_next(&list, ';', &item), "%s: stays over",
			rows[i].why);
		buf_free(&got);
	}
}

Test(list, has_whole_values)
{
	cr_expect(list_has(text_of("b;checkin;a"), "checkin"));
	cr_expect(list_has(text_of("checkin"), "checkin"));
	cr_expect_not(list_has(text_of("checkins;check"), "checkin"));
	cr_expect_not(list_has(text_of(""), ""), "nothing is listed");
}
