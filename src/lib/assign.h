/* assign.h - "NAME=VALUE,…" of options, where NAME is a canonical column. */
#ifndef CLAMOR_ASSIGN_H
#define CLAMOR_ASSIGN_H

#include "canon.h"

/**
 * Take a list apart. A comma that no NAME= follows belongs to the value:
 * names of columns hold commas.
 *
 * @values  known of them, one for each column or part; those that are named
 *          are replaced, the old ones freed; the caller frees them all
 * @known   CANON_N, or CANON_PARTS to allow the parts too
 *
 * Returns CLAMOR_OK, or CLAMOR_ENOTFOUND for a name that is none.
 */
CLAMOR_NODISCARD enum rc assign_parse(
	char *values[], size_t known, const char *list, struct err *err);

/**
 * Make a constant what a cell of the column would be: valid UTF-8, NFC, one
 * line.
 *
 * @value  replaced
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL if the column cannot hold it.
 */
CLAMOR_NODISCARD enum rc assign_constant(
	enum canon column, char **value, struct err *err);

#endif
