/*
 * verdictcells.h - the cells of a verdict. Most of them hold words of which
 * there are few: those are written once.
 */
#ifndef CLAMOR_VERDICTCELLS_H
#define CLAMOR_VERDICTCELLS_H

#include "csvout.h"
#include "verdict.h"

struct verdictcells; /* opaque; only read once it is made */

/* The columns of verdictcells_put, in their order. */
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

/** The next cells of the record: those of a verdict. */
void verdictcells_put(const struct verdictcells *c, const struct verdict *v,
	struct csvout *out);

#endif
