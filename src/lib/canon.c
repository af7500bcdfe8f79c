/* canon.c - the canonical columns and their cells. */
#include "config.h"

#include <stdint.h>

#include "canon.h"
#include "latin.h"
#include "unichar.h"
#include "utf8.h"

#define WORD_MAX 24

static const char *const names[CANON_PARTS] = { "id", "date", "source", "brand",
	"author", "followers", "text", "rating", "likes", "shares", "replies",
	"reply_to", "thread", "reply_text", "reply_date", "direction", "lang",
	"place", "url", "title", "lead", "time" };

/* What a word of an export means here. */
struct meaning {
	const char *word, *value;
};

static const struct meaning directions[] = { { "in", "in" },
	{ "inbound", "in" }, { "incoming", "in" }, { "received", "in" },
	{ "true", "in" }, { "1", "in" }, { "entrante", "in" },
	{ "recibido", "in" }, { "out", "out" }, { "outbound", "out" },
	{ "outgoing", "out" }, { "sent", "out" }, { "false", "out" },
	{ "0", "out" }, { "saliente", "out" }, { "enviado", "out" } };

static const struct meaning sources[] = { { "x", "x" }, { "twitter", "x" },
	{ "x (twitter)", "x" }, { "twitter/x", "x" }, { "x.com", "x" },
	{ "twitter.com", "x" }, { "facebook", "facebook" },
	{ "facebook public", "facebook" }, { "facebook.com", "facebook" },
	{ "instagram", "instagram" }, { "instagram public", "instagram" },
	{ "instagram.com", "instagram" }, { "google", "google" },
	{ "google maps", "google" }, { "google reviews", "google" },
	{ "google my business", "google" }, { "play", "play" },
	{ "google play", "play" }, { "play store", "play" },
	{ "appstore", "appstore" }, { "app store", "appstore" },
	{ "trustpilot", "trustpilot" }, { "reddit", "reddit" },
	{ "reddit.com", "reddit" }, { "mastodon", "mastodon" },
	{ "bluesky", "bluesky" }, { "youtube", "youtube" },
	{ "youtube.com", "youtube" }, { "tiktok", "tiktok" },
	{ "linkedin", "linkedin" }, { "web", "web" } };

static const struct meaning ratings[] = { { "one", "1" }, { "two", "2" },
	{ "three", "3" }, { "four", "4" }, { "five", "5" } };

/* What may stand behind a rating: "4/5", "4 de 5 estrellas", "4 ★". */
static const char *const after_rating[] = { "", "/5", "/ 5", "de 5", "of 5",
	"out of 5", "estrella", "estrellas", "star", "stars", "de 5 estrellas",
	"out of 5 stars", "/5 estrellas", "★", "⭐" };

/* Words that multiply a count. */
static const struct {
	const char *word;
	int64_t factor;
} multiples[] = { { "", 1 }, { "k", 1000 }, { "mil", 1000 }, { "m", 1000000 },
	{ "mm", 1000000 }, { "mill", 1000000 }, { "mill.", 1000000 },
	{ "millones", 1000000 } };

const char *
canon_name(enum canon c)
{
	return names[c];
}

