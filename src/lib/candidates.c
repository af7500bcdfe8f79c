/* candidates.c - tokens by what hangs on their numbers. */
#include "config.h"

#include <stdlib.h>

#include "candidates.h"
#include "xalloc.h"

#define IDS_FEW 4 /* most tokens have no more numbers */

void
candidates_init(struct candidates *c, const struct anchors *anchors)
{
	*c = (struct candidates){ .anchors = anchors };
	c->seen = xcalloc(anchors_size(anchors), sizeof(*c->seen));
}

void
candidates_free(struct candidates *c)
{
	free(c->v);
	free(c->begins);
	free(c->seen);
	free(c->tokens);
	free(c->strange);
	free(c->asked);
	free(c->ids);
	free(c->at);
	free(c->alone);
	free(c->seconds);
	free(c->places);
	free(c->pairs);
	free(c->doubtful);
	*c = (struct candidates){ 0 };
}

/* What is in the post. */

static void
forget_seen(struct candidates *c)
{
	size_t i;

	for (i = 0; i < c->nids; i++)
		c->seen[c->ids[i]->id & ANCHORS_ID] = false;
	c->seen[0] = true;
}

static void
make_room_for_tokens(struct candidates *c, size_t n)
{
	if (n <= c->tokens_cap)
		return;
	c->tokens_cap = 2 * n;
	c->tokens = xreallocarray(c->tokens, c->tokens_cap, sizeof(*c->tokens));
	c->strange =
		xreallocarray(c->strange, c->tokens_cap, sizeof(*c->strange));
	c->begins = xreallocarray(c->begins, c->tokens_cap, sizeof(*c->begins));
}

/* Look up the words that are spelt as the vocabulary does, and list the other
 * tokens. */
static void
look_up_known(struct candidates *c, const struct post *p)
{
	size_t i, n = p->ntokens, nstrange = 0, nbegins = 0, nids = 0;
	const struct token *tokens = p->tokens;
	uint32_t *at_begins, *at_strange;

	make_room_for_tokens(c, n);
	at_begins = c->begins;
	at_strange = c->strange;
	for (i = 0; i < n; i++) {
		struct candidates_token *t = &c->tokens[i];
		bool begins, asks;
		struct anchors_ids ids =
			anchors_known(c->anchors, &tokens[i], &begins, &asks);

		__builtin_prefetch(ids.v);
		t->v = ids.v;
		t->n = (uint32_t)ids.n;
		nids += ids.n;
		at_begins[nbegins] = at_strange[nstrange] = (uint32_t)i;
		nbegins += begins;
		nstrange += asks;
	}
	c->nbegins = nbegins;
	c->nstrange = nstrange;
	c->nids = nids;
}

/* Of the tokens that are not known, leave those that could have numbers. */
static void
sift_strange(struct candidates *c, const struct post *p)
{
	size_t i, n = 0;

	for (i = 0; i < c->nstrange; i++) {
		const struct token *t = &p->tokens[c->strange[i]];

		c->strange[n] = c->strange[i];
		n += (t->word != 0) | anchors_may_begin(c->anchors, t, p->text);
	}
	c->nstrange = n;
}

/* Ask for the numbers of those. */
static void
ask_strange(struct candidates *c, const struct post *p)
{
	size_t nasked = 0, i;

	for (i = 0; i < c->nstrange; i++) {
		uint32_t t = c->strange[i];
		size_t n;

		c->asked = xgrow_by(c->asked, nasked, ANCHORS_IDS_MAX,
			&c->asked_cap, sizeof(*c->asked));
		n = anchors_ask(
			c->anchors, &p->tokens[t], p->text, c->asked + nasked);
		c->tokens[t].n = (uint32_t)n;
		nasked += n;
		c->begins[c->nbegins++] = t;
	}
	for (i = nasked = 0; i < c->nstrange; i++) {
		struct candidates_token *t = &c->tokens[c->strange[i]];

		t->v = c->asked + nasked; /* now that it moves no more */
		nasked += t->n;
	}
	c->nids += nasked;
}

