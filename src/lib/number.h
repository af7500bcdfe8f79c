/*
 * number.h - the numbers that cells hold, read in integer arithmetic: the same
 * on every machine and under every locale. Nothing may stand around them, no
 * blanks and, but for number_typed_milli, no plus sign.
 */
#ifndef CLAMOR_NUMBER_H
#define CLAMOR_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

/*
 * Each returns false when the cell is no such number; then *v means nothing.
 */

/** A whole number of up to 16 digits, not over RATIO_MAX_COUNT (ratio.h). */
bool number_whole(struct text t, int64_t *v);

/** A count as data frames write it, "1200" or "1200.0": its whole part. */
bool number_count(struct text t, int64_t *v);

/** A decimal of up to 6 digits before the point, as thousandths: "-0.429" is
 * -429; further digits are cut. */
bool number_milli(struct text t, int64_t *v);

/** The same as people type it: a plus sign may stand before it, a comma for the
 * point, and nothing before that. */
bool number_typed_milli(struct text t, int64_t *v);

/** Append thousandths without trailing zeros: -4425 is "-4.425". */
void number_add_milli(struct buf *b, int64_t milli);

#endif
