/* clamor-tally.c - count labelled posts by any columns and buckets of time. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli.h"
#include "intake.h"
#include "tally.h"
#include "xalloc.h"

enum {
	OPT_BY = OPT_FILTER,
	OPT_TZ,
	OPT_PARTIAL,
	OPT_MERGE,
	OPT_UNIQUE,
	OPT_SHARE,
	OPT_INTERVAL,
	OPT_LABEL_PREFIX,
	OPT_COLUMN,
};

struct opts {
	struct cli_common common;
	struct cli_names by; /* --by COLUMN,... */
	const char *tz;
	const char *label_prefix;
	const char *column[TALLY_FIELDS]; /* as asked for, or NULL */
	bool partial, merge, unique, share, interval;
};

/* What --by and --tz come to, found out before any input is read. */
struct plan {
	struct tally_by *by; /* as many as options name */
	bool bucketed;
	struct zone *zone;
	struct buf made; /* settings that partial tallies carry */
};

/* A column that is read, what of it is in a row, and where its quotes are
 * undone. */
struct column {
	size_t at;
	struct text *cell;
	struct buf scratch;
};

static void
usage(void)
{
	fputs("\
Usage: clamor-tally [OPTION]... [FILE]...\n\
Count labelled posts, by any columns and by buckets of time.\n\
\n\
Examples:\n\
  clamor-tally --by day,brand --tz America/Bogota posts.csv > daily.csv\n\
  clamor-tally --by week,codes --share --tz Europe/Madrid posts.csv\n\
  clamor-tally --by day,brand --tz America/Lima --partial a.csv > a.sums\n\
  clamor-tally --merge a.sums b.sums > whole.csv\n\
\n\
Posts of direction out are not counted. Every other post counts once:\n\
posts = complaints + praise + mixed + questions + neutral + spam + checkins +\n\
incentivised (praise that was paid for). Rates divide by posts - spam.\n\
\n\
      --by COLUMN,...      count by these columns of the input and by hour,\n\
                           day, week or month of the date; by codes or marks\n\
                           a post counts in each of its values; without --by\n\
                           all posts make one row\n\
      --tz ZONE            zone of the buckets, such as America/Mexico_City;\n\
                           else $CLAMOR_TZ, else UTC\n\
      --unique             do not count copies (the column copy is not empty)\n\
      --share              add share: posts of the row / posts of all rows\n\
                           with the same time buckets\n\
      --interval           add the 95 % interval of complaint_rate (Wilson)\n\
      --partial            write sums instead, to be merged\n\
      --merge              the input is what --partial wrote: add it up\n\
      --column NAME=COLUMN read NAME (kind, score, severity, intent, marks,\n\
                           direction, date, source, author, followers,\n\
                           answered, reply_minutes) from this COLUMN\n\
      --label-prefix P     what clamor-label was given as --prefix\n\
",
		stdout);
	fputs(cli_help_excel, stdout);
	fputs(cli_help_input, stdout);
	fputs(cli_help_base, stdout);
}

/* Options. */

static void
set_column(struct opts *o, const char *arg)
{
	const char *equals = strchr(arg, '=');
	struct text name;
	size_t i;

	if (equals == NULL || equals[1] == '\0')
		cli_usage_error("--column needs NAME=COLUMN, not '%s'", arg);
	name = (struct text){ arg, (size_t)(equals - arg) };
	for (i = 0; i < TALLY_FIELDS; i++) {
		if (text_is(name, tally_field_name((enum tally_field)i))) {
			o->column[i] = equals + 1;
			return;
		}
	}
	cli_usage_error(
		"--column: nothing is called '%.*s'", (int)name.len, name.p);
}

