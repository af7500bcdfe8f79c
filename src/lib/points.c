/* points.c - hits in their surroundings. */
#include "config.h"

#include <stdlib.h>

#include "context.h"
#include "points.h"
#include "xalloc.h"

/* Emphasis, in thousandths; starting points from the measured rules of
 * Hutto & Gilbert (VADER, 2014), scaled to our weights. */
#define CAPITALS 1250
#define ELONGATION 1250
#define EXCLAMATION 1200
#define FACTOR_MAX 3000 /* all modifiers of one hit together */
#define QUOTED -1000    /* "excelente" in quotation marks */
#define LOOK_BACK 64    /* hits before one that may modify it */

/* Are there at most so many words behind one token, up to another? Tags are
 * not counted. No more tokens are looked at than needed. */
static bool
is_within(const struct post *p, uint32_t from, uint32_t to, uint32_t most)
{
	uint32_t n = 0;

	for (from++; from <= to && n <= most; from++)
		n += p->tokens[from].kind != TOKEN_TAG;
	return n <= most;
}

/* Does a comma, a colon or a bracket stand between two tokens? */
static bool
is_parted(const struct post *p, uint32_t before, uint32_t behind)
{
	uint32_t at = p->tokens[before].end, end = p->tokens[behind].start;

	while (at < end)
		if (memchr(",;:()", p->text.p[at++], 5) != NULL)
			return true;
	return false;
}

/* Does modifier m reach hit h? It stands before it, in the same sentence. */
static bool
reaches(const struct weighing *w, const struct post *p, const struct hit *m,
	const struct hit *h)
{
	if (m->last >= h->first ||
		w->sentences.of[m->last] != w->sentences.of[h->first] ||
		(m->entry->role == ROLE_NEGATOR &&
			is_parted(p, m->last, h->first)))
		return false;
	return m->entry->reach == REACH_SENTENCE ||
		is_within(p, m->last, h->first, m->entry->reach);
}

static unsigned
rule_of(enum role role)
{
	switch (role) {
	case ROLE_NEGATOR:
		return RULE_NEGATION;
	case ROLE_INTENSIFIER:
	case ROLE_DIMINISHER:
		return RULE_INTENSITY;
	case ROLE_ADVERSATIVE:
		return RULE_ADVERSATIVE;
	case ROLE_IRREALIS:
		return RULE_IRREALIS;
	case ROLE_IRONY:
		return RULE_IRONY;
	case ROLE_OPINION:
	case ROLE_INSULT:
	case ROLE_COURTESY:
	case ROLE_SPAM:
	case ROLE_MARK:
	case ROLE_REPLY:
	case ROLE_BRAND:
	case ROLE_SEASON:
	case ROLE_SLANG:
	case ROLE_OFF:
		break;
	}
	return 0;
}

static int64_t
emphasis(struct weighing *w, struct post *p, const struct hit *h, size_t i)
{
	int64_t factor = 1000;

	if (writing_is_drawn_out(p, h)) {
		factor = factor * ELONGATION / 1000;
		weighing_note(w, FACTOR_ELONGATION, i, i, ELONGATION);
	}
	if (!w->flat && w->sentences.v[w->sentences.of[h->last]].exclaimed) {
		factor = factor * EXCLAMATION / 1000;
		weighing_note(w, FACTOR_EXCLAMATION, i, i, EXCLAMATION);
	}
	if (writing_is_shouted(&w->writing, p, h)) {
		factor = factor * CAPITALS / 1000;
		weighing_note(w, FACTOR_CAPITALS, i, i, CAPITALS);
	}
	return factor;
}

/* The modifiers that have come over one hit, each role once. */
struct modified {
	int64_t factor; /* of all but adversatives */
	int64_t weight; /* of adversatives */
	bool negated, follows, wished, ironic;
};

