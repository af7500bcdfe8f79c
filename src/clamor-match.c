/* clamor-match.c - one row for every hit of a lexicon entry. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "bytes.h"
#include "entrycells.h"
#include "jobs.h"
#include "lexload.h"
#include "limits.h"
#include "matcher.h"
#include "xalloc.h"

struct opts {
	struct cli_common common;
	struct lexload lexload;
	const char *text;      /* --text COLUMN */
	struct cli_names with; /* --with COLUMN,... */
};

struct match {
	const struct opts *opts;
	const struct lexicon *lexicon;
	size_t text, id;  /* columns; id is COLUMN_NONE if absent */
	size_t *with;     /* columns of --with */
	struct text *own; /* the user's own lexicon columns, by name */
	size_t nown, own_cap;
};

/* What one thread needs. */
struct worker {
	const struct match *match;
	struct matcher *matcher;
	struct hits hits;
	struct csvout out;
	struct buf cell, scratch;
	struct entrycells *entrycells;
	uint64_t record; /* number of the present one */
};

static const char *const columns[] = { "record", "id", "lexicon", "line",
	"term", "code", "intent", "severity", "weight", "start", "end",
	"words" };

#define NCOLUMNS (sizeof(columns) / sizeof(columns[0]))

static void
usage(void)
{
	(void)fputs(
		"Usage: clamor-match [OPTION]... [FILE]...\n"
		"Write one row for every place where a lexicon entry "
		"stands in a post.\n"
		"\n"
		"  clamor-match posts.csv > hits.csv\n"
		"  clamor-match -f ./mis-palabras.csv --with date,brand posts.csv\n"
		"\n"
		"record counts the records of the input (all FILEs as one) from 1; start and\n"
		"end are bytes of the text, unquoted. Columns of a lexicon that clamor has no\n"
		"use for stand behind words.\n"
		"\n"
		"      --text COLUMN        the column to search (default text)\n"
		"      --with COLUMN,...    add these columns of the post at the end\n",
		stdout);
	(void)fputs(lexload_help, stdout);
	(void)fputs(cli_help_jobs, stdout);
	(void)fputs(cli_help_input, stdout);
	(void)fputs(cli_help_base, stdout);
}

static void
parse_args(struct opts *o, int argc, char **argv)
{
	enum { OPT_TEXT = OPT_FILTER, OPT_WITH };
	static const struct option options[] = { { "text", required_argument,
							 NULL, OPT_TEXT },
		{ "with", required_argument, NULL, OPT_WITH }, LEXLOAD_OPTIONS,
		CLI_OPTIONS_JOBS, CLI_OPTIONS_INPUT, CLI_OPTIONS_BASE,
		CLI_OPTIONS_END };
	int opt;

	cli_common_init(&o->common);
	o->text = "text";
	while ((opt = getopt_long(argc, argv, CLI_LETTERS LEXLOAD_LETTERS,
			options, NULL)) != -1) {
		if (lexload_option(&o->lexload, opt) ||
			cli_common_option(&o->common, opt, usage))
			continue;
		if (opt == OPT_TEXT)
			o->text = optarg;
		else if (opt == OPT_WITH)
			cli_names_add(&o->with, "--with", optarg);
	}
}

/* Is a lexicon column in the list already? */
static bool
is_listed(const struct match *m, struct text name)
{
	size_t i;

	for (i = 0; i < m->nown; i++)
		if (text_eq(m->own[i], name))
			return true;
	return false;
}

/* The user's own columns of all lexicons, in load order. */
static void
list_own_columns(struct match *m)
{
	size_t file, i;

	for (file = 0; file < lexicon_nfiles(m->lexicon); file++) {
		const struct table *t = lexicon_table(m->lexicon, file);

		for (i = 0; i < table_ncolumns(t); i++) {
			struct text name = table_column_name(t, i);

			if (name.len == 0 || entry_is_own_column(name) ||
				is_listed(m, name))
				continue;
			m->own = xgrow(
				m->own, m->nown, &m->own_cap, sizeof(*m->own));
			m->own[m->nown++] = name;
		}
	}
}

/* The name of column i of the output. */
static struct text
output_name(const struct match *m, size_t i)
{
	if (i < NCOLUMNS)
		return text_of(columns[i]);
	i -= NCOLUMNS;
	if (i < m->nown)
		return m->own[i];
	return text_of(m->opts->with.v[i - m->nown]);
}

static size_t
output_width(const struct match *m)
{
	return NCOLUMNS + m->nown + m->opts->with.n;
}

/* A name that stood twice could not be told apart by what reads it. */
static void
refuse_doubles(const struct match *m)
{
	size_t i, k;

	for (i = 0; i < output_width(m); i++) {
		struct text name = output_name(m, i);

		for (k = 0; k < i; k++) {
			if (!text_eq(output_name(m, k), name))
				continue;
			diag_error("two columns of the output would be named "
				   "'%.*s': rename that of the lexicon, or "
				   "leave it out of --with",
				(int)name.len, name.p);
			exit(diag_status());
		}
	}
}

