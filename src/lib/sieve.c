/* sieve.c - the words of a text against what entries need. */
#include "config.h"

#include <stdlib.h>

#include "disguise.h"
#include "elongation.h"
#include "glyph.h"
#include "needs.h"
#include "prefixes.h"
#include "sieve.h"
#include "xalloc.h"

#define WORDS_MAX 512   /* of a text that is looked through */
#define KEYS_MAX 8      /* keys of it whose companions are looked for */
#define REWRITTEN_MAX 8 /* words of it that stand for others */

struct sieve {
	const struct anchors *anchors;
	const struct vocab *vocab;
	const struct gates *gates;
	struct needs needs;
};

struct sieve *
sieve_new(const struct anchors *anchors, const struct gates *gates)
{
	struct sieve *s = xcalloc(1, sizeof(*s));

	s->anchors = anchors;
	s->vocab = anchors->vocab;
	s->gates = gates;
	needs_init(&s->needs, anchors, gates);
	return s;
}

void
sieve_free(struct sieve *s)
{
	if (s == NULL)
		return;
	needs_fini(&s->needs);
	free(s);
}

const struct byteset *
sieve_watched(const struct sieve *s)
{
	return &s->needs.special;
}

/* A text on its way through the sieve. */
struct passing {
	const struct sieve *s;
	const char *begin, *end;
	const struct shape_word *words;
	size_t nwords;
	struct sieve_sure *sure;
	struct gates_opened *opened;
	bool drawn_out;   /* some of its words may be */
	uint32_t common;  /* the last word that is one of a common pair */
	size_t common_at; /* the how manieth it is */
	struct {
		uint32_t id;
		size_t at; /* the how manieth word it is */
	} keys[KEYS_MAX];  /* that need a companion */
	size_t nkeys;
	struct {
		uint64_t both; /* see needs_pair */
		size_t at;     /* the first of them */
	} pairs[KEYS_MAX];     /* common words that need another */
	size_t npairs;
	struct {
		size_t at;
		uint64_t head;      /* of what it stands for */
	} rewritten[REWRITTEN_MAX]; /* slang, words drawn out */
	size_t nrewritten;
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
	/* its forms are asked for later */
	__builtin_prefetch(&p->s->anchors->uses[id]);
	sure->v[sure->n++] =
		(struct sieve_word){ id, (uint32_t)(word.p - p->begin),
			(uint32_t)(word.p + word.len - p->begin) };
	return true;
}

/* Could anything stand there because of what is known of a word or stem, but
 * what is all of a form? A key is kept, as it may have a companion. */
static inline bool
traits_pass(struct passing *p, uint8_t traits, uint32_t id, struct text word,
	size_t at)
{
	if ((traits & NEEDS_ENOUGH) ||
		((traits & NEEDS_SINGLE) && !keep_sure(p, id, word)))
		return true;
	if (traits & (NEEDS_NEAR | NEEDS_BESIDE)) {
		if (p->nkeys == KEYS_MAX)
			return true;
		p->keys[p->nkeys].id = id;
		p->keys[p->nkeys++].at = at;
	}
	return false;
}

static inline bool
id_passes(struct passing *p, uint32_t id, struct text word, size_t at)
{
	uint8_t traits = p->s->needs.traits[id];

	return traits != 0 && traits_pass(p, traits, id, word, at);
}

/* Keep what a word stands for; false if they are too many. */
static bool
keep_rewritten(struct passing *p, size_t at, struct text to)
{
	if (p->nrewritten == REWRITTEN_MAX)
		return false;
	p->rewritten[p->nrewritten].at = at;
	p->rewritten[p->nrewritten++].head = needs_head(to);
	return true;
}

/* The same for slang: the word that it stands for is there instead, with which
 * nothing begins. */
static bool
slang_passes(struct passing *p, uint32_t id, struct text word, size_t at)
{
	struct text to = vocab_slang(p->s->vocab, id);
	uint32_t other = vocab_find(p->s->vocab, to);

	return !keep_rewritten(p, at, to) || id_passes(p, other, word, at);
}

static inline struct text
word_at(const struct passing *p, size_t i)
{
	const struct shape_word *w = &p->words[i];

	return (struct text){ p->begin + w->start, w->end - w->start };
}

