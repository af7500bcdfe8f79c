/* context.c - hits in the light of the whole post. */
#include "config.h"

#include "context.h"
#include "denial.h"

#define DENIAL -1000 /* thousandths of a point, by measurement */
#define DENIALS 3
#define LOOK_BACK 64 /* hits before one that may hold it */

/*
 * A negator that turned no opinion says that something is not as it should
 * be: "no abren", "nadie sabe", "sin luz". Faint, and few of them count.
 */
static void
weigh_denials(struct weighing *w, const struct hits *hits, const struct post *p)
{
	size_t i, n = 0;

	if (!hits_have(hits, ROLE_NEGATOR))
		return;
	for (i = 0; i < hits->n && n < DENIALS; i++) {
		const struct hit *h = &hits->v[i];

		if (h->scores && h->entry->role == ROLE_NEGATOR &&
			h->entry->strength < 0 && !w->v[i].used &&
			denial_is_fault(p, h)) {
			w->v[i].milli = w->v[i].even = DENIAL;
			w->v[i].used = true;
			weighing_note(w, FACTOR_DENIAL, i, i, DENIAL);
			n++;
		}
	}
}

/* Praise in one word that stands alone: "Genial.", "¡Bravo!", an emoji. */
static bool
is_exclamation(const struct post *p, const struct hit *h)
{
	const struct entry *e = h->entry;

	bool alone = writing_is_face(p, h) ||
		(h->first == h->last && writing_stands_alone(p, h));

	return alone && e->role == ROLE_OPINION && e->weight > 0 &&
		e->code == CODE_NONE && e->intent == INTENT_NONE;
}

bool
context_asks(
	const struct weighing *w, const struct hits *hits, const struct post *p)
{
	size_t i;

	if (w->asked)
		return true;
	for (i = 0; i < hits->n; i++)
		if (hits->v[i].entry->intent == INTENT_AYUDA &&
			hits->v[i].scores && !w->v[i].negated &&
			!writing_greets(p, &hits->v[i]))
			return true;
	return false;
}

static bool
any_praise(const struct weighing *w, const struct hits *hits)
{
	size_t i;

	for (i = 0; i < hits->n && w->v[i].milli <= 0; i++)
		;
	return i < hits->n;
}

/*
 * Thanks, congratulations and applause are no praise where all the rest speaks
 * against: "gracias, pero sigo sin luz", "bravo, otro vuelo cancelado". Nor
 * are exclamations, if there is no other praise; nor thanks to those who are
 * asked for something.
 */
static void
weigh_courtesies(struct weighing *w, const struct hits *hits,
	const struct post *p, const struct rules *rules)
{
	int64_t rest = 0, exclaimed = 0;
	bool praises = false, blames, asks;
	size_t i;

	if (!any_praise(w, hits))
		return;
	for (i = 0; i < hits->n; i++) {
		if (hits->v[i].entry->role == ROLE_COURTESY)
			continue;
		rest += w->v[i].milli;
		if (w->v[i].milli > 0 && is_exclamation(p, &hits->v[i]))
			exclaimed += w->v[i].milli;
		else
			praises |= w->v[i].milli > 0;
	}
	if (!praises)
		rest -= exclaimed;
	blames = rest <= -rules->courtesy_max;
	asks = !praises && rest >= 0 && context_asks(w, hits, p);
	for (i = 0; i < hits->n && (blames || asks); i++)
		if (w->v[i].milli > 0 &&
			(hits->v[i].entry->role == ROLE_COURTESY ||
				(blames && !praises))) {
			w->v[i].milli = w->v[i].even = 0;
			weighing_note(w, FACTOR_COURTESY, i, i, 0);
		}
}

/* Is hit i a part of one that speaks against: "nunca lo arreglaron"? */
static bool
is_denied(const struct weighing *w, const struct hits *hits, size_t i)
{
	size_t k;

	for (k = i; k-- > 0 && i - k <= LOOK_BACK;)
		if (w->v[k].milli < 0 && hits->v[k].last >= hits->v[i].last)
			return true;
	return false;
}

/* The last hit that says that something was put right, 0 if none does. Those
 * that are denied say nothing. */
static size_t
last_solution(struct weighing *w, const struct hits *hits)
{
	size_t i, last = 0;

	for (i = 0; i < hits->n; i++) {
		if (hits->v[i].entry->role != ROLE_MARK ||
			!text_is(hits->v[i].entry->name, "resuelto"))
			continue;
		w->v[i].negated |= is_denied(w, hits, i);
		if (!w->v[i].negated)
			last = i;
	}
	return last;
}

/*
 * What went wrong and was put right is told to praise who did it: "llegó roto y
 * me lo cambiaron, muy amables". So it weighs less, if there is praise and what
 * comes behind is not against.
 */
static void
weigh_solved(
	struct weighing *w, const struct hits *hits, const struct rules *rules)
{
	size_t solved, i;
	int64_t behind = 0;
	bool praises = false;

	if (!hits_have(hits, ROLE_MARK))
		return;
	solved = last_solution(w, hits);
	for (i = 0; i < hits->n && solved > 0; i++) {
		praises |= w->v[i].milli > 0;
		behind += hits->v[i].last >= hits->v[solved].first
			? w->v[i].milli
			: 0;
	}
	for (i = 0; i < solved && praises && behind >= 0; i++) {
		struct points *p = &w->v[i];

		if (p->milli >= 0)
			continue;
		p->milli = (int32_t)milli_times(p->milli, rules->solved_weight);
		p->even = (int32_t)milli_times(p->even, rules->solved_weight);
		weighing_note(w, FACTOR_SOLVED, i, i, rules->solved_weight);
	}
}

void
context_weigh(struct weighing *w, const struct hits *hits, const struct post *p,
	const struct rules *rules)
{
	if (!(rules->without & RULE_DENIAL))
		weigh_denials(w, hits, p);
	if (!(rules->without & RULE_SOLVED))
		weigh_solved(w, hits, rules);
	if (!(rules->without & RULE_COURTESY))
		weigh_courtesies(w, hits, p, rules);
}
