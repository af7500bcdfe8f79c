/* rowfilter.c - the frame of a filter that appends columns. */
#include "config.h"

#include <assert.h>
#include <stdlib.h>

#include "limits.h"
#include "rowfilter.h"
#include "xalloc.h"

/* What all workers share, and only read. */
struct frame {
	const struct rowfilter *filter;
	const struct cli_common *common;
	bool *drops; /* by column of the input: a new one replaces it */
	bool passes; /* nothing drops, rows pass through raw */
};

/* A worker of jobs.h: the filter's own, and where it puts its cells. */
struct rowfilter_cells {
	const struct frame *frame;
	void *worker; /* the filter's */
	struct csvout out;
	struct buf scratch;

	struct job *job; /* the present one */
	size_t row;      /* of its batch */
	size_t cell;     /* new cells that the row has */
};

/* The cells that stay, in as few pieces as can be. */
static void
copy_kept(struct rowfilter_cells *c, const struct row *row)
{
	size_t i = 0, k;

	while (i < row->ncells) {
		if (c->frame->drops[i]) {
			i++;
			continue;
		}
		for (k = i; k + 1 < row->ncells && !c->frame->drops[k + 1]; k++)
			;
		csvout_raw(&c->out, row_run(row, i, k));
		i = k + 1;
	}
}

/* Every cell written anew, for a spreadsheet. */
static void
rewrite_kept(struct rowfilter_cells *c, const struct row *row)
{
	size_t i;

	for (i = 0; i < row->ncells; i++)
		if (!c->frame->drops[i])
			csvout_text(&c->out, row_text(row, i, &c->scratch));
}

static void
begin_row(struct rowfilter_cells *c, const struct row *row)
{
	if (c->out.excel)
		rewrite_kept(c, row);
	else if (c->frame->passes)
		csvout_raw(&c->out, row->raw);
	else
		copy_kept(c, row);
}

/* Before each new cell: the row that it belongs to. */
static void
before_cell(struct rowfilter_cells *c)
{
	assert(c->row < c->job->batch.nrows);
	if (c->cell == 0)
		begin_row(c, &c->job->batch.rows[c->row]);
}

/* After each new cell: the last one ends its row. */
static void
after_cell(struct rowfilter_cells *c)
{
	if (++c->cell < c->frame->filter->ncolumns)
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

struct csvout *
rowfilter_out(struct rowfilter_cells *c)
{
	before_cell(c);
	return &c->out;
}

void
rowfilter_wrote(struct rowfilter_cells *c, size_t ncells)
{
	c->cell += ncells - 1;
	after_cell(c);
}

void
rowfilter_empty(struct rowfilter_cells *c, size_t ncells)
{
	for (; ncells > 0; ncells--)
		rowfilter_text(c, (struct text){ "", 0 });
}

void
rowfilter_stopped(struct rowfilter_cells *c, struct text term)
{
	job_stopped(c->job, term);
}

/* The header. */

/* The name of a new column, the prefix in front; freed by the caller. */
static char *
new_name(const struct frame *f, size_t i)
{
	const char *prefix = f->common->prefix ? f->common->prefix : "";
	struct buf name = { 0 };
	char *s;

	buf_adds(&name, prefix);
	buf_adds(&name, f->filter->columns[i]);
	s = xmemdup0(name.p, name.len);
	buf_free(&name);
	return s;
}

/* A new column of a name that the input has: replace it, or refuse. */
static void
plan_column(struct frame *f, const struct header *h, const char *name)
{
	bool said = false;
	size_t i;

	for (i = 0; i < h->n; i++) {
		if (strcmp(h->names[i], name) != 0)
			continue;
		if (f->common->prefix != NULL) {
			diag_error("the input has a column '%s' already; "
				   "choose another --prefix",
				name);
			exit(diag_status());
		}
		if (!said)
			diag_note("column '%s' is replaced", name);
		said = true;
		f->drops[i] = true;
		f->passes = false;
	}
}

/* Decide what is dropped. */
static void
plan(struct frame *f, const struct header *h)
{
	size_t i;

	f->drops = xcalloc(h->n, sizeof(*f->drops));
	f->passes = true;
	for (i = 0; i < f->filter->ncolumns; i++) {
		char *name = new_name(f, i);

		plan_column(f, h, name);
		free(name);
	}
}

static void
write_header(const struct frame *f, const struct row *header, struct sink *out)
{
	struct buf buf = { 0 };
	struct rowfilter_cells c = { .frame = f,
		.out = cli_csvout(f->common, &buf) };
	size_t i;

	begin_row(&c, header);
	for (i = 0; i < f->filter->ncolumns; i++) {
		char *name = new_name(f, i);

		csvout_str(&c.out, name);
		free(name);
	}
	csvout_end(&c.out);
	cli_flush(out, &buf);
	buf_free(&buf);
	buf_free(&c.scratch);
}

/* The worker. */

static void *
open_worker(void *self)
{
	const struct frame *f = self;
	struct rowfilter_cells *c = xcalloc(1, sizeof(*c));

	c->frame = f;
	c->out = cli_csvout(f->common, NULL);
	c->out.begun = true; /* by the header */
	c->worker = f->filter->open ? f->filter->open(f->filter->self)
				    : f->filter->self;
	return c;
}

static void
close_worker(void *worker)
{
	struct rowfilter_cells *c = worker;

	if (c->frame->filter->close != NULL)
		c->frame->filter->close(c->worker);
	buf_free(&c->scratch);
	free(c);
}

static void
work(void *worker, struct job *job)
{
	struct rowfilter_cells *c = worker;

	c->job = job;
	c->out.buf = job->out;
	c->row = c->cell = 0;
	c->frame->filter->work(c->worker, &job->batch, c);
	assert(c->row == job->batch.nrows && c->cell == 0);
	job->sums.rows += job->batch.nrows;
}

int
rowfilter_run(const struct rowfilter *f, const struct cli_common *common, int n,
	char *const *files)
{
	struct frame frame = { .filter = f, .common = common };
	const struct jobs jobs = { .n = common->jobs,
		.open = open_worker,
		.work = work,
		.close = close_worker,
		.self = &frame };
	struct intake *in = intake_open(common, n, files);
	struct job_sums sums;
	struct sink *out;
	int status;

	if (in == NULL)
		return diag_status();
	f->begin(f->self, in);
	plan(&frame, intake_header(in));
	out = cli_output(common);
	write_header(&frame, intake_header_row(in), out);
	sums = jobs_run(&jobs, in, out);
	intake_close(in, sums.rows);
	free(frame.drops);
	status = cli_finish(out);
	limits_tell(sums.limits, sums.limited);
	return status;
}
