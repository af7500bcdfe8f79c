/* shape.c - bytes classified 64 at a time. */
#include "config.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define HAS_SIMD
#endif

#include <stdlib.h>

#include "shape.h"
#include "xalloc.h"

#define ENYE "\xC3\xB1"
#define EDGES_AT_ONCE 8

/* What is seen of 64 bytes. */
struct bits {
	uint64_t letters, blanks;
	uint64_t twice; /* it is the same as the next byte */
	uint64_t enyes; /* an ñ begins */
};

/* What must be remembered of the block before. */
struct seen {
	struct bits bits;
	uint64_t doubles, signs, ends, pairs;
	uint64_t drawn_out, apart; /* of all blocks */
};

/* Bits moved up by n, 1 to 63; those of the block before are moved in. */
static inline uint64_t
moved(uint64_t now, uint64_t before, unsigned n)
{
	return now << n | before >> (SHAPE_BLOCK - n);
}

/* What the bits say. Returns where words begin and end. */
static inline uint64_t
conclude(struct shape_block *b, struct seen *s, const struct bits *is)
{
	const struct bits *was = &s->bits;
	uint64_t doubles = is->twice & is->letters;
	uint64_t signs = ~(is->letters | is->blanks);
	uint64_t ends = moved(is->letters, was->letters, 1) & ~is->letters;
	uint64_t pairs = ends & moved(ends, s->ends, 2);
	uint64_t was_letters = was->letters;

	b->letters = is->letters;
	b->blanks = is->blanks;
	b->behind_sign = moved(is->letters, was->letters, 2) &
		moved(signs, s->signs, 1) & ~is->blanks;
	s->drawn_out |= moved(doubles, s->doubles, 2) &
		(moved(is->twice, was->twice, 1) | ~is->letters);
	if (is->enyes != 0)
		s->drawn_out |= is->enyes & moved(is->enyes, was->enyes, 2) &
			moved(is->enyes, was->enyes, 4);
	s->apart |= pairs & moved(pairs, s->pairs, 4);
	s->bits = *is;
	s->doubles = doubles;
	s->signs = signs;
	s->ends = ends;
	s->pairs = pairs;
	return is->letters ^ moved(is->letters, was_letters, 1);
}

static inline void
see_portable(struct bits *b, const char *p)
{
	unsigned i;

	for (i = 0; i < SHAPE_BLOCK; i++) {
		b->letters |= (uint64_t)(p[i] >= 'a' && p[i] <= 'z') << i;
		b->blanks |= (uint64_t)(p[i] == ' ') << i;
		b->twice |= (uint64_t)(p[i] == p[i + 1]) << i;
		b->enyes |= (uint64_t)(p[i] == ENYE[0] && p[i + 1] == ENYE[1])
			<< i;
	}
}

#ifdef HAS_SIMD

/* 16 bytes, bit `at` and on. */
static inline void
see_16(struct bits *b, const char *p, unsigned at)
{
	const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	const __m128i next =
		_mm_loadu_si128((const __m128i *)(const void *)(p + 1));
	const __m128i letters =
		_mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('a' - 1)),
			_mm_cmpgt_epi8(_mm_set1_epi8('z' + 1), v));

#define BITS(v) (uint64_t)(uint32_t) _mm_movemask_epi8(v) << at
	b->letters |= BITS(letters);
	b->blanks |= BITS(_mm_cmpeq_epi8(v, _mm_set1_epi8(' ')));
	b->twice |= BITS(_mm_cmpeq_epi8(v, next));
	if (_mm_movemask_epi8(v) != 0) /* not all of it ASCII */
		b->enyes |= BITS(
			_mm_and_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(ENYE[0])),
				_mm_cmpeq_epi8(next, _mm_set1_epi8(ENYE[1]))));
#undef BITS
}

static inline void
see_sse2(struct bits *b, const char *p)
{
	see_16(b, p, 0);
	see_16(b, p + 16, 16);
	see_16(b, p + 32, 32);
	see_16(b, p + 48, 48);
}

/* The same for processors of the last ten years; asked for when it starts. */
#define AVX2 __attribute__((target("avx2,bmi,popcnt")))

AVX2 static inline void
see_32(struct bits *b, const char *p, unsigned at)
{
	const __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)p);
	const __m256i next =
		_mm256_loadu_si256((const __m256i *)(const void *)(p + 1));
	const __m256i letters = _mm256_and_si256(
		_mm256_cmpgt_epi8(v, _mm256_set1_epi8('a' - 1)),
		_mm256_cmpgt_epi8(_mm256_set1_epi8('z' + 1), v));

