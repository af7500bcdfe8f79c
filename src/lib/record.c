/*
 * record.c - CSV records in batches.
 *
 * Bytes are read behind the tail of the record that is not complete yet.
 * split_good() takes well-formed records off the front as fast as it can; the
 * first record that is odd, over the limit, large and incomplete, or last and
 * without a line end is left to decide(), which asks libcsv.
 */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "record.h"
#include "skip.h"
#include "slowcsv.h"
#include "split.h"
#include "xalloc.h"

#define RAW_MAX (1u << 20) /* bytes of a rejected record that are kept */

/* Incomplete records from here on go to slowcsv, which can resume: scanning
 * them again from their start after each read would be quadratic. */
#define TAIL_MAX (32u << 10)

#define BOM "\xEF\xBB\xBF"
#define BOM_LEN 3

#define LIMIT_MAX (2u << 30) /* a cell's length has 32 bits */

/* Behind a record of the limit's length, room to see its line end. */
#define END_ROOM 2

struct record_reader {
	struct source *src;
	char delimiter;
	size_t limit;
	bool started; /* the BOM was looked for */
	bool eof;
	bool hungry; /* nothing more can be said before more bytes are read */

	struct buf in; /* input from byte base on; pos of them are done with */
	size_t pos;
	uint64_t base;
	uint64_t line; /* of the byte at pos */
	uint64_t number;

	bool any_width;
	size_t ncolumns; /* 0: not known yet, or any */
	struct header header;
	struct row header_row;
	struct cell *header_cells;
	struct buf header_raw;
	struct buf scratch;

	struct slowcsv *slow;
	bool deciding; /* slow has begun with the record at pos */
	bool skipping;
	struct skip skip;
	struct row long_row; /* what is known of the record being skipped */
	struct buf long_raw;

	struct row *rows; /* the batch */
	size_t nrows, cap_rows;
	struct cell *cells;
	size_t ncells, cap_cells;
};

struct record_reader *
record_reader_new(struct source *src, const struct record_options *opt)
{
	struct record_reader *r = xcalloc(1, sizeof(*r));

	r->src = src;
	r->delimiter = opt->delimiter ? opt->delimiter : ',';
	r->limit = opt->max_record ? opt->max_record : RECORD_MAX_DEFAULT;
	if (r->limit > LIMIT_MAX)
		r->limit = LIMIT_MAX;
	r->any_width = opt->any_width;
	r->line = 1;
	r->slow = slowcsv_new(r->delimiter, r->limit + END_ROOM);
	return r;
}

void
record_reader_free(struct record_reader *r)
{
	if (r == NULL)
		return;
	header_free(&r->header);
	slowcsv_free(r->slow);
	buf_free(&r->in);
	buf_free(&r->header_raw);
	free(r->header_cells);
	buf_free(&r->scratch);
	buf_free(&r->long_raw);
	free(r->rows);
	free(r->cells);
	free(r);
}

/* Input. */

/* Read once, behind the bytes not done with; no row may be borrowed. */
static enum rc
fill(struct record_reader *r, struct err *err)
{
	enum rc rc;
	size_t n;

	if (r->pos > 0) {
		r->in.len -= r->pos;
		memmove(r->in.p, r->in.p + r->pos, r->in.len);
		r->base += r->pos;
		r->pos = 0;
	}
	buf_reserve(&r->in, RECORD_BATCH);
	rc = source_read(r->src, r->in.p + r->in.len, RECORD_BATCH, &n, err);
	if (rc == CLAMOR_OK)
		r->in.len += n;
	r->eof |= rc == CLAMOR_END;
	r->hungry = false;
	return rc == CLAMOR_END ? CLAMOR_OK : rc;
}

