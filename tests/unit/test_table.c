/* test_table.c - CSV files as spreadsheets save them. */
#include "config.h"

#include <stdio.h>

#include "lexfile.h"
#include "table.h"

static struct buf shown;

/* The cells, "|" between, records in brackets behind their line number. */
static const char *
read_table(const char *bytes, size_t len)
{
	char *path = file_of(bytes, len);
	struct err err = { 0 };
	struct table *t;
	size_t row, col;
	enum rc rc = table_read(&t, path, &err);

	buf_clear(&shown);
	if (rc != CLAMOR_OK) {
		cr_expect_str_eq(err.file, path);
		buf_addf(&shown, "%zu: %s", err.line, err.text);
		file_gone(path);
		return buf_cstr(&shown);
	}
	for (col = 0; col < table_ncolumns(t); col++) {
		if (col > 0)
			buf_addc(&shown, '|');
		buf_addt(&shown, table_column_name(t, col));
	}
	for (row = 0; row < table_nrows(t); row++) {
		buf_addf(&shown, " %zu[", table_line(t, row));
		for (col = 0; col < table_ncolumns(t); col++) {
			if (col > 0)
				buf_addc(&shown, '|');
			buf_addt(&shown, table_cell(t, row, col));
		}
		buf_addc(&shown, ']');
	}
	table_free(t);
	file_gone(path);
	return buf_cstr(&shown);
}

Test(table, files)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "comma", "a,b\n1,2\n", "a|b 2[1|2]" },
		{ "semicolon", "a;b\n1,5;2\n", "a|b 2[1,5|2]" },
		{ "a first line names it",
			"\xEF\xBB\xBFsep=;\r\na,b;c\r\n1;sep=\r\n",
			"a,b|c 3[1|sep=]" },
		{ "TAB", "a\tb\n1;x\t2\n", "a|b 2[1;x|2]" },
		{ "one column", "a\nx y\n", "a 2[x y]" },
		{ "BOM", "\xEF\xBB\xBF" "a,b\n1,2\n", "a|b 2[1|2]" },
		{ "CRLF", "a,b\r\n1,2\r\n3,4\r\n", "a|b 2[1|2] 3[3|4]" },
		{ "no last line end", "a,b\n1,2", "a|b 2[1|2]" },
		{ "header alone", "a,b\n", "a|b" },
		{ "quotes", "a,b\n\"x,y\",\"\"\"z\"\"\"\n",
			"a|b 2[x,y|\"z\"]" },
		{ "a break inside", "a,b\n\"x\ny\",2\n3,4\n",
			"a|b 2[x\ny|2] 4[3|4]" },
		{ "blanks off", "a , b\n 1\t,  \n", "a|b 2[1|]" },
		{ "comments", "# hello, you; there\na,b\n#\n# x\n1,2\n",
			"a|b 5[1|2]" },
		{ "a comment has other fields", "a,b\n# x,y,z,w\n1,2\n",
			"a|b 3[1|2]" },
		{ "a quoted comment", "a,b\n\"# x, y\"\n1,2\n",
			"a|b 3[1|2]" },
		{ "a lone # in a full record", "a,b\n#,2\n1,2\n",
			"a|b 3[1|2]" },
		{ "#word is none", "a,b\n#tag,2\n", "a|b 2[#tag|2]" },
		{ "a BOM before a comment", "\xEF\xBB\xBF# x\na;b\n1;2\n",
			"a|b 3[1|2]" },
		{ "a comment does not tell the delimiter",
			"# a,b,c,d\na;b\n1;2\n", "a|b 3[1|2]" },
		{ "nor does what is quoted", "a,\"b;c;d;e\"\n1,2\n",
			"a|b;c;d;e 2[1|2]" },
		{ "columns without a name", "a,,\n1,2,3\n", "a|| 2[1|2|3]" },
		{ "too few fields", "a,b\n1,2\n3\n",
			"3: 1 field, but the header has 2 (put ',' between "
			"cells, as it does)" },
		{ "too few, by TABs", "a\tb\tc\n1\t2\n",
			"2: 2 fields, but the header has 3 (put a TAB between "
			"cells, as it does)" },
		{ "too many", "a,b\n1,2,3\n",
			"2: 3 fields, but the header has 2 (put cells that "
			"hold ',' in quotes)" },
		{ "rows of which all was deleted", "a,b\n,\n1,2\n,,,\n\n",
			"a|b 3[1|2]" },
		{ "a comment behind a blank", "a,b\n # x,2\n1,2\n",
			"a|b 3[1|2]" },
		{ "blanks that do not break lines",
			"a\xC2\xA0,b\n\xC2\xA0 1\xC2\xA0,2\xC2\xA0\xC2\xA0\n",
			"a|b 2[1|2]" },
		{ "nothing but one", "a,b\n1,\xC2\xA0\n", "a|b 2[1|]" },
		{ "UTF-16", "\xFF\xFE" "a,b", "0: UTF-16LE (save as CSV UTF-8)" },
		{ "a workbook", "\xD0\xCF\x11\xE0,1\n",
			"0: a workbook (save as CSV UTF-8)" },
		{ "CR alone ends lines", "a,b\r1,2\r3,4\r",
			"a|b 2[1|2] 3[3|4]" },
		{ "a reference that is gone", "a,b\n1,#\xC2\xA1REF!\n",
			"2: the spreadsheet took this cell for a formula "
			"(type ' before it and save as CSV UTF-8)" },
		{ "what only begins as one", "a,b\n1,#REF\n", "a|b 2[1|#REF]" },
		{ "a column twice", "# x\na,b,a\n",
			"2: column 'a' stands twice (take one of them out)" },
		{ "empty", "", "0: no header (the first record names the columns)" },
		{ "comments alone", "# x\n", "0: no header (the first record names the columns)" },
		{ "a spreadsheet's error", "a,b\n1,#NAME?\n",
			"2: the spreadsheet took this cell for a formula "
			"(type ' before it and save as CSV UTF-8)" },
		{ "in Spanish", "a,b\n\" #¿NOMBRE?\",2\n",
			"2: the spreadsheet took this cell for a formula "
			"(type ' before it and save as CSV UTF-8)" },
		{ "invalid UTF-8", "a,b\np\xE9simo,2\n",
			"2: invalid UTF-8 (save as CSV UTF-8)" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(read_table(rows[i].in, strlen(rows[i].in)),
			rows[i].want, "%s", rows[i].why);
	buf_free(&shown);
}

