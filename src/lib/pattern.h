/*
 * pattern.h - the parts of a regular expression as it is written: where they
 * end. Only as much of the syntax as is needed to pass over them.
 */
#ifndef CLAMOR_PATTERN_H
#define CLAMOR_PATTERN_H

#include <stddef.h>

/**
 * What follows a backslash, at s. Returns its length, 0 if it is refused: \C,
 * \K and nothing at all.
 */
size_t pattern_escape(const char *s, const char *end);

/** Past the class that opens with the [ at s. */
const char *pattern_class_end(const char *s, const char *end);

/** Past the group that opens with the ( at s. */
const char *pattern_group_end(const char *s, const char *end);

/** Past the alternative that begins at s: at its | or the end. */
const char *pattern_branch_end(const char *s, const char *end);

/** How often the part before s may stand. */
enum pattern_often {
	PATTERN_ONCE,
	PATTERN_AT_MOST_ONCE,
	PATTERN_AT_LEAST_ONCE,
	PATTERN_ANY,
};

/** The quantifier at *s, if there is one; *s is moved past it. */
enum pattern_often pattern_quantifier(const char **s, const char *end);

#endif
