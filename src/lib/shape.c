/* shape.c - bytes classified 64 at a time. */
#include "config.h"

#include <stdlib.h>

#include "places.h"
#include "shape.h"
#include "xalloc.h"

#define ENYE "\xC3\xB1"

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

#ifdef SIMD_X86

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

SIMD_WITH_AVX2 static inline void
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

SIMD_WITH_AVX2 static inline void
see_avx2(struct bits *b, const char *p)
{
	see_32(b, p, 0);
	see_32(b, p + 32, 32);
}

SIMD_WITH_AVX512 static inline void
see_avx512(struct bits *b, const char *p)
{
	const __m512i v = _mm512_loadu_si512(p);
	const __m512i next = _mm512_loadu_si512(p + 1);

	b->letters = _mm512_cmplt_epu8_mask(
		_mm512_sub_epi8(v, _mm512_set1_epi8('a')),
		_mm512_set1_epi8('z' - 'a' + 1));
	b->blanks = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(' '));
	b->twice = _mm512_cmpeq_epi8_mask(v, next);
	b->enyes = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(ENYE[0])) &
		_mm512_cmpeq_epi8_mask(next, _mm512_set1_epi8(ENYE[1]));
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

SEE_ALL(see_all_portable, see_portable, places_put, )
#ifdef SIMD_X86
SEE_ALL(see_all_sse2, see_sse2, places_put, )
SEE_ALL(see_all_avx2, see_avx2, places_put_avx2, SIMD_WITH_AVX2)
SEE_ALL(see_all_avx512, see_avx512, places_put_avx512, SIMD_WITH_AVX512)
#endif

static void (*const see_all[SIMD_WAYS])(struct shape *, const char *) = {
	[SIMD_PORTABLE] = see_all_portable,
#ifdef SIMD_X86
	[SIMD_SSE2] = see_all_sse2,
	[SIMD_AVX2] = see_all_avx2,
	[SIMD_AVX512] = see_all_avx512,
#endif
};

/* Room for as many words as a text can have: half as many as its bytes. */
static void
make_room(struct shape *s, size_t len)
{
	size_t words = len / 2 + 1 + PLACES_ROOM / 2;

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
shape_see_by(struct shape *s, struct text t, enum simd_way way)
{
	if (!simd_has(way))
		return false;
	make_room(s, t.len);
	see_all[way](s, t.p);
	return true;
}

void
shape_see(struct shape *s, struct text t)
{
	make_room(s, t.len);
	see_all[simd_best](s, t.p);
}

void
shape_free(struct shape *s)
{
	free(s->v);
	free(s->words);
	*s = (struct shape){ 0 };
}
