/* test_kind.c - from sums to kinds. */
#include "config.h"

#include "kind.h"
#include "lexfile.h"
#include "matcher.h"

static struct kind_options options;

static const char *
kind_in(const char *text, struct sums s)
{
	struct lexfile f;
	struct hits hits = { 0 };
	struct matcher *m;
	const char *name;

	lexfile_one(&f, "term\nnada\n");
	m = matcher_new(f.lex);
	cr_assert_eq(matcher_find(m, text_of(text), &hits), CLAMOR_OK);
	name = kind_name(kind_of(&options, &s, matcher_post(m)));
	hits_free(&hits);
	matcher_free(m);
	lexfile_end(&f);
	return name;
}

Test(kind, order)
{
	static const struct {
		const char *why, *text, *want;
		struct sums sums;
	} rows[] = {
		{ "nothing", "hola", "neutral", { .tied = true } },
		{ "spam", "hola", "spam", { .spam = true, .good = 3000 } },
		{ "blame beside spam", "hola", "complaint",
			{ .spam = true, .bad = 3000, .tied = true,
				.worded = true } },
		{ "a report", "hola", "neutral",
			{ .reports = true, .bad = 9000, .tied = true } },
		{ "faint and tied to nothing", "hola", "neutral",
			{ .bad = 1500, .worded = true } },
		{ "strong is enough", "hola", "complaint",
			{ .bad = 3000, .worded = true } },
		{ "but not by denials", "hola", "neutral",
			{ .bad = 3000, .denied = 3000, .worded = true } },
		{ "praise", "hola", "praise",
			{ .good = 3000, .tied = true, .worded = true } },
		{ "mixed", "hola", "mixed",
			{ .good = 3000, .even_good = 3000, .bad = 3000,
				.even_bad = 3000, .tied = true } },
		{ "too little of one side", "hola", "praise",
			{ .good = 5000, .even_good = 5000, .bad = 2000,
				.even_bad = 2000, .tied = true,
				.worded = true } },
		{ "enough behind an adversative", "hola", "mixed",
			{ .good = 5000, .even_good = 5000, .bad = 3000,
				.even_bad = 2000, .turn_bad = 2000,
				.tied = true, .worded = true } },
		{ "a sneer", "hola", "complaint",
			{ .good = 3000, .even_good = 3000, .bad = 3000,
				.even_bad = 3000, .tied = true, .at = true,
				.begins_good = true } },
		{ "a fault that was solved", "hola", "mixed",
			{ .good = 3000, .even_good = 3000, .bad = 3000,
				.even_bad = 3000, .tied = true, .at = true } },
		{ "a question", "hola", "question",
			{ .asks = true, .tied = true } },
		{ "one of nothing", "hola", "neutral", { .asks = true } },
		{ "a question and a denial", "hola", "question",
			{ .asks = true, .tied = true, .bad = 1000,
				.denied = 1000, .worded = true } },
		{ "a question and two", "hola", "complaint",
			{ .asks = true, .tied = true, .bad = 2000,
				.denied = 2000, .worded = true } },
		{ "a mood", "hola", "neutral",
			{ .good = 3000, .tied = true, .at = true } },
		{ "a mood about a thing", "hola", "praise",
			{ .good = 3000, .tied = true, .nouns = 1 } },
		{ "a mood and no word", "@ana", "praise",
			{ .good = 3000, .tied = true, .at = true } },
		{ "told to an account", "hola", "complaint",
			{ .tied = true, .at = true, .nouns = 2 } },
		{ "told with a cry", "¡hola!", "neutral",
			{ .tied = true, .at = true, .nouns = 2 } },
		{ "told to nobody", "hola", "neutral",
			{ .tied = true, .nouns = 2 } },
		{ "what happened to me", "me dan", "complaint",
			{ .tied = true, .at = true, .nouns = 1 } },
		{ "and to others", "les dan", "neutral",
			{ .tied = true, .at = true, .nouns = 1 } },
		{ "a faint fault", "hola", "complaint",
			{ .tied = true, .at = true, .bad = 500, .nouns = 1,
				.worded = true } },
		{ "told to nobody", "hola", "neutral",
			{ .tied = true, .bad = 500, .nouns = 1,
				.worded = true } },
		{ "who will leave", "hola", "complaint",
			{ .tied = true, .intent = INTENT_ABANDONO,
				.nouns = 1 } },
	};
	size_t i;

	kind_options_init(&options);
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		cr_expect_str_eq(kind_in(rows[i].text, rows[i].sums),
			rows[i].want, "%s", rows[i].why);
}

Test(kind, rules_off)
{
	struct sums told = { .tied = true, .at = true, .nouns = 2 };
	struct sums sneer = { .good = 3000, .even_good = 3000, .bad = 3000,
		.even_bad = 3000, .tied = true, .at = true,
		.begins_good = true };

	kind_options_init(&options);
	options.rules.without = RULE_TOLD | RULE_IRONY;
	cr_expect_str_eq(kind_in("hola", told), "neutral");
	cr_expect_str_eq(kind_in("hola", sneer), "mixed");
}

Test(kind, score)
{
	cr_expect_eq(kind_score(0), 0);
	cr_expect_eq(kind_score(4000), 500);
	cr_expect_eq(kind_score(-12000), -750);
	cr_expect_eq(kind_score(-1), 0);
}
