/* weighing.c - points and the factors behind them. */
#include "config.h"

#include <stdlib.h>

#include "weighing.h"
#include "xalloc.h"

void
weighing_note(struct weighing *w, enum factor_kind kind, size_t hit, size_t by,
	int64_t milli)
{
	struct factors *f = w->factors;

	if (f == NULL)
		return;
	f->v = xgrow(f->v, f->n, &f->cap, sizeof(*f->v));
	f->v[f->n++] = (struct factor){ .kind = kind,
		.hit = (uint32_t)hit,
		.by = (uint32_t)by,
		.milli = (int32_t)milli };
}

void
weighing_free(struct weighing *w)
{
	free(w->v);
	sentences_free(&w->sentences);
	*w = (struct weighing){ 0 };
}

int64_t
milli_times(int64_t a, int64_t b)
{
	int64_t product = a * b;

	return (product + (product < 0 ? -500 : 500)) / 1000;
}
