/*
 * product.h - terms of plain words expanded piece by piece.
 *
 * "{no|nunca} me {ha|han} lleg{o|ado}" has eight forms of four words, but only
 * seven different words: what stands between blanks outside of braces is read
 * once, and the forms are put together from that. With sets it is one form of
 * three sets and a word.
 */
#ifndef CLAMOR_PRODUCT_H
#define CLAMOR_PRODUCT_H

#include "item.h"

/**
 * Read the forms of a term of nothing but folded words, stems, classes, gaps
 * and braces.
 *
 * @t       empty; filled with the same forms as reading them one by one makes
 * @folded  the cell
 *
 * @sets    let single words of a piece be one set; no form is nothing but one
 *
 * Returns false, and leaves t empty, if there is anything else in it or
 * anything wrong with it.
 */
bool product_read(struct term *t, struct text folded, bool sets);

#endif
