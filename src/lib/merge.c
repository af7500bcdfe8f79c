/* merge.c - forms in a hash table by role and what they match. */
#include "config.h"

#include <stdlib.h>

#include "hash.h"
#include "identity.h"
#include "keys.h"
#include "merge.h"
#include "xalloc.h"

#define OFF_HASHES (1u << 16)

struct merging {
	const struct merge *m;
	uint64_t seed;
	uint32_t *hashes; /* by form: of what it matches */
	uint32_t *
		places; /* of one form of a role: the number + 1 of the last
			   that took it; 0: free. At most two thirds are full */
	size_t nplaces; /* a power of two */
	bool *live;     /* by form: it has its place, and was not driven out */
	bool *off; /* by the low bits of a hash: may role=off take it out? */
	bool failed;
};

static const struct entry *
entry_of(const struct merge *m, size_t form)
{
	return &m->entries[m->forms->v[form].entry];
}

/* Is nothing in the way of a form? */
static bool
is_alone(const struct merge *m, size_t form)
{
	return m->clashing != NULL && !m->clashing[m->forms->v[form].entry];
}

static uint32_t
hash_of(const struct merging *g, size_t form, struct text role)
{
	return (uint32_t)hash_bytes(
		g->seed + g->hashes[form], role.p, role.len);
}

static bool *
off_of(const struct merging *g, size_t form)
{
	return &g->off[g->hashes[form] % OFF_HASHES];
}

/* The place of a form in a role; free if none like it has taken it. */
static uint32_t *
find_place(const struct merging *g, size_t form, struct text role)
{
	const struct forms *f = g->m->forms;
	size_t i = hash_of(g, form, role) & (g->nplaces - 1);

	for (;; i = (i + 1) & (g->nplaces - 1)) {
		size_t other = g->places[i] - 1;

		if (g->places[i] == 0 ||
			(g->hashes[other] == g->hashes[form] &&
				identity_same(f, &f->v[other], &f->v[form]) &&
				text_eq(entry_of(g->m, other)->role_name,
					role)))
			return &g->places[i];
	}
}

/* Form i takes a place; who had it is out. */
static void
put(struct merging *g, uint32_t *place, size_t i)
{
	if (*place != 0)
		g->live[*place - 1] = false;
	*place = (uint32_t)i + 1;
}

static void
tell_twice(struct merging *g, size_t i, const struct entry *before)
{
	const struct merge *m = g->m;
	const struct entry *e = entry_of(m, i);
	const struct table *t = m->tables[e->file];
	struct buf form = { 0 };
	struct err err = { 0 };

	keys_add(&form, m->forms, i);
	err_at(&err, table_path(t), table_line(t, e->row),
		table_byte(t, e->row, table_column(t, "term"), 0));
	if (before->file == e->file)
		(void)err_set(&err, CLAMOR_EINVAL,
			"'%.*s' stands already in line %zu (take one of them "
			"out)",
			(int)form.len, form.p, table_line(t, before->row));
	else
		(void)err_set(&err, CLAMOR_EINVAL,
			"'%.*s' stands already in %s:%zu (take one of them "
			"out)",
			(int)form.len, form.p,
			table_path(m->tables[before->file]),
			table_line(m->tables[before->file], before->row));
	m->problem(m->ctx, &err);
	buf_free(&form);
	g->failed = true;
}

/* Is it a problem that the form stands before already? */
static bool
is_double(const struct merging *g, const struct entry *e,
	const struct entry *before)
{
	if (e->file == ENTRY_QUERY)
		return false;
	return before->file == e->file ||
		(g->m->strict && e->standing == STANDING_LATER);
}

/*
 * A modest form whose place, or that of a role like its own, is taken stays
 * out; if by another modest one that disagrees, so does that.
 */
static void
yield(struct merging *g, uint32_t *own, size_t i, const uint32_t *taken)
{
	const struct entry *before = entry_of(g->m, *taken - 1);

	if (before->standing != STANDING_MODEST ||
		entry_agrees(before, entry_of(g->m, i)))
		return;
	g->live[*taken - 1] = false;
	put(g, own, i);
}

