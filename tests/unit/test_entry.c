/* test_entry.c - the columns of one lexicon row. */
#include "config.h"

#include <stdio.h>

#include "entry.h"
#include "lexfile.h"

static const char header[] =
	"term,weight,code,intent,severity,role,strength,reach,to,mine\n";

static struct codes *codes;

static void
begin(void)
{
	codes = codes_of(lexfile_codes);
}

static void
end(void)
{
	codes_free(codes);
}

TestSuite(entry, .init = begin, .fini = end);

/* Read one row under the header; the entry's texts die with the table. */
static struct entry
entry_of(const char *row, struct err *err, char name[64])
{
	struct buf in = { 0 };
	struct entry e;
	struct entry_columns columns;
	struct table *t;
	char *path;

	buf_adds(&in, header);
	buf_adds(&in, row);
	path = file_of(in.p, in.len);
	cr_assert_eq(table_read(&t, path, err), CLAMOR_OK, "%s", err->text);
	cr_assert_eq(entry_columns_find(&columns, t, err), CLAMOR_OK);
	err->text[0] = '\0';
	if (entry_read(&e, &columns, t, 0, codes, err) != CLAMOR_OK)
		cr_expect_neq(err->text[0], '\0', "%s", row);
	(void)snprintf(name, 64, "%.*s|%.*s", (int)e.name.len,
		e.name.len ? e.name.p : "", (int)e.to.len,
		e.to.len ? e.to.p : "");
	table_free(t);
	file_gone(path);
	buf_free(&in);
	return e;
}

