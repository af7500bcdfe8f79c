/*
 * vocab.h - the words and stems that the loaded lexicons know.
 *
 * Tells for any folded word whether a lexicon holds it (elongation and
 * hashtags are resolved by that) and gives each word a small number, so that
 * everything after the tokeniser compares numbers. Filled by the lexicon, then
 * only read.
 */
#ifndef CLAMOR_VOCAB_H
#define CLAMOR_VOCAB_H

#include <stdbool.h>
#include <stdint.h>

#include "wordmap.h"

#define VOCAB_STEMS_MAX 16 /* stems that one word can begin with, at most */
#define VOCAB_BEGIN 6      /* bytes by which vocab_may_begin judges */
#define VOCAB_READ 8       /* and that can be read by it */
#define VOCAB_STEM_KEY 3   /* stems are sorted out by their first three bytes */
#define VOCAB_STEM_BUCKETS 4096u
#define VOCAB_BEGINS 65536u

struct vocab_word; /* internal */

/* Shared by threads once filled. All of it is internal. */
struct vocab {
	struct wordmap numbers;   /* of words */
	struct wordmap stems;     /* numbers of stems */
	struct vocab_word *words; /* by number; [0] is unused */
	size_t nwords, words_cap;
	uint64_t *slang; /* by number, a bit each: is it replaced? */
	size_t slang_cap;
	struct buf arena;     /* spellings, and what slang stands for */
	bool as_typed;        /* guess nothing */
	uint32_t prefixed[8]; /* how prefixes begin: see prefixes.h */

	/* which lengths of stems there are: bit n for n bytes */
	uint64_t lengths[VOCAB_STEM_BUCKETS]; /* of VOCAB_STEM_KEY and more */
	uint64_t brief;                       /* of less */

	/* how stems and what is expected begin: six bytes, four of those of
	 * less, three of those of less, a bit each, so that hardly two share
	 * it; the one byte of others */
	uint64_t begins_6[VOCAB_BEGINS / 64];
	uint64_t begins_4[VOCAB_BEGINS / 64];
	uint64_t begins_3[VOCAB_BEGINS / 64];
	bool begins_1[256];
	size_t longest_stem;
};

struct vocab *vocab_new(void);
void vocab_free(struct vocab *v);

/** The number of a folded word, 1.., made if it is new. */
uint32_t vocab_add(struct vocab *v, struct text word);

/** The number of a stem (`decepcion*`), from the same series. */
uint32_t vocab_add_stem(struct vocab *v, struct text stem);

/**
 * Let another spelling count as a word or stem that is there, unless that
 * spelling is a word or stem itself (n for ñ). To be done last: a spelling
 * that is an alias can no longer be added as a word.
 */
void vocab_alias(struct vocab *v, struct text spelling, uint32_t id);
void vocab_alias_stem(struct vocab *v, struct text spelling, uint32_t id);

/**
 * Let a misspelling be slang for the word of that number, unless that spelling
 * is a word or begins with a stem itself, or a misspelling of another word as
 * well: then it stands for none.
 */
void vocab_add_slip(struct vocab *v, struct text spelling, uint32_t id);

/** The number of a word, 0 if it is none; stems are not asked. */
uint32_t vocab_find(const struct vocab *v, struct text word);

/** As vocab_find, where 16 bytes can be read from the first of the word on. */
static inline uint32_t
vocab_find_at(const struct vocab *v, struct text word)
{
	if (word.len > WORDMAP_SHORT)
		return vocab_find(v, word);
	return wordmap_find_key(
		&v->numbers, wordmap_key_at(word.p, word.len), word.len);
}

/* The same in steps, for many words one after the other: see wordmap.h. */
static inline bool
vocab_ask(const struct vocab *v, struct text word, struct wordmap_asked *asked)
{
	return wordmap_ask(&v->numbers, word, asked);
}

