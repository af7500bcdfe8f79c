/*
 * ratio.h - quotients of counts as decimals, in integer arithmetic: the same
 * digits on every machine.
 */
#ifndef CLAMOR_RATIO_H
#define CLAMOR_RATIO_H

#include <stdint.h>

#include "buf.h"

#define RATIO_MAX_DECIMALS 6
#define RATIO_MAX_COUNT INT64_C(1000000000000000) /* 10^15 */

/**
 * Append num/den with so many decimals, rounded half away from zero: 2/3 with
 * 4 is "0.6667". A zero has no sign.
 *
 * @num       at most 10^3 RATIO_MAX_COUNT, of either sign
 * @den       0 appends nothing; never negative
 * @decimals  0 to RATIO_MAX_DECIMALS
 */
void ratio_add(struct buf *out, int64_t num, int64_t den, int decimals);

/**
 * Append the ends of the Wilson score interval at 95 % of a share, in the form
 * of ratio_add, each to its own buffer.
 *
 * @hits  0 <= hits <= n
 * @n     at most 8 RATIO_MAX_COUNT; 0 appends nothing
 */
void ratio_add_wilson(struct buf *low, struct buf *high, int64_t hits,
	int64_t n, int decimals);

#endif
