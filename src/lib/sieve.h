/*
 * sieve.h - can any entry stand in a text? Told before it is cut into tokens.
 *
 * Every form needs its rarest item, most another word as well, every expression
 * a literal of its gate. In most posts none of them stands, which a look at the
 * runs of letters and a few other characters shows. The sieve lets pass too
 * much, never too little.
 */
#ifndef CLAMOR_SIEVE_H
#define CLAMOR_SIEVE_H

#include "anchors.h"
#include "gates.h"

struct sieve; /* opaque; shared by threads */

/** A sieve for what is looked for by anchors and gates, which must outlive it.
 */
struct sieve *sieve_new(
	const struct anchors *anchors, const struct gates *gates);
void sieve_free(struct sieve *s);

/**
 * Could anything stand in a post?
 *
 * @post  folded, see post_fold
 *
 * Returns false if there is certainly no hit in it.
 */
bool sieve_passes(const struct sieve *s, const struct post *post);

#endif
