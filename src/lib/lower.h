/*
 * lower.h - runs of plain ASCII, most of any post, made lower case.
 *
 * Plain is what folding needs no table for: ! to ~ without & (which may begin
 * an entity), and single blanks between such characters.
 */
#ifndef CLAMOR_LOWER_H
#define CLAMOR_LOWER_H

#include <stdbool.h>
#include <stddef.h>

#include "simd.h"

#define LOWER_ROOM 64 /* bytes that may be written behind the run */

/** Is a byte plain, blanks apart? */
static inline bool
lower_is_plain(char c)
{
	return c > ' ' && c < 0x7F && c != '&';
}

/**
 * Copy the run of plain characters at p, in lower case. A blank at its end is
 * none of it, one at its beginning is if a plain character follows.
 *
 * @out  room for len and LOWER_ROOM bytes; those behind the run mean nothing
 *
 * Returns its bytes.
 */
size_t lower_run(char *out, const char *p, size_t len);

/** Do it in one way, for tests; false: this processor has it not. */
bool lower_run_by(
	char *out, const char *p, size_t len, enum simd_way way, size_t *n);

#endif
