/* test_places.c - the bits of masks, the same in every way. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "places.h"

#define BASE 1000

typedef uint32_t *put_fn(uint32_t *to, uint64_t bits, uint32_t base);

static void
check(put_fn *put, uint64_t bits)
{
	uint32_t got[64 + PLACES_ROOM], want[64];
	size_t n = 0, i;

	for (i = 0; i < 64; i++)
		if (bits >> i & 1)
			want[n++] = BASE + (uint32_t)i;
	cr_assert_eq((size_t)(put(got, bits, BASE) - got), n);
	cr_assert_eq(memcmp(got, want, n * sizeof(*got)), 0);
}

static void
check_all(uint64_t bits)
{
	check(places_put, bits);
#ifdef SIMD_X86
	if (simd_has(SIMD_AVX2)) {
		check(places_put_avx2, bits);
		check(places_put_many_avx2, bits << 8 >> 8);
	}
	if (simd_has(SIMD_AVX512)) {
		check(places_put_avx512, bits);
		check(places_put_many_avx512, bits);
	}
#endif
}

Test(places, any_mask)
{
	unsigned i, k;

	check_all(0);
	check_all(UINT64_MAX);
	for (i = 0; i < 64; i++)
		for (k = 0; k < 64; k++)
			check_all((uint64_t)1 << i | (uint64_t)1 << k);
	srand(1);
	for (i = 0; i < 10000; i++) {
		uint64_t bits = (uint64_t)rand() << 42 ^
			(uint64_t)rand() << 21 ^ (uint64_t)rand();

		check_all(i % 2 ? bits : bits & bits >> 3 & bits >> 7);
	}
}
