/* entrycells.c - cells kept by entry. */
#include "config.h"

#include <stdlib.h>

#include "entrycells.h"
#include "number.h"
#include "xalloc.h"

/* Where the cells of an entry are; n 0: not written yet. */
struct piece {
	size_t from;
	uint32_t n, nown;
};

struct entrycells {
	const struct lexicon *lex;
	const struct text *own;
	size_t nown;
	struct csvout out;
	struct buf cells, scratch;
	struct piece *pieces; /* by entry */
};

struct entrycells *
entrycells_new(const struct lexicon *lex, const struct text *own, size_t n,
	const struct csvout *out)
{
	struct entrycells *c = xcalloc(1, sizeof(*c));

	c->lex = lex;
	c->own = own;
	c->nown = n;
	c->out = *out;
	c->out.buf = &c->cells;
	c->out.begun = true;
	c->pieces = xcalloc(lexicon_nentries(lex), sizeof(*c->pieces));
	return c;
}

void
entrycells_free(struct entrycells *c)
{
	if (c == NULL)
		return;
	buf_free(&c->cells);
	buf_free(&c->scratch);
	free(c->pieces);
	free(c);
}

/* A weight as one writes it in a lexicon: -3, 1.5; empty for none. */
static void
put_weight(struct entrycells *c, int32_t milli)
{
	buf_clear(&c->scratch);
	if (milli != 0)
		number_add_milli(&c->scratch, milli);
	csvout_text(&c->out, buf_text(&c->scratch));
}

static void
put_columns(struct entrycells *c, const struct entry *e)
{
	const struct table *t = lexicon_table(c->lex, e->file);
	struct csvout *out = &c->out;

	csvout_text(out, table_name(t));
	csvout_int(out, (int64_t)table_line(t, e->row));
	csvout_text(out, e->term);
	csvout_text(out, codes_name(lexicon_codes(c->lex), e->code));
	csvout_str(out, intent_name(e->intent));
	if (e->severity > 0)
		csvout_int(out, e->severity);
	else
		csvout_str(out, "");
	put_weight(c, e->weight);
}

static void
put_own(struct entrycells *c, const struct entry *e)
{
	const struct table *t = lexicon_table(c->lex, e->file);
	size_t i, k;

	for (i = 0; i < c->nown; i++) {
		struct text cell = { "", 0 };

		for (k = 0; k < table_ncolumns(t); k++)
			if (text_eq(table_column_name(t, k), c->own[i]))
				cell = table_cell(t, e->row, k);
		csvout_text(&c->out, cell);
	}
}

static void
write_cells(struct entrycells *c, const struct entry *e, struct piece *p)
{
	p->from = c->cells.len;
	c->out.started = false;
	put_columns(c, e);
	p->n = (uint32_t)(c->cells.len - p->from);
	c->out.started = false;
	put_own(c, e);
	p->nown = (uint32_t)(c->cells.len - p->from - p->n);
}

struct entrycells_text
entrycells_of(struct entrycells *c, const struct entry *e)
{
	struct piece *p = &c->pieces[e - lexicon_entry(c->lex, 0)];
	const char *cells;

	if (p->n == 0)
		write_cells(c, e, p);
	cells = c->cells.p + p->from;
	return (struct entrycells_text){ { cells, p->n },
		{ cells + p->n, p->nown } };
}
