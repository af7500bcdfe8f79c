/* sentences.c - where sentences end, and in what. */
#include "config.h"

#include <stdlib.h>

#include "listed.h"
#include "sentences.h"
#include "xalloc.h"

/* Words that take something for granted in a question: of when, how, where,
 * how much; a negator, which asks for a yes; of what goes on; and "¿es normal
 * que …?". */
LISTED(granted, TEXT("cuando"), TEXT("como"), TEXT("donde"), TEXT("adonde"),
	TEXT("cuanto"), TEXT("cuanta"), TEXT("cuantos"), TEXT("cuantas"),
	TEXT("porque"), TEXT("hasta"), TEXT("no"), TEXT("ni"), TEXT("nadie"),
	TEXT("nunca"), TEXT("nada"), TEXT("sin"), TEXT("normal"), TEXT("justo"),
	TEXT("sigue"), TEXT("siguen"), TEXT("seguimos"), TEXT("nuevamente"));

/* Words of one who wants to know, whatever comes behind: "¿alguien sabe cuándo
 * abren?". */
LISTED(asking, TEXT("alguien"), TEXT("alguno"), TEXT("saber"), TEXT("sabe"),
	TEXT("saben"), TEXT("sabes"), TEXT("sabeis"), TEXT("decirme"),
	TEXT("decirnos"), TEXT("indicarme"), TEXT("indicar"),
	TEXT("informarme"), TEXT("informar"), TEXT("confirmar"),
	TEXT("confirmarme"), TEXT("orientarme"));

/* The same as granted, as the first word or behind one of these. */
LISTED(granted_first, TEXT("que"), TEXT("quien"), TEXT("cual"), TEXT("y"));

LISTED(before_granted, TEXT("por"), TEXT("de"), TEXT("para"), TEXT("con"),
	TEXT("en"));

/* Does nothing in the tokens [first, end) take for granted what is asked? */
static bool
is_open(const struct post *p, size_t first, size_t end)
{
	bool begins = true;
	size_t i;

	/* "¿… o qué?" is said in anger */
	if (end - first > 2 && text_is(post_word(p, end - 1), "que") &&
		text_is(post_word(p, end - 2), "o"))
		return false;
	for (i = first; i < end; i++) {
		struct text w = post_word(p, i);

		if (p->tokens[i].kind != TOKEN_WORD)
			continue;
		if (listed_has(&asking, w))
			return true;
		if (listed_has(&granted, w) ||
			(text_is(w, "vez") && i > first &&
				text_is(post_word(p, i - 1), "otra")))
			return false;
		if ((begins ||
			    listed_has(&before_granted, post_word(p, i - 1))) &&
			listed_has(&granted_first, w))
			return false;
		begins = false;
	}
	return true;
}

/* The sentence of the tokens [first, end), of which the last is given. */
static struct sentence
read_sentence(const struct post *p, size_t first, size_t end)
{
	size_t at = p->tokens[end - 1].end;
	size_t to = end < p->ntokens ? p->tokens[end].start : p->text.len;
	size_t bangs = 0;
	bool asks = false;

	for (; at < to; at++) {
		bangs += p->text.p[at] == '!';
		asks |= p->text.p[at] == '?';
	}
	return (struct sentence){ .exclaimed = bangs >= 2,
		.open = asks && is_open(p, first, end) };
}

void
sentences_read(struct sentences *s, const struct post *p)
{
	uint32_t n = 0;
	size_t first = 0, i;

	if (p->ntokens > s->cap) {
		s->cap = p->ntokens * 2;
		s->of = xreallocarray(s->of, s->cap, sizeof(*s->of));
		s->v = xreallocarray(s->v, s->cap, sizeof(*s->v));
	}
	for (i = 0; i < p->ntokens; i++) {
		s->of[i] = n;
		if (i + 1 < p->ntokens &&
			!(p->tokens[i + 1].flags & TOKEN_FIRST))
			continue;
		s->v[n++] = read_sentence(p, first, i + 1);
		first = i + 1;
	}
}

void
sentences_free(struct sentences *s)
{
	free(s->of);
	free(s->v);
	*s = (struct sentences){ 0 };
}
