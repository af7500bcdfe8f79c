/*
 * waits.h - waiting times that a text states, in minutes.
 *
 * "llevo 3 horas", "desde hace dos semanas", "media hora de espera": a number
 * (in digits or words) with a unit of time, in a sentence that speaks of
 * waiting or lateness. A month is 30 days, a year 365.
 */
#ifndef CLAMOR_WAITS_H
#define CLAMOR_WAITS_H

#include "tokens.h"

#define WAITS_NONE (-1)
#define WAITS_MAX 5256000 /* ten years; more is no waiting time */

/**
 * The longest waiting time in a post, in whole minutes, or WAITS_NONE.
 */
int64_t waits_longest(const struct post *p);

#endif
