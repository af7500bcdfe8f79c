/*
 * sieve.c - marks of the words that forms need, and of those that must stand in
 * the post with them; bytes that anything else needs.
 */
#include "config.h"

#include <stdlib.h>

#include "disguise.h"
#include "elongation.h"
#include "glyph.h"
#include "sieve.h"
#include "words.h"
#include "xalloc.h"

#define MARKS_EACH 8  /* bytes, at least */
#define MARK_ANY 255  /* the mark of a place that two share */
#define HEADS_EACH 32 /* bits, at least */
#define HEAD 8        /* bytes by which words are judged first */
#define KEYS_MAX 8    /* keys of a post whose companions are looked for */
#define WORDS_MAX 128 /* its words among which they are */

/* What is known of a word or stem. */
enum {
	NEEDED = 1, /* a form needs it, or rewriting may put one in its place */
	ENOUGH = 2, /* and needs nothing else that is looked for */
};

/* By the hash of something that is there: a byte of it, so that hardly anything
 * passes that is not. */
struct marks {
	uint8_t *v;
	size_t n; /* a power of two */
};

/* By the hash of a head, the first bytes of a word: a bit of it. Small enough
 * to stay near the processor. */
struct heads {
	uint64_t *v;
	unsigned shift; /* of a hash, for the number of its bit */
};

struct sieve {
	const struct anchors *anchors;
	const struct vocab *vocab;
	const struct gates *gates;
	bool open;         /* something could stand in any text */
	bool numbers;      /* forms need number words */
	bool special[256]; /* bytes at which something could stand */
	struct heads words;
	struct marks companions; /* a key and the head of a word each */
	uint8_t *traits;         /* by number of a word or stem */
};

static inline uint8_t
mark_of(uint64_t hash)
{
	return (uint8_t)(1 + (hash >> 57));
}

static void
marks_init(struct marks *m, size_t n)
{
	m->n = MARKS_EACH;
	while (m->n < MARKS_EACH * n)
		m->n *= 2;
	m->v = xcalloc(m->n, 1);
}

static void
marks_put(struct marks *m, uint64_t hash)
{
	uint8_t *mark = &m->v[hash & (m->n - 1)];

	*mark = *mark == 0 || *mark == mark_of(hash) ? mark_of(hash) : MARK_ANY;
}

static inline bool
marks_may_have(const struct marks *m, uint64_t hash)
{
	uint8_t mark = m->v[hash & (m->n - 1)];

	return mark == mark_of(hash) || mark == MARK_ANY;
}

static void
heads_init(struct heads *h, size_t n)
{
	h->shift = 64 - 9; /* 512 bits */
	while (((size_t)1 << (64 - h->shift)) < HEADS_EACH * n)
		h->shift--;
	h->v = xcalloc((size_t)1 << (64 - h->shift - 6), sizeof(*h->v));
}

/* The first bytes of a word of n at p, zeros behind those of a short one; HEAD
 * can be read. */
static inline uint64_t
head_at(const char *p, size_t n)
{
	/* ones from its n-th last byte on are those of n bytes */
	static const unsigned char ones[2 * HEAD] = { 255, 255, 255, 255, 255,
		255, 255, 255 };
	uint64_t head, mask;

	memcpy(&head, p, HEAD);
	memcpy(&mask, ones + HEAD - (n < HEAD ? n : HEAD), HEAD);
	return head & mask;
}

static inline uint64_t
head_of(struct text word)
{
	char bytes[HEAD] = "";

	memcpy(bytes, word.p, word.len < HEAD ? word.len : HEAD);
	return head_at(bytes, HEAD);
}

static inline uint64_t
heads_place(const struct heads *h, uint64_t head)
{
	return head * 0x9E3779B97F4A7C15u >> h->shift;
}

static void
heads_put(struct heads *h, uint64_t head)
{
	uint64_t i = heads_place(h, head);

	h->v[i / 64] |= (uint64_t)1 << i % 64;
}

