/* treatment.h - how the cells of a column of an export are to be read. */
#ifndef CLAMOR_TREATMENT_H
#define CLAMOR_TREATMENT_H

#include <stdbool.h>

#include "datetime.h"
#include "plain.h"

/* All zero: as the cells stand, and what can be found out is found out. */
struct treatment {
	enum plain plain;      /* of texts */
	enum date_order order; /* of dates whose values do not tell it */
	enum date_unit unit;   /* of dates that are one number */
	bool utc;              /* of times that name no zone */
};

/**
 * Add the treatment of that name: html, pairs, tab (plain.h); dmy, mdy,
 * seconds, millis, utc.
 *
 * Returns false, nothing changed, if there is none of that name.
 */
bool treatment_add(struct treatment *t, struct text name);

/** Append " (html)", " (dmy, utc)" for messages; nothing for all zero. */
void treatment_tell(struct buf *out, const struct treatment *t);

#endif
