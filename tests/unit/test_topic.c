/* test_topic.c - what a post is about. */
#include "config.h"

#include <stdio.h>

#include "lexfile.h"
#include "matcher.h"
#include "topic.h"

static const char lexicon[] = "term,weight,code,role,severity\n"
	"horrible,-4,,,\nperfecto,4,,,\nmal servicio,-3,general,,\n"
	"me cobraron,-3,cobro,,\namable,3,trato,,\n"
	"factura,,cobro,,\nmesero,,trato,,\ncola,,espera,,\n"
	"empresa,,general,,\nno,,,negator,\n"
	"no miran,-2,trato,,1\ntardaron,-2,espera,,1\n"
	"perdimos la tarde,-2,espera,,2\n";

static struct lexfile file;

static void
add_codes(struct buf *b, const struct topics *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		if (i > 0)
			buf_addc(b, ';');
		buf_addt(b, codes_name(file.codes, t->order[i]));
	}
}

/* The topics of a post, the main one first, and the points lent to them. */
static const char *
topics_of(const char *text, enum side side, unsigned without)
{
	static struct buf out;
	struct matcher *m;
	struct hits hits = { 0 };
	struct weighing w = { 0 };
	struct rules rules;
	struct topics t;
	unsigned c;

	lexfile_one(&file, lexicon);
	m = matcher_new(file.lex);
	topics_init(&t, file.codes);
	cr_assert_eq(matcher_find(m, text_of(text), &hits), CLAMOR_OK);
	hits_resolve(&hits);
	rules_init(&rules);
	rules.without = without;
	points_weigh(&w, &hits, matcher_post(m), &rules);
	topics_gather(&t, &hits, &w, matcher_post(m)->ntokens, without);
	topics_rank(&t, side);
	buf_clear(&out);
	add_codes(&out, &t);
	for (c = 1; c <= codes_count(file.codes); c++) {
		if (t.v[c].lent_bad > 0)
			buf_addf(&out, " %d", (int)-t.v[c].lent_bad);
		if (t.v[c].lent_good > 0)
			buf_addf(&out, " +%d", (int)t.v[c].lent_good);
	}
	topics_free(&t);
	weighing_free(&w);
	hits_free(&hits);
	matcher_free(m);
	lexfile_end(&file);
	return buf_cstr(&out);
}

struct row {
	const char *why, *text, *want;
	enum side side;
	unsigned without;
};

static void
expect(const struct row *rows, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		cr_expect_str_eq(topics_of(rows[i].text, rows[i].side,
					 rows[i].without),
			rows[i].want, "%s: %s", rows[i].why,
			topics_of(rows[i].text, rows[i].side,
				rows[i].without));
}

Test(topic, lending)
{
	static const struct row rows[] = {
		{ "none at all", "hoy es lunes", "general", SIDE_AGAINST, 0 },
		{ "an opinion on nothing", "horrible", "general", SIDE_AGAINST,
			0 },
		{ "behind", "horrible la cola", "espera -1200", SIDE_AGAINST,
			0 },
		{ "before", "la cola, horrible", "espera -1200", SIDE_AGAINST,
			0 },
		{ "another sentence", "la cola de hoy. horrible",
			"espera -800", SIDE_AGAINST, 0 },
		{ "the nearest, not all", "el mesero y la cola horrible",
			"espera;trato -1200", SIDE_AGAINST, RULE_FIRST },
		{ "the nearest of two sides", "la cola a b horrible factura",
			"cobro;espera -1200", SIDE_AGAINST, RULE_FIRST },
		{ "in the sentence before near in another",
			"la cola. horrible a b c d e la factura",
			"cobro;espera -1200", SIDE_AGAINST, RULE_FIRST },
		{ "the one before, of two as near",
			"la cola horrible la factura", "espera;cobro -1200",
			SIDE_AGAINST, RULE_FIRST },
		{ "vague opinions too", "mal servicio del mesero",
			"trato;general -900", SIDE_AGAINST, 0 },
		{ "vague nouns get none", "la empresa es horrible, la cola",
			"espera;general -1200", SIDE_AGAINST, 0 },
		{ "not to the opposite", "amable. horrible y a b c d la cola",
			"espera -1200", SIDE_AGAINST, 0 },
		{ "one's own points stay", "me cobraron, horrible la cola",
			"cobro;espera -1200", SIDE_AGAINST, 0 },
		{ "praise", "la cola perfecto y el mesero",
			"espera;trato +1200", SIDE_FOR, 0 },
		{ "a denial is an opinion", "no b c d e mesero", "trato -300",
			SIDE_AGAINST, 0 },
		{ "and stays one before a noun", "no hay mesero", "trato -300",
			SIDE_AGAINST, 0 },
		{ "a question", "la cola es horrible o perfecto",
			"espera -1200 +1200", SIDE_BOTH, 0 },
		{ "of what is praised itself", "amable el mesero. horrible",
			"trato -800", SIDE_AGAINST, 0 },
		{ "switched off", "el mesero y la cola horrible",
			"trato;espera", SIDE_AGAINST, RULE_LEND },
	};

	expect(rows, ROWS(rows));
}

Test(topic, what_comes_first_and_what_is_serious)
{
	static const struct row rows[] = {
		{ "the order of the file", "la cola y el mesero",
			"trato;espera", SIDE_AGAINST, RULE_FIRST },
		{ "the first", "la cola y el mesero", "espera;trato",
			SIDE_AGAINST, 0 },
		{ "four points at most", "no miran me cobraron a b c d e f",
			"cobro;trato", SIDE_AGAINST, 0 },
		{ "and four they are", "no miran a b c d e f me cobraron",
			"trato;cobro", SIDE_AGAINST, 0 },
		{ "named in passing", "cola a b c d e f g me cobraron",
			"cobro;espera", SIDE_AGAINST, 0 },
		{ "in questions, too", "cola a b c d e f g me cobraron",
			"cobro;espera", SIDE_BOTH, 0 },
		{ "praise needs no verb", "la cola a b c d e f g amable",
			"espera;trato", SIDE_FOR, 0 },
		{ "named more often", "la cola, el mesero y el mesero, mesero",
			"trato;espera", SIDE_AGAINST, 0 },
		{ "as bad", "no miran, tardaron", "trato;espera", SIDE_AGAINST,
			RULE_FIRST },
		{ "serious", "no miran, perdimos la tarde", "espera;trato",
			SIDE_AGAINST, RULE_FIRST },
		{ "the strongest, not all together",
			"tardaron y tardaron. me cobraron!!", "cobro;espera",
			SIDE_AGAINST, RULE_FIRST },
		{ "praise is not against", "amable, la cola", "espera",
			SIDE_AGAINST, 0 },
	};

	expect(rows, ROWS(rows));
}

/* Many opinions and no topic: each looks at a few hits only. */
Test(topic, long_posts)
{
	struct buf text = { 0 };
	const char *got;
	int i;

	buf_adds(&text, "la cola ");
	for (i = 0; i < 40; i++)
		buf_adds(&text, "horrible ");
	got = topics_of(buf_cstr(&text), SIDE_AGAINST, 0);
	cr_expect_eq(strncmp(got, "espera -", 8), 0, "%s", got);
	buf_clear(&text);
	for (i = 0; i < 40; i++)
		buf_adds(&text, "horrible ");
	cr_expect_str_eq(topics_of(buf_cstr(&text), SIDE_AGAINST, 0),
		"general");
	buf_free(&text);
}
