/* bytes.h - how far a run of bytes without any of some special ones goes; the
 * bytes of a short text as numbers. */
#ifndef CLAMOR_BYTES_H
#define CLAMOR_BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/**
 * The bytes before the first of four.
 *
 * @stops  fewer than four: one of them again
 *
 * Returns len if none of them is there.
 */
size_t bytes_before(const char *p, size_t len, const char stops[4]);

#define BYTES_SHORT 16

/* The first byte lowest, in low, zeros behind the last. */
struct bytes_short {
	uint64_t low, high;
};

/** The bytes of a text of at most BYTES_SHORT: by pieces that overlap, so that
 * nothing beside it is read. */
static inline struct bytes_short
bytes_short(const char *p, size_t n)
{
	struct bytes_short s = { 0, 0 };
	uint32_t a, b;

	if (n > 8) {
		memcpy(&s.low, p, 8);
		memcpy(&s.high, p + n - 8, 8);
		s.high >>= 8 * (BYTES_SHORT - n);
	} else if (n == 8) {
		memcpy(&s.low, p, 8);
	} else if (n >= 4) {
		memcpy(&a, p, 4);
		memcpy(&b, p + n - 4, 4);
		s.low = a | (uint64_t)b << 8 * (n - 4);
	} else if (n > 0) {
		s.low = (unsigned char)p[0] |
			(uint64_t)(unsigned char)p[n / 2] << 8 * (n / 2) |
			(uint64_t)(unsigned char)p[n - 1] << 8 * (n - 1);
	}
	return s;
}

#endif
