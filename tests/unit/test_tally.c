/* test_tally.c - counting, merging, and that nothing depends on order. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include "tally.h"

#define MAX_BY 4
#define COUNT(a) (sizeof(a) / sizeof(*(a)))

/* A post in short; what is not named is empty. */
struct post {
	const char *by[MAX_BY];
	const char *f[TALLY_FIELDS];
};

static const struct tally_view plain = { 0 };
static const struct tally_view partial = { .partial = true };
static const struct tally_view all = { .share = true, .interval = true };

static struct zone *
open_zone(const char *name)
{
	struct zone *z;
	struct err err = { 0 };

	cr_assert_eq(zone_open(&z, name, &err), CLAMOR_OK, "%s", err.text);
	return z;
}

static struct tally *
new_tally(const char *const *names, size_t n, const struct zone *z,
	const char *made)
{
	struct tally_by by[MAX_BY];
	struct err err = { 0 };
	size_t i;

	for (i = 0; i < n; i++)
		by[i] = tally_by_name(names[i], "");
	cr_assert_eq(tally_by_check(by, n, &err), CLAMOR_OK, "%s", err.text);
	return tally_new(by, n, z, made);
}

static enum rc
try_post(struct tally *t, const struct post *p, struct err *err)
{
	struct text by[MAX_BY], f[TALLY_FIELDS];
	size_t i;

	for (i = 0; i < MAX_BY; i++)
		by[i] = text_of(p->by[i] ? p->by[i] : "");
	for (i = 0; i < TALLY_FIELDS; i++)
		f[i] = text_of(p->f[i] ? p->f[i] : "");
	return tally_add(t, by, f, err);
}

static void
add_post(struct tally *t, const struct post *p)
{
	struct err err = { 0 };

	cr_assert_eq(try_post(t, p, &err), CLAMOR_OK, "%s", err.text);
}

/* The whole result as CSV; the caller frees it. */
static char *
written(struct tally *t, const struct tally_view *view)
{
	struct buf buf = { 0 };
	struct csvout o = { .buf = &buf };
	size_t i;

	tally_finish(t);
	tally_write_header(t, view, &o);
	for (i = 0; i < tally_rows(t); i++)
		tally_write_row(t, i, view, &o);
	return (char *)(uintptr_t)buf_cstr(&buf);
}

/* Cut a line of plain cells in place; returns how many. */
static size_t
cut(char *line, char **cells, size_t max)
{
	size_t n = 0;
	char *cell;

	while ((cell = strsep(&line, ",")) != NULL && n < max)
		cells[n++] = cell;
	return n;
}

/* The cell of a column in row number row (0..) of a CSV, into out. */
static const char *
cell_of(const char *csv, const char *column, size_t row, char out[64])
{
	char *copy = strdup(csv), *rest = copy, *line, *names[64], *cells[64];
	size_t n, i;

	line = strsep(&rest, "\n");
	n = cut(line, names, 64);
	for (i = 0; i <= row; i++)
		line = strsep(&rest, "\n");
	cr_assert_not_null(rest, "no row %zu", row);
	cr_assert_eq(cut(line, cells, 64), n, "as many cells as columns");
	for (i = 0; i < n && strcmp(names[i], column) != 0; i++)
		;
	cr_assert_lt(i, n, "no column %s", column);
	(void)snprintf(out, 64, "%s", cells[i]);
	free(copy);
	return out;
}

/* Count a post alone, by nothing, and expect a cell. */
static void
expect_alone(const char *why, const struct post *p, const char *column,
	const char *want)
{
	struct tally *t = new_tally(NULL, 0, NULL, "");
	char cell[64], *csv;

	add_post(t, p);
	csv = written(t, &plain);
	cr_expect_str_eq(cell_of(csv, column, 0, cell), want, "%s: %s is %s",
		why, column, cell);
	cr_expect_str_eq(cell_of(csv, "posts", 0, cell), "1", "%s", why);
	free(csv);
	tally_free(t);
}

