/*
 * verdict.h - from the hits of a post to its columns: kind, polarity, score,
 * topics, intent, severity, waiting time, marks, evidence
 * (clamor-label(1) tells the method in prose).
 */
#ifndef CLAMOR_VERDICT_H
#define CLAMOR_VERDICT_H

#include "topic.h"

enum kind {
	KIND_COMPLAINT,
	KIND_PRAISE,
	KIND_MIXED,
	KIND_QUESTION,
	KIND_NEUTRAL,
	KIND_SPAM,
};

/* The numbers of the method, in thousandths; see verdict_options_init. */
struct verdict_options {
	int32_t polarity_min; /* |score| that makes a neutral post pos or neg */
	int32_t opinion_min;  /* |score| of a complaint or praise */
	int32_t strong_min;   /* |score| that needs no tie to a customer */
	int32_t question_max; /* |score| below which a question is one */
	int32_t mixed_min;    /* points that both sides of a mixed post need */
	int32_t mixed_share;  /* of the larger side that the smaller needs */
	int32_t turn_share;   /* the same where an adversative parts them */
	int32_t told_min;     /* thousandths of nouns that tell a fault */
	struct rules rules;
};

/** The documented defaults. */
void verdict_options_init(struct verdict_options *o);

struct verdict {
	enum kind kind;
	const char *polarity; /* "pos", "neg", "neu", "mixed" */
	int32_t score;        /* thousandths, -1000 .. 1000 */
	unsigned code;        /* CODE_NONE for none */
	enum intent intent;
	int severity;         /* 0 .. 3 */
	int64_t wait_minutes; /* WAITS_NONE for none */
	struct text codes;    /* "cobro;trato" */
	struct text marks;    /* "regalo;temporada:navidad" */
	struct text evidence; /* "no me llega@12:23=-3;…" */
};

/* What the whole post adds up to. */
struct sums {
	int64_t good, bad;           /* thousandths, both >= 0 */
	int64_t even_good, even_bad; /* the same, but for adversatives */
	int64_t turn_good, turn_bad; /* the part behind an adversative */
	int64_t denied;              /* the part of bad that is denials */
	bool spam;
	bool tied;        /* something ties it to a customer */
	bool begins_good; /* the first points are for */
	bool worded;      /* points in words, not in emoji alone */
	bool asks;        /* a question mark or a request */
	bool at;          /* an @user is named */
	size_t nouns;     /* hits that only name a topic */
	bool reports;     /* news, an offer or advice, no customer speaks */
	enum intent intent;
	int severity;
};

/* Why the last verdict is as it is; borrowed until the next one. */
struct reasons {
	struct post *post;
	const struct hits *hits;
	const struct points *points;   /* by hit */
	const struct factors *factors; /* in the order of the hits */
	const struct sums *sums;
	const struct topic *topics; /* by code; [0]: points without a code */
	const struct verdict_options *options;
	const struct codes *codes;
};

struct judge; /* opaque: a matcher and scratch memory; one thread at a time */

/** A judge over a finished lexicon, which must outlive it. */
struct judge *judge_new(
	const struct lexicon *lex, const struct verdict_options *o);
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

/** Its matcher, for counts and warnings. */
const struct matcher *judge_matcher(const struct judge *j);

/** "complaint" and its like. */
const char *kind_name(enum kind k);

#endif
