/* clamor-lexicon.c - check, list and explain lexicons. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "account.h"
#include "cli.h"
#include "lexload.h"
#include "limits.h"
#include "lines.h"
#include "lint.h"
#include "rivals.h"
#include "tty.h"

enum {
	OPT_CSV = OPT_FILTER,
	OPT_STRICT,
	OPT_RATED,
	OPT_COLOR,
};

struct opts {
	struct cli_common common;
	struct lexload lexload;
	bool csv, strict; /* of check */
	bool rated;       /* of explain, with color and the lexicon options */
	enum tty_color color;
	char *const *operands; /* behind the command; NULL behind the last */
};

struct command {
	const char *name;
	const int *options; /* its own ones, 0 behind the last */
	void (*run)(struct opts *o);
};

static void
usage(void)
{
	(void)fputs(
		"Usage: clamor-lexicon check [OPTION]... [FILE|NAME]...\n"
		"       clamor-lexicon list [OPTION]... [FILE|NAME]...\n"
		"       clamor-lexicon explain [OPTION]... [POST]...\n"
		"Check lexicons, print what their terms match, or tell "
		"why a post is judged as it is.\n"
		"\n"
		"  clamor-lexicon check ./mis-palabras.csv\n"
		"  clamor-lexicon check --strict --csv ./mis-palabras.csv > hallazgos.csv\n"
		"  clamor-lexicon list complaints | head\n"
		"  clamor-lexicon explain 'No me llega el pedido!!'\n"
		"\n"
		"check reports, with file and line: bad terms, unknown codes, roles and\n"
		"intents, forms that stand twice, examples that their entry does not match,\n"
		"expressions without a word that they need (slow). Status 1 if anything is\n"
		"wrong. list prints every form that the terms match. explain tells how\n"
		"clamor-label comes to its verdict on a post, word by word; without POST,\n"
		"the lines of standard input are posts.\n"
		"\n"
		"      --codes FILE         topics from your own codes.csv\n"
		"check:\n"
		"      --strict             also what is suspect: entries that never count or\n"
		"                           match, near doubles, contradictions\n"
		"      --csv                findings as CSV on standard output\n"
		"explain:\n"
		"  -f, --lexicon FILE|NAME  add a lexicon to the shipped ones (repeatable)\n"
		"      --no-defaults        without the shipped lexicons\n"
		"      --rated              the posts carry a rating\n"
		"      --color WHEN         colours: auto, always or never\n"
		"\n",
		stdout);
	(void)fputs(cli_help_base, stdout);
}

/* Add the operands, or all shipped lexicons; false if a file is not there. */
static bool
add_files(struct lexicon *lex, char *const *names, lexicon_problem *problem,
	void *ctx)
{
	struct buf path = { 0 };
	struct err err = { 0 };
	bool found = true;

	if (*names == NULL)
		names = (char *const *)lexload_defaults;
	if (lexicon_path(&path, "different", &err) == CLAMOR_OK &&
		lexicon_add_different(lex, path.p, &err) != CLAMOR_OK)
		problem(ctx, &err);
	for (; *names != NULL; names++) {
		enum rc rc = lexicon_path(&path, *names, &err);

		if (rc == CLAMOR_OK)
			rc = lexicon_add(lex, path.p, problem, ctx);
		else
			diag_err(&err);
		found &= rc != CLAMOR_ENOTFOUND && rc != CLAMOR_EIO;
	}
	buf_free(&path);
	if (!found)
		diag_raise(EXIT_TROUBLE);
	return found;
}

/* Check. */

struct check {
	bool as_csv;
	struct buf buf; /* CSV on its way out */
	struct csvout csv;
	size_t problems;
};

static void
put_number(struct csvout *csv, size_t n)
{
	if (n > 0)
		csvout_int(csv, (int64_t)n);
	else
		csvout_str(csv, "");
}

static void
put_finding(struct check *c, const struct err *err, struct text problem,
	struct text suggestion)
{
	csvout_str(&c->csv, err->file);
	put_number(&c->csv, err->line);
	put_number(&c->csv, err->col);
	csvout_text(&c->csv, problem);
	csvout_text(&c->csv, suggestion);
	csvout_end(&c->csv);
}

static void
say_finding(const struct err *err, const char *suggestion)
{
	struct buf b = { 0 };

	buf_adds(&b, err->file);
	if (err->line > 0)
		buf_addf(&b, ":%zu", err->line);
	if (err->col > 0)
		buf_addf(&b, ":%zu", err->col);
	buf_addf(&b, ": %s", err->text);
	if (*suggestion != '\0')
		buf_addf(&b, " (%s)", suggestion);
	diag_note("%s", buf_cstr(&b));
	buf_free(&b);
}

