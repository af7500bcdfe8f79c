/*
 * reader.h - what the parts of a record_reader share: its state, and the rows
 * of the batch that it gathers. Internal to them:
 *
 *	record.c   reads the input, hands out batches, keeps the header
 *	goodcsv.c  takes well-formed records off the input, fast
 *	oddcsv.c   has libcsv decide about the others
 *	reader.c   rows and cells of the batch
 *
 * Offsets named start, end and pos count from the first byte of `in`. Rows and
 * cells point into `in`, so it must not change while they are borrowed.
 */
#ifndef CLAMOR_READER_H
#define CLAMOR_READER_H

#include "header.h"
#include "skip.h"
#include "slowcsv.h"
#include "source.h"
#include "xalloc.h"

#define READER_RAW_MAX (1u << 20) /* bytes of a rejected record that are kept  \
				   */

/* Behind a record of the limit's length, room to see its line end. */
#define READER_END_ROOM 2

struct record_reader {
	struct source *src; /* the caller's */
	char delimiter;
	size_t limit; /* bytes of a record */
	bool any_width;
	size_t ncolumns; /* 0: not known yet, or any */

	/* the input */
	struct buf in; /* input from byte base on; pos of them are done with */
	size_t pos;
	uint64_t base;
	uint64_t line;   /* of the byte at pos */
	uint64_t number; /* of the last record */
	bool started;    /* the BOM was looked for */
	bool eof;
	bool hungry; /* nothing more can be said before more bytes are read */

	/* the header, in memory of its own */
	struct header header;
	struct row header_row;
	struct cell *header_cells;
	struct buf header_raw;
	struct buf scratch;

	/* of oddcsv.c: the decision that is being made */
	struct slowcsv *slow;
	bool deciding; /* slow has begun with the record at pos */
	bool skipping;
	struct skip skip;
	struct row long_row; /* what is known of the record being skipped */
	struct buf long_raw;

	/* the batch */
	struct row *rows;
	size_t nrows, cap_rows;
	struct cell *cells; /* of all its rows, one after the other */
	size_t ncells, cap_cells;
};

/**
 * Add the record at start whose cells are those from first on, len bytes
 * without its line end. Of a blank line there may be nothing to add. It is
 * rejected if it has another number of fields than the header.
 */
void reader_add_record(struct record_reader *r, size_t start, size_t len,
	size_t first, uint64_t end_line);

/** A new row of the batch, without cells, in the line where the reader is. */
struct row *reader_add_row(struct record_reader *r, size_t start, size_t len);

/** Turn a row into a rejected one; extent is that of struct row. */
void reader_reject(struct row *row, enum row_reason reason, uint64_t extent);

/** Add a cell, the bytes from start to end with its quotes, behind the others
 * of its record. Inline: the fast path does this for every cell there is. */
static inline void
reader_add_cell(struct record_reader *r, size_t start, size_t end)
{
	struct cell *c;

	if (r->ncells == r->cap_cells)
		r->cells =
			xgrow(r->cells, r->ncells, &r->cap_cells, sizeof(*c));
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

#endif
