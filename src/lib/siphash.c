/* siphash.c - SipHash-2-4. */
#include "config.h"

#include <endian.h>

#include "siphash.h"

struct state {
	uint64_t v0, v1, v2, v3;
};

static uint64_t
rotate(uint64_t x, int bits)
{
	return x << bits | x >> (64 - bits);
}

/* Little endian on every machine: the hash is part of files. */
static uint64_t
load(const unsigned char *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return le64toh(v);
}

/* The last bytes, less than eight, and the length above them. */
static uint64_t
load_rest(const unsigned char *p, size_t n, size_t len)
{
	uint64_t v = 0;

	if (n > 0 && len >= 8) /* with some of those before, shifted out */
		v = load(p + n - 8) >> 8 * (8 - n);
	else
		while (n-- > 0)
			v = v << 8 | p[n];
	return v | (uint64_t)len << 56;
}

static inline void
mix(struct state *s)
{
	s->v0 += s->v1;
	s->v1 = rotate(s->v1, 13) ^ s->v0;
	s->v0 = rotate(s->v0, 32);
	s->v2 += s->v3;
	s->v3 = rotate(s->v3, 16) ^ s->v2;
	s->v0 += s->v3;
	s->v3 = rotate(s->v3, 21) ^ s->v0;
	s->v2 += s->v1;
	s->v1 = rotate(s->v1, 17) ^ s->v2;
	s->v2 = rotate(s->v2, 32);
}

static inline void
take(struct state *s, uint64_t word)
{
	s->v3 ^= word;
	mix(s);
	mix(s);
	s->v0 ^= word;
}

uint64_t
siphash(const struct siphash_key *key, struct text t)
{
	const unsigned char *p = (const unsigned char *)t.p;
	struct state s = {
		key->k0 ^ 0x736f6d6570736575u,
		key->k1 ^ 0x646f72616e646f6du,
		key->k0 ^ 0x6c7967656e657261u,
		key->k1 ^ 0x7465646279746573u,
	};
	size_t left = t.len;

	for (; left >= 8; left -= 8, p += 8)
		take(&s, load(p));
	take(&s, load_rest(p, left, t.len));
	s.v2 ^= 0xff;
	mix(&s);
	mix(&s);
	mix(&s);
	mix(&s);
	return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}
