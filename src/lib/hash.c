/* hash.c - where the seed comes from. */
#include "config.h"

#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "hash.h"

uint64_t
hash_seed(void)
{
	uint64_t seed;

	if (getrandom(&seed, sizeof(seed), 0) != (ssize_t)sizeof(seed))
		seed = hash_mix((uint64_t)time(NULL) | 1,
			(uint64_t)getpid() + 0x9E3779B97F4A7C15u);
	return seed;
}
