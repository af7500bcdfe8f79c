/*
 * scan.h - folded text cut into tokens.
 *
 * Words are runs of letters, digits and marks; digits joined by . , : are one
 * number; everything else separates. A sentence ends at . ! ? … or a line
 * break, but not at a stop inside a number, after a single letter or a listed
 * abbreviation, nor at ... or … before a lower-case word.
 */
#ifndef CLAMOR_SCAN_H
#define CLAMOR_SCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "fold.h"
#include "words.h"

enum token_kind {
	TOKEN_WORD,
	TOKEN_NUMBER, /* 3 1.234,50 */
	TOKEN_TIME,   /* 14:30 */
	TOKEN_MONEY,  /* $500 20€ */
	TOKEN_USER,   /* @name */
	TOKEN_URL,    /* links and mail addresses */
	TOKEN_EMOJI,  /* a pictograph, a flag; a run of one of them */
	TOKEN_EMOTICON,
	TOKEN_TAG, /* a whole #tag; no phrase sees it between its words */
};

enum {
	TOKEN_CHANGED = 1,   /* its text is not what stands in the post */
	TOKEN_ELONGATED = 2, /* was written with a run of three or more; an
				emoji or emoticon more than once */
	TOKEN_FIRST = 4,     /* a sentence begins here */
	TOKEN_DISGUISED = 8, /* its letters were hidden */
};

struct token {
	uint32_t start, end;         /* in post.text */
	uint32_t src_start, src_end; /* in the folded text before rewriting */
	uint32_t word;               /* its number in the vocabulary, 0: none */
	uint8_t kind, flags;
};

/* A folded text, as fold_text leaves it, and where it came from. */
struct scan_text {
	struct text folded, original;
	const struct way *way;
	const struct shape *shape; /* of folded */
};

/* Tokens; all zero is none. Freed by free(v). */
struct scanned {
	struct token *v;
	size_t n, cap;
	bool tags; /* some are tags */
};

/**
 * Cut a text into tokens; src_start and src_end are start and end, without the
 * repeats of an emoji or of an emoticon's last character; word is 0.
 *
 * @out  overwritten, its memory is used again
 */
void scan_text(struct scanned *out, const struct scan_text *t);

/**
 * Are letters a-z, all that stand side by side, certainly a word and nothing
 * else, wherever they stand in a text? Most are.
 *
 * @begin  of the text
 */
bool scan_is_word(const char *begin, const char *from, const char *to);

/** The code point of the original that a folded character came from; folded is
 * any byte of it. */
uint32_t scan_origin(const struct scan_text *t, size_t folded);

#endif