static void
set_option(struct opts *o, int opt)
{
	switch (opt) {
	case OPT_BY:
		cli_names_add(&o->by, "--by", optarg);
		break;
	case OPT_TZ:
		o->tz = optarg;
		break;
	case OPT_PARTIAL:
		o->partial = true;
		break;
	case OPT_MERGE:
		o->merge = true;
		break;
	case OPT_UNIQUE:
		o->unique = true;
		break;
	case OPT_SHARE:
		o->share = true;
		break;
	case OPT_INTERVAL:
		o->interval = true;
		break;
	case OPT_LABEL_PREFIX:
		o->label_prefix = optarg;
		break;
	case OPT_COLUMN:
		set_column(o, optarg);
		break;
	}
}

static void
check_options(const struct opts *o)
{
	if (o->merge && (o->by.n > 0 || o->tz != NULL || o->unique))
		cli_usage_error("--merge takes --by, --tz and --unique from "
				"what it merges");
	if (o->partial && (o->share || o->interval))
		cli_usage_error("--partial writes sums; give --share and "
				"--interval with --merge");
	if (o->partial && o->common.excel)
		cli_usage_error("--partial writes sums to be merged, not "
				"for --excel");
}

static void
parse_args(struct opts *o, int argc, char **argv)
{
	static const struct option options[] = {
		CLI_OPTIONS_BASE,
		CLI_OPTIONS_INPUT,
		CLI_OPTIONS_EXCEL,
		{ "by", required_argument, NULL, OPT_BY },
		{ "tz", required_argument, NULL, OPT_TZ },
		{ "partial", no_argument, NULL, OPT_PARTIAL },
		{ "merge", no_argument, NULL, OPT_MERGE },
		{ "unique", no_argument, NULL, OPT_UNIQUE },
		{ "share", no_argument, NULL, OPT_SHARE },
		{ "interval", no_argument, NULL, OPT_INTERVAL },
		{ "label-prefix", required_argument, NULL, OPT_LABEL_PREFIX },
		{ "column", required_argument, NULL, OPT_COLUMN },
		CLI_OPTIONS_END,
	};
	int opt;

	*o = (struct opts){ .label_prefix = "" };
	cli_common_init(&o->common);
	while ((opt = getopt_long(argc, argv, CLI_LETTERS, options, NULL)) !=
		-1)
		if (!cli_common_option(&o->common, opt, usage))
			set_option(o, opt);
	check_options(o);
}

/* The zone of the buckets. */
static const char *
zone_name(const struct opts *o, bool bucketed)
{
	const char *name = o->tz ? o->tz : getenv("CLAMOR_TZ");

	if (name != NULL && *name != '\0')
		return name;
	if (bucketed)
		diag_note("no --tz and no $CLAMOR_TZ: buckets are in UTC");
	return "UTC";
}

static struct plan
plan_open(const struct opts *o)
{
	struct plan plan = { .by = xcalloc(o->by.n, sizeof(*plan.by)) };
	struct err err = { 0 };
	const char *tz;
	size_t i;

	for (i = 0; i < o->by.n; i++) {
		plan.by[i] = tally_by_name(o->by.v[i], o->label_prefix);
		plan.bucketed |= plan.by[i].how == TALLY_BY_BUCKET;
	}
	if (tally_by_check(plan.by, o->by.n, &err) != CLAMOR_OK)
		cli_usage_error("--by: %s", err.text);
	tz = zone_name(o, plan.bucketed);
	if (zone_open(&plan.zone, tz, &err) != CLAMOR_OK)
		diag_fatal(&err);
	if (plan.bucketed)
		buf_addf(&plan.made, "tz=%s", tz);
	if (o->unique)
		buf_addf(&plan.made, "%sunique", plan.bucketed ? " " : "");
	(void)buf_cstr(&plan.made);
	return plan;
}

static void
plan_free(struct plan *plan)
{
	free(plan->by);
	zone_free(plan->zone);
	buf_free(&plan->made);
}

/* Reading. */

/* The columns that are read of each row. */
struct columns {
	struct column *v;
	size_t n;
};

