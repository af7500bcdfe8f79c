/* tally.c - count posts by their values, add partial tallies, write both. */
#include "config.h"

#include <stdlib.h>

#include "list.h"
#include "partial.h"
#include "ratio.h"
#include "result.h"
#include "tally.h"
#include "xalloc.h"

#define LIST_MAX 64                /* values of one cell; codes.csv has 21 */
#define KEY_MAX ((size_t)64 << 10) /* a partial row must fit a record */

/* The values of one column to count by, in one post. */
struct values {
	struct text v[LIST_MAX];
	size_t n, turn;
	struct bucketing when; /* of TALLY_BY_BUCKET */
};

struct tally {
	struct tally_by *by;
	size_t nby;
	bool bucketed;
	struct buf made; /* "1 tz=…"; empty until known */
	struct groups rows;
	struct groups buckets;
	struct tally_counts counts;
	int64_t merged[SUMS];  /* all that was added, without sign */
	struct values *values; /* nby; scratch */
	struct text *key;      /* nby; scratch */
	struct buf scratch;
	struct partial record; /* scratch of merging */
};

/* What to count by. */

struct tally_by
tally_by_name(const char *name, const char *prefix)
{
	struct tally_by by = { name, TALLY_BY_VALUE, BUCKET_DAY };
	size_t n = strlen(prefix);

	if (bucket_by_name(text_of(name), &by.bucket))
		by.how = TALLY_BY_BUCKET;
	else if (strncmp(name, prefix, n) == 0 &&
		(strcmp(name + n, "codes") == 0 ||
			strcmp(name + n, "marks") == 0))
		by.how = TALLY_BY_LIST;
	return by;
}

