/* needs.c - what entries need, by their anchors and gates. */
#include "config.h"

#include <stdlib.h>

#include "glyph.h"
#include "needs.h"
#include "prefixes.h"
#include "words.h"
#include "xalloc.h"

#define MARKS_EACH 8 /* bytes, at least */

/* Needs being put together. */
struct making {
	struct needs *to;
	const struct anchors *anchors;
};

static void
marks_init(struct needs_marks *m, size_t n)
{
	m->n = MARKS_EACH;
	while (m->n < MARKS_EACH * n)
		m->n *= 2;
	m->v = xcalloc(m->n, 1);
}

static void
marks_put(struct needs_marks *m, uint64_t hash)
{
	uint8_t *mark = &m->v[hash & (m->n - 1)], is = needs_mark_of(hash);

	*mark = *mark == 0 || *mark == is ? is : NEEDS_ANY;
}

/* The first byte of a text that is no letter a-z; -1 if all are. */
static int
first_special(struct text t)
{
	size_t n = glyph_letters_of(t.p, t.len);

	return n < t.len ? (unsigned char)t.p[n] : -1;
}

/* What is known of slang, by the word it stands for. In doubt too much: one
 * that is short may begin something with what follows it. */
static uint8_t
traits_of_slang(const struct anchors *a, uint32_t id)
{
	struct text to = vocab_slang(a->vocab, id);
	uint32_t word = vocab_find(a->vocab, to);

	if (to.len < VOCAB_BEGIN || first_special(to) >= 0 ||
		vocab_may_begin(a->vocab, to) || token_is_number_word(to) ||
		a->is_brand[word] || (a->uses[word].id & ANCHORS_COMMON))
		return NEEDS_ENOUGH;
	return NEEDS_SLANG;
}

static void
note_traits(struct making *s)
{
	const struct anchors *a = s->anchors;
	bool brands = a->uses[a->class_base + ITEM_BRAND].id & ANCHORS_KEY;
	uint32_t id, uses;

	s->to->traits = xcalloc(a->class_base, 1);
	for (id = 1; id < a->class_base; id++) {
		uses = a->uses[id].id;
		if (uses & ANCHORS_COMMON)
			s->to->traits[id] |= NEEDS_COMMON;
		if (uses & ANCHORS_SINGLE)
			s->to->traits[id] |= NEEDS_SINGLE;
		if ((uses & ANCHORS_ENOUGH) || (brands && a->is_brand[id]))
			s->to->traits[id] |= NEEDS_ENOUGH;
		if (vocab_is_slang(a->vocab, id))
			s->to->traits[id] |= traits_of_slang(a, id);
	}
}

static void
mark_word(struct making *s, struct text word, uint8_t traits)
{
	int special = first_special(word);

	if (special >= 0) {
		byteset_add(&s->to->special, (unsigned char)special);
		return;
	}
	heads_add(&s->to->words, word,
		(traits & NEEDS_COMMON ? HEADS_BESIDE : 0) |
			(traits & ~NEEDS_COMMON ? HEADS_ALONE : 0));
}

static void
mark_spelling(void *ctx, struct text spelling, uint32_t id)
{
	struct making *s = ctx;

	if (s->to->traits[id])
		mark_word(s, spelling, s->to->traits[id]);
}

static void
mark_stem(void *ctx, struct text spelling, uint32_t id)
{
	struct making *s = ctx;

	int special = first_special(spelling);

	if (s->to->traits[id] && special >= 0)
		byteset_add(&s->to->special, (unsigned char)special);
	else if (s->to->traits[id])
		heads_add_begin(&s->to->words, spelling);
}

static void
mark_prefix(void *ctx, struct text prefix)
{
	struct making *s = ctx;

	heads_add_begin(&s->to->words, prefix);
}

static void
mark_bytes(struct making *s, const char *bytes)
{
	for (; *bytes != '\0'; bytes++)
		byteset_add(&s->to->special, (unsigned char)*bytes);
}

static void
mark_numbers(struct making *s)
{
	size_t n, i;
	const struct text *words = words_numbers(&n);

	s->to->numbers = true;
	mark_bytes(s, "0123456789");
	for (i = 0; i < n; i++) {
		mark_word(s, words[i], NEEDS_ENOUGH);
		s->to->traits[vocab_find(s->anchors->vocab, words[i])] =
			NEEDS_ENOUGH;
	}
	s->to->traits[0] = 0; /* of those that are no words of the lexicons */
}

/* What tokens of a class have in them. */
static void
mark_class(struct making *s, enum item_kind class)
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
		s->to->open = true;
		break;
	case ITEM_BRAND: /* see note_traits */
	case ITEM_WORD:
	case ITEM_STEM:
	case ITEM_SET:
	case ITEM_EXACT:
		break;
	}
}

static void
mark_gate(void *ctx, struct text literal, bool at_word)
{
	struct making *s = ctx;

	if (!at_word)
		s->to->open = true;
	else if (*literal.p >= 'a' && *literal.p <= 'z')
		heads_add_begin(&s->to->words, literal);
	else
		byteset_add(&s->to->special, (unsigned char)*literal.p);
}

static void
mark_companions(struct making *s)
{
	size_t n, i;
	const struct anchors_companion *all =
		anchors_companions(s->anchors, &n);

	marks_init(&s->to->companions, 2 * n);
	for (i = 0; i < n; i++) {
		const struct anchors_companion *c = &all[i];
		const struct vocab *v = s->anchors->vocab;
		uint64_t head = needs_head(vocab_text(v, c->word)), hash;

		if (c->key >= s->anchors->class_base ||
			(s->to->traits[c->key] & NEEDS_ENOUGH))
			continue;
		if (c->common) {
			s->to->thirds = true;
			hash = needs_pair(c->key, c->word);
		} else {
			s->to->traits[c->key] |=
				c->distance != 0 ? NEEDS_NEAR : NEEDS_BESIDE;
			hash = needs_hash_with(c->key, head, c->distance);
			marks_put(&s->to->companions, hash);
		}
		head = c->second != 0 ? needs_head(vocab_text(v, c->second))
				      : 0;
		marks_put(&s->to->companions,
			needs_hash_with(hash, head, c->second_distance));
	}
}

void
needs_init(struct needs *n, const struct anchors *anchors,
	const struct gates *gates)
{
	struct making s = { n, anchors };
	enum item_kind class;

	*n = (struct needs){ .open = gates_any_ungated(gates) };
	heads_init(&n->words, vocab_size(anchors->vocab));
	note_traits(&s);
	mark_companions(&s);
	mark_bytes(&s, "#"); /* the words of a tag are found by its capitals */
	for (class = ITEM_NUM; class <= ITEM_BRAND; class ++)
		if (anchors->uses[anchors->class_base + class].id & ANCHORS_KEY)
			mark_class(&s, class);
	wordmap_each(&anchors->vocab->numbers, mark_spelling, &s);
	wordmap_each(&anchors->vocab->stems, mark_stem, &s);
	prefixes_each(anchors->vocab, mark_prefix, &s);
	gates_each(gates, mark_gate, &s);
}

void
needs_fini(struct needs *n)
{
	heads_fini(&n->words);
	free(n->companions.v);
	free(n->traits);
}
