/*
 * json.h - the posts of a JSON input, one at a time.
 *
 * An array of posts; an object ("page") with an array of them under data,
 * items, reviews, results, statuses, tweets, posts, mentions and the like;
 * JSON Lines; several documents one behind the other; each of them perhaps
 * behind "window.YTD.tweets.part0 =".
 */
#ifndef CLAMOR_JSON_H
#define CLAMOR_JSON_H

#include "jsonpost.h"
#include "jsonscan.h"
#include "record.h"
#include "source.h"

struct json_post {
	enum row_reason reason; /* REASON_NONE, or why it is rejected */
	struct json_read read;  /* what it holds; nothing if it is rejected */
	struct text raw;   /* rejected: its bytes, cut at 1 MiB */
	uint64_t number;   /* post of this input, 1.. ; its parts follow */
	uint64_t line;     /* where it starts, 1.. */
	uint64_t offset;   /* byte where it starts */
	uint64_t end_line; /* where it ends */
	uint64_t extent;   /* its bytes */
};

struct json_reader; /* opaque; memory bounded by max_record */

/**
 * A reader of the posts of a source.
 *
 * @src    stays the caller's, must outlive the reader
 * @shape  too; NULL: nothing in their structure matters
 *
 * Never fails; the caller frees it with json_reader_free.
 */
struct json_reader *json_reader_new(struct source *src, size_t max_record,
	const struct json_shape *shape);
void json_reader_free(struct json_reader *r);

/**
 * The next post. A post is an object; the scalars of an array in it are one
 * value, joined by commas, and the objects of an array share their paths.
 *
 * What cannot be read is a post with a reason. Where a document breaks off
 * (its end is missing, a string does not close), reading resumes at the next
 * line that begins with { or [.
 *
 * @more  whether to read on from the source when no whole post is at hand
 * @post  borrowed until the next call
 *
 * Returns CLAMOR_OK; CLAMOR_END, for good if more was true; CLAMOR_EIO.
 */
CLAMOR_NODISCARD enum rc json_next(struct json_reader *r, bool more,
	struct json_post *post, struct err *err);

/** Lone surrogates that were replaced by U+FFFD so far. */
uint64_t json_repaired(const struct json_reader *r);

/** Pages that were larger than max_page: their posts went without what stands
 * beside them. */
uint64_t json_unjoined(const struct json_reader *r);

#endif
