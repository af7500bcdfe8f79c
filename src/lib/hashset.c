/* hashset.c - hashes in a table, by multiplication with a seed. */
#include "config.h"

#include <stdlib.h>

#include "hashset.h"
#include "xalloc.h"

#define FIRST_BITS 2 /* most sets of a tally hold one or two hashes */

static size_t
count_slots(const struct hashset *s)
{
	return s->slots != NULL ? (size_t)1 << s->bits : 0;
}

/* Where a hash is, or belongs: by the upper bits of a product, which hang on
 * all bits of the hash. */
static uint64_t *
find_slot(const struct hashset *s, uint64_t hash, uint64_t seed)
{
	size_t mask = ((size_t)1 << s->bits) - 1;
	size_t i = (size_t)(hash * seed >> (64 - s->bits));

	while (s->slots[i] != 0 && s->slots[i] != hash)
		i = (i + 1) & mask;
	return &s->slots[i];
}

static void
grow(struct hashset *s, uint64_t seed)
{
	struct hashset new = *s;
	size_t old = count_slots(s), i;

	new.bits = s->slots != NULL ? s->bits + 1 : FIRST_BITS;
	new.slots = xcalloc((size_t)1 << new.bits, sizeof(*new.slots));
	for (i = 0; i < old; i++)
		if (s->slots[i] != 0)
			*find_slot(&new, s->slots[i], seed) = s->slots[i];
	free(s->slots);
	*s = new;
}

void
hashset_add(struct hashset *s, uint64_t hash, uint64_t seed)
{
	uint64_t *slot;

	if (hash == 0) {
		s->n += !s->zero;
		s->zero = true;
		return;
	}
	if (s->n >= count_slots(s) / 4 * 3)
		grow(s, seed);
	slot = find_slot(s, hash, seed);
	s->n += *slot == 0;
	*slot = hash;
}

static int
by_value(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

uint64_t *
hashset_list(const struct hashset *s)
{
	uint64_t *list = xmalloc(s->n * sizeof(*list));
	size_t slots = count_slots(s), n = 0, i;

	if (s->zero)
		list[n++] = 0;
	for (i = 0; i < slots; i++)
		if (s->slots[i] != 0)
			list[n++] = s->slots[i];
	qsort(list, n, sizeof(*list), by_value);
	return list;
}

void
hashset_free(struct hashset *s)
{
	free(s->slots);
	*s = (struct hashset){ 0 };
}
