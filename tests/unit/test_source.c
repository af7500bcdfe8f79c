/* test_source.c - bytes in: files, pipes, packed data, encodings. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <unistd.h>

#include "source.h"

/* What gzip makes of "id,text\n1,hola\n" and of "2,adios\n". */
static const char gz_first[] =
	"\037\213\010\000\000\000\000\000\002\003\313\114\321\051\111\255"
	"\050\341\062\324\311\310\317\111\344\002\000\025\131\167\351\017"
	"\000\000\000";
static const char gz_second[] =
	"\037\213\010\000\000\000\000\000\002\003\063\322\111\114\311\314"
	"\057\346\002\000\114\042\257\344\010\000\000\000";

/* The same by zstd and xz. */
static const char zst_first[] =
	"\050\265\057\375\004\130\171\000\000\151\144\054\164\145\170\164"
	"\012\061\054\150\157\154\141\012\333\010\234\206";
static const char zst_second[] =
	"\050\265\057\375\004\130\101\000\000\062\054\141\144\151\157\163"
	"\012\007\164\061\377";
static const char xz_first[] =
	"\375\067\172\130\132\000\000\004\346\326\264\106\002\000\041\001"
	"\026\000\000\000\164\057\345\243\001\000\016\151\144\054\164\145"
	"\170\164\012\061\054\150\157\154\141\012\000\000\041\330\032\102"
	"\073\165\053\001\000\001\047\017\337\032\374\152\037\266\363\175"
	"\001\000\000\000\000\004\131\132";
static const char xz_second[] =
	"\375\067\172\130\132\000\000\004\346\326\264\106\002\000\041\001"
	"\026\000\000\000\164\057\345\243\001\000\007\062\054\141\144\151"
	"\157\163\012\000\251\174\136\002\252\335\130\043\000\001\040\010"
	"\273\031\331\273\037\266\363\175\001\000\000\000\000\004\131\132";

#define FIRST ((struct text){ gz_first, sizeof(gz_first) - 1 })
#define SECOND ((struct text){ gz_second, sizeof(gz_second) - 1 })
#define BYTES(s) { s, sizeof(s) - 1 }

/* Write pieces into a new file; its name is returned in path. */
static void
make_file(char path[32], struct text a, struct text b)
{
	int fd;

	strcpy(path, "/tmp/clamor-test-XXXXXX");
	fd = mkstemp(path);
	cr_assert_geq(fd, 0);
	cr_assert_eq(write(fd, a.p, a.len), (ssize_t)a.len);
	cr_assert_eq(write(fd, b.p, b.len), (ssize_t)b.len);
	close(fd);
}

static enum rc
read_rest(struct source *s, size_t piece, struct buf *out, struct err *err)
{
	char block[4096];
	size_t n;
	enum rc rc;

	while ((rc = source_read(s, block, piece, &n, err)) == CLAMOR_OK) {
		cr_assert_gt(n, 0);
		cr_assert_leq(n, piece);
		buf_add(out, block, n);
	}
	return rc == CLAMOR_END ? CLAMOR_OK : rc;
}

/* Read two pieces of a file back, whole and in small pieces. */
static enum rc
read_back(struct text a, struct text b, const char *encoding, struct buf *out,
	size_t *replaced, struct err *err)
{
	static const size_t pieces[] = { 4, 5, 7, 4096 };
	struct buf got = { 0 };
	char path[32];
	enum rc rc = CLAMOR_OK;
	size_t i;

	make_file(path, a, b);
	for (i = 0; i < 4; i++) {
		struct source *s;

		cr_assert_eq(source_open(&s, path, true, err), CLAMOR_OK);
		if (encoding != NULL)
			cr_assert_eq(source_convert(s, encoding, err),
				CLAMOR_OK);
		buf_clear(&got);
		rc = read_rest(s, pieces[i], &got, err);
		if (i > 0)
			cr_expect(text_eq(buf_text(&got), buf_text(out)),
				"by %zu", pieces[i]);
		buf_clear(out);
		buf_addt(out, buf_text(&got));
		*replaced = source_replaced(s);
		source_close(s);
	}
	(void)unlink(path);
	buf_free(&got);
	return rc;
}

#define NOTHING ((struct text){ "", 0 })

