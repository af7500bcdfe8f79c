/*
 * clash.c - the hashes of all that forms are expanded into: which of them are
 * met twice, and whose they are. Of each only a few bits are kept.
 */
#include "config.h"

#include <stdlib.h>

#include "clash.h"
#include "hash.h"
#include "identity.h"
#include "xalloc.h"

#define OFF_HASHES (1u << 16)

struct clashing {
	const struct forms *forms;
	const struct entry *entries;
	uint64_t seed;
	/* a hash table, at most three quarters full: the number of a form from
	 * 1 on, 0 where it is free, above it what is left of 32 bits for the
	 * highest ones of a hash. With 54,000 forms these are 16 */
	uint32_t *slots;
	size_t nslots;        /* a power of two */
	uint32_t number;      /* the bits of a form's number */
	bool off[OFF_HASHES]; /* by low bits, the role apart: may role=off take
				 it out? */
	bool any_off;
	bool *clashes; /* by entry */
};

/* The hashes of a form that tell it from others in its role; opinions of all
 * roles are in each other's way. Returns how many. */
static size_t
hashes_of(const struct clashing *c, const struct lexicon_form *f,
	uint64_t hashes[BRACES_EXPANSIONS_MAX])
{
	const struct entry *e = &c->entries[f->entry];
	uint64_t seed = c->seed;

	if (!role_opines(e->role))
		seed = hash_bytes(seed, e->role_name.p, e->role_name.len);
	return identity_hashes(c->forms, f, seed, hashes);
}

/* Rows of role=off are looked at anyway. */
static void
note_off(struct clashing *c, const struct lexicon_form *f)
{
	uint64_t hashes[BRACES_EXPANSIONS_MAX];
	size_t n = identity_hashes(c->forms, f, c->seed, hashes), i;

	for (i = 0; i < n; i++)
		c->off[hashes[i] % OFF_HASHES] = true;
	c->any_off = true;
	c->clashes[f->entry] = true;
}

/* May role=off take out anything that a form is expanded into? */
static bool
may_be_off(const struct clashing *c, const struct lexicon_form *f)
{
	uint64_t hashes[BRACES_EXPANSIONS_MAX];
	size_t n = identity_hashes(c->forms, f, c->seed, hashes), i;

	for (i = 0; i < n; i++)
		if (c->off[hashes[i] % OFF_HASHES])
			return true;
	return false;
}

/* What a form is expanded into. */
struct expanded {
	uint32_t form;
	size_t n;
	uint64_t hashes[BRACES_EXPANSIONS_MAX];
};

/* Hash a form, and fetch the slots that meet() looks at. */
static void
expand(const struct clashing *c, size_t form, struct expanded *e)
{
	size_t i;

	e->form = (uint32_t)form;
	e->n = hashes_of(c, &c->forms->v[form], e->hashes);
	for (i = 0; i < e->n; i++)
		__builtin_prefetch(&c->slots[e->hashes[i] & (c->nslots - 1)]);
}

/* Put a form where its hashes belong; where another one with the same bits is,
 * the two may clash. */
static void
meet(struct clashing *c, const struct expanded *e)
{
	const struct lexicon_form *v = c->forms->v;
	uint32_t *slots = c->slots, number = c->number;
	size_t mask = c->nslots - 1, i, k;

	for (i = 0; i < e->n; i++) {
		uint32_t slot = ((uint32_t)(e->hashes[i] >> 32) & ~number) |
			(e->form + 1);

		for (k = e->hashes[i] & mask; slots[k] != 0; k = (k + 1) & mask)
			if (((slots[k] ^ slot) & ~number) == 0)
				break;
		if (slots[k] == 0) {
			slots[k] = slot;
			continue;
		}
		c->clashes[v[e->form].entry] = true;
		c->clashes[v[(slots[k] & number) - 1].entry] = true;
	}
}

/* All forms meet; each waits for memory while the next one is hashed. */
static void
meet_all(struct clashing *c)
{
	struct expanded *e = xmalloc(2 * sizeof(*e));
	size_t i, now = 0;

	e[0].n = e[1].n = 0;
	for (i = 0; i < c->forms->n; i++) {
		const struct lexicon_form *f = &c->forms->v[i];

		if (c->entries[f->entry].role == ROLE_OFF) {
			note_off(c, f);
			continue;
		}
		now = 1 - now;
		expand(c, i, &e[now]);
		meet(c, &e[1 - now]);
	}
	meet(c, &e[now]);
	free(e);
}

static void
mark_off(struct clashing *c)
{
	size_t i;

	for (i = 0; i < c->forms->n; i++) {
		const struct lexicon_form *f = &c->forms->v[i];

		if (!c->clashes[f->entry])
			c->clashes[f->entry] = may_be_off(c, f);
	}
}

/* How many slots there are to be. */
static size_t
count_slots(const struct forms *f)
{
	size_t n = 0, room = 1024, i;

	for (i = 0; i < f->n; i++)
		n += forms_expanded(f, &f->v[i]);
	while (room / 4 * 3 < n)
		room *= 2;
	return room;
}

void
clash_find(
	const struct forms *forms, const struct entry *entries, bool *clashing)
{
	struct clashing *c = xcalloc(1, sizeof(*c));

	c->forms = forms;
	c->entries = entries;
	c->clashes = clashing;
	c->seed = hash_seed();
	c->nslots = count_slots(forms);
	c->slots = xcalloc_now(c->nslots, sizeof(*c->slots));
	for (c->number = 1; c->number <= forms->n;
		c->number = 2 * c->number + 1)
		;
	meet_all(c);
	if (c->any_off)
		mark_off(c);
	free(c->slots);
	free(c);
}
