/*
 * skip.h - find the end of a record that is too long to keep, in constant
 * memory. Internal to oddcsv.c.
 *
 * Follows libcsv's reading, but for one thing: in a quoted cell that spans
 * lines, a closing quote that does not end the cell shows that the quoting is
 * lost, and the record then ends with that physical line.
 */
#ifndef CLAMOR_SKIP_H
#define CLAMOR_SKIP_H

#include <stdbool.h>
#include <stddef.h>

struct skip {
	enum skip_state {
		SKIP_CELL,    /* at the start of a cell */
		SKIP_PLAIN,   /* in an unquoted cell */
		SKIP_QUOTED,  /* in a quoted cell */
		SKIP_CLOSING, /* behind a quote in a quoted cell */
		SKIP_LOST,    /* to the end of the line */
		SKIP_CR,      /* behind the CR that ended it: LF may follow */
		SKIP_DONE,
	} state;
	bool spans;     /* the quoted cell has a line break */
	bool stray;     /* the quoted cell has a lone quote */
	size_t end_len; /* bytes of the line end: 0, 1 or 2 */
};

/** Start at the first byte of a record. */
void skip_start(struct skip *s);

/**
 * Read on; the state is SKIP_DONE once the record and its line end are over.
 * Returns the bytes that belong to them.
 */
size_t skip_feed(struct skip *s, const char *p, size_t len, char delimiter);

#endif
