/* liwc.c - categories between two '%', then words with their numbers. */
#include "config.h"

#include <stdlib.h>

#include "list.h"
#include "liwc.h"
#include "number.h"
#include "outline.h"
#include "xalloc.h"

struct category {
	int64_t id;
	size_t at, len; /* its path, in names */
	size_t line;
};

struct liwc {
	struct carry *carry;
	struct category *v;
	size_t n, cap;
	struct buf names;
	struct outline outline;
};

/* Cut off the next word: blanks and TABs separate. */
static bool
next_word(struct text *rest, struct text *word)
{
	size_t n = 0;

	*rest = text_trimmed(*rest);
	while (n < rest->len && rest->p[n] != ' ' && rest->p[n] != '\t')
		n++;
	*word = (struct text){ rest->p, n };
	*rest = (struct text){ rest->p + n, rest->len - n };
	return n > 0;
}

/* Cut off the last one. */
static bool
last_word(struct text *rest, struct text *word)
{
	size_t n = 0;

	*rest = text_trimmed(*rest);
	while (n < rest->len && rest->p[rest->len - 1 - n] != ' ' &&
		rest->p[rest->len - 1 - n] != '\t')
		n++;
	rest->len -= n;
	*word = (struct text){ rest->p + rest->len, n };
	return n > 0;
}

/* "posemo (Positive Emotions)": its name is posemo. */
static struct text
without_description(struct text name)
{
	const char *open = memmem(name.p, name.len, " (", 2);

	return open == NULL || open == name.p || name.p[name.len - 1] != ')'
		? name
		: text_trimmed(
			  (struct text){ name.p, (size_t)(open - name.p) });
}

/* "3  affect", deeper with TABs before it. */
static void
add_category(struct liwc *d, size_t number, struct text line)
{
	struct text id, name = text_trimmed(line), path;
	struct category k = { .line = number };

	if (!next_word(&name, &id) || !number_whole(id, &k.id) ||
		text_trimmed(name).len == 0) {
		carry_leave(d->carry, number,
			"not a number and the name of a category");
		return;
	}
	path = outline_enter(&d->outline, outline_depth(line),
		without_description(text_trimmed(name)));
	k.at = d->names.len;
	k.len = path.len;
	buf_addt(&d->names, path);
	d->v = xgrow(d->v, d->n, &d->cap, sizeof(*d->v));
	d->v[d->n++] = k;
}

static int
compare_ids(const void *pa, const void *pb)
{
	const struct category *a = pa, *b = pb;

	return (a->id > b->id) - (a->id < b->id);
}

/* By number, and as they stand. */
static int
compare_categories(const void *pa, const void *pb)
{
	const struct category *a = pa, *b = pb;
	int d = compare_ids(a, b);

	return d != 0 ? d : (a->at > b->at) - (a->at < b->at);
}

/* Make ready for find_category; of two with one number the first counts. */
static void
sort_categories(struct liwc *d)
{
	size_t n = 0, i;

	if (d->n > 1)
		qsort(d->v, d->n, sizeof(*d->v), compare_categories);
	for (i = 0; i < d->n; i++)
		if (n > 0 && d->v[n - 1].id == d->v[i].id)
			carry_leave(d->carry, d->v[i].line,
				"another category has the number %lld",
				(long long)d->v[i].id);
		else
			d->v[n++] = d->v[i];
	d->n = n;
}

static const struct category *
find_category(const struct liwc *d, int64_t id)
{
	const struct category key = { .id = id };

	return d->n == 0 ? NULL
			 : bsearch(&key, d->v, d->n, sizeof(key), compare_ids);
}

/* The entry for one of a word's categories. */
static void
add_word(struct liwc *d, struct carry_row *row, struct text id)
{
	const struct category *k;
	int64_t number;

	if (!number_whole(id, &number)) {
		carry_leave(d->carry, row->line,
			"'%.*s': '%.*s' is no number of a category",
			carry_shown(row->term), row->term.p, carry_shown(id),
			id.p);
		return;
	}
	k = find_category(d, number);
	if (k == NULL) {
		carry_leave(d->carry, row->line,
			"'%.*s': there is no category %.*s",
			carry_shown(row->term), row->term.p, carry_shown(id),
			id.p);
		return;
	}
	row->category = (struct text){ d->names.p + k->at, k->len };
	carry_add(d->carry, row);
}

/* The term of a line: up to the first TAB, or, where blanks separate, up to
 * the numbers at its end. What is left are the numbers. */
