/*
 * merge.h - which forms of a lexicon live: of two that match the same in the
 * same role, the later file's; role=off takes forms out. Country packs that
 * were not chosen are modest: they only add, and forms on which two of them
 * disagree go out (enum standing).
 */
#ifndef CLAMOR_MERGE_H
#define CLAMOR_MERGE_H

#include "entry.h"
#include "forms.h"

/* Called for each problem; err holds the place. */
typedef void lexicon_problem(void *ctx, const struct err *err);

struct merge {
	struct forms *forms; /* made ready; those that do not live go out */
	const struct entry *entries;
	/* by entry: is another in its way (clash.h)? The forms of those have no
	 * sets. NULL: any may be */
	const bool *clashing;
	struct table *const *tables; /* by entry.file, for messages */
	bool keep_dead; /* those that do not live stay, too */
	bool strict; /* forms that stand in two files are problems too, but
			not those of packs */
	lexicon_problem *problem;
	void *ctx;
};

/**
 * Merge.
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL if a problem was told (forms that stand
 * twice).
 */
CLAMOR_NODISCARD enum rc merge_forms(const struct merge *m);

#endif