/* The first bytes of a word as it is rewritten. */
static inline uint64_t
head_at(const struct passing *p, size_t i)
{
	size_t k;

	for (k = 0; k < p->nrewritten; k++)
		if (p->rewritten[k].at == i)
			return p->rewritten[k].head;
	return needs_head_at(word_at(p, i));
}

/* The words near another: from, and up to. */
static inline size_t
near_from(size_t at)
{
	return at > ANCHORS_NEAR ? at - ANCHORS_NEAR : 0;
}

static inline size_t
near_to(const struct passing *p, size_t at)
{
	return p->nwords - at > ANCHORS_NEAR ? at + ANCHORS_NEAR + 1
					     : p->nwords;
}

/* Does the second companion stand there that two words need, if any? The first
 * of them stands at `at`. */
static bool
has_second(const struct passing *p, uint64_t both, size_t at)
{
	const struct needs *n = &p->s->needs;
	size_t i;

	if (needs_may_be_second(n, both, 0, 0))
		return true;
	for (i = near_from(at); i < near_to(p, at); i++)
		if (needs_may_be_second(
			    n, both, head_at(p, i), (int)i - (int)at))
			return true;
	return false;
}

/* Is a word a companion of the key at `at`, with all that both need? */
static bool
is_companion(const struct passing *p, uint32_t key, size_t at, size_t word,
	int distance)
{
	uint64_t both =
		needs_companion(&p->s->needs, key, head_at(p, word), distance);

	return both != 0 && has_second(p, both, at);
}

/* Does a companion of a key stand near it? */
static bool
has_near(const struct passing *p, uint32_t key, size_t at)
{
	size_t i;

	for (i = near_from(at); i < near_to(p, at); i++)
		if (i != at && is_companion(p, key, at, i, (int)i - (int)at))
			return true;
	return false;
}

static bool
has_anywhere(const struct passing *p, uint32_t key, size_t at)
{
	size_t i;

	for (i = 0; i < p->nwords; i++)
		if (is_companion(p, key, at, i, 0))
			return true;
	return false;
}

/* Does what one of its keys or pairs needs stand in the text? */
static bool
has_companion(const struct passing *p)
{
	size_t k;

	for (k = 0; k < p->nkeys; k++) {
		uint32_t key = p->keys[k].id;
		uint8_t traits = p->s->needs.traits[key];
		size_t at = p->keys[k].at;

		if (((traits & NEEDS_NEAR) && has_near(p, key, at)) ||
			((traits & NEEDS_BESIDE) && has_anywhere(p, key, at)))
			return true;
	}
	for (k = 0; k < p->npairs; k++)
		if (has_second(p, p->pairs[k].both, p->pairs[k].at))
			return true;
	return false;
}

/* Does a word begin with a stem that lets the text pass? Gates are opened. */
static bool
begin_passes(struct passing *p, struct text word, size_t at)
{
	const struct sieve *s = p->s;
	uint32_t ids[VOCAB_STEMS_MAX];
	size_t n = vocab_stems(s->vocab, word, ids), i;

	for (i = 0; i < n; i++)
		if (id_passes(p, ids[i], word, at))
			return true;
	(void)gates_open_at(s->gates, word.p, p->end, p->opened);
	return false;
}

/* Could anything stand there because of the word that one stands for, if it is
 * drawn out? Every doubt lets it pass. */
static bool
drawn_out_passes(struct passing *p, struct text word, size_t at)
{
	const struct sieve *s = p->s;
	struct buf undone = { 0 };
	bool passes = false;

	if (!elongation_has(word) || vocab_find(s->vocab, word) != 0)
		return false;
	if (elongation_undo(&undone, s->vocab, word)) {
		uint32_t id = vocab_find(s->vocab, buf_text(&undone));

		passes = !keep_rewritten(p, at, buf_text(&undone));
		buf_add(&undone, word.p + word.len, VOCAB_READ);
		passes |= s->needs.traits[id] != 0 || s->needs.numbers ||
			vocab_may_begin(s->vocab, buf_text(&undone));
	}
	buf_free(&undone);
	return passes;
}

/* Does it stand behind another with which forms have it side by side? Such a
 * pair is kept, as they may need another word. */
