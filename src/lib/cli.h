/*
 * cli.h - the face that all filters share: start, help, version, the options
 * of reading and writing, standard output checked at the end.
 */
#ifndef CLAMOR_CLI_H
#define CLAMOR_CLI_H

#include <stdbool.h>
#include <getopt.h>

#include "csvout.h"
#include "diag.h"
#include "sink.h"

/* Options that several filters have; each filter takes those it names. */
struct cli_common {
	size_t max_record;        /* --max-record BYTES[k|M|G] */
	char delimiter;           /* -d/--delimiter CHAR|tab; 0: comma */
	const char *rejects;      /* --rejects FILE */
	uint64_t max_rejects;     /* --max-rejects N or P% */
	double max_rejects_share; /* P/100, or <0 when N was given */
	bool stats;               /* --stats */
	const char *output;   /* -o/--output FILE: written beside, renamed */
	const char *prefix;   /* --prefix P, for filters that add columns */
	bool excel;           /* --excel[=;] */
	char excel_delimiter; /* what follows =, else ',' */
	unsigned jobs;        /* --jobs N, 1.. */
};

/* Codes of long options without a letter start here; filters' own at 512. */
enum {
	OPT_MAX_RECORD = 256,
	OPT_REJECTS,
	OPT_MAX_REJECTS,
	OPT_STATS,
	OPT_PREFIX,
	OPT_EXCEL,
	OPT_JOBS,
	OPT_FILTER = 512,
};

/* For struct option tables. */
/* clang-format off */
#define CLI_OPTIONS_BASE                                                       \
	{ "help", no_argument, NULL, 'h' },                                    \
	{ "version", no_argument, NULL, 'V' }
#define CLI_OPTIONS_INPUT                                                      \
	{ "max-record", required_argument, NULL, OPT_MAX_RECORD },             \
	{ "delimiter", required_argument, NULL, 'd' },                         \
	{ "rejects", required_argument, NULL, OPT_REJECTS },                   \
	{ "max-rejects", required_argument, NULL, OPT_MAX_REJECTS },           \
	{ "stats", no_argument, NULL, OPT_STATS },                             \
	{ "output", required_argument, NULL, 'o' }
#define CLI_OPTIONS_PREFIX { "prefix", required_argument, NULL, OPT_PREFIX }
#define CLI_OPTIONS_EXCEL { "excel", optional_argument, NULL, OPT_EXCEL }
#define CLI_OPTIONS_JOBS { "jobs", required_argument, NULL, OPT_JOBS }
#define CLI_OPTIONS_END { NULL, 0, NULL, 0 }
/* clang-format on */
#define CLI_LETTERS "hVd:o:" /* their short forms for getopt_long */

/* The lines of --help for the options above, to be printed by usage(). */
extern const char cli_help_input[];
extern const char cli_help_prefix[];
extern const char cli_help_excel[];
extern const char cli_help_jobs[];
extern const char cli_help_base[];

/**
 * First thing in main: names the program, leaves the C locale in place (no
 * number or comparison depends on the user's), makes stdout's state checked
 * at exit.
 *
 * @help  the text of --help up to the shared options: examples first
 */
void cli_init(const char *argv0);

/** The defaults of the common options. */
void cli_common_init(struct cli_common *c);

/**
 * Handle one option that getopt_long returned: --help and --version print and
 * exit 0; one of the common options is stored; a bad one says so with
 * "Try '… --help'" and exits EXIT_TROUBLE.
 *
 * @usage  prints the help text to standard output
 *
 * Returns true if the option was one of the common ones, false if it is the
 * filter's own.
 */
bool cli_common_option(struct cli_common *c, int opt, void (*usage)(void));

/** Say "…: text", "Try 'clamor-x --help'…" and exit EXIT_TROUBLE. */
void cli_usage_error(const char *fmt, ...) CLAMOR_PRINTF(1, 2)
	__attribute__((noreturn));

/* Names that an option lists, in order. All zero is none; owns them. */
struct cli_names {
	char **v;
	size_t n, cap;
};

/**
 * Add the names of NAME,NAME,...; an empty one is a usage error.
 *
 * @option  for the message: "--by"
 */
void cli_names_add(
	struct cli_names *names, const char *option, const char *list);
void cli_names_free(struct cli_names *names);

/** Open --output or standard output; ends the program if it cannot. */
struct sink *cli_output(const struct cli_common *c);

/** A csvout on buf, dressed as --excel says; -d gives the delimiter in too. */
struct csvout cli_csvout(const struct cli_common *c, struct buf *buf);

/** Write what buf holds to the sink and clear it; ends the program if the
 * output fails (a full disk is never silence). */
void cli_flush(struct sink *out, struct buf *buf);

/** Close the output and return the exit status, for main's last line. */
int cli_finish(struct sink *out);

/** Read "64k", "1M", "2G" or a plain number of bytes; false if it is none. */
bool cli_parse_size(const char *s, size_t *bytes);

#endif
