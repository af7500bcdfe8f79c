/* lexload.c - lexicons by the options of a filter. */
#include "config.h"

#include <stdlib.h>

#include "cli.h"
#include "countries.h"
#include "diag.h"
#include "lexload.h"
#include "lexpath.h"
#include "utf8.h"
#include "xalloc.h"

const char lexload_help[] =
	"  -f, --lexicon FILE|NAME  add a lexicon to the shipped ones (repeatable)\n"
	"      --no-defaults        without the shipped lexicons\n"
	"      --country CC         the words of ar, cl, co, es, mx or pe before those\n"
	"                           of the other countries\n"
	"      --codes FILE         topics, areas and stages from your own codes.csv\n"
	"      --as-typed           put no misspelt or disguised word right, cut none\n";

const char *const lexload_defaults[] = { "complaints", "praise", "opinions",
	"cues", "crisis", "intents", "modifiers", "emoji", "slang", "insults",
	"spam", "marks", "speakers", "replies", NULL };

static const char *
parse_country(const char *code)
{
	struct err err = { 0 };
	const char *country = country_by_code(code, &err);

	if (country == NULL)
		cli_usage_error("%s", err.text);
	return country;
}

void
lexload_file(struct lexload *l, const char *file)
{
	l->files =
		xgrow(l->files, l->nfiles, &l->cap, sizeof(const char *));
	l->files[l->nfiles++] = file;
}

bool
lexload_option(struct lexload *l, int opt)
{
	switch (opt) {
	case 'f':
		lexload_file(l, optarg);
		return true;
	case OPT_NO_DEFAULTS:
		l->no_defaults = true;
		return true;
	case OPT_COUNTRY:
		l->country = parse_country(optarg);
		return true;
	case OPT_CODES:
		l->codes = optarg;
		return true;
	case OPT_AS_TYPED:
		l->as_typed = true;
		return true;
	}
	return false;
}

void
lexload_term(struct lexload *l, const char *term)
{
	l->terms =
		xgrow(l->terms, l->nterms, &l->terms_cap, sizeof(const char *));
	l->terms[l->nterms++] = term;
}

void
lexload_say(void *ctx, const struct err *err)
{
	struct err place = *err;

	(void)ctx;
	place.col = 0; /* what a spreadsheet shows is the line */
	diag_err(&place);
}

struct codes *
lexload_codes(const struct lexload *l)
{
	struct buf path = { 0 };
	struct err err = { 0 };
	struct codes *codes;

	if (lexpath_find(&path, l->codes ? l->codes : "codes", &err) !=
			CLAMOR_OK ||
		codes_read(&codes, path.p, &err) != CLAMOR_OK)
		diag_fatal(&err);
	buf_free(&path);
	return codes;
}

static bool
add(struct lexicon *lex, const char *name)
{
	struct buf path = { 0 };
	struct err err = { 0 };
	bool ok = true;

	if (lexpath_find(&path, name, &err) != CLAMOR_OK) {
		diag_err(&err);
		ok = false;
	} else if (lexicon_add(lex, path.p, lexload_say, NULL) != CLAMOR_OK) {
		ok = false;
	}
	buf_free(&path);
	return ok;
}

static enum rc
add_pack(struct lexicon *lex, const char *country, bool chosen, bool slang_only,
	lexicon_problem *problem, void *ctx)
{
	struct buf path = { 0 };
	struct err err = { 0 };
	enum rc rc = lexpath_find(&path, country, &err);

	if (rc != CLAMOR_OK)
		problem(ctx, &err);
	else
		rc = lexicon_add_pack(
			lex, path.p, chosen, slang_only, problem, ctx);
	buf_free(&path);
	return rc;
}

enum rc
lexload_packs(struct lexicon *lex, const char *country, bool slang_only,
	lexicon_problem *problem, void *ctx)
{
	enum rc worst = CLAMOR_OK, rc;
	size_t i;

	for (i = 0; countries[i] != NULL; i++) {
		if (countries[i] == country)
			continue;
		rc = add_pack(
			lex, countries[i], false, slang_only, problem, ctx);
		worst = rc != CLAMOR_OK ? rc : worst;
	}
	if (country == NULL)
		return worst;
	rc = add_pack(lex, country, true, slang_only, problem, ctx);
	return rc != CLAMOR_OK ? rc : worst;
}

/* The lists of words that spellings are judged by. */
static bool
add_words(struct lexicon *lex, const char *name,
	enum rc (*read)(struct lexicon *, const char *, struct err *))
{
	struct buf path = { 0 };
	struct err err = { 0 };
	bool ok = lexpath_find(&path, name, &err) == CLAMOR_OK &&
		read(lex, path.p, &err) == CLAMOR_OK;

	if (!ok)
		diag_err(&err);
	buf_free(&path);
	return ok;
}

static bool
add_term(struct lexicon *lex, const char *term)
{
	struct err err = { 0 };
	size_t len = strlen(term);
	enum rc rc;

	if (utf8_valid_prefix(term, len) != len)
		rc = err_set(&err, CLAMOR_EINVAL, "invalid UTF-8");
	else if (len == 0)
		rc = err_set(&err, CLAMOR_EINVAL, "it is empty");
	else
		rc = lexicon_add_term(lex, term, &err);
	if (rc == CLAMOR_OK)
		return true;
	if (err.col > 0)
		diag_error(
			"bad term '%s', byte %zu: %s", term, err.col, err.text);
	else
		diag_error("bad term '%s': %s", term, err.text);
	return false;
}

struct lexloaded
lexload(const struct lexload *l)
{
	struct lexloaded loaded = { .codes = lexload_codes(l) };
	const char *const *defaults =
		l->defaults ? l->defaults : lexload_defaults;
	bool ok;
	size_t i;

	loaded.lexicon = lexicon_new(loaded.codes);
	ok = add_words(loaded.lexicon, "different", lexicon_add_different);
	if (l->as_typed)
		lexicon_keep_typed(loaded.lexicon);
	else
		ok &= add_words(
			loaded.lexicon, "ordinary", lexicon_add_ordinary);
	for (i = 0; !l->no_defaults && defaults[i] != NULL; i++)
		ok &= add(loaded.lexicon, defaults[i]);
	if (!l->no_defaults)
		ok &= lexload_packs(loaded.lexicon, l->country, l->slang_only,
			      lexload_say, NULL) == CLAMOR_OK;
	for (i = 0; i < l->nfiles; i++)
		ok &= add(loaded.lexicon, l->files[i]);
	for (i = 0; i < l->nterms; i++)
		ok &= add_term(loaded.lexicon, l->terms[i]);
	if (l->words_only)
		lexicon_words_only(loaded.lexicon);
	ok &= lexicon_finish(loaded.lexicon, lexload_say, NULL) == CLAMOR_OK;
	if (!ok)
		exit(diag_status());
	return loaded;
}

void
lexload_free(struct lexloaded *l, struct lexload *o)
{
	lexicon_free(l->lexicon);
	codes_free(l->codes);
	free(o->files);
	free(o->terms);
}
