/*
 * rowfilter.h - the frame of a filter that appends columns, row for row.
 *
 * Input columns pass through byte for byte; new columns stand at the right
 * end; a column of a new one's name is replaced (said once), unless --prefix
 * renames the new ones. Work goes by whole batches, which are independent, so
 * that --jobs may share them out among workers (jobs.h).
 */
#ifndef CLAMOR_ROWFILTER_H
#define CLAMOR_ROWFILTER_H

#include "jobs.h"

/* Where the work function puts the new cells: row by row, left to right. */
struct rowfilter_cells; /* opaque */

/** The next new cell of the present row. */
void rowfilter_text(struct rowfilter_cells *c, struct text t);
void rowfilter_int(struct rowfilter_cells *c, int64_t v);
void rowfilter_empty(struct rowfilter_cells *c, size_t ncells);

/** Where the next new cells of the present row can be written by csvout_text
 * and its like; then rowfilter_wrote says how many were. */
struct csvout *rowfilter_out(struct rowfilter_cells *c);
void rowfilter_wrote(struct rowfilter_cells *c, size_t ncells);

/** An expression was stopped at its limit in the present row; term: which. It
 * is counted, and said in the end. */
void rowfilter_stopped(struct rowfilter_cells *c, struct text term);

struct rowfilter {
	const char *const *columns; /* names of the new columns, in order */
	size_t ncolumns;

	/* Called once when the header is known; finds the columns it reads. */
	void (*begin)(void *self, const struct intake *in);

	/* A worker, as in jobs.h; NULL: self is one, and there is no --jobs. */
	void *(*open)(void *self);
	void (*close)(void *worker);

	/*
	 * Work on a batch: for each of its rows in order, exactly ncolumns
	 * cells. Nothing may be kept from one batch to the next but memory.
	 */
	void (*work)(void *worker, const struct batch *batch,
		struct rowfilter_cells *cells);
	void *self;
};

/**
 * Run the filter over the operands.
 *
 * Returns the exit status, for main's last line.
 */
int rowfilter_run(const struct rowfilter *f, const struct cli_common *common,
	int n, char *const *files);

#endif