Test(source, packed)
{
	static const char zeros[64];
	const struct {
		const char *why;
		struct text a, b;
		enum rc rc;
		const char *want, *says;
	} rows[] = {
		{ "plain", text_of("id,text\n"), text_of("1,a\n"), CLAMOR_OK,
			"id,text\n1,a\n", "" },
		{ "empty", NOTHING, NOTHING, CLAMOR_OK, "", "" },
		{ "two bytes", text_of("a\n"), NOTHING, CLAMOR_OK, "a\n", "" },
		{ "one member", FIRST, NOTHING, CLAMOR_OK,
			"id,text\n1,hola\n", "" },
		{ "two members", FIRST, SECOND, CLAMOR_OK,
			"id,text\n1,hola\n2,adios\n", "" },
		{ "padding", FIRST, { zeros, sizeof(zeros) }, CLAMOR_OK,
			"id,text\n1,hola\n", "" },
		{ "truncated", FIRST, { gz_second, 12 }, CLAMOR_EIO, NULL,
			"ends in the middle of the gzip data" },
		{ "half a magic", FIRST, { gz_second, 1 }, CLAMOR_EIO,
			"id,text\n1,hola\n",
			"bytes that are no gzip follow the gzip data" },
		{ "rubbish behind", FIRST, text_of("x"), CLAMOR_EIO,
			"id,text\n1,hola\n",
			"bytes that are no gzip follow the gzip data" },
		{ "damaged", { gz_first, 10 }, text_of("\377\377\377\377"),
			CLAMOR_EIO, "", "damaged gzip data" },
		{ "zstd", BYTES(zst_first), NOTHING, CLAMOR_OK,
			"id,text\n1,hola\n", "" },
		{ "two frames", BYTES(zst_first), BYTES(zst_second), CLAMOR_OK,
			"id,text\n1,hola\n2,adios\n", "" },
		{ "zstd cut", BYTES(zst_first), { zst_second, 9 }, CLAMOR_EIO,
			NULL, "ends in the middle of the zstd data" },
		{ "zstd, rubbish", BYTES(zst_first), text_of("rubbish"),
			CLAMOR_EIO, NULL,
			"bytes that are no zstd follow the zstd data" },
		{ "zstd, damaged", { zst_first, 8 },
			text_of("\377\377\377\377\377"), CLAMOR_EIO, NULL,
			"damaged zstd data" },
		{ "xz", BYTES(xz_first), NOTHING, CLAMOR_OK,
			"id,text\n1,hola\n", "" },
		{ "two streams", BYTES(xz_first), BYTES(xz_second), CLAMOR_OK,
			"id,text\n1,hola\n2,adios\n", "" },
		{ "xz cut", BYTES(xz_first), { xz_second, 30 }, CLAMOR_EIO,
			NULL, "ends in the middle of the xz data" },
		{ "xz, rubbish", BYTES(xz_first), text_of("rubbish behind it"),
			CLAMOR_EIO, NULL, "damaged xz data" },
		{ "a bracket is no zstd", text_of("(a),b\n"), NOTHING,
			CLAMOR_OK, "(a),b\n", "" },
	};
	struct buf got = { 0 };
	size_t i, replaced;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct err err = { 0 };

		cr_expect_eq(read_back(rows[i].a, rows[i].b, NULL, &got,
				     &replaced, &err),
			rows[i].rc, "%s", rows[i].why);
		if (rows[i].want != NULL)
			cr_expect_str_eq(buf_cstr(&got), rows[i].want, "%s",
				rows[i].why);
		cr_expect_str_eq(err.text, rows[i].says, "%s", rows[i].why);
	}
	buf_free(&got);
}

Test(source, encodings)
{
	static const struct {
		const char *why, *encoding;
		struct text in;
		const char *want;
		size_t replaced;
	} rows[] = {
		{ "one byte each", "WINDOWS-1252", { "a\361o \200", 5 },
			"a\xC3\xB1o \xE2\x82\xAC", 0 },
		{ "undefined byte", "WINDOWS-1252", { "a\201b", 3 },
			"a\xEF\xBF\xBD" "b", 1 },
		{ "two bytes each", "UTF-16LE", { "a\0\361\0\n\0", 6 },
			"a\xC3\xB1\n", 0 },
		{ "surrogates", "UTF-16LE", { "\x3D\xD8\x21\xDE", 4 },
			"\xF0\x9F\x98\xA1", 0 },
		{ "lone surrogate", "UTF-16LE", { "\x3D\xD8" "a\0b\0", 6 },
			"\xEF\xBF\xBD" "ab", 1 },
		{ "cut off", "UTF-16LE", { "a\0b", 3 }, "a\xEF\xBF\xBD", 1 },
		{ "invalid UTF-8", "UTF-8", { "\377\377a", 3 },
			"\xEF\xBF\xBD\xEF\xBF\xBD" "a", 2 },
	};
	struct buf got = { 0 };
	size_t i, replaced;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct err err = { 0 };

		cr_expect_eq(read_back(rows[i].in, NOTHING, rows[i].encoding,
				     &got, &replaced, &err),
			CLAMOR_OK, "%s", rows[i].why);
		cr_expect_str_eq(buf_cstr(&got), rows[i].want, "%s",
			rows[i].why);
		cr_expect_eq(replaced, rows[i].replaced, "%s: %zu",
			rows[i].why, replaced);
	}
	buf_free(&got);
}

