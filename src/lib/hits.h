/*
 * hits.h - where entries stand in a post, and which of those places score.
 */
#ifndef CLAMOR_HITS_H
#define CLAMOR_HITS_H

#include "entry.h"

/* One place where one form of an entry stands in a post. */
struct hit {
	const struct entry *entry; /* lives as long as the lexicon */
	uint32_t first, last;      /* tokens, inclusive; of a #tag with the
				    * words in it */
	uint32_t start, end;       /* bytes of post.text */
	uint32_t from, to;         /* bytes of the original */
	uint64_t gaps; /* bit i: token first + i stands in a gap of the form */
	bool scores;   /* hits_resolve: not overlapped by a longer one */
};

struct hits {
	struct hit *v;
	size_t n, cap;
	unsigned roles; /* hits_resolve: ROLE_BITs of all that there are */

	/* internal: scratch of hits_resolve */
	struct hit **rank;
	unsigned char *taken;
	size_t rank_cap, taken_cap;
};

/** Room for one more hit, to be filled in; valid until the next one. */
struct hit *hits_add(struct hits *hits);

/**
 * Sort: by from, longer first, in one word by the order of what it was
 * rewritten to, then term, role, lexicon (by bytes). An entry counts once at a
 * place, by whichever form it came; a word of any of them stands in no gap.
 */
void hits_sort(struct hits *hits);

/**
 * Decide which hits count for scoring: among those of scoring roles the
 * longest wins (bytes of folded text), then the leftmost, then opinions before
 * modifiers, then the one with fewer words in gaps, then the order of hits;
 * what overlaps a winner does not score. Hits of other roles (marks, seasons,
 * brands, replies) always count.
 */
void hits_resolve(struct hits *hits);

/** Has any of the resolved hits this role? */
static inline bool
hits_have(const struct hits *hits, enum role role)
{
	return (hits->roles & ROLE_BIT(role)) != 0;
}

void hits_free(struct hits *hits);

#endif
