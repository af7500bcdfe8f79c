/* spell.c - terms read again, without sets. */
#include "config.h"

#include <stdlib.h>

#include "clash.h"
#include "spell.h"
#include "xalloc.h"

/* Add the forms of an entry anew. They were sound when they were read before.
 */
static void
add_anew(const struct spell *s, uint32_t entry)
{
	struct err err;

	if (term_read(s->term, s->fold, s->entries[entry].term, &err) ==
		CLAMOR_OK)
		(void)!forms_add(s->forms, entry, s->term, &err);
}

/* Does one of the forms first .. end have sets? */
static bool
any_has_sets(const struct lexicon_form *v, size_t first, size_t end)
{
	while (first < end && !v[first].has_sets)
		first++;
	return first < end;
}

/* Spell out entries, as far as they have sets. @wanted  by entry: which */
static void
spell_out(const struct spell *s, const bool *wanted)
{
	struct forms *f = s->forms;
	struct lexicon_form *old = f->v;
	size_t n = f->n, i, end;

	f->n = 0;
	f->cap = n + n / 4;
	f->v = xreallocarray(NULL, f->cap, sizeof(*f->v));
	for (i = 0; i < n; i = end) { /* those of an entry stand together */
		uint32_t entry = old[i].entry;

		for (end = i; end < n && old[end].entry == entry; end++)
			;
		if (wanted[entry] && any_has_sets(old, i, end)) {
			add_anew(s, entry);
			continue;
		}
		f->v = xgrow_by(f->v, f->n, end - i, &f->cap, sizeof(*f->v));
		memcpy(f->v + f->n, old + i, (end - i) * sizeof(*old));
		f->n += end - i;
	}
	free(old);
}

void
spell_slang(const struct spell *s)
{
	bool *wanted = xcalloc(s->nentries, sizeof(*wanted));
	const struct forms *f = s->forms;
	size_t i;

	for (i = 0; i < f->n; i++)
		wanted[f->v[i].entry] |= forms_have_slang_in_set(f, &f->v[i]);
	spell_out(s, wanted);
	free(wanted);
}

bool *
spell_clashing(const struct spell *s)
{
	bool *clashing = xcalloc(s->nentries, sizeof(*clashing));

	clash_find(s->forms, s->entries, clashing);
	spell_out(s, clashing);
	return clashing;
}
