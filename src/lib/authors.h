/* authors.h - a set of author names, blind to case, accents and a first @. */
#ifndef CLAMOR_AUTHORS_H
#define CLAMOR_AUTHORS_H

#include <stdbool.h>

#include "buf.h"

struct authors; /* opaque */

/**
 * Read a list "A,B,@C", or, as "@FILE", the lines of a file.
 *
 * Returns CLAMOR_OK with *a to be freed by authors_free; CLAMOR_ENOTFOUND or
 * CLAMOR_EIO when the file cannot be read.
 */
CLAMOR_NODISCARD enum rc authors_open(
	struct authors **a, const char *list, struct err *err);
void authors_free(struct authors *a);

/** Is the name in the set? NULL is the empty set. */
bool authors_has(struct authors *a, struct text name);

#endif
