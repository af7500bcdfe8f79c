/* rowfilter.c - the frame of a filter that appends columns. */
#include "config.h"

#include <assert.h>
#include <stdlib.h>

#include "rowfilter.h"
#include "xalloc.h"

struct rowfilter_cells {
	const struct rowfilter *filter;
	const struct cli_common *common;
	bool *drops; /* by column of the input: a new one replaces it */
	bool passes; /* nothing drops, rows pass through raw */
	struct csvout out;
	struct buf buf, scratch;

	const struct batch *batch;
	size_t row;  /* the present one */
	size_t cell; /* new cells that it has */
};

/* A run of cells as they stand, from the first through the last. */
static struct text
raw_run(const struct cell *first, const struct cell *last)
{
	const char *start = first->p - first->quoted;
	const char *end = last->p + last->len + last->quoted;

	return (struct text){ start, (size_t)(end - start) };
}

/* The cells that stay, in as few pieces as can be. */
static void
copy_kept(struct rowfilter_cells *c, const struct row *row)
{
	size_t i = 0, k;

	while (i < row->ncells) {
		if (c->drops[i]) {
			i++;
			continue;
		}
		for (k = i; k + 1 < row->ncells && !c->drops[k + 1]; k++)
			;
		csvout_raw(&c->out, raw_run(&row->cells[i], &row->cells[k]));
		i = k + 1;
	}
}

/* Every cell written anew, for a spreadsheet. */
static void
rewrite_kept(struct rowfilter_cells *c, const struct row *row)
{
	size_t i;

	for (i = 0; i < row->ncells; i++)
		if (!c->drops[i])
			csvout_text(&c->out,
				cell_text(&row->cells[i], &c->scratch));
}

static void
begin_row(struct rowfilter_cells *c, const struct row *row)
{
	if (c->out.excel)
		rewrite_kept(c, row);
	else if (c->passes)
		csvout_raw(&c->out, row->raw);
	else
		copy_kept(c, row);
}

/* Before each new cell: the row that it belongs to. */
static void
before_cell(struct rowfilter_cells *c)
{
	assert(c->row < c->batch->nrows);
	if (c->cell == 0)
		begin_row(c, &c->batch->rows[c->row]);
}

/* After each new cell: the last one ends its row. */
static void
after_cell(struct rowfilter_cells *c)
{
	if (++c->cell < c->filter->ncolumns)
		return;
	csvout_end(&c->out);
	c->row++;
	c->cell = 0;
}

void
rowfilter_text(struct rowfilter_cells *c, struct text t)
{
	before_cell(c);
	csvout_text(&c->out, t);
	after_cell(c);
}

void
rowfilter_int(struct rowfilter_cells *c, int64_t v)
{
	before_cell(c);
	csvout_int(&c->out, v);
	after_cell(c);
}

void
rowfilter_milli(struct rowfilter_cells *c, int64_t thousandths)
{
	before_cell(c);
	csvout_milli(&c->out, thousandths);
	after_cell(c);
}

void
rowfilter_empty(struct rowfilter_cells *c, size_t ncells)
{
	for (; ncells > 0; ncells--)
		rowfilter_text(c, (struct text){ "", 0 });
}

/* The name of a new column, the prefix in front; freed by the caller. */
static char *
new_name(const struct rowfilter_cells *c, size_t i)
{
	const char *prefix = c->common->prefix ? c->common->prefix : "";
	struct buf name = { 0 };
	char *s;

	buf_adds(&name, prefix);
	buf_adds(&name, c->filter->columns[i]);
	s = xmemdup0(name.p, name.len);
	buf_free(&name);
	return s;
}

/* A new column of a name that the input has: replace it, or refuse. */
static void
plan_column(struct rowfilter_cells *c, const struct header *h, const char *name)
{
	bool said = false;
	size_t i;

	for (i = 0; i < h->n; i++) {
		if (strcmp(h->names[i], name) != 0)
			continue;
		if (c->common->prefix != NULL) {
			diag_error("the input has a column '%s' already; "
				   "choose another --prefix",
				name);
			exit(diag_status());
		}
		if (!said)
			diag_note("column '%s' is replaced", name);
		said = true;
		c->drops[i] = true;
		c->passes = false;
	}
}

/* Decide what is dropped and write the header. */
static void
start(struct rowfilter_cells *c, const struct intake *in,
	const struct row *header)
{
	const struct header *h = intake_header(in);
	size_t i;

	c->drops = xcalloc(h->n, sizeof(*c->drops));
	c->passes = true;
	for (i = 0; i < c->filter->ncolumns; i++) {
		char *name = new_name(c, i);

		plan_column(c, h, name);
		free(name);
	}
	begin_row(c, header);
	for (i = 0; i < c->filter->ncolumns; i++) {
		char *name = new_name(c, i);

		csvout_str(&c->out, name);
		free(name);
	}
	csvout_end(&c->out);
}

/* Every batch through the filter; returns the records written. */
static uint64_t
each_batch(struct rowfilter_cells *c, struct intake *in, struct sink *out)
{
	struct batch batch;
	uint64_t n = 0;

	while (intake_next(in, &batch)) {
		c->batch = &batch;
		c->row = c->cell = 0;
		c->filter->work(c->filter->self, &batch, c);
		assert(c->row == batch.nrows && c->cell == 0);
		n += batch.nrows;
		cli_flush(out, &c->buf);
	}
	return n;
}

int
rowfilter_run(const struct rowfilter *f, const struct cli_common *common, int n,
	char *const *files)
{
	struct rowfilter_cells c = { .filter = f, .common = common };
	struct intake *in = intake_open(common, n, files);
	struct sink *out;

	if (in == NULL)
		return diag_status();
	f->begin(f->self, in);
	c.out = cli_csvout(common, &c.buf);
	start(&c, in, intake_header_row(in));
	out = cli_output(common);
	cli_flush(out, &c.buf);
	intake_close(in, each_batch(&c, in, out));
	free(c.drops);
	buf_free(&c.buf);
	buf_free(&c.scratch);
	return cli_finish(out);
}
