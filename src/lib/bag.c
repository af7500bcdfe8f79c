/* bag.c - numbers and how often, in an array that is sorted when it fills. */
#include "config.h"

#include <stdlib.h>

#include "bag.h"
#include "xalloc.h"

#define FIRST_CAP 4 /* most bags of a tally hold one or two numbers */

void
bag_add(struct bag *b, uint64_t value, uint64_t count)
{
	if (b->n > 0 && b->items[b->n - 1].value == value) {
		b->items[b->n - 1].count += count;
		return;
	}
	if (b->n == b->cap) {
		bag_settle(b);
		/* sorting pays only if it leaves half of the room free */
		if (b->n > b->cap / 2 || b->cap == 0) {
			b->cap = b->cap ? b->cap * 2 : FIRST_CAP;
			b->items = xreallocarray(
				b->items, b->cap, sizeof(*b->items));
		}
	}
	b->items[b->n++] = (struct bag_item){ value, count };
}

void
bag_pour(struct bag *to, const struct bag *from)
{
	size_t i;

	for (i = 0; i < from->n; i++)
		bag_add(to, from->items[i].value, from->items[i].count);
}

static int
by_value(const void *a, const void *b)
{
	const struct bag_item *x = a, *y = b;

	return (x->value > y->value) - (x->value < y->value);
}

void
bag_settle(struct bag *b)
{
	size_t i, n = 0;

	if (b->n < 2)
		return;
	qsort(b->items, b->n, sizeof(*b->items), by_value);
	for (i = 1; i < b->n; i++) {
		if (b->items[i].value == b->items[n].value)
			b->items[n].count += b->items[i].count;
		else
			b->items[++n] = b->items[i];
	}
	b->n = n + 1;
}

uint64_t
bag_percentile(const struct bag *b, unsigned percent)
{
	uint64_t total = 0, rank, seen = 0;
	size_t i;

	for (i = 0; i < b->n; i++)
		total += b->items[i].count;
	/* ceil(total * percent / 100) that does not overflow */
	rank = total / 100 * percent + (total % 100 * percent + 99) / 100;
	for (i = 0; i + 1 < b->n; i++) {
		seen += b->items[i].count;
		if (seen >= rank)
			break;
	}
	return b->items[i].value;
}

void
bag_free(struct bag *b)
{
	free(b->items);
	*b = (struct bag){ 0 };
}
