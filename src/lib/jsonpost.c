/* jsonpost.c - one post through yajl; lone surrogates mended before it. */
#include "config.h"

#include <stdlib.h>
#include <yajl/yajl_parse.h>

#include "diag.h"
#include "jsonpost.h"
#include "surrogates.h"
#include "xalloc.h"

#define PATH_MAX_LEN 512 /* bytes; what lies deeper is left out */

#define UP_ID "up.id"
#define TYPE "type" /* the member that tells the type of an object */

/* Bytes of a field in the arena. */
struct span {
	size_t path, path_len, value, value_len;
	size_t part;
};

/* A bracket that is open. */
struct level {
	size_t end; /* of the path, in this object */
	bool array;
	bool typed;   /* an object of an array whose objects tell their type */
	size_t part;  /* that values belong to */
	size_t base;  /* where the path of that part begins */
	size_t spans; /* there were before it */
};

struct jsonpost {
	const struct json_shape *shape;
	bool is_side; /* it reads what stands beside the posts of a page */
	yajl_handle yajl;
	struct buf path;
	struct level levels[JSON_DEPTH_MAX + 2];
	unsigned depth;
	bool left_out; /* the present member has too long a name */
	struct buf arena;
	struct span *spans;
	size_t nspans, cap_spans;
	struct json_field *fields;
	size_t cap_fields;
	struct json_part *parts;
	size_t nparts, cap_parts;
	struct buf fixed; /* the post without lone surrogates */
	uint64_t repaired;
};

struct jsonpost *
jsonpost_new(const struct json_shape *shape)
{
	static const struct json_shape plain = { 0 };
	struct jsonpost *s = xcalloc(1, sizeof(*s));

	s->shape = shape ? shape : &plain;
	return s;
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
	free(s->parts);
	free(s);
}

/* The path of a value from where its part begins. */
static struct text
present_path(const struct jsonpost *s)
{
	size_t base = s->levels[s->depth].base;

	if (s->path.len <= base)
		return (struct text){ "", 0 };
	return (struct text){ s->path.p + base, s->path.len - base };
}

/* Keep a value of a part under a path. */
static struct span *
add_span(struct jsonpost *s, size_t part, struct text path)
{
	struct span *made;

	s->spans = xgrow(s->spans, s->nspans, &s->cap_spans, sizeof(*s->spans));
	made = &s->spans[s->nspans++];
	*made = (struct span){ .path = s->arena.len,
		.path_len = path.len,
		.part = part };
	buf_addt(&s->arena, path);
	made->value = s->arena.len;
	return made;
}

