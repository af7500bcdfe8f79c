/* simd.c - asks the processor what it has. */
#include "config.h"

#include "simd.h"

enum simd_way simd_best = SIMD_PORTABLE;

#ifdef SIMD_X86

static bool
has_avx2(void)
{
	return __builtin_cpu_supports("avx2") &&
		__builtin_cpu_supports("bmi") &&
		__builtin_cpu_supports("bmi2") &&
		__builtin_cpu_supports("pclmul") &&
		__builtin_cpu_supports("popcnt");
}

static bool
has_avx512(void)
{
	return __builtin_cpu_supports("avx512f") &&
		__builtin_cpu_supports("avx512bw") &&
		__builtin_cpu_supports("avx512vl") &&
		__builtin_cpu_supports("avx512vbmi") &&
		__builtin_cpu_supports("avx512vbmi2");
}

/* Asked for a thousand times in a moment, so found out once. */
__attribute__((constructor)) static void
find_best(void)
{
	__builtin_cpu_init();
	simd_best = !has_avx2() ? SIMD_SSE2
		: has_avx512()  ? SIMD_AVX512
				: SIMD_AVX2;
}

#endif
