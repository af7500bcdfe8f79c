/*
 * command.h - what clamor-lexicon's commands share. Each has a file here, with
 * its options, its help and its work; clamor-lexicon.c has the table of them.
 */
#ifndef CLAMOR_COMMAND_H
#define CLAMOR_COMMAND_H

#include "cli.h"
#include "foreign.h"
#include "lexload.h"
#include "tty.h"

/* Long options of the commands; the letter of one that has a letter. */
enum {
	OPT_CSV = OPT_FILTER,
	OPT_STRICT,
	OPT_ERRORS,
	OPT_RATED,
	OPT_COLOR,
	OPT_FROM,
	OPT_SCALE,
	OPT_WEIGHT,
	OPT_ROLE,
	OPT_TEXT,
	OPT_TRUE,
	OPT_AGAINST,
	OPT_FOR,
	OPT_PRAISE,
	OPT_TOP,
	OPT_MIN_POSTS,
	OPT_LONGEST,
	OPT_COST,
	OPT_FOLDS,
	OPT_FLIP,
};

/* What the options said: each command fills and reads its own part. */
struct opts {
	struct cli_common common;
	struct lexload lexload; /* --codes, --country of every command */
	struct {
		bool csv, strict, errors;
	} check;
	struct {
		bool rated;
		enum tty_color color;
	} explain;
	struct {
		const struct foreign *from;
		int32_t scale; /* thousandths; 0: the format's own */
		struct carry_weight *weights;
		size_t nweights, weights_cap;
		const char *role;
	} convert;
	struct {
		const char *text, *label, *against, *praise;
	} labelled; /* of suggest and tune; NULL: the default */
	struct {
		bool praise;
		unsigned longest;
		uint64_t top, least;
	} suggest; /* 0: the default */
	struct {
		bool flip;
		double cost;
		uint64_t folds, least;
	} tune; /* 0: the default */
	char *const *operands; /* behind the command; NULL behind the last */
};

struct command {
	const char *name;
	const char *usage; /* what follows the name: "[OPTION]... [POST]..." */
	const char *help;  /* the lines of what it does and of its options */
	const struct option *options; /* its own, closed by CLI_OPTIONS_END */

	/* Take one of them, with optarg; NULL if there are none. */
	void (*set)(struct opts *o, int opt);
	void (*run)(struct opts *o);
};

extern const struct command command_check, command_list, command_explain,
	command_convert, command_merge, command_suggest, command_tune;

/**
 * Add the operands, files or names, to a lexicon; all shipped lexicons if
 * there are none.
 *
 * @problem  told of every bad row (the others are taken)
 *
 * Returns false if a file could not be read; that is said, and the exit status
 * is EXIT_TROUBLE.
 */
bool command_add_files(struct lexicon *lex, const struct opts *o,
	lexicon_problem *problem, void *ctx);

/** The number that optarg is, from least to most; else a usage error of the
 * option. */
uint64_t command_number(const char *option, uint64_t least, uint64_t most);

#endif
