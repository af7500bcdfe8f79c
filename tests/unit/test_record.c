/*
 * test_record.c - CSV records in batches.
 *
 * The source here is a fake one that hands out pieces of any size: this
 * program defines the functions of source.h that record.c calls.
 */
#include "config.h"

#include <criterion/criterion.h>
#include <csv.h>
#include <inttypes.h>

#include "record.h"

struct source {
	struct text in;
	size_t pos;
	size_t piece;	/* bytes per read; 0: as many as fit */
	uint64_t fill;	/* bytes of filler that follow in */
	struct text end; /* what follows the filler */
};

const char *
source_name(const struct source *s)
{
	(void)s;
	return "fake.csv";
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* One stretch after the other: in, filler, end. */
enum rc
source_read(struct source *s, char *p, size_t cap, size_t *n, struct err *err)
{
	(void)err;
	if (s->piece > 0)
		cap = least(cap, s->piece);
	if (s->pos == s->in.len && s->fill > 0) {
		*n = s->fill < cap ? (size_t)s->fill : cap;
		memset(p, 'x', *n);
		s->fill -= *n;
		return CLAMOR_OK;
	}
	if (s->pos == s->in.len) {
		s->in = s->end;
		s->end.len = s->pos = 0;
	}
	if (s->pos == s->in.len)
		return CLAMOR_END;
	*n = least(cap, s->in.len - s->pos);
	memcpy(p, s->in.p + s->pos, *n);
	s->pos += *n;
	return CLAMOR_OK;
}

/* "1@0+8:kind<cell><cell>" per row, with number, offset, lines. */
static void
print_row(struct buf *out, const struct row *row, int places)
{
	struct buf scratch = { 0 };
	size_t i;

	if (places)
		buf_addf(out, "%" PRIu64 "@%" PRIu64 ",%" PRIu64 "-%" PRIu64 ":",
			row->number, row->offset, row->line, row->end_line);
	switch (row->kind) {
	case ROW_DATA:
		break;
	case ROW_HEADER:
		buf_adds(out, "header");
		break;
	case ROW_REJECTED:
		buf_addf(out, "%s %" PRIu64 " ", row_reason_name(row->reason),
			row->extent);
		buf_addt(out, row->raw);
		cr_expect_eq(row->ncells, 0);
		break;
	}
	for (i = 0; i < row->ncells && row->kind == ROW_DATA; i++) {
		buf_addc(out, '<');
		buf_addt(out, row_text(row, i, &scratch));
		buf_addc(out, '>');
	}
	buf_addc(out, places ? '\n' : '/');
	buf_free(&scratch);
}

/*
 * Nothing is lost: between records stand only line ends, and each record's
 * bytes are the input's.
 */
static void
check_place(struct text in, const struct row *row, size_t *end)
{
	size_t i;

	cr_assert_leq(*end, row->offset);
	for (i = *end; i < row->offset; i++)
		cr_assert(in.p[i] == '\n' || in.p[i] == '\r');
	cr_assert_eq(memcmp(in.p + i, row->raw.p, row->raw.len), 0);
	*end = i + (row->reason == REASON_TOO_LONG ? (size_t)row->extent
						   : row->raw.len);
	cr_assert_leq(*end, in.len);
}

static void
read_all(struct text in, size_t piece, const struct record_options *opt,
	struct buf *out, int places)
{
	struct source s = { .in = in, .piece = piece };
	struct record_reader *r = record_reader_new(&s, opt);
	const struct row *header;
	struct err err = { 0 };
	struct batch batch;
	size_t end = 0, i;
	enum rc rc;

	buf_clear(out);
	rc = opt->headerless ? CLAMOR_OK : record_header(r, &header, &err);
	if (rc != CLAMOR_OK) {
		buf_addf(out, "no header: %d %zu %s", rc, err.line, err.text);
		record_reader_free(r);
		return;
	}
	if (!opt->headerless) {
		cr_assert_eq(header->kind, ROW_DATA);
		end = (size_t)header->offset + header->raw.len;
	}
	while ((rc = record_next(r, &batch, &err)) == CLAMOR_OK) {
		cr_assert_gt(batch.nrows, 0);
		for (i = 0; i < batch.nrows; i++) {
			check_place(in, &batch.rows[i], &end);
			print_row(out, &batch.rows[i], places);
		}
	}
	cr_assert_eq(rc, CLAMOR_END);
	for (; end < in.len; end++)
		cr_assert(in.p[end] == '\n' || in.p[end] == '\r');
	record_reader_free(r);
}

static const size_t pieces[] = { 0, 1, 2, 3, 7, 63, 64, 65, 100 };
#define NPIECES (sizeof(pieces) / sizeof(pieces[0]))

static void
expect(const char *why, struct text in, const struct record_options *opt,
	const char *want)
{
	struct buf got = { 0 };
	size_t i;

	for (i = 0; i < NPIECES; i++) {
		read_all(in, pieces[i], opt, &got, 0);
		cr_expect_str_eq(buf_cstr(&got), want, "%s, by %zu: %s", why,
			pieces[i], got.p);
	}
	buf_free(&got);
}

Test(record, kinds)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "plain", "i,t\n1,a\n2,b\n", "<1><a>/<2><b>/" },
		{ "no last line end", "i,t\n1,a", "<1><a>/" },
		{ "CR LF", "i,t\r\n1,a\r\n2,\"b\"\r\n", "<1><a>/<2><b>/" },
		{ "CR LF, no last line end", "i,t\r\n1,a\r\n2,b\r",
			"<1><a>/<2><b>/" },
		{ "CR alone", "i,t\r1,a\r2,b\r", "<1><a>/<2><b>/" },
		{ "BOM", "\xEF\xBB\xBFi,t\n1,a\n", "<1><a>/" },
		{ "empty cells", "i,t\n,\n\"\",\n", "<><>/<><>/" },
		{ "blanks stay", "i,t\n 1 ,\" a \"\n", "< 1 >< a >/" },
		{ "break in quotes", "i,t\n1,\"a\nb\"\n", "<1><a\nb>/" },
		{ "doubled quotes", "i,t\n1,\"\"\"a\"\" b\"\"\"\n",
			"<1><\"a\" b\">/" },
		{ "blank lines", "\n\ni,t\n\n1,a\r\n\r\n\n2,b\n\n",
			"<1><a>/<2><b>/" },
		{ "one column: a blank line is an empty record",
			"t\n\na\n\r\nb", "<>/<a>/<>/<b>/" },
		{ "quote in a cell", "i,t\n1,5\" tv\n2,b\n",
			"<1><5\" tv>/<2><b>/" },
		{ "lone quotes on one line", "i,t\n1,\"a \"b\" c\"\n2,b\n",
			"<1><a \"b\" c>/<2><b>/" },
		{ "ragged", "i,t\n1\n1,2,3\n1,2\n",
			"ragged 1 1/ragged 3 1,2,3/<1><2>/" },
		{ "header again", "i,t\n1,a\ni,t\n2,b\n",
			"<1><a>/header/<2><b>/" },
		{ "header again, quoted", "i,t\n\"i\",\"t\"\n2,b\n",
			"header/<2><b>/" },
		{ "header again behind a BOM",
			"\xEF\xBB\xBF\"i\",t\n1,a\n\xEF\xBB\xBF\"i\",t\n2,b\n",
			"<1><a>/header/<2><b>/" },
		{ "one column: no header again", "t\na\nt\n", "<a>/<t>/" },
		{ "no header", "", "no header: 1 0 " },
		{ "only blank lines", "\n\r\n", "no header: 1 0 " },
		{ "only a BOM", "\xEF\xBB\xBF", "no header: 1 0 " },
		{ "only a header", "i,t", "" },
		{ "header that does not close", "\ni,\"t\n1,a\n",
			"no header: 2 2 a quote in the header does not close" },
		{ "header with a break", "i,\"t\nu\"\n1,a\n", "<1><a>/" },
	};
	const struct record_options opt = { 0 };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		expect(rows[i].why, text_of(rows[i].in), &opt, rows[i].want);
}

