/*
 * datetime.h - the dates that exports hold, in the forms people and programs
 * write them.
 *
 * ISO 8601 and RFC 3339 with their variants, "Sun Dec 17 06:01:21 +0000 2017",
 * seconds or milliseconds since 1970, 21/11/2026 14:05, "21 de noviembre de
 * 2026", "Nov 21, 2026 2:05 p. m."; Spanish and English names.
 */
#ifndef CLAMOR_DATETIME_H
#define CLAMOR_DATETIME_H

#include <stdbool.h>
#include <stdint.h>

#include "clock.h"

/* How 03/04/2026 is meant. */
enum date_order {
	DATE_ORDER_UNKNOWN, /* only dates that read one way are readable */
	DATE_ORDER_DMY,
	DATE_ORDER_MDY,
};

/* What a date that is one number counts. */
enum date_unit {
	DATE_UNIT_FOUND, /* told by how many digits it has */
	DATE_UNIT_SECONDS,
	DATE_UNIT_MILLIS,
};

enum date_reading {
	DATE_READ,        /* also what means "missing": precision NONE */
	DATE_UNREADABLE,  /* no date, or one that no calendar has */
	DATE_OTHER_ORDER, /* a date, but only in the order that is not this */
};

/**
 * Read a date.
 *
 * @s      filled when DATE_READ is returned; zoned if the text names a zone
 *         or counts seconds since 1970
 * @t      UTF-8; empty, None, null, NaN, N/A and - are a missing date
 * @order  that of the column
 */
enum date_reading datetime_read(
	struct stamp *s, struct text t, enum date_order order);

/**
 * Read a number of seconds or thousandths of them since 1970.
 *
 * Returns false, *s set to no date, for anything else.
 */
bool datetime_read_count(struct stamp *s, struct text t, enum date_unit unit);

/* What the values of a window say about their order; all zero to begin. */
struct date_window {
	uint64_t either;   /* read in both orders, to two different dates */
	uint64_t only_dmy; /* day 13 to 31 first */
	uint64_t only_mdy; /* day 13 to 31 second */
};

/** Take a value into the window. */
void datetime_weigh(struct date_window *w, struct text t);

/**
 * The order that the window decides for: that which more of its values need.
 * UNKNOWN when no value has an order, or as many need one as the other; then
 * datetime_is_undecided tells whether any value has an order at all.
 */
enum date_order datetime_decide(const struct date_window *w);
bool datetime_is_undecided(const struct date_window *w);

#endif
