/* intake.c - the records of all operands. */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "intake.h"
#include "rejects.h"
#include "xalloc.h"

struct intake {
	const struct cli_common *common;
	int nfiles, next; /* operands, and the next to open */
	char *const *files;
	char delimiter;

	bool has_header; /* some operand had one */
	struct header header;
	struct buf header_raw;
	const struct row *header_row; /* the first reader's */

	struct source *source; /* of the present operand, or NULL */
	struct record_reader *reader;
	struct buf name; /* of the present or last operand */

	struct intake_stats stats;
	struct rejects *rejects;
	struct row *rows; /* the data rows of a batch that has others too */
	size_t cap_rows;
};

static void
close_operand(struct intake *in)
{
	record_reader_free(in->reader);
	source_close(in->source);
	in->reader = NULL;
	in->source = NULL;
}

static bool
has_columns(const struct header *a, const struct header *b)
{
	size_t i;

	if (a->n != b->n)
		return false;
	for (i = 0; i < a->n; i++)
		if (strcmp(a->names[i], b->names[i]) != 0)
			return false;
	return true;
}

/* Keep the first header; later ones must name the same columns. */
static enum rc
check_header(struct intake *in, const struct row *row, struct err *err)
{
	struct header h;
	enum rc rc = CLAMOR_OK;

	header_init(&h, row);
	if (!in->has_header) {
		in->header = h;
		in->has_header = true;
		in->header_row = row;
		buf_addt(&in->header_raw, row->raw);
		return CLAMOR_OK;
	}
	if (!has_columns(&in->header, &h)) {
		err_at(err, source_name(in->source), row->line, 0);
		rc = err_set(err, CLAMOR_EINVAL,
			"skipped: its columns are not those of the first file");
	}
	header_free(&h);
	return rc;
}

static enum rc
open_operand(struct intake *in, const char *path, struct err *err)
{
	const struct record_options opt = {
		.delimiter = in->delimiter,
		.max_record = in->common->max_record,
	};
	const struct row *row;
	enum rc rc = source_open(&in->source, path, true, err);

	if (rc != CLAMOR_OK)
		return rc;
	buf_clear(&in->name);
	buf_adds(&in->name, source_name(in->source));
	(void)buf_cstr(&in->name);
	in->reader = record_reader_new(in->source, &opt);
	rc = record_header(in->reader, &row, err);
	if (rc == CLAMOR_END) {
		err_at(err, source_name(in->source), 0, 0);
		rc = err_set(err, CLAMOR_EINVAL, "empty: there is no header");
	} else if (rc == CLAMOR_OK) {
		rc = check_header(in, row, err);
	}
	return rc;
}

/* Open the next operand that can be read; false when there is none left. */
static bool
next_operand(struct intake *in)
{
	int n = in->nfiles > 0 ? in->nfiles : 1;

	close_operand(in);
	while (in->next < n) {
		struct err err = { 0 };
		const char *path = in->nfiles > 0 ? in->files[in->next] : NULL;

		in->next++;
		if (open_operand(in, path, &err) == CLAMOR_OK)
			return true;
		diag_err(&err);
		close_operand(in);
	}
	return false;
}

static void
intake_free(struct intake *in)
{
	close_operand(in);
	header_free(&in->header);
	buf_free(&in->header_raw);
	buf_free(&in->name);
	free(in->rows);
	free(in);
}

struct intake *
intake_open(const struct cli_common *common, int n, char *const *files)
{
	struct intake *in = xcalloc(1, sizeof(*in));

	in->common = common;
	in->nfiles = n;
	in->files = files;
	in->delimiter = common->delimiter ? common->delimiter : ',';
	if (!next_operand(in)) {
		intake_free(in);
		return NULL;
	}
	in->rejects = rejects_open(common);
	return in;
}

const struct header *
intake_header(const struct intake *in)
{
	return &in->header;
}

struct text
intake_header_raw(const struct intake *in)
{
	return buf_text(&in->header_raw);
}

const struct row *
intake_header_row(const struct intake *in)
{
	return in->header_row;
}

