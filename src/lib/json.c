/*
 * json.c - the scanner: finds where each post begins and ends, so that a
 * broken one costs no other. Whether it is JSON at all, jsonpost judges.
 */
#include "config.h"

#include <stdlib.h>

#include "json.h"
#include "xalloc.h"

#define BLOCK (64u << 10)
#define RAW_MAX ((size_t)1 << 20)

struct json_reader {
	struct source *src;
	size_t max_record;
	struct buf in;
	size_t pos;    /* scanned up to here */
	uint64_t base; /* offset in the input of the first byte of in */
	uint64_t line; /* at pos */
	bool eof;

	/* the scanner */
	unsigned depth;   /* brackets that are open */
	uint64_t objects; /* a bit for each of the outer ones: is it { ? */
	bool in_post;
	bool silent; /* it is no post: something beside them in a page */
	bool in_string, escaped;
	bool lost;      /* a document broke off: look for another one */
	bool torn;      /* one did: its closing brackets may follow */
	unsigned level; /* depth around the present post */
	size_t start;   /* of it, or of junk, in in */
	uint64_t start_line;
	bool junk;   /* what stands between documents and is nothing */
	char before; /* the last byte that is no blank, no string's */
	size_t name; /* the last string of a page: its start in in */
	size_t name_len;
	bool first;     /* it is the first one of its object */
	bool page;      /* an array has begun that would make it a page */
	size_t dropped; /* bytes of too long a post that went already */

	uint64_t number;
	struct jsonpost *parts; /* of the present post */
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Does a script begin that makes a document a variable? */
static bool
is_assigned(struct text t)
{
	static const char start[] = "window.YTD.";

	return t.len >= sizeof(start) - 1 &&
		memcmp(t.p, start, sizeof(start) - 1) == 0;
}

bool
json_begins(struct text t)
{
	size_t i = 0;

	if (t.len == 0)
		return false;
	if (t.len >= 3 && memcmp(t.p, "\xEF\xBB\xBF", 3) == 0)
		i = 3;
	while (i < t.len && is_blank(t.p[i]))
		i++;
	t = (struct text){ t.p + i, t.len - i };
	if (is_assigned(t))
		return true;
	if (t.len == 0 || (*t.p != '{' && *t.p != '['))
		return false;
	for (i = 1; i < t.len && is_blank(t.p[i]);)
		i++;
	if (i == t.len)
		return true;
	return *t.p == '{' ? t.p[i] == '"' || t.p[i] == '}'
			   : strchr("{[]", t.p[i]) != NULL;
}

/* The scanner. */

static bool
is_object(const struct json_reader *r)
{
	return r->depth > 0 && r->depth <= 64 &&
		(r->objects >> (r->depth - 1) & 1) != 0;
}

/* A post, or something beside posts, begins at pos. */
static void
begin(struct json_reader *r, bool silent)
{
	r->in_post = true;
	r->silent = silent;
	r->junk = r->page = false;
	r->level = r->depth;
	r->start = r->pos;
	r->start_line = r->line;
	r->dropped = r->name_len = 0;
}

/* Fill in the post that ends before byte end. */
static void
finish(struct json_reader *r, size_t end, enum row_reason reason,
	struct json_post *post)
{
	struct text raw = { r->in.p + r->start, end - r->start };