static enum rc
skip_bom(struct record_reader *r, struct err *err)
{
	while (!r->eof && r->in.len < BOM_LEN) {
		enum rc rc = fill(r, err);

		if (rc != CLAMOR_OK)
			return rc;
	}
	if (r->in.len >= BOM_LEN && memcmp(r->in.p, BOM, BOM_LEN) == 0)
		r->pos = BOM_LEN;
	r->started = true;
	return CLAMOR_OK;
}

static bool
is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* The physical line that holds byte at: its end in p and that with its line
 * end. The byte behind a CR must be there, or the input be over. */
static size_t
line_end(const char *p, size_t len, size_t at, size_t *used)
{
	while (at < len && !is_break(p[at]))
		at++;
	*used = at;
	if (at < len)
		*used += p[at] == '\r' && at + 1 < len && p[at + 1] == '\n'
			? 2
			: 1;
	return at;
}

static uint64_t
count_breaks(const char *p, size_t len)
{
	uint64_t n = 0;
	size_t i;

	for (i = 0; i < len; i++)
		n += p[i] == '\n' ||
			(p[i] == '\r' && (i + 1 == len || p[i + 1] != '\n'));
	return n;
}

/* Rows of the batch. */

static void
add_cell(struct record_reader *r, size_t start, size_t end)
{
	struct cell *c;

	if (r->ncells == r->cap_cells)
		r->cells = xgrow(r->cells, r->ncells, &r->cap_cells,
			sizeof(*c));
	c = &r->cells[r->ncells++];
	c->p = r->in.p + start;
	c->len = (uint32_t)(end - start);
	c->quoted = end > start && *c->p == '"';
	c->doubled = false;
	if (c->quoted) {
		c->p++;
		c->len -= 2;
		c->doubled = memchr(c->p, '"', c->len) != NULL;
	}
}

static bool
has_bom(struct text t)
{
	return t.len >= BOM_LEN && memcmp(t.p, BOM, BOM_LEN) == 0;
}

/*
 * Is the cell this column's name? Files with a BOM that were joined by cat
 * have one before the first name, and before its quote.
 */
static bool
cell_is_name(struct record_reader *r, const struct cell *c, size_t column)
{
	struct text t = cell_text(c, &r->scratch);

	if (column == 0 && has_bom(t)) {
		t.p += BOM_LEN;
		t.len -= BOM_LEN;
		if (t.len >= 2 && t.p[0] == '"' && t.p[t.len - 1] == '"') {
			t.p++;
			t.len -= 2;
		}
	}
	return text_is(t, r->header.names[column]);
}

static bool
is_header_again(struct record_reader *r, const struct cell *cells)
{
	size_t i;

	if (r->header.n < 2)
		return false;
	for (i = 0; i < r->header.n; i++)
		if (!cell_is_name(r, &cells[i], i))
			return false;
	return true;
}

static struct row *
new_row(struct record_reader *r, size_t start, size_t len)
{
	struct row *row;

	r->rows = xgrow(r->rows, r->nrows, &r->cap_rows, sizeof(*row));
	row = &r->rows[r->nrows++];
	*row = (struct row){
		.kind = ROW_DATA,
		.raw = { r->in.p + start, len },
		.number = ++r->number,
		.line = r->line,
		.end_line = r->line,
		.offset = r->base + start,
	};
	return row;
}

static void
reject(struct row *row, enum row_reason reason, uint64_t extent)
{
	row->kind = ROW_REJECTED;
	row->reason = reason;
	row->extent = extent;
	if (row->raw.len > RAW_MAX)
		row->raw.len = RAW_MAX;
}

/*
 * Add the record at start whose cells are those from first on. Of a blank
 * line there may be nothing to add.
 */
static void
add_record(struct record_reader *r, size_t start, size_t len, size_t first,
	uint64_t end_line)
{
	size_t n = r->ncells - first;
	struct row *row;

	if (len == 0 && r->ncolumns != 1) {
		r->ncells = first;
		return;
	}
	if (r->ncolumns == 0 && !r->any_width)
		r->ncolumns = n;
	row = new_row(r, start, len);
	row->end_line = end_line;
	if (n != r->ncolumns && !r->any_width) {
		reject(row, REASON_RAGGED, n);
		r->ncells = first;
		return;
	}
	row->ncells = n;
	if (is_header_again(r, r->cells + first))
		row->kind = ROW_HEADER;
}

