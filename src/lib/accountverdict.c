/* accountverdict.c - score, kind, topics and the rest of a verdict. */
#include "config.h"

#include "accountverdict.h"
#include "number.h"
#include "waits.h"

static void
add_score(struct accounting *a)
{
	const struct sums *s = a->r->sums;
	int64_t sum = s->good - s->bad;

	accounting_head(a, "score");
	buf_adds(a->out, "P = ");
	number_add_milli(a->out, s->good);
	buf_adds(a->out, ", N = ");
	number_add_milli(a->out, s->bad);
	buf_adds(a->out, ", S = P - N = ");
	number_add_milli(a->out, sum);
	buf_adds(a->out, "\n          S / (|S| + 4) = ");
	number_add_milli(a->out, sum);
	buf_adds(a->out, " / ");
	number_add_milli(a->out, (sum < 0 ? -sum : sum) + 4000);
	buf_adds(a->out, " = ");
	accounting_points(a, a->v->score);
	buf_addc(a->out, '\n');
}

/* Is the praise in it a sneer at the user that it goes to? */
static bool
is_sneer(const struct accounting *a)
{
	return a->r->sums->bad > 0 && kind_is_sneer(a->r->options, a->r->sums);
}

/* Is it a mood, and are there points to be told so? */
static bool
is_mood(const struct accounting *a)
{
	const struct sums *s = a->r->sums;

	return s->good + s->bad > 0 && kind_is_mood(s, a->r->post);
}

/* What a rule asks for, with the numbers of this post. */
static void
add_condition(struct accounting *a, enum kind kind)
{
	const struct kind_options *o = a->r->options;
	const struct sums *s = a->r->sums;
	struct buf *b = a->out;

	switch (kind) {
	case KIND_SPAM:
		buf_addf(b, "a hit of the role spam (%s) and N = 0",
			s->spam ? "there is one" : "there is none");
		return;
	case KIND_MIXED:
		buf_adds(b, "tied, P and N without adversatives (");
		number_add_milli(b, s->even_good);
		buf_adds(b, " and ");
		number_add_milli(b, s->even_bad);
		buf_adds(b, ") at least ");
		number_add_milli(b, o->mixed_min);
		buf_adds(b, ", the smaller at least ");
		number_add_milli(b, o->mixed_share);
		buf_adds(b, " of the larger (");
		number_add_milli(b, o->turn_share);
		buf_addf(b, " if an adversative parts them), no sneer (%s)",
			is_sneer(a) ? "it is one" : "none");
		return;
	case KIND_QUESTION:
		buf_addf(b, "tied, asks (%s), score but for one denial (",
			s->asks ? "yes" : "no");
		number_add_milli(b, kind_score_asking(s));
		buf_adds(b, ") nearer to 0 than ");
		number_add_milli(b, o->question_max);
		return;
	case KIND_COMPLAINT:
		buf_adds(b, "tied, score at most ");
		number_add_milli(b, -o->opinion_min);
		buf_addf(b, "; or a sneer; or told to a user or by one who leaves (%s), ",
			kind_tells(s) ? "yes" : "no");
		buf_addf(b, "things named (%zu) at least ",
			kind_things_told(s, a->r->post));
		number_add_milli(b, o->told_min);
		buf_adds(b, ", nothing asked or praised");
		return;
	case KIND_PRAISE:
		buf_adds(b, "tied, score at least ");
		number_add_milli(b, o->opinion_min);
		return;
	case KIND_NEUTRAL:
		buf_adds(b, "nothing else holds");
		return;
	}
}

/* Is there anything that ties the post to a company? */
static void
add_tie(struct accounting *a)
{
	buf_adds(a->out, "          tied to a company: ");
	if (a->r->sums->tied) {
		buf_adds(a->out,
			"yes, by a topic, an intent, a user, a brand "
			"or a rating\n");
		return;
	}
	buf_adds(a->out,
		kind_is_tied(a->r->options, a->r->sums)
			? "yes, by the score alone, at least "
			: "no, and the score without denials is not yet ");
	number_add_milli(a->out, a->r->options->strong_min);
	buf_adds(a->out, " either way\n");
}

/* One step of the decision. */
static void
add_step(struct accounting *a, size_t number, bool holds, enum kind kind)
{
	buf_addf(a->out, "  %zu %s %s: ", number, holds ? "holds" : "no   ",
		kind_name(kind));
}

