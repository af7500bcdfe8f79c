/*
 * quanteda.h - dictionaries of quanteda in YAML. The only module that includes
 * <yaml.h>. See clamor-lexicon(1), "Formats".
 */
#ifndef CLAMOR_QUANTEDA_H
#define CLAMOR_QUANTEDA_H

#include "carry.h"
#include "textfile.h"

/**
 * Read one to its end: maps of categories inside each other, lists of terms.
 *
 * Returns CLAMOR_OK; CLAMOR_EINVAL when it is no YAML, or no map (err has line
 * and column); CLAMOR_EIO and CLAMOR_ELIMIT from textfile_line.
 */
enum rc quanteda_read(struct carry *c, struct textfile *f, struct err *err);

#endif
