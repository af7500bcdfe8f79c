/*
 * sink.h - bytes out: standard output, or a file written beside and renamed.
 *
 * On a terminal all of it is shown as tty_add does (lines stay lines), for
 * posts, headers and lexicons may hold sequences that a terminal obeys.
 */
#ifndef CLAMOR_SINK_H
#define CLAMOR_SINK_H

#include <stdbool.h>

#include "buf.h"

struct sink; /* opaque; errors are kept and told by sink_close */

/**
 * Open an output.
 *
 * @path  NULL or "-" is standard output; otherwise the bytes go to a
 *        temporary file in the same folder that sink_close renames to path
 *
 * Returns CLAMOR_OK with *s to be closed by sink_close, or CLAMOR_EIO.
 */
CLAMOR_NODISCARD enum rc sink_open(
	struct sink **s, const char *path, struct err *err);

/**
 * Write bytes. Blocks of 64 KiB and more go out at once, smaller ones are
 * gathered; sink_flush sends what is gathered.
 *
 * Returns CLAMOR_OK or CLAMOR_EIO (full disk, EPIPE where SIGPIPE is
 * ignored); after an error nothing more is written.
 */
CLAMOR_NODISCARD enum rc sink_write(struct sink *s, const char *p, size_t n);
CLAMOR_NODISCARD enum rc sink_flush(struct sink *s);

/** Does it end at a terminal? */
bool sink_is_terminal(const struct sink *s);

/** What is written is fit for a terminal already: it has colours, and tty_add
 * was called for the rest. */
void sink_trust(struct sink *s);

/**
 * Flush, close, rename. On any earlier or present error the temporary file is
 * removed and CLAMOR_EIO is returned with err filled. NULL is CLAMOR_OK.
 */
CLAMOR_NODISCARD enum rc sink_close(struct sink *s, struct err *err);

#endif
