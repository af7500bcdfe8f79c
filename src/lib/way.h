/*
 * way.h - the way back from a folded text to its original: where the distance
 * between them changes, which in most posts is at few accents.
 */
#ifndef CLAMOR_WAY_H
#define CLAMOR_WAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* From this byte of the folded text on, one byte stands for one byte of the
 * original from there on, until the next shift. Of shifts at the same byte the
 * last counts. */
struct way_shift {
	uint32_t folded, original;
};

/* All zero is empty: no distance. */
struct way {
	struct way_shift *v;
	size_t n, cap;
};

/**
 * The byte of the original that a folded character came from.
 *
 * @at  where a character of the folded text begins; behind the last: gives
 *      where the folded part of the original ends. Characters at s up to e
 *      came from the bytes way_origin(s) up to way_origin(e)
 */
uint32_t way_origin(const struct way *way, uint32_t at);

/** The same for two characters, s before e, at once. Returns whether the distance
 * changes at e. */
bool way_origins(const struct way *way, uint32_t s, uint32_t e, uint32_t *from,
	uint32_t *to);

/** Does the distance change at a character? */
bool way_shifts_at(const struct way *way, uint32_t at);

/** Free its memory. */
void way_free(struct way *way);

#endif
