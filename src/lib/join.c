/* join.c - what acts of several lexicons. */
#include "config.h"

#include <stdlib.h>

#include "csvout.h"
#include "join.h"
#include "list.h"
#include "number.h"
#include "xalloc.h"

/* What becomes of a form. */
enum fate {
	FATE_GONE, /* another row acts in its place */
	FATE_ACTS,
	FATE_OFF, /* none acts: it is written as switched off */
};

/* The columns but for term, role and forms: those with a meaning, then the
 * user's own. */
struct columns {
	struct text *names;
	size_t n, cap;
	size_t *places; /* by file and column; TABLE_NONE: the file has none */
	size_t example; /* its number */
};

struct join {
	const struct lexicon *lex;
	enum fate *fates; /* by form */
	struct columns columns;
	bool last_term; /* the term is not the first column */
	struct csvout csv;
	size_t rows;
};

static const struct entry *
entry_of(const struct join *j, size_t form)
{
	return lexicon_entry(j->lex, lexicon_form(j->lex, form)->entry);
}

/* Fates. */

/* For sorting: the forms of one key together, those of one entry together. */
struct order {
	struct text key;
	uint32_t entry;
	size_t form;
};

static int
compare_order(const void *pa, const void *pb)
{
	const struct order *a = pa, *b = pb;
	int d = text_cmp(a->key, b->key);

	if (d == 0)
		d = (a->entry > b->entry) - (a->entry < b->entry);
	return d != 0 ? d : (a->form > b->form) - (a->form < b->form);
}

/* An entry that holds a form twice acts by both or by none. */
static void
let_copies_act(struct join *j, const struct order *v, size_t n)
{
	size_t i, first = 0;

	for (i = 1; i < n; i++) {
		if (v[i].entry != v[first].entry)
			first = i;
		else if (j->fates[v[first].form] == FATE_ACTS)
			j->fates[v[i].form] = FATE_ACTS;
	}
}

/* The forms of one key: if none acts, one of them is switched off, by a row
 * that does so if there is one. */
static void
decide_key(struct join *j, const struct order *v, size_t n)
{
	size_t off = v[0].form, i;
	bool any = false;

	for (i = 0; i < n; i++) {
		any |= j->fates[v[i].form] == FATE_ACTS;
		if (entry_of(j, v[i].form)->role == ROLE_OFF)
			off = v[i].form; /* the last loaded */
	}
	if (!any)
		j->fates[off] = FATE_OFF;
	let_copies_act(j, v, n);
}

static void
decide(struct join *j)
{
	size_t n = lexicon_nforms(j->lex), i, first = 0;
	struct order *v = xcalloc(n, sizeof(*v));

	for (i = 0; i < n; i++) {
		const struct lexicon_form *f = lexicon_form(j->lex, i);

		j->fates[i] = f->live ? FATE_ACTS : FATE_GONE;
		v[i] = (struct order){ lexicon_key(j->lex, f), f->entry, i };
	}
	if (n > 1)
		qsort(v, n, sizeof(*v), compare_order);
	for (i = 1; i <= n; i++)
		if (i == n || !text_eq(v[i].key, v[first].key)) {
			decide_key(j, v + first, i - first);
			first = i;
		}
	free(v);
}

/* Columns. */

static bool
has_column(const struct columns *c, struct text name)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (text_eq(c->names[i], name))
			return true;
	return false;
}

static void
add_column(struct columns *c, struct text name)
{
	c->names = xgrow(c->names, c->n, &c->cap, sizeof(*c->names));
	c->names[c->n++] = name;
}

/* The columns of a file that are not there yet, own ones or the user's. */
static void
add_columns_of(struct columns *c, const struct table *t, bool own)
{
	size_t i;

	for (i = 0; i < table_ncolumns(t); i++) {
		struct text name = table_column_name(t, i);

		if (name.len > 0 && entry_is_own_column(name) == own &&
			!text_is(name, "term") && !text_is(name, "role") &&
			!text_is(name, "forms") && !has_column(c, name))
			add_column(c, name);
	}
}

static void
find_columns(struct columns *c, const struct lexicon *lex)
{
	size_t nfiles = lexicon_nfiles(lex), file, i;

	for (file = 0; file < nfiles; file++)
		add_columns_of(c, lexicon_table(lex, file), true);
	for (file = 0; file < nfiles; file++)
		add_columns_of(c, lexicon_table(lex, file), false);
	c->places = xcalloc(nfiles * c->n, sizeof(*c->places));
	c->example = TABLE_NONE;
	for (i = 0; i < c->n; i++)
		if (text_is(c->names[i], "example"))
			c->example = i;
	for (file = 0; file < nfiles; file++)
		for (i = 0; i < c->n; i++)
			c->places[file * c->n + i] = table_find(
				lexicon_table(lex, file), c->names[i]);
}

