/*
 * carry.h - the terms of another tool's lexicon carried over into one of ours.
 *
 * A reader of a format (foreign.h) hands over row by row what its file says;
 * here terms are escaped and tried, weights scaled, categories turned into
 * codes or marks, terms that are the same once folded put together. What
 * cannot be carried over is told with its line.
 */
#ifndef CLAMOR_CARRY_H
#define CLAMOR_CARRY_H

#include <stdbool.h>
#include <stdint.h>

#include "codes.h"
#include "entry.h"

#define CARRY_WEIGHT_MAX 5000 /* thousandths: the ends of our scale */

/* Called for whatever is not carried over; err holds file, line and text. */
typedef void carry_told(void *ctx, const struct err *err);

/* A weight for the terms of a category that have none of their own. */
struct carry_weight {
	struct text category; /* empty: of every category */
	int32_t weight;       /* thousandths, of our scale */
};

struct carry_options {
	const struct codes *codes; /* categories of these names become codes */
	int32_t scale;             /* thousandths: what becomes 5 */
	struct text role; /* for terms to which the format gives none */
	const struct carry_weight *weights;
	size_t nweights;
	carry_told *tell;
	void *ctx;
};

/* What one line of a foreign file says of a term; texts are copied. */
struct carry_row {
	struct text term;
	bool stars;       /* `*` behind a word stands for any ending */
	bool marks;       /* `?` stands for any one character */
	bool weighs;      /* weight was given */
	int32_t weight;   /* thousandths, of the format's scale */
	int32_t strength; /* thousandths, for modifiers; 0: none was given */
	struct text role, to, category;
	size_t line;
};

struct carry; /* opaque */

/** @o  borrowed, with all that it points to, until carry_free */
struct carry *carry_new(const struct carry_options *o);
void carry_free(struct carry *c);

/** The file whose rows come next, for messages. */
void carry_file(struct carry *c, const char *name);

/** Take a row, or tell why not. */
void carry_add(struct carry *c, const struct carry_row *row);

/** Tell what a reader had to leave. */
void carry_leave(struct carry *c, size_t line, const char *fmt, ...)
	CLAMOR_PRINTF(3, 4);

/** The same of a record of a CSV file: a table_told, its ctx is the carry. */
void carry_bad_record(void *carry, const struct err *err);

/** How many bytes of a term a message shows, for %.*s. */
int carry_shown(struct text term);

/** How often something was told. */
size_t carry_left(const struct carry *c);

/**
 * Append the lexicon as CSV: only columns that are used, terms in the order
 * in which they were first met. A term of several rows is one:
 *
 *  - with a weight or a code, one entry with all its categories (`;` between);
 *    a second weight or code is told and left;
 *  - otherwise one entry with the role mark:CATEGORY for each category, so
 *    that it never changes a verdict.
 *
 * Returns the entries written. To be called once, at the end.
 */
size_t carry_write(struct carry *c, struct buf *out);

#endif
