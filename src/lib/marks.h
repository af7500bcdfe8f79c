/*
 * marks.h - the column marks: what stands beside a verdict, "regalo",
 * "temporada:navidad".
 */
#ifndef CLAMOR_MARKS_H
#define CLAMOR_MARKS_H

#include "points.h"

/* What the post says of a company, which decides what a mark can mean: again
 * and again is about faults, and only praise can be paid for or be a
 * testimonial. */
enum marks_of {
	MARKS_OF_COMPLAINT = 1 << 0, /* mixed posts and questions, too */
	MARKS_OF_PRAISE = 1 << 1,
	MARKS_OF_OTHERS = 1 << 2,
};

/**
 * Write the marks, separated by ";", each once.
 *
 * @out      emptied and filled
 * @points   by hit: the marks of negated hits do not count
 * @seasons  names, separated by ";", of seasons by date
 */
void marks_list(struct buf *out, const struct hits *hits,
	const struct points *points, enum marks_of kind, struct text seasons);

#endif
