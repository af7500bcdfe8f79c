/* variants.c - n for ñ, and slips. */
#include "config.h"

#include <stdlib.h>

#include "spelling.h"
#include "variants.h"
#include "xalloc.h"

#define ENYE "\xC3\xB1" /* ñ */

/* Bytes of a word whose slips are taken for it. In shorter ones too many are
 * words, names and abbreviations of their own. */
#define WORD_LEAST 5
/* And of a stem, which stands for many words. */
#define STEM_LEAST 6
#define LONG_STEM 6 /* bytes: six letters with an ñ are more */

/* n for ñ: a whole word unless the list knows it, a stem if it goes on:
 * engaña*, not niñ* (ningún) or caña* (canal). */
static bool
may_lose_tilde(const struct variants *v, struct text w, bool stem)
{
	const char *at, *end = w.p + w.len;

	if (memchr(w.p, ENYE[0], w.len) == NULL) /* nearly all */
		return false;
	at = memmem(w.p, w.len, ENYE, 2);
	if (at == NULL)
		return false;
	if (!stem)
		return vocab_find(v->different, w) == 0;
	for (; at != NULL; at = memmem(at + 2, (size_t)(end - at) - 2, ENYE, 2))
		if (end - at < (w.len > LONG_STEM ? 3 : 4))
			return false; /* too little follows */
	return true;
}

/* Let a word or stem be typed with n for ñ, if it may. */
static void
add_without_tilde(
	const struct variants *v, uint32_t id, bool stem, struct buf *b)
{
	struct text w = vocab_text(v->vocab, id);
	size_t k;

	if (!may_lose_tilde(v, w, stem))
		return;
	buf_clear(b);
	for (k = 0; k < w.len; k++) {
		if (w.p[k] == ENYE[0] && w.p[k + 1] == ENYE[1]) {
			buf_addc(b, 'n');
			k++;
		} else {
			buf_addc(b, w.p[k]);
		}
	}
	if (stem)
		vocab_alias_stem(v->vocab, buf_text(b), id);
	else
		vocab_alias(v->vocab, buf_text(b), id);
}

/* Ordinary words are kept whole, and their beginnings with a `*` behind. */
void
variants_add_ordinary(struct vocab *ordinary, struct text word)
{
	struct buf b = { 0 };
	size_t n;

	(void)vocab_add(ordinary, word);
	for (n = STEM_LEAST; n <= word.len; n++) {
		buf_clear(&b);
		buf_add(&b, word.p, n);
		buf_addc(&b, '*');
		(void)vocab_add(ordinary, buf_text(&b));
	}
	buf_free(&b);
}

/* Whose slips are being added. */
struct misspelt {
	const struct variants *v;
	uint32_t id;
	struct buf stem; /* a slip of a stem with its `*` */
};

static void
add_slip(void *ctx, struct text slip)
{
	const struct misspelt *m = ctx;

	if (slip.len >= WORD_LEAST - 1 && vocab_find(m->v->ordinary, slip) == 0)
		vocab_add_slip(m->v->vocab, slip, m->id);
}

static void
add_stem_slip(void *ctx, struct text slip)
{
	struct misspelt *m = ctx;

	buf_clear(&m->stem);
	buf_addt(&m->stem, slip);
	buf_addc(&m->stem, '*');
	if (slip.len >= STEM_LEAST - 1 &&
		vocab_find(m->v->ordinary, buf_text(&m->stem)) == 0)
		vocab_alias_stem(m->v->vocab, slip, m->id);
}

/* Let a word or stem be typed with a slip. */
static void
add_slips(struct misspelt *m, uint32_t id, bool stem)
{
	/* a copy: adding moves the spellings */
	char copy[SPELLING_LONGEST];
	struct text w = vocab_text(m->v->vocab, id);

	if (w.len > sizeof(copy) || w.len < (stem ? STEM_LEAST : WORD_LEAST) ||
		(!stem && vocab_slang(m->v->vocab, id).len > 0))
		return;
	memcpy(copy, w.p, w.len);
	m->id = id;
	spelling_slips((struct text){ copy, w.len }, stem,
		stem ? add_stem_slip : add_slip, m);
}

/* By number, what each word of the vocabulary is to the forms: ITEM_WORD,
 * ITEM_STEM, or another kind for neither. The caller frees it. */
static uint8_t *
kinds_of_words(const struct variants *v)
{
	size_t size = vocab_size(v->vocab) + 1, i, n;
	uint32_t set;
	uint8_t *kinds = xcalloc(size, 1);

	memset(kinds, ITEM_EXACT, size);
	for (i = 0; i < v->forms->nitems; i++)
		if (item_has_word(&v->forms->items[i]))
			kinds[v->forms->items[i].word] =
				v->forms->items[i].kind;
	for (set = 1; set < v->forms->sets.n; set++) {
		const uint32_t *words =
			wordsets_words(&v->forms->sets, set, &n);

		for (i = 0; i < n; i++)
			kinds[words[i]] =
				wordsets_is_stem(&v->forms->sets, set, i)
				? ITEM_STEM
				: ITEM_WORD;
	}
	return kinds;
}

void
variants_add(const struct variants *v)
{
	uint32_t size = vocab_size(v->vocab), id;
	uint8_t *kinds = kinds_of_words(v), kind;
	struct misspelt m = { .v = v };
	struct buf plain = { 0 };

	/* words first: a slip of a stem makes what begins with it known */
	for (kind = ITEM_WORD; kind <= ITEM_STEM; kind++) {
		for (id = 1; id <= size; id++) {
			if (kinds[id] != kind)
				continue;
			add_without_tilde(v, id, kind == ITEM_STEM, &plain);
			if (v->ordinary != NULL)
				add_slips(&m, id, kind == ITEM_STEM);
		}
	}
	buf_free(&plain);
	buf_free(&m.stem);
	free(kinds);
}
