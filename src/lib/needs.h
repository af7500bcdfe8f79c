/*
 * needs.h - what must stand in a text for any entry to stand there: words,
 * other words with those, bytes. The tables of the sieve.
 */
#ifndef CLAMOR_NEEDS_H
#define CLAMOR_NEEDS_H

#include "anchors.h"
#include "byteset.h"
#include "gates.h"
#include "heads.h"

/* What is known of a word or stem. */
enum {
	NEEDS_SINGLE = 1, /* it is all of some forms */
	NEEDS_NEAR = 2,   /* others need it, and a companion at some distance */
	NEEDS_BESIDE = 4, /* others need it, and a companion anywhere */
	/* others need it and nothing else that is looked for, or rewriting may
	 * put such a word in its place */
	NEEDS_ENOUGH = 8,
	/* it is slang for one word, and no more is to be thought of than what
	 * is known of that */
	NEEDS_SLANG = 16,
	/* forms of common words have it side by side with another */
	NEEDS_COMMON = 32,
};

/* By the hash of something that is there: a byte of it, so that hardly anything
 * passes that is not. Internal. */
struct needs_marks {
	uint8_t *v;
	size_t n; /* a power of two */
};

/* Shared by threads once made. */
struct needs {
	bool open;              /* something could stand in any text */
	bool numbers;           /* forms need number words */
	struct byteset special; /* bytes at which something could stand */
	struct heads words;     /* those of which anything is known, and what
				 * begins as anything does */
	uint8_t *traits;        /* what, by number of a word or stem */
	bool thirds; /* are there marks of words beside common pairs? */
	struct needs_marks companions; /* internal */
};

/** What is needed by all that is looked for by anchors and gates. To be freed
 * by needs_fini. */
void needs_init(struct needs *n, const struct anchors *anchors,
	const struct gates *gates);
void needs_fini(struct needs *n);

#define NEEDS_HEAD 8 /* bytes by which companions are known */

/** The first bytes of a word, zeros behind those of a short one. */
static inline uint64_t
needs_head(struct text word)
{
	uint64_t head = 0;

	memcpy(&head, word.p, word.len < NEEDS_HEAD ? word.len : NEEDS_HEAD);
	return head;
}

/** The same where so many bytes can be read from its first on. */
static inline uint64_t
needs_head_at(struct text word)
{
	/* no branch: lengths are hard to foresee */
	static const uint64_t own[NEEDS_HEAD + 1] = { 0, 0xFF, 0xFFFF, 0xFFFFFF,
		0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
		UINT64_MAX };
	uint64_t head;

	memcpy(&head, word.p, NEEDS_HEAD);
	return head & own[word.len < NEEDS_HEAD ? word.len : NEEDS_HEAD];
}

static inline uint8_t
needs_mark_of(uint64_t hash)
{
	return (uint8_t)(1 + (hash >> 57));
}

#define NEEDS_ANY 255 /* the mark of a place that two share */

static inline bool
needs_has_mark(const struct needs_marks *m, uint64_t hash)
{
	uint8_t mark = m->v[hash & (m->n - 1)];

	return mark == needs_mark_of(hash) || mark == NEEDS_ANY;
}

/* Of a key or such a hash, and the head of a word at a distance (0: any). */
static inline uint64_t
needs_hash_with(uint64_t of, uint64_t head, int distance)
{
	return hash_mix(head ^ of,
		0x9E3779B97F4A7C15u + 2 * (uint64_t)(int64_t)distance);
}

/**
 * Could a word be a companion of a key? Returns a hash of both, 0 for no.
 *
 * @head      of the word, see needs_head
 * @distance  at which it stands, see anchors_companion; 0 for NEEDS_BESIDE
 */
static inline uint64_t
needs_companion(
	const struct needs *n, uint32_t key, uint64_t head, int distance)
{
	uint64_t hash = needs_hash_with(key, head, distance);

	return needs_has_mark(&n->companions, hash) ? hash : 0;
}

/** Such a hash of two common words that stand side by side. */
static inline uint64_t
needs_pair(uint32_t first, uint32_t second)
{
	return needs_hash_with(first, second, 1);
}

/** Could a word be the second companion that both need? @head  0: none at all,
 * they do without. @distance  from the key or the first */
static inline bool
needs_may_be_second(
	const struct needs *n, uint64_t both, uint64_t head, int distance)
{
	return needs_has_mark(
		&n->companions, needs_hash_with(both, head, distance));
}

#endif
