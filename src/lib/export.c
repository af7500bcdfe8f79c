/* export.c - open an export. */
#include "config.h"

#include <stdlib.h>

#include "export.h"
#include "filekind.h"
#include "mojibake.h"
#include "xalloc.h"

#define PEEK_STEP 8192    /* bytes */
#define WINDOW_LINES 1000 /* that the dialect is decided on, at most */

/* The names of the columns, where they were encoded twice. */
static void
undouble_names(struct header *h)
{
	struct buf name = { 0 };
	size_t i;

	for (i = 0; i < h->n; i++) {
		buf_clear(&name);
		if (!mojibake_undo(&name, text_of(h->names[i])))
			continue;
		free(h->names[i]);
		h->names[i] = xmemdup0(name.p, name.len);
	}
	buf_free(&name);
}

static enum rc
read_header(struct export *e, struct err *err)
{
	const struct row *row;
	enum rc rc = record_header(e->reader, &row, err);

	if (rc == CLAMOR_END) {
		err_at(err, source_name(e->source), 0, 0);
		return err_set(err, CLAMOR_EINVAL, "empty: there is no header");
	}
	if (rc == CLAMOR_OK)
		header_init(&e->header, row);
	if (rc == CLAMOR_OK && e->dialect.mojibake)
		undouble_names(&e->header);
	return rc;
}

/* Say what the file is, if it is no text at all. */
static enum rc
refuse_foreign(const struct export *e, struct text t, struct err *err)
{
	err_at(err, source_name(e->source), 0, 0);
	switch (filekind_of(t)) {
	case FILEKIND_TEXT:
		break;
	case FILEKIND_WORKBOOK:
		return err_set(err, CLAMOR_EINVAL,
			"a workbook: make it CSV with 'xlsx2csv BOOK.xlsx "
			"book.csv' or, for any kind, with 'soffice "
			"--headless --convert-to "
			"csv:\"Text - txt - csv (StarCalc)\":44,34,76 BOOK'");
	case FILEKIND_ZIP:
		return err_set(err, CLAMOR_EINVAL,
			"a ZIP archive: 'unzip -p ARCHIVE FILE | "
			"clamor-import' reads a file in it");
	case FILEKIND_PDF:
		return err_set(err, CLAMOR_EINVAL,
			"a PDF file: export the posts as CSV");
	}
	err_at(err, NULL, 0, 0);
	return CLAMOR_OK;
}

/*
 * The bytes to decide on: 1 MiB or 1,000 lines, so that an export that comes
 * slowly through a pipe need not be there as a whole. Where it ends does not
 * depend on how many bytes come at a time.
 */
static enum rc
peek_window(struct export *e, struct text *t, bool *whole, struct err *err)
{
	size_t want = 0, lines = 0, seen = 0;

	do {
		enum rc rc;

		want += PEEK_STEP;
		rc = source_peek(e->source, want, t, err);
		if (rc != CLAMOR_OK)
			return rc;
		for (; seen < t->len && lines <= WINDOW_LINES; seen++)
			lines += t->p[seen] == '\n';
	} while (t->len == want && want < DIALECT_WINDOW &&
		lines <= WINDOW_LINES);
	*whole = t->len < want && seen == t->len;
	t->len = seen;
	return CLAMOR_OK;
}

/* The user knows better; a preamble seen with another separator is none. */
static void
set_delimiter(struct dialect *d, char delimiter)
{
	if (d->delimiter != delimiter && !d->hint)
		d->skip = d->lines = 0;
	d->delimiter = delimiter;
}

static enum rc
open_reader(struct export *e, const struct export_options *how, struct err *err)
{
	struct record_options opt = { .max_record = how->max_record };
	struct text prefix;
	bool whole;
	enum rc rc = peek_window(e, &prefix, &whole, err);

	if (rc == CLAMOR_OK)
		rc = refuse_foreign(e, prefix, err);
	if (rc != CLAMOR_OK)
		return rc;
	dialect_sniff(&e->dialect, prefix, whole);
	if (how->delimiter != 0)
		set_delimiter(&e->dialect, how->delimiter);
	source_skip(e->source, e->dialect.skip);
	e->lines = e->dialect.lines;
	if (e->dialect.encoding != NULL) {
		rc = source_convert(e->source, e->dialect.encoding, err);
		if (rc != CLAMOR_OK)
			return rc;
	}
	if (e->dialect.json) {
		e->json = json_reader_new(
			e->source, how->max_record, how->shape);
		e->paths = paths_new(e->json, &e->header);
		return CLAMOR_OK;
	}
	opt.delimiter = e->dialect.delimiter;
	e->reader = record_reader_new(e->source, &opt);
	return read_header(e, err);
}

enum rc
export_open(struct export *e, const char *path,
	const struct export_options *opt, struct err *err)
{
	enum rc rc;

	*e = (struct export){ 0 };
	rc = source_open(&e->source, path, true, err);
	if (rc != CLAMOR_OK)
		return rc;
	rc = open_reader(e, opt, err);
	if (rc != CLAMOR_OK)
		export_close(e);
	return rc;
}

enum rc
export_next(struct export *e, struct batch *batch, struct err *err)
{
	if (e->paths != NULL)
		return paths_next(e->paths, batch, err);
	return record_next(e->reader, batch, err);
}

uint64_t
export_unjoined(const struct export *e)
{
	return e->json ? json_unjoined(e->json) : 0;
}

uint64_t
export_repaired(const struct export *e)
{
	return source_replaced(e->source) +
		(e->json ? json_repaired(e->json) : 0);
}

void
export_close(struct export *e)
{
	header_free(&e->header);
	paths_free(e->paths);
	json_reader_free(e->json);
	record_reader_free(e->reader);
	source_close(e->source);
	*e = (struct export){ 0 };
}
