/*
 * names.h - the names of an export's columns, as they are compared: blind to
 * case, accents, dashes, underscores and blanks. Kept beside a header that
 * may grow.
 */
#ifndef CLAMOR_NAMES_H
#define CLAMOR_NAMES_H

#include "header.h"

struct names; /* opaque */

struct names *names_new(void);
void names_free(struct names *n);

/** A name as it is compared; the caller frees it. */
char *names_fold(struct text name);

/** Take in the columns that a header has by now; forget them all with NULL. */
void names_update(struct names *n, const struct header *h);

/** The folded name of a column. */
const char *names_folded(const struct names *n, size_t column);

/** The first column of a folded name, or COLUMN_NONE. */
size_t names_first(const struct names *n, const char *folded);

/** The next column of the same folded name, or COLUMN_NONE. */
size_t names_next(const struct names *n, size_t column);

#endif