/* Take one modifier that reaches the hit; false if it changes nothing. */
static bool
take_modifier(struct modified *m, const struct entry *e, int32_t weight)
{
	bool *once = NULL;

	if (e->strength == 1000)
		return false;
	if (e->role == ROLE_NEGATOR) {
		/* Spanish repeats its negators, and an adversative between
		 * ends the negation */
		if (m->follows)
			return false;
		once = &m->negated;
	} else if (e->role == ROLE_ADVERSATIVE) {
		once = &m->follows;
	} else if (e->role == ROLE_IRREALIS) {
		if (weight < 0)
			return false;
		once = &m->wished;
	} else if (e->role == ROLE_IRONY) {
		if (weight < 0)
			return false;
		once = &m->ironic;
	}
	if (once != NULL && *once)
		return false;
	if (once != NULL)
		*once = true;
	if (e->role == ROLE_ADVERSATIVE)
		m->weight = e->strength;
	else
		m->factor = milli_times(m->factor, e->strength);
	return true;
}

/* The first token from t on, which is one of hit h, that is in no gap. */
static uint32_t
behind_gap(const struct hit *h, uint32_t t)
{
	while (t - h->first < 64 && (h->gaps >> (t - h->first) & 1))
		t++;
	return t;
}

/* Do all tokens of b, which begins inside h, stand in one gap of h? */
static bool
in_gap(const struct hit *h, const struct hit *b)
{
	return behind_gap(h, b->first) > b->last;
}

/* Does modifier b, which stands in a gap of h, reach the rest of h? */
static bool
reaches_rest(const struct weighing *w, const struct post *p,
	const struct hit *b, const struct hit *h)
{
	struct hit rest = *h;

	rest.first = behind_gap(h, b->last);
	return reaches(w, p, b, &rest);
}

/* Is hit k, a negator in a gap of hit i, a word of some third hit that says the
 * same, as in "lo cambiaron sin problema en el acto"? Then it belongs to that.
 */
static bool
is_of_another(const struct hits *hits, size_t i, size_t k)
{
	const struct hit *b = &hits->v[k];
	size_t o;

	for (o = k; o-- > 0 && k - o <= LOOK_BACK;)
		if (o != i && hits->v[o].last >= b->last &&
			(int64_t)hits->v[o].entry->weight *
					hits->v[i].entry->weight >
				0 &&
			!in_gap(&hits->v[o], b))
			return true;
	return false;
}

/*
 * The negator in a gap of hit i, hits->n if there is none: `habitaciones ~2
 * sucias` also finds "habitaciones nada sucias". The longest of those that
 * begin at a word tells what it is, as in hits_resolve.
 */
static size_t
negator_in_gap(const struct weighing *w, const struct hits *hits,
	const struct post *p, size_t i)
{
	const struct hit *h = &hits->v[i];
	uint32_t next = h->first;
	size_t k;

	if (h->gaps == 0)
		return hits->n;
	for (k = i + 1; k < hits->n && hits->v[k].first <= h->last; k++) {
		const struct hit *b = &hits->v[k];

		if (b->first < next || !role_modifies(b->entry->role) ||
			!in_gap(h, b))
			continue;
		next = b->last + 1;
		if (b->entry->role == ROLE_NEGATOR &&
			reaches_rest(w, p, b, h) && !is_of_another(hits, i, k))
			return k;
	}
	return hits->n;
}

/*
 * Is a negator one of the words of hit i ("ninguna explicación", "no
 * funciona")? Another one before it repeats it, as Spanish does, and turns
 * nothing.
 */
static bool
holds_negator(const struct hits *hits, size_t i)
{
	const struct hit *h = &hits->v[i];
	size_t k;

	for (k = i + 1; k < hits->n && hits->v[k].first <= h->last; k++)
		if (hits->v[k].entry->role == ROLE_NEGATOR &&
			!in_gap(h, &hits->v[k]))
			return true;
	return i > 0 && hits->v[i - 1].entry->role == ROLE_NEGATOR &&
		hits->v[i - 1].first >= h->first;
}

/* Does an entry only name a topic ("factura")? Without a code it is a guard. */
static bool
is_noun(const struct entry *e)
{
	return e->weight == 0 && e->code != CODE_NONE;
}

/* All modifiers that reach hit i, from the nearest on: a negator in its gap,
 * then those before it; sets negated and used. */
