/* test_csvout.c - CSV out. */
#include "config.h"

#include <criterion/criterion.h>

#include "canon.h"
#include "csvout.h"
#include "unichar.h"
#include "utf8.h"

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

#ifdef __SSE2__
Test(csvout, plain_cells)
{
	static const struct {
		const char *in, *want; /* NULL: not plain */
	} rows[] = {
		{ "12", ";12" },
		{ "quince bytes en", ";quince bytes en" },
		{ "dieciséis bytes", ";dieciséis bytes" },
		{ "¿qué año? ¡ése!", ";¿qué año? ¡ése!" },
		{ "a;b", ";\"a;b\"" },
		{ "a \"b\", sí", ";\"a \"\"b\"\", sí\"" },
		{ " a", ";\" a\"" },
		{ "quince bytes, y ", ";\"quince bytes, y \"" },
		{ "", ";" },
		{ "a\nb", NULL },
		{ "a\tb", NULL },
		{ "a\xC2\x85 b", NULL },         /* a line break */
		{ "quince bytes en\xC3", NULL }, /* at the end of 16 bytes */
		{ "quince bytes en\xC2\x85", NULL },
		{ "a\x80", NULL },
		{ "\xC3\xC3\xA1", NULL },
		{ "e\xCC\x81", NULL }, /* not NFC */
		{ "5 \xE2\x82\xAC", NULL },
	};
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct csvout o = { .buf = &b,
			.delimiter = ';',
			.started = true,
			.begun = true };

		buf_clear(&b);
		cr_expect_eq(csvout_plain(&o, text_of(rows[i].in)),
			rows[i].want != NULL, "%zu", i);
		cr_expect_str_eq(buf_cstr(&b), rows[i].want ? rows[i].want : "",
			"%zu", i);
	}
	buf_free(&b);
}
#endif

/* Append up to 40 pieces that come in posts, and of which some do harm. */
static void
add_pieces(struct buf *cell, unsigned *seed)
{
	static const char *const pieces[] = { "a", "b", "z", "~", " ", "0",
		"hola ", "\xC3\xA1", "\xC3\xB1", "\xC2\xBF", "\xC2\xA0", ",",
		"\"", "\t", "\n", "\r", "\x7F", "\xC2\x85", "\xC2", "\xC3",
		"\x80", "\xA1", "\xCC\x81", "\xE2\x80\xA8", "\xF0\x9F\x98\x80",
		"\xFF" };
	const unsigned n = sizeof(pieces) / sizeof(pieces[0]);
	unsigned left, harmless = 13;

	*seed = *seed * 1103515245u + 12345u;
	left = *seed >> 16 & 31;
	if ((*seed >> 24 & 3) == 0)
		harmless = n;
	for (left += 8; left > 0; left--) {
		*seed = *seed * 1103515245u + 12345u;
		buf_adds(cell, pieces[(*seed >> 16) % harmless]);
	}
	*seed = *seed * 1103515245u + 12345u;
	buf_adds(cell, pieces[(*seed >> 16) % n]);
}

/* What is written as plain is what cleaning would have made of it. */
Test(csvout, plain_is_clean)
{
	struct buf cell = { 0 }, nfc = { 0 }, line = { 0 }, a = { 0 },
		   b = { 0 };
	unsigned seed = 1, i, plain = 0;

	for (i = 0; i < 20000; i++) {
		struct csvout fast = { .buf = &a }, slow = { .buf = &b };

		buf_clear(&cell);
		buf_clear(&nfc);
		buf_clear(&line);
		buf_clear(&a);
		buf_clear(&b);
		add_pieces(&cell, &seed);
		if (!csvout_plain(&fast, buf_text(&cell)))
			continue;
		plain++;
		cr_assert_eq(utf8_valid_prefix(cell.p, cell.len), cell.len);
		unichar_nfc(&nfc, cell.p, cell.len);
		canon_one_line(&line, buf_text(&nfc), true);
		csvout_text(&slow, buf_text(&line));
		cr_assert(text_eq(buf_text(&a), buf_text(&b)), "'%s', not '%s'",
			buf_cstr(&a), buf_cstr(&b));
	}
#ifdef __SSE2__
	cr_assert_gt(plain, 5000);
	cr_assert_lt(plain, 19000);
#endif
	buf_free(&cell);
	buf_free(&nfc);
	buf_free(&line);
	buf_free(&a);
	buf_free(&b);
}

Test(csvout, cells_of_other_records)
{
	static const struct {
		const char *in; /* with its quotes */
		char delimiter;
		const char *want;
	} rows[] = {
		{ "", ',', "," },
		{ "\"\"", ',', "," },
		{ "a b", ',', ",a b" },
		{ "\"a b\"", ',', ",a b" },
		{ "\"a, b\"", ',', ",\"a, b\"" },
		{ "\"a \"\"b\"\"\"", ',', ",\"a \"\"b\"\"\"" },
		{ "\"a\nb\"", ',', ",\"a\nb\"" },
		{ " a", ',', ",\" a\"" },
		{ "a\t", ',', ",\"a\t\"" },
		{ "\" a\"", ',', ",\" a\"" },
		{ "a, b", ';', ",\"a, b\"" },
		{ "a b", ';', ",a b" },
		{ "\"a; b\"", ';', ",a; b" },
	};
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct csvout o = { .buf = &b, .started = true };
		bool quoted = *rows[i].in == '"';
		struct text in = text_of(rows[i].in);

		buf_clear(&b);
		csvout_cell(&o, quoted ? text_inside(in) : in, quoted,
			rows[i].delimiter);
		cr_expect_str_eq(buf_cstr(&b), rows[i].want, "%s", rows[i].in);
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
	cr_expect(
		text_eq(buf_text(&b), (struct text){ want, sizeof(want) - 1 }));
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
		{ 10, "10", "0.010" },
		{ 99, "99", "0.099" },
		{ 100, "100", "0.100" },
		{ 1005, "1005", "1.005" },
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
		{ "full width",
			"\xEF\xBC\x9D"
			"1",
			"'\xEF\xBC\x9D"
			"1" },
		{ "full width at",
			"\xEF\xBC\xA0"
			"a",
			"'\xEF\xBC\xA0"
			"a" },
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
	cr_expect_str_eq(buf_cstr(&b), "\xEF\xBB\xBFid;score\r\n-1;-0.500\r\n");
	buf_free(&b);
}
