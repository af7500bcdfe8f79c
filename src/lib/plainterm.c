/* plainterm.c - expressions as terms, where they are no more than that. */
#include "config.h"

#include "plainterm.h"

#define DEPTH_MAX 8 /* groups inside each other */

struct reader {
	const char *p, *end;
	struct buf *out;
	int depth;
};

static bool
take(struct reader *r, const char *s)
{
	size_t n = strlen(s);

	if ((size_t)(r->end - r->p) < n || memcmp(r->p, s, n) != 0)
		return false;
	r->p += n;
	return true;
}

/* Letters, digits, and whatever is not ASCII. */
static bool
is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
		(unsigned char)c >= 0x80;
}

static void
insert(struct buf *b, size_t at, const char *s)
{
	size_t n = strlen(s);

	buf_reserve(b, n);
	memmove(b->p + at + n, b->p + at, b->len - at);
	memcpy(b->p + at, s, n);
	b->len += n;
}

static bool
read_character(struct reader *r)
{
	size_t from = r->out->len;

	if (r->p == r->end || !is_plain(*r->p))
		return false;
	do
		buf_addc(r->out, *r->p++);
	while (r->p < r->end && ((unsigned char)*r->p & 0xC0) == 0x80);
	if (take(r, "?")) {
		insert(r->out, from, "{|");
		buf_addc(r->out, '}');
	}
	return true;
}

static bool read_sequence(struct reader *r);

static bool
read_group(struct reader *r)
{
	size_t from = r->out->len;
	bool ok;

	if (++r->depth > DEPTH_MAX)
		return false;
	(void)take(r, "?:");
	buf_addc(r->out, '{');
	do {
		ok = read_sequence(r);
		buf_addc(r->out, '|');
	} while (ok && take(r, "|"));
	r->out->p[r->out->len - 1] = '}';
	r->depth--;
	if (!ok || !take(r, ")"))
		return false;
	if (take(r, "?"))
		insert(r->out, from + 1, "|");
	return true;
}

/* Up to | or ) or the last \b or the end. */
static bool
read_sequence(struct reader *r)
{
	while (r->p < r->end && *r->p != '|' && *r->p != ')') {
		if (take(r, "(")) {
			if (!read_group(r))
				return false;
		} else if (take(r, "\\s+") || take(r, "\\s") || take(r, " +") ||
			take(r, " ")) {
			buf_addc(r->out, ' ');
		} else if (take(r, "\\w*")) {
			buf_addc(r->out, '*');
		} else if (!read_character(r)) {
			return false;
		}
	}
	return true;
}

bool
plainterm_of_regex(struct buf *term, struct text regex)
{
	struct reader r = { regex.p, regex.p + regex.len, term, 0 };

	if (!take(&r, "\\b"))
		return false;
	if (r.end - r.p > 2 && memcmp(r.end - 2, "\\b", 2) == 0)
		r.end -= 2;
	else if (r.end - r.p <= 3 || memcmp(r.end - 3, "\\w*", 3) != 0)
		return false;
	return read_sequence(&r) && r.p == r.end;
}
