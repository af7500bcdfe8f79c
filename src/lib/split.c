/* split.c - CSV structure by bit masks. */
#include "config.h"

#include <string.h>

#include "split.h"

/* Which bytes of a block are what; bit i is about byte i. */
struct masks {
	uint64_t delimiter, quote;
	uint64_t parity; /* bit i: is the number of quotes 0..i odd? */
	bool breaks;     /* it has some of struct breaks, or of their like */
};

/* What few blocks have. */
struct breaks {
	uint64_t lf, cr, nul;
};

struct block {
	uint64_t separators; /* delimiters and LF outside quotes */
	uint64_t ends;       /* of these the LF: a record ends */
	uint64_t breaks;     /* LF, or the byte behind a CR without LF */
	uint64_t odd;        /* see split_next */
	uint64_t doubled;    /* the second of two quotes that are one */
};

/* Few blocks have to do with a CR: what one makes of the structure. */
static inline void
add_returns(struct split_state *s, const struct breaks *k, uint64_t inside,
	struct block *b)
{
	uint64_t bare = k->cr & ~inside;
	uint64_t after_cr = k->cr << 1 | s->after_cr;
	uint64_t after_bare = bare << 1 | s->after_bare;

	b->breaks |= after_cr;
	b->odd |= after_bare & ~k->lf;
	s->after_cr = k->cr >> 63;
	s->after_bare = bare >> 63;
}

/* What the masks say of a block. */
static inline __attribute__((always_inline)) struct block
structure(struct split_state *s, const struct masks *m, const struct breaks *k)
{
	uint64_t inside = m->parity ^ s->inside;
	uint64_t separators = m->delimiter | k->lf;
	uint64_t edges = separators | m->quote;
	uint64_t open = m->quote & inside, close = m->quote & ~inside;
	uint64_t may_open = edges << 1 | s->may_open;
	uint64_t after_close = close << 1 | s->after_close;
	struct block b = {
		.separators = separators & ~inside,
		.ends = k->lf & ~inside,
		.breaks = k->lf,
		.odd = k->nul | (open & ~may_open) |
			(after_close & ~(edges | k->cr)),
		.doubled = open & after_close,
	};

	if ((k->cr | s->after_cr) != 0)
		add_returns(s, k, inside, &b);
	s->inside = -(inside >> 63);
	s->may_open = edges >> 63;
	s->after_close = close >> 63;
	return b;
}

/* Leave only what these bits have. */
static inline void
cut(struct block *b, uint64_t bits)
{
	b->separators &= bits;
	b->ends &= bits;
	b->breaks &= bits;
}

static inline uint32_t
count_bits(uint64_t x)
{
	return (uint32_t)__builtin_popcountll(x);
}

/* A way to look at blocks and to write down their cells. */
struct way {
	struct masks (*look)(const char *p, char delimiter);
	struct breaks (*breaks)(const char *p);
	uint32_t *(*put)(uint32_t *to, uint64_t bits, uint32_t base);
};

/* A step on its way. */
struct walk {
	char delimiter;
	uint32_t at; /* what the first byte of the next block counts as */
	struct split_state state;
	uint32_t nrecords, breaks;
	struct split_record *records;
	const uint32_t *ends;
	uint32_t *end; /* behind the last of them */
};

/* Write down the records that end in a block. A doubled quote in it may be of
 * any of them. */
static inline void
note_records(struct walk *w, const struct block *b)
{
	uint32_t nends = (uint32_t)(w->end - w->ends);
	uint64_t lf = b->ends;

	for (; lf != 0; lf &= lf - 1) {
		uint64_t upto = lf ^ (lf - 1); /* through the LF */

		w->records[w->nrecords++] = (struct split_record){ nends +
				count_bits(b->separators & upto),
			w->breaks + count_bits(b->breaks & upto),
			w->state.doubled != 0 };
	}
	if (b->ends != 0)
		w->state.doubled = b->doubled;
	w->breaks += count_bits(b->breaks);
}

/* Take what stands before the first odd byte of those that bits have. Returns
 * the odd ones. */
static inline __attribute__((always_inline)) uint64_t
take_block(const struct way *way, struct walk *w, struct block b, uint64_t bits)
{
	uint64_t odd = b.odd & bits;

	if (odd != 0)
		bits &= (odd & -odd) - 1;
	if (bits != UINT64_MAX)
		cut(&b, bits);
	w->state.doubled |= b.doubled;
	if (b.breaks != 0)
		note_records(w, &b);
	w->end = way->put(w->end, b.separators, w->at);
	w->at += SPLIT_BLOCK;
	return odd;
}

