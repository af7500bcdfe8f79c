/*
 * rules.h - the rules that --without switches off, and their numbers.
 */
#ifndef CLAMOR_RULES_H
#define CLAMOR_RULES_H

#include "buf.h"

/* As bits. */
enum rule {
	RULE_NEGATION = 1 << 0,
	RULE_INTENSITY = 1 << 1, /* by words, capitals, elongation, !!! */
	RULE_ADVERSATIVE = 1 << 2,
	RULE_IRREALIS = 1 << 3,
	RULE_IRONY = 1 << 4,
	RULE_DENIAL = 1 << 5,   /* a negator that turns nothing counts itself */
	RULE_QUESTION = 1 << 6, /* what is asked weighs less */
	RULE_SOLVED = 1 << 7,   /* faults that were put right weigh less */
	RULE_COURTESY = 1 << 8, /* thanks are no praise in a complaint */
	RULE_REPORT = 1 << 9,   /* news, offers, advice: no customer's */
	RULE_TOLD = 1 << 10,    /* topics named to an account are a fault */
	RULE_LEND = 1 << 11,    /* topic: the nearest shares an opinion */
	RULE_FIRST = 1 << 12,   /* topic: the earlier, the stronger */
};

/* The rules of one run. */
struct rules {
	unsigned without;        /* rules switched off: enum rule bits */
	int32_t question_weight; /* thousandths: what is asked weighs so much */
	int32_t solved_weight;   /* the same, of what was put right */
	int32_t courtesy_max;    /* thousandths of points against up to which
				    thanks are praise */
	int32_t aside_max;       /* thousandths of points below which advice and
				    offers are nobody's opinion */
	int32_t headline_min;    /* thousandths of words that a headline has */
};

/** The documented defaults: every rule is on. */
void rules_init(struct rules *r);

/** The bit of a rule by its name ("negation"), 0 if there is none. */
unsigned rule_by_name(struct text name);

/** All names, comma-separated, for messages. */
const char *rule_names(void);

#endif