/* The fast path. */

/* Where split_good() is. */
struct progress {
	size_t start;	 /* of the record */
	size_t cell;	 /* of the cell, start */
	size_t first;	 /* index of the record's first cell */
	uint64_t breaks; /* line ends seen since the record's start */
};

/* The next block, padded at the end of the input; *valid has its bytes. */
static const char *
next_block(const struct record_reader *r, size_t at, char *pad,
	uint64_t *valid)
{
	size_t left = r->in.len - at;

	*valid = ~(uint64_t)0;
	if (left >= SPLIT_BLOCK)
		return r->in.p + at;
	*valid = ((uint64_t)1 << left) - 1;
	memset(pad, ' ', SPLIT_BLOCK);
	memcpy(pad, r->in.p + at, left);
	return pad;
}

/* A record ends before the LF at end; false if it is over the limit. */
static bool
good_record(struct record_reader *r, struct progress *g, size_t end)
{
	size_t len = end - g->start;

	if (len > 0 && r->in.p[end - 1] == '\r')
		len--;
	if (len > r->limit)
		return false;
	add_cell(r, g->cell, g->start + len);
	add_record(r, g->start, len, g->first, r->line + g->breaks - 1);
	r->line += g->breaks;
	r->pos = g->start = g->cell = end + 1;
	g->first = r->ncells;
	g->breaks = 0;
	return true;
}

static unsigned
lowest_bit(uint64_t x)
{
	return (unsigned)__builtin_ctzll(x);
}

static uint64_t
count_bits(uint64_t x)
{
	return (uint64_t)__builtin_popcountll(x);
}

/* Take the records that end in one block; false stops at the one at pos. */
static bool
good_block(struct record_reader *r, struct progress *g, size_t at,
	const struct split_block *b, uint64_t sound)
{
	uint64_t left = b->separators & sound, breaks = b->breaks & sound;

	for (; left != 0; left &= left - 1) {
		unsigned i = lowest_bit(left);
		uint64_t upto = ((uint64_t)2 << i) - 1;

		if ((b->ends >> i & 1) == 0) {
			add_cell(r, g->cell, at + i);
			g->cell = at + i + 1;
			continue;
		}
		g->breaks += count_bits(breaks & upto);
		breaks &= ~upto;
		if (!good_record(r, g, at + i))
			return false;
	}
	g->breaks += count_bits(breaks);
	return true;
}

/*
 * Take well-formed records from pos on, up to about stop, and leave pos at
 * the first that is not one or not complete. Returns whether something was
 * in the way: false if the bytes are just over.
 */
static bool
split_good(struct record_reader *r, size_t stop)
{
	struct progress g = { r->pos, r->pos, r->ncells, 0 };
	struct split s;
	bool go = true;
	size_t at;

	split_start(&s, r->delimiter);
	for (at = r->pos; go && at < r->in.len && r->pos < stop;
		at += SPLIT_BLOCK) {
		struct split_block b;
		char pad[SPLIT_BLOCK];
		uint64_t sound;
		const char *p = next_block(r, at, pad, &sound);

		split_next(&s, p, &b);
		b.odd &= sound;
		if (b.odd != 0)
			sound &= (b.odd & -b.odd) - 1;
		go = good_block(r, &g, at, &b, sound) && b.odd == 0;
	}
	r->ncells = g.first; /* those of the record that is not complete */
	return !go;
}

/* The slow path. */

/* Done with the record at pos, which has used bytes with its line end. */
static void
advance(struct record_reader *r, size_t used)
{
	r->line += count_breaks(r->in.p + r->pos, used);
	r->pos += used;
	r->deciding = false;
}

