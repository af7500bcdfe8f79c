/* worst.c - keep the worst errors. */
#include "config.h"

#include <stdlib.h>

#include "worst.h"
#include "xalloc.h"

#define SCORE_MAX 63 /* bytes of a number that is read */

struct worst {
	struct worst_error *errors;
	size_t n, cap, keep;
	uint64_t seen;
};

struct worst *
worst_new(size_t keep)
{
	struct worst *w = xcalloc(1, sizeof(*w));

	w->keep = keep;
	return w;
}

static void
error_free(struct worst_error *e)
{
	size_t i;

	for (i = 0; i < WORST_CELLS; i++)
		free((char *)e->cells[i].p);
}

void
worst_free(struct worst *w)
{
	size_t i;

	if (w == NULL)
		return;
	for (i = 0; i < w->n; i++)
		error_free(&w->errors[i]);
	free(w->errors);
	free(w);
}

static double
size_of(struct text score)
{
	char digits[SCORE_MAX + 1], *end;
	double v;

	if (score.len == 0 || score.len > SCORE_MAX)
		return 0;
	memcpy(digits, score.p, score.len);
	digits[score.len] = '\0';
	v = strtod(digits, &end);
	if (*end != '\0' || v != v)
		return 0;
	return v < 0 ? -v : v;
}

static int
worst_first(const void *a, const void *b)
{
	const struct worst_error *x = a, *y = b;

	if (x->size != y->size)
		return x->size < y->size ? 1 : -1;
	return (x->nth > y->nth) - (x->nth < y->nth);
}

size_t
worst_settle(struct worst *w)
{
	if (w->n > 0)
		qsort(w->errors, w->n, sizeof(*w->errors), worst_first);
	while (w->n > w->keep)
		error_free(&w->errors[--w->n]);
	return w->n;
}

/* Sorted out whenever there are twice as many as are kept. */
void
worst_add(struct worst *w, const struct text *cells, struct text score)
{
	struct worst_error *e;
	size_t i;

	if (w->n / 2 >= w->keep)
		(void)worst_settle(w);
	w->errors = xgrow(w->errors, w->n, &w->cap, sizeof(*w->errors));
	e = &w->errors[w->n++];
	*e = (struct worst_error){ ++w->seen, size_of(score), { { 0 } } };
	for (i = 0; i < WORST_CELLS; i++)
		e->cells[i] = (struct text){ xmemdup0(cells[i].p, cells[i].len),
			cells[i].len };
}

const struct worst_error *
worst_get(const struct worst *w, size_t i)
{
	return &w->errors[i];
}
