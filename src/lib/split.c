/* split.c - CSV structure by bit masks. */
#include "config.h"

#if defined(__SSE2__)
#include <immintrin.h>
#define HAS_SIMD
#endif

#include <stdbool.h>

#include "split.h"

struct masks {
	uint64_t quote, delimiter, lf, cr, nul;
};

/*
 * What the masks say of a block. parity: bit i tells whether the number of
 * quotes 0..i is odd.
 */
static inline void
structure(struct split *s, const struct masks *m, uint64_t parity,
	struct split_block *b)
{
	uint64_t inside = parity ^ s->inside;
	uint64_t separators = m->delimiter | m->lf;
	uint64_t open = m->quote & inside, close = m->quote & ~inside;
	uint64_t bare = m->cr & ~inside;
	uint64_t may_open = (separators | m->quote) << 1 | s->may_open;
	uint64_t after_close = close << 1 | s->after_close;
	uint64_t after_cr = m->cr << 1 | s->after_cr;
	uint64_t after_bare = bare << 1 | s->after_bare;

	b->separators = separators & ~inside;
	b->ends = m->lf & ~inside;
	b->breaks = m->lf | after_cr;
	b->odd = m->nul | (open & ~may_open) |
		(after_close & ~(separators | m->quote | m->cr)) |
		(after_bare & ~m->lf);

	s->inside = -(inside >> 63);
	s->may_open = (separators | m->quote) >> 63;
	s->after_close = close >> 63;
	s->after_cr = m->cr >> 63;
	s->after_bare = bare >> 63;
}

static inline uint64_t
parity_upto(uint64_t x)
{
	if (x == 0)
		return 0;
	x ^= x << 1;
	x ^= x << 2;
	x ^= x << 4;
	x ^= x << 8;
	x ^= x << 16;
	x ^= x << 32;
	return x;
}

static void
next_portable(struct split *s, const char *p, struct split_block *b)
{
	struct masks m = { 0 };
	int i;

	for (i = 0; i < SPLIT_BLOCK; i++) {
		m.quote |= (uint64_t)(p[i] == '"') << i;
		m.delimiter |= (uint64_t)(p[i] == s->delimiter) << i;
		m.lf |= (uint64_t)(p[i] == '\n') << i;
		m.cr |= (uint64_t)(p[i] == '\r') << i;
		m.nul |= (uint64_t)(p[i] == '\0') << i;
	}
	structure(s, &m, parity_upto(m.quote), b);
}

#ifdef HAS_SIMD

/* Which of 64 bytes are c? */
static inline uint64_t
equal(const __m128i v[4], char c)
{
	const __m128i want = _mm_set1_epi8(c);

	return (uint64_t)(uint32_t)_mm_movemask_epi8(
		       _mm_cmpeq_epi8(v[0], want)) |
		(uint64_t)(uint32_t)_mm_movemask_epi8(
			_mm_cmpeq_epi8(v[1], want))
		<< 16 |
		(uint64_t)(uint32_t)_mm_movemask_epi8(
			_mm_cmpeq_epi8(v[2], want))
		<< 32 |
		(uint64_t)(uint32_t)_mm_movemask_epi8(
			_mm_cmpeq_epi8(v[3], want))
		<< 48;
}

/* Bytes up to CR are rare but for LF: few blocks hold NUL or CR. */
static inline int
has_nul_or_cr(const __m128i v[4])
{
	const __m128i nul = _mm_setzero_si128(), cr = _mm_set1_epi8('\r');
	__m128i any = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v[0], nul),
					   _mm_cmpeq_epi8(v[0], cr)),
		_mm_or_si128(
			_mm_cmpeq_epi8(v[1], nul), _mm_cmpeq_epi8(v[1], cr)));

	any = _mm_or_si128(any,
		_mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v[2], nul),
				     _mm_cmpeq_epi8(v[2], cr)),
			_mm_or_si128(_mm_cmpeq_epi8(v[3], nul),
				_mm_cmpeq_epi8(v[3], cr))));
	return _mm_movemask_epi8(any);
}