enum canon
canon_by_name(struct text name)
{
	size_t i;

	for (i = 0; i < CANON_PARTS; i++)
		if (text_is(name, names[i]))
			break;
	return (enum canon)i;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes of the line break at p, or 0. */
static inline size_t
break_at(const char *p, const char *end)
{
	const unsigned char *s = (const unsigned char *)p;

	if (s[0] > 0x0D && s[0] < 0xC2) /* nearly all */
		return 0;
	if (s[0] >= 0x0A && s[0] <= 0x0D)
		return 1;
	if (s[0] == 0xC2 && end - p >= 2 && s[1] == 0x85)
		return 2;
	if (s[0] == 0xE2 && end - p >= 3 && s[1] == 0x80 &&
		(s[2] == 0xA8 || s[2] == 0xA9))
		return 3;
	return 0;
}

/* Bytes of the blank at p, or 0. */
static size_t
blank_at(const char *p, const char *end)
{
	uint32_t cp;
	size_t n;

	if (*p == ' ' || *p == '\t')
		return 1;
	if ((unsigned char)*p < 0x80)
		return 0;
	n = utf8_decode(p, end, &cp);
	return cp != 0x85 && unichar_class(cp) == UNICHAR_BLANK && cp >= 0xA0
		? n
		: 0;
}

/* Cut the blanks at the end of out, but not those before byte from. */
static void
cut_blanks(struct buf *out, size_t from)
{
	while (out->len > from) {
		size_t n = 1;

		while (n < out->len - from && n < UTF8_MAX &&
			(out->p[out->len - n] & 0xC0) == 0x80)
			n++;
		if (blank_at(out->p + out->len - n, out->p + out->len) != n)
			break;
		out->len -= n;
	}
}

static bool
ends_in_stop(const struct buf *out)
{
	static const char ellipsis[] = "…";
	size_t n = sizeof(ellipsis) - 1;

	return strchr(".!?,:;", out->p[out->len - 1]) != NULL ||
		(out->len >= n &&
			memcmp(out->p + out->len - n, ellipsis, n) == 0);
}

void
canon_one_line(struct buf *out, struct text t, bool sentence)
{
	const char *p = t.p, *end = t.p + t.len;
	size_t start = out->len, n;

	while (p < end) {
		const char *plain = p;

		while ((p += latin_prefix(p, (size_t)(end - p))) < end &&
			(n = break_at(p, end)) == 0)
			p++;
		buf_add(out, plain, (size_t)(p - plain));
		if (p == end)
			break;
		cut_blanks(out, start);
		while (p < end &&
			((n = break_at(p, end)) > 0 ||
				(n = blank_at(p, end)) > 0))
			p += n;
		if (sentence && out->len > start && p < end &&
			!ends_in_stop(out))
			buf_addc(out, '.');
		buf_addc(out, ' ');
	}
}

/* Cut blanks, NBSP too, off both ends. */
static struct text
trim(struct text t)
{
	const char *end = t.p + t.len;
	size_t n;

	while (t.p < end && (n = blank_at(t.p, end)) > 0)
		t.p += n;
	while (end > t.p &&
		(end[-1] == ' ' || end[-1] == '\t' ||
			(end - t.p >= 2 &&
				memcmp(end - 2, "\xC2\xA0", 2) == 0)))
		end -= end[-1] == '\xA0' ? 2 : 1;
	return (struct text){ t.p, (size_t)(end - t.p) };
}

/* Copy as a lower-case C string; longer than a word of ours is "". */
static void
lower_word(char word[WORD_MAX], struct text t)
{
	size_t i;

	if (t.len >= WORD_MAX)
		t.len = 0;
	for (i = 0; i < t.len; i++)
		word[i] = t.p[i] >= 'A' && t.p[i] <= 'Z' ? (char)(t.p[i] + 32)
							 : t.p[i];
	word[t.len] = '\0';
}

static bool
is_nothing(struct text t)
{
	static const char *const nothing[] = { "-", "none", "null", "nan",
		"n/a" };
	char word[WORD_MAX];
	size_t i;

	if (t.len == 0 || is_digit(*t.p))
		return t.len == 0;
	lower_word(word, t);
	for (i = 0; i < sizeof(nothing) / sizeof(nothing[0]); i++)
		if (strcmp(word, nothing[i]) == 0)
			return true;
	return false;
}

static const char *
find_meaning(const struct meaning *list, size_t n, struct text t)
{
	char word[WORD_MAX];
	size_t i;

	if (t.len == 0)
		return NULL;
	lower_word(word, trim(t));
	for (i = 0; i < n; i++)
		if (*word == *list[i].word && strcmp(word, list[i].word) == 0)
			return list[i].value;
	return NULL;
}

#define FIND_MEANING(list, t)                                                  \
	find_meaning(list, sizeof(list) / sizeof((list)[0]), t)

/* "★★★★☆": how many stars are full; 0 if anything else is there. */
static int
count_stars(struct text t)
{
	const char *p = t.p, *end = t.p + t.len;
	uint32_t cp;
	int full = 0;

	while (p < end) {
		p += utf8_decode(p, end, &cp);
		if (cp == 0x2605 || cp == 0x2B50)
			full++;
		else if (cp != 0x2606 && cp != 0xFE0F)
			return 0;
	}
	return full;
}

bool
canon_rating(struct buf *out, struct text t)
{
	const char *word, *p, *end;
	char after[WORD_MAX];
	int whole, tenth = 0;
	size_t i;

	t = trim(t);
	if (is_nothing(t))
		return true;
	word = FIND_MEANING(ratings, t);
	if (word != NULL) {
		buf_adds(out, word);
		return true;
	}
	p = t.p;
	end = t.p + t.len;
	if (is_digit(*p)) {
		whole = *p++ - '0';
	} else {
		whole = count_stars(t);
		p = end;
	}
	if (end - p >= 2 && (*p == '.' || *p == ',') && is_digit(p[1])) {
		tenth = p[1] - '0';
		for (p += 2; p < end && is_digit(*p);)
			p++;
	}
	if (whole < 1 || whole * 10 + tenth > 50)
		return false;
	lower_word(after, trim((struct text){ p, (size_t)(end - p) }));
	if (end - p >= WORD_MAX)
		return false;
	for (i = 0; i < sizeof(after_rating) / sizeof(after_rating[0]); i++) {
		if (strcmp(after, after_rating[i]) != 0)
			continue;
		buf_addc(out, (char)('0' + whole));
		if (tenth != 0) {
			buf_addc(out, '.');
			buf_addc(out, (char)('0' + tenth));
		}
		return true;
	}
	return false;
}

/* The number at *p: its digits and those behind a decimal sign. */
struct digits {
	int64_t value; /* all digits as one number */
	int64_t scale; /* 1, or 10 or 100 where some are decimals */
};

/*
 * "1.234.567" groups by three, "12,3" and "1234.0" are decimals. One group
 * of three behind a sign is thousands: no count has three decimals.
 */
static bool
read_digits(const char **pp, const char *end, struct digits *d)
{
	const char *p = *pp;
	char group = '\0', sign; /* between groups; here */
	int run = 0, total = 0;
	size_t n;

	*d = (struct digits){ 0, 1 };
	for (;;) {
		for (run = 0; p < end && is_digit(*p); p++, run++) {
			d->value = d->value * 10 + (*p - '0');
			if (++total > 15)
				return false;
		}
		if (p == end || run == 0)
			break;
		n = *p == '.' || *p == ',' ? 1 : blank_at(p, end);
		if (n == 0 || p + n >= end || !is_digit(p[n]))
			break;
		if (d->scale != 1)
			return false; /* decimals are the last */
		sign = *p == '.' || *p == ',' ? *p : ' ';
		if (run <= 3 && end - p >= (ptrdiff_t)n + 3 &&
			is_digit(p[n + 1]) && is_digit(p[n + 2])) {
			p += n;
			if (end - p > 3 && is_digit(p[3]))
				return false;
			if (group != '\0' && group != sign)
				return false; /* 1.234,567: either */
			group = sign;
			continue; /* a group of three */
		}
		if (*p != '.' && *p != ',')
			return false;
		d->scale = end - p >= 3 && is_digit(p[2]) ? 100 : 10;
		p++;
	}
	*pp = p;
	if (d->scale != 1 && run != (d->scale == 10 ? 1 : 2))
		return false;
	return total > 0;
}

static void
add_number(struct buf *out, int64_t v)
{
	char digits[24];
	size_t n = sizeof(digits);

	do {
		digits[--n] = (char)('0' + v % 10);
		v /= 10;
	} while (v > 0);
	buf_add(out, digits + n, sizeof(digits) - n);
}

/* Digits alone, as nearly all counts are, and written as we write them? */
static bool
is_ready(struct text t)
{
	size_t i;

	if (t.len == 0 || t.len > 15 || (*t.p == '0' && t.len > 1))
		return false;
	for (i = 0; i < t.len && is_digit(t.p[i]);)
		i++;
	return i == t.len;
}

/* Those that are not 0; scale is 1, 10 or 100. */
static void
add_decimals(struct buf *out, int64_t rest, int64_t scale)
{
	if (rest == 0)
		return;
	buf_addc(out, '.');
	if (scale == 100)
		buf_addc(out, (char)('0' + rest / 10));
	if (scale == 10 || rest % 10 != 0)
		buf_addc(out, (char)('0' + rest % 10));
}

bool
canon_count(struct buf *out, struct text t)
{
	const char *p, *end;
	struct digits d;
	char word[WORD_MAX];
	bool negative;
	size_t i;

	if (is_ready(t)) {
		buf_addt(out, t);
		return true;
	}
	t = trim(t);
	if (is_nothing(t))
		return true;
	p = t.p;
	end = t.p + t.len;
	negative = *p == '-'; /* the score of a comment */
	if (*p == '-' || *p == '+')
		p++;
	if (!read_digits(&p, end, &d) || end - p >= WORD_MAX)
		return false;
	lower_word(word, trim((struct text){ p, (size_t)(end - p) }));
	for (i = 0; i < sizeof(multiples) / sizeof(multiples[0]); i++) {
		if (strcmp(word, multiples[i].word) != 0)
			continue;
		d.value *= multiples[i].factor;
		if (negative && d.value != 0)
			buf_addc(out, '-');
		add_number(out, d.value / d.scale);
		add_decimals(out, d.value % d.scale, d.scale);
		return true;
	}
	return false;
}

const char *
canon_direction(struct text t)
{
	return FIND_MEANING(directions, t);
}

const char *
canon_source(struct text t)
{
	static const char prefix[] = "SOCIALMEDIA_"; /* Talkwalker */
	size_t n = sizeof(prefix) - 1;

	if (t.len > n && memcmp(t.p, prefix, n) == 0)
		t = (struct text){ t.p + n, t.len - n };
	return FIND_MEANING(sources, t);
}
