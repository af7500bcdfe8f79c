/*
 * item.h - what a term is read into: forms of items.
 */
#ifndef CLAMOR_ITEM_H
#define CLAMOR_ITEM_H

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
	ITEM_SET,   /* one of several words and stems */
	ITEM_EXACT, /* exactly as written: case and accents, in NFC */
	ITEM_NUM,
	ITEM_TIME,
	ITEM_MONEY,
	ITEM_USER,
	ITEM_URL,
	ITEM_EMOJI,
	ITEM_BRAND,
};

/*
 * One word of a form, and how many words may stand before it. In a term its
 * word is one of term.words, and a set some of term.members; made ready
 * (forms.h) a word is a number of the vocabulary, and a set one of
 * forms.sets. Then equal items are equal bytes.
 */
struct lexicon_item {
	uint32_t word; /* of classes, when ready: 0 */
	uint8_t kind;  /* enum item_kind */
	uint8_t gap;   /* 0 .. TERM_GAP_MAX; 0 for the first item */
	/* of ITEM_EXACT, when ready: see forms_exact; of ITEM_SET, in a term:
	 * how many members; else 0 */
	uint16_t more;
};

/** Is an item of a class? */
static inline bool
item_is_class(const struct lexicon_item *it)
{
	return it->kind > ITEM_EXACT;
}

/** Is an item a word or a stem? */
static inline bool
item_has_word(const struct lexicon_item *it)
{
	return it->kind == ITEM_WORD || it->kind == ITEM_STEM;
}

/* A word of a term; items of one kind may share it. */
struct term_word {
	uint32_t at, len;     /* folded, in term.bytes; classes: none */
	uint32_t raw, rawlen; /* ITEM_EXACT: as written, in NFC */
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
	struct lexicon_item *items;
	size_t nitems, items_cap;
	struct term_word *words;
	size_t nwords, words_cap;
	struct buf bytes;

	/* if its forms have sets (term_read_sets): the words and stems of the
	 * sets; and all items in the order in which forms without sets would
	 * meet them first */
	struct lexicon_item *members;
	size_t nmembers, members_cap;
	struct lexicon_item *met;
	size_t nmet, met_cap;

	/* internal */
	struct form *ways; /* see product.c */
	size_t nways, ways_cap;
	struct lexicon_item *parts; /* of ways */
	size_t nparts, parts_cap;
	struct braces braces;
	struct post post;
	struct buf scratch;
	struct buf run; /* plain pieces of a form, not yet read */
	size_t piece;   /* the number of the one being read, for errors */
};

/** The name of a class item, "num" for ITEM_NUM; NULL for the others. */
const char *item_class_name(enum item_kind kind);

/** The class of a name, ITEM_WORD if there is none. */
enum item_kind item_class_of(struct text name);

#endif
