/*
 * rivals.h - entries of a lexicon that are in each other's way: nearly the
 * same, of opposite sign.
 */
#ifndef CLAMOR_RIVALS_H
#define CLAMOR_RIVALS_H

#include "finding.h"

/** Opinions that never count, as one with another role hits the same words. */
void rivals_doubled(const struct findings *f);

/** Terms of one role that differ by articles only, as an oversight: not where
 * an article at either end makes a longer phrase that says something else. */
void rivals_alike(const struct findings *f);

/** The same words, gaps aside, once good and once bad. */
void rivals_contradictory(const struct findings *f);

#endif
