/* tally.c - count posts, add partial tallies, write both. */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>

#include "bag.h"
#include "ratio.h"
#include "siphash.h"
#include "tally.h"
#include "xalloc.h"

#define LIST_MAX 64		 /* values of one cell; codes.csv has 21 */
#define KEY_MAX ((size_t)64 << 10) /* a partial row must fit a record */
#define PIECE 4096		 /* of a list in a record of a partial tally */
#define PARTIAL_VERSION "1"		 /* of the form of partial tallies */

/* The sums kept of each row, in the order of a partial tally's columns. */
enum sum {
	SUM_COMPLAINTS,
	SUM_PRAISE,
	SUM_MIXED,
	SUM_QUESTIONS,
	SUM_NEUTRAL,
	SUM_SPAM,
	SUM_CHECKINS,
	SUM_INCENTIVISED,
	SUM_SEVERITY_1,
	SUM_SEVERITY_2,
	SUM_SEVERITY_3,
	SUM_LEGAL,
	SUM_ABANDONO,
	SUM_RECOMPRA,
	SUM_RECOMIENDA,
	SUM_AYUDA,
	SUM_SCORED, /* posts that score_mean is the mean of */
	SUM_SCORE,  /* thousandths; the only sum that may be negative */
	SUM_REACH,  /* weights of all posts but spam */
	SUM_REACH_PRAISE,
	SUM_REACH_COMPLAINTS,
	SUM_ASKED, /* posts of which it is known whether they were answered */
	SUM_ANSWERED,
	SUMS
};

static const char *const partial_columns[] = { "partial", "complaints",
	"praise", "mixed", "questions", "neutral", "spam", "checkins",
	"incentivised", "severity_1", "severity_2", "severity_3",
	"intent_legal", "intent_abandono", "intent_recompra",
	"intent_recomienda", "intent_ayuda", "scored", "score_sum", "reach",
	"reach_praise", "reach_complaints", "asked", "answered", "authors",
	"reply_minutes" };

#define PARTIAL_COLUMNS (sizeof(partial_columns) / sizeof(*partial_columns))
#define PARTIAL_SUMS 1 /* where they begin */
#define PARTIAL_AUTHORS (PARTIAL_SUMS + SUMS)
#define PARTIAL_MINUTES (PARTIAL_AUTHORS + 1)

_Static_assert(PARTIAL_COLUMNS == PARTIAL_MINUTES + 1,
	"a name for each column of a partial tally");

static const char *const result_columns[] = { "posts", "complaints", "praise",
	"mixed", "questions", "neutral", "spam", "checkins", "incentivised",
	"complaint_rate", "net_sentiment", "net_sentiment_opinion",
	"score_mean", "net_sentiment_reach", "severity_1", "severity_2",
	"severity_3", "intent_legal", "intent_abandono", "intent_recompra",
	"intent_recomienda", "intent_ayuda", "authors", "answered",
	"reply_minutes_median", "reply_minutes_p90" };

#define RESULT_COLUMNS (sizeof(result_columns) / sizeof(*result_columns))

static const char *const asked_columns[] = { "share", "complaint_rate_low",
	"complaint_rate_high" };

#define ASKED_COLUMNS (sizeof(asked_columns) / sizeof(*asked_columns))

/* One row of the result. */
struct group {
	int64_t sum[SUMS];
	struct bag authors; /* counts mean nothing here */
	struct bag minutes;
	struct group *bucket; /* the total of its time bucket */
	uint64_t hash;
	size_t len;
	char key[]; /* each value: its length as uint32_t, its bytes */
};

/* Groups by key, open addressing, at most half full. */
struct table {
	struct group **slots;
	size_t nslots;
	struct group **groups; /* in order of arrival, later sorted */
	size_t n, cap;
};

/* The values of one column to count by, in one post. */
struct values {
	struct text v[LIST_MAX];
	size_t n, turn;
	struct buf label; /* of a bucket */
};

