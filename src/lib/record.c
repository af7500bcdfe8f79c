/*
 * record.c - CSV records in batches.
 *
 * Bytes are read behind the tail of the record that is not complete yet.
 * goodcsv_take() takes well-formed records off the front as fast as it can;
 * the first record that is odd, over the limit, large and incomplete, or last
 * and without a line end is left to oddcsv_decide(), which asks libcsv.
 */
#include "config.h"

#include <stdlib.h>

#include "goodcsv.h"
#include "oddcsv.h"
#include "record.h"
#include "utf8.h"
#include "xalloc.h"

/* Incomplete records from here on go to slowcsv, which can resume: scanning
 * them again from their start after each read would be quadratic. */
#define TAIL_MAX (32u << 10)

struct record_reader *
record_reader_new(struct source *src, const struct record_options *opt)
{
	struct record_reader *r = xcalloc(1, sizeof(*r));

	r->src = src;
	r->delimiter = opt->delimiter ? opt->delimiter : ',';
	r->limit = opt->max_record ? opt->max_record : RECORD_MAX_DEFAULT;
	if (r->limit > RECORD_MAX_LIMIT)
		r->limit = RECORD_MAX_LIMIT;
	r->any_width = opt->any_width;
	r->line = 1;
	r->slow = slowcsv_new(r->delimiter, r->limit + READER_END_ROOM);
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
	free(r->header_ends);
	buf_free(&r->scratch);
	buf_free(&r->long_raw);
	free(r->rows);
	free(r->ends);
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
	while (!r->eof && r->in.len < UTF8_BOM_LEN) {
		enum rc rc = fill(r, err);

		if (rc != CLAMOR_OK)
			return rc;
	}
	r->pos = utf8_bom(buf_text(&r->in));
	r->started = true;
	return CLAMOR_OK;
}

/* Batches. */

/*
 * Take what can be taken: a batch, or until more bytes are needed, or
 * through a record that was too long, whose raw bytes are kept only once.
 */
static void
take(struct record_reader *r, size_t stop)
{
	while (r->pos < stop && (r->pos < r->in.len || r->skipping)) {
		bool stuck;

		if (r->skipping) {
			if (oddcsv_skip(r))
				return;
			break;
		}
		stuck = r->deciding || goodcsv_take(r, stop);
		if (r->pos >= stop || r->pos == r->in.len ||
			r->nrows >= READER_ROWS)
			return;
		if (!stuck && !r->eof && r->in.len - r->pos < TAIL_MAX)
			break;
		if (!oddcsv_decide(r))
			break;
	}
	r->hungry = true;
}

/* The batch that take() has gathered. */
static void
hand_out(struct record_reader *r, struct batch *batch)
{
	size_t i;

	for (i = 0; i < r->nrows; i++)
		if (r->rows[i].ncells > 0)
			r->rows[i].ends = r->ends + (uintptr_t)r->rows[i].ends;
	batch->rows = r->rows;
	batch->nrows = r->nrows;
}

enum rc
record_next(struct record_reader *r, struct batch *batch, struct err *err)
{
	enum rc rc = CLAMOR_OK;

	if (!r->started)
		rc = skip_bom(r, err);
	r->nrows = r->nends = 0;
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

void
batch_memory_free(struct batch_memory *m)
{
	buf_free(&m->in);
	free(m->rows);
	free(m->ends);
}

void
record_take(struct record_reader *r, struct batch_memory *m)
{
	struct batch_memory batch = { r->in, r->rows, r->ends, r->cap_rows,
		r->cap_ends };

	r->in = m->in;
	r->rows = m->rows;
	r->ends = m->ends;
	r->cap_rows = m->cap_rows;
	r->cap_ends = m->cap_ends;
	buf_clear(&r->in); /* but for what is not done with */
	buf_add(&r->in, batch.in.p + r->pos, batch.in.len - r->pos);
	r->base += r->pos;
	r->pos = 0;
	*m = batch;
}

/* The header. */

/* Make the record at pos the header, in memory of its own. */
static void
keep_header(struct record_reader *r, const struct slow_record *rec)
{
	const char *start = r->in.p + r->pos;
	struct row *row = &r->header_row;
	size_t size = rec->nends * sizeof(*r->ends);

	oddcsv_take(r, rec);
	*row = r->rows[0];
	buf_add(&r->header_raw, start, rec->len);
	r->header_ends = xmalloc(size);
	memcpy(r->header_ends, r->ends, size);
	row->raw = buf_text(&r->header_raw);
	row->ends = r->header_ends;
	row->number = r->number = 0;
	header_init(&r->header, row);
}

/* Look at the record at pos for the header; CLAMOR_END asks for more bytes. */
static enum rc
try_header(struct record_reader *r, struct err *err)
{
	struct slow_record rec;

	switch (oddcsv_ask(r, &rec)) {
	case ODD_MORE:
		return CLAMOR_END;
	case ODD_UNTERMINATED:
		err_at(err, source_name(r->src), r->line, 0);
		return err_set(err, CLAMOR_EINVAL,
			"a quote in the header does not close");
	case ODD_LONG:
		err_at(err, source_name(r->src), r->line, 0);
		return err_set(err, CLAMOR_EINVAL,
			"the header is longer than the record limit");
	case ODD_RECORD:
		break;
	}
	if (rec.len == 0)
		oddcsv_pass(r, rec.used);
	else
		keep_header(r, &rec);
	return CLAMOR_OK;
}

enum rc
record_header(
	struct record_reader *r, const struct row **header, struct err *err)
{
	enum rc rc = skip_bom(r, err);

	r->nrows = r->nends = 0;
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