#define BITS(v) (uint64_t)(uint32_t) _mm256_movemask_epi8(v) << at
	b->letters |= BITS(letters);
	b->blanks |= BITS(_mm256_cmpeq_epi8(v, _mm256_set1_epi8(' ')));
	b->twice |= BITS(_mm256_cmpeq_epi8(v, next));
	if (_mm256_movemask_epi8(v) != 0)
		b->enyes |= BITS(_mm256_and_si256(
			_mm256_cmpeq_epi8(v, _mm256_set1_epi8(ENYE[0])),
			_mm256_cmpeq_epi8(next, _mm256_set1_epi8(ENYE[1]))));
#undef BITS
}

AVX2 static inline void
see_avx2(struct bits *b, const char *p)
{
	see_32(b, p, 0);
	see_32(b, p + 32, 32);
}

#endif

/* Put where words begin and end: each bit is a place. Returns what is behind
 * the last; some numbers more may be written there. */
static inline uint32_t *
put_edges(uint32_t *to, uint64_t edges, uint32_t base)
{
	for (; edges != 0; edges &= edges - 1)
		*to++ = base + (uint32_t)__builtin_ctzll(edges);
	return to;
}

#ifdef HAS_SIMD

/* The same; how many there are no processor foresees, so eight at once. */
AVX2 static inline uint32_t *
put_edges_avx2(uint32_t *to, uint64_t edges, uint32_t base)
{
	uint32_t *end = to + _mm_popcnt_u64(edges);

#define PUT(i)                                                                 \
	to[i] = base + (uint32_t)_tzcnt_u64(edges);                            \
	edges = _blsr_u64(edges)
	do {
		PUT(0);
		PUT(1);
		PUT(2);
		PUT(3);
		PUT(4);
		PUT(5);
		PUT(6);
		PUT(7);
		to += EDGES_AT_ONCE;
	} while (edges != 0);
#undef PUT
	return end;
}

#endif

/* All blocks of a text, by one way of seeing them. */
#define SEE_ALL(name, see, put, target)                                        \
	target static void name(struct shape *shape, const char *p)            \
	{                                                                      \
		struct seen seen = { 0 };                                      \
		uint32_t *edge = (uint32_t *)shape->words;                     \
		size_t i;                                                      \
                                                                               \
		for (i = 0; i < shape->n; i++, p += SHAPE_BLOCK) {             \
			struct bits bits = { 0 };                              \
			uint64_t edges;                                        \
                                                                               \
			see(&bits, p);                                         \
			edges = conclude(&shape->v[i], &seen, &bits);          \
			edge = put(edge, edges, (uint32_t)(i * SHAPE_BLOCK));  \
		}                                                              \
		shape->nwords = (size_t)(edge - (uint32_t *)shape->words) / 2; \
		shape->drawn_out = seen.drawn_out != 0;                        \
		shape->set_apart = seen.apart != 0;                            \
	}

SEE_ALL(see_all_portable, see_portable, put_edges, )
#ifdef HAS_SIMD
SEE_ALL(see_all_sse2, see_sse2, put_edges, )
SEE_ALL(see_all_avx2, see_avx2, put_edges_avx2, AVX2)
#endif

#ifdef HAS_SIMD

static bool
has_avx2(void)
{
	return __builtin_cpu_supports("avx2") &&
		__builtin_cpu_supports("bmi") &&
		__builtin_cpu_supports("popcnt");
}

#endif

/* Room for as many words as a text can have. */
static void
make_room(struct shape *s, size_t len)
{
	size_t words = len / 2 + 1 + EDGES_AT_ONCE;

	s->n = len / SHAPE_BLOCK + 1;
	if (s->n > s->cap) {
		s->cap = 2 * s->n;
		s->v = xreallocarray(s->v, s->cap, sizeof(*s->v));
	}
	if (words > s->words_cap) {
		s->words_cap = 2 * words;
		s->words = xreallocarray(
			s->words, s->words_cap, sizeof(*s->words));
	}
}

bool
shape_see_by(struct shape *s, struct text t, enum shape_way way)
{
	make_room(s, t.len);
	switch (way) {
	case SHAPE_PORTABLE:
		see_all_portable(s, t.p);
		return true;
#ifdef HAS_SIMD
	case SHAPE_SSE2:
		see_all_sse2(s, t.p);
		return true;
	case SHAPE_AVX2:
		if (!has_avx2())
			return false;
		see_all_avx2(s, t.p);
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

void
shape_free(struct shape *s)
{
	free(s->v);
	free(s->words);
	*s = (struct shape){ 0 };
}
