/*
 * fit.h - weights that tell two kinds of examples apart, by liblinear:
 * logistic regression with a quadratic penalty (R.-E. Fan et al., "LIBLINEAR:
 * A Library for Large Linear Classification", JMLR 9, 2008), solved in the
 * primal, so that no random numbers are in it.
 */
#ifndef CLAMOR_FIT_H
#define CLAMOR_FIT_H

#include <stdbool.h>
#include <stdint.h>

#include "status.h"

struct fit; /* opaque: the examples */

struct fit_value {
	uint32_t feature; /* from 0 */
	double value;
};

/** For examples of so many features. */
struct fit *fit_new(size_t features);
void fit_free(struct fit *f);

/**
 * Add an example.
 *
 * @v         n values, by rising feature; features not in it are 0
 * @positive  which kind it is of
 * @fold      its fold, for fit_solve
 */
void fit_add(struct fit *f, const struct fit_value *v, size_t n, bool positive,
	unsigned fold);

#define FIT_NO_FOLD ((unsigned)-1)

/**
 * Fit the weights.
 *
 * @cost     what a wrong example costs, > 0: the larger, the further weights
 *           go from 0
 * @without  a fold whose examples are left out, or FIT_NO_FOLD
 * @weights  one for each feature, filled; there is no constant
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL if there are not examples of both kinds.
 */
CLAMOR_NODISCARD enum rc fit_solve(
	const struct fit *f, double cost, unsigned without, double *weights);

#endif
