/* codes.h - the topics of a company: codes.csv, its routing table. */
#ifndef CLAMOR_CODES_H
#define CLAMOR_CODES_H

#include <stdbool.h>

#include "table.h"

#define CODES_MAX 10000 /* looking for doubles takes the square */
#define CODE_NONE 0 /* codes count from 1, in the order of the file */

struct codes; /* opaque */

/**
 * Read a codes file: columns code, area, stage, and any others; a code is
 * lower-case letters, digits and _.
 *
 * Returns CLAMOR_OK or what table_read returns, CLAMOR_EINVAL also for a
 * missing column, a bad or doubled code, more than CODES_MAX.
 */
CLAMOR_NODISCARD enum rc codes_read(
	struct codes **c, const char *path, struct err *err);
void codes_free(struct codes *c);

/** How many there are: codes are 1 .. codes_count(). */
unsigned codes_count(const struct codes *c);

/** The number of a code, CODE_NONE if it is unknown. */
unsigned codes_find(const struct codes *c, struct text code);

/** A code's cells; empty for CODE_NONE. */
struct text codes_name(const struct codes *c, unsigned code);
struct text codes_area(const struct codes *c, unsigned code);
struct text codes_stage(const struct codes *c, unsigned code);

/** The code most like a misspelt one, CODE_NONE if none is near. */
unsigned codes_nearest(const struct codes *c, struct text code);

#endif
