/* test_siphash.c - SipHash-2-4 against the vectors of its authors. */
#include "config.h"

#include <criterion/criterion.h>

#include "siphash.h"

Test(siphash, reference_vectors)
{
	static const struct {
		size_t len;
		uint64_t want;
	} rows[] = {
		{ 0, 0x726fdb47dd0e0e31u },
		{ 1, 0x74f839c593dc67fdu },
		{ 7, 0xab0200f58b01d137u },
		{ 8, 0x93f5f5799a932462u },
		{ 12, 0x751e8fbc860ee5fbu },
		{ 15, 0xa129ca6149be45e5u },
	};
	const struct siphash_key key = { 0x0706050403020100u,
		0x0f0e0d0c0b0a0908u };
	char in[16];
	size_t i;

	for (i = 0; i < sizeof(in); i++)
		in[i] = (char)i;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_eq(siphash(&key, (struct text){ in, rows[i].len }),
			rows[i].want, "%zu bytes", rows[i].len);
}

Test(siphash, no_text_at_all)
{
	const struct siphash_key key = { 1, 2 };

	cr_expect_eq(siphash(&key, (struct text){ NULL, 0 }),
		siphash(&key, text_of("")));
}
