/* test_canon.c - lines, ratings, counts, words. */
#include "config.h"

#include <criterion/criterion.h>

#include "canon.h"

Test(canon, names_and_places_agree)
{
	size_t i;

	for (i = 0; i < CANON_PARTS; i++)
		cr_expect_eq(canon_by_name(text_of(canon_name((enum canon)i))),
			i, "%s", canon_name((enum canon)i));
	cr_expect_eq(canon_by_name(text_of("ID")), CANON_PARTS);
	cr_expect_eq(CANON_N, 19);
}

Test(canon, one_line)
{
	static const struct {
		const char *why, *in, *cell, *sentence;
	} rows[] = {
		{ "nothing to do", "hola  mundo", "hola  mundo",
			"hola  mundo" },
		{ "empty", "", "", "" },
		{ "a break", "a\nb", "a b", "a. b" },
		{ "CR LF and a paragraph", "a\r\n\r\n\r\nb", "a b", "a. b" },
		{ "blanks around it", "a \t\n  \n\tb", "a b", "a. b" },
		{ "no-break spaces too", "a\u00a0\n\u3000b", "a b", "a. b" },
		{ "a stop before it", "a.\nb", "a. b", "a. b" },
		{ "another, behind blanks", "a! \nb", "a! b", "a! b" },
		{ "an ellipsis", "a\u2026\nb", "a\u2026 b", "a\u2026 b" },
		{ "a comma", "a,\nb;\nc:\nd?\ne", "a, b; c: d? e",
			"a, b; c: d? e" },
		{ "no stop: a bracket", "a)\nb", "a) b", "a). b" },
		{ "no text follows", "a\n", "a ", "a " },
		{ "no text before", "\n a", " a", " a" },
		{ "nothing else", " \n ", " ", " " },
		{ "VT FF NEL LS PS", "a\vb\fc\xC2\x85" "d\u2028e\u2029f",
			"a b c d e f", "a. b. c. d. e. f" },
		{ "an emoji before it", "a \U0001F621\nb",
			"a \U0001F621 b", "a \U0001F621. b" },
	};
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		buf_clear(&out);
		canon_one_line(&out, text_of(rows[i].in), false);
		cr_expect_str_eq(buf_cstr(&out), rows[i].cell, "%s",
			rows[i].why);
		buf_clear(&out);
		canon_one_line(&out, text_of(rows[i].in), true);
		cr_expect_str_eq(buf_cstr(&out), rows[i].sentence, "%s",
			rows[i].why);
	}
	buf_free(&out);
}

Test(canon, one_line_appends)
{
	struct buf out = { 0 };

	buf_adds(&out, "x ");
	canon_one_line(&out, text_of("\ny"), true);
	cr_expect_str_eq(buf_cstr(&out), "x  y");
	buf_free(&out);
}

struct number {
	const char *in, *want; /* NULL: unreadable */
};

static void
expect_numbers(const struct number *rows, size_t n,
	bool (*read)(struct buf *out, struct text t))
{
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < n; i++) {
		bool ok;

		buf_clear(&out);
		ok = read(&out, text_of(rows[i].in));
		cr_expect_eq(ok, rows[i].want != NULL, "'%s'", rows[i].in);
		cr_expect_str_eq(buf_cstr(&out),
			rows[i].want ? rows[i].want : "", "'%s'", rows[i].in);
	}
	buf_free(&out);
}

Test(canon, ratings)
{
	static const struct number rows[] = { { "", "" }, { "-", "" },
		{ "None", "" }, { "1", "1" }, { " 5 ", "5" }, { "4.0", "4" },
		{ "4,5", "4.5" }, { "4/5", "4" }, { "4 / 5", "4" },
		{ "4 de 5", "4" }, { "5 estrellas", "5" }, { "1 Star", "1" },
		{ "5 out of 5 stars", "5" }, { "FIVE", "5" },
		{ "★★★★☆", "4" }, { "⭐⭐", "2" }, { "⭐️", "1" },
		{ "3 ★", "3" }, { "0", NULL }, { "6", NULL }, { "10", NULL },
		{ "5.5", NULL }, { "4/10", NULL }, { "-3", NULL },
		{ "☆☆☆☆☆", NULL }, { "bien", NULL }, { "4 y medio", NULL },
		{ "★★★★★★", NULL } };

	expect_numbers(rows, sizeof(rows) / sizeof(rows[0]), canon_rating);
}

Test(canon, counts)
{
	static const struct number rows[] = { { "", "" }, { "-", "" },
		{ "nan", "" }, { "0", "0" }, { "7", "7" }, { "1234", "1234" },
		{ "3.0", "3" }, { "-3.0", "-3" }, { "1.234", "1234" },
		{ "1,234", "1234" }, { "1 234", "1234" },
		{ "1\u00a0234\u202f567", "1234567" },
		{ "12.345.678", "12345678" }, { "1,234.0", "1234" },
		{ "12,3 mil", "12300" }, { "12.3K", "12300" },
		{ "1,5 M", "1500000" }, { "2 millones", "2000000" },
		{ "1.5", "1.5" }, { "1.234,5", "1234.5" },
		{ "1,234.05", "1234.05" }, { "1.234,50", "1234.5" },
		{ "1.2K", "1200" }, { "1,25", "1.25" },
		{ "1.234,567", NULL }, { "muchos", NULL }, { "12 34", NULL },
		{ "1.2345", NULL }, { "1234.567", NULL }, { "--3", NULL },
		{ "1.2.3", NULL }, { "9999999999999999", NULL },
		{ "0x10", NULL }, { "1e5", NULL } };

	expect_numbers(rows, sizeof(rows) / sizeof(rows[0]), canon_count);
}

Test(canon, words)
{
	cr_expect_str_eq(canon_direction(text_of("True")), "in");
	cr_expect_str_eq(canon_direction(text_of(" OUTBOUND ")), "out");
	cr_expect_null(canon_direction(text_of("")));
	cr_expect_str_eq(canon_source(text_of("Twitter")), "x");
	cr_expect_str_eq(canon_source(text_of("Google Maps")), "google");
	cr_expect_null(canon_source(text_of("Twitter for iPhone")));
}
