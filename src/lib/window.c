/* window.c - deep copies of batches. */
#include "config.h"

#include <stdlib.h>

#include "window.h"
#include "xalloc.h"

static char *
copy_bytes(char **at, const char *p, size_t len)
{
	char *start = *at;

	if (len > 0)
		memcpy(start, p, len);
	*at += len;
	return start;
}

/* Bytes and cells of a batch. */
static size_t
measure(const struct batch *b, size_t *ncells)
{
	size_t bytes = 0, i, k;

	*ncells = 0;
	for (i = 0; i < b->nrows; i++) {
		const struct row *row = &b->rows[i];

		bytes += row->raw.len;
		for (k = 0; row->ends == NULL && k < row->ncells; k++)
			bytes += row->values[k].len;
		*ncells += row->ncells;
	}
	return bytes;
}

/* The cells of a row, into room at cells for as many. */
static void
copy_cells(struct row *to, const struct row *row, struct text *cells, char **at)
{
	size_t k;

	if (row->ends != NULL) { /* an end is no larger than a text */
		memcpy(cells, row->ends, row->ncells * sizeof(*row->ends));
		to->ends = (const uint32_t *)cells;
		return;
	}
	to->values = cells;
	for (k = 0; k < row->ncells; k++) {
		struct text t = row->values[k];

		cells[k] = (struct text){ copy_bytes(at, t.p, t.len), t.len };
	}
}

void
window_add(struct window *w, const struct batch *b)
{
	size_t ncells, bytes = measure(b, &ncells), i;
	struct row *rows = xmalloc(b->nrows * sizeof(*rows) +
		ncells * sizeof(struct text) + bytes);
	struct text *cells = (struct text *)(rows + b->nrows);
	char *at = (char *)(cells + ncells);

	for (i = 0; i < b->nrows; i++) {
		const struct row *row = &b->rows[i];

		rows[i] = *row;
		rows[i].raw.p = copy_bytes(&at, row->raw.p, row->raw.len);
		copy_cells(&rows[i], row, cells, &at);
		cells += row->ncells;
		w->bytes = row->offset + row->raw.len;
	}
	w->records += b->nrows;
	w->batches = xgrow(w->batches, w->n, &w->cap, sizeof(*w->batches));
	w->batches[w->n++] = (struct batch){ rows, b->nrows };
}

bool
window_is_full(const struct window *w)
{
	return w->records >= WINDOW_RECORDS || w->bytes >= WINDOW_BYTES;
}

bool
window_covers(const struct row *row, size_t n)
{
	return n < WINDOW_RECORDS && row->offset < WINDOW_BYTES;
}

void
window_clear(struct window *w)
{
	size_t i;

	for (i = 0; i < w->n; i++)
		free((void *)(uintptr_t)w->batches[i].rows);
	free(w->batches);
	*w = (struct window){ 0 };
}