struct tally {
	struct tally_by *by;
	size_t nby;
	bool bucketed;
	const struct zone *zone;
	struct buf made; /* "1 tz=…"; empty until known */
	struct siphash_key table_key;
	struct table rows;
	struct table buckets;
	struct tally_counts counts;
	int64_t merged[SUMS];	     /* all that was added, without sign */
	struct values *values;	     /* nby; scratch */
	struct buf key;		     /* scratch */
	struct bag authors, minutes; /* scratch of merging */
};

/* Anyone's partial tallies must agree on it. */
static const struct siphash_key author_key = { 0x636c616d6f722f74u,
	0x616c6c792f617574u };

const char *
tally_field_name(enum tally_field f)
{
	static const char *const names[TALLY_FIELDS] = { "kind", "score",
		"severity", "intent", "marks", "direction", "date", "source",
		"author", "followers", "answered", "reply_minutes" };

	return names[f];
}

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
			is_among(name, asked_columns, ASKED_COLUMNS) ||
			is_among(name, partial_columns, PARTIAL_COLUMNS))
			return err_set(err, CLAMOR_EINVAL,
				"cannot count by '%s': the tally has a column "
				"of that name", name);
		for (j = 0; j < i; j++)
			if (strcmp(name, by[j].name) == 0)
				return err_set(err, CLAMOR_EINVAL,
					"'%s' is named twice", name);
	}
	return CLAMOR_OK;
}

/* The table of groups. */

/* Where the group of a key is, or belongs. */
static struct group **
table_slot(const struct table *t, uint64_t hash, struct text key)
{
	size_t mask = t->nslots - 1, i;

	for (i = hash & mask; t->slots[i] != NULL; i = (i + 1) & mask) {
		const struct group *g = t->slots[i];
		struct text its = { g->key, g->len };

		if (g->hash == hash && text_eq(its, key))
			break;
	}
	return &t->slots[i];
}

static void
table_grow(struct table *t)
{
	size_t i, j, mask;

	free(t->slots);
	t->nslots = t->nslots ? t->nslots * 2 : 64;
	t->slots = xcalloc(t->nslots, sizeof(struct group *));
	mask = t->nslots - 1;
	for (i = 0; i < t->n; i++) {
		j = t->groups[i]->hash & mask;
		while (t->slots[j] != NULL)
			j = (j + 1) & mask;
		t->slots[j] = t->groups[i];
	}
}

/* The group of a key, made if it is new. */
static struct group *
table_group(struct table *t, const struct siphash_key *seed, struct text key)
{
	uint64_t hash = siphash(seed, key);
	struct group **slot, *g;

	if (t->n * 2 >= t->nslots)
		table_grow(t);
	slot = table_slot(t, hash, key);
	if (*slot != NULL)
		return *slot;
	g = xcalloc(1, sizeof(*g) + key.len);
	g->hash = hash;
	g->len = key.len;
	if (key.len > 0)
		memcpy(g->key, key.p, key.len);
	t->groups = xgrow(t->groups, t->n, &t->cap, sizeof(struct group *));
	t->groups[t->n++] = g;
	return *slot = g;
}

static void
table_free(struct table *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		bag_free(&t->groups[i]->authors);
		bag_free(&t->groups[i]->minutes);
		free(t->groups[i]);
	}
	free(t->groups);
	free(t->slots);
}

/* Append a value to a key. */
static void
key_add(struct buf *key, struct text value)
{
	uint32_t len = (uint32_t)value.len; /* at most KEY_MAX */

	buf_add(key, &len, sizeof(len));
	buf_addt(key, value);
}

/* Take the next value off the front of a key. */
static struct text
key_next(struct text *key)
{
	struct text value;
	uint32_t len;

	memcpy(&len, key->p, sizeof(len));
	value = (struct text){ key->p + sizeof(len), len };
	key->p = value.p + len;
	key->len -= sizeof(len) + len;
	return value;
}

static int
by_key(const void *a, const void *b)
{
	const struct group *x = *(struct group *const *)a;
	const struct group *y = *(struct group *const *)b;
	struct text kx = { x->key, x->len }, ky = { y->key, y->len };
	int c = 0;

	while (c == 0 && kx.len > 0)
		c = text_cmp(key_next(&kx), key_next(&ky));
	return c;
}

