/*
 * clamor-skel.c - the template of a row filter: appends the length of a text.
 *
 * Built and tested, not installed. Copy it, then change the columns, the
 * options and on_batch().
 */
#include "config.h"

#include <stdio.h>

#include "cli.h"
#include "rowfilter.h"

struct opts {
	struct cli_common common;
	const char *text; /* --text COLUMN */
};

/* What the filter knows while it runs. */
struct skel {
	const struct opts *opts;
	size_t text; /* the column's place */
	struct buf scratch;
};

static void
usage(void)
{
	(void)fputs(
		"Usage: clamor-skel [OPTION]... [FILE]...\n"
		"Append a column 'bytes': how long the text is.\n"
		"\n"
		"  clamor-skel posts.csv > measured.csv\n"
		"  clamor-skel --text comentario posts.csv\n"
		"\n"
		"      --text COLUMN        the column to measure (default text)\n",
		stdout);
	(void)fputs(cli_help_prefix, stdout);
	(void)fputs(cli_help_excel, stdout);
	(void)fputs(cli_help_input, stdout);
	(void)fputs(cli_help_base, stdout);
}

static void
parse_args(struct opts *o, int argc, char **argv)
{
	enum { OPT_TEXT = OPT_FILTER };
	static const struct option options[] = { { "text", required_argument,
							 NULL, OPT_TEXT },
		CLI_OPTIONS_PREFIX, CLI_OPTIONS_EXCEL, CLI_OPTIONS_INPUT,
		CLI_OPTIONS_BASE, CLI_OPTIONS_END };
	int opt;

	cli_common_init(&o->common);
	o->text = "text";
	while ((opt = getopt_long(argc, argv, CLI_LETTERS, options, NULL)) !=
		-1) {
		if (cli_common_option(&o->common, opt, usage))
			continue;
		if (opt == OPT_TEXT)
			o->text = optarg;
	}
}

static void
on_begin(void *self, const struct intake *in)
{
	struct skel *s = self;

	s->text = intake_need(in, s->opts->text, "--text COLUMN");
}

static void
on_batch(void *self, const struct batch *batch, struct rowfilter_cells *cells)
{
	struct skel *s = self;
	size_t i;

	for (i = 0; i < batch->nrows; i++) {
		struct text t = row_text(&batch->rows[i], s->text, &s->scratch);

		rowfilter_int(cells, (int64_t)t.len);
	}
}

int
main(int argc, char **argv)
{
	static const char *const columns[] = { "bytes" };
	struct opts o = { 0 };
	struct skel s = { .opts = &o };
	const struct rowfilter f = {
		.columns = columns,
		.ncolumns = sizeof(columns) / sizeof(columns[0]),
		.begin = on_begin,
		.work = on_batch,
		.self = &s,
	};
	int status;

	cli_init(argv[0]);
	parse_args(&o, argc, argv);
	status = rowfilter_run(&f, &o.common, argc - optind, argv + optind);
	buf_free(&s.scratch);
	return status;
}
