/*
 * clock.h - points in time, time zones by name, buckets.
 *
 * Zones come from the system's tzdata; $TZ is ignored. Only the proleptic
 * Gregorian calendar, years 1 to 9999.
 */
#ifndef CLAMOR_CLOCK_H
#define CLAMOR_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

enum precision {
	PRECISION_NONE, /* no date */
	PRECISION_DAY,  /* a date without a time: never shifts */
	PRECISION_TIME, /* a time of day too */
};

/* A point in time as written. */
struct stamp {
	enum precision precision;
	int year, month, day;     /* 1.. */
	int hour, minute, second; /* second 60 is read as 59 */
	bool zoned;               /* offset holds what was written */
	int offset;               /* seconds east of UTC */
};

/** Is there such a date and time of day? (The offset is not looked at.) */
bool stamp_is_valid(const struct stamp *s);

struct zone; /* opaque: the rules of one zone */

/**
 * Load a zone by its tzdata name ("America/Lima"), "UTC", or a fixed offset
 * ("-05:00").
 *
 * Returns CLAMOR_OK with *z to be freed by zone_free, or CLAMOR_ENOTFOUND with
 * err->text "unknown time zone 'Amercia/Lima' (did you mean …?)".
 */
CLAMOR_NODISCARD enum rc zone_open(
	struct zone **z, const char *name, struct err *err);
void zone_free(struct zone *z);

/** UTC, static. */
const struct zone *zone_utc(void);

/** Offset in seconds east of UTC in force at a UTC second. */
int zone_offset_at(const struct zone *z, int64_t utc);

/**
 * The UTC second of a stamp; a zoneless time is in z. A local time that occurs
 * twice is the earlier one; one that is skipped is read with the offset before
 * the change. A day without a time is its midnight.
 */
int64_t stamp_utc(const struct stamp *s, const struct zone *z);

/** The stamp of a UTC second in a zone, zoned. */
struct stamp stamp_at(int64_t utc, const struct zone *z);

/**
 * Read a canonical date (RFC 3339: "2026-11-21T14:05:00-06:00", fractions
 * dropped, "Z", a space for the T, no zone; or "2026-11-21"; or nothing).
 *
 * Returns CLAMOR_OK, with precision NONE for empty text, or CLAMOR_EINVAL.
 */
CLAMOR_NODISCARD enum rc stamp_parse(struct stamp *s, struct text t);

/* The longest, "2026-11-21T14:05:00-06:00", and some more. */
#define STAMP_ROOM 32

/** Append "2026-11-21T14:05:00-06:00", "2026-11-21", or nothing. */
void stamp_format(const struct stamp *s, struct buf *out);

/** Days since 1970-01-01 of a date, and back. */
int64_t days_of_date(int year, int month, int day);
void date_of_days(int64_t days, int *year, int *month, int *day);

enum bucket { BUCKET_HOUR, BUCKET_DAY, BUCKET_WEEK, BUCKET_MONTH };

/** "hour", "day", "week", "month"; false for any other name. */
bool bucket_by_name(struct text name, enum bucket *b);

/* Which bucket it is: what tells one from another. */
struct bucket_place {
	int64_t days;
	int hour, offset; /* of BUCKET_HOUR; hour -1: the day has none */
};

#define BUCKETS_SEEN 128

/* How stamps are put into buckets, and the labels of some that were met: most
 * posts fall into one that others have been in. All zero but bucket and zone
 * at first; nothing to be freed. */
struct bucketing {
	enum bucket bucket;
	const struct zone *zone;
	struct bucket_seen {
		struct bucket_place at;
		size_t len; /* 0: none yet */
		char label[STAMP_ROOM];
	} seen[BUCKETS_SEEN];
};

/**
 * The label of the bucket that a stamp falls into, in the zone:
 * "2026-11-21T14:00-06:00", "2026-11-21", "2026-W47" (ISO 8601), "2026-11".
 * A date without a time keeps its day (its hour bucket is the day); no date
 * has an empty label.
 *
 * Returns text borrowed until the next call.
 */
struct text bucket_label(struct bucketing *b, const struct stamp *s);

#endif
