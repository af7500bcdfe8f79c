/* source.h - bytes of one input: a file or standard input, unpacked. */
#ifndef CLAMOR_SOURCE_H
#define CLAMOR_SOURCE_H

#include <stdbool.h>

#include "buf.h"

struct source; /* opaque */

/**
 * Open an input.
 *
 * @path    NULL or "-" is standard input
 * @unpack  recognise gzip, zstd and xz by their magic and decompress
 * @err     file set to source_name(), text says why (strerror)
 *
 * Returns CLAMOR_OK with *s to be closed by source_close, CLAMOR_EIO (a
 * folder, too), CLAMOR_ENOTFOUND.
 */
CLAMOR_NODISCARD enum rc source_open(
	struct source **s, const char *path, bool unpack, struct err *err);

/** "(standard input)" or the path as given; lives as long as the source. */
const char *source_name(const struct source *s);

/**
 * The next bytes without consuming them: as many as there are up to want.
 *
 * @got  borrowed until the next call on this source
 *
 * Returns CLAMOR_OK, also at the end of input with fewer or no bytes, or
 * CLAMOR_EIO (a read error, damaged packed data) with err filled.
 */
CLAMOR_NODISCARD enum rc source_peek(
	struct source *s, size_t want, struct text *got, struct err *err);

/** Use up n bytes that were peeked at; before source_convert. */
void source_skip(struct source *s, size_t n);

/**
 * From here on convert from another encoding to UTF-8; set after peeking and
 * before the first source_read. Bytes that are invalid in it become U+FFFD
 * and are counted.
 *
 * @encoding  a name that iconv(3) knows: "WINDOWS-1252", "UTF-16LE"
 *
 * Returns CLAMOR_OK or CLAMOR_ENOTFOUND (the name is unknown).
 */
CLAMOR_NODISCARD enum rc source_convert(
	struct source *s, const char *encoding, struct err *err);

/** Sequences that source_convert had to replace so far. */
size_t source_replaced(const struct source *s);

/**
 * Read into p, at most cap bytes (cap >= 4).
 *
 * Returns CLAMOR_OK with *n > 0, CLAMOR_END, or CLAMOR_EIO with err filled.
 * Returns what is there: it never waits for a full block once it has bytes.
 */
CLAMOR_NODISCARD enum rc source_read(
	struct source *s, char *p, size_t cap, size_t *n, struct err *err);

/** Close it; NULL does nothing. */
void source_close(struct source *s);

#endif