static bool
common_passes(struct passing *p, uint32_t id, size_t at)
{
	if (p->common != 0 && p->common_at + 1 == at &&
		anchors_on_pair(p->s->anchors, p->common, id).n > 0) {
		if (!p->s->needs.thirds || p->npairs == KEYS_MAX)
			return true;
		p->pairs[p->npairs].both = needs_pair(p->common, id);
		p->pairs[p->npairs++].at = at - 1;
	}
	p->common = id;
	p->common_at = at;
	return false;
}

/* Does a word have a prefix? What goes on behind its letters may be none of the
 * vocabulary, though the letters are. */
static bool
prefix_passes(const struct passing *p, struct text word)
{
	const struct vocab *v = p->s->vocab;
	struct text rest;

	return prefixes_may_have(v, word) &&
		(glyph_is_word(word.p + word.len, p->end) ||
			prefixes_cut(v, word, &rest) > 0);
}

/* A word that is marked, or begins as something that is.
 *
 * @id      its number
 * @begins  could it begin so? see vocab_may_begin
 */
static bool
word_passes(struct passing *p, uint32_t id, struct text word, size_t at,
	bool begins)
{
	const struct sieve *s = p->s;
	uint8_t traits = s->needs.traits[id];

	if (traits & NEEDS_SLANG)
		return slang_passes(p, id, word, at);
	if (traits != 0 &&
		(traits_pass(p, traits, id, word, at) ||
			((traits & NEEDS_COMMON) && common_passes(p, id, at))))
		return true;
	return begins && (begin_passes(p, word, at) || prefix_passes(p, word));
}

/* Words that may be of the vocabulary, or begin as something that is. */
struct found {
	size_t n;
	uint32_t at[WORDS_MAX + PLACES_ROOM]; /* at first all that are sifted */
	struct wordmap_asked asked[WORDS_MAX];
	bool begins[WORDS_MAX]; /* see vocab_may_begin */
};

static void
find_words(const struct passing *p, struct found *f)
{
	const struct vocab *v = p->s->vocab;
	size_t n, i;

	n = heads_sift(
		&p->s->needs.words, p->begin, p->words, p->nwords, f->at);
	f->n = 0;
	for (i = 0; i < n; i++) {
		uint32_t at = f->at[i];
		struct text word = word_at(p, at);
		bool may;

		f->at[f->n] = at;
		/* both asked for: no branch on what nobody foresees */
		may = vocab_ask(v, word, &f->asked[f->n]);
		f->begins[f->n] = vocab_may_begin(v, word) != 0;
		f->n += may | f->begins[f->n];
	}
	for (i = 0; i < f->n; i++)
		vocab_fetch(v, &f->asked[i]);
}

static bool
words_pass(struct passing *p)
{
	const struct vocab *v = p->s->vocab;
	struct found f; /* its arrays are large */
	size_t i;

	find_words(p, &f);
	for (i = 0; i < f.n; i++) {
		struct text word = word_at(p, f.at[i]);

		if (word_passes(p, vocab_found(v, &f.asked[i], word.p), word,
			    f.at[i], f.begins[i]))
			return true;
	}
	for (i = 0; i < p->nwords && p->drawn_out; i++)
		if (drawn_out_passes(p, word_at(p, i), i))
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
	struct passing p;

	if (s->needs.open || shape->nwords > WORDS_MAX)
		return SIEVE_PERHAPS;
	sure->n = 0;
	gates_close(opened);
	p.s = s;
	p.sure = sure;
	p.opened = opened;
	p.begin = post->text.p;
	p.end = post->text.p + post->text.len;
	p.words = shape->words;
	p.nwords = shape->nwords;
	p.drawn_out = shape->drawn_out;
	p.common = 0;
	p.nkeys = p.npairs = 0;
	p.nrewritten = 0;
	if (shape->met ||
		(p.drawn_out && has_mixed_drawn_out(p.begin, p.end)) ||
		words_pass(&p))
		return SIEVE_PERHAPS;
	if (p.nrewritten > 0 && opened->n > 0) /* they see another text */
		return SIEVE_PERHAPS;
	if (has_companion(&p) ||
		(!s->vocab->as_typed && disguise_may_have(shape, post->text)))
		return SIEVE_PERHAPS;
	return SIEVE_SURE;
}
