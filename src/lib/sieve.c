/*
 * sieve.c - marks of the words that forms need, and of those that must stand in
 * the post with them; bytes that anything else needs.
 */
#include "config.h"

#include <stdlib.h>

#include "byteset.h"
#include "disguise.h"
#include "elongation.h"
#include "glyph.h"
#include "prefixes.h"
#include "heads.h"
#include "sieve.h"
#include "words.h"
#include "xalloc.h"

#define MARKS_EACH 8 /* bytes, at least */
#define MARK_ANY 255 /* the mark of a place that two share */
#define KEYS_MAX 8   /* keys of a post whose companions are looked for */

/* What is known of a word or stem. */
enum {
	SINGLE = 1, /* it is all of some forms */
	NEAR = 2,   /* others need it, and a companion at some distance */
	BESIDE = 8, /* others need it, and a companion anywhere */
	/* others need it and nothing else that is looked for, or rewriting may
	 * put such a word in its place */
	ENOUGH = 4,
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
	bool open;              /* something could stand in any text */
	bool numbers;           /* forms need number words */
	struct byteset special; /* bytes at which something could stand */
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

/* Of a key, and the head of a word at a distance (0: any). */
static inline uint64_t
hash_pair(uint32_t key, uint64_t head, int distance)
{
	return hash_mix(head ^ key,
		0x9E3779B97F4A7C15u + 2 * (uint64_t)(int64_t)distance);
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
		if (uses & ANCHORS_SINGLE)
			s->traits[id] |= SINGLE;
		if ((uses & ANCHORS_ENOUGH) || vocab_is_slang(s->vocab, id) ||
			(brands && a->is_brand[id]))
			s->traits[id] |= ENOUGH;
	}
}

/* The first byte of a text that is no letter a-z; -1 if all are. */
static int
first_special(struct text t)
{
	size_t n = glyph_letters_of(t.p, t.len);

	return n < t.len ? (unsigned char)t.p[n] : -1;
}

static void
mark_word(struct sieve *s, struct text word)
{
	int special = first_special(word);

	if (special >= 0) {
		byteset_add(&s->special, (unsigned char)special);
		return;
	}
	heads_add(&s->words, word);
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
		byteset_add(&s->special, (unsigned char)special);
}

static void
mark_bytes(struct sieve *s, const char *bytes)
{
	for (; *bytes != '\0'; bytes++)
		byteset_add(&s->special, (unsigned char)*bytes);
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
		s->traits[vocab_find(s->vocab, words[i])] = ENOUGH;
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
		byteset_add(&s->special, (unsigned char)*literal.p);
}

