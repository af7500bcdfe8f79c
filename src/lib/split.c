/* split.c - CSV structure by bit masks. */
#include "config.h"

#if defined(__SSE2__) && !defined(SPLIT_PORTABLE)
#include <emmintrin.h>
#define SPLIT_SSE2
#endif

#include "split.h"

struct masks {
	uint64_t quote, delimiter, lf, cr, nul;
};

#ifdef SPLIT_SSE2

static inline uint64_t
equal(const __m128i v[4], char c)
{
	const __m128i want = _mm_set1_epi8(c);
	uint64_t mask = 0;
	int i;

	for (i = 3; i >= 0; i--)
		mask = mask << 16 |
			(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[i], want));
	return mask;
}

/* Is there a NUL or a CR? Most blocks have neither. */
static inline int
has_nul_or_cr(const __m128i v[4])
{
	const __m128i nul = _mm_setzero_si128(), cr = _mm_set1_epi8('\r');
	__m128i any = nul;
	int i;

	for (i = 0; i < 4; i++) {
		any = _mm_or_si128(any, _mm_cmpeq_epi8(v[i], nul));
		any = _mm_or_si128(any, _mm_cmpeq_epi8(v[i], cr));
	}
	return _mm_movemask_epi8(any);
}

static inline struct masks
classify(const char *p, char delimiter)
{
	struct masks m = { 0 };
	__m128i v[4];
	int i;

	for (i = 0; i < 4; i++)
		v[i] = _mm_loadu_si128((const __m128i *)(const void *)p + i);
	m.quote = equal(v, '"');
	m.delimiter = equal(v, delimiter);
	m.lf = equal(v, '\n');
	if (has_nul_or_cr(v)) {
		m.cr = equal(v, '\r');
		m.nul = equal(v, '\0');
	}
	return m;
}

#else

static struct masks
classify(const char *p, char delimiter)
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
	return m;
}

#endif

/* Bit i of the result: is the number of bits 0..i odd? */
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

void
split_start(struct split *s, char delimiter)
{
	*s = (struct split){ .delimiter = delimiter, .may_open = 1 };
}

void
split_next(struct split *s, const char *p, struct split_block *b)
{
	struct masks m = classify(p, s->delimiter);
	uint64_t inside = parity_upto(m.quote) ^ s->inside;
	uint64_t separators = m.delimiter | m.lf;
	uint64_t open = m.quote & inside, close = m.quote & ~inside;
	uint64_t bare = m.cr & ~inside;
	uint64_t may_open = (separators | m.quote) << 1 | s->may_open;
	uint64_t after_close = close << 1 | s->after_close;
	uint64_t after_cr = m.cr << 1 | s->after_cr;
	uint64_t after_bare = bare << 1 | s->after_bare;

	b->separators = separators & ~inside;
	b->ends = m.lf & ~inside;
	b->breaks = m.lf | after_cr;
	b->odd = m.nul | (open & ~may_open) |
		(after_close & ~(separators | m.quote | m.cr)) |
		(after_bare & ~m.lf);

	s->inside = -(inside >> 63);
	s->may_open = (separators | m.quote) >> 63;
	s->after_close = close >> 63;
	s->after_cr = m.cr >> 63;
	s->after_bare = bare >> 63;
}
