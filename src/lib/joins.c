/* joins.c - what stands beside posts, kept by id. */
#include "config.h"

#include <stdlib.h>

#include "hash.h"
#include "joins.h"
#include "xalloc.h"

/* A kept field; its bytes are in the arena. */
struct kept {
	size_t path, path_len, value, value_len;
};

/* A kept object. */
struct object {
	size_t join;
	size_t id, id_len;
	size_t first, n; /* of its fields */
};

struct joins {
	const struct json_shape *shape;
	uint64_t seed;
	struct buf arena;
	struct kept *fields;
	size_t nfields, cap_fields;
	struct object *objects;
	size_t nobjects, cap_objects;
	size_t *slots; /* object + 1, by the hash of join and id */
	size_t nslots; /* a power of two, at least twice nobjects */

	/* the post that was made last */
	struct json_field *made;
	size_t nmade, cap_made;
	struct json_part *parts;
	size_t cap_parts;
};

struct joins *
joins_new(const struct json_shape *shape)
{
	struct joins *j = xcalloc(1, sizeof(*j));

	j->shape = shape;
	j->seed = hash_seed();
	return j;
}

void
joins_free(struct joins *j)
{
	if (j == NULL)
		return;
	buf_free(&j->arena);
	free(j->fields);
	free(j->objects);
	free(j->slots);
	free(j->made);
	free(j->parts);
	free(j);
}

bool
joins_want(const struct joins *j, struct text name)
{
	size_t i;

	for (i = 0; i < j->shape->njoins; i++) {
		const char *list = j->shape->joins[i].list;

		if (name.len > 0 && strncmp(list, name.p, name.len) == 0 &&
			(list[name.len] == '.' || list[name.len] == '\0'))
			return true;
	}
	return false;
}

void
joins_clear(struct joins *j)
{
	buf_clear(&j->arena);
	j->nfields = j->nobjects = 0;
	if (j->nslots > 0)
		memset(j->slots, 0, j->nslots * sizeof(*j->slots));
}

/* The slot of an object: its own, or the free one where it belongs. */
static size_t *
find_slot(const struct joins *j, size_t join, struct text id)
{
	size_t mask = j->nslots - 1;
	size_t i = (size_t)hash_bytes(j->seed + join, id.p, id.len) & mask;

	for (; j->slots[i] != 0; i = (i + 1) & mask) {
		const struct object *o = &j->objects[j->slots[i] - 1];

		if (o->join == join &&
			text_eq((struct text){ j->arena.p + o->id, o->id_len },
				id))
			break;
	}
	return &j->slots[i];
}

static void
enter(struct joins *j, size_t object)
{
	const struct object *o = &j->objects[object];
	size_t *slot = find_slot(j, o->join,
		(struct text){ j->arena.p + o->id, o->id_len });

	if (*slot == 0) /* the first of an id counts */
		*slot = object + 1;
}

static void
make_room(struct joins *j)
{
	size_t i;

	if ((j->nobjects + 1) * 2 <= j->nslots)
		return;
	j->nslots = j->nslots ? j->nslots * 2 : 256;
	free(j->slots);
	j->slots = xcalloc(j->nslots, sizeof(*j->slots));
	for (i = 0; i < j->nobjects; i++)
		enter(j, i);
}

static size_t
keep(struct joins *j, struct text t)
{
	size_t at = j->arena.len;

	buf_addt(&j->arena, t);
	return at;
}

static void
keep_field(struct joins *j, const char *list, const struct json_field *f)
{
	struct kept *k;

	j->fields =
		xgrow(j->fields, j->nfields, &j->cap_fields, sizeof(*k));
	k = &j->fields[j->nfields++];
	k->path = keep(j, text_of(list));
	buf_addc(&j->arena, '.');
	(void)keep(j, f->path);
	k->path_len = j->arena.len - k->path;
	k->value = keep(j, f->value);
	k->value_len = f->value.len;
}

/* Keep one object, if it has an id. */
static void
add_object(struct joins *j, const struct json_read *side,
	const struct json_part *part)
{
	const struct json_join *join = &j->shape->joins[part->list];
	struct object o = { .join = part->list,
		.first = j->nfields,
		.n = part->n };
	const struct json_field *f = side->fields + part->first;
	size_t i;

	for (i = 0; i < part->n; i++)
		if (text_is(f[i].path, join->id))
			break;
	if (i == part->n)
		return;
	o.id = keep(j, f[i].value);
	o.id_len = f[i].value.len;
	for (i = 0; i < part->n; i++)
		keep_field(j, join->list, &f[i]);
	make_room(j);
	j->objects = xgrow(
		j->objects, j->nobjects, &j->cap_objects, sizeof(*j->objects));
	j->objects[j->nobjects] = o;
	enter(j, j->nobjects++);
}

void
joins_add(struct joins *j, const struct json_read *side)
{
	size_t i;

	for (i = 1; i < side->nparts; i++) /* the first is what is around */
		add_object(j, side, &side->parts[i]);
}

static void
make_field(struct joins *j, struct json_field f)
{
	j->made = xgrow(j->made, j->nmade, &j->cap_made, sizeof(*j->made));
	j->made[j->nmade++] = f;
}

/* Add the fields of an object that a post names by this id. */
static void
add_joined(struct joins *j, size_t join, struct text id)
{
	size_t slot = *find_slot(j, join, id), i;
	const struct object *o;

	if (slot == 0)
		return;
	o = &j->objects[slot - 1];
	for (i = 0; i < o->n; i++) {
		const struct kept *k = &j->fields[o->first + i];

		make_field(j, (struct json_field){
			.path = { j->arena.p + k->path, k->path_len },
			.value = { j->arena.p + k->value, k->value_len } });
	}
}

/* The value of a path in a post, or no text. */
static struct text
value_of(const struct json_read *read, const char *path)
{
	size_t i;

	for (i = 0; i < read->parts[0].n; i++)
		if (text_is(read->fields[i].path, path))
			return read->fields[i].value;
	return (struct text){ NULL, 0 };
}

void
joins_apply(struct joins *j, struct json_read *read)
{
	size_t own, more, i;

	if (j->nobjects == 0 || read->nparts == 0 || read->parts[0].first > 0)
		return;
	own = read->parts[0].n;
	j->nmade = 0;
	for (i = 0; i < own; i++)
		make_field(j, read->fields[i]);
	for (i = 0; i < j->shape->njoins; i++) {
		struct text id = value_of(read, j->shape->joins[i].key);

		if (id.len > 0)
			add_joined(j, i, id);
	}
	more = j->nmade - own;
	if (more == 0)
		return;
	for (i = own; i < read->n; i++)
		make_field(j, read->fields[i]);
	if (read->nparts > j->cap_parts) {
		j->cap_parts = read->nparts;
		j->parts = xreallocarray(
			j->parts, j->cap_parts, sizeof(*j->parts));
	}
	memcpy(j->parts, read->parts, read->nparts * sizeof(*j->parts));
	j->parts[0].n += more;
	for (i = 1; i < read->nparts; i++)
		j->parts[i].first += more;
	*read = (struct json_read){ j->made, j->nmade, j->parts, read->nparts };
}
