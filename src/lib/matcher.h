/*
 * matcher.h - find the entries of a lexicon in a post.
 *
 * Each form is looked for where its anchor stands (see anchors.h); only there
 * are the words around it compared. Regular expressions run where their gate
 * opens.
 */
#ifndef CLAMOR_MATCHER_H
#define CLAMOR_MATCHER_H

#include "hits.h"
#include "lexicon.h"
#include "tokens.h"

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
CLAMOR_NODISCARD enum rc matcher_find(
	struct matcher *m, struct text original, struct hits *hits);

/**
 * The same for those who need the hits only: most posts are not cut into
 * tokens, so first and last of the hits and matcher_post mean nothing
 * afterwards. See sieve.h.
 */
CLAMOR_NODISCARD enum rc matcher_find_only(
	struct matcher *m, struct text original, struct hits *hits);

/** The post that was read last: its folded text and tokens. */
struct post *matcher_post(struct matcher *m);

/** Numbers that do not depend on the clock, since matcher_new. */
struct matcher_counts {
	uint64_t posts, words;
	uint64_t passed;     /* posts of which the sieve was not sure */
	uint64_t candidates; /* forms compared at an anchor */
	uint64_t regex_runs; /* calls of PCRE2 */
	uint64_t limits;     /* of them stopped by a limit */
};

const struct matcher_counts *matcher_counts(const struct matcher *m);

/** The term of the expression that reached a limit last; empty if none. */
struct text matcher_limited(const struct matcher *m);

#endif
