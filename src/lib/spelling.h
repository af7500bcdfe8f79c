/*
 * spelling.h - the regular slips of Spanish spelling: how a word is typed by
 * somebody who writes as it sounds, or without care.
 *
 *     b, v     serbicio, vuenisimo      ll, y       yamar, llo
 *     h        orrible                  g, j        jente (before e, i)
 *     c, s, z  grasias, cerbeza         m, n        enpresa (before p, b, v)
 *     qu, k    kiero                    x, s; xc    escelente, exelente
 *
 * Nothing here knows a language's words: that a slip is no other word is for
 * the caller to see to (variants.h).
 */
#ifndef CLAMOR_SPELLING_H
#define CLAMOR_SPELLING_H

#include <stdbool.h>

#include "buf.h"

#define SPELLING_SLIPS 12   /* of one word, at most */
#define SPELLING_LONGEST 32 /* bytes; longer words have none */

/**
 * Tell the ways to misspell a folded word by one slip.
 *
 * @stem  more letters follow: the last letter's neighbour is not known
 * @tell  called with each, at most SPELLING_SLIPS times
 */
void spelling_slips(struct text word, bool stem,
	void (*tell)(void *ctx, struct text slip), void *ctx);

#endif
