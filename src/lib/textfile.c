/* textfile.c - text files in the encodings that lists of words come in. */
#include "config.h"

#include "textfile.h"
#include "utf8.h"

/* What a file that is no UTF-8 is in; NULL for UTF-8. */
static const char *
guess_encoding(struct text all)
{
	if (all.len >= 2 && memcmp(all.p, "\xFF\xFE", 2) == 0)
		return "UTF-16LE";
	if (all.len >= 2 && memcmp(all.p, "\xFE\xFF", 2) == 0)
		return "UTF-16BE";
	if (all.len == 0 || utf8_valid_prefix(all.p, all.len) == all.len)
		return NULL;
	return "WINDOWS-1252";
}

static enum rc
prepare(struct textfile *f, struct err *err)
{
	struct text all;
	enum rc rc = source_peek(f->source, TEXTFILE_MAX + 1, &all, err);

	if (rc != CLAMOR_OK)
		return rc;
	if (all.len > TEXTFILE_MAX) {
		err_at(err, source_name(f->source), 0, 0);
		return err_set(err, CLAMOR_ELIMIT, "the file is too large");
	}
	f->encoding = guess_encoding(all);
	if (f->encoding == NULL)
		source_skip(f->source, utf8_bom(all));
	else if (f->encoding[0] == 'U')
		source_skip(f->source, 2);
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
	if (rc == CLAMOR_OK)
		f->lines = lines_new(f->source, TEXTFILE_LINE_MAX);
	else
		textfile_close(f);
	return rc;
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