/* One block, of which these bits count. Most have neither line ends nor NUL,
 * which is asked first: all that has to do with them is left out there. */
static inline __attribute__((always_inline)) uint64_t
walk_block(const struct way *way, struct walk *w, const char *p, uint64_t bits)
{
	static const struct breaks none;
	struct masks m = way->look(p, w->delimiter);
	struct breaks some;

	if (!m.breaks && w->state.after_cr == 0)
		return take_block(
			way, w, structure(&w->state, &m, &none), bits);
	some = way->breaks(p);
	return take_block(way, w, structure(&w->state, &m, &some), bits);
}

/*
 * All blocks of a step. Inlined into one function for each way to look at a
 * block, so that what is remembered stays in registers.
 */
static inline __attribute__((always_inline)) size_t
step_by(const struct way *way, struct split *s, const char *p, size_t n,
	uint32_t at, uint32_t *ends, struct split_step *step)
{
	struct walk w = { .delimiter = s->delimiter,
		.at = at,
		.state = s->state,
		.records = step->records,
		.ends = ends,
		.end = ends };
	uint64_t odd = 0;
	size_t done = 0;

	for (; n - done >= SPLIT_BLOCK && odd == 0; done += SPLIT_BLOCK)
		odd = walk_block(way, &w, p + done, UINT64_MAX);
	if (done < n && odd == 0) { /* the last of the input */
		char last[SPLIT_BLOCK];

		memset(last, 'x', sizeof(last));
		memcpy(last, p + done, n - done);
		odd = walk_block(
			way, &w, last, ((uint64_t)1 << (n - done)) - 1);
		done += SPLIT_BLOCK;
	}
	s->state = w.state;
	step->found = (struct split_found){ (uint32_t)(w.end - w.ends),
		w.nrecords, w.breaks };
	return odd != 0 ? done - SPLIT_BLOCK + (size_t)__builtin_ctzll(odd) : n;
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

static inline struct masks
look_portable(const char *p, char delimiter)
{
	struct masks m = { 0 };
	int i;

	for (i = 0; i < SPLIT_BLOCK; i++) {
		m.quote |= (uint64_t)(p[i] == '"') << i;
		m.delimiter |= (uint64_t)(p[i] == delimiter) << i;
		m.breaks |= (unsigned char)p[i] <= '\r';
	}
	m.parity = parity_upto(m.quote);
	return m;
}

static inline struct breaks
breaks_portable(const char *p)
{
	struct breaks b = { 0 };
	int i;

	for (i = 0; i < SPLIT_BLOCK; i++) {
		b.lf |= (uint64_t)(p[i] == '\n') << i;
		b.cr |= (uint64_t)(p[i] == '\r') << i;
		b.nul |= (uint64_t)(p[i] == '\0') << i;
	}
	return b;
}

static size_t
step_portable(struct split *s, const char *p, size_t n, uint32_t at,
	uint32_t *ends, struct split_step *step)
{
	static const struct way way = { look_portable, breaks_portable,
		places_put };

	return step_by(&way, s, p, n, at, ends, step);
}

#ifdef SIMD_X86

#define LOAD_16(p) _mm_loadu_si128((const __m128i *)(const void *)(p))
#define LOAD_32(p) _mm256_loadu_si256((const __m256i *)(const void *)(p))

/* Which of the 64 bytes at p are c? */
static inline uint64_t
equal(const char *p, char c)
{
	const __m128i want = _mm_set1_epi8(c);

#define EQUAL(i)                                                               \
	((uint64_t)(uint32_t)_mm_movemask_epi8(                                \
		 _mm_cmpeq_epi8(LOAD_16(p + 16 * (i)), want))                  \
		<< 16 * (i))
	return EQUAL(0) | EQUAL(1) | EQUAL(2) | EQUAL(3);
#undef EQUAL
}

static inline struct masks
look_sse2(const char *p, char delimiter)
{
	const __m128i least =
		_mm_min_epu8(_mm_min_epu8(LOAD_16(p), LOAD_16(p + 16)),
			_mm_min_epu8(LOAD_16(p + 32), LOAD_16(p + 48)));
	const __m128i breaks =
		_mm_cmpeq_epi8(least, _mm_min_epu8(least, _mm_set1_epi8('\r')));
	struct masks m = { .delimiter = equal(p, delimiter),
		.quote = equal(p, '"'),
		.breaks = _mm_movemask_epi8(breaks) != 0 };

	m.parity = parity_upto(m.quote);
	return m;
}

static inline struct breaks
breaks_sse2(const char *p)
{
	return (struct breaks){ .lf = equal(p, '\n'),
		.cr = equal(p, '\r'),
		.nul = equal(p, '\0') };
}

static size_t
step_sse2(struct split *s, const char *p, size_t n, uint32_t at, uint32_t *ends,
	struct split_step *step)
{
	static const struct way way = { look_sse2, breaks_sse2, places_put };

	return step_by(&way, s, p, n, at, ends, step);
}

SIMD_WITH_AVX2 static inline uint64_t
equal_avx2(const char *p, char c)
{
	const __m256i want = _mm256_set1_epi8(c);

#define EQUAL(i)                                                               \
	((uint64_t)(uint32_t)_mm256_movemask_epi8(                             \
		 _mm256_cmpeq_epi8(LOAD_32(p + 32 * (i)), want))               \
		<< 32 * (i))
	return EQUAL(0) | EQUAL(1);
#undef EQUAL
}

/* Times all ones without carry. */
SIMD_WITH_AVX2 static inline uint64_t
parity_upto_avx2(uint64_t x)
{
	return (uint64_t)_mm_cvtsi128_si64(_mm_clmulepi64_si128(
		_mm_cvtsi64_si128((long long)x), _mm_set1_epi8(-1), 0));
}

SIMD_WITH_AVX2 static inline struct masks
look_avx2(const char *p, char delimiter)
{
	/* not 0 where a byte of one of the halves is below */
	const __m256i below = _mm256_subs_epu8(_mm256_set1_epi8('\r' + 1),
		_mm256_min_epu8(LOAD_32(p), LOAD_32(p + 32)));
	struct masks m = { .delimiter = equal_avx2(p, delimiter),
		.quote = equal_avx2(p, '"'),
		.breaks = !_mm256_testz_si256(below, below) };

	m.parity = parity_upto_avx2(m.quote);
	return m;
}

SIMD_WITH_AVX2 static inline struct breaks
breaks_avx2(const char *p)
{
	return (struct breaks){ .lf = equal_avx2(p, '\n'),
		.cr = equal_avx2(p, '\r'),
		.nul = equal_avx2(p, '\0') };
}

SIMD_WITH_AVX2 static size_t
step_avx2(struct split *s, const char *p, size_t n, uint32_t at, uint32_t *ends,
	struct split_step *step)
{
	static const struct way way = { look_avx2, breaks_avx2,
		places_put_avx2 };

	return step_by(&way, s, p, n, at, ends, step);
}

SIMD_WITH_AVX512 static inline struct masks
look_avx512(const char *p, char delimiter)
{
	const __m512i v = _mm512_loadu_si512(p);
	struct masks m = {
		.delimiter =
			_mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(delimiter)),
		.quote = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('"')),
		.breaks =
			_mm512_cmple_epu8_mask(v, _mm512_set1_epi8('\r')) != 0,
	};

	m.parity = parity_upto_avx2(m.quote);
	return m;
}