static inline bool
heads_may_have(const struct heads *h, uint64_t head)
{
	uint64_t i = heads_place(h, head);

	return h->v[i / 64] >> i % 64 & 1;
}

/* Of a key and the head of a word. */
static inline uint64_t
hash_pair(uint32_t key, uint64_t head)
{
	return hash_mix(head ^ key, 0x9E3779B97F4A7C15u);
}

/* Making. */

/* A pair of common words is seen to in word_passes. */
static void
note_traits(struct sieve *s)
{
	const struct anchors *a = s->anchors;
	bool brands = a->uses[a->class_base + ITEM_BRAND].id & ANCHORS_KEY;
	uint32_t id, uses;

	s->traits = xcalloc(a->class_base, 1);
	for (id = 1; id < a->class_base; id++) {
		uses = a->uses[id].id;
		if (uses & ANCHORS_KEY)
			s->traits[id] =
				NEEDED | (uses & ANCHORS_ENOUGH ? ENOUGH : 0);
		if (vocab_is_slang(s->vocab, id) || (brands && a->is_brand[id]))
			s->traits[id] = NEEDED | ENOUGH;
	}
}

/* The first byte of a text that is no letter a-z; -1 if all are. */
static int
first_special(struct text t)
{
	size_t i;

	for (i = 0; i < t.len; i++)
		if (t.p[i] < 'a' || t.p[i] > 'z')
			return (unsigned char)t.p[i];
	return -1;
}

static void
mark_word(struct sieve *s, struct text word)
{
	int special = first_special(word);

	if (special >= 0) {
		s->special[special] = true;
		return;
	}
	heads_put(&s->words, head_of(word));
}

static void
mark_spelling(void *ctx, struct text spelling, uint32_t id)
{
	struct sieve *s = ctx;

	if (s->traits[id] || (s->anchors->uses[id].id & ANCHORS_COMMON))
		mark_word(s, spelling);
}

static void
mark_stem(void *ctx, struct text spelling, uint32_t id)
{
	struct sieve *s = ctx;
	int special = first_special(spelling);

	if (s->traits[id] && special >= 0)
		s->special[special] = true;
}

static void
mark_bytes(struct sieve *s, const char *bytes)
{
	for (; *bytes != '\0'; bytes++)
		s->special[(unsigned char)*bytes] = true;
}

static void
mark_numbers(struct sieve *s)
{
	size_t n, i;
	const struct text *words = words_numbers(&n);

	s->numbers = true;
	mark_bytes(s, "0123456789");
	for (i = 0; i < n; i++) {
		mark_word(s, words[i]);
		s->traits[vocab_find(s->vocab, words[i])] = NEEDED | ENOUGH;
	}
	s->traits[0] = 0; /* of those that are no words of the lexicons */
}

/* What tokens of a class have in them. */
static void
mark_class(struct sieve *s, enum item_kind class)
{
	switch (class) {
	case ITEM_NUM:
		mark_numbers(s);
		break;
	case ITEM_TIME:
	case ITEM_MONEY:
		mark_bytes(s, "0123456789");
		break;
	case ITEM_USER:
		mark_bytes(s, "@");
		break;
	case ITEM_URL:
		mark_bytes(s, "@.:");
		break;
	case ITEM_EMOJI:
		s->open = true;
		break;
	case ITEM_BRAND: /* see note_traits */
	case ITEM_WORD:
	case ITEM_STEM:
	case ITEM_EXACT:
		break;
	}
}

static void
mark_gate(void *ctx, struct text literal, bool at_word)
{
	struct sieve *s = ctx;

	/* one that begins with a letter is asked for where words begin */
	if (!at_word)
		s->open = true;
	else if (*literal.p < 'a' || *literal.p > 'z')
		s->special[(unsigned char)*literal.p] = true;
}

