/* test_csvout.c - CSV out. */
#include "config.h"

#include <criterion/criterion.h>

#include "csvout.h"

Test(csvout, quoting)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "plain", "hola", "hola" },
		{ "empty", "", "" },
		{ "delimiter", "a,b", "\"a,b\"" },
		{ "another delimiter", "a;b", "a;b" },
		{ "quote", "5\" tv", "\"5\"\" tv\"" },
		{ "only quotes", "\"\"", "\"\"\"\"\"\"" },
		{ "break", "a\nb", "\"a\nb\"" },
		{ "CR", "a\rb", "\"a\rb\"" },
		{ "blank in front", " a", "\" a\"" },
		{ "blank behind", "a\t", "\"a\t\"" },
		{ "blank inside", "a b", "a b" },
		{ "formula", "=1+1", "=1+1" },
	};
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct csvout o = { .buf = &b };

		buf_clear(&b);
		csvout_str(&o, rows[i].in);
		cr_expect_str_eq(buf_cstr(&b), rows[i].want, "%s", rows[i].why);
	}
	buf_free(&b);
}

Test(csvout, quoting_wherever_it_stands)
{
	static const char special[] = ",\"\n\r;"; /* the last one is none */
	struct buf b = { 0 };
	struct csvout out = { .buf = &b };
	char text[41];
	size_t at, i;

	for (i = 0; i < 5; i++) {
		for (at = 0; at < sizeof(text); at++) {
			memset(text, 'a', sizeof(text));
			text[at] = special[i];
			buf_clear(&b);
			out.started = false;
			csvout_text(&out, (struct text){ text, sizeof(text) });
			cr_assert_eq(b.p[0] == '"', i < 4, "%zu at %zu", i, at);
		}
	}
	buf_free(&b);
}

Test(csvout, records)
{
	static const char want[] = "id;\"a;b\"\n1;\"x\";-5;a\0b\n\n";
	struct buf b = { 0 };
	struct csvout o = { .buf = &b, .delimiter = ';' };

	csvout_str(&o, "id");
	csvout_str(&o, "a;b");
	csvout_end(&o);
	csvout_raw(&o, text_of("1;\"x\""));
	csvout_int(&o, -5);
	csvout_text(&o, (struct text){ "a\0b", 3 });
	csvout_end(&o);
	csvout_str(&o, "");
	csvout_end(&o);
	cr_expect(text_eq(buf_text(&b),
		(struct text){ want, sizeof(want) - 1 }));
	buf_free(&b);
}

Test(csvout, numbers)
{
	static const struct {
		int64_t v;
		const char *integer, *milli;
	} rows[] = {
		{ 0, "0", "0.000" },
		{ 7, "7", "0.007" },
		{ -7, "-7", "-0.007" },
		{ 1235, "1235", "1.235" },
		{ -1235, "-1235", "-1.235" },
		{ 1000000, "1000000", "1000.000" },
		{ INT64_MAX, "9223372036854775807", "9223372036854775.807" },
		{ INT64_MIN, "-9223372036854775808", "-9223372036854775.808" },
	};
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct csvout o = { .buf = &b };

		buf_clear(&b);
		csvout_int(&o, rows[i].v);
		cr_expect_str_eq(buf_cstr(&b), rows[i].integer);
		buf_clear(&b);
		o.started = false;
		csvout_milli(&o, rows[i].v);
		cr_expect_str_eq(buf_cstr(&b), rows[i].milli);
	}
	buf_free(&b);
}

Test(csvout, excel_cells)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "plain", "hola", "hola" },
		{ "empty", "", "" },
		{ "formula", "=1+1", "'=1+1" },
		{ "formula to be quoted", "=A1,B1", "\"'=A1,B1\"" },
		{ "formula with quotes", "=\"a\"", "\"'=\"\"a\"\"\"" },
		{ "plus", "+52 55", "'+52 55" },
		{ "minus", "-mal", "'-mal" },
		{ "mention", "@marca", "'@marca" },
		{ "TAB", "\tx", "\"'\tx\"" },
		{ "CR", "\rx", "\"'\rx\"" },
		{ "behind blanks", "  =1", "\"'  =1\"" },
		{ "behind a quote", "\"=1", "\"'\"\"=1\"" },
		{ "full width", "\xEF\xBC\x9D" "1", "'\xEF\xBC\x9D" "1" },
		{ "full width at", "\xEF\xBC\xA0" "a", "'\xEF\xBC\xA0" "a" },
		{ "other full width", "\xEF\xBC\xA1", "\xEF\xBC\xA1" },
		{ "sign inside", "a=b", "a=b" },
		{ "15 digits", "123456789012345", "123456789012345" },
		{ "16 digits", "1234567890123456",
			"\"=\"\"1234567890123456\"\"\"" },
		{ "long, no number", "123456789012345x", "123456789012345x" },
	};
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct csvout o = { .buf = &b, .excel = true, .begun = true };

		buf_clear(&b);
		csvout_str(&o, rows[i].in);
		cr_expect_str_eq(buf_cstr(&b), rows[i].want, "%s", rows[i].why);
	}
	buf_free(&b);
}

Test(csvout, excel_dress)
{
	struct buf b = { 0 };
	struct csvout o = { .buf = &b, .delimiter = ';', .excel = true };

	csvout_str(&o, "id");
	csvout_str(&o, "score");
	csvout_end(&o);
	csvout_int(&o, -1);
	csvout_milli(&o, -500);
	csvout_end(&o);
	cr_expect_str_eq(buf_cstr(&b),
		"\xEF\xBB\xBFid;score\r\n-1;-0.500\r\n");
	buf_free(&b);
}