Test(tally, each_post_counts_once)
{
	static const struct {
		const char *kind, *marks, *column;
	} rows[] = {
		{ "complaint", "", "complaints" },
		{ "praise", "", "praise" },
		{ "mixed", "", "mixed" },
		{ "question", "", "questions" },
		{ "neutral", "", "neutral" },
		{ "spam", "", "spam" },
		{ "neutral", "checkin", "checkins" },
		{ "question", "checkin", "checkins" },
		{ "praise", "regalo;checkin", "checkins" },
		{ "praise", "checkin;incentivado", "checkins" },
		{ "complaint", "checkin", "complaints" },
		{ "mixed", "checkin", "mixed" },
		{ "spam", "checkin;incentivado", "spam" },
		{ "praise", "testimonio;incentivado", "incentivised" },
		{ "complaint", "incentivado", "complaints" },
		{ "neutral", "incentivado", "neutral" },
		{ "praise", "checkins", "praise" },
		{ "praise", "temporada:navidad", "praise" },
	};
	static const char *const columns[] = { "complaints", "praise", "mixed",
		"questions", "neutral", "spam", "checkins", "incentivised" };
	size_t i, j;

	for (i = 0; i < COUNT(rows); i++) {
		struct post p = { .f = { [TALLY_KIND] = rows[i].kind,
					  [TALLY_MARKS] = rows[i].marks } };

		for (j = 0; j < COUNT(columns); j++)
			expect_alone(rows[i].marks, &p, columns[j],
				strcmp(columns[j], rows[i].column) ? "0" : "1");
	}
}

Test(tally, direction_out_is_not_counted)
{
	struct tally *t = new_tally(NULL, 0, NULL, "");
	struct post p = { .f = { [TALLY_DIRECTION] = "out" } };

	add_post(t, &p); /* its verdict columns are empty */
	cr_expect_eq(tally_counts(t).out, 1);
	cr_expect_eq(tally_counts(t).posts, 0);
	tally_finish(t);
	cr_expect_eq(tally_rows(t), 0);
	tally_free(t);
}

Test(tally, a_kind_that_is_none_is_refused)
{
	static const char *const kinds[] = { "", "queja", "Complaint",
		"complaint " };
	struct tally *t = new_tally(NULL, 0, NULL, "");
	struct err err;
	size_t i;

	for (i = 0; i < COUNT(kinds); i++) {
		struct post p = { .f = { [TALLY_KIND] = kinds[i] } };

		err.text[0] = '\0';
		cr_expect_eq(try_post(t, &p, &err), CLAMOR_EINVAL, "'%s'",
			kinds[i]);
		cr_expect_neq(err.text[0], '\0');
	}
	tally_finish(t);
	cr_expect_eq(tally_rows(t), 0);
	tally_free(t);
}

Test(tally, numbers_of_one_post)
{
	static const struct {
		const char *why;
		struct post p;
		const char *column, *want;
	} rows[] = {
		{ "rate", { .f = { "complaint" } }, "complaint_rate", "1.0000" },
		{ "spam leaves nothing to divide by", { .f = { "spam" } },
			"complaint_rate", "" },
		{ "and no net", { .f = { "spam" } }, "net_sentiment", "" },
		{ "and no reach", { .f = { "spam" } }, "net_sentiment_reach",
			"" },
		{ "no opinion, no net of it", { .f = { "neutral" } },
			"net_sentiment_opinion", "" },
		{ "net", { .f = { "complaint" } }, "net_sentiment", "-100.00" },
		{ "score", { .f = { "complaint", "-0.429" } }, "score_mean",
			"-0.429" },
		{ "a score without point", { .f = { "praise", "1" } },
			"score_mean", "1.000" },
		{ "no score", { .f = { "praise", "" } }, "score_mean", "" },
		{ "what is no score", { .f = { "praise", "0.x" } },
			"score_mean", "" },
		{ "two points", { .f = { "praise", "0.1.2" } }, "score_mean",
			"" },
		{ "spam has no score", { .f = { "spam", "0.5" } }, "score_mean",
			"" },
		{ "nor has a check-in",
			{ .f = { "praise", "0.5", [TALLY_MARKS] = "checkin" } },
			"score_mean", "" },
		{ "severity", { .f = { "complaint", "", "2" } }, "severity_2",
			"1" },
		{ "severity of a data frame", { .f = { "complaint", "", "3.0" } },
			"severity_3", "1" },
		{ "severity 0", { .f = { "complaint", "", "0" } }, "severity_1",
			"0" },
		{ "severity 4", { .f = { "complaint", "", "4" } }, "severity_3",
			"0" },
		{ "intent", { .f = { "complaint", "", "", "legal" } },
			"intent_legal", "1" },
		{ "intent", { .f = { "complaint", "", "", "ayuda" } },
			"intent_ayuda", "1" },
		{ "another intent", { .f = { "complaint", "", "", "ayuda" } },
			"intent_legal", "0" },
		{ "author", { .f = { "praise", [TALLY_AUTHOR] = "@ana" } },
			"authors", "1" },
		{ "nobody", { .f = { "praise" } }, "authors", "0" },
		{ "unknown whether answered", { .f = { "praise" } }, "answered",
			"" },
		{ "not answered", { .f = { "praise", [TALLY_ANSWERED] = "0" } },
			"answered", "0" },
		{ "answered", { .f = { "praise", [TALLY_ANSWERED] = "1" } },
			"answered", "1" },
		{ "reply time",
			{ .f = { "praise", [TALLY_REPLY_MINUTES] = "90" } },
			"reply_minutes_median", "90" },
		{ "no reply time", { .f = { "praise" } }, "reply_minutes_p90",
			"" },
	};
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		expect_alone(rows[i].why, &rows[i].p, rows[i].column,
			rows[i].want);
}

