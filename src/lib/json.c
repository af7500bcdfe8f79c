/*
 * json.c - posts out of blocks of bytes. Where a page has something beside its
 * posts that belongs to them, the page is looked through before they go out.
 */
#include "config.h"

#include <stdlib.h>

#include "joins.h"
#include "json.h"
#include "xalloc.h"

#define BLOCK (64u << 10)
#define RAW_MAX ((size_t)1 << 20)

struct json_reader {
	struct source *src;
	size_t max_record;
	struct buf in;
	uint64_t base; /* offset in the input of the first byte of in */
	bool eof;
	struct jsonscan scan;
	size_t dropped; /* bytes of too long a post that went already */

	/* the sides of a page */
	const struct json_shape *shape;
	struct joins *joins;
	struct jsonscan survey;
	bool surveying;
	bool passed_over; /* the page is too large for that */
	uint64_t unjoined;

	uint64_t number;
	struct jsonpost *parts; /* of the present post */
};

/* May it stand behind a post, as no part of it? */
static bool
is_between(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',';
}

/* Fill in the post that was found; false if it stands for none. */
static bool
finish(struct json_reader *r, struct json_post *post)
{
	const struct jsonscan *s = &r->scan;
	struct text raw = { r->in.p + s->start, s->end - s->start };

	*post = (struct json_post){
		.reason = s->reason,
		.number = r->number + 1,
		.line = s->start_line,
		.offset = r->base + s->start - r->dropped,
		.end_line = s->line,
		.extent = raw.len + r->dropped,
	};
	if (post->reason == REASON_NONE &&
		(r->dropped > 0 || raw.len > r->max_record))
		post->reason = REASON_TOO_LONG;
	r->dropped = 0;
	if (post->reason == REASON_NONE) {
		if (jsonpost_read(r->parts, raw, &post->read)) {
			r->number += post->read.nparts;
			if (r->joins != NULL)
				joins_apply(r->joins, &post->read);
			return post->read.nparts > 0;
		}
		post->reason = REASON_BROKEN;
	}
	while (raw.len > 0 && is_between(raw.p[raw.len - 1]))
		raw.len--;
	if (raw.len > RAW_MAX)
		raw.len = RAW_MAX;
	post->raw = raw;
	r->number++;
	return true;
}

/* The sides of pages. */

/* Begin to look through the page whose first post was found. */
static void
begin_survey(struct json_reader *r)
{
	if (r->joins == NULL)
		return;
	joins_clear(r->joins);
	/* its head is gone, or might be */
	r->passed_over = r->dropped > 0 ||
		r->scan.pos - r->scan.start > r->max_record;
	r->dropped = 0;
	if (r->passed_over)
		return;
	r->survey = jsonscan_sides(r->scan.start);
	r->surveying = true;
}

/* Keep what stands beside the posts, if a join wants it. */
static void
keep_side(struct json_reader *r)
{
	const struct jsonscan *s = &r->survey;
	struct text name = text_of(s->member);
	struct text side = { r->in.p + s->start, s->end - s->start };
	struct json_read read;

	if (joins_want(r->joins, name) &&
		jsonpost_read_side(r->parts, side, name, &read))
		joins_add(r->joins, &read);
}

/* Go on with it; false if more bytes are wanted. */
static bool
survey(struct json_reader *r)
{
	enum jsonscan_found found;
	size_t seen;

	while ((found = jsonscan_next(&r->survey, buf_text(&r->in), r->eof)) ==
		JSONSCAN_SIDE)
		keep_side(r);
	/* no decision may rest on how the bytes happen to come */
	seen = found == JSONSCAN_MORE ? r->in.len : r->survey.pos;
	if (seen - r->scan.start > r->shape->max_page) {
		joins_clear(r->joins);
		r->passed_over = true;
	} else if (found == JSONSCAN_MORE && !r->eof) {
		return false;
	}
	r->surveying = false;
	return true;
}

