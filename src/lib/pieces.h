/* pieces.h - a post that an export cuts into title, lead and body. */
#ifndef CLAMOR_PIECES_H
#define CLAMOR_PIECES_H

#include <stdbool.h>

#include "buf.h"

/**
 * Put one more piece behind the others, a line break between them. What
 * repeats the piece before it (which may be cut by an ellipsis) replaces it.
 *
 * @last         where the last piece begins in out; 0 before the first
 * @may_overlap  one that stands inside of the other is left out as well: a
 *               lead and the sentence that was searched for often are
 */
void pieces_join(
	struct buf *out, size_t *last, struct text piece, bool may_overlap);

#endif
