/* tokens.c - scan folded text into tokens, then rewrite words. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "tokens.h"
#include "unichar.h"
#include "utf8.h"
#include "xalloc.h"

#define FORMS_RUNS 3 /* runs tried both ways: 2^3 = eight forms */
#define ENYE "\xC3\xB1"
#define MAIL_NAME_MAX 64 /* bytes before the @ that are looked through */

#define EMOTICON_MAX 5 /* bytes of the longest below */

/* Emoticons as folding leaves them; longer ones before their beginnings. */
static const struct text emoticons[] = {
	TEXT(">:-("), TEXT(">:("), TEXT(":'-("), TEXT(":'("), TEXT(":'v"),
	TEXT(":-)"), TEXT(":-("), TEXT(":-d"), TEXT(":-p"), TEXT(":-/"),
	TEXT(":-|"), TEXT(":-*"), TEXT(":-o"), TEXT(";-)"), TEXT(":)"),
	TEXT(":("), TEXT(":d"), TEXT(":p"), TEXT(":/"), TEXT(":\\"),
	TEXT(":|"), TEXT(":*"), TEXT(":o"), TEXT(":3"), TEXT(":c"),
	TEXT(":s"), TEXT(":v"), TEXT(":$"), TEXT(";)"), TEXT(";d"),
	TEXT(";p"), TEXT(":]"), TEXT(":["), TEXT("=)"), TEXT("=("),
	TEXT("=d"), TEXT("=p"), TEXT("=/"), TEXT("</3"), TEXT("<3"),
	TEXT("^^"), TEXT("^_^"), TEXT("^.^"), TEXT("*_*"), TEXT("-_-"),
	TEXT("-__-"), TEXT("-.-"), TEXT(">_<"), TEXT(">.<"), TEXT("._."),
	TEXT(";_;"), TEXT("u_u"), TEXT("t_t"), TEXT("o_o"), TEXT("x_x"),
	TEXT("n_n"), TEXT("\\o/"), TEXT("¬¬"), TEXT("¬_¬")
};

/* Words before a stop that does not end a sentence. */
static const struct text abbreviations[] = {
	TEXT("adj"), TEXT("admin"), TEXT("apdo"), TEXT("aprox"), TEXT("art"),
	TEXT("av"), TEXT("avda"), TEXT("cf"), TEXT("cia"), TEXT("depto"),
	TEXT("dept"), TEXT("dpto"), TEXT("dr"), TEXT("dra"), TEXT("ee"),
	TEXT("ej"), TEXT("fdo"), TEXT("fig"), TEXT("gral"), TEXT("hnos"),
	TEXT("ing"), TEXT("izq"), TEXT("lic"), TEXT("ltda"), TEXT("mr"),
	TEXT("mrs"), TEXT("mts"), TEXT("nro"), TEXT("num"), TEXT("pag"),
	TEXT("pags"), TEXT("pref"), TEXT("prof"), TEXT("profa"),
	TEXT("prov"), TEXT("sr"), TEXT("sra"), TEXT("sres"), TEXT("srta"),
	TEXT("sta"), TEXT("sto"), TEXT("tel"), TEXT("telf"), TEXT("tfno"),
	TEXT("ud"), TEXT("uds"), TEXT("urb"), TEXT("uu"), TEXT("vd"),
	TEXT("vds"), TEXT("vol"), TEXT("vs")
};

/* What ends the host name of a link that is written without http://. */
static const struct text domains[] = {
	TEXT("com"), TEXT("es"), TEXT("mx"), TEXT("ar"), TEXT("cl"),
	TEXT("co"), TEXT("pe"), TEXT("net"), TEXT("org"), TEXT("info"),
	TEXT("io"), TEXT("app"), TEXT("ly"), TEXT("me"), TEXT("tv"),
	TEXT("eu")
};

