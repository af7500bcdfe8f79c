/* clash.c - a hash table of all forms, of which only the hashes are kept. */
#include "config.h"

#include <stdlib.h>

#include "clash.h"
#include "hash.h"
#include "xalloc.h"

#define OFF_HASHES (1u << 16)

/* The first form that was met of a hash. */
struct met {
	uint32_t hash; /* with the role; not 0 */
	uint32_t entry;
};

struct clashing {
	const struct forms *forms;
	const struct entry *entries;
	uint64_t seed;
	struct met *met; /* a hash table, at most half full */
	size_t nmet, used; /* its slots, a power of two */
	bool *off; /* by the low bits of a hash: may role=off take it out? */
	bool *clashes; /* by entry */
};

static void
put(struct clashing *c, struct met m)
{
	size_t i = m.hash & (c->nmet - 1);

	while (c->met[i].hash != 0 && c->met[i].hash != m.hash)
		i = (i + 1) & (c->nmet - 1);
	if (c->met[i].hash == 0) {
		c->met[i] = m;
		c->used++;
	} else if (c->met[i].entry != m.entry) {
		c->clashes[c->met[i].entry] = c->clashes[m.entry] = true;
	}
}

static void
make_room(struct clashing *c, size_t more)
{
	struct met *old = c->met;
	size_t n = c->nmet, i;

	while (2 * (c->used + more) > c->nmet)
		c->nmet *= 2;
	if (c->nmet == n)
		return;
	c->met = xcalloc(c->nmet, sizeof(*c->met));
	c->used = 0;
	for (i = 0; i < n; i++)
		if (old[i].hash != 0)
			put(c, old[i]);
	free(old);
}

/* What tells roles apart: opinions of all roles are in each other's way. */
static uint64_t
hash_role(const struct clashing *c, const struct entry *e)
{
	if (role_opines(e->role))
		return 0;
	return hash_bytes(c->seed, e->role_name.p, e->role_name.len);
}

static void
meet(struct clashing *c, const struct lexicon_form *f)
{
	uint64_t hashes[BRACES_EXPANSIONS_MAX];
	uint64_t role = hash_role(c, &c->entries[f->entry]);
	size_t n = forms_hashes(c->forms, f, c->seed, hashes), i;

	make_room(c, n);
	for (i = 0; i < n; i++) {
		uint32_t hash = (uint32_t)((hashes[i] + role) >> 32);

		if (c->off[hashes[i] % OFF_HASHES])
			c->clashes[f->entry] = true;
		put(c, (struct met){ hash != 0 ? hash : 1, f->entry });
	}
}

/* Note what role=off takes out; those rows are looked at anyway. */
static void
meet_off(struct clashing *c, const struct lexicon_form *f)
{
	uint64_t hashes[BRACES_EXPANSIONS_MAX];
	size_t n = forms_hashes(c->forms, f, c->seed, hashes), i;

	for (i = 0; i < n; i++)
		c->off[hashes[i] % OFF_HASHES] = true;
	c->clashes[f->entry] = true;
}

void
clash_find(const struct forms *forms, const struct entry *entries,
	bool *clashing)
{
	struct clashing c = { .forms = forms,
		.entries = entries,
		.seed = hash_seed(),
		.nmet = 1024,
		.clashes = clashing };
	size_t i;

	c.met = xcalloc(c.nmet, sizeof(*c.met));
	c.off = xcalloc(OFF_HASHES, sizeof(*c.off));
	for (i = 0; i < forms->n; i++)
		if (entries[forms->v[i].entry].role == ROLE_OFF)
			meet_off(&c, &forms->v[i]);
	for (i = 0; i < forms->n; i++)
		if (entries[forms->v[i].entry].role != ROLE_OFF)
			meet(&c, &forms->v[i]);
	free(c.met);
	free(c.off);
}