static void
columns_add(struct columns *c, size_t at, struct text *cell)
{
	*cell = (struct text){ "", 0 };
	if (at == COLUMN_NONE)
		return;
	c->v = xreallocarray(c->v, c->n + 1, sizeof(*c->v));
	c->v[c->n++] = (struct column){ .at = at, .cell = cell };
}

static void
columns_read(struct columns *c, const struct row *row)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		*c->v[i].cell = row_text(row, c->v[i].at, &c->v[i].scratch);
}

static void
columns_free(struct columns *c)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		buf_free(&c->v[i].scratch);
	free(c->v);
}

/* Where a field stands, COLUMN_NONE if it may be missing. */
static size_t
find_field(const struct opts *o, const struct intake *in, enum tally_field f,
	bool needed)
{
	struct buf name = { 0 }, option = { 0 };
	size_t at;

	if (o->column[f] != NULL)
		buf_adds(&name, o->column[f]);
	else
		buf_addf(&name, "%s%s", f <= TALLY_MARKS ? o->label_prefix : "",
			tally_field_name(f));
	buf_addf(&option, "--column %s=COLUMN", tally_field_name(f));
	if (needed || o->column[f] != NULL)
		at = intake_need(in, buf_cstr(&name), buf_cstr(&option));
	else
		at = intake_find(in, buf_cstr(&name));
	buf_free(&name);
	buf_free(&option);
	return at;
}

/* A post, and where everything of it stands in a file. */
struct post {
	struct columns columns;
	struct text *by;
	struct text field[TALLY_FIELDS];
	struct text copy;
};

static void
post_open(struct post *p, const struct opts *o, const struct plan *plan,
	const struct intake *in)
{
	size_t at, i;

	*p = (struct post){ .by = xcalloc(o->by.n, sizeof(*p->by)) };
	for (i = 0; i < o->by.n; i++)
		columns_add(&p->columns,
			plan->by[i].how == TALLY_BY_BUCKET
				? COLUMN_NONE
				: intake_need(
					  in, plan->by[i].name, "--by COLUMN"),
			&p->by[i]);
	for (i = 0; i < TALLY_FIELDS; i++)
		columns_add(&p->columns,
			find_field(o, in, (enum tally_field)i,
				i == TALLY_KIND ||
					(i == TALLY_DATE && plan->bucketed)),
			&p->field[i]);
	at = o->unique ? intake_find(in, "copy") : COLUMN_NONE;
	columns_add(&p->columns, at, &p->copy);
	if (o->unique && at == COLUMN_NONE) {
		diag_error("--unique needs a column copy, which is empty "
			   "for all posts but copies");
		exit(diag_status());
	}
}

static void
post_free(struct post *p)
{
	columns_free(&p->columns);
	free(p->by);
}

/* Count all posts; returns how many copies were left out. */
static uint64_t
count_posts(struct intake *in, struct post *p, struct tally *t)
{
	struct batch batch;
	struct err err = { 0 };
	uint64_t copies = 0;
	size_t r;

	while (intake_next(in, &batch)) {
		for (r = 0; r < batch.nrows; r++) {
			const struct row *row = &batch.rows[r];

			columns_read(&p->columns, row);
			if (p->copy.len > 0)
				copies++;
			else if (tally_add(t, p->by, p->field, &err) !=
				CLAMOR_OK)
				intake_reject(in, row, err.text);
		}
	}
	return copies;
}

static void
tell_counts(const struct opts *o, const struct tally *t, uint64_t copies)
{
	struct tally_counts c = tally_counts(t);

	if (c.bad_dates > 0)
		diag_note("dates that could not be read, their posts without "
			  "a bucket: %llu",
			(unsigned long long)c.bad_dates);
	if (o->common.stats)
		diag_note("posts=%llu direction_out=%llu copies=%llu rows=%zu",
			(unsigned long long)c.posts, (unsigned long long)c.out,
			(unsigned long long)copies, tally_rows(t));
}

