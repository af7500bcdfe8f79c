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

/* NULs that fold_text puts behind a text, so that many bytes can be read at once
 * from anywhere in it, and from a little behind. */
#define FOLD_PAD SHAPE_PAD

struct fold; /* opaque: tables and a cache; one thread at a time */

/* From this byte of the folded text on, one byte stands for one byte of the
 * original from there on, until the next shift. */
struct fold_shift {
	uint32_t folded, original;
};

/* The way back from a folded text: where the distance to its original changes,
 * which in most posts is at few accents. All zero is empty: no distance. */
struct fold_way {
	struct fold_shift *v;
	size_t n, cap;
};

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
	struct fold_way *way);

/**
 * The byte of the original that a folded character came from.
 *
 * @at  where a character of the folded text begins; behind the last: gives
 *      where the folded part of the original ends. Characters at s up to e
 *      came from the bytes fold_origin(s) up to fold_origin(e)
 */
uint32_t fold_origin(const struct fold_way *way, uint32_t at);

/** Does the distance change at a character? */
bool fold_shifts_at(const struct fold_way *way, uint32_t at);

/** Free its memory. */
void fold_way_free(struct fold_way *way);

#endif
