/* lower.c - plain ASCII by 16 or 32 bytes. */
#include "config.h"

#if defined(__SSE2__)
#include <immintrin.h>
#define HAS_SIMD
#endif

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

#ifdef HAS_SIMD

/*
 * The bits of the bytes that end the run: what is not plain, or a blank before
 * that or before another blank.
 *
 * @blank_ends  does a blank at the end of the chunk end it?
 */
static inline uint32_t
stops(uint32_t odd, uint32_t blank, unsigned chunk, bool blank_ends)
{
	return odd |
		(blank &
			((blank | odd) >> 1 |
				(uint32_t)blank_ends << (chunk - 1)));
}

static inline uint32_t
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

/* The same for processors of the last ten years; asked for when it starts. */
#define AVX2 __attribute__((target("avx2,bmi")))

AVX2 static inline uint32_t
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
		uint32_t stop;                                                 \
                                                                               \
		for (; len - at > (size); at += (size)) {                      \
			stop = chunk(out + at, p + at,                         \
				!lower_is_plain(p[at + (size)]));              \
			if (stop != 0)                                         \
				return at + (size_t)__builtin_ctz(stop);       \
		}                                                              \
		memcpy(tail, p + at, len - at);                                \
		stop = chunk(out + at, tail, true);                            \
		return stop != 0 ? at + (size_t)__builtin_ctz(stop) : len;     \
	}

RUN(run_sse2, chunk_sse2, 16, )
RUN(run_avx2, chunk_avx2, 32, AVX2)

#endif

bool
lower_run_by(
	char *out, const char *p, size_t len, enum lower_way way, size_t *n)
{
	switch (way) {
	case LOWER_PORTABLE:
		*n = run_portable(out, p, len);
		return true;
#ifdef HAS_SIMD
	case LOWER_SSE2:
		*n = run_sse2(out, p, len);
		return true;
	case LOWER_AVX2:
		if (!__builtin_cpu_supports("avx2") ||
			!__builtin_cpu_supports("bmi"))
			return false;
		*n = run_avx2(out, p, len);
		return true;
#else
	case LOWER_SSE2:
	case LOWER_AVX2:
		break;
#endif
	}
	return false;
}

size_t
lower_run(char *out, const char *p, size_t len)
{
	size_t n;

	if (!lower_run_by(out, p, len, LOWER_AVX2, &n) &&
		!lower_run_by(out, p, len, LOWER_SSE2, &n))
		(void)lower_run_by(out, p, len, LOWER_PORTABLE, &n);
	return n;
}
