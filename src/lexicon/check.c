/* check.c - clamor-lexicon check: what is wrong with lexicons. */
#include "config.h"

#include <stdlib.h>

#include "command.h"
#include "lint.h"
#include "rivals.h"
#include "slips.h"
#include "trial.h"
#include "wider.h"
#include "xalloc.h"

/* A finding, kept until all are there. */
struct found {
	size_t file; /* of check.files */
	size_t line, column;
	size_t number; /* in the order found */
	size_t at;     /* in check.texts: the problem and the suggestion */
	size_t problem_len, suggestion_len;
};

struct check {
	bool as_csv;
	char **files; /* with findings, in the order met */
	size_t nfiles, files_cap;
	struct found *v;
	size_t n, cap;
	struct buf texts;
	struct buf buf; /* CSV on its way out */
	struct csvout csv;
};

static size_t
file_number(struct check *c, const char *file)
{
	size_t i = c->nfiles;

	while (i-- > 0) /* the last one, mostly */
		if (strcmp(c->files[i], file) == 0)
			return i;
	c->files = xgrow(c->files, c->nfiles, &c->files_cap, sizeof(*c->files));
	c->files[c->nfiles] = xstrdup(file);
	return c->nfiles++;
}

static void
keep_finding(struct check *c, const struct err *err, struct text problem,
	struct text suggestion)
{
	struct found f = { .file = file_number(c, err->file),
		.line = err->line,
		.column = err->col,
		.number = c->n,
		.at = c->texts.len,
		.problem_len = problem.len,
		.suggestion_len = suggestion.len };

	buf_addt(&c->texts, problem);
	buf_addt(&c->texts, suggestion);
	c->v = xgrow(c->v, c->n, &c->cap, sizeof(*c->v));
	c->v[c->n++] = f;
}

/* Problems are the answer of check, not a failure of the program. */
static void
on_finding(void *ctx, const struct err *err, const char *suggestion)
{
	keep_finding(ctx, err, text_of(err->text), text_of(suggestion));
}

/* Where the parenthesis that ends a text opens; NULL if none does. */
static const char *
last_parenthesis(struct text t)
{
	size_t depth = 0;

	while (t.len-- > 1) {
		depth += t.p[t.len] == ')';
		depth -= t.p[t.len] == '(';
		if (depth == 0)
			return t.p[t.len - 1] == ' ' && t.p[t.len] == '('
				? t.p + t.len - 1
				: NULL;
	}
	return NULL;
}

/*
 * What the library refuses ends in its suggestion: "… (take it out)"; where it
 * found a name, "… (did you mean 'trato'?)", a table needs that name alone.
 */
static void
on_problem(void *ctx, const struct err *err)
{
	static const char mean[] = "did you mean '";
	struct check *c = ctx;
	struct text problem = text_of(err->text), suggestion;
	const char *at = last_parenthesis(problem);

	if (!c->as_csv || at == NULL) {
		on_finding(ctx, err, "");
		return;
	}
	suggestion = (struct text){ at + 2,
		(size_t)(problem.p + problem.len - at) - 3 };
	problem.len = (size_t)(at - problem.p);
	if (suggestion.len > sizeof(mean) + 1 &&
		memcmp(suggestion.p, mean, sizeof(mean) - 1) == 0) {
		suggestion.p += sizeof(mean) - 1;
		suggestion.len -= sizeof(mean) + 1; /* and its '? */
	}
	keep_finding(c, err, problem, suggestion);
}

/* By file, line and column, as one mends them. */
static int
compare_found(const void *pa, const void *pb)
{
	const struct found *a = pa, *b = pb;

	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->column != b->column)
		return a->column < b->column ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

static void
put_number(struct csvout *csv, size_t n)
{
	if (n > 0)
		csvout_int(csv, (int64_t)n);
	else
		csvout_str(csv, "");
}

static void
put_finding(struct check *c, const struct found *f, struct text problem,
	struct text suggestion)
{
	csvout_str(&c->csv, c->files[f->file]);
	put_number(&c->csv, f->line);
	put_number(&c->csv, f->column);
	csvout_text(&c->csv, problem);
	csvout_text(&c->csv, suggestion);
	csvout_end(&c->csv);
}

static void
say_finding(const struct check *c, const struct found *f, struct text problem,
	struct text suggestion)
{
	struct buf b = { 0 };