static const struct text number_words[] = {
	TEXT("catorce"), TEXT("cien"), TEXT("ciento"), TEXT("cinco"),
	TEXT("cincuenta"), TEXT("cuarenta"), TEXT("cuatro"), TEXT("diez"),
	TEXT("doce"), TEXT("dos"), TEXT("mil"), TEXT("noventa"),
	TEXT("nueve"), TEXT("ochenta"), TEXT("ocho"), TEXT("once"),
	TEXT("quince"), TEXT("seis"), TEXT("sesenta"), TEXT("setenta"),
	TEXT("siete"), TEXT("trece"), TEXT("treinta"), TEXT("tres"),
	TEXT("un"), TEXT("una"), TEXT("uno"), TEXT("veinte"),
	TEXT("veinticinco"), TEXT("veinticuatro")
};

static bool
is_listed(const struct text *list, size_t n, struct text word)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (text_eq(word, list[i]))
			return true;
	return false;
}

#define IS_LISTED(list, word)                                                  \
	is_listed(list, sizeof(list) / sizeof(list[0]), word)

bool
token_is_number_word(struct text word)
{
	/* they begin with one of these: most words are told by that */
	if (word.len < 2 || strchr("cdmnoqstuv", *word.p) == NULL)
		return false;
	return IS_LISTED(number_words, word);
}

/* Kinds of character in folded text. */
enum kind { KIND_LETTER, KIND_DIGIT, KIND_BLANK, KIND_EMOJI, KIND_OTHER };

static enum kind
kind_of_wide(const char *s, const char *end, size_t *n)
{
	uint32_t cp;

	*n = utf8_decode(s, end, &cp);
	if (cp == 0xF1)
		return KIND_LETTER;
	switch (unichar_class(cp)) {
	case UNICHAR_LETTER:
	case UNICHAR_MARK:
		return KIND_LETTER;
	case UNICHAR_DIGIT:
		return KIND_DIGIT;
	case UNICHAR_BLANK:
	case UNICHAR_BREAK:
	case UNICHAR_IGNORED:
		return KIND_BLANK;
	case UNICHAR_EMOJI:
		return KIND_EMOJI;
	case UNICHAR_OTHER:
		break;
	}
	return KIND_OTHER;
}

static inline enum kind
kind_of(const char *s, const char *end, size_t *n)
{
	unsigned char c = (unsigned char)*s;

	*n = 1;
	if (c >= 'a' && c <= 'z')
		return KIND_LETTER;
	if (c >= '0' && c <= '9')
		return KIND_DIGIT;
	if (c == ' ' || c == '\n')
		return KIND_BLANK;
	if (c < 128)
		return KIND_OTHER;
	return kind_of_wide(s, end, n);
}

static bool
is_word_at(const char *s, const char *end)
{
	size_t n;

	return s < end && kind_of(s, end, &n) <= KIND_DIGIT;
}

static bool
is_digit_at(const char *s, const char *end)
{
	return s < end && *s >= '0' && *s <= '9';
}

/* Past the letters, digits and marks at s; extra is one more that counts. */
static const char *
skip_word(const char *s, const char *end, char extra)
{
	size_t n;

	while (s < end && (kind_of(s, end, &n) <= KIND_DIGIT || *s == extra))
		s += *s == extra ? 1 : n;
	return s;
}

static const char *
skip_to_blank(const char *s, const char *end)
{
	while (s < end && *s != ' ' && *s != '\n')
		s++;
	return s;
}

static bool
starts(const char *s, const char *end, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(end - s) >= n && memcmp(s, with, n) == 0;
}

static struct text
piece(const char *from, const char *to)
{
	return (struct text){ from, (size_t)(to - from) };
}

/* The way back: folded bytes to original bytes, made when first needed. */
static void
need_map(struct post *p)
{
	size_t n = p->folded.len + 1;

	if (p->mapped)
		return;
	if (n > p->map_cap) {
		p->map_cap = n + n / 2;
		p->map = xreallocarray(p->map, p->map_cap, sizeof(*p->map));
	}
	buf_clear(&p->scratch);
	(void)fold_text(p->fold, &p->scratch, p->original.p, p->original.len,
		p->map);
	p->mapped = true;
}

/* The original code point behind a folded byte. */
static uint32_t
original_at(struct post *p, size_t folded)
{
	uint32_t cp;

	need_map(p);
	(void)utf8_decode(p->original.p + p->map[folded],
		p->original.p + p->original.len, &cp);
	return cp;
}

