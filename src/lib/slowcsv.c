/*
 * slowcsv.c - libcsv as the judge of odd records.
 *
 * libcsv is fed piece by piece, each piece ending where something can happen,
 * so that its callbacks tell where cells and the record end. It would close
 * an unterminated quote at some later one and lose the records between; the
 * watch on quotes here is against that.
 */
#include "config.h"

#include <csv.h>
#include <stdlib.h>

#include "slowcsv.h"
#include "xalloc.h"

#define CSV_BLOCK (64u << 10) /* libcsv grows by 128 bytes if not told */

struct slowcsv {
	struct csv_parser parser;
	char delimiter;
	size_t limit;
	size_t pos;   /* bytes that libcsv has seen */
	size_t open;  /* the quote of the present quoted cell, or SLOW_NONE */
	bool spans;   /* the present quoted cell has a line break */
	bool stray;   /* the present quoted cell has a lone quote */
	bool closing; /* the last byte seen was its closing quote */
	size_t cells, rows; /* that libcsv has reported */
	size_t *ends, nends, cap_ends;
};

/* libcsv hands its realloc nothing to know the parser by. */
static _Thread_local size_t memory_cap;

static void *
capped_realloc(void *p, size_t size)
{
	return size > memory_cap ? NULL : xrealloc(p, size);
}

/* Blanks are part of a cell. */
static int
is_space(unsigned char c)
{
	(void)c;
	return 0;
}

struct slowcsv *
slowcsv_new(char delimiter, size_t limit)
{
	struct slowcsv *s = xcalloc(1, sizeof(*s));

	s->delimiter = delimiter;
	s->limit = limit;
	if (csv_init(&s->parser, CSV_APPEND_NULL) != 0)
		abort(); /* only for a NULL parser */
	csv_set_delim(&s->parser, (unsigned char)delimiter);
	csv_set_space_func(&s->parser, is_space);
	csv_set_blk_size(&s->parser, CSV_BLOCK);
	csv_set_realloc_func(&s->parser, capped_realloc);
	slowcsv_start(s);
	return s;
}

void
slowcsv_free(struct slowcsv *s)
{
	if (s == NULL)
		return;
	csv_free(&s->parser);
	free(s->ends);
	free(s);
}

void
slowcsv_start(struct slowcsv *s)
{
	(void)csv_fini(&s->parser, NULL, NULL, NULL);
	s->pos = s->cells = s->rows = s->nends = 0;
	s->open = SLOW_NONE;
	s->spans = s->stray = s->closing = false;
}

static void
on_cell(void *text, size_t len, void *self)
{
	struct slowcsv *s = self;

	(void)text;
	(void)len;
	s->cells++;
}

static void
on_row(int c, void *self)
{
	struct slowcsv *s = self;

	(void)c;
	s->rows++;
}

/* A cell that ended does so before the byte at end. */
static void
note_cell(struct slowcsv *s, size_t end)
{
	if (s->nends == s->cells)
		return;
	s->ends = xgrow(s->ends, s->nends, &s->cap_ends, sizeof(*s->ends));
	s->ends[s->nends++] = end;
	s->open = SLOW_NONE;
	s->spans = s->stray = s->closing = false;
}

/* Show libcsv the next n bytes, of which only the last can end a cell. */
static bool
feed(struct slowcsv *s, const char *p, size_t n)
{
	memory_cap = s->limit + 2 * CSV_BLOCK;
	if (csv_parse(&s->parser, p + s->pos, n, on_cell, on_row, s) != n)
		return false;
	s->pos += n;
	note_cell(s, s->pos - 1);
	return true;
}

static bool
is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* Bytes from pos on in which nothing can happen. */
static size_t
dull(const struct slowcsv *s, const char *p, size_t len)
{
	size_t i = s->pos;

	while (i < len && p[i] != '"' && p[i] != s->delimiter &&
		!is_break(p[i]))
		i++;
	return i - s->pos;
}

/*
 * The quote at pos. Outside a quoted cell it opens one or stands for itself;
 * inside, the next byte tells whether it is doubled, closes the cell, or is a
 * lone one, which libcsv would keep as text.
 */
static enum slow_verdict
see_quote(struct slowcsv *s, const char *p, size_t len, bool eof)
{
	size_t at = s->pos;
	char next;

	if (!s->parser.quoted) {
		(void)feed(s, p, 1);
		if (s->parser.quoted)
			s->open = at;
		return SLOW_MORE;
	}
	if (at + 1 == len && !eof)
		return SLOW_MORE;
	next = at + 1 < len ? p[at + 1] : '\n';
	if (next == '"') {
		(void)feed(s, p, 2);
		return SLOW_MORE;
	}
	(void)feed(s, p, 1);
	s->closing = next == s->delimiter || is_break(next);
	s->stray |= !s->closing;
	return s->stray && s->spans ? SLOW_UNTERMINATED : SLOW_MORE;
}

/* The CR or LF at pos; behind a CR one more byte must be known. */
static enum slow_verdict
see_break(struct slowcsv *s, const char *p, size_t len, bool eof,
	struct slow_record *rec)
{
	size_t at = s->pos;

	if (p[at] == '\r' && at + 1 == len && !eof)
		return SLOW_MORE;
	if (!feed(s, p, 1))
		return SLOW_MORE;
	if (at == 0) { /* libcsv says nothing of a blank line */
		s->cells++;
		note_cell(s, 0);
	} else if (s->rows == 0) {
		s->spans = true;
		return s->stray ? SLOW_UNTERMINATED : SLOW_MORE;
	}
	rec->len = at;
	rec->used = s->pos;
	if (p[at] == '\r' && s->pos < len && p[s->pos] == '\n')
		rec->used++;
	return SLOW_RECORD;
}

/* The input ends within the record. */
static enum slow_verdict
see_end(struct slowcsv *s, struct slow_record *rec)
{
	if (s->parser.quoted && !s->closing)
		return SLOW_UNTERMINATED;
	(void)csv_fini(&s->parser, on_cell, on_row, s);
	note_cell(s, s->pos);
	rec->len = rec->used = s->pos;
	return SLOW_RECORD;
}

static enum slow_verdict
run(struct slowcsv *s, const char *p, size_t len, bool eof,
	struct slow_record *rec)
{
	enum slow_verdict v = SLOW_MORE;

	while (v == SLOW_MORE && s->pos < len) {
		size_t before = s->pos, n = dull(s, p, len);

		if (n > 0)
			(void)feed(s, p, n);
		else if (p[s->pos] == '"')
			v = see_quote(s, p, len, eof);
		else if (is_break(p[s->pos]))
			v = see_break(s, p, len, eof, rec);
		else
			(void)feed(s, p, 1);
		if (s->pos == before)
			return v; /* a byte must be awaited */
	}
	return v == SLOW_MORE && eof ? see_end(s, rec) : v;
}

enum slow_verdict
slowcsv_decide(struct slowcsv *s, const char *p, size_t len, bool eof,
	struct slow_record *rec)
{
	enum slow_verdict v = run(s, p, len, eof, rec);

	rec->open = s->open;
	rec->ends = s->ends;
	rec->nends = s->nends;
	return v;
}
