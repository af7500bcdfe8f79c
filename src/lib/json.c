/*
 * json.c - JSON in two passes: the scanner finds where each post begins and
 * ends, so that a broken one costs no other; yajl then judges the post and
 * takes it apart.
 */
#include "config.h"

#include <stdlib.h>
#include <yajl/yajl_parse.h>

#include "diag.h"
#include "json.h"
#include "xalloc.h"

#define BLOCK (64u << 10)
#define RAW_MAX ((size_t)1 << 20)
#define PATH_MAX_LEN 512 /* bytes; what lies deeper is left out */

/* Bytes of a field in the arena. */
struct span {
	size_t path, path_len, value, value_len;
};

/* One post taken apart by yajl. */
struct parts {
	yajl_handle yajl;
	struct buf path;
	size_t ends[JSON_DEPTH_MAX + 2]; /* of path, in each object */
	bool array[JSON_DEPTH_MAX + 2];
	unsigned depth;
	bool left_out; /* the present member has too long a name */
	struct buf arena;
	struct span *spans;
	size_t nspans, cap_spans;
	struct json_field *fields;
	size_t cap_fields;
};

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

	uint64_t number, repaired;
	struct buf fixed; /* a post without lone surrogates */
	struct parts parts;
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

/* Taking a post apart. */

/* Keep a value under the present path. */
static int
add_value(struct parts *s, const char *p, size_t n)
{
	struct span *last = s->nspans > 0 ? &s->spans[s->nspans - 1] : NULL;
	struct span *made;

	if (s->left_out || s->path.len > PATH_MAX_LEN)
		return 1;
	if (s->array[s->depth] && last != NULL &&
		last->path_len == s->path.len &&
		memcmp(s->arena.p + last->path, s->path.p, s->path.len) == 0) {
		buf_addc(&s->arena, ',');
		buf_add(&s->arena, p, n);
		last->value_len += n + 1;
		return 1;
	}
	s->spans = xgrow(s->spans, s->nspans, &s->cap_spans, sizeof(*s->spans));
	made = &s->spans[s->nspans++];
	made->path = s->arena.len;
	made->path_len = s->path.len;
	buf_addt(&s->arena, buf_text(&s->path));
	made->value = s->arena.len;
	made->value_len = n;
	buf_add(&s->arena, p, n);
	return 1;
}

static int
on_null(void *ctx)
{
	(void)ctx;
	return 1;
}

static int
on_boolean(void *ctx, int value)
{
	return add_value(ctx, value ? "true" : "false", value ? 4 : 5);
}

static int
on_number(void *ctx, const char *p, size_t n)
{
	return add_value(ctx, p, n);
}

static int
on_string(void *ctx, const unsigned char *p, size_t n)
{
	return add_value(ctx, (const char *)p, n);
}

static int
open_bracket(struct parts *s, bool array)
{
	if (s->depth > JSON_DEPTH_MAX)
		return 0;
	s->depth++;
	s->ends[s->depth] = s->path.len;
	s->array[s->depth] = array;
	return 1;
}

static int
close_bracket(struct parts *s)
{
	s->path.len = s->ends[s->depth--];
	return 1;
}

static int
on_object(void *ctx)
{
	return open_bracket(ctx, false);
}

static int
on_array(void *ctx)
{
	return open_bracket(ctx, true);
}

static int
on_end(void *ctx)
{
	return close_bracket(ctx);
}

static int
on_name(void *ctx, const unsigned char *p, size_t n)
{
	struct parts *s = ctx;

	s->path.len = s->ends[s->depth];
	s->left_out = n > JSON_KEY_MAX;
	if (s->left_out)
		n = 0;
	if (s->path.len > 0)
		buf_addc(&s->path, '.');
	buf_add(&s->path, p, n);
	return 1;
}

static const yajl_callbacks callbacks = {
	.yajl_null = on_null,
	.yajl_boolean = on_boolean,
	.yajl_number = on_number,
	.yajl_string = on_string,
	.yajl_start_map = on_object,
	.yajl_map_key = on_name,
	.yajl_end_map = on_end,
	.yajl_start_array = on_array,
	.yajl_end_array = on_end,
};

