/* test_assign.c - NAME=VALUE lists of --map and --set. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#include "assign.h"
#include "xalloc.h"

static void
free_all(char *values[CANON_PARTS])
{
	size_t i;

	for (i = 0; i < CANON_PARTS; i++) {
		free(values[i]);
		values[i] = NULL;
	}
}

Test(assign, lists)
{
	char *v[CANON_PARTS] = { NULL };

	cr_assert_eq(assign_parse(v, CANON_PARTS, "text=A, b,date=C,url=",
		NULL), CLAMOR_OK);
	cr_expect_str_eq(v[CANON_TEXT], "A, b", "a comma of the value");
	cr_expect_str_eq(v[CANON_DATE], "C");
	cr_expect_str_eq(v[CANON_URL], "");
	cr_expect_null(v[CANON_ID]);
	cr_assert_eq(assign_parse(v, CANON_PARTS, "text=x=y,title=t", NULL),
		CLAMOR_OK);
	cr_expect_str_eq(v[CANON_TEXT], "x=y", "the later one wins");
	cr_expect_str_eq(v[CANON_TITLE], "t");
	free_all(v);
}

Test(assign, wrong_names)
{
	static const struct {
		const char *list, *text;
	} rows[] = {
		{ "txt=a", "there is no column 'txt' (did you mean 'text'?)" },
		{ "title=a", "there is no column 'title'; NAME=… is wanted, "
			     "NAME one of id, date, source, brand, author, "
			     "followers, text, rating, likes, shares, replies, "
			     "reply_to, thread, reply_text, reply_date, "
			     "direction, lang, place, url" },
		{ "texto", NULL },
		{ "", NULL },
		{ "=a", NULL },
		{ ",text=a", NULL },
	};
	char *v[CANON_PARTS] = { NULL };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct err err = { 0 };

		cr_expect_eq(assign_parse(v, CANON_N, rows[i].list, &err),
			CLAMOR_ENOTFOUND, "'%s'", rows[i].list);
		if (rows[i].text != NULL)
			cr_expect_str_eq(err.text, rows[i].text);
	}
	free_all(v);
}

Test(assign, constants)
{
	static const struct {
		enum canon column;
		const char *in, *want; /* NULL: refused */
	} rows[] = {
		{ CANON_BRAND, "Caf\u00e9", "Caf\u00e9" },
		{ CANON_BRAND, "Cafe\u0301", "Caf\u00e9" },
		{ CANON_BRAND, "a\nb", "a b" },
		{ CANON_BRAND, "a\xff", "a\ufffd" },
		{ CANON_DATE, "2026-11-21", "2026-11-21" },
		{ CANON_DATE, "21/11/2026", NULL },
		{ CANON_RATING, "5 estrellas", "5" },
		{ CANON_RATING, "9", NULL },
		{ CANON_LIKES, "1.234", "1234" },
		{ CANON_LIKES, "pocos", NULL },
		{ CANON_DIRECTION, "out", "out" },
		{ CANON_DIRECTION, "afuera", NULL },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char *value = xstrdup(rows[i].in);
		enum rc rc = assign_constant(rows[i].column, &value, NULL);

		cr_expect_eq(rc, rows[i].want ? CLAMOR_OK : CLAMOR_EINVAL,
			"'%s'", rows[i].in);
		cr_expect_str_eq(value,
			rows[i].want ? rows[i].want : rows[i].in);
		free(value);
	}
}
