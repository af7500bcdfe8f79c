/*
 * prefixes.h - words of opinion with an intensifier glued on: superamable,
 * hipercaro, megalento, requetebién, ultrarrápido.
 */
#ifndef CLAMOR_PREFIXES_H
#define CLAMOR_PREFIXES_H

#include "vocab.h"

/** Let the words that begin with a prefix be told by prefixes_may_have, and by
 * vocab_may_begin. To be done when there are words of opinion. */
void prefixes_expect(struct vocab *v);

/** Call for each of those that are expected. */
void prefixes_each(const struct vocab *v,
	void (*tell)(void *ctx, struct text prefix), void *ctx);

/** Could a word have a prefix? false is certain. */
static inline bool
prefixes_may_have(const struct vocab *v, struct text word)
{
	return (word.len >= 8) & v->prefixed[(unsigned char)*word.p];
}

/**
 * Cut a word in two, if it is none of the vocabulary and begins with no stem,
 * but a prefix and a word or stem of opinion are all of it.
 *
 * @rest  set to the other word: of ultrarrápido it is rápido
 *
 * Returns the bytes of the prefix, 0 if there is none.
 */
size_t prefixes_cut(const struct vocab *v, struct text word, struct text *rest);

#endif
