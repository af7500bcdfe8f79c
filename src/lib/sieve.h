/*
 * sieve.h - can any entry stand in a text? Told before it is cut into tokens.
 *
 * Every form needs its rarest item, most another word as well, every expression
 * a literal of its gate. In most posts none of them stands, which a look at the
 * runs of letters and a few other characters shows. In many others there are
 * only words that are all of an entry. In doubt the sieve says that something
 * could stand there.
 */
#ifndef CLAMOR_SIEVE_H
#define CLAMOR_SIEVE_H

#include "anchors.h"
#include "gates.h"

struct sieve; /* opaque; shared by threads */

/** A sieve for what is looked for by anchors and gates, which must outlive it.
 */
struct sieve *sieve_new(
	const struct anchors *anchors, const struct gates *gates);
void sieve_free(struct sieve *s);

#define SIEVE_SURE_MAX 16

/* A word or stem that is all of some forms. */
struct sieve_word {
	uint32_t id;         /* in the vocabulary */
	uint32_t start, end; /* in post.text */
};

/* Those of a post. */
struct sieve_sure {
	struct sieve_word v[SIEVE_SURE_MAX];
	size_t n;
};

/** The bytes that a post's shape must look out for, see shape.h. */
const struct byteset *sieve_watched(const struct sieve *s);

enum sieve_says {
	/* nothing stands there but what is in sure, and what opened expressions
	 * match; nothing is rewritten but words that no expression asks for */
	SIEVE_SURE,
	SIEVE_PERHAPS, /* anything could; sure and opened mean nothing */
};

/**
 * What could stand in a post?
 *
 * @post  folded, see post_fold, its shape.watched that of sieve_watched
 * @sure    overwritten: words that stand there, whatever else does. Of their
 *          forms only those that are sure (see anchors.h) do
 * @opened  overwritten: the expressions that could match
 */
enum sieve_says sieve_ask(const struct sieve *s, const struct post *post,
	struct sieve_sure *sure, struct gates_opened *opened);

#endif
