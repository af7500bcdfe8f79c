/*
 * vocab.c - words and stems in two tables; the stems are asked for the
 * beginnings of a word that are as long as some stem with its first bytes.
 */
#include "config.h"

#include <stdlib.h>

#include "vocab.h"
#include "xalloc.h"

#define GUESS_STEM 5 /* see vocab_knows_nearly */
#define GUESS_ENDING 4
#define STEM_LONG 63 /* bytes; all from here on share the last bit */

struct vocab_word {
	uint32_t at, len;          /* spelling, in the arena */
	uint32_t slang, slang_len; /* likewise; 0 bytes: none */
	bool entry;                /* an entry of its own */
	bool slip;                 /* a misspelling */
	bool opinion;              /* opines by itself */
};

static uint32_t
keep(struct vocab *v, struct text t)
{
	uint32_t at = (uint32_t)v->arena.len;

	buf_addt(&v->arena, t);
	buf_reserve(&v->arena, VOCAB_READ);
	return at;
}

static struct text
kept(const struct vocab *v, uint32_t at, uint32_t len)
{
	return (struct text){ v->arena.p + at, len };
}

static uint32_t
new_id(struct vocab *v, struct text word)
{
	v->words = xgrow(v->words, v->nwords, &v->words_cap, sizeof(*v->words));
	v->slang = xgrow(
		v->slang, v->nwords / 64, &v->slang_cap, sizeof(*v->slang));
	if (v->nwords % 64 == 0)
		v->slang[v->nwords / 64] = 0;
	v->words[v->nwords] = (struct vocab_word){ .at = keep(v, word),
		.len = (uint32_t)word.len };
	return (uint32_t)v->nwords++;
}

static void
set_slang(struct vocab *v, uint32_t id, bool is)
{
	uint64_t bit = (uint64_t)1 << id % 64;

	if (is)
		v->slang[id / 64] |= bit;
	else
		v->slang[id / 64] &= ~bit;
}

struct vocab *
vocab_new(void)
{
	struct vocab *v = xcalloc(1, sizeof(*v));

	wordmap_init(&v->numbers);
	wordmap_init(&v->stems);
	(void)new_id(v, (struct text){ "", 0 });
	return v;
}

void
vocab_free(struct vocab *v)
{
	if (v == NULL)
		return;
	wordmap_fini(&v->numbers);
	wordmap_fini(&v->stems);
	buf_free(&v->arena);
	free(v->words);
	free(v->slang);
	free(v);
}

uint32_t
vocab_find(const struct vocab *v, struct text word)
{
	return wordmap_find(&v->numbers, word);
}

uint32_t
vocab_add(struct vocab *v, struct text word)
{
	uint32_t id = vocab_find(v, word);

	if (id == 0) {
		id = new_id(v, word);
		wordmap_add(&v->numbers, word, id);
	}
	return id;
}

void
vocab_alias(struct vocab *v, struct text spelling, uint32_t id)
{
	if (vocab_find(v, spelling) == 0)
		wordmap_add(&v->numbers, spelling, id);
}

static void
note_begin(uint64_t *begins, const char *bytes, unsigned n)
{
	uint32_t at = vocab_begin(bytes, n);

	begins[at / 64] |= (uint64_t)1 << at % 64;
}

/* Note all three bytes that two can begin. */
static void
note_two(struct vocab *v, char *bytes)
{
	int third;

	for (third = 0; third < 256; third++) {
		bytes[2] = (char)third;
		note_begin(v->begins_3, bytes, 3);
	}
}

void
vocab_expect(struct vocab *v, struct text begin)
{
	char bytes[VOCAB_READ] = "";

	memcpy(bytes, begin.p,
		begin.len < sizeof(bytes) ? begin.len : sizeof(bytes));
	if (begin.len >= 6)
		note_begin(v->begins_6, bytes, 6);
	else if (begin.len >= 4)
		note_begin(v->begins_4, bytes, 4);
	else if (begin.len == 3)
		note_begin(v->begins_3, bytes, 3);
	else if (begin.len == 2)
		note_two(v, bytes);
	else
		v->begins_1[(unsigned char)*bytes] = true;
}

/* Let a spelling that is none yet be the stem of that number. */
static void
set_stem(struct vocab *v, struct text stem, uint32_t id)
{
	uint64_t length = (uint64_t)1
		<< (stem.len < STEM_LONG ? stem.len : STEM_LONG);

	wordmap_add(&v->stems, stem, id);
	if (stem.len < VOCAB_STEM_KEY) {
		v->brief |= length;
	} else {
		v->lengths[vocab_stem_bucket(stem)] |= length;
	}
	vocab_expect(v, stem);
	if (stem.len > v->longest_stem)
		v->longest_stem = stem.len;
}

uint32_t
vocab_add_stem(struct vocab *v, struct text stem)
{
	uint32_t id = wordmap_find(&v->stems, stem);

	if (id == 0) {
		id = new_id(v, stem);
		set_stem(v, stem, id);
	}
	return id;
}

