/* remnant.c - terms of which hardly anything is left. */
#include "config.h"

#include "remnant.h"
#include "utf8.h"

#define LATIN_END 0x250 /* the letters that Spanish has are before it */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A letter or a number; an emoji, too, but of it nothing is lost. */
static bool
is_little(struct text word)
{
	size_t i;
	uint32_t cp;

	if (word.len == 0)
		return false;
	if (!is_digit(*word.p))
		return utf8_decode(word.p, word.p + word.len, &cp) ==
			word.len &&
			cp < LATIN_END;
	for (i = 0; i < word.len; i++)
		if (!is_digit(word.p[i]) && word.p[i] != '.' &&
			word.p[i] != ',')
			return false; /* "2do" */
	return true;
}

/* Signs of ASCII that are no blanks, letters or digits, nor syntax. */
static size_t
count_signs(struct text t)
{
	size_t i, n = 0;

	for (i = 0; i < t.len; i++) {
		unsigned char c = (unsigned char)t.p[i], low = c | 0x20;

		n += c > ' ' && c < 0x7F && !is_digit((char)c) &&
			(low < 'a' || low > 'z') &&
			memchr("{|}\\", c, 4) == NULL;
	}
	return n;
}

bool
remnant_of(const struct term *t, struct text cell, struct text *left)
{
	const struct term_word *w;

	if (t->is_regex || t->nforms != 1 || t->forms[0].n != 1 ||
		t->items[t->forms[0].first].kind != ITEM_WORD)
		return false;
	w = &t->words[t->items[t->forms[0].first].word];
	*left = (struct text){ t->bytes.p + w->at, w->len };
	return is_little(*left) && count_signs(cell) > count_signs(*left);
}