static bool
is_among(const char *name, const char *const *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

enum rc
tally_by_check(const struct tally_by *by, size_t nby, struct err *err)
{
	size_t i, j;

	for (i = 0; i < nby; i++) {
		const char *name = by[i].name;

		if (is_among(name, result_columns, RESULT_COLUMNS) ||
			is_among(name, partial_columns, PARTIAL_COLUMNS))
			return err_set(err, CLAMOR_EINVAL,
				"cannot count by '%s': the tally has a column "
				"of that name",
				name);
		for (j = 0; j < i; j++)
			if (strcmp(name, by[j].name) == 0)
				return err_set(err, CLAMOR_EINVAL,
					"'%s' is named twice", name);
	}
	return CLAMOR_OK;
}

struct tally *
tally_new(const struct tally_by *by, size_t nby, const struct zone *zone,
	const char *made)
{
	struct tally *t = xcalloc(1, sizeof(*t));
	size_t i;

	t->by = xcalloc(nby, sizeof(*t->by));
	t->values = xcalloc(nby, sizeof(*t->values));
	t->key = xcalloc(nby, sizeof(*t->key));
	t->nby = nby;
	groups_init(&t->rows);
	groups_init(&t->buckets);
	for (i = 0; i < nby; i++) {
		t->by[i] = by[i];
		t->values[i].when.bucket = by[i].bucket;
		t->values[i].when.zone = zone;
		t->bucketed |= by[i].how == TALLY_BY_BUCKET;
	}
	if (made != NULL)
		buf_addf(&t->made, "%s%s%s", PARTIAL_VERSION, *made ? " " : "",
			made);
	return t;
}

void
tally_free(struct tally *t)
{
	if (t == NULL)
		return;
	groups_free(&t->rows);
	groups_free(&t->buckets);
	free(t->values);
	free(t->by);
	buf_free(&t->made);
	free(t->key);
	buf_free(&t->scratch);
	partial_free(&t->record);
	free(t);
}

/* The values to count a post by. */

static enum rc
values_of_list(struct values *values, struct text cell, struct err *err)
{
	struct text item;
	size_t i;

	values->n = 0;
	if (cell.len == 0)
		values->v[values->n++] = cell; /* no value is one, too */
	cell = list_of(cell);
	while (list_next(&cell, ';', &item)) {
		for (i = 0; i < values->n; i++)
			if (text_eq(item, values->v[i]))
				break;
		if (i < values->n)
			continue;
		if (values->n == LIST_MAX)
			return err_set(err, CLAMOR_ELIMIT,
				"more than %d values in one cell", LIST_MAX);
		values->v[values->n++] = item;
	}
	return CLAMOR_OK;
}

static enum rc
values_of_post(struct tally *t, const struct text *by, const struct stamp *date,
	struct err *err)
{
	size_t i, j, size = 0;
	enum rc rc;

	for (i = 0; i < t->nby; i++) {
		struct values *values = &t->values[i];
		size_t longest = 0;

		values->n = 1;
		switch (t->by[i].how) {
		case TALLY_BY_VALUE:
			values->v[0] = by[i];
			break;
		case TALLY_BY_LIST:
			rc = values_of_list(values, by[i], err);
			if (rc != CLAMOR_OK)
				return rc;
			break;
		case TALLY_BY_BUCKET:
			values->v[0] = bucket_label(&values->when, date);
			break;
		}
		for (j = 0; j < values->n; j++)
			if (values->v[j].len > longest)
				longest = values->v[j].len;
		size += longest;
	}
	if (size > KEY_MAX)
		return err_set(err, CLAMOR_ELIMIT,
			"the values to count by are longer than 64 KiB");
	return CLAMOR_OK;
}

/* Count it in every combination of its values, like the wheels of a counter. */
static void
count_combinations(struct tally *t, const struct post_sums *post)
{
	struct values *v = t->values;
	size_t i;

	do {
		struct group *g;

		for (i = 0; i < t->nby; i++)
			t->key[i] = v[i].v[v[i].turn];
		g = groups_get(&t->rows, t->key, t->nby);
		sums_add_post(g->sum, post);
		if (post->named)
			hashset_add(&g->authors, post->author, t->rows.seed);
		if (post->waited)
			bag_add(&g->minutes, post->minutes, 1);
		for (i = 0; i < t->nby && ++v[i].turn == v[i].n; i++)
			v[i].turn = 0;
	} while (i < t->nby);
}

enum rc
tally_add(struct tally *t, const struct text *by, const struct text *post,
	struct err *err)
{
	struct post_sums sums;
	struct stamp date = { 0 };
	bool bad_date;
	enum rc rc;

	if (text_is(post[TALLY_DIRECTION], "out")) {
		t->counts.out++;
		return CLAMOR_OK;
	}
	if (!sums_of_post(&sums, post, &t->scratch))
		return err_set(err, CLAMOR_EINVAL,
			"kind is none of complaint, "
			"praise, mixed, question, neutral, spam");
	bad_date = t->bucketed &&
		stamp_parse(&date, post[TALLY_DATE]) != CLAMOR_OK;
	if (bad_date)
		date = (struct stamp){ .precision = PRECISION_NONE };
	rc = values_of_post(t, by, &date, err);
	if (rc != CLAMOR_OK)
		return rc;
	count_combinations(t, &sums);
	t->counts.posts++;
	t->counts.bad_dates += bad_date;
	return CLAMOR_OK;
}

struct tally_counts
tally_counts(const struct tally *t)
{
	return t->counts;
}

/* Merging. */

enum rc
tally_partial_columns(
	char *const *names, size_t n, size_t *nby, struct err *err)
{
	size_t i;

	if (n < PARTIAL_COLUMNS)
		goto other;
	*nby = n - PARTIAL_COLUMNS;
	for (i = 0; i < PARTIAL_COLUMNS; i++)
		if (strcmp(names[*nby + i], partial_columns[i]) != 0)
			goto other;
	return CLAMOR_OK;
other:
	return err_set(err, CLAMOR_EINVAL,
		"this is no partial tally, as clamor-tally --partial writes");
}

enum rc
tally_merge_check(struct tally *t, const struct text *cells, struct err *err)
{
	return partial_check(&t->made, cells[t->nby + PARTIAL_MADE], err);
}

/* Count what is to be added, if that keeps all sums far from overflow. */
static bool
merged_fits(int64_t *merged, const int64_t *sum)
{
	size_t i;

	for (i = 0; i < SUMS; i++)
		if (merged[i] > RATIO_MAX_COUNT - llabs(sum[i]))
			return false;
	for (i = 0; i < SUMS; i++)
		merged[i] += llabs(sum[i]);
	return true;
}

enum rc
tally_merge(struct tally *t, const struct text *cells, struct err *err)
{
	struct partial *p = &t->record;
	struct group *g;
	size_t i, size = 0;
	enum rc rc;

	rc = partial_read(p, cells + t->nby, err);
	if (rc != CLAMOR_OK)
		return rc;
	for (i = 0; i < t->nby; i++) {
		size += cells[i].len;
		if (size > KEY_MAX)
			return err_set(err, CLAMOR_ELIMIT,
				"the values to "
				"count by are longer than 64 KiB");
	}
	if (!merged_fits(t->merged, p->sum))
		return err_set(err, CLAMOR_ELIMIT, "a sum would pass 10^15");
	g = groups_get(&t->rows, cells, t->nby);
	sums_add(g->sum, p->sum);
	for (i = 0; i < p->nauthors; i++)
		hashset_add(&g->authors, p->authors[i], t->rows.seed);
	bag_pour(&g->minutes, &p->minutes);
	return CLAMOR_OK;
}

/* The result. */

/* Add a group to the total of its time bucket. */
static void
add_to_bucket(struct tally *t, struct group *g)
{
	struct text key = key_of(g);
	size_t n = 0, i;

	for (i = 0; i < t->nby; i++) {
		struct text value = key_next(&key);

		if (t->by[i].how == TALLY_BY_BUCKET)
			t->key[n++] = value;
	}
	g->bucket = groups_get(&t->buckets, t->key, n);
	sums_add(g->bucket->sum, g->sum);
}

void
tally_finish(struct tally *t)
{
	size_t i;

	groups_sort(&t->rows);
	for (i = 0; i < t->rows.n; i++) {
		bag_settle(&t->rows.v[i]->minutes);
		add_to_bucket(t, t->rows.v[i]);
	}
}

size_t
tally_rows(const struct tally *t)
{
	return t->rows.n;
}

void
tally_write_header(
	const struct tally *t, const struct tally_view *view, struct csvout *o)
{
	size_t i;

	for (i = 0; i < t->nby; i++)
		csvout_str(o, t->by[i].name);
	if (view->partial)
		partial_write_names(o);
	else
		result_write_names(view->share, view->interval, o);
	csvout_end(o);
}

void
tally_write_row(const struct tally *t, size_t i, const struct tally_view *view,
	struct csvout *o)
{
	const struct group *g = t->rows.v[i];

	if (view->partial) {
		partial_write(g, buf_text(&t->made), o);
	} else {
		key_write(g, o);
		result_write(g, view->share, view->interval, o);
		csvout_end(o);
	}
}
