/* topic.c - from hits to topics. */
#include "config.h"

#include <stdlib.h>

#include "topic.h"
#include "xalloc.h"

/*
 * What a topic gets beside the points of its strongest hit, in thousandths of a
 * point; numbers by measurement: a logistic regression that ranks the topics of
 * labelled posts gives one point, the NAMED of one hit, FIRST and SERIOUS the
 * ratio 1 : 1 : 4 : 2. It takes the strongest hit for the sum of all, too; what
 * is named again and again is what the post is about, so is what it begins
 * with; and money lost weighs more than how it was told.
 */
#define NAMED 1000   /* for each hit */
#define FIRST 4000   /* if its first hit begins the post; later, less */
#define SERIOUS 2000 /* for a hit of severity 2 or 3 */

/* What is left of the first two, in thousandths, to a topic that is only named
 * while a fault is told of another: things and places are named in passing.
 * Praise needs no verb (the food, delicious). By measurement, 500 to 750. */
#define IN_PASSING 600

/* The shares of an opinion without a topic that the topic named nearest gets,
 * in thousandths. */
#define SHARE_SENTENCE 300
#define SHARE_POST 200
#define LOOK 32 /* hits to either side that are looked at */

void
topics_init(struct topics *t, const struct codes *codes)
{
	*t = (struct topics){ .count = codes_count(codes),
		.general = codes_find(codes, text_of("general")) };
	t->v = xcalloc(t->count + 1, sizeof(*t->v));
	t->order = xcalloc(t->count + 1, sizeof(*t->order));
	t->named = xcalloc(t->count + 1, sizeof(*t->named));
}

void
topics_free(struct topics *t)
{
	free(t->v);
	free(t->order);
	free(t->named);
	*t = (struct topics){ 0 };
}

/* A code that says nothing of what it is about. */
static bool
is_vague(const struct topics *t, unsigned code)
{
	return code == CODE_NONE || code == t->general;
}

/*
 * Which share of opinion i does a topic get that is named at hit k? None, if
 * k names no topic, or one of which the opposite was said.
 */
static int64_t
share(const struct topics *t, const struct hits *hits, const struct weighing *w,
	size_t i, size_t k)
{
	const struct hit *a = &hits->v[i < k ? i : k];
	const struct hit *b = &hits->v[i < k ? k : i];
	int64_t points = w->v[k].milli;

	if (!hits->v[k].scores || is_vague(t, hits->v[k].entry->code) ||
		(points != 0 && (points < 0) != (w->v[i].milli < 0)))
		return 0;
	return w->sentences.of[a->last] == w->sentences.of[b->first]
		? SHARE_SENTENCE
		: SHARE_POST;
}

/* How many words are between two hits? */
static uint32_t
distance(const struct hit *a, const struct hit *b)
{
	return a->last < b->first    ? b->first - a->last
		: b->last < a->first ? a->first - b->last
				     : 0;
}

/* Let the topic that is named nearest to opinion i have a share of it, rather
 * one in the same sentence; of two as near the one before. */
static void
lend(struct topics *t, const struct hits *hits, const struct weighing *w,
	size_t i)
{
	int64_t before = 0, behind = 0, points = w->v[i].milli;
	size_t from = i, to = i;

	while (before == 0 && from > 0 && i - from < LOOK)
		before = share(t, hits, w, i, --from);
	while (behind == 0 && to + 1 < hits->n && to - i < LOOK)
		behind = share(t, hits, w, i, ++to);
	if (before < behind ||
		(before == behind && before > 0 &&
			distance(&hits->v[i], &hits->v[to]) <
				distance(&hits->v[i], &hits->v[from]))) {
		before = behind;
		from = to;
	}
	if (before == 0)
		return;
	points = points * before / 1000;
	if (points > 0)
		t->v[hits->v[from].entry->code].lent_good += points;
	else
		t->v[hits->v[from].entry->code].lent_bad -= points;
}

/* What a topic gets for being named early, from FIRST down to 0. */
static int64_t
early(uint32_t at, size_t ntokens)
{
	return FIRST * (int64_t)(ntokens - at) / (int64_t)ntokens;
}

static void
add_hit(struct topics *t, const struct hit *h, int64_t points)
{
	struct topic *own = &t->v[h->entry->code];

	if (own->hits++ == 0)
		t->named[t->nnamed++] = h->entry->code;
	if (points > 0) {
		own->good += points;
		own->best = points > own->best ? points : own->best;
	} else {
		own->bad -= points;
		own->worst = -points > own->worst ? -points : own->worst;
	}
	if (points != 0 && h->entry->severity >= 2)
		own->serious = true;
}

void
topics_gather(struct topics *t, const struct hits *hits,
	const struct weighing *w, size_t ntokens, unsigned without)
{
	size_t i;

	while (t->nnamed > 0)
		t->v[t->named[--t->nnamed]] = (struct topic){ 0 };
	t->n = 0;
	for (i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];
		unsigned code = h->entry->code;
		int64_t points = w->v[i].milli;

		if (!h->scores || (code == CODE_NONE && points == 0))
			continue;
		if (t->v[code].hits == 0 && !(without & RULE_FIRST))
			t->v[code].early = early(h->first, ntokens);
		add_hit(t, h, points);
		if (points != 0 && is_vague(t, code) && !(without & RULE_LEND))
			lend(t, hits, w, i);
	}
}

/* How strongly a topic speaks for a side. Below 0: not at all. */
static int64_t
strength(const struct topic *t, enum side side)
{
	int64_t against = t->worst + t->lent_bad;
	int64_t in_favour = t->best + t->lent_good;
	int64_t beside = t->hits * (int64_t)NAMED + t->early;

	if (side != SIDE_FOR && t->best == 0 && t->worst == 0)
		beside = beside * IN_PASSING / 1000;
	if (t->serious)
		beside += SERIOUS;
	switch (side) {
	case SIDE_AGAINST:
		return against == 0 && t->good > 0 ? -1 : against + beside;
	case SIDE_FOR:
		return in_favour == 0 && t->bad > 0 ? -1 : in_favour + beside;
	case SIDE_BOTH:
		break;
	}
	return against + in_favour + beside;
}

/* Is code a the better topic? The order of the file decides a tie. */
static bool
is_better(const struct topics *t, enum side side, unsigned a, unsigned b)
{
	int64_t sa = strength(&t->v[a], side), sb = strength(&t->v[b], side);

	if ((a == t->general) != (b == t->general))
		return b == t->general;
	if (sa != sb)
		return sa > sb;
	return a < b;
}

void
topics_rank(struct topics *t, enum side side)
{
	size_t k, i;

	t->n = 0;
	for (k = 0; k < t->nnamed; k++) {
		unsigned c = t->named[k];

		if (c == CODE_NONE || strength(&t->v[c], side) < 0)
			continue;
		for (i = t->n++;
			i > 0 && is_better(t, side, c, t->order[i - 1]); i--)
			t->order[i] = t->order[i - 1];
		t->order[i] = c;
	}
	if (t->n == 0 && t->general != CODE_NONE)
		t->order[t->n++] = t->general;
}