Test(tally, numbers_of_several_posts)
{
	static const struct post posts[] = {
		{ .f = { "complaint", "-0.5", [TALLY_FOLLOWERS] = "100000",
			  [TALLY_SOURCE] = "x", [TALLY_AUTHOR] = "ana" } },
		{ .f = { "praise", "0.25", [TALLY_FOLLOWERS] = "999",
			  [TALLY_SOURCE] = "x", [TALLY_AUTHOR] = "ana" } },
		{ .f = { "praise", "0.2", [TALLY_FOLLOWERS] = "1000.0",
			  [TALLY_SOURCE] = "facebook",
			  [TALLY_AUTHOR] = "ana" } },
		{ .f = { "neutral", "0", [TALLY_FOLLOWERS] = "99999",
			  [TALLY_AUTHOR] = "ana" } },
		{ .f = { "spam", "0.9", [TALLY_FOLLOWERS] = "1000000" } },
		{ .f = { "praise", "0.9", [TALLY_MARKS] = "incentivado",
			  [TALLY_FOLLOWERS] = "muchos" } },
	};
	static const struct {
		const char *column, *want;
	} rows[] = {
		{ "posts", "6" },
		{ "complaint_rate", "0.2000" },
		{ "net_sentiment", "20.00" },
		{ "net_sentiment_opinion", "33.33" },
		{ "score_mean", "-0.013" }, /* -50 / 4 = -12.5: away from 0 */
		{ "net_sentiment_reach", "-9.09" }, /* (1 + 2 - 4) / 11 */
		{ "authors", "3" },
		{ "share", "1.0000" },
		{ "complaint_rate_low", "0.0362" },
		{ "complaint_rate_high", "0.6245" },
	};
	struct tally *t = new_tally(NULL, 0, NULL, "");
	char cell[64], *csv;
	size_t i;

	for (i = 0; i < COUNT(posts); i++)
		add_post(t, &posts[i]);
	csv = written(t, &all);
	for (i = 0; i < COUNT(rows); i++)
		cr_expect_str_eq(cell_of(csv, rows[i].column, 0, cell),
			rows[i].want, "%s is %s", rows[i].column, cell);
	free(csv);
	tally_free(t);
}

Test(tally, followers_weigh)
{
	static const struct {
		const char *followers, *want; /* beside a complaint of 1 */
	} rows[] = {
		{ "", "0.00" },
		{ "0", "0.00" },
		{ "999", "0.00" },
		{ "1000", "33.33" },
		{ "9999", "33.33" },
		{ "10000", "50.00" },
		{ "99999.0", "50.00" },
		{ "100000", "60.00" },
		{ "-5", "0.00" },
		{ "99999999999999999999", "0.00" },
	};
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		struct tally *t = new_tally(NULL, 0, NULL, "");
		struct post p = { .f = { "praise",
					  [TALLY_FOLLOWERS] =
						  rows[i].followers } };
		struct post complaint = { .f = { "complaint" } };
		char cell[64], *csv;

		add_post(t, &p);
		add_post(t, &complaint);
		csv = written(t, &plain);
		cr_expect_str_eq(cell_of(csv, "net_sentiment_reach", 0, cell),
			rows[i].want, "'%s': %s", rows[i].followers, cell);
		free(csv);
		tally_free(t);
	}
}

