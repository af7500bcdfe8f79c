/* choice.c - the rarest items of forms. */
#include "config.h"

#include <stdlib.h>

#include "choice.h"
#include "xalloc.h"

#define COMMON_BESIDE 40 /* what a common word adds to another beside it */
#define RARE 90          /* scores from here on are of rare items */
#define FEW 4            /* forms that may share a rare item */

/* Let all forms begin with their rarest items, and count those. */
static void
choose_rarest(struct choices *all)
{
	const struct forms *f = all->a->forms;
	size_t i, j;
	uint32_t k, n, rarest;
	struct choices_ids ids;

	for (i = 0; i < f->n; i++) {
		const struct lexicon_item *items = choices_items(all, i);
		int best = -1, s;

		if (f->v[i].is_regex)
			continue;
		for (k = rarest = 0, n = f->v[i].n; k < n; k++) {
			s = rarity_of_item(&all->rarity, &items[k]);
			if (s > best) {
				best = s;
				rarest = k;
			}
		}
		all->v[i].item = all->v[i].rarest = (uint8_t)rarest;
		choices_ids(all->a, &items[rarest], &ids);
		for (j = 0; j < ids.n && n > 1; j++)
			all->crowd[ids.v[j]]++;
	}
}

/* Do few forms have each number of an item as their rarest? */
static bool
is_uncrowded(const struct choices *all, const struct lexicon_item *it)
{
	struct choices_ids ids;
	size_t i;

	choices_ids(all->a, it, &ids);
	for (i = 0; i < ids.n; i++)
		if (all->crowd[ids.v[i]] > FEW)
			return false;
	return true;
}

/* How rare two items side by side are. */
static int
beside(int a, int b)
{
	return (a > RARITY_COMMON ? a : COMMON_BESIDE) +
		(b > RARITY_COMMON ? b : COMMON_BESIDE);
}

/*
 * A rare item that few forms share serves alone, and leaves the common words
 * beside it in peace. Otherwise two are better than one, but "no me" is worse
 * than a rare word.
 */
void
choices_make(struct choices *all, size_t form, bool pairs)
{
	const struct lexicon_item *items = choices_items(all, form);
	struct choice c = all->v[form];
	int alone = rarity_of_item(&all->rarity, &items[c.item]);
	int best = alone - 1, s, before = 0;
	uint32_t k, n = all->a->forms->v[form].n;

	if (!pairs || (alone >= RARE && is_uncrowded(all, &items[c.item])))
		return;
	for (k = 0; k < n; k++, before = s) {
		s = rarity_of_item(&all->rarity, &items[k]);
		if (k > 0 && items[k].gap == 0 && beside(before, s) > best) {
			best = beside(before, s);
			c.item = (uint8_t)(k - 1);
			c.pair = true;
		}
	}
	all->v[form] = c;
}

const struct lexicon_item *
choices_other(const struct choices *all, size_t form)
{
	const struct lexicon_item *items = choices_items(all, form),
				  *other = NULL;
	struct choice c = all->v[form];
	int best = c.pair ? -1 : RARITY_COMMON, s;
	uint32_t k, n = all->a->forms->v[form].n;

	for (k = 0; k < n; k++) {
		s = rarity_of_item(&all->rarity, &items[k]);
		if (s > best && (k < c.item || k > (uint32_t)c.item + c.pair)) {
			best = s;
			other = &items[k];
		}
	}
	return other;
}

bool
choices_are_sure(const struct choices *all, size_t form)
{
	const struct lexicon_item *items = choices_items(all, form);
	struct choice c = all->v[form];

	return all->a->forms->v[form].n == 1u + c.pair &&
		items[0].kind != ITEM_EXACT && items[c.pair].kind != ITEM_EXACT;
}

void
choices_init(struct choices *all, const struct anchors *a)
{
	all->a = a;
	all->v = xcalloc(a->forms->n, sizeof(*all->v));
	all->crowd = xcalloc(anchors_size(a), sizeof(*all->crowd));
	rarity_init(&all->rarity, a->forms);
	choose_rarest(all);
}

void
choices_fini(struct choices *all)
{
	rarity_fini(&all->rarity);
	free(all->crowd);
	free(all->v);
}
