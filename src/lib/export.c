/* export.c - open an export. */
#include "config.h"

#include "export.h"

/* Step over the line "sep=;", which is no record. */
static enum rc
skip_hint(struct export *e, struct err *err)
{
	char hint[64];
	size_t left = e->dialect.skip, n;

	while (left > 0) {
		enum rc rc = source_read(e->source, hint, left, &n, err);

		if (rc != CLAMOR_OK)
			return rc;
		left -= n;
		e->lines = 1;
	}
	return CLAMOR_OK;
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
	return rc;
}

static enum rc
open_reader(struct export *e, char delimiter, size_t max_record,
	struct err *err)
{
	struct record_options opt = { .max_record = max_record };
	struct text prefix;
	enum rc rc = source_peek(e->source, DIALECT_WINDOW, &prefix, err);

	if (rc != CLAMOR_OK)
		return rc;
	dialect_sniff(&e->dialect, prefix, prefix.len < DIALECT_WINDOW);
	if (delimiter != 0)
		e->dialect.delimiter = delimiter;
	if (e->dialect.encoding != NULL) {
		rc = source_convert(e->source, e->dialect.encoding, err);
		if (rc != CLAMOR_OK)
			return rc;
	}
	rc = skip_hint(e, err);
	if (rc != CLAMOR_OK && rc != CLAMOR_END)
		return rc;
	opt.delimiter = e->dialect.delimiter;
	e->reader = record_reader_new(e->source, &opt);
	return read_header(e, err);
}

enum rc
export_open(struct export *e, const char *path, char delimiter,
	size_t max_record, struct err *err)
{
	enum rc rc;

	*e = (struct export){ 0 };
	rc = source_open(&e->source, path, true, err);
	if (rc != CLAMOR_OK)
		return rc;
	rc = open_reader(e, delimiter, max_record, err);
	if (rc != CLAMOR_OK)
		export_close(e);
	return rc;
}

void
export_close(struct export *e)
{
	header_free(&e->header);
	record_reader_free(e->reader);
	source_close(e->source);
	*e = (struct export){ 0 };
}
