/*
 * slips.h - terms that are in order and yet hardly say what was meant: written
 * as other tools have it, half a syntax, damaged on their way through a
 * spreadsheet.
 */
#ifndef CLAMOR_SLIPS_H
#define CLAMOR_SLIPS_H

#include "finding.h"

/** Tell what is suspect in how entries are written; of each the first thing. */
void slips_tell(const struct findings *f);

#endif