struct tally *
tally_new(const struct tally_by *by, size_t nby, const struct zone *zone,
	const char *made)
{
	struct tally *t = xcalloc(1, sizeof(*t));
	size_t i;

	t->by = xcalloc(nby, sizeof(*t->by));
	t->values = xcalloc(nby, sizeof(*t->values));
	t->nby = nby;
	t->zone = zone;
	t->table_key = siphash_random_key();
	for (i = 0; i < nby; i++) {
		t->by[i] = by[i];
		t->bucketed |= by[i].how == TALLY_BY_BUCKET;
	}
	if (made != NULL)
		buf_addf(&t->made, "%s%s%s", PARTIAL_VERSION, *made ? " " : "", made);
	return t;
}

void
tally_free(struct tally *t)
{
	size_t i;

	if (t == NULL)
		return;
	table_free(&t->rows);
	table_free(&t->buckets);
	for (i = 0; i < t->nby; i++)
		buf_free(&t->values[i].label);
	free(t->values);
	free(t->by);
	buf_free(&t->made);
	buf_free(&t->key);
	bag_free(&t->authors);
	bag_free(&t->minutes);
	free(t);
}

/* Reading cells. */

/* The list in a cell: an empty cell is an empty list. */
static struct text
list_of(struct text cell)
{
	return cell.len ? cell : (struct text){ NULL, 0 };
}

/* The part of a list up to the next separator; false at its end. */
static bool
list_next(struct text *list, char separator, struct text *item)
{
	const char *end;

	if (list->p == NULL)
		return false;
	end = list->len ? memchr(list->p, separator, list->len) : NULL;
	item->p = list->p;
	item->len = end ? (size_t)(end - list->p) : list->len;
	*list = end ? (struct text){ end + 1, list->len - item->len - 1 }
		    : (struct text){ NULL, 0 };
	return true;
}

static bool
list_has(struct text list, const char *what)
{
	struct text item;

	list = list_of(list);
	while (list_next(&list, ';', &item))
		if (text_is(item, what))
			return true;
	return false;
}

/* A whole number of up to 16 digits, not over RATIO_MAX_COUNT. */
static bool
read_whole(struct text t, int64_t *v)
{
	size_t i;

	if (t.len == 0 || t.len > 16)
		return false;
	*v = 0;
	for (i = 0; i < t.len; i++) {
		if (t.p[i] < '0' || t.p[i] > '9')
			return false;
		*v = *v * 10 + (t.p[i] - '0');
	}
	return *v <= RATIO_MAX_COUNT;
}

/* A number as data frames write it, "1200" or "1200.0": its whole part. */
static bool
read_count(struct text t, int64_t *v)
{
	struct text whole;

	return list_next(&t, '.', &whole) && read_whole(whole, v);
}

/* A decimal as thousandths: "-0.429" is -429; further digits are cut. */
static bool
read_milli(struct text t, int64_t *v)
{
	struct text whole, digits = { NULL, 0 };
	bool negative = t.len > 0 && *t.p == '-';
	int64_t unit = 100;
	size_t i;

	if (negative)
		t = (struct text){ t.p + 1, t.len - 1 };
	if (!list_next(&t, '.', &whole) || whole.len > 6 ||
		!read_whole(whole, v))
		return false;
	*v *= 1000;
	(void)list_next(&t, '.', &digits);
	for (i = 0; i < digits.len; i++, unit /= 10) {
		if (digits.p[i] < '0' || digits.p[i] > '9')
			return false;
		*v += unit * (digits.p[i] - '0');
	}
	if (negative)
		*v = -*v;
	return t.p == NULL;
}

/* What a post adds to the sums. */