static void
next_sse2(struct split *s, const char *p, struct split_block *b)
{
	const __m128i v[4] = {
		_mm_loadu_si128((const __m128i *)(const void *)p),
		_mm_loadu_si128((const __m128i *)(const void *)(p + 16)),
		_mm_loadu_si128((const __m128i *)(const void *)(p + 32)),
		_mm_loadu_si128((const __m128i *)(const void *)(p + 48)),
	};
	struct masks m = { .quote = equal(v, '"'),
		.delimiter = equal(v, s->delimiter),
		.lf = equal(v, '\n') };

	if (has_nul_or_cr(v)) {
		m.cr = equal(v, '\r');
		m.nul = equal(v, '\0');
	}
	structure(s, &m, parity_upto(m.quote), b);
}

/* The same for processors of the last ten years; asked for when it starts. */
#define AVX2 __attribute__((target("avx2,bmi,pclmul")))

AVX2 static inline uint64_t
equal_avx2(__m256i low, __m256i high, char c)
{
	const __m256i want = _mm256_set1_epi8(c);

	return (uint64_t)(uint32_t)_mm256_movemask_epi8(
		       _mm256_cmpeq_epi8(low, want)) |
		(uint64_t)(uint32_t)_mm256_movemask_epi8(
			_mm256_cmpeq_epi8(high, want))
		<< 32;
}

AVX2 static inline int
has_nul_or_cr_avx2(__m256i low, __m256i high)
{
	const __m256i nul = _mm256_setzero_si256();
	const __m256i cr = _mm256_set1_epi8('\r');

	return _mm256_movemask_epi8(
		_mm256_or_si256(_mm256_or_si256(_mm256_cmpeq_epi8(low, nul),
					_mm256_cmpeq_epi8(low, cr)),
			_mm256_or_si256(_mm256_cmpeq_epi8(high, nul),
				_mm256_cmpeq_epi8(high, cr))));
}

AVX2 static void
next_avx2(struct split *s, const char *p, struct split_block *b)
{
	const __m256i low =
		_mm256_loadu_si256((const __m256i *)(const void *)p);
	const __m256i high =
		_mm256_loadu_si256((const __m256i *)(const void *)(p + 32));
	struct masks m = { .quote = equal_avx2(low, high, '"'),
		.delimiter = equal_avx2(low, high, s->delimiter),
		.lf = equal_avx2(low, high, '\n') };
	/* times all ones without carry: the parity */
	const __m128i parity = _mm_clmulepi64_si128(
		_mm_cvtsi64_si128((long long)m.quote), _mm_set1_epi8(-1), 0);

	if (has_nul_or_cr_avx2(low, high)) {
		m.cr = equal_avx2(low, high, '\r');
		m.nul = equal_avx2(low, high, '\0');
	}
	structure(s, &m, (uint64_t)_mm_cvtsi128_si64(parity), b);
}

static bool
has_avx2(void)
{
	return __builtin_cpu_supports("avx2") &&
		__builtin_cpu_supports("bmi") &&
		__builtin_cpu_supports("pclmul");
}

#endif

bool
split_start_by(struct split *s, char delimiter, enum split_way way)
{
	*s = (struct split){ .delimiter = delimiter, .may_open = 1 };
	switch (way) {
	case SPLIT_PORTABLE:
		s->next = next_portable;
		break;
#ifdef HAS_SIMD
	case SPLIT_SSE2:
		s->next = next_sse2;
		break;
	case SPLIT_AVX2:
		s->next = has_avx2() ? next_avx2 : NULL;
		break;
#else
	case SPLIT_SSE2:
	case SPLIT_AVX2:
		break;
#endif
	}
	return s->next != NULL;
}

void
split_start(struct split *s, char delimiter)
{
	if (!split_start_by(s, delimiter, SPLIT_AVX2) &&
		!split_start_by(s, delimiter, SPLIT_SSE2))
		(void)split_start_by(s, delimiter, SPLIT_PORTABLE);
}
