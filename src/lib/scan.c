/* scan.c - folded text cut into tokens, character by character. */
#include "config.h"

#include <string.h>

#include "emoticon.h"
#include "glyph.h"
#include "scan.h"
#include "unichar.h"
#include "utf8.h"
#include "words.h"
#include "xalloc.h"

#define MAIL_NAME_MAX 64 /* bytes before the @ that are looked through */

static const char *
skip_to_blank(const char *s, const char *end)
{
	while (s < end && !(glyph_traits(*s) & TRAIT_BLANK))
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

	while (p < end && glyph_is_digit(p, end)) {
		p++;
		head++;
	}
	return head >= 1 && head <= 2 && end - p >= 3 && p[0] == ':' &&
		glyph_is_digit(p + 1, end) && glyph_is_digit(p + 2, end) &&
		(end - p == 3 || (end - p == 6 && p[3] == ':'));
}

/* The length of a currency sign at p, 0 if there is none. */
static size_t
currency_at(const char *p, const char *end)
{
	static const char *const signs[] = { "$", "€", "£" };
	size_t i;

	if (p == end || (*p != '$' && (unsigned char)*p < 0x80))
		return 0; /* most */
	for (i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (starts(p, end, signs[i]))
			return strlen(signs[i]);
	return 0;
}

static const char *
skip_number(const char *p, const char *end)
{
	while (glyph_is_digit(p, end) ||
		(p < end && (*p == '.' || *p == ',' || *p == ':') &&
			glyph_is_digit(p + 1, end)))
		p++;
	return p;
}

static const char *
scan_number(struct scan *s, const char *p)
{
	const char *to = skip_number(p, s->end), *after;
	size_t n;

	if (glyph_is_word(to, s->end)) /* 4g, 3h, a320: a word */
		return add_token(
			s, TOKEN_WORD, p, glyph_skip_word(to, s->end, 0));
	after = to < s->end && *to == ' ' ? to + 1 : to;
	n = after < s->end ? currency_at(after, s->end) : 0;
	if (n > 0 && !glyph_is_digit(after + n, s->end))
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
	if (!glyph_is_digit(p, s->end))
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
		(glyph_at(p, end, &n) <= GLYPH_DIGIT ||
			((glyph_traits(*p) & TRAIT_MAIL) && *p != '@' &&
				glyph_is_word(p + 1, end))))
		p += n;
	return p < limit && *p == '@' && glyph_is_word(p + 1, end) ? p : NULL;
}

/* Is ".com" or its like at p, and no further word behind it? */
static bool
is_domain_at(const char *p, const char *end)
{
	const char *to;

	if (p >= end || *p != '.')
		return false;
	to = glyph_skip_word(p + 1, end, 0);
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
	const char *to = glyph_skip_word(p, s->end, 0), *past = NULL;
	struct text word = piece(p, to);

	if (to < s->end && ((glyph_traits(*to) & TRAIT_MAIL) || *to == ':'))
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
		return !glyph_is_digit(
			p + 1 + starts(p + 1, s->end, " "), s->end);
	return word.len > 1 && !words_is_abbreviation(word);
}

/* Does an ellipsis end it? Not before a lower-case word. */
static bool
ellipsis_ends(struct scan *s, const char *after)
{
	size_t n;

	while (after < s->end && *after == ' ')
		after++;
	if (after == s->end || glyph_at(after, s->end, &n) != GLYPH_LETTER)
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

	if (*p == '@' && glyph_is_name(p + 1, s->end))
		return add_token(
			s, TOKEN_USER, p, glyph_skip_word(p + 1, s->end, '_'));
	if (*p == '#' && glyph_is_word(p + 1, s->end)) {
		s->out->tags = true;
		return add_token(
			s, TOKEN_TAG, p, glyph_skip_word(p + 1, s->end, '_'));
	}
	if (p + 1 < s->end &&
		(starts(p, s->end, "¬") ||
			((glyph_traits(*p) & TRAIT_SMILE) &&
				(glyph_traits(p[1]) & TRAIT_SMILE_2)))) {
		len = emoticon_at(s->begin, p, s->end);
		if (len > 0)
			return scan_emoticon(s, p, len);
	}
	if ((*p == '$' || n > 1) && currency_at(p, s->end) > 0) {
		to = scan_money(s, p, p);
		if (to != NULL)
			return to;
	}
	return scan_stop(s, p, n);
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

	switch (glyph_at(p, s->end, &n)) {
	case GLYPH_BLANK:
		s->first |= *p == '\n';
		return p + n;
	case GLYPH_LETTER:
		len = emoticon_may_be(p, s->end)
			? emoticon_at(s->begin, p, s->end)
			: 0;
		return len > 0 ? scan_emoticon(s, p, len) : scan_word(s, p);
	case GLYPH_DIGIT:
		return scan_number(s, p);
	case GLYPH_EMOJI:
		return scan_emoji(s, p, n);
	case GLYPH_OTHER:
		break;
	}
	return scan_other(s, p, n);
}

