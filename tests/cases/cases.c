/*
 * cases.c - posts that linguists wrote, judged with the shipped lexicons.
 * usage: cases FILE...    (tests/cases/README tells what the columns mean)
 *
 * Prints FILE:LINE, the rule and what is different for each case that fails;
 * exit status 1 if one does, 2 if a file is wrong.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "countries.h"
#include "diag.h"
#include "lexload.h"
#include "list.h"
#include "verdict.h"
#include "waits.h"

enum column {
	RULE,
	TEXT_OF_POST,
	RATING,
	WITHOUT,
	COUNTRY,
	KIND,
	POLARITY,
	CODE,
	CODES,
	INTENT,
	SEVERITY,
	WAIT_MINUTES,
	MARKS,
	EVIDENCE,
	NOT_EVIDENCE,
	NOTE,
	NCOLUMNS
};

static const char *const column_names[NCOLUMNS] = { [RULE] = "rule",
	[TEXT_OF_POST] = "text",
	[RATING] = "rating",
	[WITHOUT] = "without",
	[COUNTRY] = "country",
	[KIND] = "kind",
	[POLARITY] = "polarity",
	[CODE] = "code",
	[CODES] = "codes",
	[INTENT] = "intent",
	[SEVERITY] = "severity",
	[WAIT_MINUTES] = "wait_minutes",
	[MARKS] = "marks",
	[EVIDENCE] = "evidence",
	[NOT_EVIDENCE] = "not",
	[NOTE] = "note" };

#define COUNTRIES_MAX 15

struct cases {
	struct lexloaded loaded[1 + COUNTRIES_MAX]; /* [0]: no country chosen;
						loaded on first need */
	struct table *table;
	size_t columns[NCOLUMNS];
	size_t row, failed, checked;
	struct verdict verdict;
};

static struct text
cell(const struct cases *c, enum column column)
{
	return table_cell(c->table, c->row, c->columns[column]);
}

static void
fail(struct cases *c, const char *what, struct text got, struct text wanted)
{
	struct text rule = cell(c, RULE), post = cell(c, TEXT_OF_POST);

	printf("%s:%zu: %.*s: %s is '%.*s', not '%.*s'\n  %.*s\n  %s: %.*s\n",
		table_path(c->table), table_line(c->table, c->row),
		(int)rule.len, rule.p, what, (int)got.len, got.p,
		(int)wanted.len, wanted.p, (int)post.len, post.p,
		kind_name(c->verdict.kind), (int)c->verdict.evidence.len,
		c->verdict.evidence.p);
	c->failed++;
}

/* A cell that is to be equal; empty: not checked, "-": empty. */
static void
check(struct cases *c, enum column column, struct text got)
{
	struct text wanted = cell(c, column);

	if (wanted.len == 0)
		return;
	c->checked++;
	if (text_is(wanted, "-"))
		wanted.len = 0;
	if (!text_eq(got, wanted))
		fail(c, column_names[column], got, wanted);
}

static void
check_number(struct cases *c, enum column column, int64_t n)
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%lld", (long long)n);

	check(c, column, (struct text){ digits, (size_t)len });
}

/* A list each of whose items is to be in the cell; "-": an empty cell. */
static void
check_list(struct cases *c, enum column column, struct text got)
{
	struct text list = list_of(cell(c, column)), item;

	if (text_is(cell(c, column), "-")) {
		check(c, column, got);
		return;
	}
	while (list_next(&list, ';', &item)) {
		char name[64];

		c->checked++;
		(void)snprintf(
			name, sizeof(name), "%.*s", (int)item.len, item.p);
		if (!list_has(got, name))
			fail(c, column_names[column], got, item);
	}
}

/* The last of these characters in a text, or its end. */
static size_t
last_of(struct text t, const char *set)
{
	size_t i = t.len;

	while (i > 0)
		if (strchr(set, t.p[--i]) != NULL)
			return i;
	return t.len;
}

/* Is one item of the evidence as the part says: WORDS, WORDS=POINTS,
 * WORDS<0, WORDS>0? The words may be a part of those in the evidence. */
static bool
is_shown(struct text evidence, struct text part)
{
	struct text words = { part.p, last_of(part, "=<>") }, item;
	struct text points = { part.p + words.len, part.len - words.len };
	struct text list = list_of(evidence);

	while (list_next(&list, ';', &item)) {
		struct text shown = { item.p, last_of(item, "@") };
		struct text got = { item.p + last_of(item, "=") + 1, 0 };

		got.len = (size_t)(item.p + item.len - got.p);
		if (memmem(shown.p, shown.len, words.p, words.len) == NULL)
			continue;
		if (points.len == 0)
			return true;
		if (*points.p == '=' ? text_eq(got,
					       (struct text){ points.p + 1,
						       points.len - 1 })
				     : !text_is(got, "0") &&
					(*points.p == '<') == (*got.p == '-'))
			return true;
	}
	return false;
}

