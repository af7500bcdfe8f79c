/*
 * phrases.h - which words and phrases stand in how many posts of two kinds:
 * those that somebody wants to know about, and the others.
 *
 * Memory is bounded: when PHRASES_MAX of them are kept, those that were met
 * least often are forgotten until half the room is free. What is forgotten
 * depends on the order of the posts alone.
 */
#ifndef CLAMOR_PHRASES_H
#define CLAMOR_PHRASES_H

#include <stdbool.h>

#include "tokens.h"

#define PHRASES_MAX (2u << 20) /* about 200 MB with their words */
#define PHRASES_LONGEST 5      /* words of a phrase, at most */

struct phrases; /* opaque */

/* What is known of a word of a post. */
enum phrases_word {
	PHRASES_NEW,
	PHRASES_KNOWN, /* by itself; as part of a phrase it may be new */
	PHRASES_TAKEN, /* no phrase is to hold it */
};

struct phrases_options {
	unsigned longest; /* words of a phrase, 1 to PHRASES_LONGEST */
	uint64_t least;   /* wanted posts from which on a phrase has an
			     example */
	size_t most;      /* kept at once; 0: PHRASES_MAX */
};

struct phrases *phrases_new(const struct phrases_options *o);
void phrases_free(struct phrases *p);

/**
 * Count the phrases of a post, each once: words that follow each other inside
 * a sentence. Numbers, names, links and emoji end a phrase.
 *
 * @post    read by post_read; its original too
 * @known   by token
 * @wanted  the post is of the wanted kind
 */
void phrases_add(struct phrases *p, struct post *post,
	const enum phrases_word *known, bool wanted);

struct phrase {
	struct text words;       /* folded, a blank between them */
	struct text example;     /* a piece of a wanted post; may be empty */
	uint64_t wanted, others; /* posts with it */
};

/** How many phrases are kept, and one of them; borrowed until the next
 * phrases_add. */
size_t phrases_count(const struct phrases *p);
struct phrase phrases_get(const struct phrases *p, size_t i);

/** Posts counted so far. */
uint64_t phrases_posts(const struct phrases *p, bool wanted);

/** Was anything forgotten? */
bool phrases_forgot(const struct phrases *p);

#endif
