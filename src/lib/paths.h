/*
 * paths.h - posts of JSON as records: each path is a column. A record has a
 * cell for every path that was met up to it; what it lacks is empty.
 */
#ifndef CLAMOR_PATHS_H
#define CLAMOR_PATHS_H

#include "json.h"
#include "record.h"

#define PATHS_MAX 4096 /* columns; what comes after them is left out */

struct paths; /* opaque */

/**
 * @reader  stays the caller's
 * @header  stays the caller's; each new path is added to it
 */
struct paths *paths_new(struct json_reader *reader, struct header *header);
void paths_free(struct paths *p);

/**
 * The next batch, as record_next. A post with a path that is new begins
 * another batch, and so does one that lies behind the window of records that
 * decisions are made on: what is decided does not depend on how the bytes
 * came. Rows that are no rejects have no raw bytes.
 */
CLAMOR_NODISCARD enum rc paths_next(
	struct paths *p, struct batch *batch, struct err *err);

#endif