/* Problems are the answer of check, not a failure of the program. */
static void
on_finding(void *ctx, const struct err *err, const char *suggestion)
{
	struct check *c = ctx;

	c->problems++;
	if (c->as_csv)
		put_finding(c, err, text_of(err->text), text_of(suggestion));
	else
		say_finding(err, suggestion);
}

/* What the library refuses holds its suggestion in the text. */
static void
on_problem(void *ctx, const struct err *err)
{
	static const char mean[] = " (did you mean '";
	struct check *c = ctx;
	const char *at = strstr(err->text, mean);
	size_t len = strlen(err->text);

	if (!c->as_csv || at == NULL) {
		on_finding(ctx, err, "");
		return;
	}
	c->problems++;
	put_finding(c, err,
		(struct text){ err->text, (size_t)(at - err->text) },
		(struct text){ at + sizeof(mean) - 1, /* up to '?) */
			(size_t)(err->text + len - at) - sizeof(mean) - 2 });
}

/* Looking for what is suspect needs a lexicon that is in order. */
static void
look_closer(const struct findings *f, bool strict)
{
	lint_examples(f);
	if (!strict)
		return;
	lint_expressions(f);
	lint_dead(f);
	rivals_swallowed(f);
	rivals_alike(f);
	rivals_contradictory(f);
}

static void
check(struct opts *o)
{
	struct codes *codes = lexload_codes(&o->lexload);
	struct lexicon *lex = lexicon_new(codes);
	struct check c = { .as_csv = o->csv, .csv = { .buf = &c.buf } };
	const struct findings f = { lex, on_finding, &c };
	struct sink *out = cli_output(&o->common);

	if (o->csv)
		buf_adds(&c.buf, "file,line,column,problem,suggestion\n");
	lexicon_set_strict(lex);
	if (add_files(lex, o->operands, on_problem, &c)) {
		if (lexicon_finish(lex, on_problem, &c) == CLAMOR_OK)
			look_closer(&f, o->strict);
		lint_gates(&f);
		if (!o->csv)
			buf_addf(&c.buf, "entries=%zu forms=%zu problems=%zu\n",
				lexicon_nentries(lex), lexicon_nforms(lex),
				c.problems);
	}
	if (c.problems > 0)
		diag_raise(EXIT_NO);
	cli_flush(out, &c.buf);
	(void)cli_finish(out);
	buf_free(&c.buf);
	lexicon_free(lex);
	codes_free(codes);
}

/* List. */

static void
put_form(struct csvout *csv, const struct lexicon *lex,
	const struct lexicon_form *f)
{
	const struct entry *e = lexicon_entry(lex, f->entry);
	const struct table *t = lexicon_table(lex, e->file);

	csvout_text(csv, table_name(t));
	csvout_int(csv, (int64_t)table_line(t, e->row));
	csvout_text(csv, e->role_name);
	csvout_text(csv, f->key);
	csvout_text(csv, e->term);
	csvout_end(csv);
}

static void
list(struct opts *o)
{
	struct codes *codes = lexload_codes(&o->lexload);
	struct lexicon *lex = lexicon_new(codes);
	struct buf buf = { 0 };
	struct csvout csv = { .buf = &buf };
	struct sink *out;
	size_t i;

	if (!add_files(lex, o->operands, lexload_say, NULL) ||
		lexicon_finish(lex, lexload_say, NULL) != CLAMOR_OK)
		exit(diag_status());
	out = cli_output(&o->common);
	csvout_raw(&csv, text_of("lexicon,line,role,form,term"));
	csvout_end(&csv);
	for (i = 0; i < lexicon_nforms(lex); i++) {
		put_form(&csv, lex, lexicon_form(lex, i));
		if (buf.len > (64u << 10))
			cli_flush(out, &buf);
	}
	cli_flush(out, &buf);
	buf_free(&buf);
	lexicon_free(lex);
	codes_free(codes);
	(void)cli_finish(out);
}

/* Explain. */

struct explain {
	const struct opts *opts;
	const struct lexicon *lex;
	struct judge *judge;
	struct sink *out;
	struct buf buf;
	bool colored;
	uint64_t posts, limits;
};

static void
explain_post(struct explain *x, struct text post)
{
	struct verdict v;
	struct reasons r;

	if (judge_post(x->judge, post, x->opts->rated, &v) == CLAMOR_ELIMIT)
		x->limits++;
	r = judge_reasons(x->judge);
	if (x->posts++ > 0)
		buf_addc(&x->buf, '\n');
	account_add(&x->buf, x->lex, &r, &v, x->colored);
	cli_flush(x->out, &x->buf);
}

