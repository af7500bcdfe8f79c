/*
 * latin.c - each byte judged by itself and by the one before it.
 *
 * C2 and C3 lead one byte each, which is from 80 on, behind C2 from A0 on;
 * no other bytes from 80 on, no controls. The wide ways look at all bytes but
 * the first twice, as one of a block and in a block that begins a byte earlier;
 * the last block overlaps the one before it, so that nothing beside the text is
 * read.
 */
#include "config.h"

#include <stdint.h>

#include "latin.h"

static bool
is_lead(unsigned char c)
{
	return c == 0xC2 || c == 0xC3;
}

static bool
is_tail(unsigned char c)
{
	return c >= 0x80 && c < 0xC0;
}

/* May this byte stand behind that one? */
static bool
may_follow(unsigned char before, unsigned char c)
{
	if (is_lead(before))
		return is_tail(c) && (before == 0xC3 || c >= 0xA0);
	return is_lead(c) || (c >= ' ' && c < 0x80);
}

/* The bytes before one that may not follow: without a lead at their end. */
static size_t
without_lead(const char *p, size_t n)
{
	return n > 0 && is_lead((unsigned char)p[n - 1]) ? n - 1 : n;
}

static size_t
prefix_portable(const char *p, size_t len)
{
	unsigned char before = ' ';
	size_t i;

	for (i = 0; i < len && may_follow(before, (unsigned char)p[i]); i++)
		before = (unsigned char)p[i];
	return without_lead(p, i);
}

#ifdef SIMD_X86

/* Which bytes of a block at p may not follow those before them? */
typedef uint64_t odd_fn(const char *p);

/* A text longer than a block. Inlined into one function for each way to look
 * at a block. */
static inline __attribute__((always_inline)) size_t
prefix_by(odd_fn *odd, size_t block, const char *p, size_t len)
{
	uint64_t found;
	size_t i;

	if (!may_follow(' ', (unsigned char)*p))
		return 0;
	for (i = 1; i + block < len; i += block) {
		found = odd(p + i);
		if (found != 0)
			return without_lead(
				p, i + (size_t)__builtin_ctzll(found));
	}
	i = len - block;
	found = odd(p + i);
	if (found != 0)
		len = i + (size_t)__builtin_ctzll(found);
	return without_lead(p, len);
}

/* Signed: bytes from 80 on are less than all others. */
static inline uint64_t
odd_sse2(const char *p)
{
	const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	const __m128i before =
		_mm_loadu_si128((const __m128i *)(const void *)(p - 1));
	const __m128i even = _mm_set1_epi8('\xFE'), c2 = _mm_set1_epi8('\xC2');
	__m128i lead = _mm_cmpeq_epi8(_mm_and_si128(v, even), c2);
	__m128i behind = _mm_cmpeq_epi8(_mm_and_si128(before, even), c2);
	__m128i tail = _mm_cmplt_epi8(v, _mm_set1_epi8('\xC0'));
	__m128i odd = _mm_andnot_si128(_mm_or_si128(lead, tail),
		_mm_cmplt_epi8(v, _mm_set1_epi8(' ')));
	__m128i low = _mm_and_si128(_mm_cmpeq_epi8(before, c2),
		_mm_cmplt_epi8(v, _mm_set1_epi8('\xA0')));

	return (uint64_t)_mm_movemask_epi8(_mm_or_si128(
		_mm_or_si128(odd, low), _mm_xor_si128(tail, behind)));
}

static size_t
prefix_sse2(const char *p, size_t len)
{
	return len > 16 ? prefix_by(odd_sse2, 16, p, len)
			: prefix_portable(p, len);
}

SIMD_WITH_AVX2 static inline uint64_t
odd_avx2(const char *p)
{
	const __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)p);
	const __m256i before =
		_mm256_loadu_si256((const __m256i *)(const void *)(p - 1));
	const __m256i even = _mm256_set1_epi8('\xFE');
	const __m256i c2 = _mm256_set1_epi8('\xC2');
	__m256i lead = _mm256_cmpeq_epi8(_mm256_and_si256(v, even), c2);
	__m256i behind = _mm256_cmpeq_epi8(_mm256_and_si256(before, even), c2);
	__m256i tail = _mm256_cmpgt_epi8(_mm256_set1_epi8('\xC0'), v);
	__m256i odd = _mm256_andnot_si256(_mm256_or_si256(lead, tail),
		_mm256_cmpgt_epi8(_mm256_set1_epi8(' '), v));
	__m256i low = _mm256_and_si256(_mm256_cmpeq_epi8(before, c2),
		_mm256_cmpgt_epi8(_mm256_set1_epi8('\xA0'), v));
	__m256i all = _mm256_or_si256(
		_mm256_or_si256(odd, low), _mm256_xor_si256(tail, behind));

	return (uint32_t)_mm256_movemask_epi8(all);
}

SIMD_WITH_AVX2 static size_t
prefix_avx2(const char *p, size_t len)
{
	return len > 32 ? prefix_by(odd_avx2, 32, p, len) : prefix_sse2(p, len);
}

SIMD_WITH_AVX512 static inline uint64_t
odd_avx512(const char *p)
{
	const __m512i v = _mm512_loadu_si512(p);
	const __m512i before = _mm512_loadu_si512(p - 1);
	const __m512i even = _mm512_set1_epi8('\xFE');
	const __m512i c2 = _mm512_set1_epi8('\xC2');
	uint64_t lead = _mm512_cmpeq_epi8_mask(_mm512_and_si512(v, even), c2);
	uint64_t behind =
		_mm512_cmpeq_epi8_mask(_mm512_and_si512(before, even), c2);
	uint64_t tail = _mm512_cmplt_epi8_mask(v, _mm512_set1_epi8('\xC0'));
	uint64_t odd = _mm512_cmplt_epi8_mask(v, _mm512_set1_epi8(' '));
	uint64_t low =
		_mm512_mask_cmplt_epi8_mask(_mm512_cmpeq_epi8_mask(before, c2),
			v, _mm512_set1_epi8('\xA0'));

	return (odd & ~(lead | tail)) | low | (tail ^ behind);
}

SIMD_WITH_AVX512 static size_t
prefix_avx512(const char *p, size_t len)
{
	return len > 64 ? prefix_by(odd_avx512, 64, p, len)
			: prefix_avx2(p, len);
}

#endif

static size_t (*const prefix[SIMD_WAYS])(const char *, size_t) = {
	[SIMD_PORTABLE] = prefix_portable,
#ifdef SIMD_X86
	[SIMD_SSE2] = prefix_sse2,
	[SIMD_AVX2] = prefix_avx2,
	[SIMD_AVX512] = prefix_avx512,
#endif
};

size_t
latin_prefix(const char *p, size_t len)
{
	return prefix[simd_best](p, len);
}

bool
latin_prefix_by(const char *p, size_t len, enum simd_way way, size_t *n)
{
	if (!simd_has(way))
		return false;
	*n = prefix[way](p, len);
	return true;
}
