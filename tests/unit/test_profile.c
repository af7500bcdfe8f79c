/* test_profile.c - profiles as they are written, well and badly. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "profiles.h"

/* Load a profile from a text; NULL, and err, if it is none. */
static struct profile *
load(const char *text, struct err *err)
{
	char path[] = "/tmp/clamor-test-XXXXXX";
	struct profile *p;
	int fd = mkstemp(path);

	cr_assert_geq(fd, 0);
	cr_assert_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	(void)close(fd);
	*err = (struct err){ 0 };
	if (profile_load(&p, path, err) != CLAMOR_OK)
		cr_expect_null(p);
	(void)unlink(path);
	return p;
}

Test(profile, a_whole_one)
{
	struct err err;
	struct profile *p = load("# nothing\n\n"
				 "about:  Una hoja: de cálculo\n"
				 "KNOWN BY: Folio + Queja\r\n"
				 "known by: Folio+Queja\n"
				 "  text :  Queja | html | pairs\n"
				 "text: Queja, larga\n"
				 "date: created | utc | seconds\n"
				 "lang: = es\n"
				 "posts in: replies.data\n"
				 "types in: refs\n"
				 "no post: kind = more\n"
				 "join: author_id = includes.users.id",
		&err);

	cr_assert_not_null(p, "%zu: %s", err.line, err.text);
	cr_expect_str_eq(p->about, "Una hoja: de cálculo");
	cr_assert_eq(p->nsigns, 2);
	cr_assert_eq(p->signs[0].n, 2);
	cr_expect_str_eq(p->signs[0].names[1], "queja");
	cr_expect_eq(p->signs[1].n, 1, "a + without blanks is a name's");
	cr_assert_eq(p->columns[CANON_TEXT].n, 2);
	cr_expect_eq(p->columns[CANON_TEXT].fields[0].how.plain, PLAIN_PAIRS,
		"the last of a kind");
	cr_expect_str_eq(p->columns[CANON_TEXT].fields[1].name,
		"queja,larga");
	cr_expect(p->columns[CANON_DATE].fields[0].how.utc);
	cr_expect_eq(p->columns[CANON_DATE].fields[0].how.unit,
		DATE_UNIT_SECONDS);
	cr_expect_str_eq(p->columns[CANON_LANG].constant, "es");
	cr_expect_str_eq(p->nested[0], "replies.data");
	cr_expect_str_eq(p->typed[0], "refs");
	cr_expect_str_eq(p->stubs[0].path, "kind");
	cr_expect_str_eq(p->stubs[0].value, "more");
	cr_expect_str_eq(p->joins[0].key, "author_id");
	cr_expect_str_eq(p->joins[0].list, "includes.users");
	cr_expect_str_eq(p->joins[0].id, "id");
	profile_free(p);
}

Test(profile, what_is_none)
{
	static const struct {
		const char *in, *text;
		size_t line;
	} rows[] = {
		{ "", "it does not say where the text is: 'text: COLUMN'", 0 },
		{ "text: a\ntxt: b\n",
			"unknown key 'txt' (did you mean 'text'?)", 2 },
		{ "zzz: b\n", "unknown key 'zzz'", 1 },
		{ "text\n", "no colon: a line is written 'text: Full Text'",
			1 },
		{ "text:\n", "nothing behind 'text:'", 1 },
		{ "text: a | latex\n",
			"unknown treatment 'latex'; they are html, pairs, tab, "
			"dmy, mdy, seconds, millis, utc",
			1 },
		{ "text: - | html\n", "a column without a name", 1 },
		{ "date: = 2026-11-21\n", "date cannot be a constant", 1 },
		{ "lang: = es\nlang: = en\n", "a second constant for lang", 2 },
		{ "rating: = 9\n", "rating cannot be '9'", 1 },
		{ "known by: a + _\n", "a column without a name: a + _", 1 },
		{ "join: a = b\n",
			"a join is written 'author_id = includes.users.id'",
			1 },
		{ "no post: kind\n",
			"what is no post is written 'kind = more'", 1 },
		{ "text: a\ntext: b\ntext: c\ntext: d\ntext: e\ntext: f\n"
		  "text: g\ntext: h\ntext: i\n",
			"more than 8 fields for text", 9 },
		{ "text: caf\xE9\n", "no UTF-8: save the file as UTF-8", 1 },
	};
	struct err err;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		cr_expect_null(load(rows[i].in, &err), "%s", rows[i].in);
		cr_expect_str_eq(err.text, rows[i].text);
		cr_expect_eq(err.line, rows[i].line, "%s: %zu", rows[i].text,
			err.line);
	}
}

Test(profile, no_two_shipped_ones_have_a_sign_in_common)
{
	const char *folder = getenv("CLAMOR_PROFILES");
	struct profiles all = { 0 };
	struct err err = { 0 };
	size_t i, k;

	cr_assert_not_null(folder);
	cr_assert_eq(profiles_load(&all, folder, &err), CLAMOR_OK, "%s:%zu: %s",
		err.file, err.line, err.text);
	cr_assert_gt(all.n, 30);
	for (i = 0; i < all.n; i++) {
		cr_expect_not_null(all.list[i]->about, "%s",
			all.list[i]->name);
		for (k = 0; k < all.list[i]->nsigns; k++) {
			/* an export that has just these columns */
			const struct profile_sign *s = &all.list[i]->signs[k];
			struct header h = { s->names, s->n, false };
			struct names *names = names_new();
			const struct profile *found;
			const char *sign;

			names_update(names, &h);
			cr_expect_eq(profiles_choose(&all, names, &found,
					     &sign, &err),
				CLAMOR_OK, "%s: %s", s->text, err.text);
			cr_expect_eq(found, all.list[i], "%s", s->text);
			names_free(names);
		}
	}
	profiles_free(&all);
}
