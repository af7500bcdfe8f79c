/* list.c - clamor-lexicon list: all forms that terms match. */
#include "config.h"

#include <stdlib.h>

#include "command.h"

static void
put_form(struct csvout *csv, const struct lexicon *lex,
	const struct lexicon_form *f)
{
	const struct entry *e = lexicon_entry(lex, f->entry);
	const struct table *t = lexicon_table(lex, e->file);

	csvout_text(csv, table_name(t));
	csvout_int(csv, (int64_t)table_line(t, e->row));
	csvout_text(csv, e->role_name);
	csvout_text(csv, f->key);
	csvout_text(csv, e->term);
	csvout_end(csv);
}

static void
list(struct opts *o)
{
	struct codes *codes = lexload_codes(&o->lexload);
	struct lexicon *lex = lexicon_new(codes);
	struct buf buf = { 0 };
	struct csvout csv = { .buf = &buf };
	struct sink *out;
	size_t i;

	if (!command_add_files(lex, o, lexload_say, NULL) ||
		lexicon_finish(lex, lexload_say, NULL) != CLAMOR_OK)
		exit(diag_status());
	out = cli_output(&o->common);
	csvout_raw(&csv, text_of("lexicon,line,role,form,term"));
	csvout_end(&csv);
	for (i = 0; i < lexicon_nforms(lex); i++) {
		put_form(&csv, lex, lexicon_form(lex, i));
		if (buf.len > (64u << 10))
			cli_flush(out, &buf);
	}
	cli_flush(out, &buf);
	buf_free(&buf);
	lexicon_free(lex);
	codes_free(codes);
	(void)cli_finish(out);
}

static const struct option options[] = { CLI_OPTIONS_END };

const struct command command_list = {
	.name = "list",
	.usage = "[OPTION]... [FILE|NAME]...",
	.help = "    every form that the terms match\n",
	.options = options,
	.run = list,
};
