/*
 * latin.h - text of printable ASCII and of U+00A0 to U+00FF, as most Spanish
 * posts are: valid UTF-8, in NFC, one line, nothing in it to be repaired.
 */
#ifndef CLAMOR_LATIN_H
#define CLAMOR_LATIN_H

#include <stdbool.h>
#include <stddef.h>

#include "simd.h"

/** How many bytes of a text are of such characters, before the first that is
 * not. (DEL counts as printable, TAB does not.) */
size_t latin_prefix(const char *p, size_t len);

/** The same in one way, for tests; false: this processor has it not. */
bool latin_prefix_by(const char *p, size_t len, enum simd_way way, size_t *n);

/** Is a text of nothing else? */
static inline bool
latin_only(const char *p, size_t len)
{
	return latin_prefix(p, len) == len;
}

#endif
