/* rules.c - rules by name. */
#include "config.h"

#include "rules.h"

static const struct {
	const char *name;
	enum rule rule;
} rules[] = {
	{ "negation", RULE_NEGATION },
	{ "intensity", RULE_INTENSITY },
	{ "adversative", RULE_ADVERSATIVE },
	{ "irrealis", RULE_IRREALIS },
	{ "irony", RULE_IRONY },
	{ "denial", RULE_DENIAL },
	{ "question", RULE_QUESTION },
	{ "solved", RULE_SOLVED },
	{ "courtesy", RULE_COURTESY },
	{ "report", RULE_REPORT },
	{ "told", RULE_TOLD },
	{ "lend", RULE_LEND },
	{ "first", RULE_FIRST },
};

#define NRULES (sizeof(rules) / sizeof(rules[0]))

void
rules_init(struct rules *r)
{
	*r = (struct rules){ .question_weight = 300,
		.solved_weight = 300,
		.courtesy_max = 2000,
		.aside_max = 4000,
		.headline_min = 5000 };
}

unsigned
rule_by_name(struct text name)
{
	size_t i;

	for (i = 0; i < NRULES; i++)
		if (text_is(name, rules[i].name))
			return rules[i].rule;
	return 0;
}

const char *
rule_names(void)
{
	return "negation, intensity, adversative, irrealis, irony, denial, "
	       "question, solved, courtesy, report, told, lend, first";
}
