/*
 * jsonresume.h - where to go on in an array of posts when one of them breaks
 * off: a { that is certainly the next one's and no part of the broken one.
 */
#ifndef CLAMOR_JSONRESUME_H
#define CLAMOR_JSONRESUME_H

#include <stdbool.h>

#include "buf.h"

#define JSONRESUME_KEPT 256 /* bytes of a good post that others are like */
#define JSONRESUME_STRING 64 /* bytes of a name that is compared */
#define JSONRESUME_HEAD 1024  /* bytes in which an object shows its names */
#define JSONRESUME_INDENT_MAX 100
#define JSONRESUME_NO_INDENT ((size_t)-1)

/** The blanks in a line before byte at; NO_INDENT if there is more, or more
 * than INDENT_MAX of them. */
size_t jsonresume_indent(const char *in, size_t at);

/* What is known of the posts of an array. */
struct jsonresume {
	char good[JSONRESUME_KEPT]; /* how the last good one begins */
	size_t good_len;
	size_t indent; /* of posts in lines of their own, or NO_INDENT */
};

/**
 * Does the next post begin at byte at?
 *
 * @start  where the broken one begins, or what is between two;
 *         JSONRESUME_HEAD bytes behind both places must be there, if the
 *         input has them
 *
 * Where posts stand in lines of their own it must be indented as far as the
 * others, otherwise stand behind "}," and begin with the same two names as the
 * broken one or the last good one. Neither happens inside of a string.
 */
bool jsonresume_at(
	const struct jsonresume *r, struct text in, size_t start, size_t at);

#endif
