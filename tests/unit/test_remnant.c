/* test_remnant.c - terms of which hardly anything is left. */
#include "config.h"

#include <criterion/criterion.h>

#include "remnant.h"

Test(remnant, terms)
{
	static const struct {
		const char *cell, *left; /* NULL: it is no such term */
	} rows[] = {
		{ "=3", "3" },
		{ "(y)", "y" },
		{ "c++", "c" },
		{ "50%", "50" },
		{ "1.5%", "1.5" },
		{ "\xC2\xBF"
		  "ya?",
			NULL },
		{ "y", NULL },
		{ "{y}", NULL },
		{ "\\*y", "y" },
		{ "\xC3\xB3", NULL }, /* ó */
		{ "50", NULL },
		{ "1.5", NULL },
		{ "2do.", NULL },
		{ "$50", NULL }, /* a sum */
		{ ":)", NULL },
		{ "\xF0\x9F\x98\xA1", NULL }, /* an emoji */
		{ "24/7", NULL },
		{ "b*", NULL },
		{ "#a", NULL },
		{ "/a/", NULL },
	};
	struct fold *fold = fold_new();
	struct term t = { 0 };
	struct err err = { 0 };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct text left;
		bool is;

		cr_assert_eq(term_read(&t, fold, text_of(rows[i].cell), &err),
			CLAMOR_OK, "%s: %s", rows[i].cell, err.text);
		is = remnant_of(&t, text_of(rows[i].cell), &left);
		cr_expect_eq(is, rows[i].left != NULL, "%s", rows[i].cell);
		if (is && rows[i].left != NULL)
			cr_expect(text_is(left, rows[i].left), "%s: %.*s",
				rows[i].cell, (int)left.len, left.p);
	}
	term_free(&t);
	fold_free(fold);
}
