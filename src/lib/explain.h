/*
 * explain.h - what was recognised in an export, and why, on standard error.
 * One of the few modules that print (through diag).
 */
#ifndef CLAMOR_EXPLAIN_H
#define CLAMOR_EXPLAIN_H

#include "datetime.h"
#include "export.h"
#include "mapping.h"

/** How the export is written: separator, encoding, lines left out. */
void explain_dialect(const char *name, const struct dialect *d);

/** Which of its columns goes where and why, and those that go nowhere. */
void explain_columns(
	const char *name, const struct mapping *m, const struct header *h);

/**
 * How the dates of a column are read.
 *
 * @order  nothing is said if it is unknown
 * @why    "…, for @why"
 */
void explain_order(const char *name, const char *column, enum date_order order,
	const char *why);

#endif
