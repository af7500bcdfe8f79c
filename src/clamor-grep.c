/* clamor-grep.c - the posts that match, blind to accents and spelling. */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "intake.h"
#include "lexload.h"
#include "limits.h"
#include "matcher.h"
#include "tty.h"

struct opts {
	struct cli_common common;
	struct lexload lexload;
	const char *text; /* --text COLUMN */
	bool count;       /* -c */
	bool invert;      /* -v */
	bool quiet;       /* -q */
	uint64_t most;    /* -m N; 0: all */
	enum tty_color color;
};

struct grep {
	const struct opts *opts;
	struct matcher *matcher;
	struct hits hits;
	size_t text; /* the column */
	bool shown;  /* for the eye: nothing raw */
	bool colored;
	char delimiter;
	struct buf out, cell;
	uint64_t found;
	uint64_t limits; /* posts in which an expression hit a limit */
};

/* A query is read as posts are: with the slang, and no other entries. */
static const char *const defaults[] = { "slang", NULL };

static void
usage(void)
{
	(void)fputs(
		"Usage: clamor-grep [OPTION]... TERM [FILE]...\n"
		"       clamor-grep [OPTION]... {-e TERM | -f LEXICON}... [FILE]...\n"
		"Write the posts that match TERM, whatever their accents, "
		"case or spelling.\n"
		"\n"
		"  clamor-grep 'no me lleg*' posts.csv > sin-llegar.csv\n"
		"  clamor-grep -c -e 'publicidad engañosa' -e profeco posts.csv\n"
		"  clamor-import menciones.csv | clamor-grep -f crisis\n"
		"\n"
		"TERM is what the column term of a lexicon holds: words, decepcion*,\n"
		"caja{|s}, ~3 for a gap of words, <num>, /expression/. On a terminal the\n"
		"hits are coloured and controls in posts are shown, not obeyed; elsewhere\n"
		"the records pass as they are. Status 0: found, 1: nothing found, 2: trouble,\n"
		"3: records were rejected.\n"
		"\n"
		"  -e, --term TERM          a term (repeatable); operands are FILEs then\n"
		"  -f, --lexicon FILE|NAME  any entry of a lexicon but modifiers (repeatable)\n"
		"  -v, --invert-match       the posts that do not match\n"
		"  -c, --count              print only how many there are\n"
		"  -q, --quiet              print nothing, stop at the first; see the status\n"
		"  -m, --max-count N        stop after N posts\n"
		"      --text COLUMN        the column to search (default text)\n"
		"      --color WHEN         colour hits: auto, always or never\n"
		"      --no-defaults        without the shipped slang\n"
		"      --country CC         slang as in ar, cl, co, es, mx or pe\n"
		"      --codes FILE         topics that the lexicons of -f may name\n"
		"      --as-typed           put no misspelt or disguised word right, cut none\n",
		stdout);
	(void)fputs(cli_help_input, stdout);
	(void)fputs(cli_help_base, stdout);
}

static uint64_t
parse_most(const char *s)
{
	size_t n;

	if (s[strspn(s, "0123456789")] != '\0' || !cli_parse_size(s, &n) ||
		n == 0)
		cli_usage_error(
			"bad number '%s' for --max-count (1 or more)", s);
	return n;
}

static void
set_option(struct opts *o, int opt)
{
	switch (opt) {
	case 'e':
		lexload_term(&o->lexload, optarg);
		break;
	case 'v':
		o->invert = true;
		break;
	case 'c':
		o->count = true;
		break;
	case 'q':
		o->quiet = true;
		break;
	case 'm':
		o->most = parse_most(optarg);
		break;
	}
}

static void
parse_args(struct opts *o, int argc, char **argv)
{
	enum { OPT_TEXT = OPT_FILTER, OPT_COLOR };
	static const struct option options[] = { { "term", required_argument,
							 NULL, 'e' },
		{ "invert-match", no_argument, NULL, 'v' },
		{ "count", no_argument, NULL, 'c' },
		{ "quiet", no_argument, NULL, 'q' },
		{ "max-count", required_argument, NULL, 'm' },
		{ "text", required_argument, NULL, OPT_TEXT },
		{ "color", required_argument, NULL, OPT_COLOR },
		LEXLOAD_OPTIONS, CLI_OPTIONS_INPUT, CLI_OPTIONS_BASE,
		CLI_OPTIONS_END };
	int opt;

	cli_common_init(&o->common);
	o->lexload.defaults = defaults;
	o->lexload.slang_only = true;
	o->text = "text";
	while ((opt = getopt_long(argc, argv,
			"e:vcqm:" CLI_LETTERS LEXLOAD_LETTERS, options,
			NULL)) != -1) {
		if (lexload_option(&o->lexload, opt) ||
			cli_common_option(&o->common, opt, usage))
			continue;
		if (opt == OPT_TEXT)
			o->text = optarg;
		else if (opt != OPT_COLOR)
			set_option(o, opt);
		else if (!tty_color_read(optarg, &o->color))
			cli_usage_error("bad word '%s' for --color "
					"(auto, always or never)",
				optarg);
	}
	if (o->lexload.nterms > 0 || o->lexload.nfiles > 0)
		return;
	if (optind == argc)
		cli_usage_error("no TERM to look for");
	lexload_term(&o->lexload, argv[optind++]);
}

