/*
 * tokens.h - one post as the engine sees it: folded text, words, sentences,
 * and the way back to the bytes of the original.
 *
 * With a vocabulary, words are rewritten: a #tag stays whole and its words
 * follow, elongation is undone, slang is replaced (misspellings among it, see
 * variants.h), prefixes are cut off, disguised words are read. Exactly these
 * tokens can change:
 *
 *     a #tag                  always
 *     a word that is slang    vocab_is_slang
 *     an unknown word         elongation_has, if the shape is drawn_out
 *     an unknown word         prefixes_may_have
 *     any words               in texts of disguise_may_have
 *
 * The last two, and the cutting of tags by the vocabulary, are guesses:
 * vocab_keep_typed switches them off.
 */
#ifndef CLAMOR_TOKENS_H
#define CLAMOR_TOKENS_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "fold.h"
#include "scan.h"
#include "vocab.h"

/* One post; its memory is reused from post to post. All zero is empty. */
struct post {
	struct text original; /* borrowed */
	struct text text;     /* folded and rewritten: what norm prints; with
			       * FOLD_PAD bytes NUL behind it */
	struct token *tokens;
	size_t ntokens;

	/* internal */
	struct shape shape;   /* of the folded text */
	struct buf folded;    /* before rewriting */
	struct buf rewritten; /* text, where anything was rewritten */
	struct buf scratch, plain;
	bool disguised;      /* it may hold a disguised word */
	struct scanned raw;  /* tokens before rewriting */
	struct scanned own;  /* and after it, where tokens are not raw */
	struct way way; /* from folded back to the original */
};

/**
 * Read a text.
 *
 * @fold      used now
 * @vocab     the words that rewriting and token.word go by; NULL: nothing is
 *            rewritten and every word is 0 (how lexicon terms are read)
 * @original  any bytes, at most UINT32_MAX / 16 of them; borrowed as long as
 *            the post is used
 */
void post_read(struct post *p, struct fold *fold, const struct vocab *vocab,
	struct text original);

/** The first half of post_read: text is folded, there are no tokens. */
void post_fold(struct post *p, struct fold *fold, struct text original);

/** The other half. */
void post_cut(struct post *p, const struct vocab *vocab);

/**
 * The bytes of the original that a piece of post.text stands for. A piece
 * that touches a rewritten word widens to the whole source word.
 *
 * @start, @end  bytes of post.text, start < end
 */
void post_origin(struct post *p, uint32_t start, uint32_t end, uint32_t *from,
	uint32_t *to);

/** The text of token i: a word as it was folded and rewritten. */
static inline struct text
post_word(const struct post *p, size_t i)
{
	const struct token *t = &p->tokens[i];

	return (struct text){ p->text.p + t->start, t->end - t->start };
}

/** Free its memory. */
void post_free(struct post *p);

#endif
