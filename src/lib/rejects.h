/*
 * rejects.h - records that a filter turns away: said, counted, kept in
 * --rejects FILE. One of the few modules that print (through diag).
 */
#ifndef CLAMOR_REJECTS_H
#define CLAMOR_REJECTS_H

#include <stdint.h>

#include "cli.h"

struct rejects; /* opaque */

/* One of them. */
struct reject {
	const char *file;   /* the input's name */
	uint64_t record;    /* its number in the input, 1.. */
	uint64_t line;      /* physical line where it starts, for the message */
	uint64_t offset;    /* byte where it starts */
	const char *reason; /* for the file: "ragged" */
	const char *text;   /* for people: why, in words; NULL: the reason */
	struct text raw;    /* its bytes without the line end */
};

/**
 * Start: opens --rejects, if given, and writes its header
 * `file,record,offset,reason,encoding,raw`; ends the program if it cannot.
 *
 * @c  borrowed until rejects_close
 */
struct rejects *rejects_open(const struct cli_common *c);

/**
 * Count a record, write it (raw in base64, encoding saying so, where it is
 * not UTF-8 or holds NUL), and say it while it is one of the first ten.
 */
void rejects_add(struct rejects *r, const struct reject *what);

/** How many there are so far. */
uint64_t rejects_count(const struct rejects *r);

/**
 * End: the total to standard error, the file renamed into place,
 * EXIT_REJECTED raised if there were more than --max-rejects.
 *
 * @in  all records read, for a share of --max-rejects
 */
void rejects_close(struct rejects *r, uint64_t in);

#endif
