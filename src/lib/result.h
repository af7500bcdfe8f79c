/*
 * result.h - the columns of a tally's result behind those counted by, as
 * tally.h describes them. Internal to tally.c.
 */
#ifndef CLAMOR_RESULT_H
#define CLAMOR_RESULT_H

#include "groups.h"

/* The columns from RESULT_SHARE on are only there when asked for. */
enum { RESULT_SHARE = 26, RESULT_LOW, RESULT_HIGH, RESULT_COLUMNS };

extern const char *const result_columns[RESULT_COLUMNS];

/** Append the names of the columns. */
void result_write_names(bool share, bool interval, struct csvout *o);

/** Append the cells of a group, in the same order. Its bags are settled, and
 * its bucket is known if the share is asked for. */
void result_write(
	const struct group *g, bool share, bool interval, struct csvout *o);

#endif
