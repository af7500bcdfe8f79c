/* hash.h - a seeded hash for tables that hold what strangers wrote. */
#ifndef CLAMOR_HASH_H
#define CLAMOR_HASH_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/** A seed that differs from run to run; no output may depend on it. */
uint64_t hash_seed(void);

/*
 * Multiply and fold (the mixing step of wyhash, W. Yi, 2019): fast on words
 * of up to 16 bytes, and not to be steered without knowing the seed.
 */
static inline uint64_t
hash_mix(uint64_t a, uint64_t b)
{
	/* both halves by themselves, or gcc keeps the product in memory */
	return a * b ^ (uint64_t)((__uint128_t)a * b >> 64);
}

/**
 * The hash of n bytes. The seed goes into both sides of each product: text that
 * makes one side 0 would make the other not matter.
 */
static inline uint64_t
hash_bytes(uint64_t seed, const char *p, size_t n)
{
	uint64_t h = seed ^ 0x9E3779B97F4A7C15u, a, b;
	size_t left = n;

	while (left > 16) {
		memcpy(&a, p, 8);
		memcpy(&b, p + 8, 8);
		h = hash_mix(a ^ seed ^ 0xA0761D6478BD642Fu, b ^ h);
		p += 16;
		left -= 16;
	}
	if (left >= 8) {
		memcpy(&a, p, 8);
		memcpy(&b, p + left - 8, 8);
	} else if (left >= 4) {
		uint32_t low, high;

		memcpy(&low, p, 4);
		memcpy(&high, p + left - 4, 4);
		a = low;
		b = high;
	} else if (left > 0) {
		a = (uint64_t)(unsigned char)p[0] << 16 |
			(uint64_t)(unsigned char)p[left >> 1] << 8 |
			(unsigned char)p[left - 1];
		b = 0;
	} else {
		a = b = 0;
	}
	return hash_mix(a ^ seed ^ 0xE7037ED1A0B428DBu ^ n, b ^ h);
}

/** Are n bytes here and there the same? Faster than a call for short words. */
static inline bool
hash_same(const char *p, const char *q, size_t n)
{
	uint64_t a, b, c, d;

	if (n > 16)
		return memcmp(p, q, n) == 0;
	if (n >= 8) {
		memcpy(&a, p, 8);
		memcpy(&b, q, 8);
		memcpy(&c, p + n - 8, 8);
		memcpy(&d, q + n - 8, 8);
		return a == b && c == d;
	}
	if (n >= 4) {
		uint32_t e, f, g, h;

		memcpy(&e, p, 4);
		memcpy(&f, q, 4);
		memcpy(&g, p + n - 4, 4);
		memcpy(&h, q + n - 4, 4);
		return e == f && g == h;
	}
	return n == 0 ||
		(p[0] == q[0] && p[n / 2] == q[n / 2] && p[n - 1] == q[n - 1]);
}

#endif
