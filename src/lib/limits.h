/*
 * limits.h - tell that expressions were stopped: a limit is never "no match"
 * in silence. One of the few modules that print (through diag).
 */
#ifndef CLAMOR_LIMITS_H
#define CLAMOR_LIMITS_H

#include <stdint.h>

#include "matcher.h"

/**
 * Say it, if there is anything to say.
 *
 * @posts  for how many of them matcher_find returned CLAMOR_ELIMIT
 */
void limits_tell(uint64_t posts, const struct matcher *m);

#endif
