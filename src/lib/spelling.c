/* spelling.c - words misspelt by rule. */
#include "config.h"

#include "spelling.h"

/* One place: len bytes at `at` become others. */
struct place {
	size_t at, len;
	const char *to;
};

struct places {
	struct place v[SPELLING_SLIPS];
	size_t n;
};

static void
add(struct places *p, size_t at, size_t len, const char *to)
{
	if (p->n < SPELLING_SLIPS)
		p->v[p->n++] = (struct place){ at, len, to };
}

static bool
is_front(char c)
{
	return c == 'e' || c == 'i';
}

static bool
is_back(char c)
{
	return c == 'a' || c == 'o' || c == 'u';
}

static bool
is_vowel(char c)
{
	return is_front(c) || is_back(c);
}

/* A sibilant at i: c, s, z and what stands around them. */
static void
add_sibilant(struct places *p, const char *w, size_t i)
{
	char before = (char)(i > 0 ? w[i - 1] : '\0'), next = w[i + 1];
	bool front = is_front(next);

	if (w[i] == 'c' && front) {
		add(p, i, 1, "s");
		if (before == 's' || before == 'c' ||
			before == 'x') /* acceso, excelente */
			add(p, i, 1, "");
	} else if (w[i] == 'z') {
		add(p, i, 1, "s");
		if (front)
			add(p, i, 1, "c");
	} else if (w[i] == 's' && before != 's') {
		if (next == 'c' && is_front(w[i + 2]))
			add(p, i, 1, "");
		else if (front)
			add(p, i, 1, "c");
		else if (is_back(next))
			add(p, i, 1, "z");
	}
}

/* What can be misspelt at byte i of a word that NULs follow. */
static void
add_places(struct places *p, const char *w, size_t i)
{
	char before = (char)(i > 0 ? w[i - 1] : '\0'), next = w[i + 1];

	switch (w[i]) {
	case 'b':
		add(p, i, 1, "v");
		break;
	case 'v':
		add(p, i, 1, "b");
		break;
	case 'h':
		if (before != 'c' && is_vowel(next))
			add(p, i, 1, "");
		break;
	case 'c':
		if (i == 0 && is_back(next))
			add(p, i, 1, "k");
		add_sibilant(p, w, i);
		break;
	case 's':
	case 'z':
		add_sibilant(p, w, i);
		break;
	case 'l':
		if (next == 'l')
			add(p, i, 2, "y");
		break;
	case 'y':
		if (i > 0 && is_vowel(next))
			add(p, i, 1, "ll");
		break;
	case 'g':
		if (is_front(next))
			add(p, i, 1, "j");
		break;
	case 'j':
		if (is_front(next))
			add(p, i, 1, "g");
		break;
	case 'm':
		if (next == 'b' || next == 'p')
			add(p, i, 1, "n");
		break;
	case 'n':
		if (next == 'v')
			add(p, i, 1, "m");
		break;
	case 'q':
		if (next == 'u' && is_front(w[i + 2]))
			add(p, i, 2, "k");
		break;
	case 'x':
		if (next == 'c' || next == 'p' || next == 't')
			add(p, i, 1, "s");
		break;
	default:
		break;
	}
}

void
spelling_slips(struct text word, bool stem,
	void (*tell)(void *ctx, struct text slip), void *ctx)
{
	char padded[SPELLING_LONGEST + 3] = { 0 }, out[SPELLING_LONGEST + 2];
	struct places p = { .n = 0 };
	size_t i;

	if (word.len > SPELLING_LONGEST)
		return;
	memcpy(padded, word.p, word.len);
	for (i = 0; i + stem < word.len; i++)
		add_places(&p, padded, i);
	for (i = 0; i < p.n; i++) {
		const struct place *a = &p.v[i];
		size_t n = strlen(a->to), behind = a->at + a->len;

		memcpy(out, word.p, a->at);
		memcpy(out + a->at, a->to, n);
		memcpy(out + a->at + n, word.p + behind, word.len - behind);
		tell(ctx, (struct text){ out, word.len - a->len + n });
	}
}
