/* oddcsv.c - take, reject or skip what is not well-formed. */
#include "config.h"

#include "oddcsv.h"

/* Physical lines. */

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
		*used += p[at] == '\r' && at + 1 < len && p[at + 1] == '\n' ? 2
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

/* Taking and rejecting. */

void
oddcsv_pass(struct record_reader *r, size_t used)
{
	r->line += count_breaks(r->in.p + r->pos, used);
	r->pos += used;
	r->deciding = false;
}

void
oddcsv_take(struct record_reader *r, const struct slow_record *rec)
{
	const char *p = r->in.p + r->pos;
	size_t first = r->nends, i;
	struct row *row;
	uint64_t end_line =
		r->line + count_breaks(p, rec->used) - (rec->used > rec->len);

	reader_reserve_ends(r, rec->nends);
	for (i = 0; i < rec->nends; i++)
		r->ends[r->nends++] = (uint32_t)(r->pos + rec->ends[i]);
	row = reader_add_record(
		r, r->pos, rec->len, first, rec->nends, end_line);
	if (row != NULL)
		row->odd = true;
	oddcsv_pass(r, rec->used);
}

/* Reject no more than through the physical line that holds the quote. */
static void
reject_line(struct record_reader *r, size_t open)
{
	const char *p = r->in.p + r->pos;
	size_t used, len = line_end(p, r->in.len - r->pos, open, &used);
	struct row *row = reader_add_row(r, r->pos, len);

	row->end_line = r->line + count_breaks(p, len);
	reader_reject(row, REASON_UNTERMINATED, 0);
	oddcsv_pass(r, used);
}

/* Records over the limit. */

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

bool
oddcsv_skip(struct record_reader *r)
{
	const char *p = r->in.p + r->pos;
	size_t n = r->in.len - r->pos, keep = READER_RAW_MAX - r->long_raw.len;
	struct row *row = &r->long_row;

	if (n > 0 && p[n - 1] == '\r' && !r->eof)
		n--; /* CR LF must not be torn, it is one line end */
	n = skip_feed(&r->skip, p, n, r->delimiter);
	buf_add(&r->long_raw, p, n < keep ? n : keep);
	row->extent += n;
	oddcsv_pass(r, n);
	if (r->skip.state != SKIP_DONE && !(r->eof && r->pos == r->in.len))
		return false;
	r->skipping = false;
	row->extent -= r->skip.end_len;
	row->end_line = r->line - (r->skip.end_len > 0);
	row->raw = buf_text(&r->long_raw);
	if (row->raw.len > row->extent)
		row->raw.len = (size_t)row->extent;
	reader_reject(row, REASON_TOO_LONG, row->extent);
	r->rows = xgrow(r->rows, r->nrows, &r->cap_rows, sizeof(*row));
	r->rows[r->nrows++] = *row;
	return true;
}

/* Deciding. */

enum odd_answer
oddcsv_ask(struct record_reader *r, struct slow_record *rec)
{
	size_t avail = r->in.len - r->pos, window = r->limit + READER_END_ROOM;
	bool all = avail <= window;

	if (!r->deciding)
		slowcsv_start(r->slow);
	r->deciding = true;
	switch (slowcsv_decide(r->slow, r->in.p + r->pos, all ? avail : window,
		r->eof && all, rec)) {
	case SLOW_RECORD:
		return rec->len <= r->limit ? ODD_RECORD : ODD_LONG;
	case SLOW_UNTERMINATED:
		return ODD_UNTERMINATED;
	case SLOW_MORE:
		break;
	}
	if (all)
		return ODD_MORE; /* or the end of input: not the limit */
	return rec->open != SLOW_NONE && has_swallowed_records(r, rec->open)
		? ODD_UNTERMINATED
		: ODD_LONG;
}

bool
oddcsv_decide(struct record_reader *r)
{
	struct slow_record rec;

	switch (oddcsv_ask(r, &rec)) {
	case ODD_MORE:
		return false;
	case ODD_RECORD:
		oddcsv_take(r, &rec);
		break;
	case ODD_UNTERMINATED:
		reject_line(r, rec.open);
		break;
	case ODD_LONG:
		begin_skip(r);
		break;
	}
	return true;
}
