/*
 * byteset.h - sets of bytes: which of many bytes are in one? Told of 32 or 64
 * at a time.
 */
#ifndef CLAMOR_BYTESET_H
#define CLAMOR_BYTESET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "simd.h"

/* All zero is empty. */
struct byteset {
	/* by the low half of a byte: a bit for each high half, those below
	 * ASCII's end and those above */
	uint8_t low[16], high[16];
};

/** Put a byte into it. */
void byteset_add(struct byteset *s, unsigned char c);

/** Is a byte in it? */
static inline bool
byteset_has(const struct byteset *s, unsigned char c)
{
	return (c < 128 ? s->low : s->high)[c % 16] >> (c / 16 % 8) & 1;
}

#ifdef SIMD_X86

/* Which of 32 bytes are in it? Those are not 0. */
SIMD_WITH_AVX2 static inline __m256i
byteset_in_32(const struct byteset *s, __m256i v)
{
	const __m256i low = _mm256_broadcastsi128_si256(
		_mm_loadu_si128((const __m128i *)(const void *)s->low));
	const __m256i high = _mm256_broadcastsi128_si256(
		_mm_loadu_si128((const __m128i *)(const void *)s->high));
	const __m256i bit = _mm256_set1_epi64x((long long)0x8040201008040201u);
	/* a byte with its top bit set finds nothing in a table */
	const __m256i rows = _mm256_or_si256(_mm256_shuffle_epi8(low, v),
		_mm256_shuffle_epi8(
			high, _mm256_xor_si256(v, _mm256_set1_epi8(-128))));
	const __m256i row = _mm256_shuffle_epi8(bit,
		_mm256_and_si256(
			_mm256_srli_epi16(v, 4), _mm256_set1_epi8(15)));

	return _mm256_and_si256(rows, row);
}

/* Which of 64, as bits? */
SIMD_WITH_AVX512 static inline uint64_t
byteset_in_64(const struct byteset *s, __m512i v)
{
	const __m512i low = _mm512_broadcast_i32x4(
		_mm_loadu_si128((const __m128i *)(const void *)s->low));
	const __m512i high = _mm512_broadcast_i32x4(
		_mm_loadu_si128((const __m128i *)(const void *)s->high));
	const __m512i bit = _mm512_set1_epi64((long long)0x8040201008040201u);
	const __m512i rows = _mm512_or_si512(_mm512_shuffle_epi8(low, v),
		_mm512_shuffle_epi8(
			high, _mm512_xor_si512(v, _mm512_set1_epi8(-128))));
	const __m512i row = _mm512_shuffle_epi8(bit,
		_mm512_and_si512(
			_mm512_srli_epi16(v, 4), _mm512_set1_epi8(15)));

	return _mm512_test_epi8_mask(rows, row);
}

#endif

#endif
