/* emoticon.c - a table of emoticons. */
#include "config.h"

#include <string.h>

#include "emoticon.h"
#include "glyph.h"

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

/* By first byte, which ones emoticons have second: a bit for each 64th, so few
 * bytes that hardly anything else passes. */
static uint64_t seconds[128];

static inline bool
may_begin(const char *p)
{
	return seconds[(unsigned char)p[0] % 128] >> (unsigned char)p[1] % 64 &
		1;
}

__attribute__((constructor)) static void
fill_seconds(void)
{
	size_t i;

	for (i = 0; i < TEXT_COUNT(emoticons); i++) {
		const char *p = emoticons[i].p;

		seconds[(unsigned char)p[0] % 128] |= (uint64_t)1
			<< (unsigned char)p[1] % 64;
	}
}

/* Is a stop at p, and a word behind it? */
static bool
is_stop_inside(const char *p, const char *end)
{
	return p < end && *p == '.' && glyph_is_word(p + 1, end);
}

/* The last of them only if no word follows. */
bool
emoticon_may_be(const char *p, const char *end)
{
	if (end - p < 2)
		return false;
	if (*p == 'd' && (p[1] == ':' || p[1] == '\'')) {
		for (p++; p < end && strchr("': ", *p) != NULL; p++)
			;
		return !glyph_is_word(p, end);
	}
	return end - p >= 3 && (p[1] == '_' || p[1] == '.') && p[0] == p[2] &&
		!(p[1] == '.' && is_stop_inside(p + 3, end)) &&
		(*p == 'u' || *p == 't' || *p == 'o' || *p == 'x' || *p == 'n');
}

size_t
emoticon_at(const char *begin, const char *p, const char *end)
{
	size_t i;

	if (end - p < 2 || !may_begin(p))
		return 0;
	for (i = 0; i < TEXT_COUNT(emoticons); i++) {
		const char *e = emoticons[i].p;
		size_t len = emoticons[i].len, k;

		if (*p != *e || p[1] != e[1] || (size_t)(end - p) < len ||
			memcmp(p, e, len) != 0)
			continue;
		/* not precio:$500, not ftp://x, not :@somebody */
		if (p + len < end &&
			((e[len - 1] == '$' && glyph_is_digit(p + len, end)) ||
				(e[len - 1] == '/' && p[len] == '/') ||
				(e[len - 1] == '@' &&
					glyph_is_name(p + len, end))))
			continue;
		/* one that begins or ends like a word or a bracket around one
		 * must stand free: not 10:30, not (so): */
		if (*e != '(' && *e != ')' && !glyph_is_word(e, e + len) &&
			!glyph_is_word(e + len - 1, e + len))
			return len;
		k = len;
		while (p + k < end && p[k] == e[len - 1])
			k++;
		if ((p == begin || p[-1] == ' ' || p[-1] == '\n') &&
			!glyph_is_word(p + k, end))
			return len;
	}
	return 0;
}

bool
emoticon_is(struct text t)
{
	return t.len >= 2 && t.len <= EMOTICON_MAX && may_begin(t.p) &&
		text_among(t, emoticons, TEXT_COUNT(emoticons));
}
