/* braces.c - alternatives on a stack. */
#include "config.h"

#include <stdbool.h>
#include <stdlib.h>

#include "braces.h"
#include "xalloc.h"

static enum rc
bad(struct err *err, size_t col, const char *text)
{
	err->col = col;
	return err_set(err, CLAMOR_EINVAL, "%s", text);
}

/* Copy the cell, backslashes turned into BRACES_LITERAL; refuse what cannot be.
 */
static enum rc
take_cell(struct buf *out, struct text cell, struct err *err)
{
	size_t i;

	buf_clear(out);
	for (i = 0; i < cell.len; i++) {
		char c = cell.p[i];

		if (c == '\\') {
			if (++i == cell.len)
				return bad(err, i,
					"nothing behind the '\\' (write \\\\ for the "
					"character)");
			buf_addc(out, BRACES_LITERAL);
			c = cell.p[i];
		}
		if ((unsigned char)c < 0x20 && !braces_is_blank(c))
			return bad(err, i + 1,
				"control character in a term (take it out)");
		buf_addc(out, c);
	}
	return CLAMOR_OK;
}

/* Are the braces of a cell, taken, in order? */
static enum rc
check_braces(struct text s, struct err *err)
{
	size_t depth = 0, open = 0, i;

	for (i = 0; i < s.len; i++)
		switch (s.p[i]) {
		case BRACES_LITERAL:
			i++;
			break;
		case '{':
			if (depth++ == 0)
				open = i;
			break;
		case '}':
			if (depth-- == 0)
				return bad(err, i + 1,
					"'}' without a '{' before it (write "
					"\\} for the character)");
			break;
		case '|':
			if (depth == 0)
				return bad(err, i + 1,
					"'|' outside braces (write \\| for "
					"the character)");
			break;
		}
	return depth == 0 ? CLAMOR_OK
			  : bad(err, open + 1,
				    "'{' without its '}' (write \\{ for the "
				    "character)");
}

/* The first group of s from i on: where its braces are; s.len if there is
 * none. */
static void
find_group(struct text s, size_t i, size_t *open, size_t *close)
{
	size_t depth = 0;

	*open = *close = s.len;
	for (; i < s.len; i++) {
		if (s.p[i] == BRACES_LITERAL) {
			i++;
		} else if (s.p[i] == '{') {
			if (depth++ == 0)
				*open = i;
		} else if (s.p[i] == '}' && --depth == 0) {
			*close = i;
			return;
		}
	}
}

/* The end of the alternative that begins at i of the group's inside. */
static size_t
alternative_end(struct text s, size_t i, size_t close)
{
	size_t depth = 0;

	for (; i < close; i++) {
		if (s.p[i] == BRACES_LITERAL)
			i++;
		else if (s.p[i] == '{')
			depth++;
		else if (s.p[i] == '}')
			depth--;
		else if (s.p[i] == '|' && depth == 0)
			break;
	}
	return i;
}

/* Write three texts over what a buffer holds. */
static void
join(struct buf *to, struct text a, struct text b, struct text c)
{
	to->len = 0;
	buf_reserve(to, a.len + b.len + c.len + 1); /* never NULL */
	memcpy(to->p, a.p, a.len);
	memcpy(to->p + a.len, b.p, b.len);
	memcpy(to->p + a.len + b.len, c.p, c.len);
	to->len = a.len + b.len + c.len;
}

/*
 * Replace the string on top of the stack by one string for each alternative
 * of its first group, the first alternative on top.
 */
static enum rc
push_alternatives(struct braces *b, size_t open, size_t close, struct err *err)
{
	struct buf whole = b->stack[b->n - 1].text;
	struct text s = buf_text(&whole);
	struct text parts[BRACES_EXPANSIONS_MAX];
	size_t n = 0, i, end;

	for (i = open + 1; i <= close; i = end + 1) {
		if (b->done + b->n + n > BRACES_EXPANSIONS_MAX)
			return bad(err, 0,
				"braces expand to more than 256 forms (make "
				"two rows of it)");
		end = alternative_end(s, i, close);
		parts[n++] = (struct text){ s.p + i, end - i };
	}
	/* the whole one's memory goes to the place behind them */
	b->n--;
	b->stack[b->n].text = b->stack[b->n + n].text;
	b->stack[b->n + n].text = whole;
	while (n-- > 0) {
		struct branch *to = &b->stack[b->n++];

		to->plain = open;
		join(&to->text, (struct text){ s.p, open }, parts[n],
			(struct text){ s.p + close + 1, s.len - close - 1 });
	}
	return CLAMOR_OK;
}

enum rc
braces_begin(struct braces *b, struct text cell, struct err *err)
{
	enum rc rc;

	/* one more than there can be, for push_alternatives */
	if (b->stack == NULL)
		b->stack =
			xcalloc(BRACES_EXPANSIONS_MAX + 2, sizeof(*b->stack));
	b->n = 1;
	b->groups = b->done = 0;
	b->stack[0].plain = 0;
	rc = take_cell(&b->stack[0].text, cell, err);
	return rc == CLAMOR_OK ? check_braces(buf_text(&b->stack[0].text), err)
			       : rc;
}

enum rc
braces_next(struct braces *b, struct text *form, struct err *err)
{
	while (b->n > 0) {
		const struct branch *top = &b->stack[b->n - 1];
		size_t open, close;
		enum rc rc;

		*form = buf_text(&top->text);
		find_group(*form, top->plain, &open, &close);
		if (open == close) {
			b->n--;
			b->done++;
			return CLAMOR_OK;
		}
		if (++b->groups > BRACES_GROUPS_MAX)
			return bad(err, 0,
				"too many braces (make two rows of it)");
		rc = push_alternatives(b, open, close, err);
		if (rc != CLAMOR_OK)
			return rc;
	}
	return CLAMOR_END;
}

void
braces_free(struct braces *b)
{
	size_t i;

	for (i = 0; b->stack != NULL && i < BRACES_EXPANSIONS_MAX + 2; i++)
		buf_free(&b->stack[i].text);
	free(b->stack);
	*b = (struct braces){ 0 };
}
