/*
 * gates.h - which regular expressions could match in a text: the gates of all
 * of them (see regex.h) in one pass over it.
 */
#ifndef CLAMOR_GATES_H
#define CLAMOR_GATES_H

#include "regex.h"

struct gates; /* opaque; shared by threads once filled */

struct gates *gates_new(void);
void gates_free(struct gates *g);

/** Add the gate of an expression, which must outlive it. */
void gates_add(struct gates *g, const struct regex *r);

/**
 * Look for all gates.
 *
 * @open  by the order of adding: set to whether the expression could match;
 *        one without a gate always could
 *
 * Returns whether any could.
 */
bool gates_look(const struct gates *g, struct text folded, bool *open);

#endif
