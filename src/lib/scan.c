/* scan.c - folded text cut into tokens, character by character. */
#include "config.h"

#include <string.h>

#include "scan.h"
#include "unichar.h"
#include "utf8.h"
#include "words.h"
#include "xalloc.h"

#define MAIL_NAME_MAX 64 /* bytes before the @ that are looked through */

#define EMOTICON_MAX 5 /* bytes of the longest below */

/* Emoticons as folding leaves them; longer ones before their beginnings. */
static const struct text emoticons[] = { TEXT(">:-("), TEXT(">:("), TEXT(">:["),
	TEXT(">:/"), TEXT(":'-("), TEXT(":'("), TEXT(":'["), TEXT(":'v"),
	TEXT(":'c"), TEXT(":')"), TEXT(":'d"), TEXT(":,("), TEXT(":,v"),
	TEXT(":-)"), TEXT(":-("), TEXT(":-["), TEXT(":-d"), TEXT(":-p"),
	TEXT(":-/"), TEXT(":-\\"), TEXT(":-|"), TEXT(":-*"), TEXT(":-o"),
	TEXT(":-s"), TEXT(":-@"), TEXT(";-)"), TEXT(":)"), TEXT(":("),
	TEXT(":d"), TEXT(":p"), TEXT(":/"), TEXT(":\\"), TEXT(":|"), TEXT(":*"),
	TEXT(":o"), TEXT(":3"), TEXT(":c"), TEXT(":s"), TEXT(":v"), TEXT(":$"),
	TEXT(":@"), TEXT(";)"), TEXT(";d"), TEXT(";p"), TEXT(";("), TEXT(":]"),
	TEXT(":["), TEXT("='("), TEXT("=)"), TEXT("=("), TEXT("=d"), TEXT("=p"),
	TEXT("=/"), TEXT("</3"), TEXT("<3"), TEXT("^^"), TEXT("^_^"),
	TEXT("^.^"), TEXT("*_*"), TEXT("*-*"), TEXT("-_-"), TEXT("-__-"),
	TEXT("-.-"), TEXT(">_<"), TEXT(">.<"), TEXT("._."), TEXT(";_;"),
	TEXT("(:"), TEXT("):"), TEXT("u_u"), TEXT("t_t"), TEXT("o_o"),
	TEXT("x_x"), TEXT("n_n"), TEXT("u.u"), TEXT("t.t"), TEXT("o.o"),
	TEXT("x.x"), TEXT("n.n"), TEXT("d':"), TEXT("d:"), TEXT("\\o/"),
	TEXT("¬¬"), TEXT("¬_¬") };

/* What a byte of folded text is, and what it can begin. */
enum {
	L = 1,  /* a letter */
	D = 2,  /* a digit */
	B = 4,  /* a blank or a line break */
	W = 8,  /* part of a character above ASCII */
	E = 16, /* an emoticon can begin with it (those of letters apart) */
	S = 32, /* and have it second */
	M = 64, /* it can stand inside a mail address, or end a host's name */
};

/* clang-format off */
static const unsigned char traits[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, B, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, B, 0, 0, 0, S, 0, 0, S, E | S, E | S, E | S, M, S,
	E | S | M, E | S | M, S, D, D, D, D | S, D, D, D, D, D, D, E | S, E,
	E, E, E, 0, M | S, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, S, E | S, S, E | S, S | M, 0, L, L, L | S,
	L | S, L, L, L, L, L, L, L, L, L, L, L | S, L | S, L, L, L | S, L, L,
	L | S, L, L, L, L, 0, S, 0, 0, 0, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W
};
/* clang-format on */

static inline unsigned
traits_of(char c)
{
	return traits[(unsigned char)c];
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
	unsigned is = traits_of(*s);

	*n = 1;
	if (is & L)
		return KIND_LETTER;
	if (is & D)
		return KIND_DIGIT;
	if (is & B)
		return KIND_BLANK;
	return is & W ? kind_of_wide(s, end, n) : KIND_OTHER;
}

static bool
is_word_at(const char *s, const char *end)
{
	size_t n;

	return s < end && kind_of(s, end, &n) <= KIND_DIGIT;
}

/* Can a @name go on at s? */
static bool
is_name_at(const char *s, const char *end)
{
	return s < end && (*s == '_' || is_word_at(s, end));
}

static inline bool
is_digit_at(const char *s, const char *end)
{
	return s < end && (traits_of(*s) & D);
}

/* Past the letters, digits and marks at s; extra is one more that counts. */
static const char *
skip_word(const char *s, const char *end, char extra)
{
	size_t n;

	while (s < end) {
		if ((traits_of(*s) & (L | D)) || *s == extra)
			s++;
		else if ((traits_of(*s) & W) &&
			kind_of_wide(s, end, &n) <= KIND_DIGIT)
			s += n;
		else
			break;
	}
	return s;
}

