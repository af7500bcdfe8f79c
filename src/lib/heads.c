/* heads.c - bits by head and length, asked for without branches. */
#include "config.h"

#include <stdlib.h>

#include "heads.h"
#include "xalloc.h"

#define LEAST 8            /* 2^8 slots, at least */
#define HEAD 4             /* letters of a head */
#define LONGEST 31         /* this length stands for longer ones as well */
#define GROUP 32           /* words that are sorted out together */
#define FACTOR 0x9E3779B1u /* of the hash of a head */

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
	return &h->slots[(head & own[length]) * FACTOR >> h->shift];
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

/* What is left of some words, GROUP at most: a bit for each, the first lowest.
 */
struct kinds {
	uint32_t alone, beside;
};

typedef struct kinds look_fn(const struct heads *h, const char *text,
	const struct shape_word *words, size_t n);
typedef uint32_t *put_fn(uint32_t *to, uint64_t bits, uint32_t base);

static inline struct kinds
look_portable(const struct heads *h, const char *text,
	const struct shape_word *words, size_t n)
{
	uint64_t all = 0;
	size_t i;

	for (i = n; i-- > 0;) {
		uint32_t length = length_of(words[i].end - words[i].start);

		all = 2 * all +
			(*slot_of(h, text + words[i].start, length) >> length &
				(HEADS_ALONE | HEADS_BESIDE));
	}
	return (struct kinds){ (uint32_t)all, (uint32_t)(all >> 32) };
}

#ifdef SIMD_X86

static inline int
head_at(const char *text, uint32_t start)
{
	int head;

	memcpy(&head, text + start, HEAD);
	return head;
}

/* Bit n of each of eight slots. */
SIMD_WITH_AVX2 static inline uint32_t
kind_of(const __m256i slots[2], int n)
{
	return (uint32_t)_mm256_movemask_pd(_mm256_castsi256_pd(
		       _mm256_slli_epi64(slots[0], 63 - n))) |
		(uint32_t)_mm256_movemask_pd(_mm256_castsi256_pd(
			_mm256_slli_epi64(slots[1], 63 - n)))
		<< 4;
}

/*
 * Eight words at once. Heads and slots are loaded one by one: what processors
 * do to gather them takes longer.
 */
SIMD_WITH_AVX2 static inline __attribute__((always_inline)) struct kinds
look_8(const struct heads *h, const char *text, const struct shape_word *words)
{
	const __m256 low = _mm256_loadu_ps((const float *)(const void *)words);
	const __m256 high =
		_mm256_loadu_ps((const float *)(const void *)(words + 4));
	const __m256i start =
		_mm256_castps_si256(_mm256_shuffle_ps(low, high, 0x88));
	const __m256i end =
		_mm256_castps_si256(_mm256_shuffle_ps(low, high, 0xDD));
	const __m256i length = _mm256_min_epu32(
		/* the shuffles leave 0 1 4 5 2 3 6 7 */
		_mm256_permute4x64_epi64(_mm256_sub_epi32(end, start), 0xD8),
		_mm256_set1_epi32(LONGEST));
	const __m256i own = _mm256_srlv_epi32(_mm256_set1_epi32(-1),
		_mm256_subs_epu16(_mm256_set1_epi32(8 * HEAD),
			_mm256_slli_epi32(length, 3)));
#define HEAD_OF(i) head_at(text, words[i].start)
	const __m256i heads = _mm256_setr_epi32(HEAD_OF(0), HEAD_OF(1),
		HEAD_OF(2), HEAD_OF(3), HEAD_OF(4), HEAD_OF(5), HEAD_OF(6),
		HEAD_OF(7));
#undef HEAD_OF
	const __m256i places = _mm256_srl_epi32(
		_mm256_mullo_epi32(_mm256_and_si256(heads, own),
			_mm256_set1_epi32((int)FACTOR)),
		_mm_cvtsi32_si128((int)h->shift));
	uint32_t at[8];
	__m256i slots[2];

	_mm256_storeu_si256((__m256i *)(void *)at, places);
#define SLOT(i) (long long)h->slots[at[i]]
	slots[0] = _mm256_setr_epi64x(SLOT(0), SLOT(1), SLOT(2), SLOT(3));
	slots[1] = _mm256_setr_epi64x(SLOT(4), SLOT(5), SLOT(6), SLOT(7));
#undef SLOT
	slots[0] = _mm256_srlv_epi64(slots[0],
		_mm256_cvtepu32_epi64(_mm256_castsi256_si128(length)));
	slots[1] = _mm256_srlv_epi64(slots[1],
		_mm256_cvtepu32_epi64(_mm256_extracti128_si256(length, 1)));
	return (struct kinds){ kind_of(slots, 0), kind_of(slots, 32) };
}

SIMD_WITH_AVX2 static inline __attribute__((always_inline)) struct kinds
look_avx2(const struct heads *h, const char *text,
	const struct shape_word *words, size_t n)
{
	struct kinds all = { 0, 0 };
	size_t i;

	for (i = 0; i < n; i += 8) {
		struct kinds k = look_8(h, text, words + i);

		all.alone |= k.alone << i;
		all.beside |= k.beside << i;
	}
	return all;
}

#endif

/* Sort out, by one way of looking at words and of writing down which are left.
 */
static inline __attribute__((always_inline)) size_t
sift_by(look_fn *look, put_fn *put, const struct heads *h, const char *text,
	const struct shape_word *words, size_t n, uint32_t *left)
{
	uint32_t *end = left, at, unknown = 0;

	for (at = 0; at < n; at += GROUP) {
		size_t group = n - at < GROUP ? n - at : GROUP;
		struct kinds k = look(h, text, words + at, group);

		/* beside the first and the last of it others may stand */
		unknown |= (uint32_t)(n - at > GROUP) << (GROUP - 1);
		k.alone |= k.beside & (k.beside << 1 | k.beside >> 1 | unknown);
		end = put(end, k.alone, at);
		unknown = 1;
	}
	return (size_t)(end - left);
}

static size_t
sift_portable(const struct heads *h, const char *text,
	const struct shape_word *words, size_t n, uint32_t *left)
{
	return sift_by(look_portable, places_put, h, text, words, n, left);
}

#ifdef SIMD_X86

SIMD_WITH_AVX2 static size_t
sift_avx2(const struct heads *h, const char *text,
	const struct shape_word *words, size_t n, uint32_t *left)
{
	return sift_by(look_avx2, places_put_avx2, h, text, words, n, left);
}

SIMD_WITH_AVX512 static size_t
sift_avx512(const struct heads *h, const char *text,
	const struct shape_word *words, size_t n, uint32_t *left)
{
	return sift_by(look_avx2, places_put_avx512, h, text, words, n, left);
}

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
