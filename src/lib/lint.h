/*
 * lint.h - what is wrong or suspect with entries of a lexicon, each looked at
 * by itself.
 */
#ifndef CLAMOR_LINT_H
#define CLAMOR_LINT_H

#include "finding.h"

/** Columns of the user's that look like misspelt ones with a meaning. */
void lint_columns(const struct findings *f);

/** Examples that their own entry does not match. */
void lint_examples(const struct findings *f);

/** Expressions that run on every post. */
void lint_gates(const struct findings *f);

/** Expressions that could be plain terms. */
void lint_expressions(const struct findings *f);

/** Forms that can never match, slang that is never replaced. */
void lint_dead(const struct findings *f);

#endif
