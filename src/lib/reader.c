/* reader.c - rows of the batch that a reader gathers. */
#include "config.h"

#include "reader.h"
#include "utf8.h"

/*
 * Is the cell this column's name? Files with a BOM that were joined by cat
 * have one before the first name, and before its quote.
 */
static bool
cell_is_name(struct record_reader *r, const struct row *row, size_t column)
{
	struct text t = row_text(row, column, &r->scratch);
	size_t bom = utf8_bom(t);

	if (column == 0 && bom > 0) {
		t.p += bom;
		t.len -= bom;
		if (t.len >= 2 && t.p[0] == '"' && t.p[t.len - 1] == '"')
			t = text_inside(t);
	}
	return text_is(t, r->header.names[column]);
}

/* Nearly all records are told from the header by their first byte. */
static bool
is_header_again(struct record_reader *r, const struct row *row)
{
	size_t i;

	if (r->header.n < 2 ||
		(*row->raw.p != *r->header.names[0] && *row->raw.p != '"' &&
			*row->raw.p != *UTF8_BOM &&
			*row->raw.p != r->delimiter))
		return false;
	for (i = 0; i < r->header.n; i++)
		if (!cell_is_name(r, row, i))
			return false;
	return true;
}

struct row *
reader_add_row(struct record_reader *r, size_t start, size_t len)
{
	struct row *row;

	r->rows = xgrow(r->rows, r->nrows, &r->cap_rows, sizeof(*row));
	row = &r->rows[r->nrows++];
	/* field by field: rows are many, and to clear one whole takes longer */
	row->kind = ROW_DATA;
	row->reason = REASON_NONE;
	row->odd = row->single = false;
	row->raw = (struct text){ r->in.p + start, len };
	row->ncells = 0;
	row->ends = NULL;
	row->start = 0;
	row->values = NULL;
	row->number = ++r->number;
	row->line = r->line;
	row->end_line = r->line;
	row->offset = r->base + start;
	row->extent = 0;
	return row;
}

void
reader_reject(struct row *row, enum row_reason reason, uint64_t extent)
{
	row->kind = ROW_REJECTED;
	row->reason = reason;
	row->extent = extent;
	if (row->raw.len > READER_RAW_MAX)
		row->raw.len = READER_RAW_MAX;
}

struct row *
reader_add_record(struct record_reader *r, size_t start, size_t len,
	size_t first, size_t n, uint64_t end_line)
{
	struct row *row;

	if (len == 0 && r->ncolumns != 1)
		return NULL;
	if (r->ncolumns == 0 && !r->any_width)
		r->ncolumns = n;
	row = reader_add_row(r, start, len);
	row->end_line = end_line;
	if (n != r->ncolumns && !r->any_width) {
		reader_reject(row, REASON_RAGGED, n);
		return row;
	}
	row->ncells = n;
	row->start = (uint32_t)start;
	row->ends = r->ends + first;
	if (is_header_again(r, row))
		row->kind = ROW_HEADER;
	row->ends = (const void *)(uintptr_t)first; /* until it stays there */
	return row;
}
