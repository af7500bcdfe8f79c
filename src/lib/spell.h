/*
 * spell.h - sets spelled out: entries whose forms have to be told apart get one
 * for each combination of words again.
 */
#ifndef CLAMOR_SPELL_H
#define CLAMOR_SPELL_H

#include "entry.h"
#include "forms.h"

/**
 * Spell out the forms of some entries.
 *
 * @wanted      by entry: those to be spelled out, as far as they have sets
 * @term, fold  scratch: with that fold they were read
 */
void spell_out(struct forms *f, const struct entry *entries, const bool *wanted,
	struct term *term, struct fold *fold);

#endif