static void
take_record(struct record_reader *r, const struct slow_record *rec)
{
	size_t first = r->ncells, start = 0, i;
	uint64_t end_line = r->line +
		count_breaks(r->in.p + r->pos, rec->used) -
		(rec->used > rec->len);

	for (i = 0; i < rec->nends; i++) {
		add_cell(r, r->pos + start, r->pos + rec->ends[i]);
		start = rec->ends[i] + 1;
	}
	add_record(r, r->pos, rec->len, first, end_line);
	advance(r, rec->used);
}

/* Reject no more than through the physical line that holds the quote. */
static void
reject_line(struct record_reader *r, size_t open)
{
	const char *p = r->in.p + r->pos;
	size_t used, len = line_end(p, r->in.len - r->pos, open, &used);
	struct row *row = new_row(r, r->pos, len);

	row->end_line = r->line + count_breaks(p, len);
	reject(row, REASON_UNTERMINATED, 0);
	advance(r, used);
}

static size_t
count_fields(const char *p, size_t len, char delimiter)
{
	bool inside = false;
	size_t n = 1, i;

	for (i = 0; i < len; i++) {
		inside ^= p[i] == '"';
		n += p[i] == delimiter && !inside;
	}
	return n;
}

/*
 * At the limit inside a quoted cell: is the quote one that was never closed?
 * It is if at least half of the lines that it has swallowed, the whole ones
 * among the limit's bytes, look like records.
 */
static bool
has_swallowed_records(const struct record_reader *r, size_t open)
{
	const char *p = r->in.p + r->pos;
	size_t avail = r->in.len - r->pos, lines = 0, records = 0, at, used;

	(void)line_end(p, avail, open, &at);
	while (at < r->limit) {
		size_t end = line_end(p, avail, at, &used);

		if (end >= r->limit)
			break;
		lines++;
		records += count_fields(p + at, end - at, r->delimiter) ==
			r->ncolumns;
		at = used;
	}
	return r->ncolumns > 0 && lines > 0 && records * 2 >= lines;
}

static void
begin_skip(struct record_reader *r)
{
	r->long_row = (struct row){
		.number = ++r->number,
		.line = r->line,
		.offset = r->base + r->pos,
	};
	buf_clear(&r->long_raw);
	skip_start(&r->skip);
	r->deciding = false;
	r->skipping = true;
}

/* Go on skipping; true when the record is over and was rejected. */
static bool
skip_on(struct record_reader *r)
{
	const char *p = r->in.p + r->pos;
	size_t n = r->in.len - r->pos, keep = RAW_MAX - r->long_raw.len;
	struct row *row = &r->long_row;

	if (n > 0 && p[n - 1] == '\r' && !r->eof)
		n--; /* CR LF must not be torn, it is one line end */
	n = skip_feed(&r->skip, p, n, r->delimiter);
	buf_add(&r->long_raw, p, n < keep ? n : keep);
	row->extent += n;
	advance(r, n);
	if (r->skip.state != SKIP_DONE && !(r->eof && r->pos == r->in.len))
		return false;
	r->skipping = false;
	row->extent -= r->skip.end_len;
	row->end_line = r->line - (r->skip.end_len > 0);
	row->raw = buf_text(&r->long_raw);
	if (row->raw.len > row->extent)
		row->raw.len = (size_t)row->extent;
	reject(row, REASON_TOO_LONG, row->extent);
	r->rows = xgrow(r->rows, r->nrows, &r->cap_rows, sizeof(*row));
	r->rows[r->nrows++] = *row;
	return true;
}

/* What ask() found out about the record at pos. */
enum answer { ANSWER_MORE, ANSWER_RECORD, ANSWER_UNTERMINATED, ANSWER_LONG };

