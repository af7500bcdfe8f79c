/* lower.c - plain ASCII by 16, 32 or 64 bytes. */
#include "config.h"

#include <stdint.h>
#include <string.h>

#include "lower.h"

static size_t
run_portable(char *out, const char *p, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++) {
		if (!lower_is_plain(p[i]) &&
			!(p[i] == ' ' && i + 1 < len &&
				lower_is_plain(p[i + 1])))
			break;
		out[i] = (char)(p[i] + (p[i] >= 'A' && p[i] <= 'Z' ? 32 : 0));
	}
	return i;
}

#ifdef SIMD_X86

/*
 * The bits of the bytes that end the run: what is not plain, or a blank before
 * that or before another blank.
 *
 * @blank_ends  does a blank at the end of the chunk end it?
 */
static inline uint64_t
stops(uint64_t odd, uint64_t blank, unsigned chunk, bool blank_ends)
{
	return odd |
		(blank &
			((blank | odd) >> 1 |
				(uint64_t)blank_ends << (chunk - 1)));
}

static inline uint64_t
chunk_sse2(char *out, const char *p, bool blank_ends)
{
	const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	/* A to Z moved to where the lowest 26 numbers are */
	const __m128i upper = _mm_cmpgt_epi8(_mm_set1_epi8(-128 + 26),
		_mm_add_epi8(v, _mm_set1_epi8((char)(128 - 'A'))));
	/* one more: DEL is then as far below ASCII as what is above it */
	const __m128i odd =
		_mm_or_si128(_mm_cmpgt_epi8(_mm_set1_epi8(' ' + 1),
				     _mm_add_epi8(v, _mm_set1_epi8(1))),
			_mm_cmpeq_epi8(v, _mm_set1_epi8('&')));
	const __m128i blank = _mm_cmpeq_epi8(v, _mm_set1_epi8(' '));

	_mm_storeu_si128((__m128i *)(void *)out,
		_mm_add_epi8(
			v, _mm_and_si128(upper, _mm_set1_epi8('a' - 'A'))));
	return stops((uint32_t)_mm_movemask_epi8(odd),
		(uint32_t)_mm_movemask_epi8(blank), 16, blank_ends);
}

SIMD_WITH_AVX2 static inline uint64_t
chunk_avx2(char *out, const char *p, bool blank_ends)
{
	const __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)p);
	const __m256i upper = _mm256_cmpgt_epi8(_mm256_set1_epi8(-128 + 26),
		_mm256_add_epi8(v, _mm256_set1_epi8((char)(128 - 'A'))));
	const __m256i odd = _mm256_or_si256(
		_mm256_cmpgt_epi8(_mm256_set1_epi8(' ' + 1),
			_mm256_add_epi8(v, _mm256_set1_epi8(1))),
		_mm256_cmpeq_epi8(v, _mm256_set1_epi8('&')));
	const __m256i blank = _mm256_cmpeq_epi8(v, _mm256_set1_epi8(' '));

	_mm256_storeu_si256((__m256i *)(void *)out,
		_mm256_add_epi8(v,
			_mm256_and_si256(upper, _mm256_set1_epi8('a' - 'A'))));
	return stops((uint32_t)_mm256_movemask_epi8(odd),
		(uint32_t)_mm256_movemask_epi8(blank), 32, blank_ends);
}

/* Chunk by chunk; what is left at the end of the text with NULs behind it. That
 * all of a chunk is of the run is foreseen: the next one need not wait. */
#define RUN(name, chunk, size, target)                                         \
	target static size_t name(char *out, const char *p, size_t len)        \
	{                                                                      \
		char tail[size] = { 0 };                                       \
		size_t at = 0;                                                 \
		uint64_t stop;                                                 \
                                                                               \
		for (; len - at > (size); at += (size)) {                      \
			stop = chunk(out + at, p + at,                         \
				!lower_is_plain(p[at + (size)]));              \
			if (stop != 0)                                         \
				return at + (size_t)__builtin_ctzll(stop);     \
		}                                                              \
		memcpy(tail, p + at, len - at);                                \
		stop = chunk(out + at, tail, true);                            \
		return stop != 0 ? at + (size_t)__builtin_ctzll(stop) : len;   \
	}

RUN(run_sse2, chunk_sse2, 16, )
RUN(run_avx2, chunk_avx2, 32, SIMD_WITH_AVX2)

/* Here what is behind the text need not be read: it is 0, which ends the run.
 */
SIMD_WITH_AVX512 static size_t
run_avx512(char *out, const char *p, size_t len)
{
	size_t at;

	for (at = 0; at < len; at += 64) {
		size_t left = len - at;
		const __m512i v = _mm512_maskz_loadu_epi8(left < 64
				? _bzhi_u64(UINT64_MAX, (unsigned)left)
				: UINT64_MAX,
			p + at);
		const __m512i above = _mm512_sub_epi8(v, _mm512_set1_epi8(' '));
		uint64_t upper = _mm512_cmplt_epu8_mask(
			_mm512_sub_epi8(v, _mm512_set1_epi8('A')),
			_mm512_set1_epi8('Z' - 'A' + 1));
		uint64_t odd = _mm512_cmpgt_epu8_mask(
				       above, _mm512_set1_epi8('~' - ' ')) |
			_mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('&'));
		uint64_t stop = stops(odd, _mm512_testn_epi8_mask(above, above),
			64, left <= 64 || !lower_is_plain(p[at + 64]));

		_mm512_storeu_si512(out + at,
			_mm512_mask_add_epi8(
				v, upper, v, _mm512_set1_epi8('a' - 'A')));
		if (stop != 0)
			return at + (size_t)__builtin_ctzll(stop);
	}
	return len;
}

#endif

static size_t (*const run[SIMD_WAYS])(char *, const char *, size_t) = {
	[SIMD_PORTABLE] = run_portable,
#ifdef SIMD_X86
	[SIMD_SSE2] = run_sse2,
	[SIMD_AVX2] = run_avx2,
	[SIMD_AVX512] = run_avx512,
#endif
};

bool
lower_run_by(char *out, const char *p, size_t len, enum simd_way way, size_t *n)
{
	if (!simd_has(way))
		return false;
	*n = run[way](out, p, len);
	return true;
}

size_t
lower_run(char *out, const char *p, size_t len)
{
	return run[simd_best](out, p, len);
}
