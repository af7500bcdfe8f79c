/*
 * term.h - the term language of lexicons (DESIGN section 4): braces expanded,
 * then each expansion cut into items. The same reading serves lexicon files,
 * clamor-grep's queries and clamor-lexicon.
 */
#ifndef CLAMOR_TERM_H
#define CLAMOR_TERM_H

#include <stdbool.h>
#include <stdint.h>

#include "braces.h"
#include "buf.h"
#include "tokens.h"

#define TERM_BYTES_MAX 8192 /* of a cell: braces cost its square */
#define TERM_ITEMS_MAX 32
#define TERM_GAP_MAX 20
#define TERM_SPAN_MAX 64 /* words that a form may reach over, gaps included */

enum item_kind {
	ITEM_WORD,
	ITEM_STEM,  /* any ending */
	ITEM_EXACT, /* exactly as written: case and accents, in NFC */
	ITEM_NUM,
	ITEM_TIME,
	ITEM_MONEY,
	ITEM_USER,
	ITEM_URL,
	ITEM_EMOJI,
	ITEM_BRAND,
};

/* One word of a form, and how many words may stand before it. */
struct item {
	enum item_kind kind;
	unsigned gap;       /* 0 .. TERM_GAP_MAX; 0 for the first item */
	size_t at, len;     /* the folded word, in term.bytes; classes: none */
	size_t raw, rawlen; /* ITEM_EXACT: as written, in NFC */
};

struct form {
	size_t first, n; /* its items in term.items */
};

/* A term read: its forms, in the order of the braces. Reused: term_read
 * overwrites it; all zero is empty. */
struct term {
	bool is_regex;
	struct text regex; /* between the slashes, borrowed from the cell */
	struct form *forms;
	size_t nforms, forms_cap;
	struct item *items;
	size_t nitems, items_cap;
	struct buf bytes;

	/* internal */
	struct braces braces;
	struct post post;
	struct buf scratch;
	struct buf run; /* plain pieces of a form, not yet read */
	size_t piece;   /* the number of the one being read, for errors */
};

/**
 * Read a term.
 *
 * @fold  used for its words, as for posts
 * @cell  the cell as it stands in the lexicon, valid UTF-8; borrowed while t
 *        is used if it is a regular expression
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL with err->text and err->col (the byte
 * of the cell, 1-based; 0 where the whole term is meant).
 */
CLAMOR_NODISCARD enum rc term_read(
	struct term *t, struct fold *fold, struct text cell, struct err *err);

/**
 * Keep some forms of a term only.
 *
 * @numbers  "1;3", in rising order, counted from 1 in the order of the braces
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL for what are no such numbers.
 */
CLAMOR_NODISCARD enum rc term_keep(
	struct term *t, struct text numbers, struct err *err);

/** The name of a class item, "num" for ITEM_NUM; NULL for the others. */
const char *item_class_name(enum item_kind kind);

void term_free(struct term *t);

#endif
