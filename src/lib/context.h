/*
 * context.h - what the rest of a post makes of its hits: faults told by a no,
 * faults that were put right, thanks in a complaint or a question.
 */
#ifndef CLAMOR_CONTEXT_H
#define CLAMOR_CONTEXT_H

#include "rules.h"
#include "weighing.h"

/**
 * Weigh again what cannot be weighed hit by hit.
 *
 * @w      every hit weighed by itself (points_weigh)
 */
void context_weigh(struct weighing *w, const struct hits *hits,
	const struct post *p, const struct rules *rules);

/** Is something asked: a question mark, or a request for help? */
bool context_asks(const struct weighing *w, const struct hits *hits,
	const struct post *p);

#endif
