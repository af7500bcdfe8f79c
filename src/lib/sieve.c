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

#define MARKS_EACH 8 /* bytes, at least */
#define MARK_ANY 255 /* the mark of a place that two share */
#define KEYS_MAX 8   /* keys of a post whose companions are looked for */
#define WORDS_MAX 64 /* its words among which they are */

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

struct sieve {
	const struct anchors *anchors;
	const struct vocab *vocab;
	const struct gates *gates;
	bool open;         /* something could stand in any text */
	bool numbers;      /* forms need number words */
	bool special[256]; /* bytes at which something could stand */
	struct marks words;
	struct marks companions; /* a key and a word each */
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

static inline uint64_t
hash_short(const struct sieve *s, struct wordmap_key word)
{
	return wordmap_hash(&s->vocab->numbers, word);
}

/* Of a key and a word by its hash. */
static inline uint64_t
hash_pair(uint32_t key, uint64_t word)
{
	return hash_mix(word ^ key, 0x9E3779B97F4A7C15u);
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
	if (word.len > WORDMAP_SHORT) /* see word_passes */
		return;
	marks_put(&s->words, hash_short(s, wordmap_key(word)));
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

/* Mark the companions of keys. One that is long, or not all of letters a-z and
 * so may be spelled in other ways, is not looked for: its keys do alone. */
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
		if (word.len > WORDMAP_SHORT || first_special(word) >= 0)
			s->traits[key] |= ENOUGH;
		else
			marks_put(&s->companions,
				hash_pair(
					key, hash_short(s, wordmap_key(word))));
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
	marks_init(&s->words, vocab_size(s->vocab));
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
	uint64_t words[WORDS_MAX]; /* hashes of those that are not long */
	size_t nwords;
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
				    hash_pair(p->keys[k], p->words[i])))
				return true;
	return p->nkeys > 0 && p->nwords == WORDS_MAX;
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

/* Could it be a word that is marked? Keeps its hash. */
static inline bool
may_be_marked(struct passing *p, struct text word)
{
	uint64_t hash;

	if (word.len > WORDMAP_SHORT)
		return true;
	hash = hash_short(p->s, wordmap_key_at(word.p, word.len));
	if (p->nwords < WORDS_MAX)
		p->words[p->nwords++] = hash;
	return marks_may_have(&p->s->words, hash);
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

static inline bool
word_passes(struct passing *p, struct text word)
{
	const struct sieve *s = p->s;
	uint32_t id =
		may_be_marked(p, word) ? vocab_find_at(s->vocab, word) : 0;
	uint32_t before = p->before;

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

bool
sieve_passes(const struct sieve *s, const struct post *post)
{
	const char *p = post->text.p, *end = p + post->text.len, *to;
	struct passing passing; /* its arrays are large */

	passing.s = s;
	passing.end = end;
	passing.drawn_out = post->drawn_out;
	passing.before = 0;
	passing.nkeys = passing.nwords = 0;
	if (s->open)
		return true;
	while (p < end) {
		to = glyph_skip_letters(p);
		if (to > p) {
			if (word_passes(&passing,
				    (struct text){ p, (size_t)(to - p) }))
				return true;
			p = to + (*to == ' ');
		} else {
			/* above ASCII: a drawn out ñ is not looked into */
			if (s->special[(unsigned char)*p] ||
				(passing.drawn_out && (unsigned char)*p >= 128))
				return true;
			p++;
		}
	}
	return has_companion(&passing) ||
		(!s->vocab->as_typed && disguise_may_have(post->text));
}