static struct tally *
tally_posts(const struct opts *o, const struct plan *plan, struct intake *in)
{
	struct post post;
	struct tally *t;

	post_open(&post, o, plan, in);
	t = tally_new(plan->by, o->by.n, plan->zone, plan->made.p);
	tell_counts(o, t, count_posts(in, &post, t));
	post_free(&post);
	return t;
}

/* Add up partial tallies. */

/* False: one of them cannot be added to the others (said). */
static bool
merge_rows(struct intake *in, struct tally *t)
{
	size_t n = intake_header(in)->n, i, r;
	struct text *cells = xcalloc(n, sizeof(*cells));
	struct columns columns = { 0 };
	struct batch batch;
	struct err err = { 0 };
	bool good = true;

	for (i = 0; i < n; i++)
		columns_add(&columns, i, &cells[i]);

	while (good && intake_next(in, &batch)) {
		for (r = 0; good && r < batch.nrows; r++) {
			const struct row *row = &batch.rows[r];

			columns_read(&columns, row);
			err_at(&err, intake_file(in), row->line, 0);
			good = tally_merge_check(t, cells, &err) == CLAMOR_OK;
			if (!good)
				diag_err(&err);
			else if (tally_merge(t, cells, &err) != CLAMOR_OK)
				intake_reject(in, row, err.text);
		}
	}
	columns_free(&columns);
	free(cells);
	return good;
}

/* NULL: they cannot be added up (said). */
static struct tally *
tally_partials(const struct opts *o, struct intake *in)
{
	const struct header *header = intake_header(in);
	struct tally_by *by;
	struct err err = { 0 };
	struct tally *t;
	size_t nby = 0, i;

	err_at(&err, intake_file(in), 1, 0);
	if (tally_partial_columns(header->names, header->n, &nby, &err) !=
		CLAMOR_OK)
		diag_fatal(&err);
	by = xcalloc(nby, sizeof(*by));
	for (i = 0; i < nby; i++)
		by[i] = tally_by_name(header->names[i], "");
	if (tally_by_check(by, nby, &err) != CLAMOR_OK)
		diag_fatal(&err);
	t = tally_new(by, nby, NULL, NULL);
	if (!merge_rows(in, t)) {
		tally_free(t);
		t = NULL;
	} else if (o->common.stats) {
		diag_note("rows=%zu", tally_rows(t));
	}
	free(by);
	return t;
}

static struct sink *
write_tally(const struct opts *o, const struct tally *t)
{
	struct tally_view view = { o->partial, o->share, o->interval };
	struct sink *sink = cli_output(&o->common);
	struct buf buf = { 0 };
	struct csvout out = cli_csvout(&o->common, &buf);
	size_t i;

	tally_write_header(t, &view, &out);
	for (i = 0; i < tally_rows(t); i++) {
		tally_write_row(t, i, &view, &out);
		if (buf.len >= RECORD_BATCH)
			cli_flush(sink, &buf);
	}
	cli_flush(sink, &buf);
	buf_free(&buf);
	return sink;
}

/* Read, count or add up, write. */
static int
run(const struct opts *o, const struct plan *plan, int n, char *const *files)
{
	struct intake *in = intake_open(&o->common, n, files);
	struct sink *sink = NULL;
	struct tally *t;

	if (in == NULL)
		return diag_status();
	t = o->merge ? tally_partials(o, in) : tally_posts(o, plan, in);
	if (t != NULL) {
		tally_finish(t);
		sink = write_tally(o, t);
	}
	intake_close(in, t ? tally_rows(t) : 0);
	tally_free(t);
	return cli_finish(sink);
}

int
main(int argc, char **argv)
{
	struct opts o;
	struct plan plan = { 0 };
	int status;

	cli_init(argv[0]);
	parse_args(&o, argc, argv);
	if (!o.merge)
		plan = plan_open(&o);
	status = run(&o, &plan, argc - optind, argv + optind);
	plan_free(&plan);
	cli_names_free(&o.by);
	return status;
}
