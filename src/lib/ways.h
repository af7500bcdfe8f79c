/*
 * ways.h - the ways to read a piece of a term: all that its braces stand for.
 */
#ifndef CLAMOR_WAYS_H
#define CLAMOR_WAYS_H

#include "item.h"

/**
 * Add a way to t->ways, its items to t->parts, their words to t->words.
 *
 * @s  folded words, stems and classes, without braces
 *
 * Returns false if there is anything else in it; t is then of no use.
 */
bool ways_add(struct term *t, struct text s);

/** The same for what has braces: their alternatives in order, the last braces
 * first. False, too, if they are wrong or too many. */
bool ways_add_braces(struct term *t, struct text s);

#endif
