/*
 * limits.h - tell that expressions were stopped: a limit is never "no match"
 * in silence. One of the few modules that print (through diag).
 */
#ifndef CLAMOR_LIMITS_H
#define CLAMOR_LIMITS_H

#include <stdint.h>

#include "buf.h"

/**
 * Say it, if there is anything to say.
 *
 * @posts  for how many of them matcher_find returned CLAMOR_ELIMIT
 * @term   the last expression that did it: matcher_limited
 */
void limits_tell(uint64_t posts, struct text term);

#endif