/* Go on; true if a post is complete. */
static bool
scan(struct json_reader *r, struct json_post *post)
{
	for (;;) {
		if (r->surveying && !survey(r))
			return false;
		switch (jsonscan_next(&r->scan, buf_text(&r->in), r->eof)) {
		case JSONSCAN_MORE:
			return false;
		case JSONSCAN_POST:
			if (finish(r, post))
				return true;
			break;
		case JSONSCAN_PAGE:
			begin_survey(r);
			break;
		case JSONSCAN_DONE:
			if (r->joins != NULL)
				joins_clear(r->joins);
			r->dropped = 0;
			r->passed_over = false;
			break;
		case JSONSCAN_SIDE:
			if (r->passed_over &&
				joins_want(r->joins, text_of(r->scan.member))) {
				r->unjoined++;
				r->passed_over = false;
			}
			break;
		}
	}
}

/* Of too long a post keep the beginning, for the reject. */
static void
drop(struct json_reader *r)
{
	struct jsonscan *s = &r->scan;
	size_t from = s->start + r->max_record + 1;
	size_t cut = s->pos - 1 - from;

	memmove(r->in.p + from, r->in.p + s->pos - 1, r->in.len - (s->pos - 1));
	r->in.len -= cut;
	s->pos -= cut;
	if (s->name > from)
		s->name = s->name > from + cut ? s->name - cut : from;
	r->dropped += cut;
	r->base += cut;
}

/* Bytes that are needed no more make room for others. */
static void
forget(struct json_reader *r)
{
	struct jsonscan *s = &r->scan;
	size_t n = r->surveying ? s->start : jsonscan_needs(s, r->in.p);

	if (!r->surveying && jsonscan_keeps(s) &&
		s->pos - s->start > r->max_record + BLOCK) {
		drop(r);
		return;
	}
	if (n == 0)
		return;
	memmove(r->in.p, r->in.p + n, r->in.len - n);
	r->in.len -= n;
	r->base += n;
	jsonscan_forget(s, n);
	if (r->surveying)
		jsonscan_forget(&r->survey, n);
}

static enum rc
read_more(struct json_reader *r, struct err *err)
{
	size_t n = 0;
	enum rc rc;

	forget(r);
	buf_reserve(&r->in, BLOCK);
	rc = source_read(r->src, r->in.p + r->in.len, BLOCK, &n, err);
	r->in.len += n;
	r->eof = rc == CLAMOR_END;
	return rc;
}

enum rc
json_next(struct json_reader *r, bool more, struct json_post *post,
	struct err *err)
{
	for (;;) {
		enum rc rc;

		if (scan(r, post))
			return CLAMOR_OK;
		if (!r->eof && !more)
			return CLAMOR_END;
		if (!r->eof) {
			rc = read_more(r, err);
			if (rc == CLAMOR_EIO)
				return rc;
			continue;
		}
		if (!jsonscan_finish(&r->scan, buf_text(&r->in)))
			return CLAMOR_END;
		return finish(r, post) ? CLAMOR_OK : CLAMOR_END;
	}
}

uint64_t
json_repaired(const struct json_reader *r)
{
	return jsonpost_repaired(r->parts);
}

uint64_t
json_unjoined(const struct json_reader *r)
{
	return r->unjoined;
}

struct json_reader *
json_reader_new(
	struct source *src, size_t max_record, const struct json_shape *shape)
{
	struct json_reader *r = xcalloc(1, sizeof(*r));

	r->src = src;
	r->shape = shape;
	r->parts = jsonpost_new(shape);
	if (shape != NULL && shape->njoins > 0)
		r->joins = joins_new(shape);
	r->max_record = max_record ? max_record : RECORD_MAX_DEFAULT;
	r->scan.line = 1;
	return r;
}

void
json_reader_free(struct json_reader *r)
{
	if (r == NULL)
		return;
	jsonpost_free(r->parts);
	joins_free(r->joins);
	buf_free(&r->in);
	free(r);
}
