/* plainterm.h - regular expressions that a plain term says as well. */
#ifndef CLAMOR_PLAINTERM_H
#define CLAMOR_PLAINTERM_H

#include <stdbool.h>

#include "buf.h"

/**
 * Write an expression as a term of the language of lexicons: whole words
 * between \b and \b, blanks, groups of alternatives, an optional letter or
 * group, \w* at the end of a word. "\bestafador(es|a)?\b" becomes
 * "estafador{|es|a}".
 *
 * @term   appended to
 * @regex  without its slashes
 *
 * Returns false if the expression says more than that; what was appended
 * means nothing then.
 */
bool plainterm_of_regex(struct buf *term, struct text regex);

#endif
