/* paths.c - posts of JSON as records. */
#include "config.h"

#include <stdlib.h>

#include "hash.h"
#include "paths.h"
#include "window.h"
#include "xalloc.h"

#define CELLS_MAX ((size_t)1 << 17) /* in a batch, about */
#define SLOTS (2u * PATHS_MAX)      /* a power of two */

struct paths {
	struct json_reader *reader;
	struct header *header;
	size_t cap_names;
	size_t *lengths; /* of the names */
	size_t cap_lengths;
	uint64_t seed;
	uint16_t *slots; /* column + 1, by the hash of its name */

	struct json_post post;
	uint16_t *columns;            /* of its fields: column + 1, 0: none */
	size_t ncolumns, cap_columns; /* also of the post before */
	bool waiting; /* a post is read that begins the next batch */
	size_t part;  /* of it, the next one to be added */

	/* the batch */
	struct row *rows;
	size_t nrows, cap_rows;
	struct text *values; /* p counts from the start of bytes, until done */
	size_t nvalues, cap_values;
	struct buf bytes;
};

struct paths *
paths_new(struct json_reader *reader, struct header *header)
{
	struct paths *p = xcalloc(1, sizeof(*p));

	p->reader = reader;
	p->header = header;
	p->seed = hash_seed();
	p->slots = xcalloc(SLOTS, sizeof(*p->slots));
	header->sparse = true;
	return p;
}

void
paths_free(struct paths *p)
{
	if (p == NULL)
		return;
	free(p->lengths);
	free(p->slots);
	free(p->columns);
	free(p->rows);
	free(p->values);
	buf_free(&p->bytes);
	free(p);
}

/* Is a column called like a path? */
static bool
is_column(const struct paths *p, size_t column, struct text path)
{
	return p->lengths[column] == path.len &&
		hash_same(p->header->names[column], path.p, path.len);
}

/* The slot of a path: its own, or the free one where it belongs. */
static uint16_t *
find_slot(const struct paths *p, struct text path)
{
	size_t i = (size_t)hash_bytes(p->seed, path.p, path.len) % SLOTS;

	while (p->slots[i] != 0 && !is_column(p, p->slots[i] - 1u, path))
		i = (i + 1) % SLOTS;
	return &p->slots[i];
}

/* A name is shown and compared as a C string. */
static bool
is_name(struct text path)
{
	return path.len > 0 && memchr(path.p, '\0', path.len) == NULL;
}

/* A column for a path that is new. */
static uint16_t
add_column(struct paths *p, struct text path)
{
	struct header *h = p->header;

	h->names = xgrow(h->names, h->n, &p->cap_names, sizeof(*h->names));
	p->lengths =
		xgrow(p->lengths, h->n, &p->cap_lengths, sizeof(*p->lengths));
	p->lengths[h->n] = path.len;
	h->names[h->n++] = xmemdup0(path.p, path.len);
	return (uint16_t)h->n;
}

/* The column of a path + 1, made if it is new; 0: it has none. */
static uint16_t
column_of(struct paths *p, struct text path)
{
	uint16_t *slot;

	if (!is_name(path))
		return 0;
	slot = find_slot(p, path);
	if (*slot == 0 && p->header->n < PATHS_MAX)
		*slot = add_column(p, path);
	return *slot;
}

/* Find the columns of the post's fields, which are mostly those of the post
 * before, and add those that are new; false if there are none. */
static bool
learn(struct paths *p)
{
	size_t before = p->header->n, n = p->post.read.n, i;

	p->columns = xgrow_by(
		p->columns, 0, n, &p->cap_columns, sizeof(*p->columns));
	for (i = 0; i < n; i++) {
		struct text path = p->post.read.fields[i].path;
		uint16_t guess = i < p->ncolumns ? p->columns[i] : 0;

		if (guess == 0 || !is_column(p, guess - 1u, path))
			p->columns[i] = column_of(p, path);
	}
	p->ncolumns = n;
	return p->header->n > before;
}

