/* status.h - what a fallible function returns, and where it went wrong. */
#ifndef CLAMOR_STATUS_H
#define CLAMOR_STATUS_H

#include <stddef.h>

#define CLAMOR_NODISCARD __attribute__((warn_unused_result))
/* Of inline functions that only fetch: gcc 12 leaves out the calls, as if they
 * did nothing, where it does not inline them at once. */
#define CLAMOR_FETCHES __attribute__((always_inline))
#define CLAMOR_PRINTF(f, a) __attribute__((format(printf, f, a)))

/* Returned by every function that can fail for a reason other than memory. */
enum rc {
	CLAMOR_OK,        /* done */
	CLAMOR_END,       /* no more: end of input, end of a list */
	CLAMOR_EINVAL,    /* the data or the request is wrong */
	CLAMOR_ENOTFOUND, /* no such file, name, zone, column */
	CLAMOR_EIO,       /* reading or writing failed (errno is in the text) */
	CLAMOR_ELIMIT,    /* a bound was reached: size, depth, match limit */
};

/* Exit statuses, one table for the suite; 2 beats 3 beats 1 beats 0. */
enum {
	EXIT_DONE = 0,
	EXIT_NO = 1, /* the answer is no: nothing found, check failed */
	EXIT_TROUBLE =
		2, /* usage, unreadable input, bad lexicon, write error */
	EXIT_REJECTED = 3, /* finished, but records were rejected */
};

/* A place and a reason; line and col are 1-based, 0 means unknown. */
struct err {
	char file[256];
	size_t line;
	size_t col;
	char text[768];
};

/**
 * Fill an error and return its code, so that a caller can write
 * `return err_set(err, CLAMOR_EINVAL, "…")`.
 *
 * @e  may be NULL; its file, line and col are left as they are
 */
enum rc err_set(struct err *e, enum rc rc, const char *fmt, ...)
	CLAMOR_PRINTF(3, 4);

/**
 * Set the place of an error.
 *
 * @e     may be NULL
 * @file  copied, cut at the size of the field; NULL for none
 */
void err_at(struct err *e, const char *file, size_t line, size_t col);

#endif
