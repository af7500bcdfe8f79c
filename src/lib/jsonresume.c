/* jsonresume.c - the next post behind a broken one, known by its looks. */
#include "config.h"

#include <stdbool.h>

#include "jsonresume.h"

#define GAP_MAX 8 /* bytes between two posts, blanks and all */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static const char *
skip_blanks(const char *p, const char *end)
{
	while (p < end && is_blank(*p))
		p++;
	return p;
}

/* The end of the short string at p; NULL if there is none. */
static const char *
short_string(const char *p, const char *end)
{
	const char *close;

	if (p == end || *p != '"')
		return NULL;
	if (end - p > JSONRESUME_STRING)
		end = p + JSONRESUME_STRING;
	close = memchr(p + 1, '"', (size_t)(end - p - 1));
	return close ? close + 1 : NULL;
}

/*
 * How a post begins: its first name and, if that is one which tells the kind
 * of an object, its value. Returns the end of that; NULL if it is cut.
 */
static const char *
head_end(const char *p, const char *end)
{
	static const struct text kinds[] = { TEXT("\"type\""),
		TEXT("\"kind\""), TEXT("\"_type\""), TEXT("\"$type\"") };
	const char *name, *close, *value;
	size_t i;

	if (p == end)
		return NULL;
	name = skip_blanks(p + 1, end);
	close = short_string(name, end);
	for (i = 0; close != NULL && i < 4; i++)
		if (text_eq((struct text){ name, (size_t)(close - name) },
			    kinds[i])) {
			value = skip_blanks(close, end);
			if (value == end || *value != ':')
				return NULL;
			return short_string(skip_blanks(value + 1, end), end);
		}
	return close;
}

/* The second name of an object behind its head, found within some bytes. */
static struct text
second_name(const char *p, const char *end)
{
	const char *name, *close;
	bool quoted = false;

	if (end - p > JSONRESUME_HEAD)
		end = p + JSONRESUME_HEAD;
	for (; p < end; p++) {
		if (quoted && *p == '\\')
			p++;
		else if (*p == '"')
			quoted = !quoted;
		else if (!quoted && strchr("{}[]", *p) != NULL)
			break; /* not that simple */
		else if (!quoted && *p == ',') {
			name = skip_blanks(p + 1, end);
			close = short_string(name, end);
			if (close == NULL)
				break;
			return (struct text){ name, (size_t)(close - name) };
		}
	}
	return (struct text){ NULL, 0 };
}

/* Do two objects begin with the same names? */
static bool
begin_alike(struct text a, struct text b)
{
	const char *heada = head_end(a.p, a.p + a.len);
	const char *headb = head_end(b.p, b.p + b.len);
	struct text seconda, secondb;

	if (heada == NULL || headb == NULL || heada - a.p != headb - b.p ||
		memcmp(a.p, b.p, (size_t)(heada - a.p)) != 0)
		return false;
	seconda = second_name(heada, a.p + a.len);
	secondb = second_name(headb, b.p + b.len);
	return seconda.p != NULL && secondb.p != NULL &&
		text_eq(seconda, secondb);
}

/* Does "}," stand before p, blanks apart? The bracket may be the wrong one. */
static bool
follows_object(const char *from, const char *p)
{
	while (p > from && is_blank(p[-1]))
		p--;
	if (p == from || p[-1] != ',')
		return false;
	for (p--; p > from && is_blank(p[-1]);)
		p--;
	return p > from && (p[-1] == '}' || p[-1] == ']');
}

/* Are these few bytes what stands between two posts, if not as it should? */
static bool
is_gap(const char *from, const char *p)
{
	if (p - from > GAP_MAX)
		return false;
	for (; from < p; from++)
		if (strchr("{}[]\"", *from) != NULL)
			return false;
	return true;
}

size_t
jsonresume_indent(const char *in, size_t at)
{
	size_t from = at;

	while (from > 0 && (in[from - 1] == ' ' || in[from - 1] == '\t'))
		from--;
	return from > 0 && in[from - 1] == '\n' &&
			at - from <= JSONRESUME_INDENT_MAX
		? at - from
		: JSONRESUME_NO_INDENT;
}

bool
jsonresume_at(
	const struct jsonresume *r, struct text in, size_t start, size_t at)
{
	struct text post = { in.p + at, in.len - at };

	if (r->indent != JSONRESUME_NO_INDENT)
		return jsonresume_indent(in.p, at) == r->indent;
	if (!is_gap(in.p + start, in.p + at) &&
		!follows_object(in.p + start, in.p + at))
		return false;
	return begin_alike((struct text){ r->good, r->good_len }, post) ||
		(at > start &&
			begin_alike((struct text){ in.p + start,
					    in.len - start },
				post));
}
