/*
 * tokens.h - one post as the engine sees it: folded text, words, sentences,
 * and the way back to the bytes of the original.
 *
 * Words are runs of letters, digits and marks; digits joined by . , : are one
 * number; everything else separates. A sentence ends at . ! ? … or a line
 * break, but not at a stop inside a number, after a single letter or a listed
 * abbreviation, nor at ... or … before a lower-case word.
 *
 * With a vocabulary, words are rewritten as DESIGN section 4 says: a #tag
 * stays whole and its words follow, elongation is undone, slang is replaced.
 */
#ifndef CLAMOR_TOKENS_H
#define CLAMOR_TOKENS_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "fold.h"
#include "vocab.h"

enum token_kind {
	TOKEN_WORD,
	TOKEN_NUMBER, /* 3 1.234,50 */
	TOKEN_TIME,   /* 14:30 */
	TOKEN_MONEY,  /* $500 20€ */
	TOKEN_USER,   /* @name */
	TOKEN_URL,    /* links and mail addresses */
	TOKEN_EMOJI,  /* one pictograph */
	TOKEN_EMOTICON,
	TOKEN_TAG, /* a whole #tag; no phrase sees it between its words */
};

enum {
	TOKEN_CHANGED = 1,   /* its text is not what stands in the post */
	TOKEN_ELONGATED = 2, /* was written with a run of three or more */
	TOKEN_FIRST = 4,     /* a sentence begins here */
};

struct token {
	uint32_t start, end;	   /* in post.text */
	uint32_t src_start, src_end; /* in the folded text before rewriting */
	uint32_t word;		   /* its number in the vocabulary, 0: none */
	uint8_t kind, flags;
};

/* One post; its memory is reused from post to post. All zero is empty. */
struct post {
	struct text original; /* borrowed */
	struct text text;     /* folded and rewritten: what norm prints */
	struct token *tokens;
	size_t ntokens;

	/* internal */
	struct fold *fold;
	struct buf folded;    /* before rewriting */
	struct buf rewritten; /* text, where anything was rewritten */
	struct buf scratch;
	struct token *raw;    /* tokens before rewriting */
	size_t nraw, raw_cap, tokens_cap;
	uint32_t *map; /* folded byte -> original byte, made on demand */
	size_t map_cap;
	bool mapped;
};

/**
 * Read a text.
 *
 * @fold      used now and by post_origin
 * @vocab     the words that rewriting and token.word go by; NULL: nothing is
 *            rewritten and every word is 0 (how lexicon terms are read)
 * @original  any bytes, at most UINT32_MAX / 16 of them; borrowed as long as
 *            the post is used
 */
void post_read(struct post *p, struct fold *fold, const struct vocab *vocab,
	struct text original);

/**
 * The bytes of the original that a piece of post.text stands for. A piece
 * that touches a rewritten word widens to the whole source word.
 *
 * @start, @end  bytes of post.text, start < end
 */
void post_origin(struct post *p, uint32_t start, uint32_t end,
	uint32_t *from, uint32_t *to);

/** Free its memory. */
void post_free(struct post *p);

/** Is a folded word a number in letters: "un", "tres", "veinte", "mil"? */
bool token_is_number_word(struct text word);

/**
 * Is text (folded, nothing else in it) one emoticon of the built-in table?
 */
bool token_is_emoticon(struct text text);

#endif