/* Scanning. */

struct scan {
	struct post *post;
	const char *begin, *end;
	bool first; /* the next token begins a sentence */
};

static const char *
add_raw(struct scan *s, enum token_kind kind, const char *from, const char *to)
{
	struct post *p = s->post;
	struct token *t;

	p->raw = xgrow(p->raw, p->nraw, &p->raw_cap, sizeof(*p->raw));
	t = &p->raw[p->nraw++];
	t->start = t->src_start = (uint32_t)(from - s->begin);
	t->end = t->src_end = (uint32_t)(to - s->begin);
	t->word = 0;
	t->kind = (uint8_t)kind;
	t->flags = s->first ? TOKEN_FIRST : 0;
	s->first = false;
	return to;
}

/* The emoticon at p: its length in the table, 0 if there is none. */
static size_t
emoticon_at(const char *begin, const char *p, const char *end)
{
	size_t i, n;

	for (i = 0; i < sizeof(emoticons) / sizeof(emoticons[0]); i++) {
		const char *e = emoticons[i].p;
		size_t len = emoticons[i].len, k;

		if (*p != *e || (size_t)(end - p) < len ||
			memcmp(p, e, len) != 0)
			continue;
		/* not precio:$500, not ftp://x */
		if (p + len < end && ((e[len - 1] == '$' &&
				is_digit_at(p + len, end)) ||
			(e[len - 1] == '/' && p[len] == '/')))
			continue;
		/* one that ends like a word must stand free: not 10:30 */
		if (kind_of(e + len - 1, e + len, &n) > KIND_DIGIT)
			return len;
		k = len;
		while (p + k < end && p[k] == e[len - 1])
			k++;
		if ((p == begin || p[-1] == ' ' || p[-1] == '\n') &&
			!is_word_at(p + k, end))
			return len;
	}
	return 0;
}

bool
token_is_emoticon(struct text t)
{
	if (t.len > EMOTICON_MAX)
		return false;
	return IS_LISTED(emoticons, t);
}

static const char *
scan_emoticon(struct scan *s, const char *p, size_t len)
{
	const char *to = p + len;
	struct token *t;

	while (to < s->end && *to == p[len - 1])
		to++;
	(void)add_raw(s, TOKEN_EMOTICON, p, to);
	t = &s->post->raw[s->post->nraw - 1];
	if (to > p + len)
		t->flags |= TOKEN_ELONGATED;
	/* what the vocabulary is asked for: without the repeated end */
	t->src_end = (uint32_t)(p + len - s->begin);
	return to;
}

static bool
is_time(const char *p, const char *end)
{
	size_t head = 0;

	while (p < end && is_digit_at(p, end)) {
		p++;
		head++;
	}
	return head >= 1 && head <= 2 && end - p >= 3 && p[0] == ':' &&
		is_digit_at(p + 1, end) && is_digit_at(p + 2, end) &&
		(end - p == 3 || (end - p == 6 && p[3] == ':'));
}

