/* way.c - shifts, looked up by halves. */
#include "config.h"

#include <stdlib.h>

#include "way.h"

/* How many shifts there are up to a character: as many steps for each of a
 * post's, so that no processor guesses wrong. */
static inline size_t
shifts_upto(const struct way *way, uint32_t at)
{
	size_t low = 0, left = way->n, half;

	while (left > 0) {
		half = (left + 1) / 2;
		low += way->v[low + half - 1].folded <= at ? half : 0;
		left -= half;
	}
	return low;
}

/* Where a character behind n shifts came from. */
static inline uint32_t
origin_behind(const struct way *way, size_t n, uint32_t at)
{
	return n == 0 ? at : way->v[n - 1].original + at - way->v[n - 1].folded;
}

uint32_t
way_origin(const struct way *way, uint32_t at)
{
	return origin_behind(way, shifts_upto(way, at), at);
}

bool
way_origins(const struct way *way, uint32_t s, uint32_t e, uint32_t *from,
	uint32_t *to)
{
	size_t n = shifts_upto(way, s);

	*from = origin_behind(way, n, s);
	while (n < way->n && way->v[n].folded <= e)
		n++; /* few: e is near */
	*to = origin_behind(way, n, e);
	return n > 0 && way->v[n - 1].folded == e;
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
