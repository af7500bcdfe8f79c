/* groups.c - the table of groups, and their keys. */
#include "config.h"

#include <stdlib.h>

#include "groups.h"
#include "hash.h"
#include "xalloc.h"

/* Keys. */

struct text
key_of(const struct group *g)
{
	return (struct text){ g->key, g->len };
}

struct text
key_next(struct text *key)
{
	struct text value;
	uint32_t len;

	memcpy(&len, key->p, sizeof(len));
	value = (struct text){ key->p + sizeof(len), len };
	key->p = value.p + len;
	key->len -= sizeof(len) + len;
	return value;
}

void
key_write(const struct group *g, struct csvout *o)
{
	struct text key = key_of(g);

	while (key.len > 0)
		csvout_text(o, key_next(&key));
}

/* The table. */

void
groups_init(struct groups *t)
{
	*t = (struct groups){ .seed = hash_seed() | 1 };
}

void
groups_free(struct groups *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		hashset_free(&t->v[i]->authors);
		bag_free(&t->v[i]->minutes);
		free(t->v[i]);
	}
	free(t->v);
	free(t->slots);
}

static uint64_t
hash_of(const struct groups *t, const struct text *values, size_t n)
{
	uint64_t hash = t->seed;
	size_t i;

	for (i = 0; i < n; i++)
		hash = hash_bytes(hash, values[i].p, values[i].len);
	return hash;
}

static bool
has_values(const struct group *g, const struct text *values, size_t n)
{
	struct text key = key_of(g);
	size_t i;

	for (i = 0; i < n; i++) {
		struct text value = key_next(&key);

		if (value.len != values[i].len ||
			!hash_same(value.p, values[i].p, value.len))
			return false;
	}
	return true;
}

/* Where the group of these values is, or belongs. */
static struct group **
find_slot(const struct groups *t, uint64_t hash, const struct text *values,
	size_t n)
{
	size_t mask = t->nslots - 1, i;

	for (i = hash & mask; t->slots[i] != NULL; i = (i + 1) & mask) {
		const struct group *g = t->slots[i];

		if (g->hash == hash && has_values(g, values, n))
			break;
	}
	return &t->slots[i];
}

static void
grow(struct groups *t)
{
	size_t i, j, mask;

	free(t->slots);
	t->nslots = t->nslots ? t->nslots * 2 : 64;
	t->slots = xcalloc(t->nslots, sizeof(struct group *));
	mask = t->nslots - 1;
	for (i = 0; i < t->n; i++) {
		j = t->v[i]->hash & mask;
		while (t->slots[j] != NULL)
			j = (j + 1) & mask;
		t->slots[j] = t->v[i];
	}
}

static struct group *
new_group(uint64_t hash, const struct text *values, size_t n)
{
	struct group *g;
	size_t size = 0, i;
	char *p;

	for (i = 0; i < n; i++)
		size += sizeof(uint32_t) + values[i].len;
	g = xcalloc(1, sizeof(*g) + size);
	g->hash = hash;
	g->len = size;
	p = g->key;
	for (i = 0; i < n; i++) {
		uint32_t len = (uint32_t)values[i].len;

		memcpy(p, &len, sizeof(len));
		p += sizeof(len);
		if (len > 0)
			memcpy(p, values[i].p, len);
		p += len;
	}
	return g;
}

struct group *
groups_get(struct groups *t, const struct text *values, size_t n)
{
	uint64_t hash = hash_of(t, values, n);
	struct group **slot;

	if (t->n * 2 >= t->nslots)
		grow(t);
	slot = find_slot(t, hash, values, n);
	if (*slot == NULL) {
		*slot = new_group(hash, values, n);
		t->v = xgrow(t->v, t->n, &t->cap, sizeof(struct group *));
		t->v[t->n++] = *slot;
	}
	return *slot;
}

static int
by_key(const void *a, const void *b)
{
	const struct group *x = *(struct group *const *)a;
	const struct group *y = *(struct group *const *)b;
	struct text kx = key_of(x), ky = key_of(y);
	int c = 0;

	while (c == 0 && kx.len > 0)
		c = text_cmp(key_next(&kx), key_next(&ky));
	return c;
}

void
groups_sort(struct groups *t)
{
	if (t->n > 1)
		qsort(t->v, t->n, sizeof(struct group *), by_key);
}
