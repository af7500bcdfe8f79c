/* wordmap.c - open addressing; long words by hash and text. */
#include "config.h"

#include <stdlib.h>

#include "wordmap.h"
#include "xalloc.h"

#define SLOTS_AT_FIRST 1024u

const unsigned char wordmap_ones[2 * WORDMAP_SHORT] = { 255, 255, 255, 255, 255,
	255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 };

static void
make_slots(struct wordmap *m, size_t n)
{
	m->nslots = n;
	m->slots = xcalloc_now(n + 1, sizeof(*m->slots));
	m->filter = xcalloc(n * WORDMAP_BITS / 64, sizeof(*m->filter));
}

void
wordmap_init(struct wordmap *m)
{
	*m = (struct wordmap){ .seed = { hash_seed(), hash_seed() } };
	make_slots(m, SLOTS_AT_FIRST);
}

void
wordmap_fini(struct wordmap *m)
{
	free(m->slots);
	free(m->filter);
	buf_free(&m->text);
	*m = (struct wordmap){ 0 };
}

static uint64_t
hash_of(const struct wordmap *m, struct text word)
{
	if (word.len <= WORDMAP_SHORT)
		return wordmap_hash(m, wordmap_key(word));
	return hash_bytes(m->seed[0], word.p, word.len);
}

static uint32_t
find_long(const struct wordmap *m, struct text word)
{
	uint64_t hash = hash_of(m, word);
	size_t i = hash & (m->nslots - 1);

	if (!wordmap_may_have(m, hash))
		return 0;
	for (; m->slots[i].value != 0; i = (i + 1) & (m->nslots - 1)) {
		const struct wordmap_slot *s = &m->slots[i];

		if (s->key.low == hash && s->len == word.len &&
			memcmp(m->text.p + s->key.high, word.p, word.len) == 0)
			return s->value;
	}
	return 0;
}

uint32_t
wordmap_find(const struct wordmap *m, struct text word)
{
	if (word.len <= WORDMAP_SHORT)
		return wordmap_find_key(m, wordmap_key(word), word.len);
	return find_long(m, word);
}

static void
let_have(struct wordmap *m, uint64_t hash)
{
	size_t bit = hash & (WORDMAP_BITS * m->nslots - 1);

	m->filter[bit / 64] |= (uint64_t)1 << bit % 64;
}

static void
insert(struct wordmap *m, const struct wordmap_slot *s, uint64_t hash)
{
	size_t i = hash & (m->nslots - 1);

	while (m->slots[i].value != 0)
		i = (i + 1) & (m->nslots - 1);
	m->slots[i] = *s;
	let_have(m, hash);
	if (s->len > WORDMAP_SHORT) /* see wordmap_ask */
		let_have(m,
			wordmap_hash(m,
				wordmap_key(
					(struct text){ m->text.p + s->key.high,
						WORDMAP_SHORT })));
}

/* Keep it at most half full. */
static void
grow(struct wordmap *m)
{
	struct wordmap_slot *old = m->slots;
	size_t n = m->nslots, i;

	if (m->used * 2 < n)
		return;
	free(m->filter);
	make_slots(m, 2 * n);
	for (i = 0; i < n; i++)
		if (old[i].value != 0)
			insert(m, &old[i],
				old[i].len <= WORDMAP_SHORT
					? wordmap_hash(m, old[i].key)
					: old[i].key.low);
	free(old);
}

void
wordmap_add(struct wordmap *m, struct text word, uint32_t value)
{
	uint64_t hash = hash_of(m, word);
	struct wordmap_slot s = { .value = value, .len = (uint32_t)word.len };

	if (word.len <= WORDMAP_SHORT) {
		s.key = wordmap_key(word);
	} else {
		s.key = (struct wordmap_key){ hash, m->text.len };
		buf_addt(&m->text, word);
	}
	m->used++;
	grow(m);
	insert(m, &s, hash);
}

void
wordmap_each(const struct wordmap *m,
	void (*tell)(void *ctx, struct text word, uint32_t value), void *ctx)
{
	size_t i;

	for (i = 0; i < m->nslots; i++) {
		const struct wordmap_slot *s = &m->slots[i];
		char bytes[WORDMAP_SHORT];
		struct text word = { bytes, s->len };

		memcpy(bytes, &s->key, sizeof(bytes));
		if (s->len > WORDMAP_SHORT)
			word.p = m->text.p + s->key.high;
		if (s->value != 0)
			tell(ctx, word, s->value);
	}
}
