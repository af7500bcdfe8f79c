/* shape.c - bytes classified 64 at a time. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "places.h"
#include "shape.h"
#include "xalloc.h"

/* Bytes that are seen at once, and how far the next ones are: whatever is
 * looked for is no longer than what two blocks share, so all of it is in one.
 */
#define BLOCK 64
#define STEP 56
#define ENYES "\xC3\xB1\xC3\xB1\xC3\xB1"

const struct byteset shape_hides = {
	.low = { 0x18, 0x0C, 8, 8, 0x0C, 8, 8, 8, 8, 8, 4, 0, 0, 0, 0, 0 },
	.high = { [2] = 0x40 },
};

/* What is seen of 64 bytes. */
struct bits {
	uint64_t letters, wide; /* a to z; above ASCII */
	uint64_t twice;         /* it is the same as the next byte */
	uint64_t hides;         /* it is one of shape_hides */
	uint64_t points;        /* it is one */
};

/* What is found in all blocks; not 0 for yes. */
struct found {
	uint64_t drawn_out, apart, hidden, met;
};

/* Does an ñ stand thrice, where bits say that a sixth wide byte does? */
static bool
has_enyes(const char *p, uint64_t sixth)
{
	for (; sixth != 0; sixth &= sixth - 1)
		if (memcmp(p + __builtin_ctzll(sixth) - 5, ENYES, 6) == 0)
			return true;
	return false;
}

/* What the bits say of a block at p. */
static inline void
conclude(struct found *f, const struct bits *is, const char *p)
{
	uint64_t letters = is->letters;
	uint64_t doubles = is->twice & letters;
	uint64_t points = is->twice & is->points;
	uint64_t pairs = letters << 1 & ~letters; /* ends of words */
	uint64_t wide = is->wide & is->wide << 1; /* two, and more */

	f->drawn_out |= doubles << 2 & (is->twice << 1 | ~letters);
	f->hidden |= (letters << 2 & is->hides << 1 &
			     (letters | is->hides | is->wide)) |
		(points << 2 & (letters | is->wide));
	pairs &= pairs << 2;
	f->apart |= pairs & pairs << 4;
	wide &= wide << 2 & wide << 4;
	if (wide != 0) /* few, most of them emoji */
		f->drawn_out |= has_enyes(p, wide);
}

static inline void
see_portable(struct bits *b, const char *p)
{
	unsigned i;

	for (i = 0; i < BLOCK; i++) {
		b->letters |= (uint64_t)(p[i] >= 'a' && p[i] <= 'z') << i;
		b->wide |= (uint64_t)((unsigned char)p[i] >= 0x80) << i;
		b->twice |= (uint64_t)(p[i] == p[i + 1]) << i;
		b->points |= (uint64_t)(p[i] == '.') << i;
		b->hides |=
			(uint64_t)byteset_has(&shape_hides, (unsigned char)p[i])
			<< i;
	}
}

static inline uint64_t
watch_portable(const struct byteset *s, const char *p)
{
	bool met = false;
	unsigned i;

	for (i = 0; i < BLOCK; i++)
		met |= byteset_has(s, (unsigned char)p[i]);
	return met;
}

#ifdef SIMD_X86

/* Which of 16 bytes are one of shape_hides? */
static inline __m128i
hides_in_16(__m128i v)
{
	__m128i is = _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('0' - 1)),
		_mm_cmpgt_epi8(_mm_set1_epi8('9' + 1), v));

	is = _mm_or_si128(is, _mm_cmpeq_epi8(v, _mm_set1_epi8('!')));
	is = _mm_or_si128(is, _mm_cmpeq_epi8(v, _mm_set1_epi8('$')));
	is = _mm_or_si128(is, _mm_cmpeq_epi8(v, _mm_set1_epi8('*')));
	is = _mm_or_si128(is, _mm_cmpeq_epi8(v, _mm_set1_epi8('@')));
	return _mm_or_si128(is, _mm_cmpeq_epi8(v, _mm_set1_epi8('\xE2')));
}

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
	b->wide |= BITS(v);
	b->twice |= BITS(_mm_cmpeq_epi8(v, next));
	b->hides |= BITS(hides_in_16(v));
	b->points |= BITS(_mm_cmpeq_epi8(v, _mm_set1_epi8('.')));
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

/* Which of 32 bytes are? Each ASCII one has a row of its own in one of two
 * tables, by its low half. */
SIMD_WITH_AVX2 static inline __m256i
hides_in_32(__m256i v)
{
	const __m256i figures =
		_mm256_broadcastsi128_si256(_mm_setr_epi8('0', '1', '2', '3',
			'4', '5', '6', '7', '8', '9', -1, -1, -1, -1, -1, -1));
	const __m256i others = _mm256_broadcastsi128_si256(_mm_setr_epi8('@',
		'!', -1, -1, '$', -1, -1, -1, -1, -1, '*', -1, -1, -1, -1, -1));

	return _mm256_or_si256(
		_mm256_or_si256(
			_mm256_cmpeq_epi8(v, _mm256_shuffle_epi8(figures, v)),
			_mm256_cmpeq_epi8(v, _mm256_shuffle_epi8(others, v))),
		_mm256_cmpeq_epi8(v, _mm256_set1_epi8('\xE2')));
}