/* Each line of standard input. */
static void
explain_lines(struct explain *x)
{
	struct source *source;
	struct lines *lines;
	struct err err = { 0 };
	struct text line;
	enum rc rc = source_open(&source, NULL, true, &err);

	if (rc != CLAMOR_OK)
		diag_fatal(&err);
	lines = lines_new(source, x->opts->common.max_record);
	while ((rc = lines_next(lines, &line, &err)) != CLAMOR_END) {
		if (rc == CLAMOR_ELIMIT) {
			diag_note("%s:%zu: %s", err.file, err.line, err.text);
			diag_raise(EXIT_REJECTED);
			continue;
		}
		if (rc != CLAMOR_OK)
			diag_fatal(&err);
		explain_post(x, line);
	}
	lines_free(lines);
	source_close(source);
}

static void
explain(struct opts *o)
{
	struct lexloaded loaded = lexload(&o->lexload);
	struct explain x = { .opts = o, .lex = loaded.lexicon };
	struct verdict_options options;
	char *const *post;

	verdict_options_init(&options);
	x.judge = judge_new(x.lex, &options);
	judge_keep_reasons(x.judge);
	x.colored = tty_color_wanted(o->color, isatty(STDOUT_FILENO));
	x.out = cli_output(&o->common);
	for (post = o->operands; *post != NULL; post++)
		explain_post(&x, text_of(*post));
	if (post == o->operands)
		explain_lines(&x);
	limits_tell(x.limits, judge_matcher(x.judge));
	(void)cli_finish(x.out);
	judge_free(x.judge);
	buf_free(&x.buf);
	lexload_free(&loaded, &o->lexload);
}

/* The face. */

static const struct command *
command_by_name(const char *name)
{
	static const int of_check[] = { OPT_CSV, OPT_STRICT, 0 };
	static const int of_explain[] = { 'f', OPT_NO_DEFAULTS, OPT_RATED,
		OPT_COLOR, 0 };
	static const int none[] = { 0 };
	static const struct command commands[] = {
		{ "check", of_check, check },
		{ "list", none, list },
		{ "explain", of_explain, explain },
	};
	size_t i;

	for (i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	cli_usage_error("unknown command '%s': check, list or explain", name);
}

/* Ends the program if the command does not take the option; every one takes
 * --codes. */
static void
need_option(const struct command *c, int opt, const struct option *options)
{
	const int *own = c->options;

	while (*own != 0 && *own != opt)
		own++;
	if (*own != 0 || opt == OPT_CODES)
		return;
	while (options->val != opt)
		options++;
	cli_usage_error("%s takes no --%s", c->name, options->name);
}

static void
set_option(struct opts *o, int opt)
{
	if (lexload_option(&o->lexload, opt) ||
		cli_common_option(&o->common, opt, usage))
		return;
	if (opt == OPT_CSV)
		o->csv = true;
	else if (opt == OPT_STRICT)
		o->strict = true;
	else if (opt == OPT_RATED)
		o->rated = true;
	else if (!tty_color_read(optarg, &o->color))
		cli_usage_error("bad word '%s' for --color "
				"(auto, always or never)",
			optarg);
}

/* The options may stand before the command: it is known at the end only. */
static const struct command *
parse_args(struct opts *o, int argc, char **argv)
{
	static const struct option options[] = { { "csv", no_argument, NULL,
							 OPT_CSV },
		{ "strict", no_argument, NULL, OPT_STRICT },
		{ "rated", no_argument, NULL, OPT_RATED },
		{ "color", required_argument, NULL, OPT_COLOR },
		LEXLOAD_OPTIONS, CLI_OPTIONS_BASE, CLI_OPTIONS_END };
	const struct command *c;
	int given[8], opt;
	size_t n = 0, i, k;

	cli_common_init(&o->common);
	while ((opt = getopt_long(argc, argv, "hV" LEXLOAD_LETTERS, options,
			NULL)) != -1) {
		set_option(o, opt);
		for (k = 0; k < n && given[k] != opt; k++)
			;
		if (k == n)
			given[n++] = opt;
	}
	if (optind == argc)
		cli_usage_error("say what to do: check, list or explain");
	c = command_by_name(argv[optind]);
	for (i = 0; i < n; i++)
		need_option(c, given[i], options);
	o->operands = argv + optind + 1;
	return c;
}

int
main(int argc, char **argv)
{
	struct opts o = { 0 };
	const struct command *c;

	cli_init(argv[0]);
	c = parse_args(&o, argc, argv);
	c->run(&o);
	return diag_status();
}
