/* test_hash.c - the seeded hash. */
#include "config.h"

#include <criterion/criterion.h>

#include "hash.h"

#define TEXTS 64
#define LEN 32

/* Texts that differ in the second eight bytes, behind eight that undo a
 * constant of the hash, which anybody can read in its source. */
static size_t
count_hashes(uint64_t constant, size_t len)
{
	uint64_t hashes[TEXTS];
	size_t i, k, distinct = 0;

	for (i = 0; i < TEXTS; i++) {
		char text[LEN] = { 0 };

		memcpy(text, &constant, sizeof(constant));
		text[8] = (char)('0' + i);
		hashes[i] = hash_bytes(0x123456789ABCDEFu, text, len);
		for (k = 0; k < i && hashes[k] != hashes[i];)
			k++;
		distinct += k == i;
	}
	return distinct;
}

Test(hash, no_texts_are_known_to_collide)
{
	cr_expect_eq(count_hashes(0xA0761D6478BD642Fu, 24), TEXTS);
	cr_expect_eq(count_hashes(0xE7037ED1A0B428DBu ^ 16, 16), TEXTS);
}
