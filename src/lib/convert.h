/* convert.h - a record of an export made into a canonical one. */
#ifndef CLAMOR_CONVERT_H
#define CLAMOR_CONVERT_H

#include <stdbool.h>
#include <stdint.h>

#include "authors.h"
#include "brands.h"
#include "clock.h"
#include "csvout.h"
#include "datetime.h"
#include "export.h"
#include "mapping.h"
#include "steps.h"

/* What the user said; the same for all exports. */
struct convert_options {
	const char *set[CANON_N]; /* constants, or NULL */
	const struct zone *zone;  /* of dates that name none */
	struct authors *own;      /* the company's own, or NULL */
	struct brands *brands;    /* found in texts where no column names one,
				   * or NULL */
};

/* The two columns of dates. */
enum { CONVERT_DATE, CONVERT_REPLY_DATE, CONVERT_DATES };

struct convert_counts {
	uint64_t repaired;         /* ill-formed sequences replaced */
	uint64_t undoubled;        /* cells that were encoded twice */
	uint64_t unreadable_dates; /* left empty */
	uint64_t unreadable_numbers;
	uint64_t zoneless; /* times read in the zone of the options */
	char example[64];  /* the first unreadable date */
};

struct convert {
	const struct convert_options *opt;
	const struct mapping *mapping;
	struct steps steps;
	enum date_order order[CONVERT_DATES];
	char delimiter; /* of the export */
	bool mojibake;  /* UTF-8 was encoded twice */
	bool cp1252;    /* what is not UTF-8 is Windows-1252 */
	struct convert_counts counts;

	struct buf source;       /* the last one that was met, */
	const char *source_name; /* and our name of it, or NULL */

	/* the work of one record */
	struct stamp date[CONVERT_DATES];
	struct buf cell, plain, joined, repaired, undoubled, nfc, line;
};

/**
 * Begin with an export. All zero but opt before the first; memory is kept
 * from one export to the next and freed by convert_free. The counts are
 * cleared, the orders unknown.
 */
void convert_begin(
	struct convert *c, const struct export *e, const struct mapping *m);
void convert_free(struct convert *c);

/** The mapping has changed: the header of the export has grown. */
void convert_refresh(struct convert *c);

/** The text of a date of a record whose order is to be found out, for a
 * window; empty if there is none. */
struct text convert_raw_date(
	struct convert *c, const struct row *row, int which);

/**
 * Write the canonical cells of a record; the caller ends it.
 *
 * Returns false, nothing written, if a date contradicts the order of its
 * column.
 */
bool convert_row(struct convert *c, const struct row *row, struct csvout *out);

/** Write one more cell of the record, cleaned. */
void convert_keep(struct convert *c, const struct row *row, size_t column,
	struct csvout *out);

#endif