/* Leave the hits that were asked for: a "no" or a "muy" of -f is none. */
static void
drop_modifiers(struct hits *hits)
{
	size_t n = 0, i;

	for (i = 0; i < hits->n; i++)
		if (!role_modifies(hits->v[i].entry->role))
			hits->v[n++] = hits->v[i];
	hits->n = n;
}

/* For the eye. */

/* Append a piece of a cell's content; quotes inside quotes stand doubled. */
static void
show_piece(struct grep *g, struct text t, bool quoted, bool hit)
{
	struct buf doubled = { 0 };
	size_t i;

	for (i = 0; i < t.len; i++) {
		if (quoted && t.p[i] == '"')
			buf_addc(&doubled, '"');
		buf_addc(&doubled, t.p[i]);
	}
	if (hit)
		tty_add_hit(&g->out, buf_text(&doubled));
	else
		tty_add(&g->out, buf_text(&doubled));
	buf_free(&doubled);
}

/* The text with its hits coloured; of hits that overlap, each byte once. */
static void
show_text(struct grep *g, struct text post, bool quoted)
{
	size_t at = 0, i;

	for (i = 0; g->colored && i < g->hits.n; i++) {
		const struct hit *h = &g->hits.v[i];
		size_t from = h->from > at ? h->from : at;

		if (h->to <= at)
			continue;
		show_piece(g, (struct text){ post.p + at, from - at }, quoted,
			false);
		show_piece(g, (struct text){ post.p + from, h->to - from },
			quoted, true);
		at = h->to;
	}
	show_piece(
		g, (struct text){ post.p + at, post.len - at }, quoted, false);
}

static void
show_row(struct grep *g, const struct row *row, struct text post)
{
	size_t i;

	for (i = 0; i < row->ncells; i++) {
		const struct cell c = row_cell(row, i);

		if (i > 0)
			buf_addc(&g->out, g->delimiter);
		if (c.quoted)
			buf_addc(&g->out, '"');
		if (i == g->text)
			show_text(g, post, c.quoted);
		else
			tty_add(&g->out, (struct text){ c.p, c.len });
		if (c.quoted)
			buf_addc(&g->out, '"');
	}
	buf_addc(&g->out, '\n');
}

static void
put_header(struct grep *g, const struct intake *in)
{
	if (g->shown)
		tty_add(&g->out, intake_header_raw(in));
	else
		buf_addt(&g->out, intake_header_raw(in));
	buf_addc(&g->out, '\n');
}

static void
put_row(struct grep *g, const struct row *row, struct text post)
{
	if (g->shown) {
		show_row(g, row, post);
		return;
	}
	buf_addt(&g->out, row->raw);
	buf_addc(&g->out, '\n');
}

static bool
is_wanted(struct grep *g, struct text post)
{
	if (matcher_find_only(g->matcher, post, &g->hits) == CLAMOR_ELIMIT)
		g->limits++;
	drop_modifiers(&g->hits);
	return (g->hits.n > 0) != g->opts->invert;
}

/* Returns true when enough was found. */
static bool
grep_batch(struct grep *g, const struct batch *batch)
{
	const struct opts *o = g->opts;
	size_t i;

	for (i = 0; i < batch->nrows; i++) {
		const struct row *row = &batch->rows[i];
		struct text post = row_text(row, g->text, &g->cell);

		if (!is_wanted(g, post))
			continue;
		g->found++;
		if (o->quiet)
			return true;
		if (!o->count)
			put_row(g, row, post);
		if (g->found == o->most)
			return true;
	}
	return false;
}

static void
each_batch(struct grep *g, struct intake *in, struct sink *out)
{
	struct batch batch;
	bool enough = false;

	while (!enough && intake_next(in, &batch)) {
		enough = grep_batch(g, &batch);
		cli_flush(out, &g->out);
	}
}

static int
run(struct grep *g, int n, char *const *files)
{
	const struct opts *o = g->opts;
	struct intake *in = intake_open(&o->common, n, files);
	struct sink *out;

	if (in == NULL)
		return diag_status();
	g->text = intake_need(in, o->text, "--text COLUMN");
	g->delimiter = intake_delimiter(in);
	out = cli_output(&o->common);
	g->colored = tty_color_wanted(o->color, sink_is_terminal(out));
	g->shown = g->colored || sink_is_terminal(out);
	if (g->colored)
		sink_trust(out);
	if (!o->quiet && !o->count)
		put_header(g, in);
	cli_flush(out, &g->out);
	each_batch(g, in, out);
	if (o->count && !o->quiet)
		buf_addf(&g->out, "%" PRIu64 "\n", g->found);
	cli_flush(out, &g->out);
	if (g->found == 0)
		diag_raise(EXIT_NO);
	intake_close(in, g->found);
	return cli_finish(out);
}

int
main(int argc, char **argv)
{
	struct opts o = { 0 };
	struct grep g = { .opts = &o };
	struct lexloaded loaded;
	int status;

	cli_init(argv[0]);
	parse_args(&o, argc, argv);
	loaded = lexload(&o.lexload);
	g.matcher = matcher_new(loaded.lexicon);
	status = run(&g, argc - optind, argv + optind);
	limits_tell(g.limits, matcher_limited(g.matcher));
	matcher_free(g.matcher);
	hits_free(&g.hits);
	buf_free(&g.out);
	buf_free(&g.cell);
	lexload_free(&loaded, &o.lexload);
	return status;
}
