/*
 * points.h - what each hit is worth where it stands: the rules of negation,
 * intensity, emphasis, adversatives, wishes and irony (clamor-label(1) tells
 * them in prose).
 */
#ifndef CLAMOR_POINTS_H
#define CLAMOR_POINTS_H

#include "matcher.h"
#include "sentences.h"

/* Rules that --without switches off, as bits. */
enum rule {
	RULE_NEGATION = 1 << 0,
	RULE_INTENSITY = 1 << 1,
	RULE_EMPHASIS = 1 << 2, /* capitals, elongation, !!! */
	RULE_ADVERSATIVE = 1 << 3,
	RULE_IRREALIS = 1 << 4,
	RULE_IRONY = 1 << 5,
	RULE_REPEAT = 1 << 6,   /* the same entry counts three times at most */
	RULE_DENIAL = 1 << 7,   /* a negator that turns nothing counts itself */
	RULE_LEND = 1 << 8,     /* topic: the nearest shares an opinion */
	RULE_QUESTION = 1 << 9, /* what is asked weighs less */
	RULE_COURTESY = 1 << 10, /* thanks are no praise in a complaint */
	RULE_REPORT = 1 << 11,   /* news and offers are no customer's */
};

/** The bit of a rule by its name ("negation"), 0 if there is none. */
unsigned rule_by_name(struct text name);

/** All names, comma-separated, for messages. */
const char *rule_names(void);

/* What became of one hit. */
struct points {
	int32_t milli; /* thousandths, after the modifiers */
	int32_t even;  /* the same, but for adversatives */
	bool negated;  /* a negator turned it */
	bool used;     /* a modifier that changed some other hit */
};

/* What came over one hit, in the order in which it did. */
struct factor {
	enum factor_kind {
		FACTOR_MODIFIER, /* milli 1000: it reaches the hit, but
				    changes nothing */
		FACTOR_ELONGATION,
		FACTOR_EXCLAMATION,
		FACTOR_CAPITALS,
		FACTOR_LIMIT,    /* all together, cut to milli */
		FACTOR_REPEAT,   /* the entry has counted often enough */
		FACTOR_DENIAL,   /* a negator that turned nothing */
		FACTOR_QUOTED,   /* praise in quotation marks */
		FACTOR_QUESTION, /* in an open question */
		FACTOR_COURTESY, /* thanks in a complaint */
	} kind;
	uint32_t hit, by; /* of hits.v; by: FACTOR_MODIFIER only */
	int32_t milli;
};

struct factors {
	struct factor *v;
	size_t n, cap;
};

/** The points of a post's hits: as many as hits, in their order; reused. */
struct weighing {
	struct points *v;
	size_t cap;
	struct factors *factors; /* NULL, or the caller's: filled anew */

	/* internal */
	struct sentences sentences; /* topic reads them too */
	struct letters {
		size_t upper, lower;
	} letters; /* of the whole post, once counted */
	bool counted;
};

/**
 * Weigh the hits of a post.
 *
 * @hits     resolved by hits_resolve
 * @post     the post that they are of
 * @without  rules switched off
 *
 * w->v[i] belongs to hits->v[i]. Factors are thousandths, and so is their
 * product after each of them, rounded half away from zero.
 */
void points_weigh(struct weighing *w, const struct hits *hits,
	struct post *post, unsigned without);

void weighing_free(struct weighing *w);

/** Append thousandths without trailing zeros: -4425 is "-4.425". */
void points_add(struct buf *b, int64_t milli);

#endif