static void
find_columns(struct match *m, const struct intake *in)
{
	const struct opts *o = m->opts;
	size_t i;

	m->text = intake_need(in, o->text, "--text COLUMN");
	m->id = intake_find(in, "id");
	m->with = xcalloc(o->with.n, sizeof(*m->with));
	for (i = 0; i < o->with.n; i++)
		m->with[i] = intake_need(in, o->with.v[i], "--with COLUMN,...");
}

static void
write_header(const struct match *m, struct sink *sink)
{
	struct buf buf = { 0 };
	struct csvout out = cli_csvout(&m->opts->common, &buf);
	size_t i;

	for (i = 0; i < output_width(m); i++)
		csvout_text(&out, output_name(m, i));
	csvout_end(&out);
	cli_flush(sink, &buf);
	buf_free(&buf);
}

/* A cell of the post, as it stands. */
static void
put_raw(struct csvout *out, const struct row *row, size_t column)
{
	if (column == COLUMN_NONE)
		csvout_str(out, "");
	else
		csvout_raw(out, row_run(row, column, column));
}

/* The words as in the post; a hit stays on its line. */
static void
put_words(struct worker *w, struct text words)
{
	static const char breaks[4] = "\n\r\n";
	size_t i = bytes_before(words.p, words.len, breaks);

	if (i < words.len) {
		buf_clear(&w->scratch);
		buf_addt(&w->scratch, words);
		for (; i < words.len; i++)
			if (words.p[i] == '\n' || words.p[i] == '\r')
				w->scratch.p[i] = ' ';
		words = buf_text(&w->scratch);
	}
	csvout_text(&w->out, words);
}

static void
put_hit(struct worker *w, const struct row *row, struct text post,
	const struct hit *h)
{
	const struct match *m = w->match;
	struct entrycells_text entry = entrycells_of(w->entrycells, h->entry);
	size_t i;

	csvout_int(&w->out, (int64_t)w->record);
	put_raw(&w->out, row, m->id);
	csvout_raw(&w->out, entry.columns);
	csvout_int(&w->out, h->from);
	csvout_int(&w->out, h->to);
	put_words(w, (struct text){ post.p + h->from, h->to - h->from });
	if (m->nown > 0)
		csvout_raw(&w->out, entry.own);
	for (i = 0; i < m->opts->with.n; i++)
		put_raw(&w->out, row, m->with[i]);
	csvout_end(&w->out);
}

static void *
on_open(void *self)
{
	struct worker *w = xcalloc(1, sizeof(*w));

	w->match = self;
	w->matcher = matcher_new(w->match->lexicon);
	w->out = cli_csvout(&w->match->opts->common, NULL);
	w->entrycells = entrycells_new(
		w->match->lexicon, w->match->own, w->match->nown, &w->out);
	return w;
}

static void
on_close(void *worker)
{
	struct worker *w = worker;

	matcher_free(w->matcher);
	hits_free(&w->hits);
	buf_free(&w->cell);
	buf_free(&w->scratch);
	entrycells_free(w->entrycells);
	free(w);
}

static void
on_job(void *worker, struct job *job)
{
	struct worker *w = worker;
	size_t i, k;

	w->out.buf = job->out;
	w->record = job->before;
	for (i = 0; i < job->batch.nrows; i++) {
		const struct row *row = &job->batch.rows[i];
		struct text post = row_text(row, w->match->text, &w->cell);

		w->record++;
		if (matcher_find_only(w->matcher, post, &w->hits) ==
			CLAMOR_ELIMIT)
			job_stopped(job, matcher_limited(w->matcher));
		for (k = 0; k < w->hits.n; k++)
			put_hit(w, row, post, &w->hits.v[k]);
		job->sums.rows += w->hits.n;
	}
}

static int
run(struct match *m, int n, char *const *files)
{
	const struct cli_common *common = &m->opts->common;
	const struct jobs jobs = { .n = common->jobs,
		.open = on_open,
		.work = on_job,
		.close = on_close,
		.self = m };
	struct intake *in = intake_open(common, n, files);
	struct job_sums sums;
	struct sink *out;
	int status;

	if (in == NULL)
		return diag_status();
	find_columns(m, in);
	out = cli_output(common);
	write_header(m, out);
	sums = jobs_run(&jobs, in, out);
	intake_close(in, sums.rows);
	status = cli_finish(out);
	limits_tell(sums.limits, sums.limited);
	return status;
}

int
main(int argc, char **argv)
{
	struct opts o = { 0 };
	struct match m = { .opts = &o };
	struct lexloaded loaded;
	int status;

	cli_init(argv[0]);
	parse_args(&o, argc, argv);
	loaded = lexload(&o.lexload);
	m.lexicon = loaded.lexicon;
	list_own_columns(&m);
	refuse_doubles(&m);
	status = run(&m, argc - optind, argv + optind);
	free(m.with);
	free(m.own);
	lexload_free(&loaded, &o.lexload);
	cli_names_free(&o.with);
	return status;
}
