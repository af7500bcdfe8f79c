/*
 * lexload.h - the lexicon options that norm, match, label, grep and lexicon
 * share: -f, --no-defaults, --codes; and loading what they name. One of the
 * few modules that print (through diag).
 */
#ifndef CLAMOR_LEXLOAD_H
#define CLAMOR_LEXLOAD_H

#include <getopt.h>

#include "lexicon.h"

struct lexload {
	const char **files; /* -f, in order */
	size_t nfiles, cap;
	bool no_defaults;  /* --no-defaults */
	const char *codes; /* --codes FILE; NULL: the shipped ones */

	/* what a filter sets itself */
	const char *const *defaults; /* to load first, NULL behind the last;
					NULL: lexload_defaults */
	const char **terms;          /* of a query, loaded last */
	size_t nterms, terms_cap;
};

enum {
	OPT_NO_DEFAULTS = 400,
	OPT_CODES,
};

/* clang-format off */
#define LEXLOAD_OPTIONS                                                        \
	{ "lexicon", required_argument, NULL, 'f' },                           \
	{ "no-defaults", no_argument, NULL, OPT_NO_DEFAULTS },                 \
	{ "codes", required_argument, NULL, OPT_CODES }
/* clang-format on */
#define LEXLOAD_LETTERS "f:"

/* The lines of --help for them. */
extern const char lexload_help[];

/** Take an option; false if it is none of these. */
bool lexload_option(struct lexload *l, int opt);

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
 * Load the defaults (unless switched off), then the files of -f, then the
 * terms of a query; every problem is said with its place and ends the program
 * with status 2.
 */
struct lexloaded lexload(const struct lexload *l);
void lexload_free(struct lexloaded *l, struct lexload *o);

/** The names of the shipped lexicons in load order, NULL behind the last. */
extern const char *const lexload_defaults[];

/** A lexicon_problem that says it: for lexicon_add and lexicon_finish. */
void lexload_say(void *ctx, const struct err *err);

#endif