SIMD_WITH_AVX512 static inline struct breaks
breaks_avx512(const char *p)
{
	const __m512i v = _mm512_loadu_si512(p);

	return (struct breaks){
		.lf = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\n')),
		.cr = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\r')),
		.nul = _mm512_testn_epi8_mask(v, v),
	};
}

SIMD_WITH_AVX512 static size_t
step_avx512(struct split *s, const char *p, size_t n, uint32_t at,
	uint32_t *ends, struct split_step *step)
{
	static const struct way way = { look_avx512, breaks_avx512,
		places_put_avx512 };

	return step_by(&way, s, p, n, at, ends, step);
}

#endif

static size_t (*const steps[SIMD_WAYS])(struct split *, const char *, size_t,
	uint32_t, uint32_t *, struct split_step *) = {
	[SIMD_PORTABLE] = step_portable,
#ifdef SIMD_X86
	[SIMD_SSE2] = step_sse2,
	[SIMD_AVX2] = step_avx2,
	[SIMD_AVX512] = step_avx512,
#endif
};

bool
split_start_by(struct split *s, char delimiter, enum simd_way way)
{
	if (!simd_has(way))
		return false;
	*s = (struct split){ .step = steps[way],
		.delimiter = delimiter,
		.state = { .may_open = 1 } };
	return true;
}

void
split_start(struct split *s, char delimiter)
{
	(void)split_start_by(s, delimiter, simd_best);
}
