/* prefixes.c - súper and its like, glued to a word. */
#include "config.h"

#include "hash.h"
#include "prefixes.h"

#define LEAST 8      /* bytes of a word with a prefix */
#define STEM_LEAST 5 /* of a stem behind one: others are anything */

/* Not the re- of rebueno: too many words of their own begin with it (reclamo,
 * remedio), so those are rows of opinions.csv. */
static const struct text prefixes[] = { TEXT("super"), TEXT("hiper"),
	TEXT("mega"), TEXT("ultra"), TEXT("requete"), TEXT("recontra") };

#define NPREFIXES (sizeof(prefixes) / sizeof(prefixes[0]))

void
prefixes_expect(struct vocab *v)
{
	size_t i, at;
	uint32_t head;

	for (i = 0; i < NPREFIXES; i++) {
		head = prefixes_head(prefixes[i].p, &at);
		v->prefixed[at] = head;
		vocab_expect(v, prefixes[i]);
	}
}

void
prefixes_each(const struct vocab *v,
	void (*tell)(void *ctx, struct text prefix), void *ctx)
{
	size_t i, at;

	for (i = 0; i < NPREFIXES; i++)
		if (prefixes_head(prefixes[i].p, &at) == v->prefixed[at])
			tell(ctx, prefixes[i]);
}

static bool
opines(const struct vocab *v, struct text word)
{
	uint32_t ids[VOCAB_STEMS_MAX];
	size_t n, i;

	if (vocab_is_opinion(v, vocab_find(v, word)))
		return true;
	n = vocab_stems(v, word, ids);
	for (i = 0; i < n; i++)
		if (vocab_is_opinion(v, ids[i]) &&
			vocab_text(v, ids[i]).len >= STEM_LEAST)
			return true;
	return false;
}

/* The same behind a prefix, where an r is doubled. */
static bool
opines_behind(const struct vocab *v, struct text behind, struct text *rest)
{
	*rest = behind;
	if (opines(v, behind))
		return true;
	if (behind.len < 2 || behind.p[0] != 'r' || behind.p[1] != 'r')
		return false;
	*rest = (struct text){ behind.p + 1, behind.len - 1 };
	return opines(v, *rest);
}

size_t
prefixes_cut(const struct vocab *v, struct text word, struct text *rest)
{
	size_t i, n;

	if (v->as_typed || word.len < LEAST || !prefixes_may_have(v, word))
		return 0;
	for (i = 0; i < NPREFIXES; i++) {
		n = prefixes[i].len;
		if (word.len > n && hash_same(word.p, prefixes[i].p, n) &&
			opines_behind(v,
				(struct text){ word.p + n, word.len - n },
				rest) &&
			!vocab_knows(v, word))
			return n;
	}
	return 0;
}
