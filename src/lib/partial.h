/*
 * partial.h - the form of partial tallies, as tally.h describes it: written,
 * and read again. Internal to tally.c.
 */
#ifndef CLAMOR_PARTIAL_H
#define CLAMOR_PARTIAL_H

#include "groups.h"

#define PARTIAL_VERSION "1" /* of the form */

/* The columns behind those counted by. */
enum {
	PARTIAL_MADE, /* version and settings */
	PARTIAL_SUMS, /* where they begin */
	PARTIAL_AUTHORS = PARTIAL_SUMS + SUMS,
	PARTIAL_MINUTES,
	PARTIAL_COLUMNS
};

extern const char *const partial_columns[PARTIAL_COLUMNS];

/** Append the names of the columns. */
void partial_write_names(struct csvout *o);

/** Write the records of a group, whose bag is settled; made is version and
 * settings. */
void partial_write(const struct group *g, struct text made, struct csvout *o);

/**
 * Is this cell of the column "partial" what the others have?
 *
 * @made  version and settings of the others; taken from the cell if empty
 *
 * Returns CLAMOR_OK or CLAMOR_EINVAL.
 */
CLAMOR_NODISCARD enum rc partial_check(
	struct buf *made, struct text cell, struct err *err);

/* What a record holds behind its values. All zero is an empty one. */
struct partial {
	int64_t sum[SUMS];
	uint64_t *authors; /* hashes */
	size_t nauthors, cap_authors;
	struct bag minutes;
};

/**
 * Read a record.
 *
 * @p      overwritten; the caller frees it with partial_free
 * @cells  PARTIAL_COLUMNS; the first is not looked at
 *
 * Returns CLAMOR_OK; CLAMOR_EINVAL when a cell is not what a partial tally
 * has.
 */
CLAMOR_NODISCARD enum rc partial_read(
	struct partial *p, const struct text *cells, struct err *err);
void partial_free(struct partial *p);

#endif
