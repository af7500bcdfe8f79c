/* aliases.c - the table of the names that exports give their columns. */
#include "config.h"

#include <stdlib.h>

#include "aliases.h"
#include "record.h"
#include "unichar.h"
#include "utf8.h"
#include "xalloc.h"

/* Characters that do not tell two names apart. */
static bool
is_silent(uint32_t cp)
{
	return cp == '_' || cp == '-' || (cp >= 0x2010 && cp <= 0x2015) ||
		unichar_class(cp) == UNICHAR_BLANK ||
		unichar_class(cp) == UNICHAR_BREAK ||
		unichar_class(cp) == UNICHAR_IGNORED;
}

static void
fold_into(struct buf *out, struct text name)
{
	const char *p = name.p, *end = name.p + name.len;
	uint32_t cp, folded[UNICHAR_FOLD_MAX];
	size_t n, i;

	while (p < end) {
		p += utf8_decode(p, end, &cp);
		if (is_silent(cp))
			continue;
		n = unichar_fold(cp, folded);
		for (i = 0; i < n; i++) /* header or post, ñ is often lost */
			utf8_add(out, folded[i] == 0xF1 ? 'n' : folded[i]);
	}
}

char *
aliases_fold_name(struct text name)
{
	struct buf folded = { 0 };

	fold_into(&folded, name);
	return (char *)buf_cstr(&folded); /* the buffer's memory moves out */
}

/* Take the first field of an alias's record apart. */
static bool
read_role(struct alias *a, struct text field)
{
	static const char source[] = "source=";
	size_t n = sizeof(source) - 1;

	a->role = ALIAS_COLUMN;
	a->canon = canon_by_name(field);
	a->how = plain_by_name(field);
	if (a->how != PLAIN_AS_IS) {
		a->role = ALIAS_PLAIN;
	} else if (text_is(field, "comment")) {
		a->role = ALIAS_COMMENT;
	} else if (text_is(field, "spanish")) {
		a->role = ALIAS_SPANISH;
	} else if (field.len > n && memcmp(field.p, source, n) == 0) {
		a->role = ALIAS_SOURCE;
		a->canon = CANON_SOURCE;
		a->value = xmemdup0(field.p + n, field.len - n);
	} else if (a->canon == CANON_PARTS) {
		return false;
	}
	return true;
}

/* Take the name of an alias, "A" or "A + B". */
static bool
read_name(struct alias *a, struct text field)
{
	size_t i;

	for (i = 0; i + 3 <= field.len; i++) {
		if (memcmp(field.p + i, " + ", 3) != 0)
			continue;
		a->with = aliases_fold_name(
			(struct text){ field.p + i + 3, field.len - i - 3 });
		field.len = i;
		break;
	}
	a->name = aliases_fold_name(field);
	return a->name[0] != '\0' && (a->with == NULL || a->with[0] != '\0');
}

static enum rc
add_alias(struct aliases *a, const struct row *row, size_t column, size_t alias,
	struct err *err)
{
	struct alias *made;
	struct buf scratch = { 0 };
	bool ok;

	if (row->kind == ROW_HEADER)
		return CLAMOR_OK;
	err_at(err, err ? err->file : NULL, row->line, 0);
	if (row->kind == ROW_REJECTED)
		return err_set(err, CLAMOR_EINVAL, "%s record",
			row_reason_name(row->reason));
	a->list = xgrow(a->list, a->n, &a->cap, sizeof(*a->list));
	made = &a->list[a->n++];
	*made = (struct alias){ 0 };
	ok = read_role(made, cell_text(&row->cells[column], &scratch)) &&
		read_name(made, cell_text(&row->cells[alias], &scratch));
	buf_free(&scratch);
	if (!ok)
		return err_set(err, CLAMOR_EINVAL, "this is no alias: %.*s",
			(int)(row->raw.len < 80 ? row->raw.len : 80),
			row->raw.p);
	return CLAMOR_OK;
}

/* Read all aliases of an open table. */
static enum rc
read_aliases(struct aliases *a, struct record_reader *r, struct err *err)
{
	const struct row *first;
	struct batch batch;
	struct header h;
	size_t column, alias, i;
	enum rc rc = record_header(r, &first, err);

	if (rc == CLAMOR_END)
		return err_set(err, CLAMOR_EINVAL, "empty file");
	if (rc != CLAMOR_OK)
		return rc;
	header_init(&h, first);
	column = header_find(&h, "column");
	alias = header_find(&h, "alias");
	header_free(&h);
	if (column >= COLUMN_TWICE || alias >= COLUMN_TWICE)
		return err_set(err, CLAMOR_EINVAL,
			"the columns 'column' and 'alias' are needed");
	while ((rc = record_next(r, &batch, err)) == CLAMOR_OK)
		for (i = 0; i < batch.nrows; i++) {
			rc = add_alias(a, &batch.rows[i], column, alias, err);
			if (rc != CLAMOR_OK)
				return rc;
		}
	return rc == CLAMOR_END ? CLAMOR_OK : rc;
}

enum rc
aliases_load(struct aliases **a, const char *path, struct err *err)
{
	struct record_options opt = { 0 };
	struct record_reader *r;
	struct source *src;
	enum rc rc = source_open(&src, path, false, err);

	*a = NULL;
	if (rc != CLAMOR_OK)
		return rc;
	err_at(err, path, 0, 0);
	*a = xcalloc(1, sizeof(**a));
	r = record_reader_new(src, &opt);
	rc = read_aliases(*a, r, err);
	record_reader_free(r);
	source_close(src);
	if (rc != CLAMOR_OK) {
		aliases_free(*a);
		*a = NULL;
	}
	return rc;
}

void
aliases_free(struct aliases *a)
{
	size_t i;

	if (a == NULL)
		return;
	for (i = 0; i < a->n; i++) {
		free(a->list[i].value);
		free(a->list[i].name);
		free(a->list[i].with);
	}
	free(a->list);
	free(a);
}
