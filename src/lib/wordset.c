/* wordset.c - sets in one array, found by a hash of their words. */
#include "config.h"

#include <stdlib.h>

#include "hash.h"
#include "wordset.h"
#include "xalloc.h"

#define SLOTS_AT_FIRST 64

void
wordsets_init(struct wordsets *s)
{
	*s = (struct wordsets){ .seed = hash_seed(), .nslots = SLOTS_AT_FIRST };
	s->slots = xcalloc(s->nslots, sizeof(*s->slots));
	s->v = xgrow(s->v, 0, &s->cap, sizeof(*s->v));
	s->v[s->n++] = (struct wordset){ 0 };
}

void
wordsets_free(struct wordsets *s)
{
	free(s->v);
	free(s->words);
	free(s->slots);
	*s = (struct wordsets){ 0 };
}

/* Sort words, and leave doubles out; returns how many there are. They are few,
 * and mostly in order. */
static size_t
put_in_order(uint32_t *words, size_t n)
{
	size_t i, k, left = 0;

	for (i = 0; i < n; i++) {
		uint32_t word = words[i];

		for (k = left; k > 0 && words[k - 1] > word; k--)
			;
		if (k > 0 && words[k - 1] == word)
			continue;
		memmove(words + k + 1, words + k, (left - k) * sizeof(*words));
		words[k] = word;
		left++;
	}
	return left;
}

/* The slot of a set; free if there is none of those words and stems. A number
 * is either that of a word or of a stem. */
static uint32_t *
find_slot(const struct wordsets *s, const uint32_t *words, size_t n)
{
	size_t len = n * sizeof(*words), i;

	i = hash_bytes(s->seed, (const char *)words, len) & (s->nslots - 1);
	while (s->slots[i] != 0) {
		const struct wordset *w = &s->v[s->slots[i]];

		if (w->n == n && memcmp(s->words + w->first, words, len) == 0)
			break;
		i = (i + 1) & (s->nslots - 1);
	}
	return &s->slots[i];
}

/* Keep at least half of the slots free. */
static void
grow_slots(struct wordsets *s)
{
	size_t i;

	if (2 * s->n < s->nslots)
		return;
	s->nslots *= 2;
	free(s->slots);
	s->slots = xcalloc(s->nslots, sizeof(*s->slots));
	for (i = 1; i < s->n; i++)
		*find_slot(s, s->words + s->v[i].first, s->v[i].n) =
			(uint32_t)i;
}

uint32_t
wordsets_add(struct wordsets *s, uint32_t *words, size_t nwords, size_t n)
{
	struct wordset w = { .first = (uint32_t)s->nwords };
	uint32_t *slot;
	size_t i, nstems = put_in_order(words + nwords, n - nwords);

	w.nwords = (uint16_t)put_in_order(words, nwords);
	memmove(words + w.nwords, words + nwords, nstems * sizeof(*words));
	n = w.nwords + nstems;
	grow_slots(s);
	slot = find_slot(s, words, n);
	if (*slot != 0)
		return *slot;
	w.n = (uint16_t)n;
	s->words = xgrow_by(s->words, s->nwords, n + WORDSET_FEW, &s->words_cap,
		sizeof(*s->words));
	for (i = 0; i < n || i % WORDSET_FEW != 0; i++) {
		uint32_t word = words[i < n ? i : n - 1];

		s->words[s->nwords++] = word;
		w.bits |= (uint64_t)1 << word % 64;
	}
	s->v = xgrow(s->v, s->n, &s->cap, sizeof(*s->v));
	*slot = (uint32_t)s->n;
	s->v[s->n++] = w;
	return *slot;
}
