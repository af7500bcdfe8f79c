/*
 * slowcsv.h - libcsv decides where one record and its cells end. Internal to
 * oddcsv.c, which asks it about every record that is not well-formed.
 */
#ifndef CLAMOR_SLOWCSV_H
#define CLAMOR_SLOWCSV_H

#include <stdbool.h>
#include <stddef.h>

struct slowcsv; /* opaque; memory grows to the record limit at most */

enum slow_verdict {
	SLOW_MORE,         /* cannot say yet */
	SLOW_RECORD,       /* a record ends */
	SLOW_UNTERMINATED, /* a quote does not close */
};

/* What is known about the record; offsets count from its first byte. */
struct slow_record {
	size_t len;         /* bytes without the line end */
	size_t used;        /* bytes with it */
	const size_t *ends; /* ends of the cells; borrowed until _start */
	size_t nends;
	size_t open; /* where the quote stands that is open or unterminated,
			or SLOW_NONE */
};

#define SLOW_NONE ((size_t)-1)

/**
 * A decider for one delimiter; the caller frees it.
 *
 * @limit  most bytes that a record is given; libcsv's memory is capped there
 */
struct slowcsv *slowcsv_new(char delimiter, size_t limit);
void slowcsv_free(struct slowcsv *s);

/** Begin with the first byte of another record. */
void slowcsv_start(struct slowcsv *s);

/**
 * Decide the record at p.
 *
 * @p    the record from its first byte, all that there is of it: after
 *       SLOW_MORE the same bytes again (anywhere in memory) and some more
 * @eof  nothing follows
 * @rec  filled: for SLOW_RECORD all of it, otherwise open alone
 *
 * Returns the verdict; never SLOW_MORE when eof is set. A blank line is a
 * record with one empty cell.
 */
enum slow_verdict slowcsv_decide(struct slowcsv *s, const char *p, size_t len,
	bool eof, struct slow_record *rec);

#endif
