/*
 * remnant.h - terms of which hardly anything is left once they are read: "=3"
 * is meant for a face and would hit any 3, "c++" any c, "50%" any 50.
 */
#ifndef CLAMOR_REMNANT_H
#define CLAMOR_REMNANT_H

#include "term.h"

/**
 * Is a single letter or a number all that is looked for of a term that was
 * written with more?
 *
 * @t     the term, read
 * @cell  it as it was written
 * @left  set to what is left, in t
 */
bool remnant_of(const struct term *t, struct text cell, struct text *left);

#endif
