/* split.c - CSV structure by bit masks. */
#include "config.h"

#include <string.h>

#include "split.h"

/* Which bytes of a block are what; bit i is about byte i. */
struct masks {
	uint64_t delimiter, lf, quote, cr, nul;
	uint64_t parity; /* bit i: is the number of quotes 0..i odd? */
};

struct block {
	uint64_t separators; /* delimiters and LF outside quotes */
	uint64_t ends;       /* of these the LF: a record ends */
	uint64_t breaks;     /* LF, or the byte behind a CR without LF */
	uint64_t odd;        /* see split_next */
};

/* Few blocks have to do with a CR: what one makes of the structure. */
static inline void
add_returns(struct split_state *s, const struct masks *m, uint64_t inside,
	struct block *b)
{
	uint64_t bare = m->cr & ~inside;
	uint64_t after_cr = m->cr << 1 | s->after_cr;
	uint64_t after_bare = bare << 1 | s->after_bare;

	b->breaks |= after_cr;
	b->odd |= after_bare & ~m->lf;
	s->after_cr = m->cr >> 63;
	s->after_bare = bare >> 63;
}

/* What the masks say of a block. */
static inline struct block
structure(struct split_state *s, const struct masks *m)
{
	uint64_t inside = m->parity ^ s->inside;
	uint64_t separators = m->delimiter | m->lf;
	uint64_t edges = separators | m->quote;
	uint64_t open = m->quote & inside, close = m->quote & ~inside;
	uint64_t may_open = edges << 1 | s->may_open;
	uint64_t after_close = close << 1 | s->after_close;
	struct block b = {
		.separators = separators & ~inside,
		.ends = m->lf & ~inside,
		.breaks = m->lf,
		.odd = m->nul | (open & ~may_open) |
			(after_close & ~(edges | m->cr)),
	};

	s->inside = -(inside >> 63);
	s->may_open = edges >> 63;
	s->after_close = close >> 63;
	if ((m->cr | s->after_cr) != 0)
		add_returns(s, m, inside, &b);
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

/* Write down the records that end in a block. */
static inline void
note_records(const struct block *b, struct split_found *f,
	struct split_record *records)
{
	uint64_t lf = b->ends;

	for (; lf != 0; lf &= lf - 1) {
		uint64_t upto = lf ^ (lf - 1); /* through the LF */

		records[f->nrecords++] = (struct split_record){ f->nends +
				count_bits(b->separators & upto),
			f->breaks + count_bits(b->breaks & upto) };
	}
	f->breaks += count_bits(b->breaks);
}

/* A way to look at a block, and one to write down its cells. */
typedef struct masks look_fn(const char *p, char delimiter);
typedef uint32_t *put_fn(uint32_t *to, uint64_t bits, uint32_t base);

/* A step on its way. */
struct walk {
	char delimiter;
	uint32_t at; /* what the first byte of the next block counts as */
	struct split_state state;
	struct split_found found;
	struct split_record *records;
	uint32_t *ends;
};

/* One block, of which these bits count. Returns the bits of its odd bytes; what
 * stands before the first of them is taken. */
static inline __attribute__((always_inline)) uint64_t
walk_block(look_fn *look, put_fn *put, struct walk *w, const char *p,
	uint64_t bits)
{
	struct masks m = look(p, w->delimiter);
	struct block b = structure(&w->state, &m);
	uint64_t odd = b.odd & bits;

	if (odd != 0)
		bits &= (odd & -odd) - 1;
	if (bits != UINT64_MAX)
		cut(&b, bits);
	if (b.breaks != 0)
		note_records(&b, &w->found, w->records);
	w->found.nends =
		(uint32_t)(put(w->ends + w->found.nends, b.separators, w->at) -
			w->ends);
	w->at += SPLIT_BLOCK;
	return odd;
}

/*
 * All blocks of a step. Inlined into one function for each way to look at a
 * block, so that what is remembered stays in registers.
 */
static inline __attribute__((always_inline)) size_t
step_by(look_fn *look, put_fn *put, struct split *s, const char *p, size_t n,
	uint32_t at, uint32_t *ends, struct split_step *step)
{
	struct walk w = { .delimiter = s->delimiter,
		.at = at,
		.state = s->state,
		.records = step->records,
		.ends = ends };
	uint64_t odd = 0;
	size_t done = 0;

	for (; n - done >= SPLIT_BLOCK && odd == 0; done += SPLIT_BLOCK)
		odd = walk_block(look, put, &w, p + done, UINT64_MAX);
	if (done < n && odd == 0) { /* the last of the input */
		char last[SPLIT_BLOCK];

		memset(last, 'x', sizeof(last));
		memcpy(last, p + done, n - done);
		odd = walk_block(
			look, put, &w, last, ((uint64_t)1 << (n - done)) - 1);
		done += SPLIT_BLOCK;
	}
	s->state = w.state;
	step->found = w.found;
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
		m.lf |= (uint64_t)(p[i] == '\n') << i;
		m.cr |= (uint64_t)(p[i] == '\r') << i;
		m.nul |= (uint64_t)(p[i] == '\0') << i;
	}
	m.parity = parity_upto(m.quote);
	return m;
}

