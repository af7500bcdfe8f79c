/*
 * reader.h - what the parts of a record_reader share: its state, and the rows
 * of the batch that it gathers. Internal to them:
 *
 *	record.c   reads the input, hands out batches, keeps the header
 *	goodcsv.c  takes well-formed records off the input, fast
 *	oddcsv.c   has libcsv decide about the others
 *	reader.c   rows of the batch
 *
 * Offsets named start, end and pos count from the first byte of `in`. Rows
 * point into `in`, so it must not change while they are borrowed. It is always
 * far smaller than 4 GiB: a batch and the record limit.
 */
#ifndef CLAMOR_READER_H
#define CLAMOR_READER_H

#include "header.h"
#include "skip.h"
#include "slowcsv.h"
#include "source.h"
#include "xalloc.h"

#define READER_RAW_MAX                                                         \
	(1u << 20) /* bytes of a rejected record that are kept                 \
		    */

/* Records of a batch, about: short ones take more memory than their bytes. */
#define READER_ROWS 2048

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
	uint32_t *header_ends;
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
	uint32_t *ends; /* of the cells of all its rows, counted from in.p */
	size_t nends, cap_ends;
};

/**
 * Add the record at start, len bytes without its line end, whose n cells end
 * at r->ends from first on. It is rejected if it has another number of fields
 * than the header.
 *
 * Returns its row, NULL for a blank line that is none.
 */
struct row *reader_add_record(struct record_reader *r, size_t start, size_t len,
	size_t first, size_t n, uint64_t end_line);

/** A new row of the batch, without cells, in the line where the reader is. */
struct row *reader_add_row(struct record_reader *r, size_t start, size_t len);

/** Turn a row into a rejected one; extent is that of struct row. */
void reader_reject(struct row *row, enum row_reason reason, uint64_t extent);

/** Room for n ends more behind those of the batch. */
static inline void
reader_reserve_ends(struct record_reader *r, size_t n)
{
	r->ends =
		xgrow_by(r->ends, r->nends, n, &r->cap_ends, sizeof(*r->ends));
}

#endif
