/* candidates.c - tokens by what hangs on their numbers. */
#include "config.h"

#include <stdlib.h>

#include "candidates.h"
#include "xalloc.h"

void
candidates_init(struct candidates *c, const struct anchors *anchors)
{
	*c = (struct candidates){ .anchors = anchors };
	c->seen = xcalloc(anchors_size(anchors) / 64 + 1, sizeof(*c->seen));
}

void
candidates_free(struct candidates *c)
{
	free(c->v);
	free(c->begins);
	free(c->seen);
	free(c->others);
	free(c->live);
	free(c->places);
	free(c->pairs);
	*c = (struct candidates){ 0 };
}

/* What is in the post. */

static inline bool
is_seen(const struct candidates *c, uint32_t id)
{
	return c->seen[id / 64] >> id % 64 & 1;
}

static void
see(struct candidates *c, uint32_t id)
{
	c->seen[id / 64] |= (uint64_t)1 << id % 64;
	c->others = xgrow(
		c->others, c->nothers, &c->others_cap, sizeof(*c->others));
	c->others[c->nothers++] = id;
}

static void
forget_seen(struct candidates *c)
{
	while (c->nothers > 0)
		c->seen[c->others[--c->nothers] / 64] = 0;
}

static inline void
add_place(
	struct candidates *c, struct anchored_list list, size_t t, size_t last)
{
	__builtin_prefetch(list.v);
	c->places = xgrow(
		c->places, c->nplaces, &c->places_cap, sizeof(*c->places));
	c->places[c->nplaces++] = (struct candidates_place){ list, t, last };
}

static inline void
add_pair(struct candidates *c, uint32_t first, size_t t, uint32_t second,
	size_t last)
{
	uint64_t hash = anchors_hash_pair(anchors_pair_of(first, second));

	anchors_fetch_pair(c->anchors, hash);
	c->pairs = xgrow(c->pairs, c->npairs, &c->pairs_cap, sizeof(*c->pairs));
	c->pairs[c->npairs++] =
		(struct candidates_pair){ first, second, hash, t, last };
}

/* The places of one token: of its numbers, and of those with the numbers of
 * the token `last` before it; NULL for none. */
static inline void
find_places(struct candidates *c, const struct anchors_ids *before, size_t last,
	const struct anchors_ids *here, size_t t)
{
	size_t nbefore = before != NULL ? before->n : 0, i, k;

	for (i = 0; i < here->n; i++) {
		uint32_t uses = here->v[i].id, id = uses & ANCHORS_ID;

		if ((uses & ANCHORS_OTHER) && !is_seen(c, id))
			see(c, id);
		if (uses & ANCHORS_ALONE)
			add_place(c, anchors_list(c->anchors, here->v[i].alone),
				t, t);
		for (k = 0; k < nbefore && (uses & ANCHORS_SECOND); k++)
			if (before->v[k].seconds & ANCHORS_BIT(id))
				add_pair(c, before->v[k].id & ANCHORS_ID, last,
					id, t);
	}
}

/* List the tokens that forms or expressions could need. */
static void
list_live(struct candidates *c, const struct post *p)
{
	size_t i, n = 0, nbegins = 0;

	if (p->ntokens > c->live_cap) {
		c->live_cap = 2 * p->ntokens;
		c->live = xreallocarray(c->live, c->live_cap, sizeof(*c->live));
		c->begins = xreallocarray(
			c->begins, c->live_cap, sizeof(*c->begins));
	}
	for (i = 0; i < p->ntokens; i++) {
		const struct token *t = &p->tokens[i];
		bool begins = anchors_may_begin(c->anchors, t, p->text);

		c->live[n] = c->begins[nbegins] = (uint32_t)i;
		n += begins | anchors_know(c->anchors, t);
		nbegins += begins;
	}
	c->nlive = n;
	c->nbegins = nbegins;
}

/* Which anchors stand where at the live tokens, which numbers are there? */
static void
look_around(struct candidates *c, const struct post *p)
{
	struct anchors_ids ids[2], *here = ids, *before = NULL;
	size_t next = 0, last = 0, i;

	c->nplaces = c->npairs = 0;
	for (i = 0; i < c->nlive; i++) {
		size_t t = c->live[i];
		const struct token *tok = &p->tokens[t];

		if (t != next || (tok->flags & TOKEN_FIRST))
			before = NULL;
		next = t + 1;
		anchors_of(c->anchors, tok, p->text, here);
		if (tok->kind == TOKEN_TAG) { /* phrases look through it */
			find_places(c, NULL, last, here, t);
			continue;
		}
		find_places(c, before, last, here, t);
		before = here;
		last = t;
		here = here == ids ? ids + 1 : ids;
	}
}

/* Keep the pairs on which forms may hang. */
static void
sift_pairs(struct candidates *c)
{
	size_t i, n = 0;

	for (i = 0; i < c->npairs; i++) {
		struct candidates_pair pair = c->pairs[i];

		c->pairs[n] = pair;
		n += anchors_may_have_pair(c->anchors, pair.hash);
	}
	c->npairs = n;
}

void
candidates_look(struct candidates *c, const struct post *p)
{
	forget_seen(c);
	list_live(c, p);
	look_around(c, p);
	sift_pairs(c);
}

/* What hangs there. */

/* Is the other item of a form, which is not 0, in the post? */
static inline bool
is_other_seen(const struct candidates *c, uint32_t other)
{
	size_t n, i;
	const uint32_t *ids = anchors_other(c->anchors, &other, &n);

	for (i = 0; i < n && !is_seen(c, ids[i]); i++)
		;
	return i < n;
}

/* The forms at their places, if all that they need is in the post. */
static void
find_candidates(struct candidates *c)
{
	size_t i, k;

	c->n = 0;
	for (i = 0; i < c->nplaces; i++) {
		const struct candidates_place *p = &c->places[i];

		for (k = 0; k < p->list.n; k++) {
			const struct anchored *a = &p->list.v[k];

			if (a->other != 0 && !is_other_seen(c, a->other))
				continue;
			__builtin_prefetch(&c->anchors->forms->v[a->form]);
			c->v = xgrow(c->v, c->n, &c->cap, sizeof(*c->v));
			c->v[c->n++] = (struct candidate){ a, p->t, p->last };
		}
	}
}

void
candidates_alone(struct candidates *c)
{
	size_t i;

	find_candidates(c);
	for (i = 0; i < c->npairs; i++)
		anchors_fetch_list(c->anchors, c->pairs[i].hash);
}

void
candidates_pairs(struct candidates *c)
{
	size_t i;

	c->nplaces = 0;
	for (i = 0; i < c->npairs; i++) {
		const struct candidates_pair *p = &c->pairs[i];
		struct anchored_list list =
			anchors_on_pair(c->anchors, p->first, p->second);

		if (list.n > 0)
			add_place(c, list, p->t, p->last);
	}
	find_candidates(c);
}