static void
check_evidence(struct cases *c, enum column column, bool wanted)
{
	struct text list = list_of(cell(c, column)), part;

	while (list_next(&list, ';', &part)) {
		c->checked++;
		if (is_shown(c->verdict.evidence, part) != wanted)
			fail(c,
				wanted ? "evidence"
				       : "evidence, against 'not',",
				c->verdict.evidence, part);
	}
}

static unsigned
rules_off(const struct cases *c)
{
	struct text list = list_of(cell(c, WITHOUT)), rule;
	unsigned without = 0, bit;

	while (list_next(&list, ';', &rule)) {
		bit = rule_by_name(rule);
		if (bit == 0) {
			diag_error("%s:%zu: unknown rule '%.*s'",
				table_path(c->table),
				table_line(c->table, c->row), (int)rule.len,
				rule.p);
			exit(diag_status());
		}
		without |= bit;
	}
	return without;
}

/* The lexicons for the case's country. */
static const struct lexloaded *
lexicons_of(struct cases *c)
{
	struct text country = cell(c, COUNTRY);
	struct lexload options = { 0 };
	size_t i = 0;

	if (country.len > 0) {
		while (countries[i] != NULL && !text_is(country, countries[i]))
			i++;
		if (countries[i] == NULL)
			fail(c, "country", country, text_of("one there is"));
		options.country = countries[i];
		i = countries[i] == NULL ? 0 : i + 1;
	}
	if (c->loaded[i].lexicon == NULL)
		c->loaded[i] = lexload(&options);
	return &c->loaded[i];
}

static void
run_case(struct cases *c)
{
	const struct lexloaded *loaded = lexicons_of(c);
	const struct codes *codes = loaded->codes;
	struct kind_options o;
	struct verdict *v = &c->verdict;
	struct judge *judge;
	size_t checked = c->checked;

	kind_options_init(&o);
	o.rules.without = rules_off(c);
	judge = judge_new(loaded->lexicon, &o);
	if (judge_post(judge, cell(c, TEXT_OF_POST), cell(c, RATING).len > 0,
		    v) != CLAMOR_OK)
		fail(c, "matching", text_of("stopped"), text_of("done"));
	check(c, KIND, text_of(kind_name(v->kind)));
	check(c, POLARITY, text_of(polarity_name(v->polarity)));
	check(c, CODE, codes_name(codes, v->code));
	check_list(c, CODES, v->codes);
	check(c, INTENT, text_of(intent_name(v->intent)));
	check_number(c, SEVERITY, v->severity);
	if (v->wait_minutes == WAITS_NONE)
		check(c, WAIT_MINUTES, text_of(""));
	else
		check_number(c, WAIT_MINUTES, v->wait_minutes);
	check_list(c, MARKS, v->marks);
	check_evidence(c, EVIDENCE, true);
	check_evidence(c, NOT_EVIDENCE, false);
	if (c->checked == checked)
		fail(c, "the case", text_of("empty"), text_of("a check"));
	judge_free(judge);
}

/* Find the columns; a name that is none of ours is a mistake. */
static void
find_columns(struct cases *c)
{
	size_t i, k;

	for (k = 0; k < NCOLUMNS; k++)
		c->columns[k] = table_column(c->table, column_names[k]);
	for (i = 0; i < table_ncolumns(c->table); i++) {
		struct text name = table_column_name(c->table, i);

		for (k = 0; k < NCOLUMNS; k++)
			if (text_is(name, column_names[k]))
				break;
		if (k == NCOLUMNS)
			diag_error("%s: unknown column '%.*s'",
				table_path(c->table), (int)name.len, name.p);
	}
	if (c->columns[RULE] == TABLE_NONE ||
		c->columns[TEXT_OF_POST] == TABLE_NONE)
		diag_error("%s: no column rule or text", table_path(c->table));
}

static void
run_file(struct cases *c, const char *path)
{
	struct err err = { 0 };

	if (table_read(&c->table, path, &err) != CLAMOR_OK) {
		diag_err(&err);
		return;
	}
	find_columns(c);
	for (c->row = 0; c->row < table_nrows(c->table); c->row++)
		run_case(c);
	table_free(c->table);
}

int
main(int argc, char **argv)
{
	struct lexload none = { 0 };
	struct cases c = { 0 };
	size_t k;
	int i;

	cli_init(argv[0]);
	for (i = 1; i < argc; i++)
		run_file(&c, argv[i]);
	printf("%zu checks, %zu failed\n", c.checked, c.failed);
	for (k = 0; k <= COUNTRIES_MAX; k++)
		lexload_free(&c.loaded[k], &none);
	if (c.failed > 0)
		diag_raise(EXIT_NO);
	return diag_status();
}
