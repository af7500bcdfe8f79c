/* check.c - clamor-lexicon check: what is wrong with lexicons. */
#include "config.h"

#include "command.h"
#include "lint.h"
#include "rivals.h"
#include "slips.h"
#include "trial.h"
#include "wider.h"

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
	c->problems++;
	suggestion = (struct text){ at + 2,
		(size_t)(problem.p + problem.len - at) - 3 };
	problem.len = (size_t)(at - problem.p);
	if (suggestion.len > sizeof(mean) + 1 &&
		memcmp(suggestion.p, mean, sizeof(mean) - 1) == 0) {
		suggestion.p += sizeof(mean) - 1;
		suggestion.len -= sizeof(mean) + 1; /* and its '? */
	}
	put_finding(c, err, problem, suggestion);
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
