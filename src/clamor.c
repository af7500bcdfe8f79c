/* clamor.c - the front of the suite: runs a filter, or prints the map. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli.h"
#include "nearest.h"

/* The map; tests/cli/clamor-map.sh compares it with what is installed. */
static const struct {
	const char *name, *about;
} commands[] = {
	{ "import", "exports of any kind to one CSV, one post a line" },
	{ "label", "append the verdict: praise or complaint, topic, why" },
	{ "tally", "counts and rates by day, brand, topic; merge them" },
	{ "grep", "the posts that match a word, whatever their spelling" },
	{ "match", "one row for every hit of a lexicon" },
	{ "norm", "append the text as lexicons see it" },
	{ "lexicon", "check, convert, merge, explain and tune lexicons" },
	{ "eval", "how good verdicts are on posts that people labelled" },
	{ "daily", "the cron job: a file of counts for every day" },
};

#define NCOMMANDS (sizeof(commands) / sizeof(commands[0]))

static void
print_map(void)
{
	size_t i;

	(void)fputs(
		"Usage: clamor COMMAND [ARGUMENT]...\n"
		"Hear complaints and praise in Spanish posts; "
		"'clamor label' runs clamor-label.\n"
		"\n"
		"  clamor import menciones.csv | clamor label | clamor tally --by day,code\n"
		"\n",
		stdout);
	for (i = 0; i < NCOMMANDS; i++)
		(void)printf(
			"  %-9s %s\n", commands[i].name, commands[i].about);
	(void)fputs(
		"\n'clamor COMMAND --help' tells more about one.\n\n", stdout);
	(void)fputs(cli_help_base, stdout);
}

/* Options in front of the command; what follows it is the command's. */
static void
parse_args(int argc, char **argv)
{
	static const struct option options[] = { CLI_OPTIONS_BASE,
		CLI_OPTIONS_END };
	struct cli_common common;
	int opt;

	cli_common_init(&common);
	while ((opt = getopt_long(argc, argv, "+hV", options, NULL)) != -1)
		(void)cli_common_option(&common, opt, print_map);
}

/* "clamor-label", in the folder of argv0 if that has one. */
static void
make_path(struct buf *path, const char *argv0, const char *command)
{
	const char *slash = strrchr(argv0, '/');

	buf_clear(path);
	if (slash != NULL)
		buf_add(path, argv0, (size_t)(slash - argv0) + 1);
	buf_addf(path, "clamor-%s", command);
	(void)buf_cstr(path);
}

/* An entry of $PATH that is no folder is no reason to complain. */
static bool
is_missing(int error)
{
	return error == ENOENT || error == ENOTDIR;
}

/* Returns only if there is no such program. */
static void
run(const char *argv0, char **argv)
{
	const char *command = argv[0];
	struct buf path = { 0 };

	make_path(&path, argv0, command);
	argv[0] = path.p;
	(void)execvp(path.p, argv); /* with a slash in it: only there */
	if (is_missing(errno) && strchr(path.p, '/') != NULL) {
		make_path(&path, "", command);
		argv[0] = path.p;
		(void)execvp(path.p, argv);
	}
	if (!is_missing(errno)) {
		diag_error("clamor-%s: %s", command, strerror(errno));
		exit(diag_status());
	}
	argv[0] = (char *)command;
	buf_free(&path);
}

static void __attribute__((noreturn)) refuse(const char *command)
{
	struct nearest near = nearest_begin(text_of(command));
	size_t i;

	for (i = 0; i < NCOMMANDS; i++)
		nearest_try(&near, text_of(commands[i].name), i);
	i = nearest_found(&near, NCOMMANDS);
	if (i < NCOMMANDS)
		cli_usage_error("unknown command '%s' (did you mean '%s'?)",
			command, commands[i].name);
	cli_usage_error("unknown command '%s'", command);
}

int
main(int argc, char **argv)
{
	cli_init(argv[0]);
	parse_args(argc, argv);
	if (optind >= argc) {
		print_map();
		return diag_status();
	}
	/* a / would lead out of the folders that programs come from */
	if (strchr(argv[optind], '/') == NULL)
		run(argv[0], argv + optind);
	refuse(argv[optind]);
}
