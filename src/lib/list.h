/*
 * list.h - the lists that cells hold: values with a separator between them.
 *
 * Items are borrowed from the cell, are not trimmed and may be empty: "a;;b"
 * has three. A list is a text that gets shorter as items are taken off its
 * front; one without items has no p.
 */
#ifndef CLAMOR_LIST_H
#define CLAMOR_LIST_H

#include <stdbool.h>

#include "buf.h"

/** The list in a cell: an empty cell is an empty list. */
struct text list_of(struct text cell);

/** Take the item up to the next separator; false at the end of the list. */
bool list_next(struct text *list, char separator, struct text *item);

/** Does a cell list this value? The separator is a semicolon. */
bool list_has(struct text cell, const char *what);

#endif
