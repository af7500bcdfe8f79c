/* lower.c - runs by 16, 32 or 64 bytes. */
#include "config.h"

#include <stdint.h>
#include <string.h>

#include "lower.h"
#include "places.h"

const char lower_letters[64] = "aaaaaa\0ceeeeiiii\0\xB1ooooo\0\0uuuuy\0\0"
			       "aaaaaa\0ceeeeiiii\0\xB1ooooo\0\0uuuuy\0y";

/* Bytes that stay as many as they are. */
static inline void
pass(struct lower *to, size_t n)
{
	to->out += n;
	to->folded += (uint32_t)n;
	to->original += (uint32_t)n;
}

/* A letter with an accent, two bytes. Which are ñ nobody foresees. */
static inline void
put_letter(struct lower *to, char letter)
{
	bool enye = letter == LOWER_ENYE;

	to->out[0] = enye ? LOWER_LEAD : letter;
	to->out[1] = LOWER_ENYE;
	to->out += 1 + enye;
	to->folded += 1u + enye;
	to->original += 2;
	*to->shifts = (struct way_shift){ to->folded, to->original };
	to->shifts += !enye;
}

static size_t
run_portable(struct lower *to, const char *p, size_t len)
{
	size_t at = 0;
	char letter;

	for (; at < len; at++) {
		if ((letter = lower_letter(p + at, len - at)) != 0) {
			put_letter(to, letter);
			at++;
			continue;
		}
		if (!lower_is_plain(p[at]) &&
			!(p[at] == ' ' &&
				lower_begins(p + at + 1, len - at - 1)))
			break;
		*to->out =
			(char)(p[at] + (p[at] >= 'A' && p[at] <= 'Z' ? 32 : 0));
		pass(to, 1);
	}
	return at;
}

#ifdef SIMD_X86

/*
 * The bits of the bytes that end the run: what is not plain, or a blank before
 * that or before another blank.
 *
 * @blank_ends  does a blank at the end of the chunk end it?
 */
static inline uint64_t
stops(uint64_t odd, uint64_t blank, unsigned chunk, bool blank_ends)
{
	return odd |
		(blank &
			((blank | odd) >> 1 |
				(uint64_t)blank_ends << (chunk - 1)));
}

static inline uint64_t
chunk_sse2(char *out, const char *p, bool blank_ends)
{
	const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	/* A to Z moved to where the lowest 26 numbers are */
	const __m128i upper = _mm_cmpgt_epi8(_mm_set1_epi8(-128 + 26),
		_mm_add_epi8(v, _mm_set1_epi8((char)(128 - 'A'))));
	/* one more: DEL is then as far below ASCII as what is above it */
	const __m128i odd =
		_mm_or_si128(_mm_cmpgt_epi8(_mm_set1_epi8(' ' + 1),
				     _mm_add_epi8(v, _mm_set1_epi8(1))),
			_mm_cmpeq_epi8(v, _mm_set1_epi8('&')));
	const __m128i blank = _mm_cmpeq_epi8(v, _mm_set1_epi8(' '));

	_mm_storeu_si128((__m128i *)(void *)out,
		_mm_add_epi8(
			v, _mm_and_si128(upper, _mm_set1_epi8('a' - 'A'))));
	return stops((uint32_t)_mm_movemask_epi8(odd),
		(uint32_t)_mm_movemask_epi8(blank), 16, blank_ends);
}

SIMD_WITH_AVX2 static inline uint64_t
chunk_avx2(char *out, const char *p, bool blank_ends)
{
	const __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)p);
	const __m256i upper = _mm256_cmpgt_epi8(_mm256_set1_epi8(-128 + 26),
		_mm256_add_epi8(v, _mm256_set1_epi8((char)(128 - 'A'))));
	const __m256i odd = _mm256_or_si256(
		_mm256_cmpgt_epi8(_mm256_set1_epi8(' ' + 1),
			_mm256_add_epi8(v, _mm256_set1_epi8(1))),
		_mm256_cmpeq_epi8(v, _mm256_set1_epi8('&')));
	const __m256i blank = _mm256_cmpeq_epi8(v, _mm256_set1_epi8(' '));

	_mm256_storeu_si256((__m256i *)(void *)out,
		_mm256_add_epi8(v,
			_mm256_and_si256(upper, _mm256_set1_epi8('a' - 'A'))));
	return stops((uint32_t)_mm256_movemask_epi8(odd),
		(uint32_t)_mm256_movemask_epi8(blank), 32, blank_ends);
}

/* A way to copy a chunk; returns what stops() does. */
typedef uint64_t chunk_fn(char *out, const char *p, bool blank_ends);

/* Plain characters from at on chunk by chunk, what is left at the end of the
 * text with NULs behind it. That all of a chunk is plain is foreseen: the next
 * one need not wait. Returns where they end. */
static inline __attribute__((always_inline)) size_t
copy_plain(chunk_fn *chunk, size_t size, char *out, const char *p, size_t at,
	size_t len)
{
	char tail[64];
	size_t left;
	uint64_t stop;

	for (; len - at > size; at += size, out += size) {
		stop = chunk(out, p + at, !lower_is_plain(p[at + size]));
		if (stop != 0)
			return at + (size_t)__builtin_ctzll(stop);
	}
	left = len - at;
	memset(tail + size, 0, size);
	if (len >= size) /* so many bytes are sooner copied than few */
		memcpy(tail, p + len - size, size);
	else
		memcpy(tail + size - left, p + at, left);
	stop = chunk(out, tail + size - left, true);
	return stop != 0 ? at + (size_t)__builtin_ctzll(stop) : len;
}

