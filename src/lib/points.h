/*
 * points.h - what each hit is worth where it stands: the rules of negation,
 * intensity, adversatives, wishes and irony (clamor-label(1) tells them in
 * prose).
 */
#ifndef CLAMOR_POINTS_H
#define CLAMOR_POINTS_H

#include "matcher.h"
#include "rules.h"
#include "weighing.h"

/**
 * Weigh the hits of a post.
 *
 * @hits     resolved by hits_resolve
 * @post     the post that they are of
 * @rules    which of them hold, and their numbers
 *
 * w->v[i] belongs to hits->v[i]. Factors are thousandths, and so is their
 * product after each of them, rounded half away from zero.
 */
void points_weigh(struct weighing *w, const struct hits *hits,
	struct post *post, const struct rules *rules);

#endif
