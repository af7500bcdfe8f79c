/* verdict.c - sums, marks, evidence. */
#include "config.h"

#include <stdlib.h>

#include "context.h"
#include "marks.h"
#include "number.h"
#include "verdict.h"
#include "speaker.h"
#include "waits.h"
#include "xalloc.h"

#define WAIT_SERIOUS 1440 /* minutes of waiting that make it serious */

struct judge {
	struct matcher *matcher;
	const struct codes *codes;
	struct kind_options opt;
	struct text seasons; /* of judge_seasons */
	struct hits hits;
	struct weighing weighing;
	struct factors factors; /* kept if asked for */
	struct sums sums;
	struct topics topics;
	struct buf code_list, marks, evidence;
};

struct judge *
judge_new(const struct lexicon *lex, const struct kind_options *o)
{
	struct judge *j = xcalloc(1, sizeof(*j));

	j->matcher = matcher_new(lex);
	j->codes = lexicon_codes(lex);
	j->opt = *o;
	topics_init(&j->topics, j->codes);
	return j;
}

void
judge_free(struct judge *j)
{
	if (j == NULL)
		return;
	matcher_free(j->matcher);
	hits_free(&j->hits);
	weighing_free(&j->weighing);
	free(j->factors.v);
	topics_free(&j->topics);
	buf_free(&j->code_list);
	buf_free(&j->marks);
	buf_free(&j->evidence);
	free(j);
}

const struct matcher *
judge_matcher(const struct judge *j)
{
	return j->matcher;
}

void
judge_keep_reasons(struct judge *j)
{
	j->weighing.factors = &j->factors;
}

void
judge_seasons(struct judge *j, struct text seasons)
{
	j->seasons = seasons;
}

struct reasons
judge_reasons(const struct judge *j)
{
	return (struct reasons){ .post = matcher_post(j->matcher),
		.hits = &j->hits,
		.points = j->weighing.v,
		.factors = &j->factors,
		.sums = &j->sums,
		.topics = j->topics.v,
		.options = &j->opt,
		.codes = j->codes };
}

/* Does the hit still carry its intent, severity and marks? */
static bool
stands(const struct judge *j, size_t i)
{
	return j->hits.v[i].scores && !j->weighing.v[i].negated;
}

/* Is it said to several accounts? Then it is talk among people as a rule, and
 * an account alone ties it to no company. */
static bool
begins_a_chat(const struct post *p)
{
	return p->ntokens > 1 && p->tokens[0].kind == TOKEN_USER &&
		p->tokens[1].kind == TOKEN_USER;
}

/* A name begins with @: where there is none no token need be looked at. */
static bool
names_account(const struct post *p)
{
	size_t i;

	if (p->ntokens == 0 || p->tokens[0].kind == TOKEN_USER)
		return p->ntokens > 0;
	if (memchr(p->text.p, '@', p->text.len) == NULL)
		return false;
	for (i = 1; i < p->ntokens && p->tokens[i].kind != TOKEN_USER; i++)
		;
	return i < p->ntokens;
}

static void
sum_hit(struct judge *j, struct sums *s, size_t i)
{
	const struct entry *e = j->hits.v[i].entry;
	int32_t milli = j->weighing.v[i].milli;
	int32_t even = j->weighing.v[i].even;

	if (!j->hits.v[i].scores || (role_modifies(e->role) && milli == 0))
		return;
	if (milli != 0 &&
		!writing_is_face(matcher_post(j->matcher), &j->hits.v[i]))
		s->worded = true;
	if (milli > 0) {
		s->begins_good |= s->good + s->bad == 0;
		s->good += milli;
		s->even_good += even;
		s->turn_good += even != milli ? even : 0;
	} else {
		if (role_modifies(e->role))
			s->denied -= milli;
		s->bad -= milli;
		s->even_bad -= even;
		s->turn_bad -= even != milli ? even : 0;
	}
	if (e->role == ROLE_SPAM)
		s->spam = true;
	if (e->weight == 0 && e->code != CODE_NONE)
		s->nouns++;
	if (e->role == ROLE_BRAND || e->code != CODE_NONE)
		s->tied = true;
	if (!stands(j, i))
		return;
	if (e->intent > s->intent)
		s->intent = e->intent;
	if (e->intent != INTENT_NONE || e->severity > 0)
		s->tied = true;
	if (e->severity > s->severity)
		s->severity = e->severity;
}

static void
sum_up(struct judge *j, bool rated)
{
	const struct post *p = matcher_post(j->matcher);
	struct sums *s = &j->sums;
	size_t i;

	*s = (struct sums){ .tied = rated };
	for (i = 0; i < j->hits.n; i++)
		sum_hit(j, s, i);
	s->at = names_account(p);
	s->tied |= s->at && !begins_a_chat(p);
	s->asks = context_asks(&j->weighing, &j->hits, p);
	s->reports = !rated && !(j->opt.rules.without & RULE_REPORT) &&
		speaker_reports(p, &j->hits, s->good - s->bad, &j->opt.rules);
}

static const char *const polarity_names[POLARITIES] = {
	[POLARITY_POS] = "pos",
	[POLARITY_NEG] = "neg",
	[POLARITY_NEU] = "neu",
	[POLARITY_MIXED] = "mixed",
};

const char *
polarity_name(enum polarity p)
{
	return polarity_names[p];
}

