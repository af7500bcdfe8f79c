/* trial.h - the expressions of a lexicon tried on texts that make some explode.
 */
#ifndef CLAMOR_TRIAL_H
#define CLAMOR_TRIAL_H

#include "finding.h"

/**
 * Tell those that are stopped at their limit on a short text of their own
 * letters, again and again: each post like that would cost milliseconds, and
 * its hits be missed.
 */
void trial_expressions(const struct findings *f);

#endif
