/* lexpath.h - where a lexicon is that is named. */
#ifndef CLAMOR_LEXPATH_H
#define CLAMOR_LEXPATH_H

#include "buf.h"

/**
 * Find a lexicon by name: one with a / or .csv is a path; otherwise NAME.csv
 * in $CLAMOR_LEXICONS, then in the installed lexicons; never in the current
 * folder.
 *
 * @path  set to the path (the buffer is NUL-terminated)
 *
 * Returns CLAMOR_OK or CLAMOR_ENOTFOUND (the text lists where it looked).
 */
CLAMOR_NODISCARD enum rc lexpath_find(
	struct buf *path, const char *name, struct err *err);

#endif