static void
make_room_for_ids(struct candidates *c, size_t n)
{
	if (n <= c->ids_cap)
		return;
	c->ids_cap = 2 * n;
	c->ids = xreallocarray(c->ids, c->ids_cap, sizeof(*c->ids));
	c->at = xreallocarray(c->at, c->ids_cap, sizeof(*c->at));
	c->alone = xreallocarray(c->alone, c->ids_cap, sizeof(*c->alone));
	c->seconds = xreallocarray(c->seconds, c->ids_cap, sizeof(*c->seconds));
}

/* Put the numbers of a token behind the n others. Most have but a few: so many
 * are written in any case. */
static inline void
put_ids(struct candidates *c, const struct candidates_token *token, uint32_t t,
	size_t n)
{
	const struct anchors_id **ids = c->ids + n, *v = token->v;
	uint32_t *at = c->at + n, i;

	ids[0] = v;
	ids[1] = v + 1;
	ids[2] = v + 2;
	ids[3] = v + 3;
	at[0] = at[1] = at[2] = at[3] = t;
	for (i = IDS_FEW; i < token->n; i++) {
		ids[i] = token->v + i;
		at[i] = t;
	}
}

/* Let the numbers of all tokens stand in a row, and know of each token which of
 * them are before it. */
static void
line_up(struct candidates *c, const struct post *p)
{
	static const struct anchors_id nothing;
	uint32_t before = 0, n = 1, i;

	make_room_for_ids(c, 1 + c->nids + IDS_FEW);
	c->ids[0] = &nothing;
	c->at[0] = UINT32_MAX;
	for (i = 0; i < p->ntokens; i++) {
		struct candidates_token *t = &c->tokens[i];

		put_ids(c, t, i, n);
		before &= (p->tokens[i].flags & TOKEN_FIRST) / TOKEN_FIRST - 1u;
		t->before = before;
		if (p->tokens[i].kind == TOKEN_TAG)
			t->before = 0; /* phrases look through it */
		else
			before = n & -(uint32_t)(t->n > 0);
		n += t->n;
	}
	c->nids = n;
}

/* What the numbers are good for, each by itself. */
static void
look_at_ids(struct candidates *c)
{
	size_t i, n = c->nids, nalone = 0, nseconds = 0;
	const struct anchors_id *const *ids = c->ids;
	const struct candidates_token *tokens = c->tokens;
	const uint32_t *at = c->at;
	uint32_t *alone = c->alone, *seconds = c->seconds;
	bool *seen = c->seen;

	for (i = 1; i < n; i++) {
		uint32_t id = ids[i]->id;

		seen[id & ANCHORS_ID] = true;
		alone[nalone] = seconds[nseconds] = (uint32_t)i;
		nalone += (id & ANCHORS_ALONE) != 0;
		nseconds += ((id & ANCHORS_SECOND) != 0) &
			(tokens[at[i]].before != 0);
	}
	c->nalone = nalone;
	c->nseconds = nseconds;
}

/* List the numbers side by side that could be pairs. */
static void
list_pairs(struct candidates *c)
{
	const struct anchors_id *const *ids = c->ids;
	const uint32_t *at = c->at;
	size_t i, n = 0;

	for (i = 0; i < c->nseconds; i++) {
		size_t here = c->seconds[i], k = c->tokens[at[here]].before;
		struct candidates_pair pair = { 0, at[k], at[here] }, *to;
		uint32_t second = ids[here]->id & ANCHORS_ID;

		c->pairs = xgrow_by(c->pairs, n, ANCHORS_IDS_MAX, &c->pairs_cap,
			sizeof(*c->pairs));
		to = c->pairs;
		do {
			pair.ids = anchors_pair_of(
				ids[k]->id & ANCHORS_ID, second);
			to[n] = pair;
			n += ids[k]->seconds >> second % 32 & 1;
		} while (at[++k] == pair.t);
	}
	c->npairs = n;
	for (i = 0; i < n; i++)
		anchors_fetch_pair(
			c->anchors, anchors_hash_pair(c->pairs[i].ids));
}

/* Keep the pairs on which forms may hang. */
static void
sift_pairs(struct candidates *c)
{
	struct candidates_pair *pairs = c->pairs;
	size_t i, n = 0;

	for (i = 0; i < c->npairs; i++) {
		struct candidates_pair pair = pairs[i];

		pairs[n] = pair;
		n += anchors_may_have_pair(
			c->anchors, anchors_hash_pair(pair.ids));
	}
	c->npairs = n;
}

