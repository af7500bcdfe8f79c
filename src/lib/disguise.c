/* disguise.c - figures, stars and blanks between the letters of a word. */
#include "config.h"

#include "disguise.h"
#include "glyph.h"
#include "utf8.h"

#define LONGEST 24 /* bytes of a disguised word; longer ones are none */
#define SHORTEST 4 /* letters of what one stands for */
#define CHOICES 3  /* signs with two meanings that are tried both ways */
#define ENYE "\xC3\xB1"
#define ELLIPSIS "\xE2\x80\xA6"

/* Words that people put stars into; of two that fit the first. */
static const struct text veiled[] = { TEXT("puta"), TEXT("mierda"),
	TEXT("putas"), TEXT("puto"), TEXT("putos"), TEXT("mierdas"),
	TEXT("cabron"), TEXT("cabrones"), TEXT("cabrona"), TEXT("cabronas"),
	TEXT("pendejo"), TEXT("pendejos"), TEXT("pendeja"), TEXT("pendejas"),
	TEXT("pendejada"), TEXT("verga"), TEXT("culo"), TEXT("culero"),
	TEXT("culeros"), TEXT("culera"), TEXT("coño"), TEXT("joder"),
	TEXT("jodido"), TEXT("jodidos"), TEXT("jodida"), TEXT("jodan"),
	TEXT("chinga"), TEXT("chingada"), TEXT("chingar"), TEXT("chingados"),
	TEXT("chingaderas"), TEXT("chinguen"), TEXT("carajo"), TEXT("cojones"),
	TEXT("gilipollas"), TEXT("hijueputa"), TEXT("hijueputas"),
	TEXT("malparido"), TEXT("malparidos"), TEXT("malparida"),
	TEXT("gonorrea"), TEXT("gonorreas"), TEXT("concha"), TEXT("huevon"),
	TEXT("huevones"), TEXT("culiao"), TEXT("culiaos"), TEXT("pelotudo"),
	TEXT("pelotudos"), TEXT("boludo"), TEXT("boludos"), TEXT("mamada"),
	TEXT("mamadas"), TEXT("mamon"), TEXT("mamones"), TEXT("pinche"),
	TEXT("pinches"), TEXT("polla"), TEXT("hostia"), TEXT("marica"),
	TEXT("maricon"), TEXT("maricones"), TEXT("perra"), TEXT("perras"),
	TEXT("zorra"), TEXT("zorras"), TEXT("cagada"), TEXT("cagadas"),
	TEXT("cagaron"), TEXT("cagan"), TEXT("basura"), TEXT("basuras"),
	TEXT("asco"), TEXT("idiota"), TEXT("idiotas"), TEXT("imbecil"),
	TEXT("imbeciles"), TEXT("estupido"), TEXT("estupidos"),
	TEXT("estupida"), TEXT("inutil"), TEXT("inutiles"), TEXT("maldito"),
	TEXT("malditos"), TEXT("maldita"), TEXT("malditas"),
	TEXT("desgraciado"), TEXT("desgraciados"), TEXT("estafa"),
	TEXT("estafas"), TEXT("estafador"), TEXT("estafadores"), TEXT("ladron"),
	TEXT("ladrones"), TEXT("rata"), TEXT("ratas"), TEXT("ratero"),
	TEXT("rateros"), TEXT("fraude"), TEXT("robo") };

