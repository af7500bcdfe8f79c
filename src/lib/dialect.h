/* dialect.h - how an export is written: encoding, separator, Excel's hint. */
#ifndef CLAMOR_DIALECT_H
#define CLAMOR_DIALECT_H

#include <stdbool.h>

#include "buf.h"

#define DIALECT_WINDOW (1u << 20) /* bytes that the decision rests on */

struct dialect {
	bool json;            /* no cells at all: only encoding matters */
	char delimiter;       /* one of , ; TAB | */
	const char *encoding; /* for source_convert; NULL: UTF-8 as it is */
	bool ascii;           /* no byte above 127: what comes later and is not
				 UTF-8 is Windows-1252 */
	bool mojibake;        /* UTF-8 that was encoded twice (mojibake.h) */
	size_t skip;          /* bytes of the file before the header: BOM, the
				 line "sep=;", a preamble; 0: none of these
				 lines (a BOM alone is the reader's) */
	size_t lines;         /* that they are */
	bool hint;            /* one of them is "sep=;" */
};

/**
 * Decide from the first bytes of an export.
 *
 * @prefix  up to DIALECT_WINDOW bytes, as they stand in the file
 * @whole   the file ends there
 *
 * UTF-16 is known by its BOM, or by every other byte being 0. An export is in
 * Windows-1252 if most of what stands above 127 is no UTF-8 (four runs to each
 * good sequence); a few damaged characters do not make it so. The separator is
 * the one that gives most records as many fields as the header; then the one
 * that gives more fields.
 *
 * What stands above the header (the name of a report, its dates) is known by
 * its shape: records at most half as wide as nearly all that follow, the first
 * of which is made of names.
 */
void dialect_sniff(struct dialect *d, struct text prefix, bool whole);

#endif
