/* header.c - the names of the columns. */
#include "config.h"

#include <stdlib.h>

#include "header.h"
#include "xalloc.h"

void
header_init(struct header *h, const struct row *row)
{
	struct buf scratch = { 0 };
	size_t i;

	h->n = row->ncells;
	h->sparse = false;
	h->names = xreallocarray(NULL, h->n, sizeof(*h->names));
	for (i = 0; i < h->n; i++) {
		struct text t = row_text(row, i, &scratch);

		h->names[i] = xmemdup0(t.p, t.len);
	}
	buf_free(&scratch);
}

void
header_free(struct header *h)
{
	size_t i;

	for (i = 0; i < h->n; i++)
		free(h->names[i]);
	free(h->names);
	*h = (struct header){ 0 };
}

size_t
header_find(const struct header *h, const char *name)
{
	size_t found = COLUMN_NONE, i;

	for (i = 0; i < h->n; i++) {
		if (strcmp(h->names[i], name) != 0)
			continue;
		if (found != COLUMN_NONE)
			return COLUMN_TWICE;
		found = i;
	}
	return found;
}
