/* way.c - shifts, looked up by halves. */
#include "config.h"

#include <stdlib.h>

#include "way.h"

/* How many shifts there are up to a character. */
static size_t
shifts_upto(const struct way *way, uint32_t at)
{
	size_t low = 0, high = way->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (way->v[mid].folded <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

uint32_t
way_origin(const struct way *way, uint32_t at)
{
	size_t n = shifts_upto(way, at);

	return n == 0 ? at : way->v[n - 1].original + at - way->v[n - 1].folded;
}

bool
way_shifts_at(const struct way *way, uint32_t at)
{
	size_t n = shifts_upto(way, at);

	return n > 0 && way->v[n - 1].folded == at;
}

void
way_free(struct way *way)
{
	free(way->v);
	*way = (struct way){ 0 };
}