char
intake_delimiter(const struct intake *in)
{
	return in->delimiter;
}

const char *
intake_file(const struct intake *in)
{
	return in->name.p;
}

const struct intake_stats *
intake_stats(const struct intake *in)
{
	return &in->stats;
}

size_t
intake_find(const struct intake *in, const char *column)
{
	size_t i = header_find(&in->header, column);

	if (i == COLUMN_TWICE) {
		diag_error("two columns are named '%s'", column);
		exit(diag_status());
	}
	return i;
}

size_t
intake_need(const struct intake *in, const char *column, const char *option)
{
	size_t i = intake_find(in, column), k;
	struct buf names = { 0 };

	if (i != COLUMN_NONE)
		return i;
	for (k = 0; k < in->header.n; k++)
		buf_addf(&names, "%s%s", k ? ", " : "", in->header.names[k]);
	diag_error("%s: no column '%s' among %s (name it by %s)", in->name.p,
		column, buf_cstr(&names), option);
	buf_free(&names);
	exit(diag_status());
}

static void
reject_row(struct intake *in, const struct row *row, const char *reason,
	const char *text)
{
	const struct reject what = {
		.file = in->name.p,
		.record = row->number,
		.line = row->line,
		.offset = row->offset,
		.reason = reason,
		.text = text,
		.raw = row->raw,
	};

	in->stats.rejected++;
	rejects_add(in->rejects, &what);
}

void
intake_reject(struct intake *in, const struct row *row, const char *reason)
{
	reject_row(in, row, reason, NULL);
}

/* Count the rows and leave only those with data in the batch. */
static void
sift(struct intake *in, struct batch *batch)
{
	size_t n = 0, i;

	in->stats.in += batch->nrows;
	for (i = 0; i < batch->nrows && batch->rows[i].kind == ROW_DATA; i++)
		;
	if (i == batch->nrows)
		return;
	if (batch->nrows > in->cap_rows) {
		in->cap_rows = batch->nrows;
		in->rows = xreallocarray(
			in->rows, in->cap_rows, sizeof(*in->rows));
	}
	for (i = 0; i < batch->nrows; i++) {
		const struct row *row = &batch->rows[i];
		char text[128] = "";

		switch (row->kind) {
		case ROW_DATA:
			in->rows[n++] = *row;
			break;
		case ROW_HEADER:
			in->stats.headers++;
			break;
		case ROW_REJECTED:
			row_explain(row, in->header.n, 0, text, sizeof(text));
			reject_row(in, row, row_reason_name(row->reason), text);
			break;
		}
	}
	*batch = (struct batch){ in->rows, n };
}

bool
intake_next(struct intake *in, struct batch *batch)
{
	do {
		struct err err = { 0 };

		if (in->reader == NULL && !next_operand(in))
			return false;
		switch (record_next(in->reader, batch, &err)) {
		case CLAMOR_OK:
			sift(in, batch);
			break;
		case CLAMOR_EINVAL:
		case CLAMOR_ENOTFOUND:
		case CLAMOR_EIO:
		case CLAMOR_ELIMIT:
			diag_err(&err);
			/* fall through */
		case CLAMOR_END:
			close_operand(in);
			batch->nrows = 0;
			break;
		}
	} while (batch->nrows == 0);
	return true;
}

void
intake_take(struct intake *in, struct batch *batch, struct batch_memory *m)
{
	bool sifted = batch->rows == in->rows;

	record_take(in->reader, m);
	if (sifted) /* there are as many in the batch, and more */
		memcpy(m->rows, in->rows, batch->nrows * sizeof(*m->rows));
	batch->rows = m->rows;
}

void
intake_close(struct intake *in, uint64_t out)
{
	if (in == NULL)
		return;
	rejects_close(in->rejects, in->stats.in);
	if (in->common->stats)
		diag_note("in=%" PRIu64 " out=%" PRIu64 " rejected=%" PRIu64
			  " headers=%" PRIu64,
			in->stats.in, out, in->stats.rejected,
			in->stats.headers);
	intake_free(in);
}
