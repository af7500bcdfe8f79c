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
	__m256i all = _mm256_setzero_si256();
	size_t i;

	for (i = 0; i < len; i += 32)
		all = _mm256_or_si256(all,
			byteset_in_32(s,
				_mm256_loadu_si256(
					(const __m256i *)(const void *)(p +
						i))));
	return !_mm256_testz_si256(all, all);
}

SIMD_WITH_AVX512 static bool
meets_avx512(const struct byteset *s, const char *p, size_t len)
{
	uint64_t all = 0;
	size_t i;

	for (i = 0; i < len; i += 64)
		all |= byteset_in_64(s, _mm512_loadu_si512(p + i));
	return all != 0;
}

#endif

static bool (*const meets[SIMD_WAYS])(
	const struct byteset *, const char *, size_t) = {
	[SIMD_PORTABLE] = meets_portable,
#ifdef SIMD_X86
	[SIMD_SSE2] = meets_portable,
	[SIMD_AVX2] = meets_avx2,
	[SIMD_AVX512] = meets_avx512,
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