Test(record, nul_bytes)
{
	const struct record_options opt = { 0 };
	struct source s = { .in = { "i,t\n1,a\0b\n2,\"\0\"\n", 17 } };
	struct record_reader *r = record_reader_new(&s, &opt);
	const struct row *h;
	struct batch b;
	struct err err;

	cr_assert_eq(record_header(r, &h, &err), CLAMOR_OK);
	cr_assert_eq(record_next(r, &b, &err), CLAMOR_OK);
	cr_assert_eq(b.nrows, 2);
	cr_expect_eq(row_cell(&b.rows[0], 1).len, 3);
	cr_expect_eq(memcmp(row_cell(&b.rows[0], 1).p, "a\0b", 3), 0);
	cr_expect_eq(row_cell(&b.rows[1], 1).len, 1);
	record_reader_free(r);
}

Test(record, unterminated)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "closed by a later opening quote",
			"i,t\n1,\"a\n2,b\n3,\"c\"\n4,d\n",
			"unterminated 0 1,\"a/<2><b>/<3><c>/<4><d>/" },
		{ "at the end of input", "i,t\n1,\"a\n2,b\n3,c",
			"unterminated 0 1,\"a/<2><b>/<3><c>/" },
		{ "in the last line", "i,t\n1,a\n2,\"b",
			"<1><a>/unterminated 0 2,\"b/" },
		{ "lone quote, then a break", "i,t\n1,\"a \"b\" c\n2,b\n",
			"unterminated 0 1,\"a \"b\" c/<2><b>/" },
		{ "doubled quotes do not close",
			"i,t\r\n1,\"a\r\n2,\"\"\r\n3,c\r\n",
			"unterminated 0 1,\"a/<2><>/<3><c>/" },
		{ "lines that end in CR", "i,t\r1,\"a\r2,b\r3,\"c\"\r",
			"unterminated 0 1,\"a/<2><b>/<3><c>/" },
		{ "behind a cell with a break",
			"i,t\n\"1\n\",\"a\n2,b\n3,\"c\"\n",
			"unterminated 0 \"1\n\",\"a/<2><b>/<3><c>/" },
		{ "one after the other", "i,t\n1,\"a\n2,\"b\n3,\"c\n4,d\n",
			"unterminated 0 1,\"a/unterminated 0 2,\"b/"
			"unterminated 0 3,\"c/<4><d>/" },
		{ "the first cell", "i,t\n\"1,a\n2,b\n\"3\",c\n",
			"unterminated 0 \"1,a/<2><b>/<3><c>/" },
	};
	const struct record_options opt = { 0 };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		expect(rows[i].why, text_of(rows[i].in), &opt, rows[i].want);
}

