/* heads.c - bits by head and length, asked for without branches. */
#include "config.h"

#include <stdlib.h>

#include "heads.h"
#include "xalloc.h"

#define LEAST 8    /* 2^8 slots, at least */
#define HEAD 4     /* letters of a head */
#define LONGEST 31 /* this length stands for longer ones as well */
#define GROUP 32   /* words that are sorted out together */

void
heads_init(struct heads *h, size_t n)
{
	unsigned log = LEAST;

	while ((size_t)1 << log < n)
		log++;
	h->shift = 32 - log;
	h->slots = xcalloc((size_t)1 << log, sizeof(*h->slots));
}

void
heads_fini(struct heads *h)
{
	free(h->slots);
}

static inline uint32_t
length_of(uint32_t n)
{
	return n < LONGEST ? n : LONGEST;
}

/* The slot of a word at p, where HEAD bytes can be read; its length is at most
 * LONGEST. */
static inline uint64_t *
slot_of(const struct heads *h, const char *p, uint32_t length)
{
	/* what is a word's own of them; no branch, as nobody foresees it */
	static const uint32_t own[LONGEST + 1] = { 0, 0xFF, 0xFFFF, 0xFFFFFF,
		-1u, -1u, -1u, -1u, -1u, -1u, -1u, -1u, -1u, -1u, -1u, -1u, -1u,
		-1u, -1u, -1u, -1u, -1u, -1u, -1u, -1u, -1u, -1u, -1u, -1u, -1u,
		-1u, -1u };
	uint32_t head;

	memcpy(&head, p, HEAD);
	return &h->slots[(head & own[length]) * 0x9E3779B1u >> h->shift];
}

/* The same, where no more than the word can be read. */
static uint64_t *
slot_of_text(const struct heads *h, struct text word)
{
	char head[HEAD] = "";

	memcpy(head, word.p, word.len < HEAD ? word.len : HEAD);
	return slot_of(h, head, length_of((uint32_t)word.len));
}

void
heads_add(struct heads *h, struct text word, uint64_t kinds)
{
	*slot_of_text(h, word) |= kinds << length_of((uint32_t)word.len);
}

static size_t
letters_of(struct text t)
{
	size_t n = 0;

	while (n < t.len && t.p[n] >= 'a' && t.p[n] <= 'z')
		n++;
	return n;
}

/* All words with these first letters and more of them. */
static void
add_longer(struct heads *h, struct text begin)
{
	char longer[HEAD];
	uint32_t n;

	if (begin.len >= HEAD) {
		for (n = length_of((uint32_t)begin.len); n <= LONGEST; n++)
			*slot_of_text(h, begin) |= HEADS_ALONE << n;
		return;
	}
	heads_add(h, begin, HEADS_ALONE);
	memcpy(longer, begin.p, begin.len);
	for (longer[begin.len] = 'a'; longer[begin.len] <= 'z';
		longer[begin.len]++)
		add_longer(h, (struct text){ longer, begin.len + 1 });
}

void
heads_add_begin(struct heads *h, struct text begin)
{
	size_t n = letters_of(begin);

	if (n < begin.len) /* the word ends where it has something else */
		heads_add(h, (struct text){ begin.p, n }, HEADS_ALONE);
	else
		add_longer(h, begin);
}

/*
 * Some words, GROUP at most: a bit for each that is left.
 *
 * @unknown  bits of the first and the last: others stand beside them
 */
static inline __attribute__((always_inline)) uint32_t
sift_group(const struct heads *h, const char *text,
	const struct shape_word *words, size_t n, uint32_t unknown)
{
	uint64_t all = 0; /* the kinds of all of them, the first lowest */
	uint32_t beside;
	size_t i;

	for (i = n; i-- > 0;) {
		uint32_t length = length_of(words[i].end - words[i].start);

		all = 2 * all +
			(*slot_of(h, text + words[i].start, length) >> length &
				(HEADS_ALONE | HEADS_BESIDE));
	}
	beside = (uint32_t)(all >> 32);
	return (uint32_t)all | (beside & (beside << 1 | beside >> 1 | unknown));
}

/* All words, by one way of writing down which are left. */
#define SIFT(name, put, target)                                                \
	target static size_t name(const struct heads *h, const char *text,     \
		const struct shape_word *words, size_t n, uint32_t *left)      \
	{                                                                      \
		uint32_t *end = left, at, unknown = 0;                         \
                                                                               \
		for (at = 0; n - at > GROUP; at += GROUP) {                    \
			unknown |= 1u << (GROUP - 1);                          \
			end = put(end,                                         \
				sift_group(                                    \
					h, text, words + at, GROUP, unknown),  \
				at);                                           \
			unknown = 1;                                           \
		}                                                              \
		end = put(end,                                                 \
			sift_group(h, text, words + at, n - at, unknown), at); \
		return (size_t)(end - left);                                   \
	}

SIFT(sift_portable, places_put, )
#ifdef SIMD_X86
SIFT(sift_avx2, places_put_avx2, SIMD_WITH_AVX2)
SIFT(sift_avx512, places_put_avx512, SIMD_WITH_AVX512)
#endif

static size_t (*const sift[SIMD_WAYS])(const struct heads *, const char *,
	const struct shape_word *, size_t, uint32_t *) = {
	[SIMD_PORTABLE] = sift_portable,
#ifdef SIMD_X86
	[SIMD_SSE2] = sift_portable,
	[SIMD_AVX2] = sift_avx2,
	[SIMD_AVX512] = sift_avx512,
#endif
};

bool
heads_sift_by(const struct heads *h, const char *text,
	const struct shape_word *words, size_t n, uint32_t *left,
	enum simd_way way, size_t *nleft)
{
	if (!simd_has(way))
		return false;
	*nleft = sift[way](h, text, words, n, left);
	return true;
}

size_t
heads_sift(const struct heads *h, const char *text,
	const struct shape_word *words, size_t n, uint32_t *left)
{
	return sift[simd_best](h, text, words, n, left);
}
