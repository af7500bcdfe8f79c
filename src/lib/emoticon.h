/*
 * emoticon.h - faces made of punctuation and letters, as folding leaves them.
 */
#ifndef CLAMOR_EMOTICON_H
#define CLAMOR_EMOTICON_H

#include <stdbool.h>

#include "buf.h"

/**
 * The emoticon at p, in a text from begin to end: its length in the table, 0
 * if there is none. Some must stand free to count.
 */
size_t emoticon_at(const char *begin, const char *p, const char *end);

/** Can the letter at p begin one: u_u, u.u, D:? */
bool emoticon_may_be(const char *p, const char *end);

/** Is a text (folded, nothing else in it) one emoticon? */
bool emoticon_is(struct text text);

#endif
