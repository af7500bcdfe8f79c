/*
 * sentences.h - the sentences of a post, and how each is said: shouted, asked.
 */
#ifndef CLAMOR_SENTENCES_H
#define CLAMOR_SENTENCES_H

#include "tokens.h"

/* One post's sentences; reused from post to post. All zero is none. */
struct sentences {
	uint32_t *of; /* by token: the number of its sentence, from 0 */
	struct sentence {
		bool exclaimed; /* ends in !! */
		bool open;      /* asks whether something is so */
	} * v;

	size_t cap; /* internal */
};

/**
 * Number the sentences of a post.
 *
 * A question is open when nothing in it is taken for granted: "¿está caída la
 * web?" and "¿alguien sabe cuándo abren?", but not "¿cuándo arreglan la web?"
 * (it is broken) nor "¿no les da vergüenza?" (it should).
 */
void sentences_read(struct sentences *s, const struct post *p);

void sentences_free(struct sentences *s);

#endif
