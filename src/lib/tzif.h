/* tzif.h - the compiled rules of one time zone (RFC 8536). */
#ifndef CLAMOR_TZIF_H
#define CLAMOR_TZIF_H

#include <stdbool.h>
#include <stdint.h>

#include "status.h"

/* When the clocks change in a year, as POSIX TZ strings say it. */
struct tzif_change {
	char kind; /* 'M' month.week.weekday, 'J' 1-365, '0' 0-365 */
	int month, week, day;
	int time; /* seconds after local midnight, may be negative */
};

/* The footer: what holds after the last transition of the table. */
struct tzif_rule {
	bool known;
	bool changes;         /* has summer time, from start to end */
	int standard, summer; /* seconds east of UTC */
	struct tzif_change start, end;
};

/* All zero is UTC. */
struct tzif {
	size_t n;      /* transitions, sorted */
	int64_t *when; /* UTC second of each */
	int *offset;   /* in force from then on, seconds east of UTC */
	int first;     /* in force before the first one */
	struct tzif_rule rule;
};

/**
 * Read a TZif file of any version.
 *
 * @p  its bytes, not trusted; not needed afterwards
 *
 * Returns CLAMOR_OK with z to be freed by tzif_free, or CLAMOR_EINVAL with
 * nothing to free: no TZif, damaged, or counting leap seconds.
 */
CLAMOR_NODISCARD enum rc tzif_parse(struct tzif *z, const void *p, size_t len);
void tzif_free(struct tzif *z);

/** Offset in seconds east of UTC in force at a UTC second. */
int tzif_offset_at(const struct tzif *z, int64_t utc);

#endif
