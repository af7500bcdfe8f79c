/*
 * verdictcells.h - the cells of a verdict. Most of them hold words of which
 * there are few: those are written once.
 */
#ifndef CLAMOR_VERDICTCELLS_H
#define CLAMOR_VERDICTCELLS_H

#include "csvout.h"
#include "verdict.h"

struct verdictcells; /* opaque; one thread at a time */

/* The columns of verdictcells_of, in their order. */
#define VERDICTCELLS_COLUMNS                                                   \
	"kind", "polarity", "score", "code", "codes", "area", "stage",         \
		"intent", "severity", "wait_minutes", "marks", "evidence"

/**
 * @codes  must outlive it
 * @out    how cells are written there they are written here
 */
struct verdictcells *verdictcells_new(
	const struct codes *codes, const struct csvout *out);
void verdictcells_free(struct verdictcells *c);

/** A verdict as csvout_raw takes it; valid until the next call. */
struct text verdictcells_of(struct verdictcells *c, const struct verdict *v);

#endif