/*
 * Are the letters from .. to a word, whatever stands behind them? Most are.
 * Not the us of "us 20", the s of "s/50", d' and, before a stop or a colon,
 * what may be www. or http: or the first of a name.
 */
static inline bool
is_plain_word(const char *from, const char *to)
{
	unsigned next = glyph_traits(*to);

	if (next & TRAIT_AFTER_WORD) /* most */
		return true;
	if (next & TRAIT_AFTER_LONG)
		return to - from > 2;
	if ((*to != '.' && *to != ':') || to - from == 1 || *from == 'w')
		return false;
	next = glyph_traits(to[1]);
	return (next & TRAIT_BLANK) || to[1] == '\0' ||
		(*to == '.' && ((next & TRAIT_AFTER_WORD) || to[1] == '.'));
}

/* Does nothing go on at p? Behind a blank nothing does: what has one inside is
 * all figures. */
static inline bool
is_behind_blank(const char *begin, const char *p)
{
	return p == begin || (glyph_traits(p[-1]) & TRAIT_BLANK);
}

bool
scan_is_word(const char *begin, const char *from, const char *to)
{
	const char *p = from;

	if (!is_behind_blank(begin, p)) { /* one sign before it: "mal, ¡mal */
		if (glyph_traits(p[-1]) & TRAIT_QUIET)
			p--;
		else if (p - begin >= 2 &&
			(memcmp(p - 2, "¡", 2) == 0 ||
				memcmp(p - 2, "¿", 2) == 0))
			p -= 2;
	}
	return is_behind_blank(begin, p) && is_plain_word(from, to);
}

uint32_t
scan_origin(const struct scan_text *t, size_t folded)
{
	uint32_t cp, at;

	while (utf8_is_inner(t->folded.p[folded]))
		folded--;
	at = way_origin(t->way, (uint32_t)folded);
	(void)utf8_decode(
		t->original.p + at, t->original.p + t->original.len, &cp);
	return cp;
}

/* What stands before a word: past it, which may be inside of that word or
 * behind it. */
static const char *
scan_between(struct scan *s, const char *p, const char *word)
{
	while (p < word) {
		if (glyph_traits(*p) & TRAIT_QUIET) {
			p++;
		} else if (*p == '!' || *p == '?') { /* see scan_stop */
			s->first = true;
			p++;
		} else {
			p = scan_one(s, p);
		}
	}
	return p;
}

/* Is all that stands between two words a blank (mostly), a comma and one, or
 * the like? */
static inline bool
is_parted(const char *text, uint32_t to, uint32_t next)
{
	const unsigned parts = TRAIT_AFTER_WORD | TRAIT_QUIET;

	if (next - to == 1 && text[to] == ' ')
		return true;
	return next - to <= 2 && (glyph_traits(text[to]) & parts) == parts &&
		(glyph_traits(text[to + 1]) & (TRAIT_QUIET | TRAIT_LETTER));
}

/* Put the word w, which does not go on before it, and the next ones as long as
 * each is parted from the one before: most of a post. Returns how many; what
 * stands behind the last of them was not looked at. */
static size_t
add_words(struct scan *s, const struct shape_word *w,
	const struct shape_word *last)
{
	struct scanned *out = s->out;
	const struct shape_word *first = w;
	struct token *t;

	out->v = xgrow_by(
		out->v, out->n, (size_t)(last - w), &out->cap, sizeof(*out->v));
	t = out->v + out->n;
	do {
		const struct shape_word word = *w;

		memcpy(&t->start, &word, sizeof(word));
		memcpy(&t->src_start, &word, sizeof(word));
		t->word = 0;
		t->kind = TOKEN_WORD;
		t->flags = 0;
		t++;
		w++;
	} while (w < last && is_parted(s->begin, w[-1].end, w->start));
	out->v[out->n].flags = s->first ? TOKEN_FIRST : 0;
	out->n += (size_t)(w - first);
	return (size_t)(w - first);
}

/* The words from *w on, the last of which goes on or may be anything: past it.
 */
static const char *
scan_words(struct scan *s, const struct shape_word **w,
	const struct shape_word *last)
{
	size_t n = add_words(s, *w, last);
	const char *from, *to;

	*w += n;
	from = s->begin + (*w)[-1].start;
	to = s->begin + (*w)[-1].end;
	if (is_plain_word(from, to)) {
		s->first = false;
		return to;
	}
	s->first &= n == 1;
	s->out->n--;
	return scan_one(s, from);
}

void
scan_text(struct scanned *out, const struct scan_text *t)
{
	struct scan s = { .text = t,
		.out = out,
		.begin = t->folded.p,
		.end = t->folded.p + t->folded.len,
		.first = true };
	const struct shape_word *w = t->shape->words;
	const struct shape_word *last = w + t->shape->nwords;
	const char *at = s.begin, *from;

	out->n = 0;
	out->tags = false;
	while (w < last) {
		from = s.begin + w->start;
		if (at < from)
			at = scan_between(&s, at, from);
		if (at > from) /* it is part of something else */
			w++;
		else
			at = scan_words(&s, &w, last);
	}
	(void)scan_between(&s, at, s.end);
}
