/*
 * simd.h - the ways in which this processor can look at many bytes at once.
 *
 * A module that has several ways does the same in each, which its tests check,
 * and takes the best one.
 */
#ifndef CLAMOR_SIMD_H
#define CLAMOR_SIMD_H

#include <stdbool.h>

enum simd_way {
	SIMD_PORTABLE,
	SIMD_SSE2,   /* what all x86-64 have */
	SIMD_AVX2,   /* 32 bytes, and BMI: nearly all since 2013 */
	SIMD_AVX512, /* 64 bytes, VBMI and VBMI2: from 2019 on */
};

#define SIMD_WAYS 4

/* The best that this processor has; found out before main begins, then only
 * read. It has all ways below as well. */
extern enum simd_way simd_best;

/** Has it that one? */
static inline bool
simd_has(enum simd_way way)
{
	return way <= simd_best;
}

#ifdef __x86_64__

#include <immintrin.h>
#define SIMD_X86

/* Of functions that are called only where the processor has that way. */
#define SIMD_WITH_AVX2 __attribute__((target("avx2,bmi,bmi2,pclmul,popcnt")))
#define SIMD_WITH_AVX512                                                       \
	__attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,"          \
			      "avx512vbmi2,avx2,bmi,bmi2,pclmul,popcnt")))

#endif

#endif
