/*
 * jsonresume.h - where to go on in an array of posts when one of them breaks
 * off: a { that is certainly the next one's and no part of the broken one.
 */
#ifndef CLAMOR_JSONRESUME_H
#define CLAMOR_JSONRESUME_H

#include <stdbool.h>

#include "buf.h"

#define JSONRESUME_STRING 64 /* bytes of a name that is compared */
#define JSONRESUME_HEAD 1024  /* bytes in which an object shows its names */
#define JSONRESUME_NO_INDENT ((size_t)-1)

/** The blanks in a line before byte at; NO_INDENT if there is more. */
size_t jsonresume_indent(const char *in, size_t at);

/**
 * Does the next post begin at byte at?
 *
 * @start   where the broken one begins; JSONRESUME_HEAD bytes behind both must
 *          be there, if the input has them
 * @indent  of the broken one
 *
 * Where posts stand in lines of their own it must be indented as far as the
 * broken one, otherwise stand behind "}," and begin with the same two names.
 * Neither happens inside of a string.
 */
bool jsonresume_at(struct text in, size_t start, size_t indent, size_t at);

#endif
