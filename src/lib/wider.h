/* wider.h - entries to which a wider one leaves nothing. */
#ifndef CLAMOR_WIDER_H
#define CLAMOR_WIDER_H

#include "finding.h"

/**
 * Entries of which every form is also matched by a wider entry of the same
 * role: either they say the same, or the wider one always comes first. One
 * that comes before the wider one is an exception to it, and no finding.
 */
void wider_swallowed(const struct findings *f);

#endif
