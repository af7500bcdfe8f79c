/*
 * seasons.h - the seasons of a country by date: seasons.csv, one row for each,
 *
 *     country,season,from,weekday,before,after,note
 *     mx,buenfin,11-11,jue,0,4,
 *     *,semana_santa,pascua,,9,0,
 *
 * The day is `from` (MM-DD, or "pascua" for Easter Sunday), or the first
 * `weekday` on or after it; the season begins `before` days before it and ends
 * `after` days after it. The country * is every country.
 */
#ifndef CLAMOR_SEASONS_H
#define CLAMOR_SEASONS_H

#include "buf.h"

struct seasons; /* opaque; never changes, so threads may share it */

/**
 * Read the seasons of a country.
 *
 * Returns CLAMOR_OK with *s to be freed by seasons_free, what table_read
 * returns, or CLAMOR_EINVAL for a row that is wrong.
 */
CLAMOR_NODISCARD enum rc seasons_read(struct seasons **s, const char *path,
	const char *country, struct err *err);
void seasons_free(struct seasons *s);

/**
 * Append the names of the seasons that a date (RFC 3339) falls into, separated
 * by ";", in the order of the file: the day as written, in whatever zone.
 * Nothing for what is no date.
 */
void seasons_add(const struct seasons *s, struct text date, struct buf *out);

#endif
