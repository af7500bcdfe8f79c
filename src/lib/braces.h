/*
 * braces.h - the braces of a term expanded, as text: a{b|c} is ab, ac.
 */
#ifndef CLAMOR_BRACES_H
#define CLAMOR_BRACES_H

#include "buf.h"

/*
 * A character behind a backslash is kept apart from syntax by this byte before
 * it; cells never hold it.
 */
#define BRACES_LITERAL '\x01'

#define BRACES_EXPANSIONS_MAX 256
#define BRACES_GROUPS_MAX 4096 /* braces undone on the way to them */

/* Strings whose braces are to be expanded; reused. All zero is empty. */
struct braces {
	struct branch {
		struct buf text;
		size_t plain; /* bytes in front that hold no syntax */
	} * stack;
	size_t n;
	size_t groups, done;
};

/**
 * Begin to expand a cell.
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL with err->text and err->col.
 */
CLAMOR_NODISCARD enum rc braces_begin(
	struct braces *b, struct text cell, struct err *err);

/**
 * The next expansion, in the order of the alternatives.
 *
 * @form  set; borrowed until the next call
 *
 * Returns CLAMOR_OK, CLAMOR_END behind the last one, or CLAMOR_EINVAL.
 */
CLAMOR_NODISCARD enum rc braces_next(
	struct braces *b, struct text *form, struct err *err);

void braces_free(struct braces *b);

/** Does a byte of a term separate its words? */
static inline int
braces_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

#endif
