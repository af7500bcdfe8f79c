/* escape.c - backslashes before what would be syntax. */
#include "config.h"

#include "braces.h"
#include "emoticon.h"
#include "escape.h"
#include "scan.h"

/* Does a blank-separated piece that begins at i need a backslash there? */
static bool
is_syntax_at(struct text t, size_t i)
{
	char c = t.p[i], next = i + 1 < t.len ? t.p[i + 1] : ' ';
	bool first = i == 0 || braces_is_blank(t.p[i - 1]);

	if (c == '\\' || c == '{' || c == '|' || c == '}' || c == '*')
		return true;
	if (!first || braces_is_blank(next))
		/* a comment's first cell, an expression */
		return i == 0 && (c == '#' || c == '/');
	return c == '!' || c == '~' || c == '<' || (i == 0 && c == '/');
}

/* Emoticons win over syntax: they stand as they are. */
static bool
is_emoticon(struct fold *fold, struct text t)
{
	struct buf folded = { 0 };
	bool is;

	(void)fold_text(fold, &folded, t.p, t.len, NULL);
	is = emoticon_is(buf_text(&folded));
	buf_free(&folded);
	return is;
}

const char *
escape_term(struct buf *out, struct fold *fold, struct text t, bool stars)
{
	size_t i;

	if (is_emoticon(fold, t)) {
		buf_addt(out, t);
		return NULL;
	}

	for (i = 0; i < t.len; i++) {
		bool last = i + 1 == t.len || braces_is_blank(t.p[i + 1]);

		if (t.p[i] == '*' && stars) {
			if (!last || i == 0 || braces_is_blank(t.p[i - 1]))
				return "'*' can only end a word";
		} else if (is_syntax_at(t, i)) {
			buf_addc(out, '\\');
		}
		buf_addc(out, t.p[i]);
	}
	return NULL;
}
