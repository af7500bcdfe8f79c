/* siphash.h - SipHash-2-4, a keyed hash of 64 bits (Aumasson, Bernstein). */
#ifndef CLAMOR_SIPHASH_H
#define CLAMOR_SIPHASH_H

#include <stdint.h>

#include "buf.h"

struct siphash_key {
	uint64_t k0, k1;
};

/** The hash of a text under a key; the same on every machine. */
uint64_t siphash(const struct siphash_key *key, struct text t);

#endif
