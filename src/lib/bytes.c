/* bytes.c - runs of bytes, 16 at a time where the processor can. */
#include "config.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "bytes.h"

size_t
bytes_before(const char *p, size_t len, const char stops[4])
{
	size_t at = 0;

#ifdef __SSE2__
	if (len >= 16) {
		const __m128i a = _mm_set1_epi8(stops[0]);
		const __m128i b = _mm_set1_epi8(stops[1]);
		const __m128i c = _mm_set1_epi8(stops[2]);
		const __m128i d = _mm_set1_epi8(stops[3]);

		for (; len - at >= 16; at += 16) {
			__m128i v = _mm_loadu_si128(
				(const __m128i *)(const void *)(p + at));
			int found = _mm_movemask_epi8(
				_mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, a),
						     _mm_cmpeq_epi8(v, b)),
					_mm_or_si128(_mm_cmpeq_epi8(v, c),
						_mm_cmpeq_epi8(v, d))));

			if (found != 0)
				return at +
					(size_t)__builtin_ctz((unsigned)found);
		}
	}
#endif
	while (at < len && p[at] != stops[0] && p[at] != stops[1] &&
		p[at] != stops[2] && p[at] != stops[3])
		at++;
	return at;
}
