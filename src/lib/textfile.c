/* textfile.c - text files in the encodings that lists of words come in. */
#include "config.h"

#include "filekind.h"
#include "textfile.h"
#include "utf8.h"

/* What a file that is no UTF-8 is in; NULL for UTF-8. */
static const char *
guess_encoding(struct text all, size_t *bom)
{
	const char *wide = filekind_wide(all, bom);

	if (wide != NULL)
		return wide;
	*bom = utf8_bom(all);
	if (all.len == 0 || utf8_valid_prefix(all.p, all.len) == all.len)
		return NULL;
	return "WINDOWS-1252";
}

static enum rc
prepare(struct textfile *f, struct err *err)
{
	struct text all;
	enum rc rc = source_peek(f->source, TEXTFILE_MAX + 1, &all, err);
	const char *other;
	size_t bom;

	if (rc != CLAMOR_OK)
		return rc;
	if (all.len > TEXTFILE_MAX) {
		err_at(err, source_name(f->source), 0, 0);
		return err_set(err, CLAMOR_ELIMIT, "the file is too large");
	}
	other = filekind_name(filekind_of(all));
	if (other != NULL) {
		err_at(err, source_name(f->source), 0, 0);
		return err_set(err, CLAMOR_EINVAL,
			"%s, no text (save it as text in UTF-8)", other);
	}
	f->only_cr = all.len > 0 && memchr(all.p, '\n', all.len) == NULL;
	f->encoding = guess_encoding(all, &bom);
	source_skip(f->source, bom);
	return f->encoding == NULL
		? CLAMOR_OK
		: source_convert(f->source, f->encoding, err);
}

enum rc
textfile_open(struct textfile *f, const char *path, struct err *err)
{
	enum rc rc;

	*f = (struct textfile){ 0 };
	rc = source_open(&f->source, path, true, err);
	if (rc != CLAMOR_OK)
		return rc;
	rc = prepare(f, err);
	if (rc != CLAMOR_OK) {
		textfile_close(f);
		return rc;
	}
	f->lines = lines_new(f->source, TEXTFILE_LINE_MAX);
	if (f->only_cr)
		lines_end_by(f->lines, '\r');
	return CLAMOR_OK;
}

const char *
textfile_name(const struct textfile *f)
{
	return source_name(f->source);
}

enum rc
textfile_line(struct textfile *f, struct text *line, struct err *err)
{
	enum rc rc = lines_next(f->lines, line, err);

	if (rc == CLAMOR_OK)
		f->line = err->line;
	return rc;
}

void
textfile_close(struct textfile *f)
{
	lines_free(f->lines);
	source_close(f->source);
	*f = (struct textfile){ 0 };
}
