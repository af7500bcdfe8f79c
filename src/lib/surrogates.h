/* surrogates.h - escapes of JSON that are half a character, mended. */
#ifndef CLAMOR_SURROGATES_H
#define CLAMOR_SURROGATES_H

#include "buf.h"

/**
 * Append JSON with \ufffd for each surrogate that has no partner.
 *
 * Returns how many there are; 0: nothing is appended, it may stay as it is.
 */
size_t surrogates_mend(struct buf *out, struct text t);

#endif
