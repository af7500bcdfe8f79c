/* shape.c - bytes classified by 16 or 32 at a time. */
#include "config.h"

#if defined(__SSE2__)
#include <immintrin.h>
#define HAS_SIMD
#endif

#include "shape.h"
#include "xalloc.h"

#define ENYE "\xC3\xB1"

static inline void
see_portable(struct shape_block *b, const char *p)
{
	unsigned i;

	*b = (struct shape_block){ 0 };
	for (i = 0; i < SHAPE_BLOCK; i++) {
		b->letters |= (uint64_t)(p[i] >= 'a' && p[i] <= 'z') << i;
		b->blanks |= (uint64_t)(p[i] == ' ') << i;
		b->twice |= (uint64_t)(p[i] == p[i + 1]) << i;
		b->enyes |= (uint64_t)(p[i] == ENYE[0] && p[i + 1] == ENYE[1])
			<< i;
	}
}

#ifdef HAS_SIMD

static inline uint64_t
bits(__m128i v, unsigned at)
{
	return (uint64_t)(uint32_t)_mm_movemask_epi8(v) << at;
}

static inline void
see_sse2(struct shape_block *b, const char *p)
{
	unsigned i;

	*b = (struct shape_block){ 0 };
	for (i = 0; i < SHAPE_BLOCK; i += 16, p += 16) {
		const __m128i v =
			_mm_loadu_si128((const __m128i *)(const void *)p);
		const __m128i next =
			_mm_loadu_si128((const __m128i *)(const void *)(p + 1));
		const __m128i letters =
			_mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('a' - 1)),
				_mm_cmpgt_epi8(_mm_set1_epi8('z' + 1), v));

		b->letters |= bits(letters, i);
		b->blanks |= bits(_mm_cmpeq_epi8(v, _mm_set1_epi8(' ')), i);
		b->twice |= bits(_mm_cmpeq_epi8(v, next), i);
		if (_mm_movemask_epi8(v) == 0) /* all of it ASCII */
			continue;
		b->enyes |= bits(
			_mm_and_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(ENYE[0])),
				_mm_cmpeq_epi8(next, _mm_set1_epi8(ENYE[1]))),
			i);
	}
}

/* The same for processors of the last ten years; asked for when it starts. */
#define AVX2 __attribute__((target("avx2")))

AVX2 static inline uint64_t
bits_avx2(__m256i v, unsigned at)
{
	return (uint64_t)(uint32_t)_mm256_movemask_epi8(v) << at;
}

AVX2 static inline void
see_avx2(struct shape_block *b, const char *p)
{
	unsigned i;

	*b = (struct shape_block){ 0 };
	for (i = 0; i < SHAPE_BLOCK; i += 32, p += 32) {
		const __m256i v =
			_mm256_loadu_si256((const __m256i *)(const void *)p);
		const __m256i next = _mm256_loadu_si256(
			(const __m256i *)(const void *)(p + 1));
		const __m256i letters = _mm256_and_si256(
			_mm256_cmpgt_epi8(v, _mm256_set1_epi8('a' - 1)),
			_mm256_cmpgt_epi8(_mm256_set1_epi8('z' + 1), v));

		b->letters |= bits_avx2(letters, i);
		b->blanks |= bits_avx2(
			_mm256_cmpeq_epi8(v, _mm256_set1_epi8(' ')), i);
		b->twice |= bits_avx2(_mm256_cmpeq_epi8(v, next), i);
		if (_mm256_movemask_epi8(v) == 0) /* all of it ASCII */
			continue;
		b->enyes |= bits_avx2(
			_mm256_and_si256(
				_mm256_cmpeq_epi8(v, _mm256_set1_epi8(ENYE[0])),
				_mm256_cmpeq_epi8(
					next, _mm256_set1_epi8(ENYE[1]))),
			i);
	}
}

AVX2 static void
see_all_avx2(struct shape_block *v, size_t n, const char *p)
{
	size_t i;

	for (i = 0; i < n; i++)
		see_avx2(&v[i], p + i * SHAPE_BLOCK);
}

static void
see_all_sse2(struct shape_block *v, size_t n, const char *p)
{
	size_t i;

	for (i = 0; i < n; i++)
		see_sse2(&v[i], p + i * SHAPE_BLOCK);
}

#endif

static void
see_all_portable(struct shape_block *v, size_t n, const char *p)
{
	size_t i;

	for (i = 0; i < n; i++)
		see_portable(&v[i], p + i * SHAPE_BLOCK);
}

static struct shape_block *
make_room(struct shape *s, struct text t)
{
	s->n = t.len / SHAPE_BLOCK + 1;
	if (s->n > s->cap) {
		s->cap = 2 * s->n;
		s->v = xreallocarray(s->v, s->cap, sizeof(*s->v));
	}
	return s->v;
}

bool
shape_see_by(struct shape *s, struct text t, enum shape_way way)
{
	struct shape_block *v = make_room(s, t);

	switch (way) {
	case SHAPE_PORTABLE:
		see_all_portable(v, s->n, t.p);
		return true;
#ifdef HAS_SIMD
	case SHAPE_SSE2:
		see_all_sse2(v, s->n, t.p);
		return true;
	case SHAPE_AVX2:
		if (!__builtin_cpu_supports("avx2"))
			return false;
		see_all_avx2(v, s->n, t.p);
		return true;
#else
	case SHAPE_SSE2:
	case SHAPE_AVX2:
		break;
#endif
	}
	return false;
}

void
shape_see(struct shape *s, struct text t)
{
	if (!shape_see_by(s, t, SHAPE_AVX2) && !shape_see_by(s, t, SHAPE_SSE2))
		(void)shape_see_by(s, t, SHAPE_PORTABLE);
}
