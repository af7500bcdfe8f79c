/* merge.c - forms in a hash table by role and what they match. */
#include "config.h"

#include <stdlib.h>

#include "hash.h"
#include "keys.h"
#include "merge.h"
#include "xalloc.h"

/* A place that one form of a role can have. */
struct slot {
	uint32_t hash;
	uint32_t form; /* its number + 1: the last that took the place; 0: free
			*/
	uint32_t gone; /* forms up to this number + 1 are out */
};

struct merging {
	const struct merge *m;
	uint64_t seed;
	struct slot *slots; /* at most two thirds full */
	size_t nslots;      /* a power of two */
	uint32_t *slot_of;  /* by form */
	bool any_off, failed;
};

static const struct entry *
entry_of(const struct merge *m, size_t form)
{
	return &m->entries[m->forms->v[form].entry];
}

static uint32_t
hash_of(const struct merging *g, size_t form, struct text role)
{
	const struct forms *f = g->m->forms;

	return (uint32_t)forms_hash(
		f, &f->v[form], hash_bytes(g->seed, role.p, role.len));
}

/* The slot of a form in a role; free if none like it has taken it. */
static struct slot *
find_slot(const struct merging *g, uint32_t hash, size_t form, struct text role)
{
	const struct forms *f = g->m->forms;
	size_t i = hash & (g->nslots - 1);

	for (;; i = (i + 1) & (g->nslots - 1)) {
		struct slot *s = &g->slots[i];

		if (s->form == 0)
			return s;
		if (s->hash == hash &&
			forms_same(f, &f->v[s->form - 1], &f->v[form]) &&
			text_eq(entry_of(g->m, s->form - 1)->role_name, role))
			return s;
	}
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
			(int)form.len, form.p, table_path(m->tables[before->file]),
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
yield(struct merging *g, struct slot *own, size_t i, struct slot *taken)
{
	const struct entry *before = entry_of(g->m, taken->form - 1);

	if (before->standing != STANDING_MODEST ||
		entry_agrees(before, entry_of(g->m, i)))
		return;
	taken->gone = taken->form;
	own->form = own->gone = (uint32_t)i + 1;
}

/* The other roles that hold opinions: a modest form gives way to them, a
 * chosen one drives them out. Does form i still want its place? */
static bool
face_opinions(struct merging *g, struct slot *own, size_t i)
{
	static const char *const roles[] = { "", "insult", "spam" };
	const struct entry *e = entry_of(g->m, i);
	size_t r;

	if (e->standing == STANDING_LATER || !role_opines(e->role))
		return true;
	for (r = 0; r < sizeof(roles) / sizeof(roles[0]); r++) {
		struct text role = text_of(roles[r]);
		struct slot *other = find_slot(g, hash_of(g, i, role), i, role);

		if (other == own || other->form == 0)
			continue;
		if (e->standing == STANDING_CHOSEN) {
			other->gone = other->form;
			continue;
		}
		yield(g, own, i, other);
		return false;
	}
	return true;
}

/* Let form i take its place; false if it is a copy. */
static bool
take_place(struct merging *g, size_t i)
{
	const struct entry *e = entry_of(g->m, i);
	uint32_t hash = hash_of(g, i, e->role_name);
	struct slot *slot = find_slot(g, hash, i, e->role_name);

	g->slot_of[i] = (uint32_t)(slot - g->slots);
	slot->hash = hash; /* what it holds, or will if it is taken */
	if (e->role == ROLE_OFF && e->standing == STANDING_MODEST)
		return false;
	if (slot->form != 0) {
		const struct entry *before = entry_of(g->m, slot->form - 1);

		if (before == e)
			return false;
		if (is_double(g, e, before)) {
			tell_twice(g, i, before);
			return false;
		}
		if (e->standing == STANDING_MODEST) {
			yield(g, slot, i, slot);
			return false;
		}
	}
	if (!face_opinions(g, slot, i))
		return false;
	slot->form = (uint32_t)i + 1;
	g->any_off |= e->role == ROLE_OFF;
	return true;
}

/* Does role=off take form i out, in its own file or a later one? */
static bool
is_off(const struct merging *g, size_t i)
{
	struct text role = text_of("off");
	const struct slot *off;

	if (!g->any_off)
		return false;
	off = find_slot(g, hash_of(g, i, role), i, role);
	return off->form != 0 &&
		entry_of(g->m, off->form - 1)->file >= entry_of(g->m, i)->file;
}

/* Is form i the one that its place stands for, and not taken out? */
static bool
is_live(const struct merging *g, size_t i)
{
	const struct entry *e = entry_of(g->m, i);

	return e->role != ROLE_SLANG && e->role != ROLE_OFF &&
		g->slots[g->slot_of[i]].form == i + 1 &&
		g->slots[g->slot_of[i]].gone <= i && !is_off(g, i);
}

enum rc
merge_forms(const struct merge *m)
{
	struct merging g = { .m = m, .seed = hash_seed(), .nslots = 16 };
	struct forms *f = m->forms;
	bool *live = xcalloc(f->n, sizeof(*live));
	size_t i, n = 0;

	while (g.nslots < f->n + f->n / 2)
		g.nslots *= 2;
	g.slots = xcalloc(g.nslots, sizeof(*g.slots));
	g.slot_of = xcalloc(f->n, sizeof(*g.slot_of));
	for (i = 0; i < f->n; i++)
		live[i] = take_place(&g, i);
	for (i = 0; i < f->n; i++) /* all, before any is moved */
		live[i] = live[i] && is_live(&g, i);
	for (i = 0; i < f->n; i++) {
		f->v[i].live |= live[i]; /* slang lives already */
		if (live[i] || m->keep_dead)
			f->v[n++] = f->v[i];
	}
	f->n = n;
	free(live);
	free(g.slots);
	free(g.slot_of);
	return g.failed ? CLAMOR_EINVAL : CLAMOR_OK;
}