static enum answer
ask(struct record_reader *r, struct slow_record *rec)
{
	size_t avail = r->in.len - r->pos, window = r->limit + END_ROOM;
	bool all = avail <= window;

	if (!r->deciding)
		slowcsv_start(r->slow);
	r->deciding = true;
	switch (slowcsv_decide(r->slow, r->in.p + r->pos, all ? avail : window,
		r->eof && all, rec)) {
	case SLOW_RECORD:
		return rec->len <= r->limit ? ANSWER_RECORD : ANSWER_LONG;
	case SLOW_UNTERMINATED:
		return ANSWER_UNTERMINATED;
	case SLOW_MORE:
		break;
	}
	if (all)
		return ANSWER_MORE; /* or the end of input: not the limit */
	return rec->open != SLOW_NONE && has_swallowed_records(r, rec->open)
		? ANSWER_UNTERMINATED
		: ANSWER_LONG;
}

/* Have libcsv decide the record at pos; false when more bytes are needed. */
static bool
decide(struct record_reader *r)
{
	struct slow_record rec;

	switch (ask(r, &rec)) {
	case ANSWER_MORE:
		return false;
	case ANSWER_RECORD:
		take_record(r, &rec);
		break;
	case ANSWER_UNTERMINATED:
		reject_line(r, rec.open);
		break;
	case ANSWER_LONG:
		begin_skip(r);
		break;
	}
	return true;
}

/*
 * Take what can be taken: up to stop, or until more bytes are needed, or
 * through a record that was too long, whose raw bytes are kept only once.
 */
static void
take(struct record_reader *r, size_t stop)
{
	while (r->pos < stop && (r->pos < r->in.len || r->skipping)) {
		bool stuck;

		if (r->skipping) {
			if (skip_on(r))
				return;
			break;
		}
		stuck = r->deciding || split_good(r, stop);
		if (r->pos >= stop || r->pos == r->in.len)
			return;
		if (!stuck && !r->eof && r->in.len - r->pos < TAIL_MAX)
			break;
		if (!decide(r))
			break;
	}
	r->hungry = true;
}

/* The batch that take() has gathered. */
static void
hand_out(struct record_reader *r, struct batch *batch)
{
	const struct cell *c = r->cells;
	size_t i;

	for (i = 0; i < r->nrows; i++) {
		r->rows[i].cells = c;
		c += r->rows[i].ncells;
	}
	batch->rows = r->rows;
	batch->nrows = r->nrows;
}

enum rc
record_next(struct record_reader *r, struct batch *batch, struct err *err)
{
	enum rc rc = CLAMOR_OK;

	if (!r->started)
		rc = skip_bom(r, err);
	r->nrows = r->ncells = 0;
	while (rc == CLAMOR_OK) {
		if (!r->hungry || r->eof)
			take(r, r->pos + RECORD_BATCH);
		if (r->nrows > 0) {
			hand_out(r, batch);
			return CLAMOR_OK;
		}
		if (r->eof && r->pos == r->in.len && !r->skipping)
			return CLAMOR_END;
		if (!r->eof)
			rc = fill(r, err);
	}
	return rc;
}

/* The header. */

/* Make the record at pos the header, in memory of its own. */
static void
keep_header(struct record_reader *r, const struct slow_record *rec)
{
	const char *start = r->in.p + r->pos;
	struct row *row = &r->header_row;
	size_t i;

	take_record(r, rec);
	*row = r->rows[0];
	buf_add(&r->header_raw, start, rec->len);
	r->header_cells = xreallocarray(NULL, r->ncells, sizeof(struct cell));
	for (i = 0; i < r->ncells; i++) {
		r->header_cells[i] = r->cells[i];
		r->header_cells[i].p =
			r->header_raw.p + (r->cells[i].p - start);
	}
	row->raw = buf_text(&r->header_raw);
	row->cells = r->header_cells;
	row->number = r->number = 0;
	header_init(&r->header, row);
}

