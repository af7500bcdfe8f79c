/* merge.c - clamor-lexicon merge: several lexicons as one file. */
#include "config.h"

#include <stdlib.h>

#include "command.h"
#include "join.h"

static void
merge(struct opts *o)
{
	struct codes *codes = lexload_codes(&o->lexload);
	struct lexicon *lex = lexicon_new(codes);
	struct buf buf = { 0 };
	struct sink *out;

	lexicon_keep_dead(lex);
	if (!command_add_files(lex, o, lexload_say, NULL) ||
		lexicon_finish(lex, lexload_say, NULL) != CLAMOR_OK)
		exit(diag_status());
	lexicon_make_keys(lex);
	(void)join_write(lex, &buf);
	out = cli_output(&o->common);
	cli_flush(out, &buf);
	(void)cli_finish(out);
	buf_free(&buf);
	lexicon_free(lex);
	codes_free(codes);
}

static const struct option options[] = { CLI_OPTIONS_END };

const struct command command_merge = {
	.name = "merge",
	.usage = "[OPTION]... [FILE|NAME]...",
	.help = "    one lexicon that does what these do when they are loaded in order\n",
	.options = options,
	.run = merge,
};
