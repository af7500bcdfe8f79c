/*
 * spell.h - sets spelled out: entries whose forms have to be told apart get one
 * for each combination of words again.
 */
#ifndef CLAMOR_SPELL_H
#define CLAMOR_SPELL_H

#include "entry.h"
#include "forms.h"

struct spell {
	struct forms *forms;
	const struct entry *entries;
	size_t nentries;
	struct term *term; /* scratch, and the fold that */
	struct fold *fold; /* the entries were read with */
};

/** Spell out the entries that have slang in a set, which may stand for several
 * words: before the forms are made ready. */
void spell_slang(const struct spell *s);

/** Spell out the entries that are in each other's way, when the forms are
 * ready. Returns by entry which those are; the caller frees it. */
bool *spell_clashing(const struct spell *s);

#endif
