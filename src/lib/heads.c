/* heads.c - a bit for each head, asked for without branches. */
#include "config.h"

#include <stdlib.h>

#include "heads.h"
#include "xalloc.h"

#define BITS_EACH 32 /* at least */
#define LEAST 9      /* 2^9 bits, at least */

void
heads_init(struct heads *h, size_t n)
{
	unsigned log = LEAST;

	while (((size_t)1 << log) < BITS_EACH * n)
		log++;
	h->shift = 64 - log;
	h->bits = xcalloc((size_t)1 << log >> 6, sizeof(*h->bits));
}

void
heads_fini(struct heads *h)
{
	free(h->bits);
}

/* The first bytes of a word of n > 0 at p, where HEADS_BYTES can be read. */
static inline uint64_t
head_at(const char *p, size_t n)
{
	/* how many are not its own: no branch, lengths are hard to foresee */
	int behind = HEADS_BYTES - (int)n;
	uint64_t head;

	behind &= ~(behind >> 31);
	memcpy(&head, p, HEADS_BYTES);
	return head & UINT64_MAX >> 8 * behind;
}

uint64_t
heads_of(struct text word)
{
	char bytes[HEADS_BYTES] = "";

	memcpy(bytes, word.p, word.len < HEADS_BYTES ? word.len : HEADS_BYTES);
	return head_at(bytes, HEADS_BYTES);
}

static inline uint64_t
bit_of(const struct heads *h, uint64_t head)
{
	return head * 0x9E3779B97F4A7C15u >> h->shift;
}

void
heads_add(struct heads *h, struct text word)
{
	uint64_t bit = bit_of(h, heads_of(word));

	h->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

static inline __attribute__((always_inline)) size_t
sift(const struct heads *h, const struct vocab *v, const char *text,
	const struct shape_word *words, size_t n, struct heads_sifted *to,
	const bool brief)
{
	const struct heads set = *h; /* what is written to is none of it */
	size_t nleft = 0, i;

	for (i = 0; i < n; i++) {
		const char *p = text + words[i].start;
		uint64_t head = head_at(p, words[i].end - words[i].start);
		uint64_t bit = bit_of(&set, head);
		bool may;

		to->heads[i] = head;
		may = (set.bits[bit / 64] >> bit % 64 & 1) |
			vocab_may_begin_4(v, p);
		if (brief)
			may |= vocab_may_begin_3(v, p);
		to->left[nleft] = (uint8_t)i;
		nleft += may;
	}
	return nleft;
}

static size_t
sift_plainly(const struct heads *h, const struct vocab *v, const char *text,
	const struct shape_word *words, size_t n, struct heads_sifted *to)
{
	return v->begins_short ? sift(h, v, text, words, n, to, true)
			       : sift(h, v, text, words, n, to, false);
}

#ifdef SIMD_X86

/* The same in fewer instructions. */
SIMD_WITH_AVX2 static size_t
sift_bmi(const struct heads *h, const struct vocab *v, const char *text,
	const struct shape_word *words, size_t n, struct heads_sifted *to)
{
	return v->begins_short ? sift(h, v, text, words, n, to, true)
			       : sift(h, v, text, words, n, to, false);
}

#endif

size_t
heads_sift(const struct heads *h, const struct vocab *v, const char *text,
	const struct shape_word *words, size_t n, struct heads_sifted *to)
{
#ifdef SIMD_X86
	if (simd_has(SIMD_AVX2))
		return sift_bmi(h, v, text, words, n, to);
#endif
	return sift_plainly(h, v, text, words, n, to);
}