/* Mark the companions of keys. One that is not all of letters a-z and so may be
 * spelled in other ways, is not looked for: its keys do alone. */
static void
mark_companions(struct sieve *s)
{
	const struct anchors *a = s->anchors;
	size_t n, i;
	const uint64_t *pairs = anchors_companions(a, &n);
	struct text word;
	uint32_t key;

	marks_init(&s->companions, n);
	for (i = 0; i < n; i++) {
		key = (uint32_t)(pairs[i] >> 32);
		if (key >= a->class_base || (s->traits[key] & ENOUGH))
			continue;
		word = vocab_text(s->vocab, (uint32_t)pairs[i]);
		if (first_special(word) >= 0)
			s->traits[key] |= ENOUGH;
		else
			marks_put(&s->companions,
				hash_pair(key, head_of(word)));
	}
}

struct sieve *
sieve_new(const struct anchors *anchors, const struct gates *gates)
{
	struct sieve *s = xcalloc(1, sizeof(*s));
	enum item_kind class;

	s->anchors = anchors;
	s->vocab = anchors->vocab;
	s->gates = gates;
	heads_init(&s->words, vocab_size(s->vocab));
	note_traits(s);
	mark_bytes(s, "#"); /* the words of a tag are found by its capitals */
	for (class = ITEM_NUM; class <= ITEM_BRAND; class ++)
		if (anchors->uses[anchors->class_base + class].id & ANCHORS_KEY)
			mark_class(s, class);
	wordmap_each(&s->vocab->numbers, mark_spelling, s);
	wordmap_each(&s->vocab->stems, mark_stem, s);
	mark_companions(s);
	s->open |= gates_any_ungated(gates);
	gates_each(gates, mark_gate, s);
	return s;
}

void
sieve_free(struct sieve *s)
{
	if (s == NULL)
		return;
	free(s->words.v);
	free(s->companions.v);
	free(s->traits);
	free(s);
}

/* Asking. */

/* A text on its way through the sieve. */
struct passing {
	const struct sieve *s;
	const char *end;
	bool drawn_out;  /* some of its words may be */
	uint32_t before; /* the word before, if it is one of a common pair */
	uint32_t keys[KEYS_MAX]; /* that need a companion */
	size_t nkeys;
	uint64_t heads[WORDS_MAX]; /* of its words */
	size_t nwords;
	bool many; /* its first words are no longer among them */
};

/* Does a word or stem let the text pass? Else it is kept if it is a key. A
 * companion may be drawn out: then none is asked for. */
static inline bool
id_passes(struct passing *p, uint32_t id)
{
	uint8_t traits = p->s->traits[id];

	if (traits == 0)
		return false;
	if ((traits & ENOUGH) || p->drawn_out || p->nkeys == KEYS_MAX)
		return true;
	p->keys[p->nkeys++] = id;
	return false;
}

/* Does a companion of one of its keys stand in the text? */
static bool
has_companion(const struct passing *p)
{
	size_t i, k;

	for (k = 0; k < p->nkeys; k++)
		for (i = 0; i < p->nwords; i++)
			if (marks_may_have(&p->s->companions,
				    hash_pair(p->keys[k], p->heads[i])))
				return true;
	return p->nkeys > 0 && p->many;
}

/* Does a word begin with a stem that lets the text pass, or with the literal of
 * a gate? */
static bool
begin_passes(struct passing *p, struct text word)
{
	const struct sieve *s = p->s;
	uint32_t ids[VOCAB_STEMS_MAX];
	size_t n = vocab_stems(s->vocab, word, ids), i;

	for (i = 0; i < n; i++)
		if (id_passes(p, ids[i]))
			return true;
	return gates_begin_at(s->gates, word.p, p->end);
}

/* The same for the word that a drawn out one stands for; behind is what stands
 * behind it. Every doubt lets it pass. */
