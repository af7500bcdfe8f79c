/*
 * identity.h - which forms match the same. To be asked when they are ready.
 */
#ifndef CLAMOR_IDENTITY_H
#define CLAMOR_IDENTITY_H

#include "forms.h"

/** Do two forms without sets match the same? Those that do have the same hash.
 */
bool identity_same(const struct forms *f, const struct lexicon_form *a,
	const struct lexicon_form *b);
uint64_t identity_hash(
	const struct forms *f, const struct lexicon_form *form, uint64_t seed);

/** The hashes of all that a form is expanded into. Returns how many. */
size_t identity_hashes(const struct forms *f, const struct lexicon_form *form,
	uint64_t seed, uint64_t hashes[BRACES_EXPANSIONS_MAX]);

#endif
