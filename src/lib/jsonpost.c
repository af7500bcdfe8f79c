/* jsonpost.c - one post through yajl; lone surrogates mended before it. */
#include "config.h"

#include <stdlib.h>
#include <yajl/yajl_parse.h>

#include "diag.h"
#include "jsonpost.h"
#include "xalloc.h"

#define PATH_MAX_LEN 512 /* bytes; what lies deeper is left out */

/* Bytes of a field in the arena. */
struct span {
	size_t path, path_len, value, value_len;
};

struct jsonpost {
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
	struct buf fixed; /* the post without lone surrogates */
	uint64_t repaired;
};

struct jsonpost *
jsonpost_new(void)
{
	return xcalloc(1, sizeof(struct jsonpost));
}

void
jsonpost_free(struct jsonpost *s)
{
	if (s == NULL)
		return;
	if (s->yajl != NULL)
		yajl_free(s->yajl);
	buf_free(&s->path);
	buf_free(&s->arena);
	buf_free(&s->fixed);
	free(s->spans);
	free(s->fields);
	free(s);
}

/* Keep a value under the present path. */
static int
add_value(struct jsonpost *s, const char *p, size_t n)
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
open_bracket(struct jsonpost *s, bool array)
{
	if (s->depth > JSON_DEPTH_MAX)
		return 0;
	s->depth++;
	s->ends[s->depth] = s->path.len;
	s->array[s->depth] = array;
	return 1;
}

static int
close_bracket(struct jsonpost *s)
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
	struct jsonpost *s = ctx;

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
parse(struct jsonpost *s, struct text t)
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
fix_surrogates(struct jsonpost *s, struct text t)
{
	const char *p = t.p, *end = t.p + t.len, *from = p;

	buf_clear(&s->fixed);
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
				buf_add(&s->fixed, from, (size_t)(p - from));
				buf_adds(&s->fixed, "\\ufffd");
				s->repaired++;
				from = p + 6;
			}
			p += 6;
		}
	}
	if (from == t.p)
		return t;
	buf_add(&s->fixed, from, (size_t)(end - from));
	return buf_text(&s->fixed);
}

bool
jsonpost_read(struct jsonpost *s, struct text post,
	const struct json_field **fields, size_t *n)
{
	if (!parse(s, fix_surrogates(s, post)))
		return false;
	*fields = s->fields;
	*n = s->nspans;
	return true;
}

uint64_t
jsonpost_repaired(const struct jsonpost *s)
{
	return s->repaired;
}