static bool
is_in(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

static inline bool
is_letter(char c)
{
	return (glyph_traits(c) & (TRAIT_LETTER | TRAIT_WIDE)) != 0;
}

/* Does the sign at p, behind a letter, belong to a disguise, if anything? */
static bool
may_hide(const char *p)
{
	if (*p == '*')
		return is_letter(p[1]) || p[1] == '*';
	if (*p == '.') /* m...a */
		return p[1] == '.' && is_letter(p[strspn(p, ".")]);
	if (*p == ELLIPSIS[0])
		return memcmp(p, ELLIPSIS, 3) == 0 && is_letter(p[3]);
	if (glyph_traits(*p) & TRAIT_DIGIT) /* not user123 */
		return is_letter(p[strspn(p, "0123456789")]);
	return is_letter(p[1]) && is_in(*p, "@$!");
}

bool
disguise_may_have(const struct shape *shape, struct text t)
{
	size_t i;

	for (i = 0; i < shape->nwords && shape->hidden; i++) {
		const char *behind = t.p + shape->words[i].end;

		if (*behind != ' ' && may_hide(behind))
			return true;
	}
	return shape->set_apart;
}

/* Is the token a word of one letter? */
static bool
is_single(const struct token *t, struct text folded)
{
	return t->kind == TOKEN_WORD &&
		(t->end - t->start == 1 ||
			(t->end - t->start == 2 &&
				folded.p[t->start] == ENYE[0]));
}

/*
 * Letters set apart by one and the same character. The longest word that they
 * spell is taken: "p e s i m o s e r v i c i o" are two; with an ending that
 * only a stem allows, all of them.
 */
static size_t
read_spaced(struct buf *out, const struct vocab *v, const struct scanned *raw,
	struct text folded, size_t i)
{
	const struct token *t = raw->v + i;
	size_t n = 0, k, room = raw->n - i, ends[LONGEST];
	char between = '\0';

	buf_clear(out);
	while (n < room && out->len + 2 <= LONGEST &&
		is_single(&t[n], folded)) {
		if (n == 1)
			between = folded.p[t[0].end];
		if (n > 0 &&
			(t[n].start != t[n - 1].end + 1 ||
				folded.p[t[n - 1].end] != between))
			break;
		buf_add(out, folded.p + t[n].start, t[n].end - t[n].start);
		ends[n++] = out->len;
	}
	for (k = n; k >= SHORTEST; k--) {
		out->len = ends[k - 1];
		if (vocab_find(v, buf_text(out)) != 0)
			return k;
	}
	out->len = n > 0 ? ends[n - 1] : 0;
	return n >= SHORTEST && vocab_knows_nearly(v, buf_text(out)) ? n : 0;
}

/* What a sign stands for: its letters, NULL if for none. */
static const char *
letters_of(char c)
{
	switch (c) {
	case '0':
		return "o";
	case '1':
		return "il";
	case '3':
		return "e";
	case '4':
		return "a";
	case '5':
	case '$':
		return "s";
	case '7':
		return "t";
	case '8':
		return "b";
	case '@':
		return "oa";
	case '!':
		return "i";
	default:
		return NULL;
	}
}

/* The word with each sign read: the k-th of two meanings as its second if bit k
 * of seconds is set. Returns how many those are, or CHOICES + 1 if there is a
 * sign without a meaning. */
static unsigned
unmask(struct buf *out, struct text w, unsigned seconds)
{
	unsigned choices = 0;
	size_t i;

	buf_clear(out);
	for (i = 0; i < w.len; i++) {
		const char *letters = letters_of(w.p[i]);

		if (letters == NULL) {
			if (!glyph_is_word(w.p + i, w.p + w.len) &&
				!utf8_is_inner(w.p[i]))
				return CHOICES + 1;
			buf_addc(out, w.p[i]);
		} else if (letters[1] == '\0') {
			buf_addc(out, letters[0]);
		} else {
			buf_addc(out, letters[seconds >> choices & 1]);
			choices++;
		}
	}
	return choices;
}

/* Figures and signs as letters: whole words before what a stem begins. */
static bool
read_figures(struct buf *out, const struct vocab *v, struct text w)
{
	unsigned n = unmask(out, w, 0), seconds;

	if (n > CHOICES || out->len < SHORTEST)
		return false;
	for (seconds = 0; seconds < 1u << n; seconds++) {
		(void)unmask(out, w, seconds);
		if (vocab_find(v, buf_text(out)) != 0)
			return true;
	}
	(void)unmask(out, w, 0);
	return memchr(w.p, '!', w.len) == NULL && /* detalle!un */
		vocab_knows_nearly(v, buf_text(out));
}

/* How many bytes of w from i on veil letters: stars, an ellipsis. */
static size_t
veil_at(struct text w, size_t i)
{
	size_t n = i;

	if (w.len - i >= 3 && memcmp(w.p + i, ELLIPSIS, 3) == 0)
		return 3;
	while (n < w.len && w.p[n] == '*')
		n++;
	if (n > i)
		return n - i;
	while (n < w.len && w.p[n] == '.')
		n++;
	return n - i > 1 ? n - i : 0;
}

/* Does w stand for a word, each star for one letter? */
static bool
fits_letters(struct text w, struct text word)
{
	size_t i, k = 0;

	for (i = 0; i < w.len && k < word.len; i++, k++) {
		if (w.p[i] == word.p[k])
			continue;
		if (w.p[i] != '*')
			return false;
		k += word.p[k] == ENYE[0];
	}
	return i == w.len && k == word.len;
}

/* Does it, its n bytes from `at` on for all between the first letters and the
 * last? */
static bool
fits_ends(struct text w, size_t at, size_t n, struct text word)
{
	size_t tail = w.len - at - n;

	return tail > 0 && word.len > at + tail &&
		memcmp(w.p, word.p, at) == 0 &&
		memcmp(w.p + at + n, word.p + word.len - tail, tail) == 0;
}

/* A text whose letters are veiled from byte at on. */
static bool
read_veiled(struct buf *out, const struct vocab *v, struct text w, size_t at)
{
	size_t n = veil_at(w, at), i;

	for (i = 0; i < sizeof(veiled) / sizeof(veiled[0]); i++) {
		if (*w.p != *veiled[i].p ||
			!(fits_letters(w, veiled[i]) ||
				(n > 1 && fits_ends(w, at, n, veiled[i]))) ||
			vocab_find(v, veiled[i]) == 0)
			continue;
		buf_clear(out);
		buf_addt(out, veiled[i]);
		return true;
	}
	return false;
}

/* The letters, figures and signs at byte i; empty if they are longer than a
 * disguised word. */
static struct text
masked_at(struct text folded, size_t i)
{
	struct text w = { folded.p + i, folded.len - i };
	size_t n = 0, veil;

	while (n < w.len && n <= LONGEST) {
		veil = veil_at(w, n);
		if (veil > 0)
			n += veil;
		else if (glyph_is_word(w.p + n, w.p + w.len) ||
			utf8_is_inner(w.p[n]) || is_in(w.p[n], "@$!"))
			n++;
		else
			break;
	}
	if (n > LONGEST)
		n = 0;
	while (n > 0 && !is_in(w.p[n - 1], "*") &&
		!glyph_is_word(w.p + n - 1, w.p + n) &&
		!(n > 1 && memcmp(w.p + n - 2, ENYE, 2) == 0))
		n--;
	w.len = n;
	return w;
}

/* How many tokens from i on are the text that ends at byte end; 0 if one goes
 * on behind it. */
static size_t
tokens_up_to(const struct scanned *raw, size_t i, size_t end)
{
	size_t n = i;

	while (n < raw->n && raw->v[n].start < end)
		n++;
	return raw->v[n - 1].end <= end ? n - i : 0;
}

/* Letters behind figures, signs and stars. */
static size_t
read_masked(struct buf *out, const struct vocab *v, const struct scanned *raw,
	struct text folded, size_t i, uint32_t *end)
{
	struct text w = masked_at(folded, raw->v[i].start);
	size_t n, at;

	/* not at either end alone: 3er, grupo5 */
	for (at = 1; at + 1 < w.len; at++)
		if (is_in(w.p[at], "@$!0123456789") || veil_at(w, at) > 0)
			break;
	if (at + 1 >= w.len)
		return 0;
	n = tokens_up_to(raw, i, raw->v[i].start + w.len);
	if (n == 0 || (n == 1 && raw->v[i].word != 0))
		return 0;
	if (veil_at(w, at) > 0 ? !read_veiled(out, v, w, at)
			       : !read_figures(out, v, w))
		return 0;
	*end = raw->v[i].start + (uint32_t)w.len;
	return n;
}

/* Can the token be a masked word, or begin one? */
static bool
is_maskable(const struct token *t, struct text folded)
{
	uint32_t i;

	if (t->end - t->start > LONGEST)
		return false;
	if (t->kind == TOKEN_URL || may_hide(folded.p + t->end))
		return true;
	for (i = t->start + 1; i < t->end; i++)
		if (glyph_traits(folded.p[i]) & TRAIT_DIGIT)
			return true;
	return false;
}

size_t
disguise_read(struct buf *out, const struct vocab *v, const struct scanned *raw,
	struct text folded, size_t i, uint32_t *end)
{
	const struct token *t = &raw->v[i];
	size_t n = 0;

	if (t->kind != TOKEN_WORD && t->kind != TOKEN_URL)
		return 0;
	if (is_single(t, folded))
		n = read_spaced(out, v, raw, folded, i);
	if (n == 0)
		return is_maskable(t, folded)
			? read_masked(out, v, raw, folded, i, end)
			: 0;
	*end = raw->v[i + n - 1].end;
	return n;
}
