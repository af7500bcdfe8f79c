/*
 * vocab.c - words in a seeded hash table; stems in another one, asked for the
 * beginnings of a word that are as long as some stem with its first bytes.
 */
#include "config.h"

#include <stdlib.h>

#include "hash.h"
#include "vocab.h"
#include "xalloc.h"

#define STEM_KEY 3 /* stems are sorted out by their first three bytes */
#define STEM_BUCKETS 4096u
#define STEM_LONG 63 /* bytes; all from here on share the last bit */

struct word {
	uint32_t at, len;          /* spelling, in the arena */
	uint32_t slang, slang_len; /* likewise; 0 bytes: none */
	bool entry;                /* an entry of its own */
};

struct slot {
	uint32_t hash; /* high half, to spare most comparisons */
	uint32_t id;   /* 0: free */
	uint32_t at, len;
};

struct vocab {
	uint64_t seed;
	struct buf arena;
	struct word *words; /* [0] is unused */
	size_t nwords, words_cap;
	struct slot *slots;
	size_t nslots, used;   /* nslots is a power of two */
	unsigned char *filter; /* one byte per slot: may a word hash here? */

	struct vocab
		*stems;     /* their spellings as words; NULL: there are none */
	uint32_t *stem_ids; /* by their numbers there */
	size_t stem_ids_cap, longest_stem;
	/* which lengths there are: bit n for n bytes */
	uint64_t
		lengths[STEM_BUCKETS]; /* of stems of STEM_KEY bytes and more */
	uint64_t brief;                /* of shorter ones */
};

struct vocab *
vocab_new(void)
{
	struct vocab *v = xcalloc(1, sizeof(*v));

	v->seed = hash_seed();
	v->nslots = 1024;
	v->slots = xcalloc(v->nslots, sizeof(*v->slots));
	v->filter = xcalloc(v->nslots * 4, 1);
	v->nwords = 1;
	v->words = xgrow_now(NULL, &v->words_cap, sizeof(*v->words));
	v->words[0] = (struct word){ 0 };
	return v;
}

void
vocab_free(struct vocab *v)
{
	if (v == NULL)
		return;
	buf_free(&v->arena);
	free(v->words);
	free(v->slots);
	free(v->filter);
	vocab_free(v->stems);
	free(v->stem_ids);
	free(v);
}

static uint32_t
keep(struct vocab *v, struct text t)
{
	uint32_t at = (uint32_t)v->arena.len;

	buf_addt(&v->arena, t);
	return at;
}

static struct text
kept(const struct vocab *v, uint32_t at, uint32_t len)
{
	return (struct text){ v->arena.p + at, len };
}

static void
insert(struct vocab *v, struct slot s, uint64_t hash)
{
	size_t i = hash & (v->nslots - 1);

	while (v->slots[i].id != 0)
		i = (i + 1) & (v->nslots - 1);
	v->slots[i] = s;
	v->filter[hash & (v->nslots * 4 - 1)] = 1;
}

/* Keep the table at most half full. */
static void
grow(struct vocab *v)
{
	struct slot *old = v->slots;
	size_t n = v->nslots, i;

	if (v->used * 2 < v->nslots)
		return;
	v->nslots *= 2;
	v->slots = xcalloc(v->nslots, sizeof(*v->slots));
	free(v->filter);
	v->filter = xcalloc(v->nslots * 4, 1);
	for (i = 0; i < n; i++)
		if (old[i].id != 0)
			insert(v, old[i],
				hash_bytes(v->seed, v->arena.p + old[i].at,
					old[i].len));
	free(old);
}

static uint32_t
new_id(struct vocab *v, uint32_t at, uint32_t len)
{
	v->words = xgrow(v->words, v->nwords, &v->words_cap, sizeof(*v->words));
	v->words[v->nwords] = (struct word){ .at = at, .len = len };
	return (uint32_t)v->nwords++;
}

static void
add_spelling(struct vocab *v, struct text word, uint32_t at, uint32_t id)
{
	uint64_t hash = hash_bytes(v->seed, word.p, word.len);

	v->used++;
	grow(v);
	insert(v,
		(struct slot){
			(uint32_t)(hash >> 32), id, at, (uint32_t)word.len },
		hash);
}

uint32_t
vocab_find(const struct vocab *v, struct text word)
{
	uint64_t hash = hash_bytes(v->seed, word.p, word.len);
	size_t i = hash & (v->nslots - 1);

	if (!v->filter[hash & (v->nslots * 4 - 1)])
		return 0;
	for (; v->slots[i].id != 0; i = (i + 1) & (v->nslots - 1)) {
		const struct slot *s = &v->slots[i];

		if (s->hash == (uint32_t)(hash >> 32) && s->len == word.len &&
			hash_same(v->arena.p + s->at, word.p, word.len))
			return s->id;
	}
	return 0;
}

