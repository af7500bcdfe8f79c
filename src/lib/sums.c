/* sums.c - what one post adds to the sums. */
#include "config.h"

#include "list.h"
#include "number.h"
#include "siphash.h"
#include "sums.h"

/* Anyone's partial tallies must agree on it. */
static const struct siphash_key author_key = { 0x636c616d6f722f74u,
	0x616c6c792f617574u };

const char *
tally_field_name(enum tally_field f)
{
	static const char *const names[TALLY_FIELDS] = { "kind", "score",
		"severity", "intent", "marks", "direction", "date", "source",
		"author", "followers", "answered", "reply_minutes" };

	return names[f];
}

int64_t
sums_posts(const int64_t *sum)
{
	int64_t n = 0;
	size_t i;

	for (i = SUM_COMPLAINTS; i <= SUM_INCENTIVISED; i++)
		n += sum[i];
	return n;
}

static bool
category(const struct text *post, enum sum *sum)
{
	static const struct {
		struct text kind;
		enum sum sum;
	} kinds[] = {
		{ TEXT("neutral"), SUM_NEUTRAL },
		{ TEXT("complaint"), SUM_COMPLAINTS },
		{ TEXT("praise"), SUM_PRAISE },
		{ TEXT("question"), SUM_QUESTIONS },
		{ TEXT("spam"), SUM_SPAM },
		{ TEXT("mixed"), SUM_MIXED },
	};
	const size_t n = TEXT_COUNT(kinds);
	size_t i = 0;

	while (i < n && !text_eq(post[TALLY_KIND], kinds[i].kind))
		i++;
	if (i == n)
		return false;
	*sum = kinds[i].sum;
	if (*sum == SUM_SPAM || *sum == SUM_COMPLAINTS || *sum == SUM_MIXED ||
		post[TALLY_MARKS].len == 0)
		return true;
	if (list_has(post[TALLY_MARKS], "checkin"))
		*sum = SUM_CHECKINS;
	else if (*sum == SUM_PRAISE &&
		list_has(post[TALLY_MARKS], "incentivado"))
		*sum = SUM_INCENTIVISED;
	return true;
}

static int
reach_weight(struct text followers)
{
	int64_t n;

	if (!number_count(followers, &n) || n < 1000)
		return 1;
	return n < 10000 ? 2 : n < 100000 ? 3 : 4;
}

static void
add(struct post_sums *s, enum sum sum, int64_t n)
{
	s->added[s->nadded++] = (struct sum_added){ sum, n };
}

static void
measure_opinion(struct post_sums *s, const struct text *post, enum sum what)
{
	int weight = reach_weight(post[TALLY_FOLLOWERS]);
	int64_t score;

	if (what == SUM_SPAM)
		return;
	add(s, SUM_REACH, weight);
	if (what == SUM_CHECKINS || what == SUM_INCENTIVISED)
		return;
	if (what == SUM_PRAISE)
		add(s, SUM_REACH_PRAISE, weight);
	if (what == SUM_COMPLAINTS)
		add(s, SUM_REACH_COMPLAINTS, weight);
	if (number_milli(post[TALLY_SCORE], &score)) {
		add(s, SUM_SCORED, 1);
		add(s, SUM_SCORE, score);
	}
}

static void
measure_marks(struct post_sums *s, const struct text *post)
{
	static const struct text intents[] = { TEXT("legal"), TEXT("abandono"),
		TEXT("recompra"), TEXT("recomienda"), TEXT("ayuda") };
	struct text intent = post[TALLY_INTENT];
	struct text answered = post[TALLY_ANSWERED];
	int64_t severity;
	size_t i;

	if (number_count(post[TALLY_SEVERITY], &severity) && severity >= 1 &&
		severity <= 3)
		add(s, (enum sum)(SUM_SEVERITY_1 + severity - 1), 1);
	for (i = 0; intent.len > 0 && i < TEXT_COUNT(intents); i++)
		if (text_eq(intent, intents[i]))
			add(s, (enum sum)(SUM_LEGAL + i), 1);
	if (answered.len == 0)
		return;
	add(s, SUM_ASKED, 1);
	if (text_is(answered, "1") || text_is(answered, "yes") ||
		text_is(answered, "true"))
		add(s, SUM_ANSWERED, 1);
}

/* The hash of who wrote it; false if nobody is named. */
static bool
author_hash(const struct text *post, struct buf *scratch, uint64_t *hash)
{
	if (post[TALLY_AUTHOR].len == 0)
		return false;
	buf_clear(scratch);
	buf_addt(scratch, post[TALLY_SOURCE]);
	buf_addc(scratch, '\0');
	buf_addt(scratch, post[TALLY_AUTHOR]);
	*hash = siphash(&author_key, buf_text(scratch));
	return true;
}

bool
sums_of_post(struct post_sums *s, const struct text *post, struct buf *scratch)
{
	enum sum what;
	int64_t wait;

	if (!category(post, &what))
		return false;
	s->nadded = 0;
	add(s, what, 1);
	measure_opinion(s, post, what);
	measure_marks(s, post);
	s->named = author_hash(post, scratch, &s->author);
	s->waited = number_count(post[TALLY_REPLY_MINUTES], &wait);
	if (s->waited)
		s->minutes = (uint64_t)wait;
	return true;
}