Test(record, limit)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "exactly", "i,t\n1,34567890\n2,b\n", "<1><34567890>/<2><b>/" },
		{ "exactly, CR LF", "i,t\r\n1,34567890\r\n2,b\r\n",
			"<1><34567890>/<2><b>/" },
		{ "one over", "i,t\n1,345678901\n2,b\n",
			"too-long 11 1,345678901/<2><b>/" },
		{ "one over, CR LF", "i,t\r\n1,345678901\r\n2,b\r\n",
			"too-long 11 1,345678901/<2><b>/" },
		{ "two over, no line end", "i,t\n1,3456789012",
			"too-long 12 1,3456789012/" },
		{ "CR alone", "i,t\r1,345678901\r2,b\r",
			"too-long 11 1,345678901/<2><b>/" },
		{ "quoted, ends in itself", "i,t\n1,\"5678901,34567\"\n2,b\n",
			"too-long 17 1,\"5678901,34567\"/<2><b>/" },
		{ "quoted, with breaks", "i,t\n1,\"5\n67\n89\n12\n\"\n2,b\n",
			"too-long 15 1,\"5\n67\n89\n12\n\"/<2><b>/" },
		{ "two of them", "i,t\n1,345678901\n2,345678901\n",
			"too-long 11 1,345678901/too-long 11 2,345678901/" },
		{ "swallowed lines look like records",
			"i,t\n1,\"a\n2,b\n3,c\n4,\n", "unterminated 0 1,\"a/"
						     "<2><b>/<3><c>/<4><>/" },
		{ "half of them do", "i,t\n1,\"a\n2,\n3\n4,d\n",
			"unterminated 0 1,\"a/<2><>/ragged 1 3/<4><d>/" },
		{ "fewer do", "i,t\n1,\"a\n\n\n2,\n3,\"\n4,d\n",
			"too-long 13 1,\"a\n\n\n2,\n3,\"/<4><d>/" },
		{ "quoting is lost far behind",
			"i,t\n1,\"a\n\n\nbcd\n\"x\"y\n2,b\n",
			"too-long 15 1,\"a\n\n\nbcd\n\"x\"y/<2><b>/" },
		{ "never ends", "i,t\n1,\"a\n\n\nbcd\nefg\n2,b\n",
			"too-long 19 1,\"a\n\n\nbcd\nefg\n2,b\n/" },
	};
	const struct record_options opt = { .max_record = 10 };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		expect(rows[i].why, text_of(rows[i].in), &opt, rows[i].want);
}

