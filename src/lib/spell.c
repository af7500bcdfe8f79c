/* spell.c - terms read again, without sets. */
#include "config.h"

#include <stdlib.h>

#include "spell.h"
#include "xalloc.h"

/* Add the forms of an entry anew. They were sound when they were read before.
 */
static void
add_anew(struct forms *f, const struct entry *entries, uint32_t entry,
	struct term *term, struct fold *fold)
{
	struct err err;

	if (term_read(term, fold, entries[entry].term, &err) == CLAMOR_OK)
		(void)!forms_add(f, entry, term, &err);
}

/* Does one of the forms first .. end have sets? */
static bool
any_has_sets(const struct lexicon_form *v, size_t first, size_t end)
{
	while (first < end && !v[first].has_sets)
		first++;
	return first < end;
}

void
spell_out(struct forms *f, const struct entry *entries, const bool *wanted,
	struct term *term, struct fold *fold)
{
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
			add_anew(f, entries, entry, term, fold);
			continue;
		}
		f->v = xgrow_by(f->v, f->n, end - i, &f->cap, sizeof(*f->v));
		memcpy(f->v + f->n, old + i, (end - i) * sizeof(*old));
		f->n += end - i;
	}
	free(old);
}
