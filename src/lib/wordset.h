/*
 * wordset.h - sets of words and stems, by their numbers: what alternatives of a
 * term that are single words become. "{el|la|los|las}" is one set, wherever it
 * stands.
 */
#ifndef CLAMOR_WORDSET_H
#define CLAMOR_WORDSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WORDSET_FEW 4 /* words that are looked at together */

struct wordset {
	uint64_t bits;      /* internal: a bit for each word */
	uint32_t first;     /* in wordsets.words: its words, then its stems */
	uint16_t nwords, n; /* words; both together */
};

/* Sets, each of them once. */
struct wordsets {
	struct wordset *v; /* by number, 1 and up; [0] is empty */
	size_t n, cap;
	/* each set's one behind the other; the last ones again up to a multiple
	 * of WORDSET_FEW */
	uint32_t *words;
	size_t nwords, words_cap;

	/* internal: a hash table of numbers, 0: free; at most half full */
	uint32_t *slots;
	size_t nslots; /* a power of two */
	uint64_t seed;
};

void wordsets_init(struct wordsets *s);
void wordsets_free(struct wordsets *s);

/**
 * The number of a set, made if it is new.
 *
 * @words  nwords words, then stems, n of all, at most UINT16_MAX; each kind in
 *         any order; they are sorted, doubles left out
 */
uint32_t wordsets_add(
	struct wordsets *s, uint32_t *words, size_t nwords, size_t n);

/** The words and stems of a set: n of them. */
static inline const uint32_t *
wordsets_words(const struct wordsets *s, uint32_t set, size_t *n)
{
	*n = s->v[set].n;
	return s->words + s->v[set].first;
}

/** Is word i of a set a stem? */
static inline bool
wordsets_is_stem(const struct wordsets *s, uint32_t set, size_t i)
{
	return i >= s->v[set].nwords;
}

static inline bool
wordsets_has_stems(const struct wordsets *s, uint32_t set)
{
	return s->v[set].nwords < s->v[set].n;
}

/** Is any of n words, from the first of a set on, marked by its number? Which
 * one nobody foresees, so there are few branches. */
static inline bool
wordsets_any(const uint32_t *words, size_t n, const bool *marked)
{
	bool any = false;
	size_t i;

	for (i = 0; i < n; i += WORDSET_FEW)
		any |= marked[words[i]] | marked[words[i + 1]] |
			marked[words[i + 2]] | marked[words[i + 3]];
	return any;
}

/** Is a word in a set? Its stems are not asked. */
static inline bool
wordsets_has(const struct wordsets *s, uint32_t set, uint32_t word)
{
	const struct wordset *w = &s->v[set];
	const uint32_t *p = s->words + w->first, *end = p + w->nwords;

	if (!(w->bits >> word % 64 & 1))
		return false; /* most */
	while (p < end && *p < word)
		p++;
	return p < end && *p == word;
}

#endif
