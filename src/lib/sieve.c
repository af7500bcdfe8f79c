/* sieve.c - marks of the words that forms need; bytes that anything else needs.
 */
#include "config.h"

#include <stdlib.h>

#include "disguise.h"
#include "elongation.h"
#include "glyph.h"
#include "sieve.h"
#include "words.h"
#include "xalloc.h"

#define MARKS_PER_WORD 8 /* bytes, at least */
#define MARK_ANY 255     /* the mark of a place that two words share */

struct sieve {
	const struct anchors *anchors;
	const struct vocab *vocab;
	const struct gates *gates;
	bool open;         /* something could stand in any text */
	bool numbers;      /* forms need number words */
	bool brands;       /* forms need brands, whichever */
	bool special[256]; /* bytes at which something could stand */
	/* by the hash of a word: a byte of it, so that hardly a word passes
	 * that is none */
	uint8_t *marks;
	size_t nmarks; /* a power of two */
};

static inline uint8_t
mark_of(uint64_t hash)
{
	return (uint8_t)(1 + (hash >> 57));
}

/* Does a form need a word or stem, or may rewriting put one in its place? A
 * pair of common words is seen to in word_passes. */
static inline bool
is_needed(const struct sieve *s, uint32_t id)
{
	return (s->anchors->uses[id].id & ANCHORS_KEY) != 0 ||
		vocab_is_slang(s->vocab, id) ||
		(s->brands && s->anchors->is_brand[id]);
}

/* Making. */

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
	uint8_t *mark;
	uint64_t hash;

	if (special >= 0) {
		s->special[special] = true;
		return;
	}
	if (word.len > WORDMAP_SHORT) /* see word_passes */
		return;
	hash = wordmap_hash(&s->vocab->numbers, wordmap_key(word));
	mark = &s->marks[hash & (s->nmarks - 1)];
	*mark = *mark == 0 || *mark == mark_of(hash) ? mark_of(hash) : MARK_ANY;
}

static void
mark_spelling(void *ctx, struct text spelling, uint32_t id)
{
	struct sieve *s = ctx;

	if (is_needed(s, id) || (s->anchors->uses[id].id & ANCHORS_COMMON))
		mark_word(s, spelling);
}

static void
mark_stem(void *ctx, struct text spelling, uint32_t id)
{
	struct sieve *s = ctx;
	int special = first_special(spelling);

	if (is_needed(s, id) && special >= 0)
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
	for (i = 0; i < n; i++)
		mark_word(s, words[i]);
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
	case ITEM_BRAND:
		s->brands = true;
		break;
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

struct sieve *
sieve_new(const struct anchors *anchors, const struct gates *gates)
{
	struct sieve *s = xcalloc(1, sizeof(*s));
	enum item_kind class;

	s->anchors = anchors;
	s->vocab = anchors->vocab;
	s->gates = gates;
	s->nmarks = MARKS_PER_WORD;
	while (s->nmarks < MARKS_PER_WORD * (size_t)vocab_size(s->vocab))
		s->nmarks *= 2;
	s->marks = xcalloc(s->nmarks, 1);
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
	free(s->marks);
	free(s);
}

/* Asking. */

/* Does a word begin with a stem that a form needs, or with the literal of a
 * gate? */
static bool
begins_needed(const struct sieve *s, struct text word, const char *end)
{
	uint32_t ids[VOCAB_STEMS_MAX];
	size_t n = vocab_stems(s->vocab, word, ids), i;

	for (i = 0; i < n; i++)
		if (is_needed(s, ids[i]))
			return true;
	return gates_begin_at(s->gates, word.p, end);
}

static inline bool
may_be_marked(const struct sieve *s, struct text word)
{
	uint64_t hash;
	uint8_t mark;

	if (word.len > WORDMAP_SHORT)
		return true;
	hash = wordmap_hash(
		&s->vocab->numbers, wordmap_key_at(word.p, word.len));
	mark = s->marks[hash & (s->nmarks - 1)];
	return mark == mark_of(hash) || mark == MARK_ANY;
}

/* A text on its way through the sieve. */
struct passing {
	const struct sieve *s;
	const char *end;
	bool drawn_out;  /* some of its words may be */
	uint32_t before; /* the word before, if it is one of a common pair */
};

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
	passes = is_needed(s, id) ||
		(s->anchors->uses[id].id & ANCHORS_COMMON) || s->numbers ||
		vocab_may_begin(s->vocab, buf_text(&undone));
	buf_free(&undone);
	return passes;
}

static inline bool
word_passes(struct passing *p, struct text word)
{
	const struct sieve *s = p->s;
	uint32_t id = may_be_marked(s, word) ? vocab_find(s->vocab, word) : 0;
	uint32_t before = p->before;

	p->before = 0;
	if (id != 0) {
		if (is_needed(s, id) ||
			(s->numbers && token_is_number_word(word)))
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
	return vocab_may_begin(s->vocab, word) &&
		begins_needed(s, word, p->end);
}

bool
sieve_passes(const struct sieve *s, const struct post *post)
{
	const char *p = post->text.p, *end = p + post->text.len, *to;
	struct passing passing = {
		.s = s, .end = end, .drawn_out = post->drawn_out
	};

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
	return !s->vocab->as_typed && disguise_may_have(post->text);
}