	r->in_post = r->junk = r->in_string = r->escaped = false;
	*post = (struct json_post){
		.reason = reason,
		.number = ++r->number,
		.line = r->start_line,
		.offset = r->base + r->start - r->dropped,
		.end_line = r->line,
		.extent = raw.len + r->dropped,
	};
	if (r->dropped > 0 || raw.len > r->max_record)
		post->reason = REASON_TOO_LONG;
	if (post->reason == REASON_NONE) {
		if (jsonpost_read(r->parts, raw, &post->fields, &post->n))
			return;
		post->reason = REASON_BROKEN;
	}
	while (raw.len > 0 && is_blank(raw.p[raw.len - 1]))
		raw.len--;
	if (raw.len > RAW_MAX)
		raw.len = RAW_MAX;
	post->raw = raw;
}

/* A document breaks off before byte end, in a post or between two. */
static void
break_off(struct json_reader *r, size_t end, enum row_reason reason,
	struct json_post *post)
{
	if (!r->in_post || r->silent) {
		r->start = end;
		r->start_line = r->line;
		r->dropped = 0;
	}
	r->lost = r->torn = true;
	r->depth = 0;
	r->objects = 0;
	r->page = false;
	finish(r, end, reason, post);
}

/* Is this the name of the array that makes an object a page of posts? */
static bool
is_page_name(struct text name)
{
	static const char *const names[] = { "data", "items", "reviews",
		"results", "statuses", "tweets", "posts", "mentions" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (text_is(name, names[i]))
			return true;
	return false;
}

/* Does an array begin that would make the present object a page? */
static bool
may_be_page(const struct json_reader *r, char c)
{
	return r->in_post && !r->silent && r->level == 0 && r->depth == 1 &&
		c == '[' && r->before == ':' &&
		is_page_name((struct text){ r->in.p + r->name, r->name_len });
}

/* At an opening bracket. */
static void
open_at(struct json_reader *r, char c)
{
	bool page = may_be_page(r, c);

	if (r->page && c == '{') { /* the first post of a page */
		r->in_post = false;
		begin(r, false);
	} else if (!r->in_post && (c == '{' || is_object(r))) {
		begin(r, is_object(r));
	}
	r->page = page;
	if (r->depth < 64) {
		uint64_t bit = (uint64_t)1 << r->depth;

		r->objects = c == '{' ? r->objects | bit : r->objects & ~bit;
	}
	r->depth++;
}

/* At a closing bracket: true if a post ends with it. */
static bool
close_at(struct json_reader *r)
{
	if (r->page && r->first) /* a page without posts is no post */
		r->silent = true;
	r->page = false;
	r->depth--;
	if (!r->in_post || r->depth > r->level)
		return false;
	r->in_post = !r->silent;
	return r->in_post;
}

/* Does a line begin at pos? */
static bool
at_line_start(const struct json_reader *r)
{
	return r->pos == 0 ? r->base == 0 : r->in.p[r->pos - 1] == '\n';
}

/* What stands between documents; true if a rejected post ends here. */
static bool
between(struct json_reader *r, char c, struct json_post *post)
{
	if (c == '\n' && r->junk) {
		finish(r, r->pos, REASON_BROKEN, post);
		return true;
	}
	if (r->junk || r->lost || strchr(" \t\r\n,;\xEF\xBB\xBF", c) != NULL ||
		(r->torn && (c == '}' || c == ']')))
		return false;
	r->junk = true;
	r->start = r->pos;
	r->start_line = r->line;
	r->dropped = 0;
	return false;
}

/* Is the bracket at pos between documents the beginning of one? */
static bool
begins_document(const struct json_reader *r)
{
	if (r->junk)
		return is_assigned(
			(struct text){ r->in.p + r->start, r->pos - r->start });
	return !r->lost || at_line_start(r);
}

/* Step over a string; false if the bytes end before it does. */
static bool
skip_string(struct json_reader *r)
{
	const char *p = r->in.p + r->pos, *end = r->in.p + r->in.len;

	for (; p < end; p++) {
		bool escaped = r->escaped;

		r->escaped = !escaped && *p == '\\';
		if (*p == '\n' || (*p == '"' && !escaped))
			break;
	}
	r->pos = (size_t)(p - r->in.p);
	return p < end;
}

/* At a byte outside of strings; true if a post, good or bad, is complete. */
static bool
step(struct json_reader *r, char c, struct json_post *post)
{
	bool opens = c == '{' || c == '[';

	/* a bracket that starts a line inside a value: the end is missing */
	if (opens && r->in_post && strchr(":,[", r->before) == NULL &&
		at_line_start(r)) {
		break_off(r, r->pos, REASON_BROKEN, post);
		return true;
	}
	if (r->depth == 0 && (!opens || !begins_document(r)))
		return between(r, c, post);
	if (opens) {
		r->lost = r->junk = false;
		open_at(r, c);
		return false;
	}
	if (c == '}' || c == ']') {
		bool fits = r->depth > 64 || is_object(r) == (c == '}');

		if (fits && !close_at(r))
			return false;
		r->pos++;
		r->before = c;
		if (fits)
			finish(r, r->pos, REASON_NONE, post);
		else
			break_off(r, r->pos, REASON_BROKEN, post);
		return true;
	}
	if (c == '"') {
		r->in_string = true;
		r->name = r->pos + 1;
		r->first = r->before == '{';
	}
	r->page = r->page && is_blank(c);
	return false;
}

/* Go on from pos; true if a post is complete. */
static bool
scan(struct json_reader *r, struct json_post *post)
{
	while (r->pos < r->in.len) {
		char c = r->in.p[r->pos];

		if (r->in_string) {
			if (!skip_string(r))
				return false;
			r->in_string = false;
			r->name_len = r->pos - r->name;
			if (r->in.p[r->pos] == '\n') { /* does not close */
				break_off(r, r->pos, REASON_BROKEN, post);
				return true;
			}
			r->before = '"';
			r->pos++;
			continue;
		}
		if (step(r, c, post))
			return true;
		r->line += c == '\n';
		if (!is_blank(c) && !r->in_string)
			r->before = c;
		r->pos++;
	}
	return false;
}

/* Bytes that are needed no more make room for others. */
static void
forget(struct json_reader *r)
{
	bool keeps = (r->in_post && !r->silent) || r->junk;
	size_t n = keeps ? r->start : r->pos;

	/* a line start is known by the byte before it */
	if (n > 0 && n == r->pos)
		n--;
	if (keeps && r->pos - r->start > r->max_record + BLOCK) {
		/* keep the beginning, for the reject; drop what follows */
		size_t from = r->start + r->max_record + 1;
		size_t cut = r->pos - 1 - from;

		memmove(r->in.p + from, r->in.p + r->pos - 1,
			r->in.len - (r->pos - 1));
		r->in.len -= cut;
		r->pos -= cut;
		r->dropped += cut;
		r->base += cut;
		return;
	}
	if (n == 0)
		return;
	memmove(r->in.p, r->in.p + n, r->in.len - n);
	r->in.len -= n;
	r->pos -= n;
	r->base += n;
	r->start -= keeps ? n : 0;
	r->name -= r->name < n ? r->name : n;
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
		if (r->depth == 0 && !r->junk)
			return CLAMOR_END;
		if (r->depth > 0)
			break_off(r, r->in.len, REASON_CUT, post);
		else
			finish(r, r->in.len, REASON_BROKEN, post);
		return CLAMOR_OK;
	}
}

uint64_t
json_repaired(const struct json_reader *r)
{
	return jsonpost_repaired(r->parts);
}

struct json_reader *
json_reader_new(struct source *src, size_t max_record)
{
	struct json_reader *r = xcalloc(1, sizeof(*r));

	r->src = src;
	r->parts = jsonpost_new();
	r->max_record = max_record ? max_record : RECORD_MAX_DEFAULT;
	r->line = 1;
	return r;
}

void
json_reader_free(struct json_reader *r)
{
	if (r == NULL)
		return;
	jsonpost_free(r->parts);
	buf_free(&r->in);
	free(r);
}