Test(entry, sound_rows)
{
	static const struct {
		const char *row;
		enum role role;
		int32_t weight, strength;
		unsigned reach, severity;
		enum intent intent;
		unsigned code;
		const char *name; /* name|to */
	} rows[] = {
		{ "mal,,,,,,,,,", ROLE_OPINION, 0, 0, 0, 0, INTENT_NONE, 0,
			"|" },
		{ "mal,-4,cobro,legal,3,,,,,x", ROLE_OPINION, -4000, 0, 0, 3,
			INTENT_LEGAL, 6, "|" },
		{ "mal,-2.5,,,,,,,,", ROLE_OPINION, -2500, 0, 0, 0,
			INTENT_NONE, 0, "|" },
		{ "mal,\"2,125\",,,,,,,,", ROLE_OPINION, 2125, 0, 0, 0,
			INTENT_NONE, 0, "|" },
		{ "mal,-2.3333333,,,,,,,,", ROLE_OPINION, -2333, 0, 0, 0,
			INTENT_NONE, 0, "|" },
		{ "mal,+5,,ayuda,0,,,,,", ROLE_OPINION, 5000, 0, 0, 0,
			INTENT_AYUDA, 0, "|" },
		{ "mal,.5,,recomienda,,,,,,", ROLE_OPINION, 500, 0, 0, 0,
			INTENT_RECOMIENDA, 0, "|" },
		{ "no,,,,,negator,,,,", ROLE_NEGATOR, 0, -500, 3, 0,
			INTENT_NONE, 0, "|" },
		{ "muy,,,,,intensifier,,,,", ROLE_INTENSIFIER, 0, 1500, 3, 0,
			INTENT_NONE, 0, "|" },
		{ "poco,,,,,diminisher,,,,", ROLE_DIMINISHER, 0, 500, 3, 0,
			INTENT_NONE, 0, "|" },
		{ "pero,,,,,adversative,,,,", ROLE_ADVERSATIVE, 0, 1500,
			REACH_SENTENCE, 0, INTENT_NONE, 0, "|" },
		{ "ojalá,,,,,irrealis,,,,", ROLE_IRREALIS, 0, 300,
			REACH_SENTENCE, 0, INTENT_NONE, 0, "|" },
		{ "ajá,,,,,irony,,,,", ROLE_IRONY, 0, -1000, REACH_SENTENCE,
			0, INTENT_NONE, 0, "|" },
		{ "no,,,,,negator,-1,5,,", ROLE_NEGATOR, 0, -1000, 5, 0,
			INTENT_NONE, 0, "|" },
		{ "no,,,,,negator,,0,,", ROLE_NEGATOR, 0, -500, 0, 0,
			INTENT_NONE, 0, "|" },
		{ "gratis,,,,,mark:regalo,,,,", ROLE_MARK, 0, 0, 0, 0,
			INTENT_NONE, 0, "regalo|" },
		{ "gracias,1,,,,reply:disculpa,,,,", ROLE_REPLY, 1000, 0, 0,
			0, INTENT_NONE, 0, "disculpa|" },
		{ "idiota,-3,trato,,2,insult,,,,", ROLE_INSULT, -3000, 0, 0,
			2, INTENT_NONE, 1, "|" },
		{ "gana ya,,,,,spam,,,,", ROLE_SPAM, 0, 0, 0, 0, INTENT_NONE,
			0, "|" },
		{ "xq,,,,,slang,,,por que,", ROLE_SLANG, 0, 0, 0, 0,
			INTENT_NONE, 0, "|por que" },
		{ "telcel,,,,,brand,,,Telcel,", ROLE_BRAND, 0, 0, 0, 0,
			INTENT_NONE, 0, "|Telcel" },
		{ "reyes,,,,,season,,,reyes,", ROLE_SEASON, 0, 0, 0, 0,
			INTENT_NONE, 0, "|reyes" },
		{ "mal,,,,,off,,,,", ROLE_OFF, 0, 0, 0, 0, INTENT_NONE, 0,
			"|" },
		{ "mal,,,recompra,,,,,,", ROLE_OPINION, 0, 0, 0, 0,
			INTENT_RECOMPRA, 0, "|" },
		{ "mal,,,abandono,,,,,,", ROLE_OPINION, 0, 0, 0, 0,
			INTENT_ABANDONO, 0, "|" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		struct err err = { 0 };
		char name[64];
		struct entry e = entry_of(rows[i].row, &err, name);

		cr_expect_str_eq(err.text, "", "%s", rows[i].row);
		cr_expect_eq(e.role, rows[i].role, "%s", rows[i].row);
		cr_expect_eq(e.weight, rows[i].weight, "%s", rows[i].row);
		cr_expect_eq(e.strength, rows[i].strength, "%s", rows[i].row);
		cr_expect_eq(e.reach, rows[i].reach, "%s", rows[i].row);
		cr_expect_eq(e.severity, rows[i].severity, "%s", rows[i].row);
		cr_expect_eq(e.intent, rows[i].intent, "%s", rows[i].row);
		cr_expect_eq(e.code, rows[i].code, "%s", rows[i].row);
		cr_expect_str_eq(name, rows[i].name, "%s", rows[i].row);
	}
}

Test(entry, bad_rows)
{
	static const struct {
		const char *row, *want;
	} rows[] = {
		{ ",1,,,,,,,,", "no term (fill the cell, or take the row out)" },
		{ "a,6,,,,,,,,", "weight '6' is not a number from -5 to 5 (as in "
			"-2.5)" },
		{ "a,-5.001,,,,,,,,",
			"weight '-5.001' is not a number from -5 to 5 (as "
			"in -2.5)" },
		{ "a,1.2.3,,,,,,,,",
			"weight '1.2.3' is not a number from -5 to 5 (as "
			"in -2.5)" },
		{ "a,x,,,,,,,,", "weight 'x' is not a number from -5 to 5 (as in "
			"-2.5)" },
		{ "a,-,,,,,,,,", "weight '-' is not a number from -5 to 5 (as in "
			"-2.5)" },
		{ "a,.,,,,,,,,", "weight '.' is not a number from -5 to 5 (as in "
			"-2.5)" },
		{ "a,1e3,,,,,,,,",
			"weight '1e3' is not a number from -5 to 5 (as in "
			"-2.5)" },
		{ "a,99999999999,,,,,,,,", "weight '99999999999' is not a number from -5 to 5 "
			"(as in -2.5)" },
		{ "a,999999999,,,,,,,,", "weight '999999999' is not a number from -5 to 5 "
			"(as in -2.5)" },
		{ "a,1000000000,,,,,,,,", "weight '1000000000' is not a number from -5 to 5 "
			"(as in -2.5)" },
		{ "a,,entrga,,,,,,,", "unknown code 'entrga' (did you mean "
			"'entrega_tarde'?)" },
		{ "a,,zzz,,,,,,,", "unknown code 'zzz' (the codes are in codes.csv)" },
		{ "a,,,abandon,,,,,,", "unknown intent 'abandon' (did you "
			"mean 'abandono'?)" },
		{ "a,,,zzz,,,,,,", "unknown intent 'zzz' (there are abandono, legal, "
			"recompra, recomienda, ayuda)" },
		{ "a,,,,4,,,,,", "severity '4' is not a number from 0 to 3 (as in 2)" },
		{ "a,,,,1.5,,,,,", "severity is a whole number (leave out the "
			"fraction)" },
		{ "a,,,,-1,,,,,",
			"severity '-1' is not a number from 0 to 3 (as in "
			"2)" },
		{ "a,,,,,negador,,,,", "unknown role 'negador' (did you mean "
			"'negator'?)" },
		{ "a,,,,,Negator,,,,", "unknown role 'Negator' (did you mean "
			"'negator'?)" },
		{ "a,,,,,mark:,,,,", "unknown role 'mark:' (as in insult, spam, "
			"mark:NAME, negator, slang; empty for an opinion)" },
		{ "a,,,,,zzz,,,,", "unknown role 'zzz' (as in insult, spam, "
			"mark:NAME, negator, slang; empty for an opinion)" },
		{ "a,1,,,,negator,,,,",
			"a modifier has no weight (give it a strength)" },
		{ "a,,,,,,2,,,", "strength and reach are for modifiers only (empty "
			"it)" },
		{ "a,,,,,spam,,2,,",
			"strength and reach are for modifiers only (empty "
			"it)" },
		{ "a,,,,,negator,x,,,",
			"strength 'x' is not a number from -5 to 5 (as in "
			"-2.5)" },
		{ "a,,,,,negator,,51,,",
			"reach '51' is not a number from 0 to 50 (as in 2)" },
		{ "a,,,,,negator,,1.5,,", "reach is a whole number (leave out the fraction)" },
		{ "a,,,,,slang,,,,", "the role 'slang' needs its result in the column "
			"'to' (fill it)" },
		{ "a,,,,,brand,,,,", "the role 'brand' needs its result in the column "
			"'to' (fill it)" },
		{ "a,,,,,,,,x,",
			"the column 'to' is for slang, brand and season "
			"only (empty it)" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		struct err err = { 0 };
		char name[64];

		(void)entry_of(rows[i].row, &err, name);
		cr_expect_str_eq(err.text, rows[i].want, "%s", rows[i].row);
	}
}

Test(entry, a_lexicon_needs_terms)
{
	char *path = file_of("what,weight\na,1\n", 16);
	struct entry_columns columns;
	struct err err = { 0 };
	struct table *t;

	cr_assert_eq(table_read(&t, path, &err), CLAMOR_OK);
	cr_expect_eq(entry_columns_find(&columns, t, &err), CLAMOR_EINVAL);
	cr_expect_str_eq(err.text,
		"no column 'term' (the first record names the "
			"columns, with , ; or TAB between)");
	cr_expect_eq(err.line, 1);
	table_free(t);
	file_gone(path);
}

Test(entry, columns_of_our_own)
{
	cr_expect(entry_is_own_column(text_of("term")));
	cr_expect(entry_is_own_column(text_of("example")));
	cr_expect(entry_is_own_column(text_of("note")));
	cr_expect_not(entry_is_own_column(text_of("mine")));
	cr_expect_not(entry_is_own_column(text_of("")));
}

Test(entry, roles)
{
	cr_expect(role_scores(ROLE_OPINION) && role_scores(ROLE_INSULT) &&
		role_scores(ROLE_SPAM) && role_scores(ROLE_IRONY));
	cr_expect_not(role_scores(ROLE_MARK) || role_scores(ROLE_REPLY) ||
		role_scores(ROLE_BRAND) || role_scores(ROLE_SEASON));
	cr_expect(role_modifies(ROLE_NEGATOR) && role_modifies(ROLE_IRONY));
	cr_expect_not(role_modifies(ROLE_OPINION) ||
		role_modifies(ROLE_MARK));
	cr_expect_str_eq(intent_name(INTENT_NONE), "");
	cr_expect_str_eq(intent_name(INTENT_LEGAL), "legal");
}
