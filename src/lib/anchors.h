/*
 * anchors.h - by what the forms of a lexicon are looked for in posts.
 *
 * Each form hangs on its anchor: the rarest two of its items that stand side
 * by side, or the rarest one ("no", "muy", "la" only where there is nothing
 * better). An item is known by a number: its word's or stem's in the
 * vocabulary, or one behind those for a class. Where the numbers of a token
 * (and of the one before it) have forms, only those are compared.
 */
#ifndef CLAMOR_ANCHORS_H
#define CLAMOR_ANCHORS_H

#include "hash.h"
#include "forms.h"
#include "gates.h"
#include "tokens.h"

/* A form at its anchor. */
struct anchored {
	uint32_t form;
	uint8_t before; /* items before the anchor */
	uint8_t most;   /* words that may stand before it, gaps included */
	bool sure;      /* the anchor is the whole form: nothing to compare */
	uint32_t other; /* what must stand in the post too: see anchors_other */
};

/* Forms that hang on the same anchor. */
struct anchored_list {
	const struct anchored *v;
	size_t n;
};

/* What a number is good for, in the bits above it. */
#define ANCHORS_SINGLE (1u << 24) /* a key: some forms are nothing else */
#define ANCHORS_ENOUGH                                                         \
	(1u << 25)                /* a key: some have more, but no other word  \
				   */
#define ANCHORS_COMMON (1u << 26) /* one of a pair of forms of common words */
#define ANCHORS_KEY (1u << 27)    /* the rarest item of other forms */
#define ANCHORS_ALONE (1u << 28)  /* forms hang on it alone */
#define ANCHORS_FIRST (1u << 29)  /* it is the first of a pair */
#define ANCHORS_SECOND (1u << 30) /* the second */
#define ANCHORS_OTHER (1u << 31)  /* forms that hang elsewhere need it */
#define ANCHORS_ID (ANCHORS_SINGLE - 1)

/* A piece of an array. */
struct anchors_span {
	uint32_t first, n;
};

/* A number that forms need, and all that is asked of it. */
struct anchors_id {
	uint32_t id; /* with what it is good for */
	/* if it is the first of pairs: a bit for each second, ANCHORS_BIT */
	uint32_t seconds;
	struct anchors_span alone; /* forms that hang on it alone */
};

#define ANCHORS_BITS 8u

/* The bit of a number among the seconds of another. */
#define ANCHORS_BIT(id) (1u << ((id)&31))

/* Those of one token: its word's, its stems', its class's. */
#define ANCHORS_IDS_MAX (VOCAB_STEMS_MAX + 3)

struct anchors_ids {
	const struct anchors_id *v;
	size_t n;
};

/* The numbers of a word as the vocabulary spells it. */
struct anchors_known {
	uint32_t first; /* in known_ids */
	uint8_t n;
	uint8_t len; /* of the spelling; 0 for too long, and of no word */
	bool begins; /* could the gate of an expression stand there? */
};

struct anchors_pair {
	uint64_t ids; /* the first in the high half */
	struct anchors_span list;
};

#define ANCHORS_NEAR 4 /* the largest distance that is told */

/* What must stand in a post with a key without ANCHORS_ENOUGH: one of these. */
struct anchors_companion {
	uint32_t key;
	uint32_t word; /* its number; it is all of letters a-z */
	/* how many words behind the key, or before it, counted in runs of
	 * letters a-z; 0 if that is not always the same */
	int8_t distance;
	/* another that must stand there as well, and its distance; 0: none */
	int8_t second_distance;
	bool common; /* of two common words side by side, no key otherwise */
	uint32_t second;
};

