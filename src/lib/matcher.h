/*
 * matcher.h - find the entries of a lexicon in a post.
 *
 * Each form is looked for at its anchor, the rarest of its words (never "no",
 * "muy", "la" where there is another); only there are the words around it
 * compared. Regular expressions run where their gate opens. Offsets into the
 * original are computed for posts that have hits only.
 */
#ifndef CLAMOR_MATCHER_H
#define CLAMOR_MATCHER_H

#include "lexicon.h"
#include "tokens.h"

/* One place where one form of an entry stands in a post. */
struct hit {
	const struct entry *entry; /* lives as long as the lexicon */
	uint32_t first, last;	   /* tokens, inclusive */
	uint32_t start, end;	   /* bytes of post.text */
	uint32_t from, to;	   /* bytes of the original */
	bool scores; /* hits_resolve: not overlapped by a longer one */
};

struct hits {
	struct hit *v;
	size_t n, cap;

	/* internal: scratch of hits_resolve */
	struct hit **rank;
	unsigned char *taken;
	size_t rank_cap, taken_cap;
};

struct matcher; /* opaque; one thread at a time */

/** A matcher over a finished lexicon, which must outlive it. */
struct matcher *matcher_new(const struct lexicon *lex);
void matcher_free(struct matcher *m);

/**
 * Read a text and find all entries in it.
 *
 * @original  any bytes; borrowed until the next call
 * @hits      overwritten: one per entry and place, sorted by from, longer
 *            first, then term, role, lexicon (by bytes). The hit of a form
 *            with gaps is the shortest from where it starts.
 *
 * Returns CLAMOR_OK, or CLAMOR_ELIMIT when an expression reached a limit of
 * PCRE2 (its hits may be missing, the others are there).
 */
CLAMOR_NODISCARD enum rc matcher_find(struct matcher *m, struct text original,
	struct hits *hits);

/** The post that was read last: its folded text and tokens. */
struct post *matcher_post(struct matcher *m);

/**
 * Decide which hits count for scoring: among those of scoring roles the
 * longest wins (bytes of folded text), then the leftmost, then opinions before
 * modifiers, then the order of hits; what overlaps a winner does not score.
 * Hits of other roles (marks, seasons, brands, replies) always count.
 */
void hits_resolve(struct hits *hits);

void hits_free(struct hits *hits);

/** Numbers that do not depend on the clock, since matcher_new. */
struct matcher_counts {
	uint64_t posts, words;
	uint64_t candidates; /* forms compared at an anchor */
	uint64_t regex_runs; /* calls of PCRE2 */
	uint64_t limits;     /* of them stopped by a limit */
};

const struct matcher_counts *matcher_counts(const struct matcher *m);

/** The term of the expression that reached a limit last; empty if none. */
struct text matcher_limited(const struct matcher *m);

#endif