static bool
category(const struct text *post, enum sum *sum)
{
	static const struct {
		const char *kind;
		enum sum sum;
	} kinds[] = {
		{ "complaint", SUM_COMPLAINTS },
		{ "praise", SUM_PRAISE },
		{ "mixed", SUM_MIXED },
		{ "question", SUM_QUESTIONS },
		{ "neutral", SUM_NEUTRAL },
		{ "spam", SUM_SPAM },
	};
	const size_t n = sizeof(kinds) / sizeof(*kinds);
	size_t i = 0;

	while (i < n && !text_is(post[TALLY_KIND], kinds[i].kind))
		i++;
	if (i == n)
		return false;
	*sum = kinds[i].sum;
	if (*sum == SUM_SPAM || *sum == SUM_COMPLAINTS || *sum == SUM_MIXED)
		return true;
	if (list_has(post[TALLY_MARKS], "checkin"))
		*sum = SUM_CHECKINS;
	else if (*sum == SUM_PRAISE &&
		list_has(post[TALLY_MARKS], "incentivado"))
		*sum = SUM_INCENTIVISED;
	return true;
}

static int
reach_weight(struct text followers)
{
	int64_t n;

	if (!read_count(followers, &n) || n < 1000)
		return 1;
	return n < 10000 ? 2 : n < 100000 ? 3 : 4;
}

static void
measure_opinion(const struct text *post, enum sum what, int64_t *sum)
{
	int weight = reach_weight(post[TALLY_FOLLOWERS]);

	if (what == SUM_SPAM)
		return;
	sum[SUM_REACH] = weight;
	if (what == SUM_CHECKINS || what == SUM_INCENTIVISED)
		return;
	if (what == SUM_PRAISE)
		sum[SUM_REACH_PRAISE] = weight;
	if (what == SUM_COMPLAINTS)
		sum[SUM_REACH_COMPLAINTS] = weight;
	sum[SUM_SCORED] = read_milli(post[TALLY_SCORE], &sum[SUM_SCORE]);
	if (!sum[SUM_SCORED])
		sum[SUM_SCORE] = 0;
}

static void
measure_marks(const struct text *post, int64_t *sum)
{
	static const char *const intents[] = { "legal", "abandono", "recompra",
		"recomienda", "ayuda" };
	struct text answered = post[TALLY_ANSWERED];
	int64_t severity;
	size_t i;

	if (read_count(post[TALLY_SEVERITY], &severity) && severity >= 1 &&
		severity <= 3)
		sum[SUM_SEVERITY_1 + severity - 1] = 1;
	for (i = 0; i < sizeof(intents) / sizeof(*intents); i++)
		sum[SUM_LEGAL + i] = text_is(post[TALLY_INTENT], intents[i]);
	sum[SUM_ASKED] = answered.len > 0;
	sum[SUM_ANSWERED] = text_is(answered, "1") || text_is(answered, "yes") ||
		text_is(answered, "true");
}

