/*
 * kind.h - from what a post adds up to, to its kind (clamor-label(1), section
 * 4, tells the order in prose).
 */
#ifndef CLAMOR_KIND_H
#define CLAMOR_KIND_H

#include "entry.h"
#include "rules.h"
#include "tokens.h"

enum kind {
	KIND_COMPLAINT,
	KIND_PRAISE,
	KIND_MIXED,
	KIND_QUESTION,
	KIND_NEUTRAL,
	KIND_SPAM,
};

#define KINDS (KIND_SPAM + 1)

/* The numbers of the method, in thousandths; see kind_options_init. */
struct kind_options {
	int32_t polarity_min; /* |score| that makes a neutral post pos or neg */
	int32_t opinion_min;  /* |score| of a complaint or praise */
	int32_t strong_min;   /* |score| that needs no tie to a company */
	int32_t question_max; /* |score| below which a question is one */
	int32_t mixed_min;    /* points that both sides of a mixed post need */
	int32_t mixed_share;  /* of the larger side that the smaller needs */
	int32_t turn_share;   /* the same where an adversative parts them */
	int32_t told_min;     /* thousandths of nouns that tell a fault */
	struct rules rules;
};

/** The documented defaults. */
void kind_options_init(struct kind_options *o);

/* What the whole post adds up to. */
struct sums {
	int64_t good, bad;           /* thousandths, both >= 0 */
	int64_t even_good, even_bad; /* the same, but for adversatives */
	int64_t turn_good, turn_bad; /* the part behind an adversative */
	int64_t denied;              /* the part of bad that is denials */
	bool spam;
	bool tied;        /* something ties it to a company */
	bool begins_good; /* the first points are for */
	bool worded;      /* points in words, not in emoji alone */
	bool asks;        /* a question mark or a request */
	bool at;          /* an @user is named */
	size_t nouns;     /* hits that only name a topic */
	bool reports;     /* news, an offer or advice, no customer speaks */
	enum intent intent;
	int severity;
};

/** The score of so many points for, less those against: S / (|S| + 4), rounded
 * half away from zero, in thousandths. */
int32_t kind_score(int64_t sum);

/** What a post with a question says, but for one denial: "¿dónde se cambia? No
 * lo encuentro" tells no fault yet. */
int32_t kind_score_asking(const struct sums *s);

/** The kind of a post that adds up to s. */
enum kind kind_of(const struct kind_options *o, const struct sums *s,
	const struct post *p);

/** Is there anything that ties the post to a company? */
bool kind_is_tied(const struct kind_options *o, const struct sums *s);

/** Is it praise and then blame, said to an account? With nothing that sets one
 * against the other, the praise is a sneer more often than not. */
bool kind_is_sneer(const struct kind_options *o, const struct sums *s);

/** Do only emoji speak for or against, if anything does, beside words that name
 * nothing? */
bool kind_is_mood(const struct sums *s, const struct post *p);

/** Is it told to a company, as far as one can see? */
bool kind_tells(const struct sums *s);

/** How much is named of what makes a fault that is told. */
size_t kind_things_told(const struct sums *s, const struct post *p);

/** "complaint" and its like. */
const char *kind_name(enum kind k);

#endif
