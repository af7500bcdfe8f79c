/*
 * record.h - CSV records of one input, RFC 4180, in batches.
 *
 * A splitter on 64-byte masks finds the cells of well-formed records; every
 * record with anything odd (a quote inside an unquoted cell, bytes behind a
 * closing quote, NUL, a bare CR) is decided by libcsv. See HACKING.md,
 * "Records".
 */
#ifndef CLAMOR_RECORD_H
#define CLAMOR_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "source.h"

#define RECORD_MAX_DEFAULT (1u << 20) /* --max-record: 1 MiB */
#define RECORD_BATCH (192u << 10)     /* bytes of input in a batch, about */

/*
 * One cell as it stands in the input: the bytes from p - quoted, len + 2 *
 * quoted of them.
 */
struct cell {
	const char *p; /* inside the quotes, if it was quoted */
	uint32_t len;
	bool quoted;	/* stood in quotes */
	bool doubled;	/* has "" inside: read it through cell_text() */
};

enum row_kind {
	ROW_DATA,
	ROW_HEADER,   /* a record equal to the header, unquoted, >= 2 columns */
	ROW_REJECTED, /* reason says why; raw holds the bytes, cells are none */
};

enum row_reason {
	REASON_NONE,
	REASON_RAGGED,	     /* another number of fields than the header */
	REASON_UNTERMINATED, /* a quote that does not close (DESIGN 1.4) */
	REASON_TOO_LONG,     /* over the record limit: skipped to its end */
};

/* One record; everything in it is borrowed from its batch. */
struct row {
	enum row_kind kind;
	enum row_reason reason;
	struct text raw;	  /* without its line end; cut at 1 MiB */
	const struct cell *cells; /* ncells of them */
	size_t ncells;
	uint64_t number; /* record of this input, the header not counted, 1..;
			    all kinds count, blank lines do not */
	uint64_t line;	 /* physical line where it starts, 1.. (a line ends
			    at LF, CR LF or a lone CR) */
	uint64_t end_line; /* physical line where it ends */
	uint64_t offset;   /* byte of the input where it starts */
	uint64_t extent;   /* rejected as ragged: the fields that it has; as
			      too long: its bytes without the line end */
};

struct batch {
	const struct row *rows; /* in input order, all kinds */
	size_t nrows;
};

struct record_options {
	char delimiter;	   /* 0: comma */
	size_t max_record; /* bytes; 0: RECORD_MAX_DEFAULT */
	bool headerless;   /* there is no header; ragged is judged by row 1 */
	bool any_width;	   /* rows may differ in width: nothing is ragged */
};

struct record_reader; /* opaque; memory bounded by the batch and max_record */

/**
 * A reader of the records of a source. A BOM at the start is skipped.
 *
 * @src  stays the caller's, must outlive the reader
 *
 * Never fails; the caller frees it with record_reader_free.
 */
struct record_reader *record_reader_new(struct source *src,
	const struct record_options *opt);
void record_reader_free(struct record_reader *r);

/**
 * Read the header; called once, before the first record_next.
 *
 * @header  its kind is ROW_DATA; borrowed as long as the reader lives
 *
 * Returns CLAMOR_OK; CLAMOR_END when the input holds no record at all;
 * CLAMOR_EINVAL when the header itself is odd (unterminated, too long);
 * CLAMOR_EIO. err has file and line.
 */
CLAMOR_NODISCARD enum rc record_header(struct record_reader *r,
	const struct row **header, struct err *err);

/**
 * The next batch: the records of about RECORD_BATCH bytes, fewer when the
 * source has no more at the moment (the first row is not kept back until the
 * last is read). Blank lines are skipped, unless the header has one column:
 * then each is a record with one empty cell.
 *
 * @batch  borrowed until the next call
 *
 * Returns CLAMOR_OK with at least one row, CLAMOR_END, or CLAMOR_EIO.
 */
CLAMOR_NODISCARD enum rc record_next(struct record_reader *r,
	struct batch *batch, struct err *err);

/**
 * The content of a cell.
 *
 * @scratch  overwritten only where quotes must be undone
 *
 * Returns text borrowed from the batch or from scratch.
 */
struct text cell_text(const struct cell *c, struct buf *scratch);

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

/* Named columns. */

struct header {
	char **names; /* unquoted, UTF-8 as it stood, BOM gone */
	size_t n;
};

/** Copy the names out of a header row; the caller frees with header_free. */
void header_init(struct header *h, const struct row *row);
void header_free(struct header *h);

#define COLUMN_NONE ((size_t)-1)
#define COLUMN_TWICE ((size_t)-2)

/**
 * The place of a column by its exact name, 0-based; COLUMN_NONE if there is
 * none, COLUMN_TWICE if several have it.
 */
size_t header_find(const struct header *h, const char *name);

#endif