static const char *
skip_to_blank(const char *s, const char *end)
{
	while (s < end && !(traits_of(*s) & B))
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

struct scan {
	const struct scan_text *text;
	struct scanned *out;
	const char *begin, *end; /* of the folded text */
	bool first;              /* the next token begins a sentence */
};

static inline const char *
add_token(
	struct scan *s, enum token_kind kind, const char *from, const char *to)
{
	struct scanned *out = s->out;
	struct token *t;

	out->v = xgrow(out->v, out->n, &out->cap, sizeof(*out->v));
	t = &out->v[out->n++];
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
	size_t i;

	if (end - p < 2)
		return 0;
	for (i = 0; i < sizeof(emoticons) / sizeof(emoticons[0]); i++) {
		const char *e = emoticons[i].p;
		size_t len = emoticons[i].len, k;

		if (*p != *e || p[1] != e[1] || (size_t)(end - p) < len ||
			memcmp(p, e, len) != 0)
			continue;
		/* not precio:$500, not ftp://x, not :@somebody */
		if (p + len < end &&
			((e[len - 1] == '$' && is_digit_at(p + len, end)) ||
				(e[len - 1] == '/' && p[len] == '/') ||
				(e[len - 1] == '@' &&
					is_name_at(p + len, end))))
			continue;
		/* one that begins or ends like a word or a bracket around one
		 * must stand free: not 10:30, not (so): */
		if (*e != '(' && *e != ')' && !is_word_at(e, e + len) &&
			!is_word_at(e + len - 1, e + len))
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
	size_t i;

	if (t.len < 2 || t.len > EMOTICON_MAX)
		return false;
	if (!(traits_of(t.p[0]) & (E | L | W)) ||
		!(traits_of(t.p[1]) & (S | W)))
		return false;
	for (i = 0; i < sizeof(emoticons) / sizeof(emoticons[0]); i++)
		if (text_eq(t, emoticons[i]))
			return true;
	return false;
}

static const char *
scan_emoticon(struct scan *s, const char *p, size_t len)
{
	const char *to = p + len;
	struct token *t;

	while (to < s->end && *to == p[len - 1])
		to++;
	(void)add_token(s, TOKEN_EMOTICON, p, to);
	t = &s->out->v[s->out->n - 1];
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
		return add_token(s, TOKEN_WORD, p, skip_word(to, s->end, 0));
	after = to < s->end && *to == ' ' ? to + 1 : to;
	n = after < s->end ? currency_at(after, s->end) : 0;
	if (n > 0 && !is_digit_at(after + n, s->end))
		return add_token(s, TOKEN_MONEY, p, after + n);
	return add_token(s, is_time(p, to) ? TOKEN_TIME : TOKEN_NUMBER, p, to);
}

/* A sign and the number behind it: "$500", "us$ 20"; NULL if it is none. */
static const char *
scan_money(struct scan *s, const char *from, const char *sign)
{
	const char *p = sign + currency_at(sign, s->end);

	if (p == sign && starts(p, s->end, "/")) /* s/50, s/.50 */
		p += starts(p, s->end, "/.") ? 2 : 1;
	if (p == sign)
		return NULL;
	if (p < s->end && *p == ' ')
		p++;
	if (!is_digit_at(p, s->end))
		return NULL;
	return add_token(s, TOKEN_MONEY, from, skip_number(p, s->end));
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

	while (p < limit &&
		(kind_of(p, end, &n) <= KIND_DIGIT ||
			((traits_of(*p) & M) && *p != '@' &&
				is_word_at(p + 1, end))))
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
	return words_is_domain(piece(p + 1, to));
}

/* A link or mail address whose first word is from .. to; NULL if it is none. */
static const char *
scan_link(struct scan *s, const char *from, const char *to)
{
	const char *at;

	if (starts(from, s->end, "http://") ||
		starts(from, s->end, "https://") ||
		starts(from, s->end, "www."))
		return add_token(s, TOKEN_URL, from, link_end(from, s->end));
	at = mail_at(to, s->end);
	if (at == NULL && !is_domain_at(to, s->end))
		return NULL;
	return add_token(
		s, TOKEN_URL, from, link_end(at != NULL ? at : to, s->end));
}

static const char *
scan_word(struct scan *s, const char *p)
{
	const char *to = skip_word(p, s->end, 0), *past = NULL;
	struct text word = piece(p, to);

	if (to < s->end && ((traits_of(*to) & M) || *to == ':'))
		past = scan_link(s, p, to);
	else if (text_is(word, "s") || text_is(word, "us"))
		past = scan_money(s, p, to);
	return past != NULL ? past : add_token(s, TOKEN_WORD, p, to);
}

/* Does the stop at p end the sentence? "no" is short for number, and not the
 * negation, only before one. */
static bool
stop_ends(const struct scan *s, const char *p)
{
	const struct token *t;
	struct text word;

	if (s->out->n == 0)
		return true;
	t = &s->out->v[s->out->n - 1];
	if (s->begin + t->end != p || t->kind != TOKEN_WORD)
		return true;
	word = piece(s->begin + t->start, p);
	if (text_is(word, "no"))
		return !is_digit_at(p + 1 + starts(p + 1, s->end, " "), s->end);
	return word.len > 1 && !words_is_abbreviation(word);
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
		scan_origin(s->text, (size_t)(after - s->begin)));
}

/* Punctuation: past it; sets s->first where a sentence ends. */
static const char *
scan_stop(struct scan *s, const char *p, size_t n)
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

/* What is no word, number, blank or pictograph: n bytes at p. */
static const char *
scan_other(struct scan *s, const char *p, size_t n)
{
	const char *to;
	size_t len;

	if (*p == '@' && is_name_at(p + 1, s->end))
		return add_token(
			s, TOKEN_USER, p, skip_word(p + 1, s->end, '_'));
	if (*p == '#' && is_word_at(p + 1, s->end))
		return add_token(
			s, TOKEN_TAG, p, skip_word(p + 1, s->end, '_'));
	if (p + 1 < s->end &&
		(starts(p, s->end, "¬") ||
			((traits_of(*p) & E) && (traits_of(p[1]) & S)))) {
		len = emoticon_at(s->begin, p, s->end);
		if (len > 0)
			return scan_emoticon(s, p, len);
	}
	if (currency_at(p, s->end) > 0) {
		to = scan_money(s, p, p);
		if (to != NULL)
			return to;
	}
	return scan_stop(s, p, n);
}

/* Is a stop at p, and a word behind it? */
static bool
is_stop_inside(const struct scan *s, const char *p)
{
	return p < s->end && *p == '.' && is_word_at(p + 1, s->end);
}

/* Can it be u_u, u.u or D:, emoticons that begin with a letter? The last of
 * them only if no word follows. */
static bool
is_like_u_u(const struct scan *s, const char *p)
{
	if (s->end - p < 2)
		return false;
	if (*p == 'd' && (p[1] == ':' || p[1] == '\'')) {
		for (p++; p < s->end && strchr("': ", *p) != NULL; p++)
			;
		return !is_word_at(p, s->end);
	}
	return s->end - p >= 3 && (p[1] == '_' || p[1] == '.') &&
		p[0] == p[2] && !(p[1] == '.' && is_stop_inside(s, p + 3)) &&
		(*p == 'u' || *p == 't' || *p == 'o' || *p == 'x' || *p == 'n');
}

/* The regional indicators of flags, which come in pairs. */
static bool
is_flag_letter(const char *s, const char *end)
{
	return end - s >= 4 && memcmp(s, "\xF0\x9F\x87", 3) == 0 &&
		(unsigned char)s[3] >= 0xA6;
}

/* The emoji of n bytes at p as one token, and so a flag and a run of one emoji,
 * which counts as drawn out. */
static const char *
scan_emoji(struct scan *s, const char *p, size_t n)
{
	const char *to;
	struct token *t;

	if (is_flag_letter(p, s->end) && is_flag_letter(p + n, s->end))
		n *= 2;
	for (to = p + n; (size_t)(s->end - to) >= n && memcmp(p, to, n) == 0;)
		to += n;
	(void)add_token(s, TOKEN_EMOJI, p, to);
	t = &s->out->v[s->out->n - 1];
	t->src_end = (uint32_t)(p + n - s->begin);
	if (to > p + n)
		t->flags |= TOKEN_ELONGATED;
	return to;
}

static const char *
scan_one(struct scan *s, const char *p)
{
	size_t n, len;

	switch (kind_of(p, s->end, &n)) {
	case KIND_BLANK:
		s->first |= *p == '\n';
		return p + n;
	case KIND_LETTER:
		len = is_like_u_u(s, p) ? emoticon_at(s->begin, p, s->end) : 0;
		return len > 0 ? scan_emoticon(s, p, len) : scan_word(s, p);
	case KIND_DIGIT:
		return scan_number(s, p);
	case KIND_EMOJI:
		return scan_emoji(s, p, n);
	case KIND_OTHER:
		break;
	}
	return scan_other(s, p, n);
}

/* Can it be the us of "us 20", the s of "s/50"? Told by its end. */
static inline bool
is_money_word(const char *from, const char *to)
{
	return to - from <= 2 && to[-1] == 's';
}

uint32_t
scan_origin(const struct scan_text *t, size_t folded)
{
	uint32_t cp, at;

	while (utf8_is_inner(t->folded.p[folded]))
		folded--;
	at = fold_origin(t->way, (uint32_t)folded);
	(void)utf8_decode(t->original.p + at, t->original.p + t->original.len,
		&cp);
	return cp;
}

void
scan_text(struct scanned *out, const struct scan_text *t)
{
	struct scan s = { .text = t,
		.out = out,
		.begin = t->folded.p,
		.end = t->folded.p + t->folded.len,
		.first = true };
	const char *at = s.begin, *from;

	out->n = 0;
	while (at < s.end) {
		for (from = at; at < s.end && (traits_of(*at) & L); at++)
			;
		if (at == from) {
			at = scan_one(&s, at);
		} else if ((at == s.end || *at == ' ') &&
			!is_money_word(from, at)) { /* most words */
			(void)add_token(&s, TOKEN_WORD, from, at);
			at += at < s.end;
		} else {
			at = scan_one(&s, from);
		}
	}
}