Test(tally, an_author_is_a_source_and_a_name)
{
	static const char *const rows[][2] = { { "x", "ana" }, { "x", "ana" },
		{ "xa", "na" }, { "", "xana" }, { "web", "ana" },
		{ "x", "Ana" }, { "x", "" } };
	struct tally *t = new_tally(NULL, 0, NULL, "");
	char cell[64], *csv;
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		struct post p = { .f = { "neutral",
					  [TALLY_SOURCE] = rows[i][0],
					  [TALLY_AUTHOR] = rows[i][1] } };

		add_post(t, &p);
	}
	csv = written(t, &plain);
	cr_expect_str_eq(cell_of(csv, "authors", 0, cell), "5");
	free(csv);
	tally_free(t);
}

/* Print "by… posts" of each row, to compare at one glance. */
static char *
in_short(const char *csv, size_t nby)
{
	char *copy = strdup(csv), *rest = copy, *line, *cells[64];
	struct buf out = { 0 };
	size_t i;

	(void)strsep(&rest, "\n");
	while ((line = strsep(&rest, "\n")) != NULL && *line != '\0') {
		cr_assert_gt(cut(line, cells, 64), nby);
		for (i = 0; i <= nby; i++)
			buf_addf(&out, "%s%c", cells[i], i < nby ? '|' : '\n');
	}
	free(copy);
	return (char *)(uintptr_t)buf_cstr(&out);
}

Test(tally, buckets_in_the_zone)
{
	static const struct {
		const char *bucket, *want;
	} rows[] = {
		{ "hour", "|4\n2026-11-20T23:00-06:00|2\n2026-11-21|1\n"
			  "2026-11-21T00:00-06:00|1\n" },
		{ "day", "|4\n2026-11-20|2\n2026-11-21|2\n" },
		{ "week", "|4\n2026-W47|4\n" },
		{ "month", "|4\n2026-11|4\n" },
	};
	static const struct post posts[] = {
		{ .f = { "neutral", [TALLY_DATE] = "2026-11-21T05:59:59Z" } },
		{ .f = { "neutral",
			  [TALLY_DATE] = "2026-11-21T01:05:00-04:00" } },
		{ .f = { "neutral", [TALLY_DATE] = "2026-11-21T00:30:00" } },
		{ .f = { "neutral", [TALLY_DATE] = "2026-11-21" } },
		{ .f = { "neutral" } },
		{ .f = { "neutral", [TALLY_DATE] = "ayer" } },
		{ .f = { "neutral", [TALLY_DATE] = "2026-11-21T25:00:00Z" } },
		{ .f = { "neutral", [TALLY_DATE] = "2026-11-21 y algo" } },
	};
	struct zone *z = open_zone("America/Mexico_City");
	size_t i, j;

	for (i = 0; i < COUNT(rows); i++) {
		struct tally *t = new_tally(&rows[i].bucket, 1, z, "");
		char *csv, *brief;

		for (j = 0; j < COUNT(posts); j++)
			add_post(t, &posts[j]);
		csv = written(t, &plain);
		brief = in_short(csv, 1);
		cr_expect_str_eq(brief, rows[i].want, "%s", rows[i].bucket);
		cr_expect_eq(tally_counts(t).bad_dates, 3);
		free(brief);
		free(csv);
		tally_free(t);
	}
	zone_free(z);
}

Test(tally, a_post_counts_in_each_code)
{
	static const char *const by[] = { "codes", "marks" };
	static const struct post posts[] = {
		{ { "cobro;trato", "regalo;reincide" }, { "complaint" } },
		{ { "trato;trato", "" }, { "complaint" } },
		{ { "", "" }, { "neutral" } },
	};
	struct tally *t = new_tally(by, 2, NULL, "");
	char *csv, *brief;
	size_t i;

	for (i = 0; i < COUNT(posts); i++)
		add_post(t, &posts[i]);
	csv = written(t, &plain);
	brief = in_short(csv, 2);
	cr_expect_str_eq(brief, "||1\ncobro|regalo|1\ncobro|reincide|1\n"
				"trato||1\ntrato|regalo|1\ntrato|reincide|1\n",
		"%s", brief);
	cr_expect_eq(tally_counts(t).posts, 3);
	free(brief);
	free(csv);
	tally_free(t);
}

