/*
 * tuning.h - weights of a lexicon's entries fitted to posts that people
 * labelled.
 *
 * Logistic regression (fit.h) on how much each entry counts in each post, by
 * the rules that clamor-label judges by. What is learnt is how far an entry
 * should go from its old weight: where the posts say little, it stays.
 */
#ifndef CLAMOR_TUNING_H
#define CLAMOR_TUNING_H

#include "verdict.h"

/* What a label says of a post. */
enum label {
	LABEL_NONE,    /* no label */
	LABEL_AGAINST, /* a complaint */
	LABEL_FOR,     /* praise */
	LABEL_NEITHER, /* anything else */
	LABELS
};

struct tuning_options {
	double cost;    /* the larger, the further weights go from the old */
	unsigned folds; /* of the cross-validation, from 2 on */
	uint64_t least; /* posts that an entry must count in to be tuned */
	bool flip;      /* a weight may change its sign */
};

struct tuning; /* opaque */

/**
 * Tune the entries of a lexicon's last file.
 *
 * @lex  finished; its weights change. Must outlive the tuning
 *
 * The caller frees it with tuning_free.
 */
struct tuning *tuning_new(struct lexicon *lex, const struct tuning_options *o);
void tuning_free(struct tuning *t);

/**
 * Keep a labelled post.
 *
 * @text   copied
 * @rated  as in judge_post
 *
 * Returns CLAMOR_OK, or CLAMOR_ELIMIT when there are 1 GiB of them.
 */
CLAMOR_NODISCARD enum rc tuning_add(
	struct tuning *t, struct text text, enum label label, bool rated);

/* What came of it. Macro-F1 of the polarity that clamor-label gives, over
 * posts from which nothing was learnt; in billionths. */
struct tuning_gain {
	int64_t before, after;
};

/**
 * Learn from all posts kept; the entries have their new weights then, in
 * tenths.
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL when nothing can be learnt: there are
 * not labels of both kinds, or the old weights contradict them.
 */
CLAMOR_NODISCARD enum rc tuning_learn(
	struct tuning *t, struct tuning_gain *gain);

/** Entries of the file; the first of them; an old weight, in thousandths. */
size_t tuning_count(const struct tuning *t);
const struct entry *tuning_entry(const struct tuning *t, size_t i);
int32_t tuning_old_weight(const struct tuning *t, size_t i);

/** Posts kept with a label. */
uint64_t tuning_posts(const struct tuning *t, enum label label);

/** Its matcher, and how many posts an expression was stopped in. */
const struct matcher *tuning_matcher(const struct tuning *t);
uint64_t tuning_limits(const struct tuning *t);

#endif
