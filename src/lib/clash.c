/*
 * clash.c - the hashes of all forms: which of them are met twice, then whose
 * they are. Of each only a tag is kept meanwhile: forms are many, and memory
 * that is touched first costs more than to hash them again.
 */
#include "config.h"

#include <stdlib.h>

#include "clash.h"
#include "hash.h"
#include "identity.h"
#include "xalloc.h"

#define OFF_HASHES (1u << 16)
#define SHARED_BITS (1u << 16)

struct clashing {
	const struct forms *forms;
	const struct entry *entries;
	uint64_t seed;
	uint16_t *tags; /* a hash table; 0: free. At most three quarters full */
	size_t ntags;   /* a power of two */
	uint64_t *shared; /* hashes that may be those of two forms; sorted */
	size_t nshared, shared_cap;
	uint64_t shared_bits[SHARED_BITS / 64]; /* by their low bits */
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

static void
share(struct clashing *c, uint64_t hash)
{
	c->shared = xgrow(
		c->shared, c->nshared, &c->shared_cap, sizeof(*c->shared));
	c->shared[c->nshared++] = hash;
	c->shared_bits[hash % SHARED_BITS / 64] |= (uint64_t)1 << hash % 64;
}

/* Keep the tags of a form; where one is there, the hash is shared. */
static void
meet(struct clashing *c, const struct lexicon_form *f)
{
	uint64_t hashes[BRACES_EXPANSIONS_MAX];
	size_t n = hashes_of(c, f, hashes), i, k, mask = c->ntags - 1;

	for (i = 0; i < n; i++)
		__builtin_prefetch(&c->tags[hashes[i] & mask]);
	for (i = 0; i < n; i++) {
		uint16_t tag = (uint16_t)(hashes[i] >> 48 | 1);

		for (k = hashes[i] & mask; c->tags[k] != 0; k = (k + 1) & mask)
			if (c->tags[k] == tag)
				break;
		if (c->tags[k] == tag)
			share(c, hashes[i]);
		c->tags[k] = tag;
	}
}

static int
compare_hashes(const void *pa, const void *pb)
{
	const uint64_t *a = pa, *b = pb;

	return (*a > *b) - (*a < *b);
}

static bool
is_shared(const struct clashing *c, const struct lexicon_form *f)
{
	uint64_t hashes[BRACES_EXPANSIONS_MAX], h;
	size_t n = hashes_of(c, f, hashes), i;

	for (i = 0; i < n; i++) {
		h = hashes[i];
		if ((c->shared_bits[h % SHARED_BITS / 64] >> h % 64 & 1) &&
			bsearch(&h, c->shared, c->nshared, sizeof(h),
				compare_hashes) != NULL)
			return true;
	}
	return false;
}

static void
mark(struct clashing *c, const struct lexicon_form *f)
{
	bool *clashes = &c->clashes[f->entry];

	if (!*clashes)
		*clashes = is_shared(c, f) || (c->any_off && may_be_off(c, f));
}

/* How many tags there is to be room for. */
static size_t
count_tags(const struct forms *f)
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
	size_t i;

	c->forms = forms;
	c->entries = entries;
	c->clashes = clashing;
	c->seed = hash_seed();
	c->ntags = count_tags(forms);
	c->tags = xcalloc_now(c->ntags, sizeof(*c->tags));
	for (i = 0; i < forms->n; i++)
		if (entries[forms->v[i].entry].role == ROLE_OFF)
			note_off(c, &forms->v[i]);
		else
			meet(c, &forms->v[i]);
	if (c->nshared > 0)
		qsort(c->shared, c->nshared, sizeof(*c->shared),
			compare_hashes);
	for (i = 0; i < forms->n; i++)
		mark(c, &forms->v[i]);
	free(c->tags);
	free(c->shared);
	free(c);
}
