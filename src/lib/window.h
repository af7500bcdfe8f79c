/* window.h - records kept while a decision about their export waits. */
#ifndef CLAMOR_WINDOW_H
#define CLAMOR_WINDOW_H

#include <stdbool.h>

#include "record.h"

#define WINDOW_RECORDS 1000
#define WINDOW_BYTES (1u << 20)

/* All zero is an empty window. */
struct window {
	struct batch *batches; /* copies, each in one piece of memory */
	size_t n, cap;
	size_t records;
	uint64_t bytes; /* of the export, up to the end of the last record */
};

/** Keep a copy of a batch. */
void window_add(struct window *w, const struct batch *b);

/** Does it hold all that a decision may look at? */
bool window_is_full(const struct window *w);

/**
 * May a decision look at this record, the n-th of the window (0-based)? How
 * much more a window happens to hold depends on the speed of a pipe; no
 * decision may.
 */
bool window_covers(const struct row *row, size_t n);

/** Forget the batches and free their memory. */
void window_clear(struct window *w);

#endif
