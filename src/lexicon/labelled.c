/* labelled.c - posts with labels, read from CSV. */
#include "config.h"

#include <stdlib.h>

#include "labelled.h"
#include "list.h"
#include "xalloc.h"

struct labelled {
	const struct opts *opts;
	struct intake *in;
	size_t text, label, rating, direction; /* columns */
	struct batch batch;
	size_t next; /* row of the batch */
	struct buf scratch[3];
};

void
labelled_set(struct opts *o, int opt)
{
	switch (opt) {
	case OPT_TEXT:
		o->labelled.text = optarg;
		break;
	case OPT_TRUE:
		o->labelled.label = optarg;
		break;
	case OPT_AGAINST:
		o->labelled.against = optarg;
		break;
	case OPT_FOR:
		o->labelled.praise = optarg;
		break;
	default:
		(void)lexload_option(&o->lexload, opt);
	}
}

/* The column that --true names; else label or kind, whichever is there. */
static size_t
find_label(const struct labelled *l, bool need)
{
	const char *asked = l->opts->labelled.label;
	size_t at;

	if (asked != NULL)
		return intake_need(l->in, asked, "--true COLUMN");
	at = intake_find(l->in, "label");
	if (at == COLUMN_NONE)
		at = intake_find(l->in, "kind");
	if (at == COLUMN_NONE && need)
		return intake_need(l->in, "label", "--true COLUMN");
	return at;
}

struct labelled *
labelled_open(const struct opts *o, char *const *files, bool need)
{
	struct labelled *l = xcalloc(1, sizeof(*l));
	const char *text = o->labelled.text;
	int n = 0;

	while (files[n] != NULL)
		n++;
	l->opts = o;
	l->in = intake_open(&o->common, n, files);
	if (l->in == NULL)
		exit(diag_status());
	l->text = intake_need(l->in, text ? text : "text", "--text COLUMN");
	l->label = find_label(l, need);
	l->rating = intake_find(l->in, "rating");
	l->direction = intake_find(l->in, "direction");
	return l;
}

bool
labelled_has_labels(const struct labelled *l)
{
	return l->label != COLUMN_NONE;
}

/* Is a value one of a list with commas? */
static bool
is_among(struct text value, const char *list)
{
	struct text rest = list_of(text_of(list)), item;

	while (list_next(&rest, ',', &item))
		if (text_eq(item, value))
			return true;
	return false;
}

static enum label
read_label(const struct labelled *l, struct text value)
{
	const char *against = l->opts->labelled.against;
	const char *praise = l->opts->labelled.praise;

	if (value.len == 0)
		return LABEL_NONE;
	if (is_among(value, against ? against : "neg,complaint"))
		return LABEL_AGAINST;
	if (is_among(value, praise ? praise : "pos,praise"))
		return LABEL_FOR;
	return LABEL_NEITHER;
}

/* The next record; NULL at the end. */
static const struct row *
next_row(struct labelled *l)
{
	while (l->next == l->batch.nrows) {
		l->next = 0;
		if (!intake_next(l->in, &l->batch)) {
			l->batch.nrows = 0;
			return NULL;
		}
	}
	return &l->batch.rows[l->next++];
}

bool
labelled_next(struct labelled *l, struct labelled_post *post)
{
	const struct row *row;
	struct buf *scratch = l->scratch;

	do {
		row = next_row(l);
		if (row == NULL)
			return false;
	} while (text_is(row_text(row, l->direction, &scratch[0]), "out"));
	post->text = row_text(row, l->text, &scratch[0]);
	post->label = read_label(
		l, text_trimmed(row_text(row, l->label, &scratch[1])));
	post->rated = row_text(row, l->rating, &scratch[2]).len > 0;
	return true;
}

void
labelled_close(struct labelled *l, uint64_t out)
{
	size_t i;

	intake_close(l->in, out);
	for (i = 0; i < sizeof(l->scratch) / sizeof(l->scratch[0]); i++)
		buf_free(&l->scratch[i]);
	free(l);
}