/* A term that would be a comment in the first column came from a file in
 * which another column is the first. */
static bool
is_any_comment(const struct lexicon *lex)
{
	size_t i;

	for (i = 0; i < lexicon_nentries(lex); i++)
		if (table_is_comment(lexicon_entry(lex, i)->term))
			return true;
	return false;
}

static void
put_cell(struct join *j, const struct entry *e, size_t column, bool example)
{
	const struct columns *c = &j->columns;

	if (e == NULL || (column == c->example && !example))
		csvout_str(&j->csv, "");
	else
		csvout_text(&j->csv,
			table_cell(lexicon_table(j->lex, e->file), e->row,
				c->places[e->file * c->n + column]));
}

/* A record: its term, role and forms, and the cells of an entry; NULL: none. */
static void
put_record(struct join *j, struct text term, struct text role,
	struct text forms, const struct entry *e, bool example)
{
	const struct columns *c = &j->columns;
	size_t i;

	if (!j->last_term)
		csvout_text(&j->csv, term);
	csvout_text(&j->csv, role);
	csvout_text(&j->csv, forms);
	if (j->last_term)
		csvout_text(&j->csv, term);
	for (i = 0; i < c->n; i++)
		put_cell(j, e, i, example);
	csvout_end(&j->csv);
}

static void
put_header(struct join *j)
{
	size_t i;

	csvout_str(&j->csv, j->last_term ? "role" : "term");
	csvout_str(&j->csv, j->last_term ? "forms" : "role");
	csvout_str(&j->csv, j->last_term ? "term" : "forms");
	for (i = 0; i < j->columns.n; i++) {
		struct text name = j->columns.names[i];

		/* or it would tell what separates the file: see table.c */
		if (memchr(name.p, ';', name.len) != NULL ||
			memchr(name.p, '\t', name.len) != NULL)
			csvout_quoted(&j->csv, name);
		else
			csvout_text(&j->csv, name);
	}
	csvout_end(&j->csv);
}

/* Rows. */

/* Append the number that form i of an entry, counted from 0, has in the whole
 * term: the row may name forms itself. */
static void
add_number(struct buf *out, const struct entry *e, size_t i)
{
	struct text rest = list_of(e->forms), item;
	size_t k = 0;

	if (out->len > 0)
		buf_addc(out, ';');
	while (list_next(&rest, ';', &item))
		if (k++ == i) {
			buf_addt(out, item);
			return;
		}
	buf_addu(out, i + 1);
}

/* Write a row for the forms of one fate among the n of an entry, if there are
 * any. */
static void
put_row(struct join *j, size_t first, size_t n, enum fate fate)
{
	const struct entry *e = entry_of(j, first);
	struct buf numbers = { 0 };
	struct text forms = e->forms;
	size_t count = 0, i;

	for (i = 0; i < n; i++)
		if (j->fates[first + i] == fate) {
			add_number(&numbers, e, i);
			count++;
		}
	if (count > 0 && count < n)
		forms = buf_text(&numbers);
	if (count > 0 && (fate == FATE_ACTS || e->role == ROLE_OFF))
		put_record(j, e->term, e->role_name, forms, e, count == n);
	else if (count > 0)
		put_record(j, e->term, text_of("off"), forms, NULL, false);
	j->rows += count > 0;
	buf_free(&numbers);
}

size_t
join_write(const struct lexicon *lex, struct buf *out)
{
	struct join j = { .lex = lex, .csv = { .buf = out } };
	size_t n = lexicon_nforms(lex), i = 0, first;

	j.fates = xcalloc(n, sizeof(*j.fates));
	decide(&j);
	find_columns(&j.columns, lex);
	j.last_term = is_any_comment(lex);
	put_header(&j);
	while (i < n) { /* the forms of one entry stand together */
		uint32_t entry = lexicon_form(lex, i)->entry;

		first = i;
		while (i < n && lexicon_form(lex, i)->entry == entry)
			i++;
		put_row(&j, first, i - first, FATE_ACTS);
		put_row(&j, first, i - first, FATE_OFF);
	}
	free(j.fates);
	free(j.columns.names);
	free(j.columns.places);
	return j.rows;
}
