/*
 * elongation.h - words drawn out, "malooo", and the words they stand for.
 */
#ifndef CLAMOR_ELONGATION_H
#define CLAMOR_ELONGATION_H

#include "vocab.h"

#define ELONGATION_READ 16 /* bytes of a word that are read, its own or not */

/** Has the word a run of three or more of a letter, or a double at its end that
 * may be one ("buenoo")? Only in texts whose shape is drawn_out. Of it
 * ELONGATION_READ bytes can be read. */
bool elongation_has(struct text word);

/**
 * Undo it, into out: the form with three letters if a term is written so, or a
 * stem that it begins with; else the first known form, whole words before what
 * a stem begins, two letters before one; else one letter everywhere. Of a
 * double at the end alone: the form without it, if that is a whole word.
 *
 * @out  overwritten
 *
 * Returns false if the word is to be left as it is.
 */
bool elongation_undo(struct buf *out, const struct vocab *v, struct text word);

#endif