void
vocab_alias_stem(struct vocab *v, struct text spelling, uint32_t id)
{
	if (wordmap_find(&v->stems, spelling) == 0)
		set_stem(v, spelling, id);
}

/* The stems of some lengths, bits up to WORDMAP_SHORT, that a word begins with.
 * It seldom has those that are asked for: that is found out for all of them
 * before any is looked at. */
static size_t
short_stems(const struct vocab *v, struct text word, uint64_t lengths,
	uint32_t ids[VOCAB_STEMS_MAX])
{
	struct wordmap_key begin = wordmap_key((struct text){
		word.p, word.len < WORDMAP_SHORT ? word.len : WORDMAP_SHORT });
	size_t may[WORDMAP_SHORT + 1], nmay = 0, n = 0, i;

	for (; lengths != 0; lengths &= lengths - 1) {
		size_t len = (size_t)__builtin_ctzll(lengths);

		may[nmay] = len;
		nmay += wordmap_may_have(&v->stems,
			wordmap_hash(&v->stems, wordmap_key_begin(begin, len)));
	}
	for (i = 0; i < nmay; i++) {
		ids[n] = wordmap_find_key(
			&v->stems, wordmap_key_begin(begin, may[i]), may[i]);
		n += ids[n] != 0;
	}
	return n;
}

/* The stem that the first len bytes of a word are, into ids. */
static size_t
long_stem(const struct vocab *v, struct text word, size_t len,
	uint32_t ids[VOCAB_STEMS_MAX], size_t n)
{
	if (n == VOCAB_STEMS_MAX)
		return n;
	ids[n] = wordmap_find(&v->stems, (struct text){ word.p, len });
	return ids[n] != 0 ? n + 1 : n;
}

/* Bits of the lengths up to one. */
static inline uint64_t
lengths_to(size_t len)
{
	return len < STEM_LONG ? ((uint64_t)2 << len) - 1 : UINT64_MAX;
}

size_t
vocab_stems(
	const struct vocab *v, struct text word, uint32_t ids[VOCAB_STEMS_MAX])
{
	uint64_t lengths = v->brief, some;
	size_t n, len;

	if (word.len >= VOCAB_STEM_KEY)
		lengths |= v->lengths[vocab_stem_bucket(word)];
	lengths &= lengths_to(word.len);
	some = lengths & lengths_to(WORDMAP_SHORT);
	n = some != 0 ? short_stems(v, word, some, ids) : 0;
	for (some ^= lengths; some != 0; some &= some - 1) {
		len = (size_t)__builtin_ctzll(some);
		if (len < STEM_LONG)
			n = long_stem(v, word, len, ids, n);
	}
	if (!(lengths >> STEM_LONG))
		return n;
	for (len = STEM_LONG; len <= word.len && len <= v->longest_stem; len++)
		n = long_stem(v, word, len, ids, n);
	return n;
}

bool
vocab_knows(const struct vocab *v, struct text word)
{
	uint32_t ids[VOCAB_STEMS_MAX];

	return vocab_find(v, word) != 0 || vocab_stems(v, word, ids) > 0;
}

bool
vocab_knows_nearly(const struct vocab *v, struct text word)
{
	uint32_t ids[VOCAB_STEMS_MAX];
	size_t n, len;

	if (vocab_find(v, word) != 0)
		return true;
	n = vocab_stems(v, word, ids); /* the longest is the last */
	len = n > 0 ? v->words[ids[n - 1]].len : 0;
	return len >= GUESS_STEM && word.len <= len + GUESS_ENDING;
}

void
vocab_keep_typed(struct vocab *v)
{
	v->as_typed = true;
}

void
vocab_add_slip(struct vocab *v, struct text spelling, uint32_t id)
{
	uint32_t slip = vocab_find(v, spelling);

	if (slip == 0) {
		if (vocab_knows(v, spelling))
			return;
		slip = vocab_add(v, spelling);
		v->words[slip].slip = true;
		v->words[slip].slang = v->words[id].at;
		v->words[slip].slang_len = v->words[id].len;
		set_slang(v, slip, true);
	} else if (v->words[slip].slip &&
		v->words[slip].slang != v->words[id].at) {
		set_slang(v, slip, false);
	}
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
	set_slang(v, id, false);
}

void
vocab_mark_opinion(struct vocab *v, uint32_t id)
{
	v->words[id].opinion = true;
}

bool
vocab_is_opinion(const struct vocab *v, uint32_t id)
{
	return v->words[id].opinion;
}

void
vocab_set_slang(struct vocab *v, uint32_t id, struct text to)
{
	v->words[id].slang = keep(v, to);
	v->words[id].slang_len = (uint32_t)to.len;
	set_slang(v, id, to.len > 0 && !v->words[id].entry);
}

struct text
vocab_slang(const struct vocab *v, uint32_t id)
{
	const struct vocab_word *w = &v->words[id];

	if (!vocab_is_slang(v, id))
		return (struct text){ NULL, 0 };
	return kept(v, w->slang, w->slang_len);
}
