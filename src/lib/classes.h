/*
 * classes.h - the values that labels and guesses have: merged or skipped where
 * the user says so, numbered, and put in order.
 *
 * First it is said what to merge, skip and choose; then values are found; then
 * classes are arranged. Blanks at the ends of a value never count.
 */
#ifndef CLAMOR_CLASSES_H
#define CLAMOR_CLASSES_H

#include <stdbool.h>

#include "buf.h"

#define CLASSES_MAX 256  /* different values; texts are no labels */
#define CLASSES_EMPTY 0u /* the number of the empty value */

struct classes; /* opaque */

struct classes *classes_new(void);
void classes_free(struct classes *c);

/** Let a value count as another; either may be empty. The last word on a
 * value holds, and what it became is not merged again. */
void classes_merge(struct classes *c, struct text from, struct text to);

/** Labels of this value are to be skipped, whatever is merged. */
void classes_skip(struct classes *c, struct text value);

/** Is it one of those? */
bool classes_is_skipped(const struct classes *c, struct text value);

/**
 * Choose a class; they stay in the order in which they are chosen. If none
 * is, all values found but the empty one become classes, in the order of
 * their bytes.
 *
 * Returns CLAMOR_OK, CLAMOR_EINVAL for an empty name or one chosen before,
 * CLAMOR_ELIMIT for more than CLASSES_MAX values.
 */
CLAMOR_NODISCARD enum rc classes_choose(
	struct classes *c, struct text name, struct err *err);

/**
 * The number, below CLASSES_MAX, of what a value counts as.
 *
 * Returns CLAMOR_OK, or CLAMOR_ELIMIT for one more than CLASSES_MAX values.
 */
CLAMOR_NODISCARD enum rc classes_find(
	struct classes *c, struct text value, size_t *number, struct err *err);

/** Put the classes in their order, when all values were found. */
void classes_arrange(struct classes *c);

/** How many classes there are; only now, and for the two below. */
size_t classes_count(const struct classes *c);

/** The class of a number: 0.., classes_count() for a value that is none. */
size_t classes_place(const struct classes *c, size_t number);

/** The name of a class; valid as long as c. */
struct text classes_name(const struct classes *c, size_t place);

#endif
