/* kind.c - complaint, praise, mixed, question, neutral or spam. */
#include "config.h"

#include "kind.h"
#include "speaker.h"

#define SCORE_HALF 4000    /* points at which |score| is one half */
#define DENIAL_ASKING 1000 /* of denials that one who asks may make */

static const char *const kind_names[] = {
	[KIND_COMPLAINT] = "complaint",
	[KIND_PRAISE] = "praise",
	[KIND_MIXED] = "mixed",
	[KIND_QUESTION] = "question",
	[KIND_NEUTRAL] = "neutral",
	[KIND_SPAM] = "spam",
};

const char *
kind_name(enum kind k)
{
	return kind_names[k];
}

void
kind_options_init(struct kind_options *o)
{
	*o = (struct kind_options){ .polarity_min = 100,
		.opinion_min = 200,
		.question_max = 200,
		.strong_min = 400,
		.mixed_min = 2000,
		.mixed_share = 650,
		.turn_share = 400,
		.told_min = 2000 };
	rules_init(&o->rules);
}

int32_t
kind_score(int64_t sum)
{
	int64_t size = sum < 0 ? -sum : sum;
	int64_t twice = 2000 * size, by = size + SCORE_HALF;
	int64_t score = (twice + by) / (2 * by);

	return (int32_t)(sum < 0 ? -score : score);
}

/* Will the customer leave or sue, as far as nothing speaks for? */
static bool
means_to_go(const struct sums *s)
{
	return s->good == 0 && s->intent >= INTENT_ABANDONO;
}

/* Is there a faint opinion against, or that one will leave or sue? */
static bool
is_faint(const struct sums *s)
{
	return means_to_go(s) || (s->good == 0 && s->bad > s->denied);
}

bool
kind_tells(const struct sums *s)
{
	return s->at || means_to_go(s);
}

size_t
kind_things_told(const struct sums *s, const struct post *p)
{
	return s->nouns + is_faint(s) + speaker_undergoes(p);
}

/*
 * What is told to a company calmly and without a word of praise is seldom told
 * for pleasure: "@banco el depósito del lunes y la tarjeta siguen en revisión".
 * Nor is that one will leave or sue, to whomever it is told.
 */
static bool
is_told(const struct kind_options *o, const struct sums *s,
	const struct post *p, int32_t score)
{
	if (o->rules.without & RULE_TOLD || !kind_tells(s) || s->asks ||
		s->nouns == 0 || score >= o->polarity_min ||
		memchr(p->text.p, '!', p->text.len) != NULL)
		return false;
	return (int64_t)kind_things_told(s, p) * 1000 >= o->told_min;
}

/* "Ya en casa 😍" is no praise; "@banco 😡" is a complaint. */
bool
kind_is_mood(const struct sums *s, const struct post *p)
{
	size_t i;

	for (i = 0; !s->worded && s->nouns == 0 && i < p->ntokens; i++)
		if (p->tokens[i].kind == TOKEN_WORD)
			return true;
	return false;
}

/* Is there as much for as against? Less of one side does where an adversative
 * stands between them: "rico, pero llegó frío". */
static bool
is_mixed(const struct kind_options *o, const struct sums *s)
{
	bool more_good = s->even_good > s->even_bad;
	int64_t smaller = more_good ? s->even_bad : s->even_good;
	int64_t larger = more_good ? s->even_good : s->even_bad;
	bool turns = (s->even_good - s->turn_good >= o->mixed_min &&
			     s->turn_bad >= o->mixed_min) ||
		(s->even_bad - s->turn_bad >= o->mixed_min &&
			s->turn_good >= o->mixed_min);
	int32_t share = turns && o->turn_share < o->mixed_share
		? o->turn_share
		: o->mixed_share;

	return smaller >= o->mixed_min && smaller * 1000 >= larger * share;
}

int32_t
kind_score_asking(const struct sums *s)
{
	int64_t sum = s->good - s->bad;

	return kind_score(s->denied > DENIAL_ASKING ? sum : sum + s->denied);
}

bool
kind_is_sneer(const struct kind_options *o, const struct sums *s)
{
	return !(o->rules.without & RULE_IRONY) && s->at && s->begins_good &&
		s->turn_good == 0 && s->turn_bad == 0;
}

bool
kind_is_tied(const struct kind_options *o, const struct sums *s)
{
	int32_t opinion;

	if (s->tied)
		return true;
	/* a denial is too faint to speak for itself */
	opinion = kind_score(s->good - s->bad + s->denied);
	return opinion >= o->strong_min || opinion <= -o->strong_min;
}

/* Is it asked, and nothing much said? */
static bool
is_question(const struct kind_options *o, const struct sums *s)
{
	int32_t asking;

	if (!s->asks || !s->tied)
		return false;
	asking = kind_score_asking(s);
	return asking < o->question_max && asking > -o->question_max;
}

enum kind
kind_of(const struct kind_options *o, const struct sums *s,
	const struct post *p)
{
	int32_t score = kind_score(s->good - s->bad);
	bool tied = kind_is_tied(o, s);

	if (s->spam && s->bad == 0)
		return KIND_SPAM;
	if (s->reports)
		return KIND_NEUTRAL;
	if (tied && is_mixed(o, s))
		return kind_is_sneer(o, s) ? KIND_COMPLAINT : KIND_MIXED;
	if (is_question(o, s))
		return KIND_QUESTION;
	if (kind_is_mood(s, p))
		return KIND_NEUTRAL;
	if (tied && score <= -o->opinion_min)
		return KIND_COMPLAINT;
	if (tied && score >= o->opinion_min)
		return KIND_PRAISE;
	return is_told(o, s, p, score) ? KIND_COMPLAINT : KIND_NEUTRAL;
}
