/* clamor-lexicon.c - check and list lexicons. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli.h"
#include "lexload.h"
#include "matcher.h"
#include "regex.h"

struct opts {
	struct cli_common common;
	struct lexload lexload;
};

static void
usage(void)
{
	(void)fputs("Usage: clamor-lexicon check [OPTION]... [FILE|NAME]...\n"
		    "       clamor-lexicon list [OPTION]... [FILE|NAME]...\n"
		    "Check lexicon files, or print every form that their terms "
		    "match.\n"
		    "\n"
		    "  clamor-lexicon check ./mis-palabras.csv\n"
		    "  clamor-lexicon check                     # the shipped ones\n"
		    "  clamor-lexicon list complaints | head\n"
		    "\n"
		    "check reports, with file and line: bad terms, unknown codes, roles and\n"
		    "intents, forms that stand twice, examples that their entry does not match,\n"
		    "expressions without a word that they need (slow). Status 1 if anything is\n"
		    "wrong.\n"
		    "\n"
		    "      --codes FILE         topics from your own codes.csv\n",
		stdout);
	(void)fputs(cli_help_base, stdout);
}

static void
parse_args(struct opts *o, int argc, char **argv)
{
	static const struct option options[] = {
		{ "codes", required_argument, NULL, OPT_CODES },
		CLI_OPTIONS_BASE, CLI_OPTIONS_END };
	int opt;

	cli_common_init(&o->common);
	while ((opt = getopt_long(argc, argv, "hV", options, NULL)) != -1)
		if (!lexload_option(&o->lexload, opt))
			(void)cli_common_option(&o->common, opt, usage);
	if (optind == argc)
		cli_usage_error("say what to do: check or list");
}

/* Problems are the answer of check, not a failure of the program. */
static void
on_problem(void *ctx, const struct err *err)
{
	size_t *problems = ctx;

	(*problems)++;
	if (err->line == 0)
		diag_note("%s: %s", err->file, err->text);
	else if (err->col == 0)
		diag_note("%s:%zu: %s", err->file, err->line, err->text);
	else
		diag_note("%s:%zu:%zu: %s", err->file, err->line, err->col,
			err->text);
}

/* Add the operands, or all shipped lexicons; false if a file is not there. */
static bool
add_files(struct lexicon *lex, char *const *names, lexicon_problem *problem,
	void *ctx)
{
	struct buf path = { 0 };
	struct err err = { 0 };
	bool found = true;

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

static bool
is_hit(const struct hits *hits, const struct entry *e)
{
	size_t i;

	for (i = 0; i < hits->n; i++)
		if (hits->v[i].entry == e)
			return true;
	return false;
}

/* Every entry matches its example, unless a later file replaced it whole. */
static void
check_examples(const struct lexicon *lex, size_t *problems)
{
	struct matcher *m = matcher_new(lex);
	struct hits hits = { 0 };
	struct err err = { 0 };
	size_t i;

	for (i = 0; i < lexicon_nentries(lex); i++) {
		const struct entry *e = lexicon_entry(lex, i);
		const struct table *t = lexicon_table(lex, e->file);
		struct text example = table_cell(t, e->row,
			table_column(t, "example"));

		if (example.len == 0 || e->role == ROLE_SLANG ||
			e->role == ROLE_OFF)
			continue;
		if (matcher_find(m, example, &hits) == CLAMOR_OK &&
			is_hit(&hits, e))
			continue;
		err_at(&err, table_path(t), table_line(t, e->row), 0);
		(void)err_set(&err, CLAMOR_EINVAL,
			"'%.*s' does not match its example '%.*s'",
			(int)e->term.len, e->term.p, (int)example.len,
			example.p);
		on_problem(problems, &err);
	}
	hits_free(&hits);
	matcher_free(m);
}

/* A regular expression without a gate runs on every post. */
static void
check_gates(const struct lexicon *lex, size_t *problems)
{
	size_t i;

	for (i = 0; i < lexicon_nforms(lex); i++) {
		const struct lexicon_form *f = lexicon_form(lex, i);
		const struct entry *e = lexicon_entry(lex, f->entry);
		const struct table *t = lexicon_table(lex, e->file);
		struct text p = f->key;
		struct regex *r;
		struct err err = { 0 };

		if (!f->is_regex)
			continue;
		p.p++;
		p.len -= 2;
		if (regex_new(&r, p, &err) != CLAMOR_OK)
			continue; /* said when it was read */
		if (!regex_is_gated(r)) {
			err_at(&err, table_path(t), table_line(t, e->row), 0);
			(void)err_set(&err, CLAMOR_EINVAL,
				"'%.*s' has no letters that every match needs: "
				"it runs on every post", (int)f->key.len,
				f->key.p);
			on_problem(problems, &err);
		}
		regex_free(r);
	}
}

static void
check(struct lexicon *lex, char *const *names)
{
	size_t problems = 0;

	lexicon_set_strict(lex);
	if (!add_files(lex, names, on_problem, &problems))
		return;
	if (lexicon_finish(lex, on_problem, &problems) == CLAMOR_OK)
		check_examples(lex, &problems);
	check_gates(lex, &problems);
	(void)printf("entries=%zu forms=%zu problems=%zu\n",
		lexicon_nentries(lex), lexicon_nforms(lex), problems);
	if (problems > 0)
		diag_raise(EXIT_NO);
}

static void
list(struct lexicon *lex, char *const *names)
{
	struct sink *out = NULL;
	struct buf buf = { 0 };
	struct csvout csv = { .buf = &buf };
	struct cli_common common;
	size_t i;

	if (!add_files(lex, names, lexload_say, NULL) ||
		lexicon_finish(lex, lexload_say, NULL) != CLAMOR_OK)
		return;
	cli_common_init(&common);
	out = cli_output(&common);
	csvout_raw(&csv, text_of("lexicon,line,role,form,term"));
	csvout_end(&csv);
	for (i = 0; i < lexicon_nforms(lex); i++) {
		const struct lexicon_form *f = lexicon_form(lex, i);
		const struct entry *e = lexicon_entry(lex, f->entry);
		const struct table *t = lexicon_table(lex, e->file);

		csvout_text(&csv, table_name(t));
		csvout_int(&csv, (int64_t)table_line(t, e->row));
		csvout_text(&csv, e->role_name);
		csvout_text(&csv, f->key);
		csvout_text(&csv, e->term);
		csvout_end(&csv);
		if (buf.len > (64u << 10))
			cli_flush(out, &buf);
	}
	cli_flush(out, &buf);
	buf_free(&buf);
	exit(cli_finish(out));
}

int
main(int argc, char **argv)
{
	struct opts o = { 0 };
	struct codes *codes;
	struct lexicon *lex;
	const char *what;
	char *const *names;

	cli_init(argv[0]);
	parse_args(&o, argc, argv);
	what = argv[optind];
	names = optind + 1 < argc ? argv + optind + 1
				  : (char *const *)lexload_defaults;
	codes = lexload_codes(&o.lexload);
	lex = lexicon_new(codes);
	if (strcmp(what, "check") == 0)
		check(lex, names);
	else if (strcmp(what, "list") == 0)
		list(lex, names);
	else
		cli_usage_error("unknown command '%s': check or list", what);
	lexicon_free(lex);
	codes_free(codes);
	return diag_status();
}
