/*
 * row.h - one CSV record and its cells, as they stand in the input: what they
 * hold, and why a record was rejected.
 *
 * Nothing here owns memory: rows and cells are borrowed from the batch, or
 * from the reader, that they came with (record.h).
 */
#ifndef CLAMOR_ROW_H
#define CLAMOR_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

/* One cell as it stands in the input. */
struct cell {
	const char *p; /* inside the quotes, if it was quoted */
	size_t len;
	bool quoted; /* stood in quotes: "" in it is one quote, see row_text */
};

enum row_kind {
	ROW_DATA,
	ROW_HEADER,   /* a record equal to the header, unquoted, >= 2 columns */
	ROW_REJECTED, /* reason says why; raw holds the bytes, cells are none */
};

enum row_reason {
	REASON_NONE,
	REASON_RAGGED,       /* another number of fields than the header */
	REASON_UNTERMINATED, /* a quote that does not close */
	REASON_TOO_LONG,     /* over the record limit: skipped to its end */
	REASON_BROKEN,       /* no valid JSON, or nested too deep */
	REASON_CUT,          /* JSON that ends before it is complete */
};

/* One record; everything in it is borrowed from its batch. */
struct row {
	enum row_kind kind;
	enum row_reason reason;
	bool odd;        /* it is not well-formed: quotes may stand anywhere */
	bool single;     /* it is well-formed, and no quote in it is doubled */
	struct text raw; /* without its line end; cut at 1 MiB */
	size_t ncells;
	/* CSV: where each cell ends, by bytes of the input, of which the
	 * record begins at start; few of the cells are ever looked at */
	const uint32_t *ends;
	uint32_t start;
	const struct text *values; /* JSON, where ends is NULL: the contents */
	uint64_t number;   /* record of this input, the header not counted, 1..;
			      all kinds count, blank lines do not */
	uint64_t line;     /* physical line where it starts, 1.. (a line ends
			      at LF, CR LF or a lone CR) */
	uint64_t end_line; /* physical line where it ends */
	uint64_t offset;   /* byte of the input where it starts */
	uint64_t extent;   /* rejected as ragged: the fields that it has; as
			      too long: its bytes without the line end */
};

/* The place of a column that is not there. */
#define COLUMN_NONE ((size_t)-1)

/** Cells that stand side by side, with their quotes and what stands between
 * them; of CSV only. */
static inline struct text
row_run(const struct row *row, size_t first, size_t last)
{
	size_t from = first > 0 ? row->ends[first - 1] + 1 - row->start : 0;
	size_t to = last + 1 < row->ncells ? row->ends[last] - row->start
					   : row->raw.len;

	return (struct text){ row->raw.p + from, to - from };
}

/** A cell as it stands. */
static inline struct cell
row_cell(const struct row *row, size_t column)
{
	struct text t = row->ends != NULL ? row_run(row, column, column)
					  : row->values[column];
	bool quoted = row->ends != NULL && t.len > 0 && *t.p == '"';

	return (struct cell){ t.p + quoted, t.len - 2u * quoted, quoted };
}

/** The content of a cell by what stands inside its quotes; see row_text. */
struct text row_unquote(struct text inside, struct buf *scratch);

/**
 * The content of the cell in a column; for COLUMN_NONE it is empty.
 *
 * @scratch  overwritten only where quotes must be undone
 *
 * Returns text borrowed from the batch or from scratch.
 */
static inline struct text
row_text(const struct row *row, size_t column, struct buf *scratch)
{
	struct cell c;
	struct text inside;

	if (column == COLUMN_NONE)
		return (struct text){ "", 0 };
	c = row_cell(row, column);
	inside = (struct text){ c.p, c.len };
	return c.quoted && !row->single ? row_unquote(inside, scratch) : inside;
}

/** A short English word for messages and the rejects file: "ragged"… */
const char *row_reason_name(enum row_reason reason);

/**
 * Why a record was rejected, in words for a person.
 *
 * @columns  that the header has
 * @before   physical lines of the input before the reader's first
 * @text     size bytes, cut to fit; empty for a row that is not rejected
 */
void row_explain(const struct row *row, size_t columns, uint64_t before,
	char *text, size_t size);

#endif
