/* lines.h - plain text, line by line. */
#ifndef CLAMOR_LINES_H
#define CLAMOR_LINES_H

#include "source.h"

struct lines; /* opaque */

/**
 * Lines of a source.
 *
 * @s     must outlive it
 * @most  bytes of a line, at most
 */
struct lines *lines_new(struct source *s, size_t most);
void lines_free(struct lines *l);

/** Let another character than LF end a line; before the first is read. */
void lines_end_by(struct lines *l, char end);

/**
 * The next line, as soon as it is complete; the last needs no LF.
 *
 * @line  without its LF or CR LF; borrowed until the next call
 * @err   line is the number of the line, 1-based
 *
 * Returns CLAMOR_OK, CLAMOR_END, CLAMOR_ELIMIT for a line that is too long
 * (it was passed over), CLAMOR_EIO when reading failed.
 */
CLAMOR_NODISCARD enum rc lines_next(
	struct lines *l, struct text *line, struct err *err);

#endif
