/*
 * fuzz_record.c - the CSV reader against libcsv, and against itself.
 *
 * Input: the delimiter, a letter for the record limit, a letter for the size
 * of the pieces in which the bytes come, then the CSV.
 *
 * Promises: every byte is in one row or is a line end; rows know their places;
 * cells are those that libcsv finds; nothing depends on how the bytes come.
 */
#include "config.h"

#include "fuzz.h"
#include "record.h"
#include "slowcsv.h"
#include "xalloc.h"

#define BOM "\xEF\xBB\xBF"

/* The reader's source is this file's, so that bytes can come in pieces. */
struct source {
	const char *p;
	size_t len, pos, piece;
};

const char *
source_name(const struct source *s)
{
	(void)s;
	return "fuzz";
}

enum rc
source_read(struct source *s, char *p, size_t cap, size_t *n, struct err *err)
{
	size_t left = s->len - s->pos, want = s->piece < cap ? s->piece : cap;

	(void)err;
	*n = want < left ? want : left;
	if (*n == 0)
		return CLAMOR_END;
	memcpy(p, s->p + s->pos, *n);
	s->pos += *n;
	return CLAMOR_OK;
}

/* One way of reading: what is compared between two. */
struct reading {
	struct source src;
	struct record_options opt;
	struct buf log;
	/* checks */
	size_t at;     /* bytes accounted for */
	uint64_t line; /* of the byte there */
	uint64_t number;
	size_t columns;
};

static int
is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* Step over line ends up to a byte, counting the lines. */
static void
pass_breaks(struct reading *g, size_t to)
{
	const char *p = g->src.p;

	for (; g->at < to; g->at++) {
		MUST(is_break(p[g->at]));
		g->line += p[g->at] == '\n' || g->at + 1 == g->src.len ||
			p[g->at + 1] != '\n';
	}
}

static uint64_t
lines_in(const struct reading *g, size_t from, size_t to)
{
	uint64_t n = 0;

	for (; from < to; from++)
		n += g->src.p[from] == '\n' || (g->src.p[from] == '\r' &&
			(from + 1 == g->src.len || g->src.p[from + 1] != '\n'));
	return n;
}

/* The cells of a row, one behind the other, fill it; libcsv finds the same. */
static void
check_cells(const struct reading *g, const struct row *row)
{
	struct slowcsv *slow = slowcsv_new(g->opt.delimiter, 1u << 24);
	const char *p = g->src.p + row->offset;
	struct slow_record rec;
	size_t at = 0, i;

	slowcsv_start(slow);
	MUST(slowcsv_decide(slow, p, g->src.len - row->offset, true, &rec) ==
		SLOW_RECORD);
	MUST(rec.len == row->raw.len);
	MUST(rec.nends == row->ncells);
	for (i = 0; i < row->ncells; i++) {
		const struct cell c = row_cell(row, i);

		MUST((size_t)(c.p - row->raw.p) == at + c.quoted);
		at += c.len + 2u * c.quoted;
		MUST(rec.ends[i] == at);
		MUST(at <= row->raw.len);
		MUST(i + 1 == row->ncells || p[at] == g->opt.delimiter);
		at++;
	}
	MUST(at == row->raw.len + 1);
	slowcsv_free(slow);
}

static void
check_row(struct reading *g, const struct row *row, uint64_t extent)
{
	MUST(row->offset >= g->at);
	MUST(row->offset + extent <= g->src.len);
	pass_breaks(g, row->offset);
	MUST(row->line == g->line);
	MUST(row->raw.len == 0 || memcmp(row->raw.p, g->src.p + row->offset,
			row->raw.len) == 0);
	g->at += extent;
	g->line += lines_in(g, row->offset, g->at);
	MUST(row->end_line == g->line);
}

static void
log_row(struct reading *g, const struct row *row)
{
	buf_addf(&g->log, "%d %d %zu %zu %ju %ju %ju %ju %ju\n", row->kind,
		row->reason, row->raw.len, row->ncells, (uintmax_t)row->number,
		(uintmax_t)row->line, (uintmax_t)row->end_line,
		(uintmax_t)row->offset, (uintmax_t)row->extent);
}

static void
take_row(struct reading *g, const struct row *row)
{
	struct buf scratch = { 0 };
	uint64_t extent = row->raw.len;
	size_t i;

	MUST(row->number == ++g->number);
	switch (row->kind) {
	case ROW_DATA:
	case ROW_HEADER:
		MUST(row->ncells == g->columns);
		check_cells(g, row);
		break;
	case ROW_REJECTED:
		MUST(row->ncells == 0);
		if (row->reason == REASON_TOO_LONG)
			extent = row->extent;
		break;
	}
	check_row(g, row, extent);
	for (i = 0; i < row->ncells; i++)
		MUST(row_text(row, i, &scratch).len <= row_cell(row, i).len);
	buf_free(&scratch);
	log_row(g, row);
}

static void
read_all(struct reading *g)
{
	struct record_reader *r = record_reader_new(&g->src, &g->opt);
	const struct row *header;
	struct batch batch;
	struct err err = { 0 };
	enum rc rc = record_header(r, &header, &err);
	size_t i;

	buf_addf(&g->log, "header %d line %zu\n", rc, err.line);
	g->line = 1;
	if (g->src.len >= 3 && memcmp(g->src.p, BOM, 3) == 0)
		g->at = 3;
	if (rc == CLAMOR_OK) {
		g->columns = header->ncells;
		check_cells(g, header);
		check_row(g, header, header->raw.len);
		log_row(g, header);
		while ((rc = record_next(r, &batch, &err)) == CLAMOR_OK) {
			MUST(batch.nrows > 0);
			for (i = 0; i < batch.nrows; i++)
				take_row(g, &batch.rows[i]);
		}
		MUST(rc == CLAMOR_END);
		pass_breaks(g, g->src.len);
	}
	record_reader_free(r);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char delimiters[] = ",;\t|";
	struct reading whole = { .line = 1 }, pieces;

	if (size < 3)
		return 0;
	whole.opt.delimiter = ',';
	if (data[0] != '\0' && strchr(delimiters, data[0]) != NULL)
		whole.opt.delimiter = (char)data[0];
	whole.opt.max_record = (size_t)8 << (data[1] & 15);
	whole.src = (struct source){ .p = (const char *)data + 3,
		.len = size - 3, .piece = SIZE_MAX };
	pieces = whole;
	pieces.src.piece = (size_t)1 + (data[2] & 31) * (data[2] & 31);
	read_all(&whole);
	read_all(&pieces);
	MUST(text_eq(buf_text(&whole.log), buf_text(&pieces.log)));
	buf_free(&whole.log);
	buf_free(&pieces.log);
	return 0;
}