Test(tally, hostile_cells_are_bounded)
{
	static const char *const lists[] = { "codes" }, *const words[] = { "w" };
	struct tally *t = new_tally(lists, 1, NULL, "");
	struct buf cell = { 0 };
	struct post p = { .f = { "neutral" } };
	struct err err = { 0 };
	int i;

	for (i = 0; i < 64; i++)
		buf_addf(&cell, "%sc%d", i ? ";" : "", i);
	p.by[0] = buf_cstr(&cell);
	cr_expect_eq(try_post(t, &p, &err), CLAMOR_OK);
	buf_adds(&cell, ";uno más");
	p.by[0] = buf_cstr(&cell);
	cr_expect_eq(try_post(t, &p, &err), CLAMOR_ELIMIT);
	tally_finish(t);
	cr_expect_eq(tally_rows(t), 64);
	tally_free(t);

	t = new_tally(words, 1, NULL, "");
	buf_clear(&cell);
	for (i = 0; i < 64 << 10; i++)
		buf_addc(&cell, 'x');
	p.by[0] = buf_cstr(&cell);
	cr_expect_eq(try_post(t, &p, &err), CLAMOR_OK);
	buf_addc(&cell, 'x');
	p.by[0] = buf_cstr(&cell);
	cr_expect_eq(try_post(t, &p, &err), CLAMOR_ELIMIT);
	buf_free(&cell);
	tally_free(t);
}

Test(tally, rows_are_in_the_order_of_bytes)
{
	static const char *const by[] = { "brand", "place" };
	static const struct post posts[] = {
		{ { "a", "b" }, { "neutral" } },
		{ { "ab", "" }, { "neutral" } },
		{ { "", "ab" }, { "neutral" } },
		{ { "Z", "z" }, { "neutral" } },
		{ { "\303\261", "" }, { "neutral" } },
		{ { "a", "" }, { "neutral" } },
		{ { "a", "b" }, { "neutral" } },
	};
	struct tally *t = new_tally(by, 2, NULL, "");
	char *csv, *brief;
	size_t i;

	for (i = 0; i < COUNT(posts); i++)
		add_post(t, &posts[i]);
	csv = written(t, &plain);
	brief = in_short(csv, 2);
	cr_expect_str_eq(brief, "|ab|1\nZ|z|1\na||1\na|b|2\nab||1\n"
				"\303\261||1\n", "%s", brief);
	free(brief);
	free(csv);
	tally_free(t);
}

Test(tally, share_is_of_the_same_bucket)
{
	static const char *const by[] = { "brand", "day" };
	static const struct post posts[] = {
		{ { "a" }, { "neutral", [TALLY_DATE] = "2026-01-01" } },
		{ { "b" }, { "spam", [TALLY_DATE] = "2026-01-01" } },
		{ { "b" }, { "neutral", [TALLY_DATE] = "2026-01-01" } },
		{ { "b" }, { "neutral", [TALLY_DATE] = "2026-01-02" } },
	};
	static const char *const want[] = { "0.3333", "0.6667", "1.0000" };
	struct zone *z = open_zone("UTC");
	struct tally *t = new_tally(by, 2, z, "");
	char cell[64], *csv;
	size_t i;

	for (i = 0; i < COUNT(posts); i++)
		add_post(t, &posts[i]);
	csv = written(t, &all);
	for (i = 0; i < COUNT(want); i++)
		cr_expect_str_eq(cell_of(csv, "share", i, cell), want[i]);
	free(csv);
	tally_free(t);
	zone_free(z);
}

Test(tally, names_that_cannot_be_counted_by)
{
	static const char *const bad[][2] = { { "posts", "brand" },
		{ "brand", "brand" }, { "day", "day" }, { "share", "brand" },
		{ "partial", "brand" }, { "scored", "brand" } };
	struct tally_by by[2];
	struct err err;
	size_t i;

	for (i = 0; i < COUNT(bad); i++) {
		by[0] = tally_by_name(bad[i][0], "");
		by[1] = tally_by_name(bad[i][1], "");
		cr_expect_eq(tally_by_check(by, 2, &err), CLAMOR_EINVAL,
			"%s and %s", bad[i][0], bad[i][1]);
	}
	cr_expect_eq(tally_by_name("x_codes", "x_").how, TALLY_BY_LIST);
	cr_expect_eq(tally_by_name("codes", "x_").how, TALLY_BY_VALUE);
	cr_expect_eq(tally_by_name("code", "").how, TALLY_BY_VALUE);
	cr_expect_eq(tally_by_name("day", "x_").how, TALLY_BY_BUCKET);
}

