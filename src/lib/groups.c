/* groups.c - the table of groups, and their keys. */
#include "config.h"

#include <stdlib.h>

#include "groups.h"
#include "hash.h"
#include "xalloc.h"

/* Keys. */

void
key_add(struct buf *key, struct text value)
{
	uint32_t len = (uint32_t)value.len;

	buf_add(key, &len, sizeof(len));
	buf_addt(key, value);
}

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

/* Where the group of a key is, or belongs. */
static struct group **
find_slot(const struct groups *t, uint64_t hash, struct text key)
{
	size_t mask = t->nslots - 1, i;

	for (i = hash & mask; t->slots[i] != NULL; i = (i + 1) & mask) {
		const struct group *g = t->slots[i];

		if (g->hash == hash && text_eq(key_of(g), key))
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

struct group *
groups_get(struct groups *t, struct text key)
{
	uint64_t hash = hash_bytes(t->seed, key.p, key.len);
	struct group **slot, *g;

	if (t->n * 2 >= t->nslots)
		grow(t);
	slot = find_slot(t, hash, key);
	if (*slot != NULL)
		return *slot;
	g = xcalloc(1, sizeof(*g) + key.len);
	g->hash = hash;
	g->len = key.len;
	if (key.len > 0)
		memcpy(g->key, key.p, key.len);
	t->v = xgrow(t->v, t->n, &t->cap, sizeof(struct group *));
	t->v[t->n++] = g;
	return *slot = g;
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
