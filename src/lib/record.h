/*
 * record.h - CSV records of one input, RFC 4180, in batches.
 *
 * A splitter on 64-byte masks finds the cells of well-formed records; every
 * record with anything odd (a quote inside an unquoted cell, bytes behind a
 * closing quote, NUL, a bare CR) is decided by libcsv. See HACKING.md,
 * "Records". row.h has the records and their cells, header.h the columns.
 */
#ifndef CLAMOR_RECORD_H
#define CLAMOR_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "header.h"
#include "row.h"
#include "source.h"

#define RECORD_MAX_DEFAULT (1u << 20) /* --max-record: 1 MiB */
/* A text may grow 32-fold by slang and folding, and offsets have 32 bits. */
#define RECORD_MAX_LIMIT (64u << 20)
#define RECORD_BATCH (192u << 10) /* bytes of input in a batch, about */

/* Borrowed until the next is read, and all that its rows point to. */
struct batch {
	const struct row *rows; /* in input order, all kinds */
	size_t nrows;
};

/* What is fetched of a record, and of where its cells end: most are no longer,
 * and the text is seldom at the end. */
#define BATCH_FETCH 256
#define BATCH_FETCH_CELLS 32

/** Have row i in the processor's caches when it is asked for next; i may be
 * nrows. */
CLAMOR_FETCHES static inline void
batch_fetch(const struct batch *b, size_t i)
{
	const struct row *row = &b->rows[i];
	uintptr_t at; /* what lies there need not be the row's */

	if (i >= b->nrows)
		return;
	__builtin_prefetch(row + 1);
	for (at = 0; at < BATCH_FETCH_CELLS * sizeof(*row->ends); at += 64)
		__builtin_prefetch((const void *)((uintptr_t)row->ends + at));
	for (at = 0; at < BATCH_FETCH; at += 64)
		__builtin_prefetch((const void *)((uintptr_t)row->raw.p + at));
}

struct record_options {
	char delimiter;    /* 0: comma */
	size_t max_record; /* bytes; 0: RECORD_MAX_DEFAULT */
	bool headerless;   /* there is no header; ragged is judged by row 1 */
	bool any_width;    /* rows may differ in width: nothing is ragged */
};

struct record_reader; /* opaque; memory bounded by the batch and max_record */

/**
 * A reader of the records of a source. A BOM at the start is skipped.
 *
 * @src  stays the caller's, must outlive the reader
 *
 * Never fails; the caller frees it with record_reader_free.
 */
struct record_reader *record_reader_new(
	struct source *src, const struct record_options *opt);
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
CLAMOR_NODISCARD enum rc record_header(
	struct record_reader *r, const struct row **header, struct err *err);

/* The memory that a batch is in. All zero is none. */
struct batch_memory {
	struct buf in;
	struct row *rows;
	uint32_t *ends;
	size_t cap_rows, cap_ends;
};

void batch_memory_free(struct batch_memory *m);

/**
 * Take the memory of the batch that record_next has just filled: it stays as
 * it is while the reader goes on in other memory.
 *
 * @m  what the reader shall use instead, such as that of an earlier batch; set
 *     to the batch's, which is the caller's from now on. Rejected rows may
 *     still point into the reader.
 */
void record_take(struct record_reader *r, struct batch_memory *m);

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
CLAMOR_NODISCARD enum rc record_next(
	struct record_reader *r, struct batch *batch, struct err *err);

#endif
