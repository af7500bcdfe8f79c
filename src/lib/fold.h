/*
 * fold.h - text as the matcher sees it, character by character.
 *
 * Lower case, accents off (ñ kept, also when written n + U+0303), styled
 * letters plain, Greek and Cyrillic letters inside Latin words as the Latin
 * ones they look like, zero-width characters, skin tones and signs of gender
 * gone, HTML's entities undone (once), an ill-formed byte as U+FFFD, runs of
 * blanks as one space (one LF where the run holds a line break), none at either
 * end. Posts and lexicon terms go through the very same function.
 */
#ifndef CLAMOR_FOLD_H
#define CLAMOR_FOLD_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "shape.h"
#include "way.h"

/* NULs that fold_text puts behind a text, so that many bytes can be read at
 * once from anywhere in it, and from a little behind. */
#define FOLD_PAD SHAPE_PAD

struct fold; /* opaque: tables and a cache; one thread at a time */

struct fold *fold_new(void);
void fold_free(struct fold *f);

/**
 * Append the folded form of a text, and FOLD_PAD bytes NUL that do not count.
 *
 * @out  appended to
 * @way  NULL, or overwritten with the way back from what is appended
 *
 * Returns the bytes appended.
 */
size_t fold_text(struct fold *f, struct buf *out, const char *p, size_t len,
	struct way *way);

#endif
