/* clamor-norm.c - append the text as the matcher sees it. */
#include "config.h"

#include <stdio.h>

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
	struct fold *fold;
	struct post post;
	size_t text;
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
		LEXLOAD_OPTIONS, CLI_OPTIONS_PREFIX, CLI_OPTIONS_INPUT,
		CLI_OPTIONS_BASE, CLI_OPTIONS_END };
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

/* A line break stays in the folded text as a sentence end; not in a row. */
static struct text
on_one_line(struct norm *n, struct text t)
{
	size_t i;

	buf_clear(&n->line);
	for (i = 0; i < t.len; i++)
		buf_addc(&n->line, t.p[i] == '\n' ? ' ' : t.p[i]);
	return buf_text(&n->line);
}

static void
on_batch(void *self, const struct batch *batch, struct rowfilter_cells *cells)
{
	struct norm *n = self;
	size_t i;

	for (i = 0; i < batch->nrows; i++) {
		const struct cell *c = &batch->rows[i].cells[n->text];

		post_read(&n->post, n->fold, lexicon_vocab(n->lexicon),
			cell_text(c, &n->cell));
		rowfilter_text(cells, on_one_line(n, n->post.text));
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
		.work = on_batch,
		.self = &n };
	struct lexloaded loaded;
	int status;

	cli_init(argv[0]);
	parse_args(&o, argc, argv);
	loaded = lexload(&o.lexload);
	n.lexicon = loaded.lexicon;
	n.fold = fold_new();
	status = rowfilter_run(&f, &o.common, argc - optind, argv + optind);
	fold_free(n.fold);
	post_free(&n.post);
	buf_free(&n.cell);
	buf_free(&n.line);
	lexload_free(&loaded, &o.lexload);
	return status;
}
