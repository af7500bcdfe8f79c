/* table.c - small CSV files, whole. */
#include "config.h"

#include <stdlib.h>

#include "filekind.h"
#include "record.h"
#include "table.h"
#include "utf8.h"
#include "xalloc.h"

#define SNIFF_MAX (64u << 10) /* bytes of comments before the header */

struct span {
	uint32_t at, len;
	uint32_t byte; /* of the line where its content begins, 1..; 0: unknown
			*/
};

struct line {
	size_t first, n; /* cells */
	size_t number;
};

struct table {
	char *path;
	struct buf bytes;
	struct span *cells;
	size_t ncells, cells_cap;
	struct line *lines; /* [0] is the header */
	size_t nlines, lines_cap;
	table_told *told; /* NULL: the first bad record ends it */
	void *ctx;
	char delimiter;
	bool hint; /* the first line names it */
};

/* The delimiter that occurs most in the first line that is no comment, not
 * counting what is quoted. */
static char
sniff(struct text head)
{
	static const char candidates[] = ",;\t";
	size_t best = 0, i = 0, k;
	char delimiter = ',';

	while (i + 1 < head.len && head.p[i] == '#')
		while (i < head.len && head.p[i++] != '\n')
			;
	for (k = 0; candidates[k] != '\0'; k++) {
		size_t count = 0, j;
		bool quoted = false;

		for (j = i; j < head.len && head.p[j] != '\n'; j++) {
			quoted ^= head.p[j] == '"';
			count += !quoted && head.p[j] == candidates[k];
		}
		if (count > best) {
			best = count;
			delimiter = candidates[k];
		}
	}
	return delimiter;
}

bool
table_is_comment(struct text first_cell)
{
	return first_cell.len > 0 && first_cell.p[0] == '#' &&
		(first_cell.len == 1 || first_cell.p[1] == ' ');
}

