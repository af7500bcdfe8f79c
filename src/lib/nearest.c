/* nearest.c - Levenshtein distance with one row; a whole name before a part. */
#include "config.h"

#include <stdint.h>

#include "nearest.h"

struct nearest
nearest_begin(struct text wanted)
{
	return (struct nearest){ .wanted = wanted, .distance = SIZE_MAX };
}

static size_t
min3(size_t a, size_t b, size_t c)
{
	size_t m = a < b ? a : b;

	return m < c ? m : c;
}

/*
 * The distances of a from every beginning of b: row[k] is that from its first
 * k bytes.
 */
static void
distances(struct text a, struct text b, size_t row[NEAREST_MAX + 1])
{
	size_t i, k;

	for (k = 0; k <= b.len; k++)
		row[k] = k;
	for (i = 0; i < a.len; i++) {
		size_t corner = row[0];

		row[0] = i + 1;
		for (k = 0; k < b.len; k++) {
			size_t above = row[k + 1];

			row[k + 1] = min3(above + 1, row[k] + 1,
				corner + (a.p[i] != b.p[k]));
			corner = above;
		}
	}
}

/* Keep a name, or its first k bytes, if it is near and the nearest. */
static void
offer(struct nearest *n, size_t distance, size_t len, size_t key)
{
	if (distance < n->distance && distance * 3 <= len) {
		n->distance = distance;
		n->best = key;
	}
}

void
nearest_try(struct nearest *n, struct text name, size_t key)
{
	size_t row[NEAREST_MAX + 1], k;

	if (name.len > NEAREST_MAX || n->wanted.len > NEAREST_MAX)
		return;
	distances(n->wanted, name, row);
	offer(n, 2 * row[name.len], 2 * name.len, key);
	for (k = 1; k < name.len; k++) /* "entrga" for "entrega_tarde" */
		if (name.p[k] == '_')
			offer(n, 2 * row[k] + 1, 2 * k, key);
}

size_t
nearest_found(const struct nearest *n, size_t none)
{
	return n->distance == SIZE_MAX ? none : n->best;
}