/* Properties, on posts that a small generator makes up. */

#define POSTS 3000

struct made_post {
	char text[TALLY_FIELDS + 2][32]; /* the fields, then brand, codes */
};

static uint64_t seed;

static uint64_t
chance(uint64_t below)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (seed >> 33) % below;
}

static void
pick(char *out, const char *const *from, uint64_t n)
{
	(void)snprintf(out, 32, "%s", from[chance(n)]);
}

static void
make_post(struct made_post *p)
{
	static const char *const kinds[] = { "complaint", "praise", "mixed",
		"question", "neutral", "spam" };
	static const char *const intents[] = { "", "legal", "ayuda",
		"recompra" };
	static const char *const marks[] = { "", "", "checkin", "incentivado",
		"regalo;incentivado" };
	static const char *const codes[] = { "", "trato", "trato;cobro",
		"cobro;precio;trato" };
	static const char *const brands[] = { "Uno", "Dos", "\303\221and\303\272",
		"" };
	static const char *const answers[] = { "", "", "0", "1" };

	memset(p, 0, sizeof(*p));
	pick(p->text[TALLY_KIND], kinds, 6);
	(void)snprintf(p->text[TALLY_SCORE], 32, "%s0.%03d",
		chance(2) ? "-" : "", (int)chance(1000));
	(void)snprintf(p->text[TALLY_SEVERITY], 32, "%d", (int)chance(4));
	pick(p->text[TALLY_INTENT], intents, 4);
	pick(p->text[TALLY_MARKS], marks, 5);
	pick(p->text[TALLY_ANSWERED], answers, 4);
	if (chance(20) == 0)
		(void)snprintf(p->text[TALLY_DIRECTION], 32, "out");
	if (chance(30) != 0)
		(void)snprintf(p->text[TALLY_DATE], 32,
			"2026-03-%02dT%02d:30:00Z", 1 + (int)chance(4),
			(int)chance(24));
	(void)snprintf(p->text[TALLY_SOURCE], 32, "%s", chance(2) ? "x" : "web");
	(void)snprintf(p->text[TALLY_AUTHOR], 32, "u%d", (int)chance(400));
	(void)snprintf(p->text[TALLY_FOLLOWERS], 32, "%d",
		(int)chance(300000));
	if (chance(3) == 0)
		(void)snprintf(p->text[TALLY_REPLY_MINUTES], 32, "%d",
			(int)chance(500));
	pick(p->text[TALLY_FIELDS], brands, 4);
	pick(p->text[TALLY_FIELDS + 1], codes, 4);
}

static struct made_post *
make_posts(void)
{
	struct made_post *p = calloc(POSTS, sizeof(*p));
	size_t i;

	seed = 20261121;
	for (i = 0; i < POSTS; i++)
		make_post(&p[i]);
	return p;
}

static const char *const made_by[] = { "day", "brand", "codes" };

static void
add_made(struct tally *t, const struct made_post *p)
{
	struct text by[3], f[TALLY_FIELDS];
	struct err err = { 0 };
	size_t i;

	by[0] = text_of("");
	by[1] = text_of(p->text[TALLY_FIELDS]);
	by[2] = text_of(p->text[TALLY_FIELDS + 1]);
	for (i = 0; i < TALLY_FIELDS; i++)
		f[i] = text_of(p->text[i]);
	cr_assert_eq(tally_add(t, by, f, &err), CLAMOR_OK, "%s", err.text);
}

/* The tally of posts from to to, written. */
static char *
tally_range(const struct made_post *p, size_t from, size_t to,
	const struct zone *z, const struct tally_view *view)
{
	struct tally *t = new_tally(made_by, 3, z, "tz=America/Lima");
	char *csv;
	size_t i;

	for (i = from; i < to; i++)
		add_made(t, &p[i]);
	csv = written(t, view);
	tally_free(t);
	return csv;
}

