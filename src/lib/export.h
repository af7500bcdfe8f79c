/* export.h - one export opened: its dialect guessed, its header read. */
#ifndef CLAMOR_EXPORT_H
#define CLAMOR_EXPORT_H

#include "dialect.h"
#include "paths.h"
#include "record.h"

struct export
{
	struct source *source;
	struct record_reader *reader; /* of CSV, or NULL */
	struct json_reader *json;     /* of JSON, or NULL */
	struct paths *paths;          /* its posts as records, or NULL */
	struct header header;         /* of JSON: the paths met so far */
	struct dialect dialect;
	uint64_t lines; /* in front of the header, unknown to the reader */
};

struct export_options {
	char delimiter;    /* 0: to be guessed */
	size_t max_record; /* bytes; 0: the default */
	const struct json_shape *shape; /* of posts of JSON, or NULL */
};

/**
 * Open an export: JSON, or CSV with one of four separators, in UTF-8, UTF-16
 * or Windows-1252, maybe packed by gzip, zstd or xz, maybe with Excel's
 * "sep=;" or a preamble on top.
 *
 * @path  NULL or "-" is standard input
 *
 * Returns CLAMOR_OK with e to be closed by export_close; otherwise nothing is
 * to be closed: CLAMOR_ENOTFOUND, CLAMOR_EIO, or CLAMOR_EINVAL when there is
 * no header.
 */
CLAMOR_NODISCARD enum rc export_open(struct export *e, const char *path,
	const struct export_options *opt, struct err *err);
void export_close(struct export *e);

/**
 * The next batch, as record_next; of JSON, the header may have grown by it.
 */
CLAMOR_NODISCARD enum rc export_next(
	struct export *e, struct batch *batch, struct err *err);

/** Pages of JSON too large for what stands beside their posts (json.h). */
uint64_t export_unjoined(const struct export *e);

/** Ill-formed sequences that were replaced while reading. */
uint64_t export_repaired(const struct export *e);

#endif