static const char *
keep_bytes(struct paths *p, struct text t)
{
	size_t at = p->bytes.len;

	buf_addt(&p->bytes, t);
	return (const char *)(uintptr_t)at;
}

/* The cells of a part; the first value of a path counts. */
static void
add_cells(struct paths *p, struct row *row, const struct json_part *part)
{
	size_t n = p->header->n, i;
	struct text *values;

	while (p->cap_values < p->nvalues + n) {
		p->cap_values = p->cap_values ? p->cap_values * 2 : 1024;
		p->values = xreallocarray(
			p->values, p->cap_values, sizeof(*p->values));
	}
	if (n == 0) /* no post has had a field yet */
		return;
	values = p->values + p->nvalues;
	memset(values, 0, n * sizeof(*values));
	for (i = 0; i < part->n; i++) {
		const struct json_field *f =
			&p->post.read.fields[part->first + i];
		uint16_t column = p->columns[part->first + i];

		if (column == 0 || values[column - 1].len > 0)
			continue;
		values[column - 1] =
			(struct text){ keep_bytes(p, f->value), f->value.len };
	}
	row->ncells = n;
	p->nvalues += n;
}

/* Add the next part of the present post; false if there is none left. */
static bool
add_row(struct paths *p)
{
	const struct json_post *post = &p->post;
	struct row *row;

	p->rows = xgrow(p->rows, p->nrows, &p->cap_rows, sizeof(*p->rows));
	row = &p->rows[p->nrows++];
	*row = (struct row){
		.kind = post->reason == REASON_NONE ? ROW_DATA : ROW_REJECTED,
		.reason = post->reason,
		.raw = { keep_bytes(p, post->raw), post->raw.len },
		.number = post->number + p->part,
		.line = post->line,
		.end_line = post->end_line,
		.offset = post->offset,
		.extent = post->extent,
	};
	if (row->kind != ROW_DATA)
		return false;
	add_cells(p, row, &post->read.parts[p->part++]);
	return p->part < post->read.nparts;
}

/* Make pointers of the places in bytes and cells. */
static void
settle(struct paths *p)
{
	const struct text *values = p->values;
	size_t i;

	buf_reserve(&p->bytes, 1); /* an address also where nothing was kept */
	for (i = 0; i < p->nvalues; i++)
		p->values[i].p = p->bytes.p + (uintptr_t)p->values[i].p;
	for (i = 0; i < p->nrows; i++) {
		p->rows[i].raw.p = p->bytes.p + (uintptr_t)p->rows[i].raw.p;
		p->rows[i].values = values;
		if (values != NULL) /* there are none where no post has any */
			values += p->rows[i].ncells;
	}
}

/* Must the present post wait for a batch of its own? */
static bool
begins_batch(struct paths *p)
{
	bool fresh = learn(p), past;

	if (p->nrows == 0)
		return false;
	past = p->post.offset >= WINDOW_BYTES &&
		p->rows[p->nrows - 1].offset < WINDOW_BYTES;
	return fresh || past ||
		(p->post.number > WINDOW_RECORDS &&
			p->rows[p->nrows - 1].number <= WINDOW_RECORDS);
}

enum rc
paths_next(struct paths *p, struct batch *batch, struct err *err)
{
	enum rc rc = CLAMOR_OK;

	p->nrows = p->nvalues = 0;
	buf_clear(&p->bytes);
	buf_reserve(&p->bytes, 1);
	while (p->bytes.len < RECORD_BATCH && p->nvalues < CELLS_MAX) {
		if (!p->waiting) {
			rc = json_next(p->reader, p->nrows == 0, &p->post, err);
			if (rc != CLAMOR_OK)
				break;
			p->part = 0;
			p->waiting = begins_batch(p);
			if (p->waiting)
				break;
		}
		p->waiting = add_row(p);
	}
	if (p->nrows == 0)
		return rc;
	settle(p);
	*batch = (struct batch){ p->rows, p->nrows };
	return CLAMOR_OK;
}