/* 32 bytes, bit `at` and on. */
SIMD_WITH_AVX2 static inline void
see_32(struct bits *b, const char *p, unsigned at)
{
	const __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)p);
	const __m256i next =
		_mm256_loadu_si256((const __m256i *)(const void *)(p + 1));
	/* a to z moved to where the lowest 26 numbers are */
	const __m256i letters = _mm256_cmpgt_epi8(_mm256_set1_epi8(-128 + 26),
		_mm256_add_epi8(v, _mm256_set1_epi8((char)(128 - 'a'))));

#define BITS(v) (uint64_t)(uint32_t) _mm256_movemask_epi8(v) << at
	b->letters |= BITS(letters);
	b->wide |= BITS(v);
	b->twice |= BITS(_mm256_cmpeq_epi8(v, next));
	b->hides |= BITS(hides_in_32(v));
	b->points |= BITS(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('.')));
#undef BITS
}

SIMD_WITH_AVX2 static inline void
see_avx2(struct bits *b, const char *p)
{
	see_32(b, p, 0);
	see_32(b, p + 32, 32);
}

SIMD_WITH_AVX2 static inline uint64_t
watch_avx2(const struct byteset *s, const char *p)
{
	const __m256i *v = (const __m256i *)(const void *)p;
	const __m256i met =
		_mm256_or_si256(byteset_in_32(s, _mm256_loadu_si256(v)),
			byteset_in_32(s, _mm256_loadu_si256(v + 1)));

	return !_mm256_testz_si256(met, met);
}

SIMD_WITH_AVX512 static inline uint64_t
watch_avx512(const struct byteset *s, const char *p)
{
	return byteset_in_64(s, _mm512_loadu_si512(p));
}

SIMD_WITH_AVX512 static inline void
see_avx512(struct bits *b, const char *p)
{
	const __m512i v = _mm512_loadu_si512(p);
	const __m512i next = _mm512_loadu_si512(p + 1);

	b->letters = _mm512_cmplt_epu8_mask(
		_mm512_sub_epi8(v, _mm512_set1_epi8('a')),
		_mm512_set1_epi8('z' - 'a' + 1));
	b->wide = _mm512_movepi8_mask(v);
	b->twice = _mm512_cmpeq_epi8_mask(v, next);
	b->hides = byteset_in_64(&shape_hides, v);
	b->points = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('.'));
}

#endif

/* All blocks of a text and what is just behind it, by one way of seeing them.
 */
#define SEE_ALL(name, see, watch, put, target)                                 \
	target static void name(struct shape *shape, struct text t)            \
	{                                                                      \
		const uint64_t first = ((uint64_t)1 << STEP) - 1;              \
		const struct byteset *watched = shape->watched;                \
		struct found found = { 0 };                                    \
		uint32_t *edge = (uint32_t *)shape->words;                     \
		uint64_t letter = 0; /* is the last byte one? */               \
		size_t at;                                                     \
                                                                               \
		for (at = 0; at <= t.len; at += STEP) {                        \
			struct bits bits = { 0 };                              \
			uint64_t edges;                                        \
                                                                               \
			see(&bits, t.p + at);                                  \
			conclude(&found, &bits, t.p + at);                     \
			if (watched != NULL)                                   \
				found.met |= watch(watched, t.p + at);         \
			edges = bits.letters ^ (bits.letters << 1 | letter);   \
			letter = bits.letters >> (STEP - 1) & 1;               \
			edge = put(edge, edges & first, (uint32_t)at);         \
		}                                                              \
		memset(edge, 0, sizeof(*shape->words) * SHAPE_WORDS_PAD);      \
		shape->nwords = (size_t)(edge - (uint32_t *)shape->words) / 2; \
		shape->drawn_out = found.drawn_out != 0;                       \
		shape->set_apart = found.apart != 0;                           \
		shape->hidden = found.hidden != 0;                             \
		shape->met = found.met != 0;                                   \
	}

SEE_ALL(see_all_portable, see_portable, watch_portable, places_put, )
#ifdef SIMD_X86
SEE_ALL(see_all_sse2, see_sse2, watch_portable, places_put, )
SEE_ALL(see_all_avx2, see_avx2, watch_avx2, places_put_many_avx2,
	SIMD_WITH_AVX2)
SEE_ALL(see_all_avx512, see_avx512, watch_avx512, places_put_many_avx512,
	SIMD_WITH_AVX512)
#endif

static void (*const see_all[SIMD_WAYS])(struct shape *, struct text) = {
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
	size_t words = len / 2 + 1 + PLACES_ROOM / 2 + SHAPE_WORDS_PAD;

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
	see_all[way](s, t);
	return true;
}

void
shape_see(struct shape *s, struct text t)
{
	make_room(s, t.len);
	see_all[simd_best](s, t);
}

void
shape_free(struct shape *s)
{
	free(s->words);
	*s = (struct shape){ 0 };
}