CLAMOR_FETCHES static inline void
vocab_fetch(const struct vocab *v, const struct wordmap_asked *asked)
{
	wordmap_fetch(&v->numbers, asked);
}

static inline uint32_t
vocab_found(const struct vocab *v, const struct wordmap_asked *asked,
	const char *word)
{
	return wordmap_found(&v->numbers, asked, word);
}

static inline size_t
vocab_stem_bucket(struct text t)
{
	const unsigned char *p = (const unsigned char *)t.p;

	return (p[0] * 31u * 31u + p[1] * 31u + p[2]) % VOCAB_STEM_BUCKETS;
}

/* Where the beginning of n bytes at p is noted, n up to 6; VOCAB_READ can be
 * read. */
static inline uint32_t
vocab_begin(const char *p, unsigned n)
{
	const unsigned char *s = (const unsigned char *)p;
	uint64_t bytes = s[0] | (uint64_t)s[1] << 8 | (uint64_t)s[2] << 16 |
		(uint64_t)s[3] << 24 | (uint64_t)s[4] << 32 |
		(uint64_t)s[5] << 40 | (uint64_t)s[6] << 48 |
		(uint64_t)s[7] << 56;

	return (uint32_t)((bytes << (64 - 8 * n)) * 0x9E3779B97F4A7C15u >> 48);
}

static inline uint64_t
vocab_is_noted(const uint64_t *begins, uint32_t at)
{
	return begins[at / 64] >> at % 64 & 1;
}

/** Could a word begin with a stem, or with what is expected? false is certain.
 * VOCAB_READ bytes can be read from the first of the word on, as of those that
 * vocab_text and vocab_slang return. */
static inline bool
vocab_may_begin(const struct vocab *v, struct text word)
{
	return vocab_is_noted(v->begins_6, vocab_begin(word.p, 6)) |
		vocab_is_noted(v->begins_4, vocab_begin(word.p, 4)) |
		vocab_is_noted(v->begins_3, vocab_begin(word.p, 3)) |
		v->begins_1[(unsigned char)*word.p];
}

/**
 * The stems that a word begins with, longest last.
 * Returns how many were written to ids, at most VOCAB_STEMS_MAX.
 */
size_t vocab_stems(
	const struct vocab *v, struct text word, uint32_t ids[VOCAB_STEMS_MAX]);

/** Is it a word, or does it begin with a stem? */
bool vocab_knows(const struct vocab *v, struct text word);

/**
 * Let vocab_may_begin say yes to words that begin with a text, or would with
 * what stands behind them.
 */
void vocab_expect(struct vocab *v, struct text begin);

/**
 * Is it a word, or a stem of at least five bytes with an ending of at most
 * four? For guesses: what begins with a short stem may be anything.
 */
bool vocab_knows_nearly(const struct vocab *v, struct text word);

/**
 * Keep words as typed: nothing that a reader would have to guess is rewritten
 * (see tokens.h).
 */
void vocab_keep_typed(struct vocab *v);

/** How many numbers were given: ids are 1 .. vocab_size(). */
uint32_t vocab_size(const struct vocab *v);

/** The spelling behind a number (of a stem without its `*`). */
struct text vocab_text(const struct vocab *v, uint32_t id);

/** Mark a word as an entry of its own: slang leaves it as typed. */
void vocab_mark_entry(struct vocab *v, uint32_t id);

/** Mark a word or stem that opines by itself; is it one? */
void vocab_mark_opinion(struct vocab *v, uint32_t id);
bool vocab_is_opinion(const struct vocab *v, uint32_t id);

/** Is a word slang, to be replaced? */
static inline bool
vocab_is_slang(const struct vocab *v, uint32_t id)
{
	return v->slang[id / 64] >> id % 64 & 1;
}

/** Set, and get, what a slang word stands for (folded; empty: none). */
void vocab_set_slang(struct vocab *v, uint32_t id, struct text to);
struct text vocab_slang(const struct vocab *v, uint32_t id);

#endif
