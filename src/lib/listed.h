/*
 * listed.h - lists of words that stand in the source: is a word one of them?
 *
 * Most words are in none, which their length and two of their bytes tell.
 */
#ifndef CLAMOR_LISTED_H
#define CLAMOR_LISTED_H

#include <stdbool.h>

#include "buf.h"

#define LISTED_LENGTHS 16 /* longer words share them */

struct listed {
	const struct text *words;
	size_t n;
	uint64_t may[LISTED_LENGTHS]; /* by length: see listed_may */
};

/** Let it tell of the words that it has; none of them is empty. */
void listed_make(struct listed *list);

/** A list that is made before main begins:
 * LISTED(few, TEXT("un"), TEXT("par")); */
#define LISTED(name, ...)                                                      \
	static const struct text name##_words[] = { __VA_ARGS__ };             \
	static struct listed name = { name##_words, TEXT_COUNT(name##_words),  \
		{ 0 } };                                                       \
	__attribute__((constructor)) static void name##_make(void)             \
	{                                                                      \
		listed_make(&name);                                            \
	}                                                                      \
	struct listed /* a semicolon follows */

/* The bit for a word among those of its length. */
static inline unsigned
listed_bit(struct text word)
{
	unsigned first = (unsigned char)word.p[0];
	unsigned last = (unsigned char)word.p[word.len - 1];

	return (first * 5 + last) % 64;
}

/** Is a word in a list? */
static inline bool
listed_has(const struct listed *list, struct text word)
{
	return word.len > 0 &&
		(list->may[word.len % LISTED_LENGTHS] >> listed_bit(word) &
			1) &&
		text_among(word, list->words, list->n);
}

#endif
