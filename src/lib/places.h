/*
 * places.h - which bits of a mask are set: their places, written down.
 *
 * How many they are no processor foresees, so those that know how write several
 * at once, set or not.
 */
#ifndef CLAMOR_PLACES_H
#define CLAMOR_PLACES_H

#include <stdint.h>

#include "simd.h"

#define PLACES_ROOM 32 /* numbers that may be written behind the last */

/**
 * Write the place of each bit, the lowest first.
 *
 * @to    room for as many as there are bits, and PLACES_ROOM
 * @base  what the lowest bit counts as
 *
 * Returns what is behind the last.
 */
static inline uint32_t *
places_put(uint32_t *to, uint64_t bits, uint32_t base)
{
	for (; bits != 0; bits &= bits - 1)
		*to++ = base + (uint32_t)__builtin_ctzll(bits);
	return to;
}

#ifdef SIMD_X86

/* The same, four at once. */
SIMD_WITH_AVX2 static inline uint32_t *
places_put_avx2(uint32_t *to, uint64_t bits, uint32_t base)
{
	uint32_t *end = to + _mm_popcnt_u64(bits);

#define PUT(i)                                                                 \
	to[i] = base + (uint32_t)_tzcnt_u64(bits);                             \
	bits = _blsr_u64(bits)
	do {
		PUT(0);
		PUT(1);
		PUT(2);
		PUT(3);
		to += 4;
	} while (bits != 0);
#undef PUT
	return end;
}

/* By a byte, the places of its bits. Filled before main begins. */
extern uint8_t places_of_byte[256][8];

extern const uint32_t places_at_byte[8][8]; /* 8 times 0, 8 times 8, … */

/* The same where most masks have many bits, byte by byte: of the 56 lowest. */
SIMD_WITH_AVX2 static inline uint32_t *
places_put_many_avx2(uint32_t *to, uint64_t bits, uint32_t base)
{
	const __m256i from = _mm256_set1_epi32((int)base);

#define PUT(i)                                                                 \
	_mm256_storeu_si256((__m256i *)(void *)to,                             \
		_mm256_add_epi32(                                              \
			_mm256_add_epi32(from,                                 \
				_mm256_loadu_si256(                            \
					(const __m256i *)(const void *)        \
						places_at_byte[i])),           \
			_mm256_cvtepu8_epi32(_mm_loadl_epi64(                  \
				(const __m128i *)(const void *)                \
					places_of_byte[bits >>                 \
						8 * (i)&255]))));              \
	to += _mm_popcnt_u64(bits >> 8 * (i)&255)
	PUT(0);
	PUT(1);
	PUT(2);
	PUT(3);
	PUT(4);
	PUT(5);
	PUT(6);
#undef PUT
	return to;
}

extern const uint8_t places_all[64]; /* 0 to 63 */

/* The same, sixteen at once: of the numbers 0 to 63 those whose bits are set
 * are moved together. */
SIMD_WITH_AVX512 static inline uint32_t *
places_put_avx512(uint32_t *to, uint64_t bits, uint32_t base)
{
	const __m512i from = _mm512_set1_epi32((int)base);
	__m512i places = _mm512_maskz_compress_epi8(
		bits, _mm512_loadu_si512(places_all));
	uint32_t *end = to + _mm_popcnt_u64(bits);

	for (;; to += 16) {
		_mm512_storeu_si512(to,
			_mm512_add_epi32(from,
				_mm512_cvtepu8_epi32(
					_mm512_castsi512_si128(places))));
		if (to + 16 >= end)
			break;
		/* the next sixteen come first */
		places = _mm512_shuffle_i64x2(places, places, 0x39);
	}
	return end;
}

/* The same where most masks have many bits: 32 at once. */
SIMD_WITH_AVX512 static inline uint32_t *
places_put_many_avx512(uint32_t *to, uint64_t bits, uint32_t base)
{
	const __m512i from = _mm512_set1_epi32((int)base);
	__m512i places = _mm512_maskz_compress_epi8(
		bits, _mm512_loadu_si512(places_all));
	uint32_t *end = to + _mm_popcnt_u64(bits);

	for (;; to += 32) {
		_mm512_storeu_si512(to,
			_mm512_add_epi32(from,
				_mm512_cvtepu8_epi32(
					_mm512_castsi512_si128(places))));
		_mm512_storeu_si512(to + 16,
			_mm512_add_epi32(from,
				_mm512_cvtepu8_epi32(
					_mm512_extracti32x4_epi32(places, 1))));
		if (to + 32 >= end)
			break;
		places = _mm512_shuffle_i64x2(places, places, 0x4E);
	}
	return end;
}

#endif

#endif