static struct text
cut_term(struct text *line)
{
	struct text term, rest, word;
	int64_t number;

	if (memchr(line->p, '\t', line->len) != NULL) {
		(void)list_next(line, '\t', &term);
		return text_trimmed(term);
	}
	term = rest = *line;
	while (last_word(&rest, &word) && rest.len > 0 &&
		number_whole(word, &number))
		term.len = (size_t)(word.p - term.p);
	*line = (struct text){ line->p + term.len, line->len - term.len };
	return text_trimmed(term);
}

/* "like (02 134)125/464", "kind <of> 5" */
static bool
is_conditional(struct text line)
{
	const char *open = line.len > 0 ? memchr(line.p, '(', line.len) : NULL;

	if (open != NULL &&
		memchr(open, ')', (size_t)(line.p + line.len - open)) != NULL)
		return true;
	return memmem(line.p, line.len, "<of>", 4) != NULL;
}

static void
take_word(struct liwc *d, size_t number, struct text line)
{
	struct carry_row row = { .line = number, .stars = true };
	struct text id;
	bool any = false;

	row.term = cut_term(&line);
	if (is_conditional(row.term) || is_conditional(line)) {
		carry_leave(d->carry, number,
			"'%.*s': depends on the words around it",
			carry_shown(row.term), row.term.p);
		return;
	}
	for (; next_word(&line, &id); any = true)
		add_word(d, &row, id);
	if (!any)
		carry_leave(d->carry, number, "'%.*s': no category",
			carry_shown(row.term), row.term.p);
}

enum rc
liwc_read(struct carry *c, struct textfile *f, struct err *err)
{
	struct liwc d = { .carry = c };
	struct text line;
	int part = 0; /* 1: categories, 2: words */
	enum rc rc;

	while ((rc = textfile_line(f, &line, err)) == CLAMOR_OK) {
		struct text trimmed = text_trimmed(line);

		if (trimmed.len == 0)
			continue;
		if (part < 2 && text_is(trimmed, "%")) {
			if (++part == 2)
				sort_categories(&d);
		} else if (part == 1) {
			add_category(&d, f->line, line);
		} else if (part == 2) {
			take_word(&d, f->line, trimmed);
		} else {
			break;
		}
	}
	free(d.v);
	buf_free(&d.names);
	outline_free(&d.outline);
	if (part == 2)
		return rc == CLAMOR_END ? CLAMOR_OK : rc;
	err_at(err, textfile_name(f), f->line, 0);
	return err_set(err, CLAMOR_EINVAL,
		"no categories between two lines of '%%': is it a LIWC "
		"dictionary?");
}

/* LIWC-22's own format: a column for each category, with an X or a weight. */

static void
take_record(struct carry *c, const struct table *t, size_t row, size_t term)
{
	struct carry_row r = { .term = table_cell(t, row, term),
		.stars = true,
		.line = table_line(t, row) };
	bool any = false;
	int64_t milli = 0;
	size_t i;

	for (i = 0; i < table_ncolumns(t); i++) {
		struct text cell = table_cell(t, row, i);

		if (i == term || cell.len == 0)
			continue;
		any = true;
		r.category = table_column_name(t, i);
		r.weighs = number_typed_milli(cell, &milli);
		r.weight = (int32_t)milli;
		if (r.weighs || text_is(cell, "X") || text_is(cell, "x"))
			carry_add(c, &r);
		else
			carry_leave(c, r.line,
				"'%.*s': '%.*s' is no X or weight",
				carry_shown(r.term), r.term.p,
				carry_shown(cell), cell.p);
	}
	if (!any)
		carry_leave(c, r.line, "'%.*s': no category",
			carry_shown(r.term), r.term.p);
}

enum rc
liwc_read_dicx(struct carry *c, const char *path, struct err *err)
{
	struct table *t;
	size_t term, i;
	enum rc rc = table_read_all(&t, path, carry_bad_record, c, err);

	if (rc != CLAMOR_OK)
		return rc;
	term = table_column(t, "DicTerm");
	if (term == TABLE_NONE) {
		err_at(err, path, 1, 0);
		rc = err_set(err, CLAMOR_EINVAL,
			"no column 'DicTerm': is it a LIWC dictionary?");
	}
	for (i = 0; i < table_nrows(t) && rc == CLAMOR_OK; i++)
		take_record(c, t, i, term);
	table_free(t);
	return rc;
}