/* Parse one object; false if it is none. */
static bool
parse(struct parts *s, struct text t)
{
	size_t i;
	bool ok;

	if (s->yajl == NULL) {
		s->yajl = yajl_alloc(&callbacks, NULL, s);
		if (s->yajl == NULL)
			diag_no_memory();
		/* invalid UTF-8 is repaired later, as everywhere */
		(void)yajl_config(s->yajl, yajl_dont_validate_strings, 1);
		(void)yajl_config(s->yajl, yajl_allow_multiple_values, 1);
	}
	s->depth = 0;
	s->ends[0] = 0;
	s->array[0] = s->left_out = false;
	s->nspans = 0;
	buf_clear(&s->path);
	buf_clear(&s->arena);
	ok = yajl_parse(s->yajl, (const unsigned char *)t.p, t.len) ==
			yajl_status_ok &&
		s->depth == 0;
	if (!ok) { /* it does not recover */
		yajl_free(s->yajl);
		s->yajl = NULL;
		return false;
	}
	if (s->nspans > s->cap_fields) {
		s->cap_fields = s->cap_spans;
		s->fields = xreallocarray(
			s->fields, s->cap_fields, sizeof(*s->fields));
	}
	for (i = 0; i < s->nspans; i++) {
		const struct span *at = &s->spans[i];

		s->fields[i].path =
			(struct text){ s->arena.p + at->path, at->path_len };
		s->fields[i].value =
			(struct text){ s->arena.p + at->value, at->value_len };
	}
	return true;
}

/* Lone surrogates. */

/* The code unit of "\uXXXX" at p; -1 if there is none. */
static int
unit_at(const char *p, const char *end)
{
	int unit = 0, i;

	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return -1;
	for (i = 2; i < 6; i++) {
		char c = p[i] | 0x20;

		if (p[i] >= '0' && p[i] <= '9')
			unit = unit * 16 + p[i] - '0';
		else if (c >= 'a' && c <= 'f')
			unit = unit * 16 + c - 'a' + 10;
		else
			return -1;
	}
	return unit;
}

static bool
is_surrogate(int unit, int first)
{
	return unit >= first && unit < first + 0x400;
}

/* Write U+FFFD for each surrogate that has no partner. */
static struct text
fix_surrogates(struct json_reader *r, struct text t)
{
	const char *p = t.p, *end = t.p + t.len, *from = p;

	buf_clear(&r->fixed);
	while ((p = memchr(p, '\\', (size_t)(end - p))) != NULL) {
		int unit = unit_at(p, end);

		if (unit < 0) {
			p += end - p > 1 ? 2 : 1;
		} else if (is_surrogate(unit, 0xD800) &&
			is_surrogate(unit_at(p + 6, end), 0xDC00)) {
			p += 12;
		} else {
			if (is_surrogate(unit, 0xD800) ||
				is_surrogate(unit, 0xDC00)) {
				buf_add(&r->fixed, from, (size_t)(p - from));
				buf_adds(&r->fixed, "\\ufffd");
				r->repaired++;
				from = p + 6;
			}
			p += 6;
		}
	}
	if (from == t.p)
		return t;
	buf_add(&r->fixed, from, (size_t)(end - from));
	return buf_text(&r->fixed);
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
		struct text t = fix_surrogates(r, raw);

		if (parse(&r->parts, t)) {
			post->fields = r->parts.fields;
			post->n = r->parts.nspans;
			return;
		}
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
	return r->repaired;
}

struct json_reader *
json_reader_new(struct source *src, size_t max_record)
{
	struct json_reader *r = xcalloc(1, sizeof(*r));

	r->src = src;
	r->max_record = max_record ? max_record : RECORD_MAX_DEFAULT;
	r->line = 1;
	return r;
}

void
json_reader_free(struct json_reader *r)
{
	if (r == NULL)
		return;
	if (r->parts.yajl != NULL)
		yajl_free(r->parts.yajl);
	buf_free(&r->parts.path);
	buf_free(&r->parts.arena);
	free(r->parts.spans);
	free(r->parts.fields);
	buf_free(&r->fixed);
	buf_free(&r->in);
	free(r);
}