static struct modified
modify(struct weighing *w, const struct hits *hits, const struct post *p,
	const struct rules *rules, size_t i)
{
	const struct hit *h = &hits->v[i];
	struct modified m = { .factor = 1000, .weight = 1000 };
	bool concord, taken;
	size_t k;

	if (!(hits->roles & ROLES_MODIFYING))
		return m;
	concord = holds_negator(hits, i);
	k = negator_in_gap(w, hits, p, i);
	if (k < hits->n && !concord && !(rules->without & RULE_NEGATION) &&
		take_modifier(&m, hits->v[k].entry, h->entry->weight)) {
		w->v[k].used = concord = true;
		weighing_note(
			w, FACTOR_MODIFIER, i, k, hits->v[k].entry->strength);
	}
	for (k = i; k-- > 0 && i - k <= LOOK_BACK;) {
		const struct hit *b = &hits->v[k];

		if (w->sentences.of[b->last] < w->sentences.of[h->first])
			break;
		if (!b->scores || !role_modifies(b->entry->role) ||
			(rule_of(b->entry->role) & rules->without) ||
			!reaches(w, p, b, h))
			continue;
		if (concord && b->entry->role == ROLE_NEGATOR) {
			w->v[k].used = true;
			taken = false;
		} else {
			taken = take_modifier(&m, b->entry, h->entry->weight);
			/* a noun that only names a topic cannot be turned:
			 * before it a negator still denies */
			w->v[k].used |= taken && !is_noun(h->entry);
		}
		weighing_note(w, FACTOR_MODIFIER, i, k,
			taken ? b->entry->strength : 1000);
	}
	w->v[i].negated = m.negated;
	return m;
}

/* A product of factors, at most as large as all of them may be together. */
static int64_t
limited(int64_t factor)
{
	return factor > FACTOR_MAX     ? FACTOR_MAX
		: factor < -FACTOR_MAX ? -FACTOR_MAX
				       : factor;
}

static void
weigh_hit(struct weighing *w, const struct hits *hits, struct post *p,
	const struct rules *rules, size_t i)
{
	struct modified m = modify(w, hits, p, rules, i);
	int32_t weight = hits->v[i].entry->weight;
	int64_t factor;

	if (!(rules->without & RULE_IRONY) && weight > 0 &&
		writing_is_quoted(p, &hits->v[i])) {
		m.factor = milli_times(m.factor, QUOTED);
		weighing_note(w, FACTOR_QUOTED, i, i, QUOTED);
	}
	if (!(rules->without & RULE_QUESTION) && !w->flat &&
		w->sentences.v[w->sentences.of[hits->v[i].first]].open) {
		m.factor = milli_times(m.factor, rules->question_weight);
		weighing_note(w, FACTOR_QUESTION, i, i, rules->question_weight);
	}
	if (!(rules->without & RULE_INTENSITY))
		m.factor =
			milli_times(m.factor, emphasis(w, p, &hits->v[i], i));
	factor = milli_times(m.factor, m.weight);
	if (limited(factor) != factor) {
		factor = limited(factor);
		weighing_note(w, FACTOR_LIMIT, i, i, factor);
	}
	w->v[i].milli = (int32_t)milli_times(weight, factor);
	w->v[i].even = (int32_t)milli_times(weight, limited(m.factor));
}

void
points_weigh(struct weighing *w, const struct hits *hits, struct post *post,
	const struct rules *rules)
{
	struct text t = post->text;
	size_t i;

	if (w->factors != NULL)
		w->factors->n = 0;
	w->asked = t.len > 0 && memchr(t.p, '?', t.len) != NULL;
	if (hits->n > w->cap) {
		w->cap = hits->n * 2;
		w->v = xreallocarray(w->v, w->cap, sizeof(*w->v));
	}
	if (hits->n == 0)
		return;
	memset(w->v, 0, hits->n * sizeof(*w->v));
	w->flat = !w->asked && memchr(t.p, '!', t.len) == NULL;
	if (hits->n > 1 || !w->flat)
		sentences_read(&w->sentences, post);
	w->writing = (struct writing){ 0 };
	for (i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];

		if (h->scores && !role_modifies(h->entry->role))
			weigh_hit(w, hits, post, rules, i);
	}
	context_weigh(w, hits, post, rules);
}