Test(record, header_over_the_limit)
{
	const struct record_options opt = { .max_record = 5 };

	expect("header", text_of("id,text\n1,a\n"), &opt,
		"no header: 2 1 the header is longer than the record limit");
}

Test(record, delimiters)
{
	static const struct {
		char delimiter;
		const char *in, *want;
	} rows[] = {
		{ ';', "i;t\n1,5;\"a;b\"\n", "<1,5><a;b>/" },
		{ '\t', "i\tt\n1\t a \n", "<1>< a >/" },
		{ '|', "i|t\n1|\"a|\"\"\"\n", "<1><a|\">/" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct record_options opt = { .delimiter =
							    rows[i].delimiter };

		expect("delimiter", text_of(rows[i].in), &opt, rows[i].want);
	}
}

Test(record, headerless)
{
	const struct record_options opt = { .headerless = true };

	expect("the first record is one too", text_of("\n1,a\n1,a\n2\n3,b\n"),
		&opt, "<1><a>/<1><a>/ragged 1 2/<3><b>/");
}

Test(record, places)
{
	const struct record_options opt = { .max_record = 12 };
	const char *in = "\xEF\xBB\xBFi,t\r\n1,\"a\nb\"\n\n2,b\r\n"
			 "3,\"c\n4,d\n5\r6,\"f\rg\"\n7,345678901\r\n8,\"a\r\n\r"
			 "\n\r\n3456\"\r\n9,z";
	const char *want = "1@8,2-3:<1><a\nb>\n"
			   "2@17,5-5:<2><b>\n"
			   "3@22,6-6:unterminated 0 3,\"c\n"
			   "4@27,7-7:<4><d>\n"
			   "5@31,8-8:ragged 1 5\n"
			   "6@33,9-10:<6><f\rg>\n"
			   "7@41,11-11:<7><345678901>\n"
			   "8@54,12-15:too-long 15 8,\"a\r\n\r\n\r\n3456\"\n"
			   "9@71,16-16:<9><z>\n";
	struct buf got = { 0 };
	size_t i;

	for (i = 0; i < NPIECES; i++) {
		read_all(text_of(in), pieces[i], &opt, &got, 1);
		cr_expect_str_eq(buf_cstr(&got), want, "by %zu:\n%s",
			pieces[i], got.p);
	}
	buf_free(&got);
}

Test(record, quote_lost_in_ten_megabytes)
{
	const struct record_options opt = { 0 };
	struct buf in = { 0 };
	struct source s;
	struct record_reader *r;
	const struct row *h;
	struct batch b;
	struct err err;
	uint64_t data = 0, bad = 0;
	size_t i;

	buf_adds(&in, "id,text\n");
	for (i = 0; i < 300000; i++)
		buf_adds(&in,
			i == 150000 ? "150000,\"no me llega el pedido\n"
				    : "123456,no me llega el pedido nunca\n");
	s = (struct source){ .in = buf_text(&in) };
	r = record_reader_new(&s, &opt);
	cr_assert_eq(record_header(r, &h, &err), CLAMOR_OK);
	while (record_next(r, &b, &err) == CLAMOR_OK)
		for (i = 0; i < b.nrows; i++) {
			data += b.rows[i].kind == ROW_DATA;
			if (b.rows[i].kind == ROW_DATA)
				continue;
			bad++;
			cr_expect_eq(b.rows[i].number, 150001);
			cr_expect_eq(b.rows[i].line, 150002);
			cr_expect_eq(b.rows[i].reason, REASON_UNTERMINATED);
		}
	cr_expect_eq(data, 299999);
	cr_expect_eq(bad, 1);
	record_reader_free(r);
	buf_free(&in);
}

Test(record, fifty_megabytes_are_skipped)
{
	const struct record_options opt = { 0 };
	const uint64_t filler = 50u << 20;
	struct source s = { .in = text_of("i,t\n1,\"a\n"),
		.fill = filler,
		.end = text_of("\"\n2,b\n") };
	struct record_reader *r = record_reader_new(&s, &opt);
	const struct row *h;
	struct batch b;
	struct err err;

	cr_assert_eq(record_header(r, &h, &err), CLAMOR_OK);
	cr_assert_eq(record_next(r, &b, &err), CLAMOR_OK);
	cr_assert_eq(b.nrows, 1);
	cr_expect_eq(b.rows[0].reason, REASON_TOO_LONG);
	cr_expect_eq(b.rows[0].extent, filler + 6);
	cr_expect_eq(b.rows[0].end_line, 3);
	cr_expect_eq(b.rows[0].raw.len, 1u << 20);
	cr_assert_eq(record_next(r, &b, &err), CLAMOR_OK);
	cr_assert_eq(b.nrows, 1);
	cr_expect_eq(b.rows[0].line, 4);
	cr_expect_eq(record_next(r, &b, &err), CLAMOR_END);
	record_reader_free(r);
}

Test(record, rows_do_not_wait)
{
	const struct record_options opt = { 0 };
	struct source s = { .in = text_of("i,t\n1,a\n2,b\n"), .piece = 4 };
	struct record_reader *r = record_reader_new(&s, &opt);
	const struct row *h;
	struct batch b;
	struct err err;

	cr_assert_eq(record_header(r, &h, &err), CLAMOR_OK);
	cr_expect_eq(s.pos, 4);
	cr_assert_eq(record_next(r, &b, &err), CLAMOR_OK);
	cr_expect_eq(b.nrows, 1);
	cr_expect_eq(s.pos, 8, "the next piece is not read before");
	record_reader_free(r);
}

/* Random input: the same rows whatever the pieces, and libcsv's. */

static uint64_t seed = 20261121;

static unsigned
roll(unsigned n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)(seed >> 33) % n;
}

