/*
 * wordmap.h - numbers by word: a hash table made for the words of posts.
 *
 * A word of up to 16 bytes is its own key, two machine words that are compared
 * at once. Most words of a post are in no lexicon: a few bits for each place,
 * so few bytes that they stay near the processor, say so before any slot is
 * looked at. The hash is seeded, so that no stranger can choose words that
 * collide.
 */
#ifndef CLAMOR_WORDMAP_H
#define CLAMOR_WORDMAP_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "bytes.h"
#include "hash.h"

#define WORDMAP_SHORT BYTES_SHORT /* of a word that is its own key */
#define WORDMAP_BITS 8u           /* of the filter for each slot */

/* The bytes of a short word, the first lowest, zeros behind them. */
struct wordmap_key {
	uint64_t low, high;
};

struct wordmap_slot {
	struct wordmap_key
		key;    /* of a long word: its hash, its place in text */
	uint32_t value; /* 0: a free slot */
	uint32_t len;
};

/* All of it is internal. */
struct wordmap {
	uint64_t seed[2];
	struct wordmap_slot *slots; /* at most half full; and one free */
	size_t nslots, used;        /* nslots is a power of two */
	/* WORDMAP_BITS per slot: may a word be there, or one that begins with
	 * a short word? */
	uint64_t *filter;
	struct buf text; /* the long words */
};

/** Make it empty. */
void wordmap_init(struct wordmap *m);
void wordmap_fini(struct wordmap *m);

/** The value of any word; 0 if it has none. */
uint32_t wordmap_find(const struct wordmap *m, struct text word);

/** Give a word that has none a value, 1 and up. */
void wordmap_add(struct wordmap *m, struct text word, uint32_t value);

/** Call for each word, in no order. @word  valid during the call */
void wordmap_each(const struct wordmap *m,
	void (*tell)(void *ctx, struct text word, uint32_t value), void *ctx);

/** The key of a short word. */
static inline struct wordmap_key
wordmap_key(struct text word)
{
	struct bytes_short s = bytes_short(word.p, word.len);

	return (struct wordmap_key){ s.low, s.high };
}

/* Ones from its n-th last byte on are those of n bytes. Internal. */
extern const unsigned char wordmap_ones[2 * WORDMAP_SHORT];

/** The key of the first n bytes of what a key stands for, n up to 16. */
static inline struct wordmap_key
wordmap_key_begin(struct wordmap_key k, size_t n)
{
	struct wordmap_key mask;

	memcpy(&mask, wordmap_ones + WORDMAP_SHORT - n, sizeof(mask));
	k.low &= mask.low;
	k.high &= mask.high;
	return k;
}

/** The key of a word of n bytes at p, where 16 bytes can be read; of a long one
 * of its first bytes. */
static inline struct wordmap_key
wordmap_key_at(const char *p, size_t n)
{
	struct wordmap_key k;

	memcpy(&k, p, sizeof(k));
	return wordmap_key_begin(k, n < WORDMAP_SHORT ? n : WORDMAP_SHORT);
}

static inline uint64_t
wordmap_hash(const struct wordmap *m, struct wordmap_key k)
{
	return hash_mix(k.low ^ m->seed[0], k.high ^ m->seed[1]);
}

/** Could a word with that hash be there? false is certain. */
static inline bool
wordmap_may_have(const struct wordmap *m, uint64_t hash)
{
	size_t bit = hash & (WORDMAP_BITS * m->nslots - 1);

	return m->filter[bit / 64] >> bit % 64 & 1;
}

/* From a place on. */
static inline uint32_t
wordmap_find_from(
	const struct wordmap *m, struct wordmap_key k, size_t len, size_t i)
{
	for (; m->slots[i].value != 0; i = (i + 1) & (m->nslots - 1)) {
		const struct wordmap_slot *s = &m->slots[i];

		if (s->key.low == k.low && s->key.high == k.high &&
			s->len == len)
			return s->value;
	}
	return 0;
}

/** The value of a short word by its key and length. */
static inline uint32_t
wordmap_find_key(const struct wordmap *m, struct wordmap_key k, size_t len)
{
	uint64_t hash = wordmap_hash(m, k);

	return wordmap_may_have(m, hash)
		? wordmap_find_from(m, k, len, hash & (m->nslots - 1))
		: 0;
}

/* A word that is looked for: asked, fetched and found, many words one after the
 * other in each step, so that none waits for memory. */
struct wordmap_asked {
	struct wordmap_key key; /* of a long word: its first bytes */
	uint64_t hash;          /* of that */
	uint32_t len;
};

/** Could a word be there, where WORDMAP_SHORT bytes can be read from its first
 * on? false is certain. */
static inline bool
wordmap_ask(
	const struct wordmap *m, struct text word, struct wordmap_asked *asked)
{
	asked->key = wordmap_key_at(word.p, word.len);
	asked->hash = wordmap_hash(m, asked->key);
	asked->len = (uint32_t)word.len;
	return wordmap_may_have(m, asked->hash);
}

/** Fetch what finding it looks at. */
CLAMOR_FETCHES static inline void
wordmap_fetch(const struct wordmap *m, const struct wordmap_asked *asked)
{
	__builtin_prefetch(&m->slots[asked->hash & (m->nslots - 1)]);
}

/** The value of the word, 0 if it has none. */
static inline uint32_t
wordmap_found(const struct wordmap *m, const struct wordmap_asked *asked,
	const char *word)
{
	if (asked->len > WORDMAP_SHORT)
		return wordmap_find(m, (struct text){ word, asked->len });
	return wordmap_find_from(
		m, asked->key, asked->len, asked->hash & (m->nslots - 1));
}

#endif
