/* bytes.h - how far a run of bytes without any of some special ones goes. */
#ifndef CLAMOR_BYTES_H
#define CLAMOR_BYTES_H

#include <stddef.h>

/**
 * The bytes before the first of four.
 *
 * @stops  fewer than four: one of them again
 *
 * Returns len if none of them is there.
 */
size_t bytes_before(const char *p, size_t len, const char stops[4]);

#endif