	buf_adds(&b, c->files[f->file]);
	if (f->line > 0)
		buf_addf(&b, ":%zu", f->line);
	if (f->column > 0)
		buf_addf(&b, ":%zu", f->column);
	buf_adds(&b, ": ");
	buf_addt(&b, problem);
	if (suggestion.len > 0)
		buf_addf(&b, " (%.*s)", (int)suggestion.len, suggestion.p);
	diag_note("%s", buf_cstr(&b));
	buf_free(&b);
}

static void
tell_findings(struct check *c)
{
	size_t i;

	if (c->n > 1)
		qsort(c->v, c->n, sizeof(*c->v), compare_found);
	for (i = 0; i < c->n; i++) {
		const struct found *f = &c->v[i];
		const char *p = c->texts.p + f->at;
		struct text problem = { p, f->problem_len };
		struct text suggestion = { p + f->problem_len,
			f->suggestion_len };

		if (c->as_csv)
			put_finding(c, f, problem, suggestion);
		else
			say_finding(c, f, problem, suggestion);
	}
}

static void
check_free(struct check *c)
{
	size_t i;

	for (i = 0; i < c->nfiles; i++)
		free(c->files[i]);
	free(c->files);
	free(c->v);
	buf_free(&c->texts);
	buf_free(&c->buf);
}

/* What is suspect is for those who write: of the shipped ones, without a name,
 * nobody asks. */
static bool
is_strict(const struct opts *o)
{
	return o->check.strict || (o->operands[0] != NULL && !o->check.errors);
}

/* Looking for what is suspect needs a lexicon that is in order. */
static void
look_closer(const struct findings *f, bool strict)
{
	lint_examples(f);
	if (!strict)
		return;
	lint_columns(f);
	slips_tell(f);
	lint_expressions(f);
	lint_dead(f);
	wider_swallowed(f);
	rivals_doubled(f);
	rivals_alike(f);
	rivals_contradictory(f);
}

static void
check(struct opts *o)
{
	struct codes *codes = lexload_codes(&o->lexload);
	struct lexicon *lex = lexicon_new(codes);
	struct check c = { .as_csv = o->check.csv, .csv = { .buf = &c.buf } };
	const struct findings f = { lex, on_finding, &c };
	struct sink *out = cli_output(&o->common);

	if (o->check.csv)
		buf_adds(&c.buf, "file,line,column,problem,suggestion\n");
	lexicon_set_strict(lex);
	if (command_add_files(lex, o, on_problem, &c)) {
		bool clean = lexicon_finish(lex, on_problem, &c) == CLAMOR_OK;

		lexicon_make_keys(lex);
		if (clean)
			look_closer(&f, is_strict(o));
		lint_gates(&f);
		trial_expressions(&f);
		if (!o->check.csv)
			buf_addf(&c.buf, "entries=%zu forms=%zu problems=%zu\n",
				lexicon_nentries(lex), lexicon_nforms(lex),
				c.n);
	}
	tell_findings(&c);
	if (c.n > 0)
		diag_raise(EXIT_NO);
	cli_flush(out, &c.buf);
	(void)cli_finish(out);
	check_free(&c);
	lexicon_free(lex);
	codes_free(codes);
}

static void
set(struct opts *o, int opt)
{
	if (opt == OPT_CSV)
		o->check.csv = true;
	else if (opt == OPT_ERRORS)
		o->check.errors = true;
	else
		o->check.strict = true;
}

/* clang-format off */
static const struct option options[] = {
	{ "strict", no_argument, NULL, OPT_STRICT },
	{ "errors", no_argument, NULL, OPT_ERRORS },
	{ "csv", no_argument, NULL, OPT_CSV },
	CLI_OPTIONS_END
};
/* clang-format on */

const struct command command_check = {
	.name = "check",
	.usage = "[OPTION]... [FILE|NAME]...",
	.help = "    what is wrong, with file, line and column and a suggestion: syntax,\n"
		"    unknown codes, roles and intents, forms that stand twice, examples that\n"
		"    their entry does not match, slow expressions; and what is suspect:\n"
		"    entries that never count or match, near doubles, contradictions,\n"
		"    expressions that could be terms; status 1 if anything is\n"
		"      --errors             leave out what is suspect only\n"
		"      --strict             what is suspect also where no file is named\n"
		"      --csv                findings as CSV on standard output\n",
	.options = options,
	.set = set,
	.run = check,
};