static bool
undone_passes(const struct sieve *s, struct text word, const char *behind)
{
	struct buf undone = { 0 };
	uint32_t id;
	bool passes;

	if (!elongation_undo(&undone, s->vocab, word)) {
		buf_free(&undone);
		return false;
	}
	id = vocab_find(s->vocab, buf_text(&undone));
	buf_add(&undone, behind, VOCAB_BEGIN);
	passes = s->traits[id] || (s->anchors->uses[id].id & ANCHORS_COMMON) ||
		s->numbers || vocab_may_begin(s->vocab, buf_text(&undone));
	buf_free(&undone);
	return passes;
}

/* A word that is marked, or begins as something that is. */
static bool
word_passes(struct passing *p, struct text word)
{
	const struct sieve *s = p->s;
	uint32_t id = vocab_find_at(s->vocab, word), before = p->before;

	p->before = 0;
	if (id != 0) {
		if (id_passes(p, id))
			return true;
		if (s->anchors->uses[id].id & ANCHORS_COMMON)
			p->before = id;
		if (before != 0 && p->before != 0 &&
			anchors_on_pair(s->anchors, before, id).n > 0)
			return true;
	}
	if (p->drawn_out && elongation_has(word) &&
		undone_passes(s, word, word.p + word.len))
		return true;
	return vocab_may_begin(s->vocab, word) && begin_passes(p, word);
}

/* The words of one block, those that begin at the bits: most are sorted out by
 * how they begin. */
static bool
words_pass(struct passing *p, const char *block, uint64_t starts,
	uint64_t letters)
{
	const struct sieve *s = p->s;
	struct text word;
	uint64_t behind, head;

	if (p->nwords > WORDS_MAX - SHAPE_BLOCK / 2) {
		p->many = true;
		p->nwords = 0;
	}
	for (; starts != 0; starts &= starts - 1) {
		unsigned at = (unsigned)__builtin_ctzll(starts);

		word.p = block + at;
		behind = ~letters >> at; /* none where it goes on in the next */
		word.len = behind != 0
			? (size_t)__builtin_ctzll(behind)
			: (size_t)(glyph_skip_letters(word.p) - word.p);
		head = head_at(word.p, word.len);
		p->heads[p->nwords++] = head;
		if (!heads_may_have(&s->words, head) &&
			!vocab_may_begin(s->vocab, word) && !p->drawn_out)
			p->before = 0;
		else if (word_passes(p, word))
			return true;
	}
	return false;
}

/* Bytes that are no letters. Above ASCII: a drawn out ñ is not looked into. */
static bool
others_pass(const struct passing *p, const char *block, uint64_t others)
{
	unsigned char c;

	for (; others != 0; others &= others - 1) {
		c = (unsigned char)block[__builtin_ctzll(others)];
		if (p->s->special[c] || (p->drawn_out && c >= 128))
			return true;
	}
	return false;
}

bool
sieve_passes(const struct sieve *s, const struct post *post)
{
	const struct shape *shape = &post->shape;
	const char *block = post->text.p;
	uint64_t before = 0, starts, others;
	struct passing p; /* its arrays are large */
	size_t i;

	p.s = s;
	p.end = block + post->text.len;
	p.drawn_out = post->drawn_out;
	p.before = 0;
	p.nkeys = p.nwords = 0;
	p.many = false;
	if (s->open)
		return true;
	for (i = 0; i < shape->n; i++, block += SHAPE_BLOCK) {
		uint64_t letters = shape->v[i].letters;

		starts = letters & ~shape_moved(letters, before, 1);
		others = ~(letters | shape->v[i].blanks);
		if (p.end - block < SHAPE_BLOCK)
			others &= ((uint64_t)1 << (p.end - block)) - 1;
		if (words_pass(&p, block, starts, letters) ||
			others_pass(&p, block, others))
			return true;
		before = letters;
	}
	return has_companion(&p) ||
		(!s->vocab->as_typed && disguise_may_have(shape, post->text));
}
