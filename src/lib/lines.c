/* lines.c - plain text, line by line. */
#include "config.h"

#include <stdlib.h>

#include "lines.h"
#include "xalloc.h"

#define BLOCK 65536

struct lines {
	struct source *source;
	size_t most;
	char end;
	struct buf buf;
	size_t at;   /* where the next line begins in buf */
	size_t seen; /* bytes of it that hold no LF */
	size_t number;
	bool ended;
};

struct lines *
lines_new(struct source *s, size_t most)
{
	struct lines *l = xcalloc(1, sizeof(*l));

	l->source = s;
	l->most = most;
	l->end = '\n';
	return l;
}

void
lines_end_by(struct lines *l, char end)
{
	l->end = end;
}

void
lines_free(struct lines *l)
{
	if (l == NULL)
		return;
	buf_free(&l->buf);
	free(l);
}

/* More bytes behind the line that is not complete. */
static enum rc
fill(struct lines *l, struct err *err)
{
	size_t n = 0;
	enum rc rc;

	if (l->at > 0)
		memmove(l->buf.p, l->buf.p + l->at, l->buf.len - l->at);
	l->buf.len -= l->at;
	l->at = 0;
	buf_reserve(&l->buf, BLOCK);
	rc = source_read(l->source, l->buf.p + l->buf.len, BLOCK, &n, err);
	l->buf.len += n;
	l->ended = rc == CLAMOR_END;
	return l->ended ? CLAMOR_OK : rc;
}

/* The bytes up to the next LF, or what else ends lines, or the end; of a line that is too long only
 * some are kept. */
static enum rc
find_end(struct lines *l, size_t *len, bool *too_long, struct err *err)
{
	for (;;) {
		const char *p = l->buf.p + l->at, *lf = NULL;
		size_t rest = l->buf.len - l->at;

		if (rest > l->seen)
			lf = memchr(p + l->seen, l->end, rest - l->seen);
		*len = lf != NULL ? (size_t)(lf - p) : rest;
		if (*len > l->most + 1) { /* 1 for a CR */
			*too_long = true;
			if (lf == NULL)
				l->buf.len = l->at + (*len = l->most + 1);
		}
		l->seen = *len;
		if (lf != NULL || l->ended)
			return CLAMOR_OK;
		if (fill(l, err) != CLAMOR_OK)
			return CLAMOR_EIO;
	}
}

enum rc
lines_next(struct lines *l, struct text *line, struct err *err)
{
	bool too_long = false;
	size_t len = 0;

	err_at(err, source_name(l->source), l->number + 1, 0);
	l->seen = 0;
	if (l->buf.p == NULL && fill(l, err) != CLAMOR_OK)
		return CLAMOR_EIO;
	if (find_end(l, &len, &too_long, err) != CLAMOR_OK)
		return CLAMOR_EIO;
	if (l->ended && len == l->buf.len - l->at && len == 0)
		return CLAMOR_END;
	*line = (struct text){ l->buf.p + l->at, len };
	l->at += len < l->buf.len - l->at ? len + 1 : len;
	l->number++;
	if (line->len > 0 && line->p[line->len - 1] == '\r')
		line->len--;
	if (too_long || line->len > l->most)
		return err_set(err, CLAMOR_ELIMIT,
			"a line of more than %zu bytes", l->most);
	return CLAMOR_OK;
}