static void
add_mood(struct accounting *a, size_t number)
{
	add_step(a, number, is_mood(a), KIND_NEUTRAL);
	buf_addf(a->out,
		"only emoji speak, beside words that name nothing (%s)\n",
		is_mood(a) ? "yes" : "no");
}

/* The rules in the order of clamor-label(1), up to the one that held. */
static void
add_kind(struct accounting *a)
{
	static const enum kind order[] = { KIND_MIXED, KIND_QUESTION,
		KIND_COMPLAINT, KIND_PRAISE, KIND_NEUTRAL };
	enum kind kind = a->v->kind;
	bool reports = a->r->sums->reports;
	size_t i, number = 1;

	accounting_head(a, "kind");
	accounting_styled(a, TTY_HEAD, text_of(kind_name(kind)));
	buf_addf(a->out, ", polarity %s\n", polarity_name(a->v->polarity));
	add_tie(a);
	add_step(a, number++, kind == KIND_SPAM, KIND_SPAM);
	add_condition(a, KIND_SPAM);
	buf_addc(a->out, '\n');
	if (kind == KIND_SPAM)
		return;
	add_step(a, number++, reports, KIND_NEUTRAL);
	buf_addf(a->out, "news, an offer or advice, no customer speaks (%s)\n",
		reports ? "yes" : "no");
	for (i = 0; !reports && (i == 0 || order[i - 1] != kind); i++) {
		if (order[i] == KIND_COMPLAINT) {
			add_mood(a, number++);
			if (is_mood(a))
				return;
		}
		add_step(a, number++, order[i] == kind, order[i]);
		add_condition(a, order[i]);
		buf_addc(a->out, '\n');
	}
}

static void
add_main_topic(struct accounting *a)
{
	unsigned code = a->v->code;

	tty_add(a->out, a->v->codes);
	buf_adds(a->out, ", area ");
	tty_add(a->out, codes_area(a->r->codes, code));
	buf_adds(a->out, ", stage ");
	tty_add(a->out, codes_stage(a->r->codes, code));
}

static void
add_topics(struct accounting *a)
{
	unsigned c;

	accounting_head(a, "topics");
	if (a->v->code == CODE_NONE)
		buf_adds(a->out, "none for this kind");
	else
		add_main_topic(a);
	buf_addc(a->out, '\n');
	for (c = 0; c <= codes_count(a->r->codes); c++) {
		const struct topic *t = &a->r->topics[c];

		if (t->hits == 0)
			continue;
		buf_adds(a->out, "  ");
		tty_add(a->out,
			c == CODE_NONE ? text_of("(no topic)")
				       : codes_name(a->r->codes, c));
		buf_addf(a->out, ": %u hit%s, for ", (unsigned)t->hits,
			t->hits == 1 ? "" : "s");
		number_add_milli(a->out, t->good);
		buf_adds(a->out, ", against ");
		number_add_milli(a->out, t->bad);
		if (t->best < t->good || t->worst < t->bad) {
			buf_adds(a->out, "; strongest for ");
			number_add_milli(a->out, t->best);
			buf_adds(a->out, ", against ");
			number_add_milli(a->out, t->worst);
		}
		if (t->early > 0) {
			buf_adds(a->out, "; early ");
			number_add_milli(a->out, t->early);
		}
		buf_adds(a->out, t->serious ? "; serious" : "");
		if (t->lent_good + t->lent_bad > 0) {
			buf_adds(a->out, "; lent for ");
			number_add_milli(a->out, t->lent_good);
			buf_adds(a->out, ", against ");
			number_add_milli(a->out, t->lent_bad);
		}
		buf_addc(a->out, '\n');
	}
}

static void
add_rest(struct accounting *a)
{
	const struct verdict *v = a->v;

	accounting_head(a, "intent");
	buf_addf(a->out, "%s\n",
		v->intent == INTENT_NONE ? "none" : intent_name(v->intent));
	accounting_head(a, "severity");
	buf_addf(a->out, "%d, of the hits %d\n", v->severity,
		a->r->sums->severity);
	accounting_head(a, "wait");
	if (v->wait_minutes == WAITS_NONE)
		buf_adds(a->out, "none\n");
	else
		buf_addf(a->out, "%lld minutes\n", (long long)v->wait_minutes);
	accounting_head(a, "marks");
	if (v->marks.len == 0)
		buf_adds(a->out, "none");
	tty_add(a->out, v->marks);
	buf_addc(a->out, '\n');
}

void
accountverdict_add(struct accounting *a)
{
	add_score(a);
	add_kind(a);
	add_topics(a);
	add_rest(a);
}