static enum polarity
polarity_of(const struct judge *j, enum kind kind, int32_t score)
{
	switch (kind) {
	case KIND_COMPLAINT:
		return POLARITY_NEG;
	case KIND_PRAISE:
		return POLARITY_POS;
	case KIND_MIXED:
		return POLARITY_MIXED;
	case KIND_QUESTION:
	case KIND_NEUTRAL:
	case KIND_SPAM:
		break;
	}
	if (score >= j->opt.polarity_min)
		return POLARITY_POS;
	return score <= -j->opt.polarity_min ? POLARITY_NEG : POLARITY_NEU;
}

/* The topics of the kind's sign, the main one first. */
static void
list_topics(struct judge *j, enum kind kind)
{
	struct topics *t = &j->topics;
	size_t i;

	buf_clear(&j->code_list);
	topics_gather(t, &j->hits, &j->weighing,
		matcher_post(j->matcher)->ntokens, j->opt.rules.without);
	switch (kind) {
	case KIND_COMPLAINT:
	case KIND_MIXED:
		topics_rank(t, SIDE_AGAINST);
		break;
	case KIND_PRAISE:
		topics_rank(t, SIDE_FOR);
		break;
	case KIND_QUESTION:
		topics_rank(t, SIDE_BOTH);
		break;
	case KIND_NEUTRAL:
	case KIND_SPAM:
		break;
	}
	for (i = 0; i < t->n; i++) {
		if (i > 0)
			buf_addc(&j->code_list, ';');
		buf_addt(&j->code_list, codes_name(j->codes, t->order[i]));
	}
}

static int
severity_of(enum kind kind, const struct sums *s, const struct verdict *v)
{
	int severity = s->severity;

	if (kind == KIND_QUESTION)
		return severity;
	if (kind != KIND_COMPLAINT && kind != KIND_MIXED)
		return 0;
	if (severity < 1)
		severity = 1;
	if (severity < 2 && v->wait_minutes >= WAIT_SERIOUS)
		severity = 2;
	return severity;
}

static enum marks_of
marks_of(enum kind kind)
{
	switch (kind) {
	case KIND_COMPLAINT:
	case KIND_MIXED:
	case KIND_QUESTION:
		return MARKS_OF_COMPLAINT;
	case KIND_PRAISE:
		return MARKS_OF_PRAISE;
	case KIND_NEUTRAL:
	case KIND_SPAM:
		break;
	}
	return MARKS_OF_OTHERS;
}

/* Evidence. */

static bool
is_evidence(const struct judge *j, size_t i)
{
	const struct hit *h = &j->hits.v[i];
	const struct entry *e = h->entry;

	if (!h->scores || e->role == ROLE_REPLY)
		return false;
	if (role_modifies(e->role))
		return j->weighing.v[i].used;
	return j->weighing.v[i].milli != 0 || e->code != CODE_NONE ||
		e->intent != INTENT_NONE || e->severity > 0 ||
		e->role != ROLE_OPINION;
}

/* Words of the post; ";" parts hits, and a row is a line. */
static void
add_words(struct buf *b, struct text words)
{
	char *to;
	size_t i;

	buf_reserve(b, words.len);
	to = b->p + b->len;
	for (i = 0; i < words.len; i++) {
		char c = words.p[i];

		to[i] = c == ';' ? ',' : c == '\n' || c == '\r' ? ' ' : c;
	}
	b->len += words.len;
}

static void
list_evidence(struct judge *j, struct text original)
{
	size_t i;

	buf_clear(&j->evidence);
	for (i = 0; i < j->hits.n; i++) {
		const struct hit *h = &j->hits.v[i];

		if (!is_evidence(j, i))
			continue;
		if (j->evidence.len > 0)
			buf_addc(&j->evidence, ';');
		add_words(&j->evidence,
			(struct text){ original.p + h->from, h->to - h->from });
		buf_addc(&j->evidence, '@');
		buf_addu(&j->evidence, h->from);
		buf_addc(&j->evidence, ':');
		buf_addu(&j->evidence, h->to);
		buf_addc(&j->evidence, '=');
		number_add_milli(&j->evidence, j->weighing.v[i].milli);
	}
}

enum rc
judge_post(struct judge *j, struct text original, bool rated, struct verdict *v)
{
	enum rc rc = matcher_find(j->matcher, original, &j->hits);
	const struct sums *s = &j->sums;

	hits_resolve(&j->hits);
	points_weigh(&j->weighing, &j->hits, matcher_post(j->matcher),
		&j->opt.rules);
	sum_up(j, rated);
	v->score = kind_score(s->good - s->bad);
	v->kind = kind_of(&j->opt, s, matcher_post(j->matcher));
	v->polarity = polarity_of(j, v->kind, v->score);
	v->intent = s->intent;
	v->wait_minutes = waits_longest(matcher_post(j->matcher));
	v->severity = severity_of(v->kind, s, v);
	list_topics(j, v->kind);
	v->code = j->topics.n > 0 ? j->topics.order[0] : CODE_NONE;
	v->codes = buf_text(&j->code_list);
	marks_list(&j->marks, &j->hits, j->weighing.v, marks_of(v->kind),
		j->seasons);
	v->marks = buf_text(&j->marks);
	list_evidence(j, original);
	v->evidence = buf_text(&j->evidence);
	return rc;
}
