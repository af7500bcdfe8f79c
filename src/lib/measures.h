/*
 * measures.h - how good a prediction is, as CSV or as a table for the eye.
 *
 * The columns of the CSV: guess (the column judged), measure, class, against,
 * value, low, high (the ends of the 95 % interval, where there is one). In
 * this order:
 *
 *	posts left_out
 *	accuracy                  with Wilson's interval
 *	macro_f1                  with a bootstrap interval
 *	precision recall f1 support   of each class; Wilson's interval, F1 by
 *	                          bootstrap
 *	confusion                 posts labelled class and guessed against;
 *	                          "(other)" is all that is no class
 *	only_right mcnemar_p      of two predictions, against the other
 *
 * Shares have six decimals; a division by zero is an empty cell.
 */
#ifndef CLAMOR_MEASURES_H
#define CLAMOR_MEASURES_H

#include <stdbool.h>

#include "bootstrap.h"
#include "csvout.h"

/* One prediction, counted. */
struct prediction {
	const char *column;
	struct confusion table; /* by class */
	struct interval *f1;    /* of the classes, then macro; NULL: none */
	uint64_t only_right;    /* where another prediction is wrong */
};

/* What predictions of the same posts are. */
struct judged {
	const struct classes *classes;
	const struct prediction *predictions; /* one or two */
	size_t n;
	uint64_t left_out; /* posts without a label, or skipped */
};

/** Append the records, the header first. */
void measures_write_csv(const struct judged *j, struct csvout *o);

/** Append the table. Names of classes are made fit for a terminal. */
void measures_write_table(const struct judged *j, struct buf *out);

#endif