/* Look at the record at pos for the header; CLAMOR_END asks for more bytes. */
static enum rc
try_header(struct record_reader *r, struct err *err)
{
	struct slow_record rec;

	switch (ask(r, &rec)) {
	case ANSWER_MORE:
		return CLAMOR_END;
	case ANSWER_UNTERMINATED:
		err_at(err, source_name(r->src), r->line, 0);
		return err_set(err, CLAMOR_EINVAL,
			"a quote in the header does not close");
	case ANSWER_LONG:
		err_at(err, source_name(r->src), r->line, 0);
		return err_set(err, CLAMOR_EINVAL,
			"the header is longer than the record limit");
	case ANSWER_RECORD:
		break;
	}
	if (rec.len == 0)
		advance(r, rec.used);
	else
		keep_header(r, &rec);
	return CLAMOR_OK;
}

enum rc
record_header(struct record_reader *r, const struct row **header,
	struct err *err)
{
	enum rc rc = skip_bom(r, err);

	r->nrows = r->ncells = 0;
	while (rc == CLAMOR_OK && r->ncolumns == 0) {
		enum rc found = CLAMOR_END;

		if (r->pos < r->in.len)
			found = try_header(r, err);
		if (found == CLAMOR_EINVAL || (found == CLAMOR_END && r->eof))
			return found;
		if (found == CLAMOR_END)
			rc = fill(r, err);
	}
	*header = &r->header_row;
	return rc;
}

/* Cells and columns. */

struct text
cell_text(const struct cell *c, struct buf *scratch)
{
	const char *p = c->p, *end = c->p + c->len;

	if (!c->doubled)
		return (struct text){ c->p, c->len };
	buf_clear(scratch);
	buf_reserve(scratch, c->len);
	while (p < end) {
		const char *quote = memchr(p, '"', (size_t)(end - p));
		const char *upto = quote ? quote + 1 : end;

		buf_add(scratch, p, (size_t)(upto - p));
		p = upto;
		if (quote != NULL && p < end && *p == '"')
			p++;
	}
	return buf_text(scratch);
}

const char *
row_reason_name(enum row_reason reason)
{
	switch (reason) {
	case REASON_NONE:
		break;
	case REASON_RAGGED:
		return "ragged";
	case REASON_UNTERMINATED:
		return "unterminated";
	case REASON_TOO_LONG:
		return "too-long";
	}
	return "";
}

void
row_explain(const struct row *row, size_t columns, uint64_t before, char *text,
	size_t size)
{
	text[0] = '\0';
	switch (row->reason) {
	case REASON_NONE:
		break;
	case REASON_RAGGED:
		(void)snprintf(text, size,
			"%" PRIu64 " field%s where the header has %zu",
			row->extent, row->extent == 1 ? "" : "s", columns);
		break;
	case REASON_UNTERMINATED:
		(void)snprintf(text, size, "a quote does not close");
		break;
	case REASON_TOO_LONG:
		(void)snprintf(text, size,
			"%" PRIu64 " bytes, more than --max-record; "
			"it ends at line %" PRIu64,
			row->extent, row->end_line + before);
		break;
	}
}

void
header_init(struct header *h, const struct row *row)
{
	struct buf scratch = { 0 };
	size_t i;

	h->n = row->ncells;
	h->names = xreallocarray(NULL, h->n, sizeof(*h->names));
	for (i = 0; i < h->n; i++) {
		struct text t = cell_text(&row->cells[i], &scratch);

		h->names[i] = xmemdup0(t.p, t.len);
	}
	buf_free(&scratch);
}

void
header_free(struct header *h)
{
	size_t i;

	for (i = 0; i < h->n; i++)
		free(h->names[i]);
	free(h->names);
	*h = (struct header){ 0 };
}

size_t
header_find(const struct header *h, const char *name)
{
	size_t found = COLUMN_NONE, i;

	for (i = 0; i < h->n; i++) {
		if (strcmp(h->names[i], name) != 0)
			continue;
		if (found != COLUMN_NONE)
			return COLUMN_TWICE;
		found = i;
	}
	return found;
}
