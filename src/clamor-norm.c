/* clamor-norm.c - append the text as the matcher sees it. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli.h"
#include "lexload.h"
#include "rowfilter.h"
#include "tokens.h"
#include "xalloc.h"

struct opts {
	struct cli_common common;
	struct lexload lexload;
	const char *text; /* --text COLUMN */
};

struct norm {
	const struct opts *opts;
	const struct lexicon *lexicon;
	size_t text;
};

/* What one thread needs. */
struct worker {
	const struct norm *norm;
	struct fold *fold;
	struct post post;
	struct buf cell, line;
};

static void
usage(void)
{
	(void)fputs(
		"Usage: clamor-norm [OPTION]... [FILE]...\n"
		"Append a column 'norm': the text as lexicon terms and "
		"expressions see it.\n"
		"\n"
		"  clamor-norm posts.csv\n"
		"  clamor-import menciones.csv | clamor-norm | head\n"
		"\n"
		"      --text COLUMN        the column to read (default text)\n",
		stdout);
	(void)fputs(lexload_help, stdout);
	(void)fputs(cli_help_jobs, stdout);
	(void)fputs(cli_help_prefix, stdout);
	(void)fputs(cli_help_input, stdout);
	(void)fputs(cli_help_base, stdout);
}

static void
parse_args(struct opts *o, int argc, char **argv)
{
	enum { OPT_TEXT = OPT_FILTER };
	static const struct option options[] = { { "text", required_argument,
							 NULL, OPT_TEXT },
		LEXLOAD_OPTIONS, CLI_OPTIONS_JOBS, CLI_OPTIONS_PREFIX,
		CLI_OPTIONS_INPUT, CLI_OPTIONS_BASE, CLI_OPTIONS_END };
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
	}
}

static void
on_begin(void *self, const struct intake *in)
{
	struct norm *n = self;

	n->text = intake_need(in, n->opts->text, "--text COLUMN");
}

static void *
on_open(void *self)
{
	struct worker *w = xcalloc(1, sizeof(*w));

	w->norm = self;
	w->fold = fold_new();
	return w;
}

static void
on_close(void *worker)
{
	struct worker *w = worker;

	fold_free(w->fold);
	post_free(&w->post);
	buf_free(&w->cell);
	buf_free(&w->line);
	free(w);
}

/* Records stay on their line. */
static struct text
on_one_line(struct worker *w, struct text t)
{
	const char *lf = t.len > 0 ? memchr(t.p, '\n', t.len) : NULL;
	size_t i;

	if (lf == NULL)
		return t;
	buf_clear(&w->line);
	buf_addt(&w->line, t);
	for (i = (size_t)(lf - t.p); i < t.len; i++)
		if (w->line.p[i] == '\n')
			w->line.p[i] = ' ';
	return buf_text(&w->line);
}

static void
on_batch(void *worker, const struct batch *batch, struct rowfilter_cells *cells)
{
	struct worker *w = worker;
	const struct norm *n = w->norm;
	size_t i;

	for (i = 0; i < batch->nrows; i++) {
		post_read(&w->post, w->fold, lexicon_vocab(n->lexicon),
			row_text(&batch->rows[i], n->text, &w->cell));
		rowfilter_text(cells, on_one_line(w, w->post.text));
	}
}

int
main(int argc, char **argv)
{
	static const char *const columns[] = { "norm" };
	struct opts o = { 0 };
	struct norm n = { .opts = &o };
	const struct rowfilter f = { .columns = columns,
		.ncolumns = 1,
		.begin = on_begin,
		.open = on_open,
		.work = on_batch,
		.close = on_close,
		.self = &n };
	struct lexloaded loaded;
	int status;

	cli_init(argv[0]);
	parse_args(&o, argc, argv);
	o.lexload.words_only = true;
	loaded = lexload(&o.lexload);
	n.lexicon = loaded.lexicon;
	status = rowfilter_run(&f, &o.common, argc - optind, argv + optind);
	lexload_free(&loaded, &o.lexload);
	return status;
}
