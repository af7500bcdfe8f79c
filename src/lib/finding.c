/* finding.c - what is to be said of a lexicon. */
#include "config.h"

#include <stdarg.h>
#include <stdio.h>

#include "finding.h"

const struct entry *
finding_entry(const struct findings *f, size_t form)
{
	return lexicon_entry(f->lex, lexicon_form(f->lex, form)->entry);
}

struct text
finding_word(const struct findings *f, const struct lexicon_item *it)
{
	return vocab_text(lexicon_vocab(f->lex), it->word);
}

void
finding_tell(const struct findings *f, const struct entry *e,
	const char *column, const char *suggestion, const char *fmt, ...)
{
	const struct table *t = lexicon_table(f->lex, e->file);
	struct err err = { 0 };
	va_list ap;

	err_at(&err, table_path(t), table_line(t, e->row),
		table_byte(t, e->row, table_column(t, column), 0));
	va_start(ap, fmt);
	(void)vsnprintf(err.text, sizeof(err.text), fmt, ap);
	va_end(ap);
	f->tell(f->ctx, &err, suggestion);
}

void
finding_place(struct buf *b, const struct lexicon *lex, const struct entry *e)
{
	const struct table *t = lexicon_table(lex, e->file);

	buf_adds(b, table_path(t));
	buf_addc(b, ':');
	buf_addu(b, table_line(t, e->row));
}