/* Add a partial tally as it was written. */
static void
merge_csv(struct tally *t, const char *csv)
{
	char *copy = strdup(csv), *rest = copy, *line, *cells[64];
	struct text texts[64];
	struct err err = { 0 };
	size_t i, n, nby;

	line = strsep(&rest, "\n");
	n = cut(line, cells, 64);
	cr_assert_eq(tally_partial_columns(cells, n, &nby, &err), CLAMOR_OK);
	while ((line = strsep(&rest, "\n")) != NULL && *line != '\0') {
		cr_assert_eq(cut(line, cells, 64), n);
		for (i = 0; i < n; i++)
			texts[i] = text_of(cells[i]);
		cr_assert_eq(tally_merge_check(t, texts, &err), CLAMOR_OK,
			"%s", err.text);
		cr_assert_eq(tally_merge(t, texts, &err), CLAMOR_OK, "%s",
			err.text);
	}
	free(copy);
}

/* Cut the posts at random into k parts, some of them perhaps empty. */
static void
random_cuts(size_t *at, size_t k)
{
	size_t i, j;

	at[0] = 0;
	for (i = 1; i < k; i++) {
		size_t v = chance(POSTS + 1);

		for (j = i; j > 1 && at[j - 1] > v; j--)
			at[j] = at[j - 1];
		at[j] = v;
	}
	at[k] = POSTS;
}

Test(tally, a_merge_of_any_split_is_the_whole)
{
	struct made_post *posts = make_posts();
	struct zone *z = open_zone("America/Lima");
	char *whole = tally_range(posts, 0, POSTS, z, &all);
	char *sums = tally_range(posts, 0, POSTS, z, &partial);
	size_t k, i, at[17];

	for (k = 1; k <= 16; k++) {
		struct tally *a = new_tally(made_by, 3, NULL, NULL);
		struct tally *b = new_tally(made_by, 3, NULL, NULL);
		char *merged, *again;

		random_cuts(at, k);
		for (i = k; i-- > 0;) { /* the last part first */
			char *part = tally_range(posts, at[i], at[i + 1], z,
				&partial);

			merge_csv(a, part);
			merge_csv(b, part);
			free(part);
		}
		merged = written(a, &all);
		cr_expect_str_eq(merged, whole, "%zu parts", k);
		again = written(b, &partial);
		cr_expect_str_eq(again, sums, "%zu parts, as sums", k);
		free(merged);
		free(again);
		tally_free(a);
		tally_free(b);
	}
	free(whole);
	free(sums);
	free(posts);
	zone_free(z);
}

Test(tally, the_order_of_posts_does_not_matter)
{
	struct made_post *posts = make_posts(), swap;
	struct zone *z = open_zone("America/Lima");
	char *whole = tally_range(posts, 0, POSTS, z, &all);
	char *shuffled;
	size_t i, j;

	for (i = POSTS - 1; i > 0; i--) {
		j = chance(i + 1);
		swap = posts[i];
		posts[i] = posts[j];
		posts[j] = swap;
	}
	shuffled = tally_range(posts, 0, POSTS, z, &all);
	cr_expect_str_eq(shuffled, whole);
	free(shuffled);
	free(whole);
	free(posts);
	zone_free(z);
}

Test(tally, long_lists_are_cut_into_pieces)
{
	static const char *const by[] = { "brand" };
	struct tally *t = new_tally(by, 1, NULL, ""), *m;
	struct post p = { { "a" }, { "neutral" } };
	char author[16], cell[64], *csv, *line;
	size_t lines = 0, i;

	for (i = 0; i < 10000; i++) {
		(void)snprintf(author, sizeof(author), "u%zu", i % 9000);
		p.f[TALLY_AUTHOR] = author;
		add_post(t, &p);
	}
	csv = written(t, &partial);
	for (line = csv; (line = strchr(line, '\n')) != NULL; line++)
		lines++;
	cr_expect_eq(lines, 4, "a header and three pieces");
	m = new_tally(by, 1, NULL, NULL);
	merge_csv(m, csv);
	free(csv);
	csv = written(m, &plain);
	cr_expect_str_eq(cell_of(csv, "authors", 0, cell), "9000");
	cr_expect_str_eq(cell_of(csv, "posts", 0, cell), "10000");
	free(csv);
	tally_free(t);
	tally_free(m);
}