/* The index; shared by threads. All of it is internal. */
struct anchors {
	const struct forms *forms;
	const struct vocab *vocab; /* of forms */
	const bool *is_brand;      /* by word */
	uint32_t class_base; /* the number of a class is this and its kind */
	struct anchors_id *uses; /* by number, whose bits are those above it */
	struct anchors_pair *pairs;
	size_t npairs, pairs_cap;
	/* a hash table: their indexes + 1 and above ANCHORS_ID bits of their
	 * hashes, 0: free; at most two thirds full */
	uint32_t *pair_slots;
	size_t npair_slots; /* a power of two */
	/* ANCHORS_BITS for each slot: may a pair with that hash be there? Most
	 * are not, and of these few bytes stay near the processor */
	uint64_t *pair_bits;
	struct anchors_companion *companions;
	size_t ncompanions, companions_cap;
	struct anchored *anchored;   /* list after list */
	struct anchors_known *known; /* by word */
	struct anchors_id *known_ids;
	size_t nknown, known_cap;
};

/**
 * The index of forms that are ready.
 *
 * @forms, @is_brand  must outlive it
 * @gates  of the expressions among them; used now
 */
struct anchors *anchors_new(const struct forms *forms, const bool *is_brand,
	const struct gates *gates);
void anchors_free(struct anchors *a);

/** Internal, for anchors_new: the numbers of each word of the vocabulary, now
 * that all forms hang. */
void anchors_know_words(struct anchors *a, const struct gates *gates);

/** Numbers are smaller than this. */
size_t anchors_size(const struct anchors *a);

/**
 * Could a stem, or the gate of an expression (see vocab_expect), stand at a
 * token that is not known? false is certain. All is asked, for what the answer
 * will be nobody foresees.
 */
static inline bool
anchors_may_begin(
	const struct anchors *a, const struct token *t, struct text post)
{
	const char *word = post.p + t->start;

	/* what begins with a digit may be several words for an expression */
	return (t->kind != TOKEN_WORD) | ((unsigned char)*word < 'a') |
		vocab_may_begin(
			a->vocab, (struct text){ word, t->end - t->start });
}

/**
 * What is known of a token whose word the vocabulary spells as it stands in the
 * post; of others the numbers are none, and *asked is false.
 */
static inline struct anchors_ids
anchors_known(const struct anchors *a, const struct token *t, bool *begins,
	bool *asks)
{
	const struct anchors_known *known = &a->known[t->word];
	/* n for ñ: another spelling may begin with other stems */
	bool is_spelt =
		(t->kind == TOKEN_WORD) & (known->len == t->end - t->start);

	*begins = is_spelt & known->begins;
	*asks = !is_spelt;
	return (struct anchors_ids){ a->known_ids + known->first,
		known->n & -(size_t)is_spelt };
}

/**
 * The numbers of any token that forms need.
 *
 * @text  the post's, that the token counts in
 * Returns how many were written.
 */
size_t anchors_ask(const struct anchors *a, const struct token *t,
	struct text text, struct anchors_id ids[ANCHORS_IDS_MAX]);

/* The forms of a span. */
static inline struct anchored_list
anchors_list(const struct anchors *a, struct anchors_span span)
{
	return (struct anchored_list){ a->anchored + span.first, span.n };
}

/** The forms that hang on a number alone, without its bits. */
static inline struct anchored_list
anchors_on(const struct anchors *a, uint32_t id)
{
	return anchors_list(a, a->uses[id].alone);
}

static inline uint64_t
anchors_pair_of(uint32_t first, uint32_t second)
{
	return (uint64_t)first << 32 | second;
}

static inline uint64_t
anchors_hash_pair(uint64_t ids)
{
	return hash_mix(ids, 0x9E3779B97F4A7C15u);
}

static inline size_t
anchors_pair_bit(const struct anchors *a, uint64_t hash)
{
	return hash & (ANCHORS_BITS * a->npair_slots - 1);
}

/**
 * Before anchors_on_pair, for many pairs one after the other: what the next
 * step looks at is fetched meanwhile. First anchors_hash_pair and this,
 */
CLAMOR_FETCHES static inline void
anchors_fetch_pair(const struct anchors *a, uint64_t hash)
{
	__builtin_prefetch(&a->pair_bits[anchors_pair_bit(a, hash) / 64]);
}

/** then this: could forms hang on a pair with that hash? false is
 * certain. If so, then */
