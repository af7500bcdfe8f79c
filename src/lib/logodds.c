/* logodds.c - log-odds with a prior, as a z-score. */
#include "config.h"

#include <math.h>

#include "logodds.h"

/* The logarithm of the odds that a post of the side holds the phrase. */
static double
log_odds(struct logodds_side s, double prior)
{
	return log(((double)s.with + prior) /
		((double)(s.posts - s.with) + LOGODDS_PRIOR - prior));
}

double
logodds_z(struct logodds_side a, struct logodds_side b)
{
	double share, prior, variance;

	if (a.with + b.with == 0)
		return 0;
	share = (double)(a.with + b.with) / (double)(a.posts + b.posts);
	if (share >= 1) /* in every post: it tells nothing */
		return 0;
	prior = LOGODDS_PRIOR * share;
	variance = 1 / ((double)a.with + prior) + 1 / ((double)b.with + prior);
	return (log_odds(a, prior) - log_odds(b, prior)) / sqrt(variance);
}
