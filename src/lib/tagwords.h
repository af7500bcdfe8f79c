/* tagwords.h - the words of a hashtag that is written without humps:
 * #pesimoservicio, #nocompren. */
#ifndef CLAMOR_TAGWORDS_H
#define CLAMOR_TAGWORDS_H

#include "vocab.h"

#define TAGWORDS_MAX 8 /* words of one tag */

/**
 * Cut a part of a tag into words of the vocabulary, all of it, into as few as
 * can be. No part that is a word itself, none shorter than six bytes or longer
 * than 48.
 *
 * @ends  where each word ends
 *
 * Returns how many words there are, 0 if it cannot be cut.
 */
size_t tagwords_cut(
	const struct vocab *v, struct text part, size_t ends[TAGWORDS_MAX]);

#endif