static void
make_input(struct buf *in)
{
	static const char alphabet[] = "a,\";\n\r \0a,a\n";
	static const char *const good[] = { "1,a\n", "2,\"b\"\n", "3,\"c\nc\"\n",
		"4,\"d\"\"\"\r\n", ",\n", "i,t\n", "\n" };
	size_t len = roll(120), rough = roll(4);

	buf_clear(in);
	if (rough != 3)
		buf_adds(in, "i,t\n");
	while (in->len < len)
		if (roll(4) > rough)
			buf_adds(in, good[roll(7)]);
		else
			buf_addc(in, alphabet[roll(sizeof(alphabet) - 1)]);
}

Test(record, pieces_do_not_matter)
{
	struct buf in = { 0 }, want = { 0 }, got = { 0 };
	int i;

	for (i = 0; i < 10000; i++) {
		const struct record_options opt = {
			.delimiter = roll(4) ? ',' : ';',
			.max_record = roll(2) ? 0 : 4 + roll(40),
			.headerless = roll(5) == 0,
		};
		size_t k;

		make_input(&in);
		read_all(buf_text(&in), 0, &opt, &want, 1);
		for (k = 0; k < 2; k++) {
			read_all(buf_text(&in), k ? 1 + roll(20) : 1, &opt,
				&got, 1);
			cr_assert(text_eq(buf_text(&want), buf_text(&got)),
				"input %d, limit %zu\n%s\nwhole\n%s\npieces\n%s",
				i, opt.max_record, buf_cstr(&in),
				buf_cstr(&want), buf_cstr(&got));
		}
	}
	buf_free(&in);
	buf_free(&want);
	buf_free(&got);
}

static void
on_cell(void *p, size_t len, void *out)
{
	buf_addc(out, '<');
	buf_add(out, p, len);
	buf_addc(out, '>');
}

static void
on_row(int c, void *out)
{
	(void)c;
	buf_addc(out, '/');
}

static int
never(unsigned char c)
{
	(void)c;
	return 0;
}

/* Has the reader turned any record away, or does the input begin oddly? */
static int
is_rejected(const struct buf *rows)
{
	static const char *const words[] = { "ragged", "unterminated" };
	size_t i;

	for (i = 0; i < 2; i++)
		if (memmem(rows->p, rows->len, words[i], strlen(words[i])))
			return 1;
	return 0;
}

