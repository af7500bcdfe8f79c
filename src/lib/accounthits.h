/*
 * accounthits.h - the hits in an account: each with its entry, the factors that
 * came over it, and its points.
 */
#ifndef CLAMOR_ACCOUNTHITS_H
#define CLAMOR_ACCOUNTHITS_H

#include "accounting.h"

/** Append it. */
void accounthits_add(struct accounting *a);

#endif