uint32_t
vocab_add(struct vocab *v, struct text word)
{
	uint32_t id = vocab_find(v, word), at;

	if (id != 0)
		return id;
	at = keep(v, word);
	id = new_id(v, at, (uint32_t)word.len);
	add_spelling(v, kept(v, at, (uint32_t)word.len), at, id);
	return id;
}

void
vocab_alias(struct vocab *v, struct text spelling, uint32_t id)
{
	uint32_t at;

	if (vocab_find(v, spelling) != 0)
		return;
	at = keep(v, spelling);
	add_spelling(v, kept(v, at, (uint32_t)spelling.len), at, id);
}

static size_t
bucket_of(struct text t)
{
	const unsigned char *p = (const unsigned char *)t.p;

	return (p[0] * 31u * 31u + p[1] * 31u + p[2]) % STEM_BUCKETS;
}

/* The lengths of the stems that a text could begin with or be. */
static uint64_t *
lengths_of(struct vocab *v, struct text t)
{
	return t.len < STEM_KEY ? &v->brief : &v->lengths[bucket_of(t)];
}

/* The number of a stem, 0 if it is none. */
static uint32_t
find_stem(const struct vocab *v, struct text stem)
{
	uint32_t i = v->stems != NULL ? vocab_find(v->stems, stem) : 0;

	return i != 0 ? v->stem_ids[i] : 0;
}

/* Let a spelling that is none yet be the stem of that number. */
static void
set_stem(struct vocab *v, struct text stem, uint32_t id)
{
	size_t len = stem.len < STEM_LONG ? stem.len : STEM_LONG;
	uint32_t i;

	if (v->stems == NULL)
		v->stems = vocab_new();
	i = vocab_add(v->stems, stem);
	v->stem_ids =
		xgrow(v->stem_ids, i, &v->stem_ids_cap, sizeof(*v->stem_ids));
	v->stem_ids[i] = id;
	*lengths_of(v, stem) |= (uint64_t)1 << len;
	if (stem.len > v->longest_stem)
		v->longest_stem = stem.len;
}

uint32_t
vocab_add_stem(struct vocab *v, struct text stem)
{
	uint32_t id = find_stem(v, stem), at;

	if (id != 0)
		return id;
	at = keep(v, stem);
	id = new_id(v, at, (uint32_t)stem.len);
	set_stem(v, stem, id);
	return id;
}

void
vocab_alias_stem(struct vocab *v, struct text spelling, uint32_t id)
{
	if (find_stem(v, spelling) == 0)
		set_stem(v, spelling, id);
}

/* The stem that the first len bytes of a word are, into ids. */
static size_t
stem_in(const struct vocab *v, struct text word, size_t len,
	uint32_t ids[VOCAB_STEMS_MAX], size_t n)
{
	word.len = len;
	if (n < VOCAB_STEMS_MAX)
		ids[n] = find_stem(v, word);
	return n < VOCAB_STEMS_MAX && ids[n] != 0 ? n + 1 : n;
}

size_t
vocab_stems(
	const struct vocab *v, struct text word, uint32_t ids[VOCAB_STEMS_MAX])
{
	uint64_t lengths = v->brief;
	size_t n = 0, len;

	if (word.len >= STEM_KEY)
		lengths |= v->lengths[bucket_of(word)];
	for (; lengths != 0; lengths &= lengths - 1) {
		len = (size_t)__builtin_ctzll(lengths);
		if (len > word.len)
			return n;
		if (len == STEM_LONG)
			break;
		n = stem_in(v, word, len, ids, n);
	}
	if (lengths == 0)
		return n;
	for (len = STEM_LONG; len <= word.len && len <= v->longest_stem; len++)
		n = stem_in(v, word, len, ids, n);
	return n;
}

bool
vocab_knows(const struct vocab *v, struct text word)
{
	uint32_t ids[VOCAB_STEMS_MAX];

	return vocab_find(v, word) != 0 || vocab_stems(v, word, ids) > 0;
}

uint32_t
vocab_size(const struct vocab *v)
{
	return (uint32_t)v->nwords - 1;
}

struct text
vocab_text(const struct vocab *v, uint32_t id)
{
	return kept(v, v->words[id].at, v->words[id].len);
}

void
vocab_mark_entry(struct vocab *v, uint32_t id)
{
	v->words[id].entry = true;
}

void
vocab_set_slang(struct vocab *v, uint32_t id, struct text to)
{
	v->words[id].slang = keep(v, to);
	v->words[id].slang_len = (uint32_t)to.len;
}

struct text
vocab_slang(const struct vocab *v, uint32_t id)
{
	const struct word *w = &v->words[id];

	if (w->entry)
		return (struct text){ NULL, 0 };
	return kept(v, w->slang, w->slang_len);
}
