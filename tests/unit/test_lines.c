/* test_lines.c - plain text, line by line. */
#include "config.h"

#include "lexfile.h"
#include "lines.h"

/* "a|b|" for the lines of a text; ! for one that is too long. */
static const char *
read_lines(const void *bytes, size_t len, size_t most)
{
	static struct buf out;
	char *path = file_of(bytes, len);
	struct source *s = NULL;
	struct lines *l;
	struct text line;
	struct err err = { 0 };
	size_t n = 0;
	enum rc rc;

	buf_clear(&out);
	cr_assert_eq(source_open(&s, path, true, &err), CLAMOR_OK);
	l = lines_new(s, most);
	while ((rc = lines_next(l, &line, &err)) != CLAMOR_END) {
		cr_expect_eq(err.line, ++n);
		if (rc == CLAMOR_OK)
			buf_addt(&out, line);
		else
			buf_addc(&out, '!');
		buf_addc(&out, '|');
	}
	lines_free(l);
	lines_free(NULL);
	source_close(s);
	file_gone(path);
	return buf_cstr(&out);
}

Test(lines, cut)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "nothing", "", "" },
		{ "one", "hola\n", "hola|" },
		{ "no LF at the end", "a\nb", "a|b|" },
		{ "empty lines", "\n\na\n\n", "||a||" },
		{ "CR LF", "a\r\nb\r\n", "a|b|" },
		{ "a CR inside stays", "a\rb\n", "a\rb|" },
		{ "as long as allowed", "12345678\n12345678\r\n",
			"12345678|12345678|" },
		{ "too long", "123456789\na\n", "!|a|" },
		{ "too long at the end", "a\n1234567890123", "a|!|" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(
			read_lines(rows[i].in, strlen(rows[i].in), 8),
			rows[i].want, "%s", rows[i].why);
}

/* Lines and a long one over many blocks. */
Test(lines, blocks)
{
	struct buf in = { 0 }, want = { 0 };
	size_t i;

	for (i = 0; i < 5000; i++) {
		buf_addf(&in, "linea %zu, con su texto\n", i);
		buf_addf(&want, "linea %zu, con su texto|", i);
	}
	for (i = 0; i < 300000; i++)
		buf_addc(&in, 'a');
	buf_adds(&in, "\nb\n");
	buf_adds(&want, "!|b|");
	cr_expect_str_eq(read_lines(in.p, in.len, 1000), buf_cstr(&want));
	buf_free(&in);
	buf_free(&want);
}