/* Keep a value under the present path. */
static int
add_value(struct jsonpost *s, const char *p, size_t n)
{
	struct span *last = s->nspans > 0 ? &s->spans[s->nspans - 1] : NULL;
	const struct level *level = &s->levels[s->depth];
	struct text path = present_path(s);

	if (s->left_out || s->path.len > PATH_MAX_LEN)
		return 1;
	if (level->array && last != NULL && last->part == level->part &&
		text_eq((struct text){ s->arena.p + last->path, last->path_len },
			path)) {
		buf_addc(&s->arena, ',');
		buf_add(&s->arena, p, n);
		last->value_len += n + 1;
		return 1;
	}
	add_span(s, level->part, path)->value_len = n;
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

/* Begin the part that an object of a list is. */
static void
begin_part(struct jsonpost *s, struct level *level, size_t list)
{
	s->parts = xgrow(s->parts, s->nparts, &s->cap_parts, sizeof(*s->parts));
	s->parts[s->nparts] = (struct json_part){ .list = list,
		.around = level->part };
	level->part = s->nparts++;
	level->base = s->path.len + 1; /* behind the dot */
}

/* An object of an array: is it one of those that matter? */
static void
look_at_item(struct jsonpost *s, struct level *level)
{
	const struct json_shape *shape = s->shape;
	struct text path = present_path(s);
	size_t i;

	if (s->is_side) {
		for (i = 0; i < shape->njoins; i++)
			if (text_is(path, shape->joins[i].list)) {
				begin_part(s, level, i);
				return;
			}
		return;
	}
	for (i = 0; i < shape->nnested; i++)
		if (text_is(path, shape->nested[i])) {
			begin_part(s, level, i);
			return;
		}
	for (i = 0; i < shape->ntyped && !level->typed; i++)
		level->typed = text_is(path, shape->typed[i]);
}

static int
open_bracket(struct jsonpost *s, bool array)
{
	const struct level *around = &s->levels[s->depth];
	struct level *level;

	if (s->depth >= JSON_DEPTH_MAX)
		return 0;
	level = &s->levels[s->depth + 1];
	*level = (struct level){ .end = s->path.len,
		.array = array,
		.part = around->part,
		.base = around->base,
		.spans = s->nspans };
	if (!array && around->array && !s->left_out)
		look_at_item(s, level);
	s->depth++;
	return 1;
}

/* Put the type of the object that ends into the paths of its fields. */
static void
type_paths(struct jsonpost *s, const struct level *level)
{
	size_t end = level->end - level->base, i, at;
	struct text type = { NULL, 0 };
	struct span *span;

	for (i = level->spans; i < s->nspans; i++) {
		span = &s->spans[i];
		if (span->part == level->part &&
			span->path_len == end + sizeof(TYPE) &&
			memcmp(s->arena.p + span->path + end, "." TYPE,
				sizeof(TYPE)) == 0)
			type = (struct text){ s->arena.p + span->value,
				span->value_len };
	}
	if (type.len == 0 || type.len > JSON_KEY_MAX)
		return;
	at = (size_t)(type.p - s->arena.p);
	for (i = level->spans; i < s->nspans; i++) {
		size_t made = s->arena.len;

		span = &s->spans[i];
		if (span->part != level->part || span->path_len < end)
			continue;
		buf_reserve(&s->arena, span->path_len + type.len + 1);
		buf_add(&s->arena, s->arena.p + span->path, end);
		buf_addc(&s->arena, '.');
		buf_add(&s->arena, s->arena.p + at, type.len);
		buf_add(&s->arena, s->arena.p + span->path + end,
			span->path_len - end);
		span->path = made;
		span->path_len += type.len + 1;
	}
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
	struct jsonpost *s = ctx;
	const struct level *level = &s->levels[s->depth--];

	if (level->typed)
		type_paths(s, level);
	s->path.len = level->end;
	return 1;
}

static int
on_name(void *ctx, const unsigned char *p, size_t n)
{
	struct jsonpost *s = ctx;

	s->path.len = s->levels[s->depth].end;
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

/* Let yajl loose on one value. */
static bool
parse(struct jsonpost *s, struct text t)
{
	if (s->yajl == NULL) {
		s->yajl = yajl_alloc(&callbacks, NULL, s);
		if (s->yajl == NULL)
			diag_no_memory();
		/* invalid UTF-8 is repaired later, as everywhere */
		(void)yajl_config(s->yajl, yajl_dont_validate_strings, 1);
		(void)yajl_config(s->yajl, yajl_allow_multiple_values, 1);
	}
	if (yajl_parse(s->yajl, (const unsigned char *)t.p, t.len) ==
			yajl_status_ok &&
		s->depth == 0)
		return true;
	yajl_free(s->yajl); /* it does not recover */
	s->yajl = NULL;
	return false;
}

/* Tell the posts inside of others the id of the one around them. */
static void
add_ids(struct jsonpost *s)
{
	size_t n = s->nspans, i;

	for (i = 0; i < s->nparts; i++)
		s->parts[i].first = n; /* where its id is: nowhere yet */
	for (i = n; i-- > 0;) {
		const struct span *span = &s->spans[i];

		if (span->path_len == 2 &&
			memcmp(s->arena.p + span->path, "id", 2) == 0)
			s->parts[span->part].first = i;
	}
	for (i = 1; i < s->nparts; i++) {
		size_t id = s->parts[s->parts[i].around].first, len;

		if (id == n)
			continue;
		len = s->spans[id].value_len;
		add_span(s, i, text_of(UP_ID))->value_len = len;
		buf_reserve(&s->arena, len);
		buf_add(&s->arena, s->arena.p + s->spans[id].value, len);
	}
}

/* Put the fields in order, part by part. */
static void
arrange(struct jsonpost *s)
{
	size_t i, at = 0;

	if (s->nspans > s->cap_fields) {
		s->cap_fields = s->cap_spans;
		s->fields = xreallocarray(
			s->fields, s->cap_fields, sizeof(*s->fields));
	}
	for (i = 0; i < s->nspans; i++)
		s->parts[s->spans[i].part].n++;
	for (i = 0; i < s->nparts; i++) {
		s->parts[i].first = at;
		at += s->parts[i].n;
		s->parts[i].n = 0;
	}
	for (i = 0; i < s->nspans; i++) {
		const struct span *span = &s->spans[i];
		struct json_part *part = &s->parts[span->part];
		struct json_field *f = &s->fields[part->first + part->n++];

		f->path = (struct text){ s->arena.p + span->path,
			span->path_len };
		f->value = (struct text){ s->arena.p + span->value,
			span->value_len };
	}
}

/* Does a part stand for a post that is not there? */
static bool
is_stub(const struct jsonpost *s, const struct json_part *part)
{
	size_t i, k;

	for (i = part->first; i < part->first + part->n; i++)
		for (k = 0; k < s->shape->nstubs; k++)
			if (text_eq(s->fields[i].path,
				    s->shape->stubs[k].path) &&
				text_eq(s->fields[i].value,
					s->shape->stubs[k].value))
				return true;
	return false;
}

static void
drop_stubs(struct jsonpost *s)
{
	size_t i, n = 0;

	for (i = 0; i < s->nparts; i++)
		if (!is_stub(s, &s->parts[i]))
			s->parts[n++] = s->parts[i];
	s->nparts = n;
}

/* Read one value that stands under a path. */
static bool
read_value(struct jsonpost *s, struct text t, struct text path,
	struct json_read *read)
{
	s->depth = 0;
	s->levels[0] = (struct level){ .end = 0 };
	s->left_out = false;
	s->nspans = s->nparts = 0;
	buf_clear(&s->path);
	buf_addt(&s->path, path);
	buf_clear(&s->arena);
	buf_reserve(&s->arena, 1);
	s->parts = xgrow(s->parts, 0, &s->cap_parts, sizeof(*s->parts));
	s->parts[s->nparts++] = (struct json_part){ 0 };
	if (!parse(s, t))
		return false;
	if (s->nparts > 1 && !s->is_side)
		add_ids(s);
	arrange(s);
	if (!s->is_side && s->shape->nstubs > 0)
		drop_stubs(s);
	*read = (struct json_read){ s->fields, s->nspans, s->parts, s->nparts };
	return true;
}

/* Without lone surrogates, which yajl does not take. */
static struct text
mend(struct jsonpost *s, struct text t)
{
	size_t n;

	buf_clear(&s->fixed);
	n = surrogates_mend(&s->fixed, t);
	s->repaired += n;
	return n > 0 ? buf_text(&s->fixed) : t;
}

bool
jsonpost_read(struct jsonpost *s, struct text post, struct json_read *read)
{
	s->is_side = false;
	return read_value(s, mend(s, post), (struct text){ NULL, 0 }, read);
}

bool
jsonpost_read_side(struct jsonpost *s, struct text side, struct text name,
	struct json_read *read)
{
	s->is_side = true;
	return read_value(s, mend(s, side), name, read);
}

uint64_t
jsonpost_repaired(const struct jsonpost *s)
{
	return s->repaired;
}
