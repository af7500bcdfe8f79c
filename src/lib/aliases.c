/* aliases.c - the table of the names that exports give their columns. */
#include "config.h"

#include <stdlib.h>

#include "aliases.h"
#include "names.h"
#include "record.h"
#include "xalloc.h"

#define WORD_ENDS " _-./()?!:,"

/* Take the first field of an alias's record apart. */
static bool
read_role(struct alias *a, struct text field)
{
	static const char source[] = "source=";
	size_t n = sizeof(source) - 1;

	static const struct {
		const char *name;
		enum alias_role role;
	} roles[] = { { "comment", ALIAS_COMMENT },
		{ "spanish", ALIAS_SPANISH }, { "text word", ALIAS_TEXT_WORD },
		{ "date word", ALIAS_DATE_WORD },
		{ "other word", ALIAS_OTHER_WORD } };
	size_t i;

	a->role = ALIAS_COLUMN;
	a->canon = canon_by_name(field);
	a->how = plain_by_name(field);
	for (i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
		if (text_is(field, roles[i].name)) {
			a->role = roles[i].role;
			return true;
		}
	if (a->how != PLAIN_AS_IS) {
		a->role = ALIAS_PLAIN;
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
		a->with = names_fold(
			(struct text){ field.p + i + 3, field.len - i - 3 });
		field.len = i;
		break;
	}
	a->name = names_fold(field);
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
	ok = read_role(made, row_text(row, column, &scratch)) &&
		read_name(made, row_text(row, alias, &scratch));
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

/* Where the word at p ends. */
static const char *
word_end(const char *p)
{
	const char *from = p;

	while (*p != '\0' && strchr(WORD_ENDS, *p) == NULL &&
		!(p > from && *p >= 'A' && *p <= 'Z' && p[-1] >= 'a' &&
			p[-1] <= 'z'))
		p++;
	return p;
}

bool
aliases_have_word(
	const struct aliases *a, enum alias_role role, const char *name)
{
	const char *p = name + strspn(name, WORD_ENDS), *end;
	bool known = false;
	size_t i;

	for (; *p != '\0' && !known; p = end + strspn(end, WORD_ENDS)) {
		char *folded;

		end = word_end(p);
		folded = names_fold((struct text){ p, (size_t)(end - p) });
		for (i = 0; i < a->n && !known; i++)
			known = a->list[i].role == role &&
				strcmp(a->list[i].name, folded) == 0;
		free(folded);
	}
	return known;
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