/* The other roles that hold opinions: a modest form gives way to them, a
 * chosen one drives them out. Does form i still want its place? */
static bool
face_opinions(struct merging *g, uint32_t *own, size_t i)
{
	static const char *const roles[] = { "", "insult", "spam" };
	const struct entry *e = entry_of(g->m, i);
	size_t r;

	if (e->standing == STANDING_LATER || !role_opines(e->role))
		return true;
	for (r = 0; r < sizeof(roles) / sizeof(roles[0]); r++) {
		const uint32_t *other = find_place(g, i, text_of(roles[r]));

		if (other == own || *other == 0)
			continue;
		if (e->standing == STANDING_CHOSEN) {
			g->live[*other - 1] = false;
			continue;
		}
		yield(g, own, i, other);
		return false;
	}
	return true;
}

/* Let form i take its place; false if it is a copy, or not to live. */
static bool
take_place(struct merging *g, size_t i)
{
	const struct entry *e = entry_of(g->m, i);
	uint32_t *place = find_place(g, i, e->role_name);

	if (e->role == ROLE_OFF && e->standing == STANDING_MODEST)
		return false;
	if (*place != 0) {
		const struct entry *before = entry_of(g->m, *place - 1);

		if (before == e)
			return false;
		if (is_double(g, e, before)) {
			tell_twice(g, i, before);
			return false;
		}
		if (e->standing == STANDING_MODEST) {
			yield(g, place, i, place);
			return false;
		}
	}
	if (!face_opinions(g, place, i))
		return false;
	put(g, place, i);
	if (e->role == ROLE_OFF)
		*off_of(g, i) = true;
	return true;
}

/* Does role=off take form i out, in its own file or a later one? */
static bool
is_off(const struct merging *g, size_t i)
{
	uint32_t off;

	if (!*off_of(g, i))
		return false;
	off = *find_place(g, i, text_of("off"));
	return off != 0 &&
		entry_of(g->m, off - 1)->file >= entry_of(g->m, i)->file;
}

/* Does form i act, where it has its place? */
static bool
may_act(const struct merging *g, size_t i)
{
	const struct entry *e = entry_of(g->m, i);

	return e->role != ROLE_SLANG && e->role != ROLE_OFF &&
		(is_alone(g->m, i) || !is_off(g, i));
}

static struct merging
open_merging(const struct merge *m)
{
	struct merging g = { .m = m, .seed = hash_seed(), .nplaces = 16 };
	const struct forms *f = m->forms;
	size_t i, n = 0;

	for (i = 0; i < f->n; i++)
		n += !is_alone(m, i);
	while (g.nplaces < n + n / 2)
		g.nplaces *= 2;
	g.places = xcalloc(g.nplaces, sizeof(*g.places));
	g.live = xcalloc(f->n, sizeof(*g.live));
	g.off = xcalloc(OFF_HASHES, sizeof(*g.off));
	g.hashes = xcalloc(f->n, sizeof(*g.hashes));
	for (i = 0; i < f->n; i++)
		if (!is_alone(m, i))
			g.hashes[i] =
				(uint32_t)identity_hash(f, &f->v[i], g.seed);
	return g;
}

enum rc
merge_forms(const struct merge *m)
{
	struct merging g = open_merging(m);
	struct forms *f = m->forms;
	size_t i, n = 0;

	for (i = 0; i < f->n; i++)
		g.live[i] = is_alone(m, i) || take_place(&g, i);
	for (i = 0; i < f->n; i++) /* all, before any is moved */
		g.live[i] = g.live[i] && may_act(&g, i);
	for (i = 0; i < f->n; i++) {
		f->v[i].live |= g.live[i]; /* slang lives already */
		if (g.live[i] || m->keep_dead)
			f->v[n++] = f->v[i];
	}
	f->n = n;
	free(g.places);
	free(g.live);
	free(g.off);
	free(g.hashes);
	return g.failed ? CLAMOR_EINVAL : CLAMOR_OK;
}
