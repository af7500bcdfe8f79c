/* liwc.h - dictionaries of LIWC (.dic). See clamor-lexicon(1), "Formats". */
#ifndef CLAMOR_LIWC_H
#define CLAMOR_LIWC_H

#include "carry.h"
#include "textfile.h"

/**
 * Read one to its end.
 *
 * Returns CLAMOR_OK; CLAMOR_EINVAL without categories between two lines with
 * a '%'; CLAMOR_EIO and CLAMOR_ELIMIT from textfile_line.
 */
enum rc liwc_read(struct carry *c, struct textfile *f, struct err *err);

/** Read a .dicx, the CSV file of LIWC-22. Returns what table_read_all does, and
 * CLAMOR_EINVAL when it has no terms. */
enum rc liwc_read_dicx(struct carry *c, const char *path, struct err *err);

#endif
