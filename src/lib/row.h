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

/*
 * One cell as it stands in the input: the bytes from p - quoted, len + 2 *
 * quoted of them.
 */
struct cell {
	const char *p; /* inside the quotes, if it was quoted */
	uint32_t len;
	bool quoted;  /* stood in quotes */
	bool doubled; /* has "" inside: read it through cell_text() */
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
	struct text raw;          /* without its line end; cut at 1 MiB */
	const struct cell *cells; /* ncells of them */
	size_t ncells;
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

/**
 * The content of a cell.
 *
 * @scratch  overwritten only where quotes must be undone
 *
 * Returns text borrowed from the batch or from scratch.
 */
struct text cell_text(const struct cell *c, struct buf *scratch);

/** The content of the cell in a column; for COLUMN_NONE it is empty. */
struct text row_text(const struct row *row, size_t column, struct buf *scratch);

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