/* What is plain, and letters with accents between. */
static inline __attribute__((always_inline)) size_t
run_by(chunk_fn *chunk, size_t size, struct lower *to, const char *p,
	size_t len)
{
	struct lower t = *to;
	size_t at = 0, end;
	char letter;

	for (;; at += 2) {
		end = copy_plain(chunk, size, t.out, p, at, len);
		pass(&t, end - at);
		at = end;
		if (len - at > 2 && p[at] == ' ' &&
			lower_letter(p + at + 1, len - at - 1) != 0) {
			*t.out = p[at++];
			pass(&t, 1);
		}
		letter = lower_letter(p + at, len - at);
		if (letter == 0)
			break;
		put_letter(&t, letter);
	}
	*to = t;
	return at;
}

static size_t
run_sse2(struct lower *to, const char *p, size_t len)
{
	return run_by(chunk_sse2, 16, to, p, len);
}

SIMD_WITH_AVX2 static size_t
run_avx2(struct lower *to, const char *p, size_t len)
{
	return run_by(chunk_avx2, 32, to, p, len);
}

/* Write down where accents were dropped: bits of the bytes before the letters
 * that are left. */
SIMD_WITH_AVX512 static inline void
put_shifts(struct lower *to, uint64_t dropped)
{
	/* behind the k-th letter k bytes fewer */
	const __m512i fewer = _mm512_set_epi32(
		2, -6, 2, -5, 2, -4, 2, -3, 2, -2, 2, -1, 2, 0, 2, 1);
	__m512i places = _mm512_maskz_compress_epi8(
		dropped, _mm512_loadu_si512(places_all));
	__m512i base = _mm512_add_epi32(fewer,
		_mm512_set1_epi64((
			long long)((uint64_t)to->original << 32 | to->folded)));
	struct way_shift *shifts = to->shifts;

	to->shifts += _mm_popcnt_u64(dropped);
	for (;;) {
		__m512i at =
			_mm512_cvtepu8_epi64(_mm512_castsi512_si128(places));

		at = _mm512_or_si512(at, _mm512_slli_epi64(at, 32));
		_mm512_storeu_si512(shifts, _mm512_add_epi32(at, base));
		shifts += 8;
		if (shifts >= to->shifts)
			break;
		places = _mm512_alignr_epi64(places, places, 1);
		base = _mm512_sub_epi32(base, _mm512_set1_epi64(8));
	}
}

/* Here what is behind the text need not be read: it is 0, which ends the run.
 * Letters with accents are moved together without an end. */
SIMD_WITH_AVX512 static size_t
run_avx512(struct lower *to, const char *p, size_t len)
{
	struct lower t = *to;
	size_t at = 0, n;
	uint64_t stop;

	do {
		size_t left = len - at;
		const __m512i v = _mm512_maskz_loadu_epi8(left < 64
				? _bzhi_u64(UINT64_MAX, (unsigned)left)
				: UINT64_MAX,
			p + at);
		const __m512i above = _mm512_sub_epi8(v, _mm512_set1_epi8(' '));
		uint64_t upper = _mm512_cmplt_epu8_mask(
			_mm512_sub_epi8(v, _mm512_set1_epi8('A')),
			_mm512_set1_epi8('Z' - 'A' + 1));
		uint64_t odd = _mm512_cmpgt_epu8_mask(
				       above, _mm512_set1_epi8('~' - ' ')) |
			_mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('&'));
		uint64_t lead =
			_mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(LOWER_LEAD));
		uint64_t second = lead << 1 &
			_mm512_cmplt_epi8_mask(v, _mm512_set1_epi8(-64));
		const __m512i letter = _mm512_permutexvar_epi8(
			v, _mm512_loadu_si512(lower_letters));
		/* a letter of two bytes may be cut in two */
		bool cut = (lead >> 63) != 0 &&
			lower_letter(p + at + 63, left - 63) != 0;
		uint64_t dropped;
		__m512i folded = _mm512_mask_add_epi8(
			v, upper, v, _mm512_set1_epi8('a' - 'A'));

		second = _mm512_mask_test_epi8_mask(second, letter, letter);
		folded = _mm512_mask_mov_epi8(folded, second, letter);
		dropped = _mm512_mask_cmpneq_epi8_mask(second, letter,
				  _mm512_set1_epi8(LOWER_ENYE)) >>
			1;
		stop = stops(
			odd & ~(second | second >> 1 | (uint64_t)cut << 63),
			_mm512_testn_epi8_mask(above, above), 64,
			left <= 64 || !lower_begins(p + at + 64, left - 64));
		_mm512_storeu_si512(
			t.out, _mm512_maskz_compress_epi8(~dropped, folded));
		n = stop != 0 ? (size_t)__builtin_ctzll(stop) : 64u - cut;
		dropped = _bzhi_u64(dropped, (unsigned)n);
		put_shifts(&t, dropped);
		pass(&t, n);
		t.out -= _mm_popcnt_u64(dropped);
		t.folded -= (uint32_t)_mm_popcnt_u64(dropped);
		at += n;
	} while (stop == 0);
	*to = t;
	return at;
}

#endif

static size_t (*const run[SIMD_WAYS])(struct lower *, const char *, size_t) = {
	[SIMD_PORTABLE] = run_portable,
#ifdef SIMD_X86
	[SIMD_SSE2] = run_sse2,
	[SIMD_AVX2] = run_avx2,
	[SIMD_AVX512] = run_avx512,
#endif
};

bool
lower_run_by(struct lower *to, const char *p, size_t len, enum simd_way way,
	size_t *n)
{
	if (!simd_has(way))
		return false;
	*n = run[way](to, p, len);
	return true;
}

size_t
lower_run(struct lower *to, const char *p, size_t len)
{
	return run[simd_best](to, p, len);
}