static void
mark_companions(struct sieve *s)
{
	size_t n, i;
	const struct anchors_companion *all =
		anchors_companions(s->anchors, &n);

	marks_init(&s->companions, n);
	for (i = 0; i < n; i++) {
		const struct anchors_companion *c = &all[i];
		struct text word = vocab_text(s->vocab, c->word);

		if (c->key >= s->anchors->class_base ||
			(s->traits[c->key] & ENOUGH))
			continue;
		s->traits[c->key] |= c->distance != 0 ? NEAR : BESIDE;
		marks_put(&s->companions,
			hash_pair(c->key, heads_of(word), c->distance));
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
	mark_companions(s);
	mark_bytes(s, "#"); /* the words of a tag are found by its capitals */
	for (class = ITEM_NUM; class <= ITEM_BRAND; class ++)
		if (anchors->uses[anchors->class_base + class].id & ANCHORS_KEY)
			mark_class(s, class);
	wordmap_each(&s->vocab->numbers, mark_spelling, s);
	wordmap_each(&s->vocab->stems, mark_stem, s);
	s->open |= gates_any_ungated(gates);
	gates_each(gates, mark_gate, s);
	return s;
}

void
sieve_free(struct sieve *s)
{
	if (s == NULL)
		return;
	heads_fini(&s->words);
	free(s->companions.v);
	free(s->traits);
	free(s);
}

/* Asking. */

/* A text on its way through the sieve. */
struct passing {
	const struct sieve *s;
	const char *begin, *end;
	struct sieve_sure *sure;
	struct gates_opened *opened;
	bool drawn_out;     /* some of its words may be */
	uint32_t common;    /* the last word that is one of a common pair */
	const char *behind; /* where it ends */
	struct {
		uint32_t id;
		size_t at; /* the how manieth word it is */
	} keys[KEYS_MAX];  /* that need a companion */
	size_t nkeys;
	struct heads_sifted words; /* the last of many */
};

/* Keep what is all of a form; false if it may be something else, or they are
 * too many. */
static bool
keep_sure(struct passing *p, uint32_t id, struct text word)
{
	struct sieve_sure *sure = p->sure;

	if (sure->n == SIEVE_SURE_MAX ||
		!scan_is_word(p->begin, word.p, word.p + word.len))
		return false;
	sure->v[sure->n++] =
		(struct sieve_word){ id, (uint32_t)(word.p - p->begin),
			(uint32_t)(word.p + word.len - p->begin) };
	return true;
}

/* Could anything stand there because of a word or stem, but what is all of a
 * form? A key is kept, as it may have a companion; that could be drawn out:
 * then none is asked for. */
static inline bool
id_passes(struct passing *p, uint32_t id, struct text word, size_t at)
{
	uint8_t traits = p->s->traits[id];

	if (traits == 0)
		return false;
	if ((traits & ENOUGH) || ((traits & SINGLE) && !keep_sure(p, id, word)))
		return true;
	if (traits & (NEAR | BESIDE)) {
		if (p->drawn_out || p->nkeys == KEYS_MAX)
			return true;
		p->keys[p->nkeys].id = id;
		p->keys[p->nkeys++].at = at;
	}
	return false;
}

static inline bool
may_be_companion(
	const struct passing *p, uint32_t key, size_t word, int distance)
{
	return marks_may_have(&p->s->companions,
		hash_pair(key, p->words.heads[word], distance));
}

/* Does a companion of a key stand near it, in a text of n words? */
static bool
has_near(const struct passing *p, uint32_t key, size_t at, size_t n)
{
	size_t i = at > ANCHORS_NEAR ? at - ANCHORS_NEAR : 0;
	size_t end = n - at > ANCHORS_NEAR ? at + ANCHORS_NEAR + 1 : n;

	for (; i < end; i++)
		if (i != at && may_be_companion(p, key, i, (int)i - (int)at))
			return true;
	return false;
}

static bool
has_anywhere(const struct passing *p, uint32_t key, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (may_be_companion(p, key, i, 0))
			return true;
	return false;
}

/* Does a companion of one of its keys stand in the text, of n words? Where
 * those are too many to keep, one may. */
static bool
has_companion(const struct passing *p, size_t n)
{
	size_t k;

	if (n > HEADS_MAX)
		return p->nkeys > 0;
	for (k = 0; k < p->nkeys; k++) {
		uint32_t key = p->keys[k].id;
		uint8_t traits = p->s->traits[key];

		if (((traits & NEAR) && has_near(p, key, p->keys[k].at, n)) ||
			((traits & BESIDE) && has_anywhere(p, key, n)))
			return true;
	}
	return false;
}

/* Does a word begin with a stem that lets the text pass? Gates are opened;
 * where words are drawn out, their expressions see another text. */
static bool
begin_passes(struct passing *p, struct text word, size_t at)
{
	const struct sieve *s = p->s;
	uint32_t ids[VOCAB_STEMS_MAX];
	size_t n = vocab_stems(s->vocab, word, ids), i;

	for (i = 0; i < n; i++)
		if (id_passes(p, ids[i], word, at))
			return true;
	return gates_open_at(s->gates, word.p, p->end, p->opened) &&
		p->drawn_out;
}

/* The word that a drawn out one stands for. Every doubt lets it pass. */
static bool
drawn_out_passes(const struct sieve *s, struct text word)
{
	struct buf undone = { 0 };
	uint32_t id;
	bool passes;

	if (!elongation_has(word))
		return false;
	if (!elongation_undo(&undone, s->vocab, word)) {
		buf_free(&undone);
		return false;
	}
	id = vocab_find(s->vocab, buf_text(&undone));
	buf_add(&undone, word.p + word.len, VOCAB_BEGIN);
	passes = s->traits[id] || (s->anchors->uses[id].id & ANCHORS_COMMON) ||
		s->numbers || vocab_may_begin(s->vocab, buf_text(&undone));
	buf_free(&undone);
	return passes;
}

/* Is there a letter a-z from .. to? */
static bool
has_letters(const char *from, const char *to)
{
	while (from < to && !(glyph_traits(*from) & TRAIT_LETTER))
		from++;
	return from < to;
}

/* A word that is marked, or begins as something that is. */
static bool
word_passes(struct passing *p, struct text word, size_t at)
{
	const struct sieve *s = p->s;
	uint32_t id = vocab_find_at(s->vocab, word);
	struct text rest;

	if (id != 0) {
		if (id_passes(p, id, word, at))
			return true;
		if (s->anchors->uses[id].id & ANCHORS_COMMON) {
			if (p->common != 0 && !has_letters(p->behind, word.p) &&
				anchors_on_pair(s->anchors, p->common, id).n >
					0)
				return true;
			p->common = id;
			p->behind = word.p + word.len;
		}
	}
	return vocab_may_begin(s->vocab, word) &&
		(begin_passes(p, word, at) ||
			prefixes_cut(s->vocab, word, &rest) > 0);
}

/* Some words of a text. */
static bool
words_pass(struct passing *p, const char *text, const struct shape_word *words,
	size_t n)
{
	size_t nleft = heads_sift(
		&p->s->words, p->s->vocab, text, words, n, &p->words);
	size_t i;

	for (i = 0; i < nleft; i++) {
		const struct shape_word *w = &words[p->words.left[i]];

		if (word_passes(p,
			    (struct text){ text + w->start, w->end - w->start },
			    p->words.left[i]))
			return true;
	}
	for (i = 0; i < n && p->drawn_out; i++)
		if (drawn_out_passes(p->s,
			    (struct text){ text + words[i].start,
				    words[i].end - words[i].start }))
			return true;
	return false;
}

/* Is a word drawn out in which there is more than letters a-z? Such are not
 * looked into. */
static bool
has_mixed_drawn_out(const char *p, const char *end)
{
	const char *to;
	size_t n;

	for (; p < end; p = to + n) {
		to = glyph_skip_letters(p);
		n = 1;
		if (!glyph_is_word(to, end)) {
			if (to < end)
				(void)glyph_at(to, end, &n);
			continue;
		}
		to = glyph_skip_word(p, end, 0);
		n = 0;
		if (elongation_has((struct text){ p, (size_t)(to - p) }))
			return true;
	}
	return false;
}

enum sieve_says
sieve_ask(const struct sieve *s, const struct post *post,
	struct sieve_sure *sure, struct gates_opened *opened)
{
	const struct shape *shape = &post->shape;
	const char *text = post->text.p;
	struct passing p; /* its arrays are large */
	size_t i, n;

	if (s->open)
		return SIEVE_PERHAPS;
	sure->n = 0;
	gates_close(opened);
	p.s = s;
	p.sure = sure;
	p.opened = opened;
	p.begin = text;
	p.end = text + post->text.len;
	p.drawn_out = shape->drawn_out;
	p.common = 0;
	p.nkeys = 0;
	if (byteset_meets(&s->special, text, post->text.len) ||
		(p.drawn_out && has_mixed_drawn_out(text, p.end)))
		return SIEVE_PERHAPS;
	for (i = 0; i < shape->nwords; i += n) {
		n = shape->nwords - i;
		if (n > HEADS_MAX)
			n = HEADS_MAX;
		if (words_pass(&p, text, shape->words + i, n))
			return SIEVE_PERHAPS;
	}
	if (has_companion(&p, shape->nwords) ||
		(!s->vocab->as_typed && disguise_may_have(shape, post->text)))
		return SIEVE_PERHAPS;
	return SIEVE_SURE;
}
