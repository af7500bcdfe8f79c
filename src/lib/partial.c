/* partial.c - write partial tallies, read them. */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>

#include "list.h"
#include "number.h"
#include "partial.h"
#include "xalloc.h"

#define PIECE 4096 /* of a list in a record */

const char *const partial_columns[] = { "partial", "complaints", "praise",
	"mixed", "questions", "neutral", "spam", "checkins", "incentivised",
	"severity_1", "severity_2", "severity_3", "intent_legal",
	"intent_abandono", "intent_recompra", "intent_recomienda",
	"intent_ayuda", "scored", "score_sum", "reach", "reach_praise",
	"reach_complaints", "asked", "answered", "authors", "reply_minutes" };

/* Writing. */

void
partial_write_names(struct csvout *o)
{
	size_t i;

	for (i = 0; i < PARTIAL_COLUMNS; i++)
		csvout_str(o, partial_columns[i]);
}

/* The part of a list of n that goes into piece number i, if there is one. */
static void
piece_range(size_t n, size_t i, size_t *from, size_t *to)
{
	*from = i * PIECE < n ? i * PIECE : n;
	*to = *from + PIECE < n ? *from + PIECE : n;
}

/* @authors  those of the group, in order */
static void
write_piece(const struct group *g, const uint64_t *authors, size_t piece,
	struct csvout *o)
{
	struct buf cell = { 0 };
	size_t i, from, to;

	piece_range(g->authors.n, piece, &from, &to);
	for (i = from; i < to; i++)
		buf_addf(&cell, "%s%016" PRIx64, i > from ? ";" : "",
			authors[i]);
	csvout_text(o, buf_text(&cell));
	buf_clear(&cell);
	piece_range(g->minutes.n, piece, &from, &to);
	for (i = from; i < to; i++)
		buf_addf(&cell, "%s%" PRIu64 "*%" PRIu64, i > from ? ";" : "",
			g->minutes.items[i].value, g->minutes.items[i].count);
	csvout_text(o, buf_text(&cell));
	buf_free(&cell);
}

void
partial_write(const struct group *g, struct text made, struct csvout *o)
{
	size_t longest =
		g->authors.n > g->minutes.n ? g->authors.n : g->minutes.n;
	uint64_t *authors = hashset_list(&g->authors);
	size_t piece = 0, i;

	do {
		key_write(g, o);
		csvout_text(o, made);
		for (i = 0; i < SUMS; i++)
			csvout_int(o, piece == 0 ? g->sum[i] : 0);
		write_piece(g, authors, piece, o);
		csvout_end(o);
		piece++;
	} while (piece * PIECE < longest);
	free(authors);
}
/* Reading. */

enum rc
partial_check(struct buf *made, struct text cell, struct err *err)
{
	size_t v = sizeof(PARTIAL_VERSION) - 1;

	if (cell.len < v || memcmp(cell.p, PARTIAL_VERSION, v) != 0 ||
		(cell.len > v && cell.p[v] != ' '))
		return err_set(err, CLAMOR_EINVAL,
			"a partial tally of version "
			"'%.*s'; this program reads %s",
			(int)(cell.len < 40 ? cell.len : 40), cell.p,
			PARTIAL_VERSION);
	if (made->len == 0)
		buf_addt(made, cell);
	if (!text_eq(cell, buf_text(made)))
		return err_set(err, CLAMOR_EINVAL,
			"a partial tally made with '%.*s' cannot be added to "
			"one made with '%.*s'",
			(int)cell.len, cell.p, (int)made->len, made->p);
	return CLAMOR_OK;
}

static enum rc
read_sums(const struct text *cells, int64_t *sum, struct err *err)
{
	size_t i;

	for (i = 0; i < SUMS; i++) {
		struct text cell = cells[i];
		bool negative =
			i == SUM_SCORE && cell.len > 0 && *cell.p == '-';

		if (negative)
			cell = (struct text){ cell.p + 1, cell.len - 1 };
		if (!number_whole(cell, &sum[i]))
			return err_set(err, CLAMOR_EINVAL, "%s is no count",
				partial_columns[PARTIAL_SUMS + i]);
		if (negative)
			sum[i] = -sum[i];
	}
	return CLAMOR_OK;
}

static bool
read_hex(struct text t, uint64_t *v)
{
	size_t i;

	*v = 0;
	for (i = 0; i < t.len; i++) {
		char c = t.p[i];

		if (c >= '0' && c <= '9')
			*v = *v << 4 | (uint64_t)(c - '0');
		else if (c >= 'a' && c <= 'f')
			*v = *v << 4 | (uint64_t)(c - 'a' + 10);
		else
			return false;
	}
	return t.len == 16;
}

static enum rc
read_authors(struct partial *p, struct text list, struct err *err)
{
	struct text item;
	uint64_t hash;

	p->nauthors = 0;
	while (list_next(&list, ';', &item)) {
		if (!read_hex(item, &hash))
			return err_set(err, CLAMOR_EINVAL,
				"authors holds what is no hash");
		p->authors = xgrow(p->authors, p->nauthors, &p->cap_authors,
			sizeof(*p->authors));
		p->authors[p->nauthors++] = hash;
	}
	return CLAMOR_OK;
}

static enum rc
read_minutes(struct bag *minutes, struct text list, struct err *err)
{
	struct text item, value;
	int64_t wait, n;

	minutes->n = 0;
	while (list_next(&list, ';', &item)) {
		if (!list_next(&item, '*', &value) ||
			!number_whole(value, &wait) || !number_whole(item, &n))
			return err_set(err, CLAMOR_EINVAL,
				"reply_minutes holds what is no MINUTES*POSTS");
		bag_add(minutes, (uint64_t)wait, (uint64_t)n);
	}
	return CLAMOR_OK;
}

enum rc
partial_read(struct partial *p, const struct text *cells, struct err *err)
{
	enum rc rc = read_sums(cells + PARTIAL_SUMS, p->sum, err);

	if (rc == CLAMOR_OK)
		rc = read_authors(p, list_of(cells[PARTIAL_AUTHORS]), err);
	if (rc == CLAMOR_OK)
		rc = read_minutes(
			&p->minutes, list_of(cells[PARTIAL_MINUTES]), err);
	return rc;
}

void
partial_free(struct partial *p)
{
	free(p->authors);
	bag_free(&p->minutes);
}
