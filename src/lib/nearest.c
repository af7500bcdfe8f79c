/* nearest.c - Levenshtein distance with one row. */
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

static size_t
distance(struct text a, struct text b)
{
	size_t row[NEAREST_MAX + 1], i, k;

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
	return row[b.len];
}

void
nearest_try(struct nearest *n, struct text name, size_t key)
{
	size_t d;

	if (name.len > NEAREST_MAX || n->wanted.len > NEAREST_MAX)
		return;
	d = distance(n->wanted, name);
	if (d < n->distance && d * 3 <= name.len) {
		n->distance = d;
		n->best = key;
	}
}

size_t
nearest_found(const struct nearest *n, size_t none)
{
	return n->distance == SIZE_MAX ? none : n->best;
}