static inline bool
anchors_may_have_pair(const struct anchors *a, uint64_t hash)
{
	size_t bit = anchors_pair_bit(a, hash);

	__builtin_prefetch(&a->pair_slots[hash & (a->npair_slots - 1)]);
	return a->pair_bits[bit / 64] >> bit % 64 & 1;
}

/** this. */
CLAMOR_FETCHES static inline void
anchors_fetch_list(const struct anchors *a, uint64_t hash)
{
	uint32_t slot = a->pair_slots[hash & (a->npair_slots - 1)] & ANCHORS_ID;

	__builtin_prefetch(&a->pairs[slot > 0 ? slot - 1 : 0]);
}

/* What slots have above ANCHORS_ID. */
static inline uint32_t
anchors_pair_tag(uint64_t hash)
{
	return (uint32_t)(hash >> 32) & ~ANCHORS_ID;
}

/* The slot of two numbers; free if no form hangs on them. */
static inline uint32_t *
anchors_find_pair(const struct anchors *a, uint64_t ids)
{
	uint64_t hash = anchors_hash_pair(ids);
	size_t i = hash & (a->npair_slots - 1);
	uint32_t tag = anchors_pair_tag(hash), slot;

	for (; (slot = a->pair_slots[i]) != 0;
		i = (i + 1) & (a->npair_slots - 1))
		if ((slot & ~ANCHORS_ID) == tag &&
			a->pairs[(slot & ANCHORS_ID) - 1].ids == ids)
			break;
	return &a->pair_slots[i];
}

/** The forms that hang on two numbers: of anchors_pair_of. */
static inline struct anchored_list
anchors_on_ids(const struct anchors *a, uint64_t ids)
{
	uint32_t slot = *anchors_find_pair(a, ids);

	if (slot == 0)
		return (struct anchored_list){ NULL, 0 };
	return anchors_list(a, a->pairs[(slot & ANCHORS_ID) - 1].list);
}

/** The same, for a pair of which nothing is known. */
static inline struct anchored_list
anchors_on_pair(const struct anchors *a, uint32_t first, uint32_t second)
{
	uint64_t ids = anchors_pair_of(first, second);

	if (!anchors_may_have_pair(a, anchors_hash_pair(ids)))
		return (struct anchored_list){ NULL, 0 };
	return anchors_on_ids(a, ids);
}

/* anchored.other: 0 is nothing, up to ANCHORS_ID a number, above that the words
 * of a set: how many of them, and where they stand in wordsets.words. */
#define ANCHORS_OTHER_SHIFT 24
#define ANCHORS_OTHER_MOST 255u

/** The numbers of which one must stand in the post too, n of them. @other  of a
 * form, not 0 */
static inline const uint32_t *
anchors_other(const struct anchors *a, const uint32_t *other, size_t *n)
{
	*n = *other >> ANCHORS_OTHER_SHIFT;
	if (*n > 0)
		return a->forms->sets.words + (*other & ANCHORS_ID);
	*n = 1;
	return other;
}

/* Fetch what anchors_other returns for more than one. */
CLAMOR_FETCHES static inline void
anchors_fetch_other(const struct anchors *a, uint32_t other)
{
	__builtin_prefetch(a->forms->sets.words + (other & ANCHORS_ID));
}

/** The companions of all keys; some may be of keys that do without. */
static inline const struct anchors_companion *
anchors_companions(const struct anchors *a, size_t *n)
{
	*n = a->ncompanions;
	return a->companions;
}

/** Does a token stand for an item of a class, ITEM_NUM and on? */
bool anchors_in_class(const struct anchors *a, const struct token *t,
	struct text text, enum item_kind class);

/** Can a stem begin the token? #fraude* and @telbrisa* are stems as well. */
static inline bool
token_has_endings(const struct token *t)
{
	return t->kind == TOKEN_WORD || t->kind == TOKEN_TAG ||
		t->kind == TOKEN_USER;
}

/** The text of a token, in the text of its post. */
static inline struct text
token_text(const struct token *t, struct text post)
{
	return (struct text){ post.p + t->start, t->end - t->start };
}

#endif