static size_t
step_portable(struct split *s, const char *p, size_t n, uint32_t at,
	uint32_t *ends, struct split_step *step)
{
	return step_by(look_portable, places_put, s, p, n, at, ends, step);
}

#ifdef SIMD_X86

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

static inline struct masks
look_sse2(const char *p, char delimiter)
{
	const __m128i v[4] = {
		_mm_loadu_si128((const __m128i *)(const void *)p),
		_mm_loadu_si128((const __m128i *)(const void *)(p + 16)),
		_mm_loadu_si128((const __m128i *)(const void *)(p + 32)),
		_mm_loadu_si128((const __m128i *)(const void *)(p + 48)),
	};
	struct masks m = { .delimiter = equal(v, delimiter),
		.lf = equal(v, '\n'),
		.quote = equal(v, '"') };

	if (has_nul_or_cr(v)) {
		m.cr = equal(v, '\r');
		m.nul = equal(v, '\0');
	}
	m.parity = parity_upto(m.quote);
	return m;
}

static size_t
step_sse2(struct split *s, const char *p, size_t n, uint32_t at, uint32_t *ends,
	struct split_step *step)
{
	return step_by(look_sse2, places_put, s, p, n, at, ends, step);
}

SIMD_WITH_AVX2 static inline uint64_t
equal_avx2(__m256i low, __m256i high, char c)
{
	const __m256i want = _mm256_set1_epi8(c);

	return (uint64_t)(uint32_t)_mm256_movemask_epi8(
		       _mm256_cmpeq_epi8(low, want)) |
		(uint64_t)(uint32_t)_mm256_movemask_epi8(
			_mm256_cmpeq_epi8(high, want))
		<< 32;
}

SIMD_WITH_AVX2 static inline int
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
	const __m256i low =
		_mm256_loadu_si256((const __m256i *)(const void *)p);
	const __m256i high =
		_mm256_loadu_si256((const __m256i *)(const void *)(p + 32));
	struct masks m = { .delimiter = equal_avx2(low, high, delimiter),
		.lf = equal_avx2(low, high, '\n'),
		.quote = equal_avx2(low, high, '"') };

	if (has_nul_or_cr_avx2(low, high)) {
		m.cr = equal_avx2(low, high, '\r');
		m.nul = equal_avx2(low, high, '\0');
	}
	m.parity = parity_upto_avx2(m.quote);
	return m;
}

SIMD_WITH_AVX2 static size_t
step_avx2(struct split *s, const char *p, size_t n, uint32_t at, uint32_t *ends,
	struct split_step *step)
{
	return step_by(look_avx2, places_put_avx2, s, p, n, at, ends, step);
}

SIMD_WITH_AVX512 static inline struct masks
look_avx512(const char *p, char delimiter)
{
	const __m512i v = _mm512_loadu_si512(p);
	struct masks m = {
		.delimiter =
			_mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(delimiter)),
		.lf = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\n')),
		.quote = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('"')),
		.cr = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\r')),
		.nul = _mm512_testn_epi8_mask(v, v),
	};

	m.parity = parity_upto_avx2(m.quote);
	return m;
}

SIMD_WITH_AVX512 static size_t
step_avx512(struct split *s, const char *p, size_t n, uint32_t at,
	uint32_t *ends, struct split_step *step)
{
	return step_by(look_avx512, places_put_avx512, s, p, n, at, ends, step);
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
