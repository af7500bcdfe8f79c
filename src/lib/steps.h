/*
 * steps.h - the steps that make a canonical record out of one of an export:
 * decided once, done for each record.
 */
#ifndef CLAMOR_STEPS_H
#define CLAMOR_STEPS_H

#include "mapping.h"

/* One that makes a cell. */
struct step {
	enum {
		STEP_END, /* no cell any more */
		STEP_DATE,
		STEP_TEXT, /* title, lead and text */
		STEP_REPLY,
		STEP_SOURCE,
		STEP_BRAND,
		STEP_DIRECTION,
		STEP_RATING,
		STEP_COUNT,
		STEP_COPY,
	} kind;
	enum canon canon;
	const struct mapping_part *part;
	size_t column; /* the only one of the export that matters, taken as it
			* stands; COLUMN_NONE: there is more to it */
	/* of the constants: what stands in a record before the cell, columns
	 * that are the same in all records and delimiters */
	size_t at, len;
};

#define STEPS_ROOM 16 /* bytes that may be read behind the constants */

struct steps {
	struct step list[CANON_N + 1]; /* the last is STEP_END */
	struct buf constants;          /* as they are written */
};

/* What the user gave. */
struct steps_given {
	const char *const *set; /* CANON_N constants, or NULL */
	bool own;               /* direction by the authors' names */
	bool brands;            /* brands looked for in texts */
};

/**
 * Decide the steps.
 *
 * @s  overwritten; its constants are freed by the caller
 * @m  borrowed as long as the steps are used
 */
void steps_plan(struct steps *s, const struct mapping *m,
	const struct steps_given *given);

#endif
