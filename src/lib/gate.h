/*
 * gate.h - what must stand in any text that a regular expression matches.
 *
 * A gate is a few literals of which one stands in every match. Those at the
 * beginning of a word, as most are, need be looked for at the beginnings of
 * words only.
 */
#ifndef CLAMOR_GATE_H
#define CLAMOR_GATE_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

#define GATE_MAX 16 /* literals; more alternatives mean no gate */
#define GATE_LEN 16 /* bytes of one that are kept */
#define GATE_MIN 3  /* bytes of one that is worth looking for */

struct gate {
	char literals[GATE_MAX][GATE_LEN];
	uint8_t len[GATE_MAX]; /* GATE_MIN and more */
	uint8_t n;             /* 0: no gate */
	/* before each of them is no letter, digit or _; it begins with a
	 * letter or digit */
	bool at_word;
};

/**
 * The gate of an expression that PCRE2 has accepted, as it is written; without
 * PCRE2_EXTENDED, on folded text.
 */
void gate_of(struct gate *g, struct text pattern);

/** Literal i. */
static inline struct text
gate_literal(const struct gate *g, size_t i)
{
	return (struct text){ g->literals[i], g->len[i] };
}

/** Could an expression with this gate match? Slow; false is certain. */
bool gate_opens(const struct gate *g, struct text folded);

#endif
