/*
 * fold.h - text as the matcher sees it, character by character.
 *
 * Lower case, accents off (ñ kept, also when written n + U+0303), styled
 * letters plain, zero-width characters and skin tones gone, HTML's five
 * entities undone, an ill-formed byte as U+FFFD, runs of blanks as one space
 * (one LF where the run holds a line break), none at either end. Posts and
 * lexicon terms go through the very same function.
 */
#ifndef CLAMOR_FOLD_H
#define CLAMOR_FOLD_H

#include <stdint.h>

#include "buf.h"

struct fold; /* opaque: tables and a cache; one thread at a time */

struct fold *fold_new(void);
void fold_free(struct fold *f);

/** More than len bytes can become. */
size_t fold_bound(size_t len);

/**
 * Append the folded form of a text.
 *
 * @out   appended to
 * @map   NULL, or room for fold_bound(len) numbers: for each byte the offset
 *        in p of what it came from, and behind the last where the folded part
 *        of p ends. Bytes s..e of what was appended came from
 *        p[map[s]..map[e]).
 *
 * Returns the bytes appended.
 */
size_t fold_text(struct fold *f, struct buf *out, const char *p, size_t len,
	uint32_t *map);

#endif
