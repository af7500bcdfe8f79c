/*
 * logodds.h - how surely a phrase stands more often on one side than on the
 * other.
 *
 * The log-odds ratio with an informative Dirichlet prior, over its standard
 * deviation (B. Monroe, M. Colaresi, K. Quinn, "Fightin' Words", Political
 * Analysis 16, 2008, equations 16 to 22). The prior is what both sides have
 * together, as strong as LOGODDS_PRIOR posts: so rare phrases must earn their
 * place, and words that stand everywhere get none.
 */
#ifndef CLAMOR_LOGODDS_H
#define CLAMOR_LOGODDS_H

#include <stdint.h>

#define LOGODDS_PRIOR 100.0

/* How many posts of a side hold the phrase, and how many posts it has. */
struct logodds_side {
	uint64_t with, posts; /* with <= posts */
};

/** The z-score: above 0 where a has the phrase more often; 0 where it is in
 * no post. */
double logodds_z(struct logodds_side a, struct logodds_side b);

#endif
