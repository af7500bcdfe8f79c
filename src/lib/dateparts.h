/* dateparts.h - a written date cut into year, month, day, time and zone. */
#ifndef CLAMOR_DATEPARTS_H
#define CLAMOR_DATEPARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

#define DATE_UNSET (-1)

/* What was found, in the ranges as written; DATE_UNSET what was not. */
struct dateparts {
	int year, month, day;
	int first, second;     /* of 03/04/2026: which of them is the day? */
	int hour, minute, sec; /* minute and sec: 0 where hour is unset */
	enum { DATE_NONE, DATE_AM, DATE_PM } half;
	bool zoned;
	int offset; /* seconds east of UTC */
};

/**
 * Find the parts of a date in a text that holds nothing else.
 *
 * Returns false if something in it has no place in a date, or if year, month
 * or day are not there. Whether the calendar has the date is not looked at.
 */
bool dateparts_read(struct dateparts *d, struct text t);

#endif
