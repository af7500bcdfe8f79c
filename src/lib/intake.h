/*
 * intake.h - the records of all operands of a filter as one stream.
 *
 * Opens the operands in turn (none: standard input), checks that each has the
 * same columns as the first, skips and counts repeated headers, writes rejects
 * to --rejects and the first ten to standard error, and keeps the counts of
 * --stats. One of the few modules that print (through diag).
 */
#ifndef CLAMOR_INTAKE_H
#define CLAMOR_INTAKE_H

#include "cli.h"
#include "record.h"

struct intake; /* opaque */

struct intake_stats {
	uint64_t in; /* records read, the header of each operand not counted:
			in = out + rejected + headers, row for row */
	uint64_t headers; /* repeated headers, skipped */
	uint64_t rejected;
};

/**
 * Start reading.
 *
 * @files  n operands; borrowed until intake_close. An unreadable one is said
 *         (status 2) and the others are done. An operand whose columns are not
 *         the first one's is said (status 2) and skipped.
 *
 * Returns NULL when no operand can be read or none has a header (said).
 */
struct intake *intake_open(
	const struct cli_common *common, int n, char *const *files);

/** The columns; valid until intake_close. */
const struct header *intake_header(const struct intake *in);

/** The header record as it stood, without its line end. */
struct text intake_header_raw(const struct intake *in);

/** It as a row with its cells; valid until the first intake_next. */
const struct row *intake_header_row(const struct intake *in);

/** The delimiter in force. */
char intake_delimiter(const struct intake *in);

/**
 * The column that a filter needs: ends the program with status 2 if it is not
 * there (the message lists the columns there are, and names option, such as
 * "--text COLUMN") or stands there twice.
 */
size_t intake_need(
	const struct intake *in, const char *column, const char *option);

/** The column, or COLUMN_NONE if it is not there; twice ends the program. */
size_t intake_find(const struct intake *in, const char *column);

/**
 * The next batch, its rows all ROW_DATA; rejects and repeated headers are
 * dealt with. Returns false at the end of the last operand. A read error is
 * said (status 2) and ends that operand.
 */
bool intake_next(struct intake *in, struct batch *batch);

/**
 * Take the memory of the batch that intake_next has just filled, so that it
 * outlives the next one.
 *
 * @m  as in record_take
 */
void intake_take(
	struct intake *in, struct batch *batch, struct batch_memory *m);

/** The operand that the present batch is from, for messages. */
const char *intake_file(const struct intake *in);

/**
 * Reject a record for a reason of the filter's own (import: a date order that
 * contradicts the window). Counts, writes, and says it like the reader's.
 */
void intake_reject(
	struct intake *in, const struct row *row, const char *reason);

const struct intake_stats *intake_stats(const struct intake *in);

/**
 * Close: total of rejects to standard error, the rejects file renamed into
 * place, EXIT_REJECTED raised if more than --max-rejects were rejected. With
 * --stats prints "in=… out=… rejected=… headers=…".
 *
 * @out  records written, for --stats
 */
void intake_close(struct intake *in, uint64_t out);

#endif