/* The length of a currency sign at p, 0 if there is none. */
static size_t
currency_at(const char *p, const char *end)
{
	static const char *const signs[] = { "$", "€", "£" };
	size_t i;

	for (i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (starts(p, end, signs[i]))
			return strlen(signs[i]);
	return 0;
}

static const char *
skip_number(const char *p, const char *end)
{
	while (is_digit_at(p, end) ||
		(p < end && (*p == '.' || *p == ',' || *p == ':') &&
			is_digit_at(p + 1, end)))
		p++;
	return p;
}

static const char *
scan_number(struct scan *s, const char *p)
{
	const char *to = skip_number(p, s->end), *after;
	size_t n;

	if (is_word_at(to, s->end)) /* 4g, 3h, a320: a word */
		return add_raw(s, TOKEN_WORD, p, skip_word(to, s->end, 0));
	after = to < s->end && *to == ' ' ? to + 1 : to;
	n = after < s->end ? currency_at(after, s->end) : 0;
	if (n > 0 && !is_digit_at(after + n, s->end))
		return add_raw(s, TOKEN_MONEY, p, after + n);
	return add_raw(s, is_time(p, to) ? TOKEN_TIME : TOKEN_NUMBER, p, to);
}

/* A sign and the number behind it: "$500", "us$ 20"; NULL if it is none. */
static const char *
scan_money(struct scan *s, const char *from, const char *sign)
{
	const char *p = sign + currency_at(sign, s->end);

	if (p == sign && starts(p, s->end, "/")) /* s/50, s/.50 */
		p += starts(p, s->end, "/.") ? 2 : 1;
	if (p < s->end && *p == ' ')
		p++;
	if (p == sign || !is_digit_at(p, s->end))
		return NULL;
	return add_raw(s, TOKEN_MONEY, from, skip_number(p, s->end));
}

/* The end of a link or mail address that is at p: what closes the sentence or
 * a bracket around it is none of it. */
static const char *
link_end(const char *p, const char *end)
{
	const char *to = skip_to_blank(p, end);

	while (to > p + 1 && strchr(".,;:!?)]\"'", to[-1]) != NULL)
		to--;
	return to;
}

/* The @ of a mail address whose first word ends at p: juan|.perez@x.mx; NULL
 * if it is none. */
static const char *
mail_at(const char *p, const char *end)
{
	const char *limit = end - p > MAIL_NAME_MAX ? p + MAIL_NAME_MAX : end;
	size_t n;

	while (p < limit && (kind_of(p, end, &n) <= KIND_DIGIT ||
			(strchr("._-+", *p) != NULL && is_word_at(p + 1, end))))
		p += n;
	return p < limit && *p == '@' && is_word_at(p + 1, end) ? p : NULL;
}

/* Is ".com" or its like at p, and no further word behind it? */
static bool
is_domain_at(const char *p, const char *end)
{
	const char *to;

	if (p >= end || *p != '.')
		return false;
	to = skip_word(p + 1, end, 0);
	return IS_LISTED(domains, piece(p + 1, to));
}

static const char *
scan_word(struct scan *s, const char *p)
{
	const char *to = skip_word(p, s->end, 0), *money, *at;
	struct text word = piece(p, to);

	if (starts(p, s->end, "http://") || starts(p, s->end, "https://") ||
		starts(p, s->end, "www."))
		return add_raw(s, TOKEN_URL, p, link_end(p, s->end));
	at = mail_at(to, s->end);
	if (at != NULL || is_domain_at(to, s->end))
		return add_raw(s, TOKEN_URL, p,
			link_end(at != NULL ? at : to, s->end));
	if (text_is(word, "s") || text_is(word, "us")) {
		money = scan_money(s, p, to);
		if (money != NULL)
			return money;
	}
	return add_raw(s, TOKEN_WORD, p, to);
}

/* Does the stop at p end the sentence? "no" is short for number, and not the
 * negation, only before one. */
static bool
stop_ends(const struct scan *s, const char *p)
{
	const struct token *t;
	struct text word;

	if (s->post->nraw == 0)
		return true;
	t = &s->post->raw[s->post->nraw - 1];
	if (s->begin + t->end != p || t->kind != TOKEN_WORD)
		return true;
	word = piece(s->begin + t->start, p);
	if (text_is(word, "no"))
		return !is_digit_at(p + 1 + starts(p + 1, s->end, " "), s->end);
	return word.len > 1 && !IS_LISTED(abbreviations, word);
}

/* Does an ellipsis end it? Not before a lower-case word. */
static bool
ellipsis_ends(struct scan *s, const char *after)
{
	size_t n;

	while (after < s->end && *after == ' ')
		after++;
	if (after == s->end || kind_of(after, s->end, &n) != KIND_LETTER)
		return true;
	return !unichar_is_lower(
		original_at(s->post, (size_t)(after - s->begin)));
}

/* Punctuation: past it; sets s->first where a sentence ends. */
static const char *
scan_other(struct scan *s, const char *p, size_t n)
{
	const char *to = p + n;
	bool dots = starts(p, s->end, "…");

	if (*p == '!' || *p == '?') {
		s->first = true;
	} else if (*p == '.' || dots) {
		while (to < s->end && *to == '.') {
			to++;
			dots = true;
		}
		if (dots ? ellipsis_ends(s, to) : stop_ends(s, p))
			s->first = true;
	}
	return to;
}

static const char *
scan_one(struct scan *s, const char *p)
{
	const char *to;
	size_t n;

	switch (kind_of(p, s->end, &n)) {
	case KIND_BLANK:
		if (*p == '\n')
			s->first = true;
		return p + n;
	case KIND_LETTER:
		if ((*p == 'u' || *p == 't' || *p == 'o' || *p == 'x' ||
			*p == 'n') && p + 1 < s->end && p[1] == '_') {
			size_t len = emoticon_at(s->begin, p, s->end);

			if (len > 0)
				return scan_emoticon(s, p, len);
		}
		return scan_word(s, p);
	case KIND_DIGIT:
		return scan_number(s, p);
	case KIND_EMOJI:
		return add_raw(s, TOKEN_EMOJI, p, p + n);
	case KIND_OTHER:
		break;
	}
	if (*p == '@' && p + 1 < s->end &&
		(is_word_at(p + 1, s->end) || p[1] == '_'))
		return add_raw(s, TOKEN_USER, p, skip_word(p + 1, s->end, '_'));
	if (*p == '#' && is_word_at(p + 1, s->end))
		return add_raw(s, TOKEN_TAG, p, skip_word(p + 1, s->end, '_'));
	if ((unsigned char)*p < 128 || starts(p, s->end, "¬")) {
		size_t len = emoticon_at(s->begin, p, s->end);

		if (len > 0)
			return scan_emoticon(s, p, len);
	}
	if (currency_at(p, s->end) > 0) {
		to = scan_money(s, p, p);
		if (to != NULL)
			return to;
	}
	return scan_other(s, p, n);
}

static void
scan_all(struct post *p)
{
	struct scan s = { .post = p, .begin = p->folded.p,
		.end = p->folded.p + p->folded.len, .first = true };
	const char *at = s.begin;

	p->nraw = 0;
	while (at < s.end)
		at = scan_one(&s, at);
}

/* Rewriting. */

/* Has the word a run of three or more of a letter? */
static bool
has_run(struct text w)
{
	size_t i;

	for (i = 2; i < w.len; i++)
		if ((w.p[i] == w.p[i - 1] && w.p[i] == w.p[i - 2] &&
			w.p[i] >= 'a' && w.p[i] <= 'z') ||
			(w.p[i] == ENYE[1] && i >= 5 &&
				memcmp(w.p + i - 5, ENYE ENYE ENYE, 6) == 0))
			return true;
	return false;
}

/* How often the n bytes at i stand there in a row. */
static size_t
repeats(struct text w, size_t i, size_t n)
{
	size_t k = 1;

	while (i + (k + 1) * n <= w.len &&
		memcmp(w.p + i, w.p + i + k * n, n) == 0)
		k++;
	return k;
}

/*
 * The word with its runs of three or more shortened: the k-th run to two
 * letters if bit k of twos is set, else to one; three keeps all at three.
 */
static void
shorten(struct buf *out, struct text w, unsigned twos, bool three)
{
	unsigned k = 0;
	size_t i = 0;

	buf_clear(out);
	while (i < w.len) {
		bool enye = w.len - i > 1 && memcmp(w.p + i, ENYE, 2) == 0;
		size_t len = enye ? 2 : 1, n = repeats(w, i, len), keep = n;

		if (n >= 3 && (enye || (w.p[i] >= 'a' && w.p[i] <= 'z'))) {
			keep = three ? 3
				: k < FORMS_RUNS && (twos >> k & 1) ? 2 : 1;
			k++;
		}
		buf_add(out, w.p + i, keep * len);
		i += n * len;
	}
}

/*
 * Undo elongation: the form with three letters if a term is written so, else
 * the first known form, two letters before one, else one letter everywhere.
 */
static void
undo_elongation(struct buf *out, const struct vocab *v, struct text w)
{
	unsigned twos;

	shorten(out, w, 0, true);
	if (vocab_find(v, buf_text(out)) != 0)
		return;
	for (twos = (1u << FORMS_RUNS) - 1; twos > 0; twos--) {
		shorten(out, w, twos, false);
		if (vocab_knows(v, buf_text(out)))
			return;
	}
	shorten(out, w, 0, false);
}

/* Can rewriting change anything in this post? Fills in the word numbers. */
static bool
look_up(struct post *p, const struct vocab *v)
{
	bool change = false;
	size_t i;

	for (i = 0; i < p->nraw; i++) {
		struct token *t = &p->raw[i];
		struct text w = { p->folded.p + t->src_start,
			t->src_end - t->src_start };

		t->word = vocab_find(v, w);
		if (t->kind == TOKEN_TAG ||
			(t->word != 0 && vocab_slang(v, t->word).len > 0) ||
			(t->word == 0 && t->kind == TOKEN_WORD && has_run(w)))
			change = true;
	}
	return change;
}

static struct token *
emit(struct post *p, const struct token *src, struct text w, uint8_t flags)
{
	struct token *t;

	p->tokens = xgrow(p->tokens, p->ntokens, &p->tokens_cap,
		sizeof(*p->tokens));
	t = &p->tokens[p->ntokens++];
	*t = *src;
	t->start = (uint32_t)p->rewritten.len;
	buf_addt(&p->rewritten, w);
	t->end = (uint32_t)p->rewritten.len;
	t->flags |= flags;
	return t;
}

/* Put a slang word's expansion: one token per word of it. */
static void
emit_slang(struct post *p, const struct vocab *v, const struct token *src,
	struct text to)
{
	struct token first = *src;
	const char *s = to.p, *end = to.p + to.len;

	while (s < end) {
		const char *e = skip_to_blank(s, end);
		struct text w = piece(s, e);

		emit(p, &first, w, TOKEN_CHANGED)->word = vocab_find(v, w);
		first.flags &= (uint8_t)~TOKEN_FIRST;
		s = e < end ? e + 1 : e;
		if (s < end)
			buf_addc(&p->rewritten, ' ');
	}
}

/* A word, its elongation undone and its slang replaced. */
static void
emit_word(struct post *p, const struct vocab *v, const struct token *src)
{
	struct text w = { p->folded.p + src->src_start,
		src->src_end - src->src_start };
	struct token t = *src;

	t.word = vocab_find(v, w);
	if (t.word == 0 && has_run(w)) {
		buf_clear(&p->scratch);
		undo_elongation(&p->scratch, v, w);
		w = buf_text(&p->scratch);
		t.word = vocab_find(v, w);
		t.flags |= TOKEN_CHANGED | TOKEN_ELONGATED;
	}
	if (t.word != 0 && vocab_slang(v, t.word).len > 0)
		emit_slang(p, v, &t, vocab_slang(v, t.word));
	else
		emit(p, &t, w, 0);
}

/* Does a new word begin at byte i of a tag written in camel case? */
static bool
is_hump(struct post *p, size_t i)
{
	uint32_t before = original_at(p, i - 1), here = original_at(p, i);
	bool digit_before = before >= '0' && before <= '9';
	bool digit = here >= '0' && here <= '9';

	if (digit != digit_before)
		return true;
	return unichar_is_upper(here) && unichar_is_lower(before);
}

/* The words of a #tag, cut at humps and underscores. */
static void
emit_tag_words(struct post *p, const struct vocab *v, const struct token *tag)
{
	size_t i = tag->src_start + 1, from = i, end = tag->src_end;

	for (; i <= end; i++) {
		const char *f = p->folded.p;
		struct token part = *tag;

		if (i < end && (f[i] & 0xC0) == 0x80) /* inside a character */
			continue;
		if (i < end && f[i] != '_' &&
			(i == from || f[i - 1] == '_' || !is_hump(p, i)))
			continue;
		if (i > from) {
			part.kind = TOKEN_WORD;
			part.src_start = (uint32_t)from;
			part.src_end = (uint32_t)i;
			part.flags = TOKEN_CHANGED;
			buf_addc(&p->rewritten, ' ');
			emit_word(p, v, &part);
		}
		from = i < end && f[i] == '_' ? i + 1 : i;
	}
}

static void
rewrite(struct post *p, const struct vocab *v)
{
	uint32_t done = 0; /* folded bytes dealt with */
	size_t i;

	buf_clear(&p->rewritten);
	p->ntokens = 0;
	for (i = 0; i < p->nraw; i++) {
		const struct token *t = &p->raw[i];
		struct text w = { p->folded.p + t->start, t->end - t->start };

		buf_add(&p->rewritten, p->folded.p + done, t->start - done);
		if (t->kind == TOKEN_WORD) {
			emit_word(p, v, t);
		} else {
			emit(p, t, w, 0);
			if (t->kind == TOKEN_TAG)
				emit_tag_words(p, v, t);
		}
		done = t->end;
	}
	buf_add(&p->rewritten, p->folded.p + done, p->folded.len - done);
	p->text = buf_text(&p->rewritten);
}

void
post_read(struct post *p, struct fold *fold, const struct vocab *vocab,
	struct text original)
{
	struct token *t;
	size_t cap;

	p->original = original;
	p->fold = fold;
	p->mapped = false;
	buf_clear(&p->folded);
	(void)fold_text(fold, &p->folded, original.p, original.len, NULL);
	scan_all(p);
	if (vocab != NULL && look_up(p, vocab)) {
		rewrite(p, vocab);
		return;
	}
	t = p->tokens; /* nothing to rewrite: the raw tokens are the tokens */
	cap = p->tokens_cap;
	p->tokens = p->raw;
	p->ntokens = p->nraw;
	p->tokens_cap = p->raw_cap;
	p->raw = t;
	p->raw_cap = cap;
	p->text = buf_text(&p->folded);
}

/* The token that byte i of the text is in, or the next one after it. */
static size_t
token_at(const struct post *p, uint32_t i)
{
	size_t low = 0, high = p->ntokens;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (p->tokens[mid].end <= i)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/*
 * The folded byte for byte i that stands before token k, behind the one before
 * it. A blank that rewriting has put there comes from nowhere: a piece that
 * begins with it begins with the token, one that ends with it ends before it.
 */
static uint32_t
folded_before(const struct post *p, size_t k, uint32_t i, bool at_end)
{
	const struct token *t = &p->tokens[k];
	uint32_t back = t->start - i, least = k > 0 ? t[-1].src_end : 0;

	if (least + back <= t->src_start)
		return t->src_start - back;
	return at_end || least < t->src_start ? least : t->src_start;
}

/* The folded byte for byte i of the text; at_end: i is an exclusive end. */
static uint32_t
folded_of(const struct post *p, uint32_t i, bool at_end)
{
	size_t k = token_at(p, at_end ? i - 1 : i);
	const struct token *t;

	if (k == p->ntokens) { /* behind the last token */
		return (uint32_t)(p->folded.len - (p->text.len - i));
	}
	t = &p->tokens[k];
	if ((t->flags & TOKEN_CHANGED) && (at_end ? i > t->start
						  : i >= t->start))
		return at_end ? t->src_end : t->src_start;
	/* unchanged text: the same distance from the token's start */
	if (i >= t->start && !(t->flags & TOKEN_CHANGED))
		return t->src_start + (i - t->start);
	return folded_before(p, k, i, at_end);
}

void
post_origin(struct post *p, uint32_t start, uint32_t end, uint32_t *from,
	uint32_t *to)
{
	uint32_t s = start, e = end;

	need_map(p);
	if (p->text.p != p->folded.p) {
		s = folded_of(p, start, false);
		e = folded_of(p, end, true);
		if (e <= s) { /* from inside a tag into the words behind it */
			const struct token *t = &p->tokens[token_at(p, start)];

			s = t->src_start;
			e = t->src_end;
		}
	}
	/* a code point that folds to several counts whole */
	while (e < p->folded.len && p->map[e] == p->map[e - 1])
		e++;
	*from = p->map[s];
	*to = p->map[e];
}

void
post_free(struct post *p)
{
	buf_free(&p->folded);
	buf_free(&p->rewritten);
	buf_free(&p->scratch);
	free(p->tokens);
	free(p->raw);
	free(p->map);
	*p = (struct post){ 0 };
}
