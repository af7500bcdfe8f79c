/*
 * clash.h - rows of a lexicon that could be in each other's way: of them merge
 * has to look at each form. Most rows stand alone, and may keep their sets.
 */
#ifndef CLAMOR_CLASH_H
#define CLAMOR_CLASH_H

#include "entry.h"
#include "forms.h"

/**
 * Mark the entries that have a form in common with another one, in the same
 * role, or both in one that holds opinions, or which role=off takes out.
 *
 * @forms     made ready
 * @clashing  by entry: set to true for those. Some others may be marked, too,
 *            such as those that match the same twice
 */
void clash_find(
	const struct forms *forms, const struct entry *entries, bool *clashing);

#endif