/* Note where forms hang on one number. */
static void
place_alone(struct candidates *c)
{
	size_t i;

	c->places = xgrow_by(
		c->places, 0, c->nalone, &c->places_cap, sizeof(*c->places));
	for (i = 0; i < c->nalone; i++) {
		uint32_t t = c->at[c->alone[i]];
		struct anchored_list list =
			anchors_list(c->anchors, c->ids[c->alone[i]]->alone);

		__builtin_prefetch(list.v);
		c->places[i] = (struct candidates_place){ list, t, t };
	}
	c->nplaces = c->nalone;
}

void
candidates_look(struct candidates *c, const struct post *p)
{
	forget_seen(c);
	look_up_known(c, p);
	sift_strange(c, p);
	ask_strange(c, p);
	line_up(c, p);
	look_at_ids(c);
	place_alone(c);
	list_pairs(c);
}

/* What hangs there. */

/* Keep the forms at places, if all that they need is in the post; of those that
 * need one of a set that is not sure yet. */
static void
sift_forms(struct candidates *c)
{
	size_t n = c->n, ndoubtful = c->ndoubtful, i;

	for (i = 0; i < c->nplaces; i++) {
		const struct candidates_place *p = &c->places[i];
		const struct anchored *a = p->list.v, *end = a + p->list.n;
		struct candidate it = { NULL, p->t, p->last }, *v, *doubtful;

		v = c->v = xgrow_by(c->v, n, p->list.n, &c->cap, sizeof(*v));
		doubtful = c->doubtful = xgrow_by(c->doubtful, ndoubtful,
			p->list.n, &c->doubtful_cap, sizeof(*v));
		for (; a < end; a++) {
			bool one = a->other <= ANCHORS_ID;

			it.a = a;
			v[n] = doubtful[ndoubtful] = it;
			n += one & c->seen[a->other & -(uint32_t)one];
			ndoubtful += !one;
		}
	}
	c->n = n;
	c->ndoubtful = ndoubtful;
	c->nplaces = 0;
}

/* Is one of a set in the post? */
static inline bool
is_one_seen(const struct candidates *c, uint32_t other)
{
	size_t n;
	const uint32_t *ids = anchors_other(c->anchors, &other, &n);

	return wordsets_any(ids, n, c->seen);
}

/* Overwrite v by the forms at places. */
static void
find_forms(struct candidates *c)
{
	size_t i;

	c->n = c->ndoubtful = 0;
	sift_forms(c);
	for (i = 0; i < c->ndoubtful; i++)
		anchors_fetch_other(c->anchors, c->doubtful[i].a->other);
}

/* With those that need one of a set. */
static void
find_doubtful(struct candidates *c)
{
	const struct lexicon_form *forms = c->anchors->forms->v;
	size_t n = c->n, i;

	c->v = xgrow_by(c->v, n, c->ndoubtful, &c->cap, sizeof(*c->v));
	for (i = 0; i < c->ndoubtful; i++) {
		c->v[n] = c->doubtful[i];
		n += is_one_seen(c, c->doubtful[i].a->other);
	}
	for (i = 0; i < n; i++)
		__builtin_prefetch(&forms[c->v[i].a->form]);
	c->n = n;
}

/* Note where forms hang on two numbers. */
static void
place_pairs(struct candidates *c)
{
	size_t i;

	c->places = xgrow_by(
		c->places, 0, c->npairs, &c->places_cap, sizeof(*c->places));
	for (i = 0; i < c->npairs; i++) {
		const struct candidates_pair *p = &c->pairs[i];
		struct anchored_list list = anchors_on_ids(c->anchors, p->ids);

		__builtin_prefetch(list.v);
		c->places[c->nplaces] =
			(struct candidates_place){ list, p->t, p->last };
		c->nplaces += list.n > 0;
	}
}

void
candidates_alone(struct candidates *c)
{
	size_t i;

	find_forms(c);
	sift_pairs(c);
	find_doubtful(c);
	for (i = 0; i < c->npairs; i++)
		anchors_fetch_list(
			c->anchors, anchors_hash_pair(c->pairs[i].ids));
	place_pairs(c);
}

void
candidates_pairs(struct candidates *c)
{
	find_forms(c);
	find_doubtful(c);
}
