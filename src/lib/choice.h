/*
 * choice.h - by which of its items each form is looked for.
 */
#ifndef CLAMOR_CHOICE_H
#define CLAMOR_CHOICE_H

#include "anchors.h"
#include "rarity.h"

/* Of one form. */
struct choice {
	uint8_t item;
	bool pair; /* by this item and the next */
	uint8_t rarest;
};

/* Of all forms. */
struct choices {
	const struct anchors *a; /* borrowed */
	struct rarity rarity;
	struct choice *v; /* by form; of expressions it means nothing */
	uint32_t *crowd;  /* internal: how many forms have a number as their
			   * rarest */
};

/* The numbers of an item, see anchors.h: those of a set, or one. */
struct choices_ids {
	const uint32_t *v;
	size_t n;
	uint32_t one; /* internal */
};

static inline struct choices_ids *
choices_ids(const struct anchors *a, const struct lexicon_item *it,
	struct choices_ids *ids)
{
	if (it->kind == ITEM_SET) {
		ids->v = wordsets_words(&a->forms->sets, it->word, &ids->n);
		return ids;
	}
	ids->one = item_is_class(it) ? a->class_base + it->kind : it->word;
	ids->v = &ids->one;
	ids->n = 1;
	return ids;
}

/* Note what numbers are good for. */
static inline void
choices_note(struct anchors *a, const struct choices_ids *ids, uint32_t use)
{
	size_t i;

	for (i = 0; i < ids->n; i++)
		a->uses[ids->v[i]].id |= use;
}

static inline const struct lexicon_item *
choices_items(const struct choices *all, size_t form)
{
	const struct forms *f = all->a->forms;

	return f->items + f->v[form].first;
}

/** Choose the rarest item of each form. */
void choices_init(struct choices *all, const struct anchors *a);
void choices_fini(struct choices *all);

/**
 * Choose again, now that it is known how many forms have the same.
 *
 * @pairs  may two items be better than one?
 */
void choices_make(struct choices *all, size_t form, bool pairs);

/** The rarest item outside the anchor that is worth looking for; NULL if there
 * is none. */
const struct lexicon_item *choices_other(
	const struct choices *all, size_t form);

/** Is what was chosen all that there is of a form? */
bool choices_are_sure(const struct choices *all, size_t form);

#endif
