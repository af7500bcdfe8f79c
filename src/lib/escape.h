/* escape.h - any text as a term of our language that matches that text. */
#ifndef CLAMOR_ESCAPE_H
#define CLAMOR_ESCAPE_H

#include <stdbool.h>

#include "fold.h"

/**
 * Append a text as a term, syntax taken from its characters.
 *
 * @stars  `*` behind a word stands for any ending, as in our terms
 *
 * Returns NULL, or why it cannot be said; what was appended means nothing
 * then. Whether there is a word in it is for term_read to tell.
 */
const char *escape_term(
	struct buf *out, struct fold *fold, struct text t, bool stars);

#endif