bool
table_is_formula(struct text cell)
{
	static const char *const errors[] = { "#NAME?", "#¿NOMBRE?", "#REF!",
		"#¡REF!", "#VALUE!", "#¡VALOR!", "#DIV/0!", "#¡DIV/0!", "#N/A",
		"#N/D", "#NUM!", "#¡NUM!", "#NULL!", "#¡NULO!" };
	size_t i;

	if (cell.len < 4 || *cell.p != '#')
		return false;
	for (i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
		if (text_is(cell, errors[i]))
			return true;
	return false;
}

/* Blanks at both ends off, also those that do not break lines: web pages are
 * full of them. */
static struct text
trimmed(struct text t)
{
	static const char nbsp[] = "\xC2\xA0";
	size_t len;

	do {
		t = text_trimmed(t);
		len = t.len;
		if (t.len >= 2 && memcmp(t.p, nbsp, 2) == 0)
			t = (struct text){ t.p + 2, t.len - 2 };
		if (t.len >= 2 && memcmp(t.p + t.len - 2, nbsp, 2) == 0)
			t.len -= 2;
	} while (t.len < len);
	return t;
}

/* The byte of the record's first line where a piece of it begins; 0 if it
 * is in a later line, or no piece of it. */
static size_t
byte_in_line(const struct row *row, const char *p)
{
	if (p < row->raw.p || p > row->raw.p + row->raw.len ||
		(row->end_line != row->line &&
			memchr(row->raw.p, '\n', (size_t)(p - row->raw.p)) !=
				NULL))
		return 0;
	return (size_t)(p - row->raw.p) + 1;
}

static enum rc
add_cell(struct table *t, const struct row *row, size_t i, struct buf *scratch,
	struct err *err)
{
	const struct cell raw = row_cell(row, i);
	struct text c = { raw.p, raw.len };
	size_t byte = byte_in_line(row, raw.p);

	if (raw.len > 0) { /* most are empty */
		struct text whole = row_text(row, i, scratch);

		c = trimmed(whole);
		if (byte > 0 && c.len > 0)
			byte += (size_t)(c.p - whole.p);
	}
	if (table_is_formula(c)) {
		err->col = byte;
		return err_set(err, CLAMOR_EINVAL,
			"the spreadsheet took this cell for a formula "
			"(type ' before it and save as CSV UTF-8)");
	}
	t->cells = xgrow(t->cells, t->ncells, &t->cells_cap, sizeof(*t->cells));
	t->cells[t->ncells++] = (struct span){ (uint32_t)t->bytes.len,
		(uint32_t)c.len, (uint32_t)byte };
	buf_addt(&t->bytes, c);
	return CLAMOR_OK;
}

static enum rc
refuse_width(const struct table *t, const struct row *row, struct err *err)
{
	const char separator[] = { t->delimiter, '\0' };
	const char *shown = t->delimiter == '\t' ? "a TAB" : separator;
	const char *quote = t->delimiter == '\t' ? "" : "'";

	return err_set(err, CLAMOR_EINVAL,
		row->ncells < t->lines[0].n
			? "%zu field%s, but the header has %zu (put %s%s%s "
			  "between cells, as it does)"
			: "%zu field%s, but the header has %zu (put cells that "
			  "hold %s%s%s in quotes)",
		row->ncells, row->ncells == 1 ? "" : "s", t->lines[0].n, quote,
		shown, quote);
}

/* Is what stands in the row a record of this table? */
static enum rc
check_row(const struct table *t, const struct row *row, struct err *err)
{
	size_t valid = utf8_valid_prefix(row->raw.p, row->raw.len);

	err_at(err, t->path, row->line, 0);
	if (row->kind == ROW_REJECTED)
		return err_set(err, CLAMOR_EINVAL,
			"bad record: %s (a quote that opens a cell closes it, "
			"and is doubled inside)",
			row_reason_name(row->reason));
	if (valid != row->raw.len) {
		err->col = byte_in_line(row, row->raw.p + valid);
		return err_set(err, CLAMOR_EINVAL,
			"invalid UTF-8 (save as CSV UTF-8)");
	}
	if (t->nlines > 0 && row->ncells != t->lines[0].n)
		return refuse_width(t, row, err);
	return CLAMOR_OK;
}

static bool
is_comment(const struct row *row)
{
	struct cell first;

	if (row->kind == ROW_REJECTED || row->ncells == 0)
		return false;
	first = row_cell(row, 0);
	return table_is_comment(
		       text_trimmed((struct text){ first.p, first.len })) &&
		utf8_valid_prefix(row->raw.p, row->raw.len) == row->raw.len;
}

/* Spreadsheets write rows of which all was deleted as separators. */
static bool
is_empty(const struct row *row)
{
	size_t i;

	for (i = 0; i < row->ncells; i++)
		if (row_cell(row, i).len > 0)
			return false;
	return row->kind != ROW_REJECTED;
}

static enum rc
add_row(struct table *t, const struct row *row, struct err *err)
{
	struct buf scratch = { 0 };
	size_t first = t->ncells, i;
	enum rc rc = CLAMOR_OK;

	if ((t->hint && row->line == 1) || is_comment(row) || is_empty(row))
		return CLAMOR_OK;
	rc = check_row(t, row, err);
	for (i = 0; i < row->ncells && rc == CLAMOR_OK; i++)
		rc = add_cell(t, row, i, &scratch, err);
	buf_free(&scratch);
	if (rc != CLAMOR_OK) {
		t->ncells = first;
		return rc;
	}
	t->lines = xgrow(t->lines, t->nlines, &t->lines_cap, sizeof(*t->lines));
	t->lines[t->nlines++] = (struct line){ first, row->ncells, row->line };
	return CLAMOR_OK;
}

/* A row, or what is wrong with it told. */
static enum rc
take_row(struct table *t, const struct row *row, struct err *err)
{
	enum rc rc = add_row(t, row, err);

	if (rc == CLAMOR_OK || t->told == NULL)
		return rc;
	t->told(t->ctx, err);
	return CLAMOR_OK;
}

static enum rc
check_header(const struct table *t, struct err *err)
{
	size_t i, k;

	err_at(err, t->path, t->nlines ? t->lines[0].number : 0, 0);
	if (t->nlines == 0)
		return err_set(err, CLAMOR_EINVAL,
			"no header (the first record names the columns)");
	if (t->lines[0].n > TABLE_COLUMNS_MAX)
		return err_set(err, CLAMOR_EINVAL,
			"more than %d columns (take some out)",
			TABLE_COLUMNS_MAX);
	for (i = 0; i < t->lines[0].n; i++)
		for (k = 0; k < i; k++)
			if (table_column_name(t, i).len > 0 &&
				text_eq(table_column_name(t, i),
					table_column_name(t, k)))
				return err_set(err, CLAMOR_EINVAL,
					"column '%.*s' stands twice (take one of them out)",
					(int)table_column_name(t, i).len,
					table_column_name(t, i).p);
	return CLAMOR_OK;
}

/* What is no text in UTF-8 at all need not be said of each of its lines. */
static enum rc
check_kind(const struct table *t, struct text head, struct err *err)
{
	const char *what = filekind_name(filekind_of(head));
	size_t bom;

	if (what == NULL)
		what = filekind_wide(head, &bom);
	if (what == NULL)
		return CLAMOR_OK;
	err_at(err, t->path, 0, 0);
	return err_set(err, CLAMOR_EINVAL, "%s (save as CSV UTF-8)", what);
}

static enum rc
read_all(struct table *t, struct source *src, struct err *err)
{
	struct record_options opt = { .headerless = true, .any_width = true };
	struct record_reader *r;
	struct text head;
	struct batch batch;
	enum rc rc;
	size_t bom, i;

	rc = source_peek(src, SNIFF_MAX, &head, err);
	if (rc == CLAMOR_OK)
		rc = check_kind(t, head, err);
	if (rc != CLAMOR_OK)
		return rc;
	bom = utf8_bom(head);
	if (bom > 0)
		head = (struct text){ head.p + bom, head.len - bom };
	t->hint = filekind_hint(head, &t->delimiter) > 0;
	if (!t->hint)
		t->delimiter = sniff(head);
	opt.delimiter = t->delimiter;
	r = record_reader_new(src, &opt);
	while ((rc = record_next(r, &batch, err)) == CLAMOR_OK) {
		for (i = 0; i < batch.nrows && rc == CLAMOR_OK; i++)
			rc = take_row(t, &batch.rows[i], err);
		if (rc != CLAMOR_OK || t->bytes.len > TABLE_MAX)
			break;
	}
	record_reader_free(r);
	if (rc == CLAMOR_OK)
		return err_set(
			err, CLAMOR_ELIMIT, "the file is too large (split it)");
	return rc == CLAMOR_END ? check_header(t, err) : rc;
}

enum rc
table_read(struct table **out, const char *path, struct err *err)
{
	return table_read_all(out, path, NULL, NULL, err);
}

enum rc
table_read_all(struct table **out, const char *path, table_told *told,
	void *ctx, struct err *err)
{
	struct source *src;
	struct table *t;
	enum rc rc = source_open(&src, path, true, err);

	if (rc != CLAMOR_OK)
		return rc;
	t = xcalloc(1, sizeof(*t));
	t->path = xstrdup(path);
	t->told = told;
	t->ctx = ctx;
	rc = read_all(t, src, err);
	source_close(src);
	if (rc != CLAMOR_OK) {
		table_free(t);
		return rc;
	}
	*out = t;
	return CLAMOR_OK;
}

void
table_free(struct table *t)
{
	if (t == NULL)
		return;
	free(t->path);
	free(t->cells);
	free(t->lines);
	buf_free(&t->bytes);
	free(t);
}

const char *
table_path(const struct table *t)
{
	return t->path;
}

struct text
table_name(const struct table *t)
{
	const char *slash = strrchr(t->path, '/');
	struct text name = text_of(slash ? slash + 1 : t->path);

	if (name.len > 4 && memcmp(name.p + name.len - 4, ".csv", 4) == 0)
		name.len -= 4;
	return name;
}

char
table_delimiter(const struct table *t)
{
	return t->delimiter;
}

size_t
table_ncolumns(const struct table *t)
{
	return t->lines[0].n;
}

static struct text
cell(const struct table *t, const struct line *l, size_t column)
{
	const struct span *s = &t->cells[l->first + column];

	return s->len > 0 ? (struct text){ t->bytes.p + s->at, s->len }
			  : (struct text){ "", 0 };
}

struct text
table_column_name(const struct table *t, size_t column)
{
	return cell(t, &t->lines[0], column);
}

size_t
table_find(const struct table *t, struct text name)
{
	size_t i;

	for (i = 0; i < table_ncolumns(t); i++)
		if (text_eq(table_column_name(t, i), name))
			return i;
	return TABLE_NONE;
}

size_t
table_column(const struct table *t, const char *name)
{
	return table_find(t, text_of(name));
}

size_t
table_nrows(const struct table *t)
{
	return t->nlines - 1;
}

struct text
table_cell(const struct table *t, size_t row, size_t column)
{
	if (column == TABLE_NONE)
		return (struct text){ "", 0 };
	return cell(t, &t->lines[row + 1], column);
}

size_t
table_line(const struct table *t, size_t row)
{
	return t->lines[row + 1].number;
}

size_t
table_byte(const struct table *t, size_t row, size_t column, size_t at)
{
	const struct span *s;
	size_t byte, i;

	if (column == TABLE_NONE)
		return 0;
	s = &t->cells[t->lines[row + 1].first + column];
	if (s->byte == 0)
		return 0;
	byte = s->byte + at;
	for (i = 0; i < at && i < s->len; i++) /* it was written doubled */
		byte += t->bytes.p[s->at + i] == '"';
	return byte;
}