/* A partial row of one post, with one cell put in place of its own. */
static enum rc
merge_altered(size_t column, const char *cell, struct err *err)
{
	struct tally *t = new_tally(NULL, 0, NULL, "");
	struct post p = { .f = { "complaint", [TALLY_AUTHOR] = "ana",
				  [TALLY_REPLY_MINUTES] = "15" } };
	char *csv, *line, *cells[64];
	struct text texts[64];
	size_t n, i;
	enum rc rc;

	add_post(t, &p);
	csv = written(t, &partial);
	line = strchr(csv, '\n') + 1;
	line[strcspn(line, "\n")] = '\0';
	n = cut(line, cells, 64);
	for (i = 0; i < n; i++)
		texts[i] = text_of(i == column ? cell : cells[i]);
	tally_free(t);
	t = new_tally(NULL, 0, NULL, NULL);
	rc = tally_merge_check(t, texts, err);
	if (rc == CLAMOR_OK)
		rc = tally_merge(t, texts, err);
	tally_finish(t);
	cr_expect_eq(tally_rows(t), rc == CLAMOR_OK ? 1 : 0);
	tally_free(t);
	free(csv);
	return rc;
}

Test(tally, partial_rows_are_checked)
{
	static const struct {
		size_t column;
		const char *cell;
		enum rc want;
	} rows[] = {
		{ 99, "", CLAMOR_OK },
		{ 0, "2", CLAMOR_EINVAL },
		{ 0, "", CLAMOR_EINVAL },
		{ 0, "11", CLAMOR_EINVAL },
		{ 1, "-1", CLAMOR_EINVAL },
		{ 1, "", CLAMOR_EINVAL },
		{ 1, "1.5", CLAMOR_EINVAL },
		{ 1, "1000000000000000", CLAMOR_OK },
		{ 1, "1000000000000001", CLAMOR_EINVAL },
		{ 1, "99999999999999999999", CLAMOR_EINVAL },
		{ 18, "-500", CLAMOR_OK },
		{ 24, "", CLAMOR_OK },
		{ 24, "12", CLAMOR_EINVAL },
		{ 24, "0123456789abcdeF", CLAMOR_EINVAL },
		{ 24, "0123456789abcdef;", CLAMOR_EINVAL },
		{ 25, "15", CLAMOR_EINVAL },
		{ 25, "15*x", CLAMOR_EINVAL },
		{ 25, "15*2;16*1", CLAMOR_OK },
	};
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		struct err err = { 0 };

		cr_expect_eq(merge_altered(rows[i].column, rows[i].cell, &err),
			rows[i].want, "column %zu as '%s'", rows[i].column,
			rows[i].cell);
	}
}

Test(tally, sums_stay_far_from_overflow)
{
	static const char *const by[] = { "brand" };
	struct tally *t = new_tally(by, 1, NULL, NULL);
	struct text cells[27];
	struct err err = { 0 };
	size_t i;

	for (i = 0; i < COUNT(cells); i++)
		cells[i] = text_of("0");
	cells[0] = text_of("a");
	cells[1] = text_of("1");
	cells[2] = text_of("1000000000000000");
	cells[25] = cells[26] = text_of("");
	cr_expect_eq(tally_merge(t, cells, &err), CLAMOR_OK, "%s", err.text);
	cells[0] = text_of("b");
	cells[2] = text_of("1");
	cr_expect_eq(tally_merge(t, cells, &err), CLAMOR_ELIMIT);
	cells[2] = text_of("0");
	cr_expect_eq(tally_merge(t, cells, &err), CLAMOR_OK);
	tally_free(t);
}

Test(tally, only_alike_partials_are_merged)
{
	struct tally *t = new_tally(NULL, 0, NULL, NULL);
	struct text lima = text_of("1 tz=America/Lima");
	struct text madrid = text_of("1 tz=Europe/Madrid");
	struct err err = { 0 };

	cr_expect_eq(tally_merge_check(t, &lima, &err), CLAMOR_OK);
	cr_expect_eq(tally_merge_check(t, &lima, &err), CLAMOR_OK);
	cr_expect_eq(tally_merge_check(t, &madrid, &err), CLAMOR_EINVAL);
	cr_expect_neq(strstr(err.text, "Europe/Madrid"), NULL, "%s", err.text);
	tally_free(t);
}
