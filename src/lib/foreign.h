/*
 * foreign.h - the formats of lexicons of other tools, by name, and the plainest
 * of them: lists of terms. See clamor-lexicon(1), "Formats".
 */
#ifndef CLAMOR_FOREIGN_H
#define CLAMOR_FOREIGN_H

#include "carry.h"

struct foreign; /* a format */

/** The format of a name; NULL if there is none. */
const struct foreign *foreign_find(const char *name);

/** Append the names, ", " between. */
void foreign_names(struct buf *out);

/** The weight of the format, in thousandths, that becomes 5 by default. */
int32_t foreign_scale(const struct foreign *f);

/** Weights that the categories of the format get by default. */
const struct carry_weight *foreign_weights(const struct foreign *f, size_t *n);

/**
 * Read a file.
 *
 * @path      "-" is standard input
 * @encoding  set to what it was found to be in; NULL for UTF-8
 *
 * Returns CLAMOR_OK; CLAMOR_ENOTFOUND, CLAMOR_EIO, CLAMOR_ELIMIT, and
 * CLAMOR_EINVAL when it is not in this format at all.
 */
CLAMOR_NODISCARD enum rc foreign_read(const struct foreign *f, const char *path,
	struct carry *c, const char **encoding, struct err *err);

#endif
