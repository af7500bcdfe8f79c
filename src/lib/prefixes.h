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

#define PREFIXES_HEAD 4 /* bytes that tell the prefixes apart */

/* The head at p, and where in vocab.prefixed it would be: the factor is one by
 * which no two heads fall together. */
static inline uint32_t
prefixes_head(const char *p, size_t *at)
{
	uint32_t head = (unsigned char)p[0] |
		(uint32_t)(unsigned char)p[1] << 8 |
		(uint32_t)(unsigned char)p[2] << 16 |
		(uint32_t)(unsigned char)p[3] << 24;

	*at = head * 0x9E3779B1u >> 29;
	return head;
}

/** Could a word have a prefix? false is certain. PREFIXES_HEAD bytes can be
 * read from its first on, however short it is. */
static inline bool
prefixes_may_have(const struct vocab *v, struct text word)
{
	size_t at;
	uint32_t head = prefixes_head(word.p, &at);

	return v->prefixed[at] == head;
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
