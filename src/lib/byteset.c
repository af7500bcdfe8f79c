/* byteset.c - two tables of sixteen, asked by the halves of 32 bytes. */
#include "config.h"

#include "byteset.h"

void
byteset_add(struct byteset *s, unsigned char c)
{
	(c < 128 ? s->low : s->high)[c % 16] |= (uint8_t)(1u << c / 16 % 8);
}

static bool
meets_portable(const struct byteset *s, const char *p, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (byteset_has(s, (unsigned char)p[i]))
			return true;
	return false;
}

#ifdef SIMD_X86

SIMD_WITH_AVX2 static bool
meets_avx2(const struct byteset *s, const char *p, size_t len)
{
	const __m256i low = _mm256_broadcastsi128_si256(
		_mm_loadu_si128((const __m128i *)(const void *)s->low));
	const __m256i high = _mm256_broadcastsi128_si256(
		_mm_loadu_si128((const __m128i *)(const void *)s->high));
	const __m256i bit = _mm256_set1_epi64x((long long)0x8040201008040201u);
	__m256i all = _mm256_setzero_si256();
	size_t i;

	for (i = 0; i < len; i += 32) {
		const __m256i v = _mm256_loadu_si256(
			(const __m256i *)(const void *)(p + i));
		/* a byte with its top bit set finds nothing in a table */
		const __m256i rows = _mm256_or_si256(
			_mm256_shuffle_epi8(low, v),
			_mm256_shuffle_epi8(high,
				_mm256_xor_si256(v, _mm256_set1_epi8(-128))));
		const __m256i row = _mm256_shuffle_epi8(bit,
			_mm256_and_si256(
				_mm256_srli_epi16(v, 4), _mm256_set1_epi8(15)));

		all = _mm256_or_si256(all, _mm256_and_si256(rows, row));
	}
	return !_mm256_testz_si256(all, all);
}

#endif

static bool (*const meets[SIMD_WAYS])(
	const struct byteset *, const char *, size_t) = {
	[SIMD_PORTABLE] = meets_portable,
#ifdef SIMD_X86
	[SIMD_SSE2] = meets_portable,
	[SIMD_AVX2] = meets_avx2,
	[SIMD_AVX512] = meets_avx2,
#endif
};

bool
byteset_meets_by(const struct byteset *s, const char *p, size_t len,
	enum simd_way way, bool *is)
{
	if (!simd_has(way))
		return false;
	*is = meets[way](s, p, len);
	return true;
}

bool
byteset_meets(const struct byteset *s, const char *p, size_t len)
{
	return meets[simd_best](s, p, len);
}
