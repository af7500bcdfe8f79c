/*
 * lexload.h - the lexicon options that norm, match, label, grep and lexicon
 * share: -f, --no-defaults, --country, --codes, --as-typed; and loading what
 * they name. One of the few modules that print (through diag).
 */
#ifndef CLAMOR_LEXLOAD_H
#define CLAMOR_LEXLOAD_H

#include <getopt.h>

#include "lexicon.h"

struct lexload {
	const char **files; /* -f, in order */
	size_t nfiles, cap;
	bool no_defaults;    /* --no-defaults */
	const char *country; /* --country; NULL: none */
	const char *codes;   /* --codes FILE; NULL: the shipped ones */
	bool as_typed;       /* --as-typed */

	/* what a filter sets itself */
	const char *const *defaults; /* to load first, NULL behind the last;
					NULL: lexload_defaults */
	bool slang_only;             /* of country packs */
	bool words_only;             /* see lexicon_words_only */
	const char **terms;          /* of a query, loaded last */
	size_t nterms, terms_cap;
};

enum {
	OPT_NO_DEFAULTS = 400,
	OPT_COUNTRY,
	OPT_CODES,
	OPT_AS_TYPED,
};

/* clang-format off */
#define LEXLOAD_OPTIONS                                                        \
	{ "lexicon", required_argument, NULL, 'f' },                           \
	{ "no-defaults", no_argument, NULL, OPT_NO_DEFAULTS },                 \
	{ "country", required_argument, NULL, OPT_COUNTRY },                   \
	{ "codes", required_argument, NULL, OPT_CODES },                       \
	{ "as-typed", no_argument, NULL, OPT_AS_TYPED }
/* clang-format on */
#define LEXLOAD_LETTERS "f:"

/* The lines of --help for them. */
extern const char lexload_help[];

/** Take an option; false if it is none of these. An unknown country ends the
 * program. */
bool lexload_option(struct lexload *l, int opt);

/** Add a file as -f does; borrowed until lexload. */
void lexload_file(struct lexload *l, const char *file);

/** Add a term of a query; borrowed until lexload. */
void lexload_term(struct lexload *l, const char *term);

/* What is loaded. */
struct lexloaded {
	struct codes *codes;
	struct lexicon *lexicon;
};

/** The codes file that the options name; ends the program if it is bad. */
struct codes *lexload_codes(const struct lexload *l);

/**
 * Load the defaults and the country packs (unless switched off), then the
 * files of -f, then the terms of a query; every problem is said with its place
 * and ends the program with status 2.
 */
struct lexloaded lexload(const struct lexload *l);
void lexload_free(struct lexloaded *l, struct lexload *o);

/** The names of the shipped lexicons in load order, NULL behind the last. */
extern const char *const lexload_defaults[];

/**
 * Add the packs of all countries to a lexicon, the chosen one last.
 *
 * @country     the chosen one; NULL: none
 * @slang_only  leave out all but slang
 *
 * Returns CLAMOR_OK, or the worst of what lexicon_add returned; what cannot
 * be found or read is told too.
 */
enum rc lexload_packs(struct lexicon *lex, const char *country, bool slang_only,
	lexicon_problem *problem, void *ctx);

/**
 * A lexicon_problem that says it, with file and line: for lexicon_add and
 * lexicon_finish.
 */
void lexload_say(void *ctx, const struct err *err);

#endif