Test(record, rows_are_libcsvs)
{
	const struct record_options opt = { .headerless = true };
	struct buf in = { 0 }, want = { 0 }, got = { 0 };
	int i, compared = 0;

	for (i = 0; i < 10000; i++) {
		struct csv_parser p;

		make_input(&in);
		read_all(buf_text(&in), 0, &opt, &got, 0);
		if (is_rejected(&got) || memchr(got.p, '<', got.len) == NULL ||
			memchr(got.p, '>', got.len) == NULL)
			continue;
		csv_init(&p, CSV_APPEND_NULL);
		csv_set_space_func(&p, never);
		buf_clear(&want);
		csv_parse(&p, in.p, in.len, on_cell, on_row, &want);
		csv_fini(&p, on_cell, on_row, &want);
		csv_free(&p);
		if (memmem(want.p, want.len, "><", 2) == NULL)
			continue; /* one column: blank lines are records */
		compared++;
		cr_assert(text_eq(buf_text(&want), buf_text(&got)),
			"input %d\n%s\nlibcsv\n%s\nreader\n%s", i,
			buf_cstr(&in), buf_cstr(&want), buf_cstr(&got));
	}
	cr_expect_gt(compared, 1000, "only %d were compared", compared);
	buf_free(&in);
	buf_free(&want);
	buf_free(&got);
}

Test(record, columns_by_name)
{
	const struct record_options opt = { 0 };
	struct source s = { .in = text_of("id,\"te\"\"xt\",a,a\n") };
	struct record_reader *r = record_reader_new(&s, &opt);
	const struct row *row;
	struct header h;
	struct err err;

	cr_assert_eq(record_header(r, &row, &err), CLAMOR_OK);
	header_init(&h, row);
	cr_expect_eq(h.n, 4);
	cr_expect_eq(header_find(&h, "id"), 0);
	cr_expect_eq(header_find(&h, "te\"xt"), 1);
	cr_expect_eq(header_find(&h, "a"), COLUMN_TWICE);
	cr_expect_eq(header_find(&h, "b"), COLUMN_NONE);
	header_free(&h);
	record_reader_free(r);
}

/* Of short records a batch has no more than is good for memory. */
Test(record, short_records)
{
	const struct record_options opt = { 0 };
	struct buf in = { 0 };
	struct source s = { 0 };
	struct record_reader *r;
	const struct row *h;
	struct batch b;
	struct err err;
	uint64_t n = 0;
	size_t i;

	buf_adds(&in, "i,t\n");
	for (i = 0; i < 10000; i++)
		buf_adds(&in, i % 1000 == 999 ? "1,a\"b\n" : "1,\n");
	s.in = buf_text(&in);
	r = record_reader_new(&s, &opt);
	cr_assert_eq(record_header(r, &h, &err), CLAMOR_OK);
	while (record_next(r, &b, &err) == CLAMOR_OK) {
		cr_expect_leq(b.nrows, 4096);
		for (i = 0; i < b.nrows; i++) {
			n++;
			cr_assert_eq(b.rows[i].number, n);
			cr_assert_eq(b.rows[i].line, n + 1);
			cr_assert_eq(b.rows[i].kind, ROW_DATA);
		}
	}
	cr_expect_eq(n, 10000);
	record_reader_free(r);
	buf_free(&in);
}

/* Rows are used again, batch after batch: what is known of one says nothing of
 * the next. */
Test(record, what_is_known_of_quotes)
{
	static const char *const records[] = { "a\"b,c\n",
		"\"a\"\"b\",c\n", "a,\"b\"\n", "a,b\n" };
	struct record_reader *r;
	struct buf in = { 0 };
	struct source s = { 0 };
	struct err err = { 0 };
	struct batch batch;
	size_t i, nodd = 0, nsingle = 0;

	for (i = 0; i < 60000; i++) /* by the thousand, a few batches of each */
		buf_adds(&in, records[i / 5000 % 4]);
	s.in = buf_text(&in);
	r = record_reader_new(&s, &(struct record_options){ .any_width = true });
	while (record_next(r, &batch, &err) == CLAMOR_OK) {
		for (i = 0; i < batch.nrows; i++) {
			const struct row *row = &batch.rows[i];
			struct text raw = row->raw;

			cr_assert_eq(row->odd, text_is(raw, "a\"b,c"));
			if (row->single)
				cr_assert(text_is(raw, "a,\"b\"") ||
					text_is(raw, "a,b"));
			nodd += row->odd;
			nsingle += row->single;
		}
	}
	cr_expect_gt(nodd, 14000);
	cr_expect_gt(nsingle, 29000);
	record_reader_free(r);
	buf_free(&in);
}
