/* writing.c - capitals, runs of letters, quotation marks. */
#include "config.h"

#include "writing.h"
#include "unichar.h"
#include "utf8.h"

/* The letters of a piece of the original by their case. */
static struct letters
count_letters(const struct post *p, size_t from, size_t to)
{
	const char *s = p->original.p + from, *end = p->original.p + to;
	struct letters n = { 0, 0 };
	uint32_t cp;

	while (s < end) {
		if ((unsigned char)*s < 128) {
			n.upper += *s >= 'A' && *s <= 'Z';
			n.lower += *s >= 'a' && *s <= 'z';
			s++;
			continue;
		}
		s += utf8_decode(s, end, &cp);
		n.upper += unichar_is_upper(cp);
		n.lower += unichar_is_lower(cp);
	}
	return n;
}

/* Few hits do not begin with a small letter, or have one second. */
static bool
has_small(const struct post *p, const struct hit *h)
{
	const char *s = p->original.p + h->from;

	return (s[0] >= 'a' && s[0] <= 'z') ||
		(h->to - h->from > 1 && s[1] >= 'a' && s[1] <= 'z');
}

bool
writing_is_shouted(struct writing *w, const struct post *p, const struct hit *h)
{
	struct letters hit;

	if (has_small(p, h))
		return false;
	hit = count_letters(p, h->from, h->to);
	if (hit.upper < 3 || hit.lower > 0)
		return false;
	if (!w->counted) /* few posts hold a word in capitals */
		w->letters = count_letters(p, 0, p->original.len);
	w->counted = true;
	return w->letters.lower > w->letters.upper - hit.upper;
}

bool
writing_is_drawn_out(const struct post *p, const struct hit *h)
{
	uint32_t t;

	for (t = h->first; t <= h->last; t++)
		if (p->tokens[t].flags & TOKEN_ELONGATED)
			return true;
	return false;
}

/* Does a piece of text end (or begin) in a quotation mark? */
static bool
is_quote(const struct post *p, size_t from, size_t to)
{
	static const char *const marks[] = { "\"", "\xE2\x80\x9C",
		"\xE2\x80\x9D", "\xC2\xAB", "\xC2\xBB" };
	size_t i;

	if (to - from <= 1) /* a blank, as a rule */
		return to > from && p->text.p[from] == '"';
	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (memmem(p->text.p + from, to - from, marks[i],
			    strlen(marks[i])) != NULL)
			return true;
	return false;
}

bool
writing_is_quoted(const struct post *p, const struct hit *h)
{
	uint32_t first = h->first, t;
	size_t before = first > 0 ? p->tokens[first - 1].end : 0;

	if (!is_quote(p, before, p->tokens[first].start) ||
		count_letters(p, h->from, h->from + 1).upper > 0)
		return false;
	for (t = first; t <= first + 1 && t < p->ntokens; t++) {
		size_t end = t + 1 < p->ntokens ? p->tokens[t + 1].start
						: p->text.len;

		if (is_quote(p, p->tokens[t].end, end))
			return true;
	}
	return false;
}

bool
writing_is_face(const struct post *p, const struct hit *h)
{
	enum token_kind kind = p->tokens[h->first].kind;

	return kind == TOKEN_EMOJI || kind == TOKEN_EMOTICON;
}

bool
writing_greets(const struct post *p, const struct hit *h)
{
	return p->tokens[h->first].kind == TOKEN_USER ||
		p->tokens[h->last].kind == TOKEN_USER;
}

bool
writing_ends_part(const struct post *p, uint32_t i)
{
	size_t at = p->tokens[i].end, end;

	if (i + 1 >= p->ntokens || p->tokens[i + 1].kind != TOKEN_WORD ||
		p->tokens[i + 1].flags & TOKEN_FIRST)
		return true;
	for (end = p->tokens[i + 1].start; at < end; at++)
		if (memchr(",;:()", p->text.p[at], 5) != NULL)
			return true;
	return false;
}

bool
writing_stands_alone(const struct post *p, const struct hit *h)
{
	return (h->first == 0 || p->tokens[h->first - 1].kind != TOKEN_WORD ||
		       writing_ends_part(p, h->first - 1)) &&
		writing_ends_part(p, h->last);
}
