/* clamor-lexicon.c - the commands for lexicons and their options. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "lexicon/command.h"
#include "xalloc.h"

static const struct command *const commands[] = { &command_check, &command_list,
	&command_convert, &command_merge, &command_explain,
	&command_suggest, &command_tune };

#define NCOMMANDS (sizeof(commands) / sizeof(commands[0]))
#define OPTIONS_MAX 64

static void
usage(void)
{
	size_t i;

	(void)fputs(
		"Usage: clamor-lexicon COMMAND [OPTION]... [ARGUMENT]...\n"
		"Look after lexicons.\n"
		"\n"
		"  clamor-lexicon check ./mis-palabras.csv\n"
		"  clamor-lexicon check --csv ./mis-palabras.csv > hallazgos.csv\n"
		"  clamor-lexicon list complaints | head\n"
		"  clamor-lexicon convert --from list --weight -3 feas.txt > feas.csv\n"
		"  clamor-lexicon merge praise ./mis-palabras.csv > todo.csv\n"
		"  clamor-lexicon explain 'No me llega el pedido!!'\n"
		"  clamor-lexicon suggest corregido.csv > propuestas.csv\n"
		"  clamor-lexicon tune ./mis-palabras.csv corregido.csv > afinado.csv\n"
		"\n",
		stdout);
	for (i = 0; i < NCOMMANDS; i++)
		(void)printf("%s %s\n%s", commands[i]->name, commands[i]->usage,
			commands[i]->help);
	(void)fputs(
		"all commands\n"
		"      --country CC         the words of ar, cl, co, es, mx or pe before those\n"
		"                           of the other countries\n"
		"      --codes FILE         topics from your own codes.csv\n",
		stdout);
	(void)fputs("suggest and tune\n", stdout);
	(void)fputs(cli_help_input, stdout);
	(void)fputs(cli_help_base, stdout);
}

/* "check, list or explain", for messages. */
static const char *
command_names(struct buf *b)
{
	size_t i;

	for (i = 0; i < NCOMMANDS; i++) {
		if (i > 0)
			buf_adds(b, i + 1 < NCOMMANDS ? ", " : " or ");
		buf_adds(b, commands[i]->name);
	}
	return buf_cstr(b);
}

static const struct command *
command_by_name(const char *name)
{
	struct buf names = { 0 };
	size_t i;

	for (i = 0; i < NCOMMANDS; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	cli_usage_error(
		"unknown command '%s': %s", name, command_names(&names));
}

/* The option of this name or value in a list that its end closes; else the
 * end. */
static const struct option *
find_option(const struct option *list, const char *name, int val)
{
	while (list->name != NULL && list->val != val &&
		(name == NULL || strcmp(list->name, name) != 0))
		list++;
	return list;
}

/* The options of all commands in one list: the command may stand behind its
 * options. */
static void
gather_options(struct option all[OPTIONS_MAX])
{
	static const struct option shared[] = { { "codes", required_argument,
							NULL, OPT_CODES },
		{ "country", required_argument, NULL, OPT_COUNTRY },
		CLI_OPTIONS_BASE, CLI_OPTIONS_END };
	size_t n = sizeof(shared) / sizeof(shared[0]) - 1, i;
	const struct option *opt;

	memcpy(all, shared, sizeof(shared));
	for (i = 0; i < NCOMMANDS; i++)
		for (opt = commands[i]->options; opt->name != NULL; opt++)
			if (find_option(all, opt->name, opt->val)->name ==
					NULL &&
				n + 1 < OPTIONS_MAX) {
				all[n++] = *opt;
				all[n] = (struct option)CLI_OPTIONS_END;
			}
}

/* An option that was given, until the command is known. */
struct given {
	int val;
	char *arg;
};

/* Let the command take an option; ends the program if it has no such. */
static void
take_option(const struct command *c, struct opts *o, struct given g,
	const struct option *all)
{
	optarg = g.arg;
	if (g.val == OPT_CODES || g.val == OPT_COUNTRY)
		(void)lexload_option(&o->lexload, g.val);
	else if (find_option(c->options, NULL, g.val)->name == NULL)
		cli_usage_error("%s takes no --%s", c->name,
			find_option(all, NULL, g.val)->name);
	else
		c->set(o, g.val);
}

static const struct command *
parse_args(struct opts *o, int argc, char **argv)
{
	struct given *given = xcalloc((size_t)argc, sizeof(*given));
	struct option all[OPTIONS_MAX];
	const struct command *c;
	struct buf names = { 0 };
	size_t n = 0, i;
	int opt;

	gather_options(all);
	cli_common_init(&o->common);
	while ((opt = getopt_long(
			argc, argv, CLI_LETTERS LEXLOAD_LETTERS, all, NULL)) != -1)
		if (!cli_common_option(&o->common, opt, usage))
			given[n++] = (struct given){ opt, optarg };
	if (optind == argc)
		cli_usage_error("say what to do: %s", command_names(&names));
	c = command_by_name(argv[optind]);
	for (i = 0; i < n; i++)
		take_option(c, o, given[i], all);
	free(given);
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