Test(source, large_input_in_another_encoding)
{
	struct buf in = { 0 }, got = { 0 };
	struct err err = { 0 };
	size_t i, replaced;

	for (i = 0; i < 200000; i++)
		buf_addc(&in, (char)(i % 7 ? 'a' : 0xF1));
	cr_assert_eq(read_back(buf_text(&in), NOTHING, "ISO-8859-1", &got,
			     &replaced, &err),
		CLAMOR_OK);
	cr_expect_eq(got.len, in.len + (in.len + 6) / 7);
	buf_free(&in);
	buf_free(&got);
}

Test(source, unknown_encoding)
{
	struct err err = { 0 };
	struct source *s;

	cr_assert_eq(source_open(&s, "/dev/null", false, &err), CLAMOR_OK);
	cr_expect_eq(source_convert(s, "no-such", &err), CLAMOR_ENOTFOUND);
	cr_expect_str_eq(err.text, "unknown encoding 'no-such'");
	source_close(s);
}

Test(source, peeking_consumes_nothing)
{
	struct err err = { 0 };
	struct buf got = { 0 };
	struct source *s;
	struct text seen;
	char path[32];

	make_file(path, FIRST, SECOND);
	cr_assert_eq(source_open(&s, path, true, &err), CLAMOR_OK);
	cr_assert_eq(source_peek(s, 4, &seen, &err), CLAMOR_OK);
	cr_expect(text_is(seen, "id,t"));
	cr_assert_eq(source_peek(s, 1000, &seen, &err), CLAMOR_OK);
	cr_expect(text_is(seen, "id,text\n1,hola\n2,adios\n"));
	cr_assert_eq(read_rest(s, 5, &got, &err), CLAMOR_OK);
	cr_expect_str_eq(buf_cstr(&got), "id,text\n1,hola\n2,adios\n");
	cr_assert_eq(source_peek(s, 4, &seen, &err), CLAMOR_OK);
	cr_expect_eq(seen.len, 0);
	source_close(s);
	(void)unlink(path);
	buf_free(&got);
}

Test(source, gzip_is_bytes_when_not_unpacked)
{
	struct err err = { 0 };
	struct source *s;
	struct text seen;
	char path[32];

	make_file(path, FIRST, NOTHING);
	cr_assert_eq(source_open(&s, path, false, &err), CLAMOR_OK);
	cr_assert_eq(source_peek(s, 1000, &seen, &err), CLAMOR_OK);
	cr_expect(text_eq(seen, FIRST));
	source_close(s);
	(void)unlink(path);
}

Test(source, a_pipe_gives_what_it_has)
{
	struct err err = { 0 };
	struct source *s;
	char block[4096];
	size_t n = 0;
	int fd[2];

	cr_assert_eq(pipe(fd), 0);
	cr_assert_eq(dup2(fd[0], STDIN_FILENO), STDIN_FILENO);
	cr_assert_eq(write(fd[1], "a\n", 2), 2);
	cr_assert_eq(source_open(&s, "-", true, &err), CLAMOR_OK);
	cr_expect_str_eq(source_name(s), "(standard input)");
	cr_assert_eq(source_read(s, block, sizeof(block), &n, &err),
		CLAMOR_OK);
	cr_expect_eq(n, 2);
	cr_assert_eq(write(fd[1], "bcd", 3), 3);
	cr_assert_eq(source_read(s, block, sizeof(block), &n, &err),
		CLAMOR_OK);
	cr_expect_eq(n, 3);
	close(fd[1]);
	cr_expect_eq(source_read(s, block, sizeof(block), &n, &err),
		CLAMOR_END);
	source_close(s);
	close(fd[0]);
}

Test(source, what_cannot_be_opened)
{
	struct err err = { 0 };
	struct source *s;

	cr_expect_eq(source_open(&s, "/no/such", true, &err),
		CLAMOR_ENOTFOUND);
	cr_expect_str_eq(err.file, "/no/such");
	cr_expect_str_eq(err.text, "No such file or directory");
	cr_expect_eq(source_open(&s, "/tmp", true, &err), CLAMOR_EIO);
	cr_expect_str_eq(err.text, "Is a directory");
}