Test(table, an_open_quote)
{
	cr_expect_eq(strncmp(read_table("a,b\n1,\"2\n3,4\n", 12),
		"2: bad record: ", 15), 0, "%s", shown.p);
	buf_free(&shown);
}

Test(table, a_long_comment_before_the_header)
{
	struct buf in = { 0 };
	int i;

	for (i = 0; i < 200; i++)
		buf_adds(&in, "# what this file is for, and who wrote it\n");
	buf_adds(&in, "a;b\n1;2\n");
	cr_expect_str_eq(read_table(in.p, in.len), "a|b 202[1|2]");
	buf_free(&in);
	buf_free(&shown);
}

Test(table, names)
{
	char *path = file_of("a,b\n1,2\n", 8);
	struct err err = { 0 };
	struct table *t;
	struct text name;

	cr_assert_eq(table_read(&t, path, &err), CLAMOR_OK);
	cr_expect_str_eq(table_path(t), path);
	name = table_name(t);
	cr_expect(name.len > 0 && memchr(name.p, '/', name.len) == NULL);
	cr_expect(name.p[name.len] == '.', "without .csv");
	cr_expect_eq(table_column(t, "b"), 1);
	cr_expect_eq(table_column(t, "c"), TABLE_NONE);
	cr_expect_eq(table_cell(t, 0, TABLE_NONE).len, 0);
	table_free(t);
	table_free(NULL);
	file_gone(path);
}

Test(table, no_such_file)
{
	struct err err = { 0 };
	struct table *t;

	cr_expect_eq(table_read(&t, "/nonexistent/a.csv", &err),
		CLAMOR_ENOTFOUND);
	cr_expect_str_eq(err.file, "/nonexistent/a.csv");
	cr_expect_eq(table_read(&t, "/", &err), CLAMOR_EIO);
}

static void
on_bad(void *ctx, const struct err *err)
{
	struct buf *b = ctx;

	buf_addf(b, "%zu:%zu ", err->line, err->col);
}

Test(table, bad_records_are_told)
{
	static const char in[] = "a,b\n1,2\nx\np\xE9,2\n3,4\n5,#NAME?\n6,7\n";
	char *path = file_of(in, sizeof(in) - 1);
	struct buf told = { 0 };
	struct err err = { 0 };
	struct table *t;

	cr_assert_eq(table_read_all(&t, path, on_bad, &told, &err), CLAMOR_OK);
	cr_expect_str_eq(buf_cstr(&told), "3:0 4:2 6:3 ");
	cr_expect_eq(table_nrows(t), 3);
	cr_expect_eq(table_line(t, 2), 7);
	table_free(t);
	buf_free(&told);
	file_gone(path);
}

Test(table, places_in_a_line)
{
	static const char in[] = "\xEF\xBB\xBF" "a,b,c\n"
		"x, y,\"z\"\n"
		"\"a \"\"b\"\" c\",\"d\",\n"
		"\"e\nf\",g,h\n";
	char *path = file_of(in, sizeof(in) - 1);
	struct err err = { 0 };
	struct table *t;

	cr_assert_eq(table_read(&t, path, &err), CLAMOR_OK);
	cr_expect_eq(table_byte(t, 0, 0, 0), 1);
	cr_expect_eq(table_byte(t, 0, 1, 0), 4, "blanks off");
	cr_expect_eq(table_byte(t, 0, 2, 0), 7, "inside the quotes");
	cr_expect_eq(table_byte(t, 0, 2, 1), 8);
	cr_expect_eq(table_byte(t, 1, 0, 0), 2);
	cr_expect_eq(table_byte(t, 1, 0, 6), 10, "doubled quotes before it");
	cr_expect_eq(table_byte(t, 1, 1, 0), 14);
	cr_expect_eq(table_byte(t, 2, 0, 0), 2);
	cr_expect_eq(table_byte(t, 2, 1, 0), 0, "in the next line");
	cr_expect_eq(table_byte(t, 0, TABLE_NONE, 0), 0);
	table_free(t);
	file_gone(path);
}
