/* anchors.c - the numbers of tokens. */
#include "config.h"

#include <stdlib.h>

#include "anchors.h"
#include "xalloc.h"

/* The class that a token is of, brands apart; ITEM_WORD for none. */
static enum item_kind
class_of(const struct token *t, struct text text)
{
	switch ((enum token_kind)t->kind) {
	case TOKEN_WORD:
		return token_is_number_word(token_text(t, text)) ? ITEM_NUM
								 : ITEM_WORD;
	case TOKEN_NUMBER:
		return ITEM_NUM;
	case TOKEN_TIME:
		return ITEM_TIME;
	case TOKEN_MONEY:
		return ITEM_MONEY;
	case TOKEN_USER:
		return ITEM_USER;
	case TOKEN_URL:
		return ITEM_URL;
	case TOKEN_EMOJI:
	case TOKEN_EMOTICON:
		return ITEM_EMOJI;
	case TOKEN_TAG:
		break;
	}
	return ITEM_WORD;
}

bool
anchors_in_class(const struct anchors *a, const struct token *t,
	struct text text, enum item_kind class)
{
	if (class == ITEM_BRAND)
		return a->is_brand[t->word];
	return class > ITEM_EXACT && class_of(t, text) == class;
}

/* Keep a number if forms need it. */
static inline size_t
keep(const struct anchors *a, uint32_t id, struct anchors_id *ids, size_t n)
{
	ids[n] = a->uses[id];
	ids[n].id |= id;
	return n + (a->uses[id].id >= ANCHORS_ALONE);
}

size_t
anchors_ask(const struct anchors *a, const struct token *t, struct text text,
	struct anchors_id ids[ANCHORS_IDS_MAX])
{
	uint32_t stems[VOCAB_STEMS_MAX];
	size_t n = 0, k, nstems;
	/* the words of numbers are in every vocabulary */
	enum item_kind class = t->word == 0 && t->kind == TOKEN_WORD
		? ITEM_WORD
		: class_of(t, text);

	if (t->word != 0)
		n = keep(a, t->word, ids, n);
	if (token_has_endings(t) &&
		vocab_may_begin(a->vocab, token_text(t, text))) {
		nstems = vocab_stems(a->vocab, token_text(t, text), stems);
		for (k = 0; k < nstems; k++)
			n = keep(a, stems[k], ids, n);
	}
	if (class != ITEM_WORD)
		n = keep(a, a->class_base + class, ids, n);
	if (a->is_brand[t->word])
		n = keep(a, a->class_base + ITEM_BRAND, ids, n);
	return n;
}

/* What begins with a digit may be several words for an expression. */
static bool
may_open(const struct gates *gates, struct text word)
{
	return (unsigned char)*word.p < 'a' || gates_may_begin(gates, word);
}

void
anchors_know_words(struct anchors *a, const struct gates *gates)
{
	uint32_t size = vocab_size(a->vocab), id;

	a->known = xcalloc(size + 1, sizeof(*a->known));
	for (id = 1; id <= size; id++) {
		struct text word = vocab_text(a->vocab, id);
		const struct token t = { .kind = TOKEN_WORD,
			.word = id,
			.end = (uint32_t)word.len };
		size_t n = a->nknown;

		if (n + ANCHORS_IDS_MAX > a->known_cap) {
			a->known_cap = 2 * n + 4 * ANCHORS_IDS_MAX;
			a->known_ids = xreallocarray(a->known_ids, a->known_cap,
				sizeof(*a->known_ids));
		}
		if (word.len > UINT8_MAX) /* left to anchors_ask */
			continue;
		a->nknown += anchors_ask(a, &t, word, a->known_ids + n);
		a->known[id] = (struct anchors_known){ (uint32_t)n,
			(uint8_t)(a->nknown - n), (uint8_t)word.len,
			may_open(gates, word) };
	}
}

size_t
anchors_size(const struct anchors *a)
{
	return a->class_base + ITEM_BRAND + 1;
}
