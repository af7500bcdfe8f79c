/* unpack.h - gzip, zstd and xz undone, whichever it is. */
#ifndef CLAMOR_UNPACK_H
#define CLAMOR_UNPACK_H

#include <stdbool.h>

#include "buf.h"

struct unpack; /* opaque */

/** May these first bytes of an input become a magic that unpack_new knows? */
bool unpack_may_begin(struct text head);

/**
 * A decompressor for what begins with these bytes.
 *
 * Returns NULL if they are not packed; the caller frees it with unpack_free.
 */
struct unpack *unpack_new(struct text head);
void unpack_free(struct unpack *u);

/**
 * Decompress some bytes.
 *
 * @in    packed bytes; those used up are taken off its front
 * @last  nothing follows them
 * @p     room for cap bytes
 * @n     set to the bytes written
 *
 * When it writes nothing and uses nothing up it wants more input or, at the
 * last, is done. Returns NULL, or what is wrong with the data, in words.
 */
const char *unpack_step(struct unpack *u, struct text *in, bool last, char *p,
	size_t cap, size_t *n);

#endif
