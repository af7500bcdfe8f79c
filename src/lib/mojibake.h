/*
 * mojibake.h - UTF-8 that somebody took for Windows-1252 and encoded again:
 * "atenciÃ³n" for "atención".
 */
#ifndef CLAMOR_MOJIBAKE_H
#define CLAMOR_MOJIBAKE_H

#include <stdbool.h>

#include "buf.h"

#define MOJIBAKE_CERTAIN 3 /* characters in a text that make sure */

/**
 * Undo it.
 *
 * @t  valid UTF-8
 *
 * Returns true with the text appended; false, nothing appended, unless all
 * that is not ASCII was encoded twice (and something is).
 */
bool mojibake_undo(struct buf *out, struct text t);

/**
 * Was this text certainly encoded twice? All of it that is not ASCII must be,
 * and there must be some: real letters never happen to spell so.
 *
 * @whole  its last character is not cut
 */
bool mojibake_is_certain(struct text t, bool whole);

#endif
