/* bytes.c - runs of bytes, 16 at a time where the processor can. */
#include "config.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "bytes.h"

#ifdef __SSE2__

#define STEP 16

/* Which of 16 bytes are one of four? */
static inline unsigned
stops_in(__m128i v, const char stops[4])
{
	return (unsigned)_mm_movemask_epi8(_mm_or_si128(
		_mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(stops[0])),
			_mm_cmpeq_epi8(v, _mm_set1_epi8(stops[1]))),
		_mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(stops[2])),
			_mm_cmpeq_epi8(v, _mm_set1_epi8(stops[3])))));
}

static inline unsigned
stops_at(const char *p, const char stops[4])
{
	return stops_in(
		_mm_loadu_si128((const __m128i *)(const void *)p), stops);
}

size_t
bytes_before(const char *p, size_t len, const char stops[4])
{
	unsigned found;
	size_t at = 0;

	if (len < STEP) {
		struct bytes_short s = bytes_short(p, len);

		found = stops_in(_mm_set_epi64x(
					 (long long)s.high, (long long)s.low),
				stops) &
			((1u << len) - 1);
	} else {
		while (len - at > STEP && stops_at(p + at, stops) == 0)
			at += STEP;
		if (len - at < STEP) /* the last ones, some of them again */
			at = len - STEP;
		found = stops_at(p + at, stops);
	}
	return found != 0 ? at + (size_t)__builtin_ctz(found) : len;
}

#else

size_t
bytes_before(const char *p, size_t len, const char stops[4])
{
	size_t at = 0;

	while (at < len && p[at] != stops[0] && p[at] != stops[1] &&
		p[at] != stops[2] && p[at] != stops[3])
		at++;
	return at;
}

#endif