/* The hash of who wrote it; false if nobody is named. */
static bool
author_hash(const struct text *post, struct buf *scratch, uint64_t *hash)
{
	if (post[TALLY_AUTHOR].len == 0)
		return false;
	buf_clear(scratch);
	buf_addt(scratch, post[TALLY_SOURCE]);
	buf_addc(scratch, '\0');
	buf_addt(scratch, post[TALLY_AUTHOR]);
	*hash = siphash(&author_key, buf_text(scratch));
	return true;
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
			buf_clear(&values->label);
			bucket_label(t->by[i].bucket, date, t->zone,
				&values->label);
			values->v[0] = buf_text(&values->label);
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
count_combinations(struct tally *t, const int64_t *sum, const uint64_t *author,
	const uint64_t *minutes)
{
	struct values *v = t->values;
	size_t i;

	do {
		struct group *g;

		buf_clear(&t->key);
		for (i = 0; i < t->nby; i++)
			key_add(&t->key, v[i].v[v[i].turn]);
		g = table_group(&t->rows, &t->table_key, buf_text(&t->key));
		for (i = 0; i < SUMS; i++)
			g->sum[i] += sum[i];
		if (author != NULL)
			bag_add(&g->authors, *author, 1);
		if (minutes != NULL)
			bag_add(&g->minutes, *minutes, 1);
		for (i = 0; i < t->nby && ++v[i].turn == v[i].n; i++)
			v[i].turn = 0;
	} while (i < t->nby);
}

enum rc
tally_add(struct tally *t, const struct text *by, const struct text *post,
	struct err *err)
{
	int64_t sum[SUMS] = { 0 }, wait;
	struct stamp date = { 0 };
	uint64_t author, minutes = 0;
	bool named, bad_date, answered;
	enum sum what;
	enum rc rc;

	if (text_is(post[TALLY_DIRECTION], "out")) {
		t->counts.out++;
		return CLAMOR_OK;
	}
	if (!category(post, &what))
		return err_set(err, CLAMOR_EINVAL, "kind is none of complaint, "
			"praise, mixed, question, neutral, spam");
	bad_date = t->bucketed &&
		stamp_parse(&date, post[TALLY_DATE]) != CLAMOR_OK;
	if (bad_date)
		date = (struct stamp){ .precision = PRECISION_NONE };
	rc = values_of_post(t, by, &date, err);
	if (rc != CLAMOR_OK)
		return rc;
	sum[what] = 1;
	measure_opinion(post, what, sum);
	measure_marks(post, sum);
	named = author_hash(post, &t->key, &author);
	answered = read_count(post[TALLY_REPLY_MINUTES], &wait);
	if (answered)
		minutes = (uint64_t)wait;
	count_combinations(t, sum, named ? &author : NULL,
		answered ? &minutes : NULL);
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
tally_partial_columns(char *const *names, size_t n, size_t *nby,
	struct err *err)
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
	struct text made = cells[t->nby];
	size_t v = sizeof(PARTIAL_VERSION) - 1;

	if (made.len < v || memcmp(made.p, PARTIAL_VERSION, v) != 0 ||
		(made.len > v && made.p[v] != ' '))
		return err_set(err, CLAMOR_EINVAL, "a partial tally of version "
			"'%.*s'; this program reads %s",
			(int)(made.len < 40 ? made.len : 40), made.p, PARTIAL_VERSION);
	if (t->made.len == 0)
		buf_addt(&t->made, made);
	if (!text_eq(made, buf_text(&t->made)))
		return err_set(err, CLAMOR_EINVAL,
			"a partial tally made with '%.*s' cannot be added to "
			"one made with '%.*s'", (int)made.len, made.p,
			(int)t->made.len, t->made.p);
	return CLAMOR_OK;
}

static enum rc
read_sums(const struct text *cells, int64_t *sum, struct err *err)
{
	size_t i;

	for (i = 0; i < SUMS; i++) {
		struct text cell = cells[i];
		bool negative = i == SUM_SCORE && cell.len > 0 &&
			*cell.p == '-';

		if (negative)
			cell = (struct text){ cell.p + 1, cell.len - 1 };
		if (!read_whole(cell, &sum[i]))
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

/* Both lists of a partial row into the scratch bags. */
static enum rc
read_bags(struct tally *t, const struct text *cells, struct err *err)
{
	struct text authors = list_of(cells[PARTIAL_AUTHORS]), item;
	struct text minutes = list_of(cells[PARTIAL_MINUTES]), value;
	uint64_t hash;
	int64_t wait, n;

	t->authors.n = t->minutes.n = 0;
	while (list_next(&authors, ';', &item)) {
		if (!read_hex(item, &hash))
			return err_set(err, CLAMOR_EINVAL,
				"authors holds what is no hash");
		bag_add(&t->authors, hash, 1);
	}
	while (list_next(&minutes, ';', &item)) {
		if (!list_next(&item, '*', &value) ||
			!read_whole(value, &wait) || !read_whole(item, &n))
			return err_set(err, CLAMOR_EINVAL,
				"reply_minutes holds what is no MINUTES*POSTS");
		bag_add(&t->minutes, (uint64_t)wait, (uint64_t)n);
	}
	return CLAMOR_OK;
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

static void
bag_pour(struct bag *to, const struct bag *from)
{
	size_t i;

	for (i = 0; i < from->n; i++)
		bag_add(to, from->items[i].value, from->items[i].count);
}

enum rc
tally_merge(struct tally *t, const struct text *cells, struct err *err)
{
	const struct text *rest = cells + t->nby;
	int64_t sum[SUMS];
	struct group *g;
	size_t i, size = 0;
	enum rc rc;

	rc = read_sums(rest + PARTIAL_SUMS, sum, err);
	if (rc == CLAMOR_OK)
		rc = read_bags(t, rest, err);
	if (rc != CLAMOR_OK)
		return rc;
	buf_clear(&t->key);
	for (i = 0; i < t->nby; i++) {
		size += cells[i].len;
		if (size > KEY_MAX)
			return err_set(err, CLAMOR_ELIMIT, "the values to "
				"count by are longer than 64 KiB");
		key_add(&t->key, cells[i]);
	}
	if (!merged_fits(t->merged, sum))
		return err_set(err, CLAMOR_ELIMIT, "a sum would pass 10^15");
	g = table_group(&t->rows, &t->table_key, buf_text(&t->key));
	for (i = 0; i < SUMS; i++)
		g->sum[i] += sum[i];
	bag_pour(&g->authors, &t->authors);
	bag_pour(&g->minutes, &t->minutes);
	return CLAMOR_OK;
}

/* The result. */

static int64_t
posts(const struct group *g)
{
	int64_t n = 0;
	size_t i;

	for (i = SUM_COMPLAINTS; i <= SUM_INCENTIVISED; i++)
		n += g->sum[i];
	return n;
}

/* Add a group to the total of its time bucket. */
static void
add_to_bucket(struct tally *t, struct group *g)
{
	struct text key = { g->key, g->len };
	size_t i;

	buf_clear(&t->key);
	for (i = 0; i < t->nby; i++) {
		struct text value = key_next(&key);

		if (t->by[i].how == TALLY_BY_BUCKET)
			key_add(&t->key, value);
	}
	g->bucket = table_group(&t->buckets, &t->table_key, buf_text(&t->key));
	for (i = 0; i < SUMS; i++)
		g->bucket->sum[i] += g->sum[i];
}

void
tally_finish(struct tally *t)
{
	size_t i;

	if (t->rows.n > 1)
		qsort(t->rows.groups, t->rows.n, sizeof(struct group *), by_key);
	for (i = 0; i < t->rows.n; i++) {
		bag_settle(&t->rows.groups[i]->authors);
		bag_settle(&t->rows.groups[i]->minutes);
		add_to_bucket(t, t->rows.groups[i]);
	}
}

size_t
tally_rows(const struct tally *t)
{
	return t->rows.n;
}

void
tally_write_header(const struct tally *t, const struct tally_view *view,
	struct csvout *o)
{
	size_t i;

	for (i = 0; i < t->nby; i++)
		csvout_str(o, t->by[i].name);
	if (view->partial) {
		for (i = 0; i < PARTIAL_COLUMNS; i++)
			csvout_str(o, partial_columns[i]);
	} else {
		for (i = 0; i < RESULT_COLUMNS; i++)
			csvout_str(o, result_columns[i]);
		if (view->share)
			csvout_str(o, asked_columns[0]);
		if (view->interval) {
			csvout_str(o, asked_columns[1]);
			csvout_str(o, asked_columns[2]);
		}
	}
	csvout_end(o);
}

/* A cell of digits: not text to Excel, however it begins. */
static void
write_ratio(struct csvout *o, int64_t num, int64_t den, int decimals)
{
	struct buf cell = { 0 };

	ratio_add(&cell, num, den, decimals);
	csvout_raw(o, buf_text(&cell));
	buf_free(&cell);
}

static void
write_sums(const struct group *g, enum sum first, enum sum last,
	struct csvout *o)
{
	size_t i;

	for (i = first; i <= last; i++)
		csvout_int(o, g->sum[i]);
}

static void
write_replies(const struct group *g, struct csvout *o)
{
	static const unsigned percent[] = { 50, 90 };
	size_t i;

	if (g->sum[SUM_ASKED] > 0)
		csvout_int(o, g->sum[SUM_ANSWERED]);
	else
		csvout_str(o, "");
	for (i = 0; i < sizeof(percent) / sizeof(*percent); i++) {
		if (g->minutes.n > 0)
			csvout_int(o, (int64_t)bag_percentile(&g->minutes,
				percent[i]));
		else
			csvout_str(o, "");
	}
}

static void
write_interval(const struct group *g, struct csvout *o)
{
	struct buf low = { 0 }, high = { 0 };

	ratio_add_wilson(&low, &high, g->sum[SUM_COMPLAINTS],
		posts(g) - g->sum[SUM_SPAM], 4);
	csvout_raw(o, buf_text(&low));
	csvout_raw(o, buf_text(&high));
	buf_free(&low);
	buf_free(&high);
}

/* The cells of result_columns and what was asked for, in that order. */
static void
write_result(const struct group *g, const struct tally_view *view,
	struct csvout *o)
{
	const int64_t *sum = g->sum;
	int64_t n = posts(g), heard = n - sum[SUM_SPAM];
	int64_t net = sum[SUM_PRAISE] - sum[SUM_COMPLAINTS];

	csvout_int(o, n);
	write_sums(g, SUM_COMPLAINTS, SUM_INCENTIVISED, o);
	write_ratio(o, sum[SUM_COMPLAINTS], heard, 4);
	write_ratio(o, 100 * net, heard, 2);
	write_ratio(o, 100 * net, sum[SUM_PRAISE] + sum[SUM_COMPLAINTS], 2);
	write_ratio(o, sum[SUM_SCORE], 1000 * sum[SUM_SCORED], 3);
	write_ratio(o,
		100 * (sum[SUM_REACH_PRAISE] - sum[SUM_REACH_COMPLAINTS]),
		sum[SUM_REACH], 2);
	write_sums(g, SUM_SEVERITY_1, SUM_AYUDA, o);
	csvout_int(o, (int64_t)g->authors.n);
	write_replies(g, o);
	if (view->share)
		write_ratio(o, n, posts(g->bucket), 4);
	if (view->interval)
		write_interval(g, o);
	csvout_end(o);
}

/* The part of a list that goes into piece number i, if there is one. */
static void
piece_range(const struct bag *b, size_t i, size_t *from, size_t *to)
{
	*from = i * PIECE < b->n ? i * PIECE : b->n;
	*to = *from + PIECE < b->n ? *from + PIECE : b->n;
}

static void
write_piece(const struct group *g, size_t piece, struct csvout *o)
{
	struct buf cell = { 0 };
	size_t i, from, to;

	piece_range(&g->authors, piece, &from, &to);
	for (i = from; i < to; i++)
		buf_addf(&cell, "%s%016" PRIx64, i > from ? ";" : "",
			g->authors.items[i].value);
	csvout_text(o, buf_text(&cell));
	buf_clear(&cell);
	piece_range(&g->minutes, piece, &from, &to);
	for (i = from; i < to; i++)
		buf_addf(&cell, "%s%" PRIu64 "*%" PRIu64, i > from ? ";" : "",
			g->minutes.items[i].value, g->minutes.items[i].count);
	csvout_text(o, buf_text(&cell));
	buf_free(&cell);
}

static void
write_key(const struct tally *t, const struct group *g, struct csvout *o)
{
	struct text key = { g->key, g->len };
	size_t i;

	for (i = 0; i < t->nby; i++)
		csvout_text(o, key_next(&key));
}

static void
write_partial(const struct tally *t, const struct group *g, struct csvout *o)
{
	size_t longest = g->authors.n > g->minutes.n ? g->authors.n
						     : g->minutes.n;
	size_t piece = 0, i;

	do {
		write_key(t, g, o);
		csvout_text(o, buf_text(&t->made));
		for (i = 0; i < SUMS; i++)
			csvout_int(o, piece == 0 ? g->sum[i] : 0);
		write_piece(g, piece, o);
		csvout_end(o);
		piece++;
	} while (piece * PIECE < longest);
}

void
tally_write_row(const struct tally *t, size_t i,
	const struct tally_view *view, struct csvout *o)
{
	const struct group *g = t->rows.groups[i];

	if (view->partial) {
		write_partial(t, g, o);
	} else {
		write_key(t, g, o);
		write_result(g, view, o);
	}
}
