/*
 * verdict.h - from the hits of a post to its columns: kind, polarity, score,
 * topics, intent, severity, waiting time, marks, evidence
 * (clamor-label(1) tells the method in prose).
 */
#ifndef CLAMOR_VERDICT_H
#define CLAMOR_VERDICT_H

#include "kind.h"
#include "topic.h"

enum polarity {
	POLARITY_POS,
	POLARITY_NEG,
	POLARITY_NEU,
	POLARITY_MIXED,
};

#define POLARITIES (POLARITY_MIXED + 1)

struct verdict {
	enum kind kind;
	enum polarity polarity;
	int32_t score; /* thousandths, -1000 .. 1000 */
	unsigned code; /* CODE_NONE for none */
	enum intent intent;
	int severity;         /* 0 .. 3 */
	int64_t wait_minutes; /* WAITS_NONE for none */
	struct text codes;    /* "cobro;trato" */
	struct text marks;    /* "regalo;temporada:navidad" */
	struct text evidence; /* "no me llega@12:23=-3;…" */
};

/* Why the last verdict is as it is; borrowed until the next one. */
struct reasons {
	struct post *post;
	const struct hits *hits;
	const struct points *points;   /* by hit */
	const struct factors *factors; /* in the order of the hits */
	const struct sums *sums;
	const struct topic *topics; /* by code; [0]: points without a code */
	const struct kind_options *options;
	const struct codes *codes;
};

struct judge; /* opaque: a matcher and scratch memory; one thread at a time */

/** A judge over a finished lexicon, which must outlive it. */
struct judge *judge_new(
	const struct lexicon *lex, const struct kind_options *o);
void judge_free(struct judge *j);

/**
 * Judge a post.
 *
 * @original  any bytes
 * @rated     the post carries a rating: it speaks of a company
 * @v         filled; its texts are borrowed until the next call
 *
 * Returns what matcher_find returns.
 */
CLAMOR_NODISCARD enum rc judge_post(
	struct judge *j, struct text original, bool rated, struct verdict *v);

/** The seasons by date of the next posts, names separated by ";", to be among
 * their marks; borrowed. None at first. */
void judge_seasons(struct judge *j, struct text seasons);

/** Keep the factors of each hit from now on, for judge_reasons. */
void judge_keep_reasons(struct judge *j);

/** The reasons of the last verdict (clamor-lexicon explain). */
struct reasons judge_reasons(const struct judge *j);

/** "pos" and its like. */
const char *polarity_name(enum polarity p);

/** Its matcher, for counts and warnings. */
const struct matcher *judge_matcher(const struct judge *j);

#endif
