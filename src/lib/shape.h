/*
 * shape.h - the shape of a folded text: where its words are, and what can be
 * told of it by which of its bytes are letters, which blanks.
 *
 * Made once for a post; whoever looks for its words, for words that are drawn
 * out or disguised, reads it here.
 */
#ifndef CLAMOR_SHAPE_H
#define CLAMOR_SHAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "byteset.h"

#define SHAPE_PAD 80      /* bytes behind a text that are read with it */
#define SHAPE_WORDS_PAD 8 /* words behind the last that are read with it */

/* Letters a-z that no other stands beside. */
struct shape_word {
	uint32_t start, end;
};

/* All zero is empty. Freed by shape_free. */
struct shape {
	struct shape_word *words; /* SHAPE_WORDS_PAD empty ones behind them */
	size_t nwords, words_cap;
	bool drawn_out; /* a letter thrice, or twice at the end of a word */
	bool set_apart; /* four letters, each with one other byte behind it */
	/* letters may be hidden: behind one stands a byte of shape_hides, and
	 * behind that another, a letter or something above ASCII (p*t); or
	 * before one of those two points (m..a) */
	bool hidden;
	/* bytes that are looked out for, NUL none of them, NULL for none; set
	 * and owned by who wants to know: does one stand there? */
	const struct byteset *watched;
	bool met;
};

/** Digits, what may stand for a letter (@ $ !) or veil some (* and what begins
 * an ellipsis). */
extern const struct byteset shape_hides;

/**
 * See the shape of a text.
 *
 * @shape  overwritten, its memory is used again
 * @t      with SHAPE_PAD bytes NUL behind it
 */
void shape_see(struct shape *shape, struct text t);

/** See it in one way, for tests; false: this processor has it not. */
bool shape_see_by(struct shape *shape, struct text t, enum simd_way way);

void shape_free(struct shape *shape);

#endif
