/* term.c - braces, then items. */
#include "config.h"

#include <stdlib.h>

#include "term.h"
#include "unichar.h"
#include "utf8.h"
#include "xalloc.h"

/*
 * While braces are expanded, a character behind a backslash is kept apart
 * from syntax by this byte before it; cells never hold it (see check_bytes).
 */
#define LITERAL '\x01'

static const struct {
	const char *name;
	enum item_kind kind;
} classes[] = { { "num", ITEM_NUM }, { "time", ITEM_TIME },
	{ "money", ITEM_MONEY }, { "user", ITEM_USER }, { "url", ITEM_URL },
	{ "emoji", ITEM_EMOJI }, { "brand", ITEM_BRAND } };

#define NCLASSES (sizeof(classes) / sizeof(classes[0]))

const char *
item_class_name(enum item_kind kind)
{
	size_t i;

	for (i = 0; i < NCLASSES; i++)
		if (classes[i].kind == kind)
			return classes[i].name;
	return NULL;
}

static enum rc
bad(struct err *err, size_t col, const char *text)
{
	err->col = col;
	return err_set(err, CLAMOR_EINVAL, "%s", text);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Copy the cell, backslashes turned into LITERAL; refuse what cannot be. */
static enum rc
take_cell(struct buf *out, struct text cell, struct err *err)
{
	size_t i;

	buf_clear(out);
	for (i = 0; i < cell.len; i++) {
		char c = cell.p[i];

		if (c == '\\') {
			if (++i == cell.len)
				return bad(err, i, "nothing behind the '\\'");
			buf_addc(out, LITERAL);
			c = cell.p[i];
		}
		if ((unsigned char)c < 0x20 && !is_blank(c))
			return bad(err, i + 1, "control character in a term");
		buf_addc(out, c);
	}
	return CLAMOR_OK;
}

/* The first brace of s and where its group ends; s.len if there is none. */
static enum rc
find_group(struct text s, size_t *open, size_t *close, struct err *err)
{
	size_t depth = 0, i;

	*open = *close = s.len;
	for (i = 0; i < s.len; i++) {
		switch (s.p[i]) {
		case LITERAL:
			i++;
			break;
		case '{':
			if (depth++ == 0)
				*open = i;
			break;
		case '}':
			if (depth == 0)
				return bad(err, 0, "'}' without a '{' before "
						   "it (write \\} for the "
						   "character)");
			if (--depth == 0) {
				*close = i;
				return CLAMOR_OK;
			}
			break;
		case '|':
			if (depth == 0)
				return bad(err, 0, "'|' outside braces (write "
						   "\\| for the character)");
			break;
		}
	}
	if (depth > 0)
		return bad(err, 0, "'{' without its '}' (write \\{ for the "
				   "character)");
	return CLAMOR_OK;
}

/* The end of the alternative that begins at i of the group's inside. */
static size_t
alternative_end(struct text s, size_t i, size_t close)
{
	size_t depth = 0;

	for (; i < close; i++) {
		if (s.p[i] == LITERAL)
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

/*
 * Replace the string on top of the stack by one string for each alternative
 * of its first group, the first alternative on top.
 */
static enum rc
push_alternatives(struct term *t, size_t open, size_t close, struct err *err)
{
	struct buf whole = t->stack[t->nstack - 1];
	struct text s = buf_text(&whole);
	size_t from[TERM_EXPANSIONS_MAX], n = 0, i;

	for (i = open + 1; i <= close; i = alternative_end(s, i, close) + 1) {
		if (t->nforms + t->nstack + n > TERM_EXPANSIONS_MAX)
			return bad(err, 0,
				"braces expand to more than 256 forms");
		from[n++] = i;
	}
	t->stack[t->nstack - 1] = (struct buf){ 0 };
	t->nstack--;
	while (n-- > 0) {
		struct buf *b = &t->stack[t->nstack++];

		buf_clear(b);
		buf_add(b, s.p, open);
		buf_add(b, s.p + from[n],
			alternative_end(s, from[n], close) - from[n]);
		buf_add(b, s.p + close + 1, s.len - close - 1);
	}
	buf_free(&whole);
	return CLAMOR_OK;
}

static struct item *
add_item(struct term *t, enum item_kind kind, unsigned gap)
{
	struct item *it;

	t->items = xgrow(t->items, t->nitems, &t->items_cap,
		sizeof(*t->items));
	it = &t->items[t->nitems++];
	*it = (struct item){ .kind = kind, .gap = gap };
	return it;
}

static void
set_word(struct term *t, struct item *it, struct text word)
{
	it->at = t->bytes.len;
	it->len = word.len;
	buf_addt(&t->bytes, word);
}

/* Plain text: its words, the last of them a stem if it says so. */
static enum rc
read_words(struct term *t, struct fold *fold, struct text s, bool stem,
	unsigned gap, struct err *err)
{
	const struct post *p = &t->post;
	size_t i;

	post_read(&t->post, fold, NULL, s);
	for (i = 0; i < p->ntokens; i++) {
		const struct token *tok = &p->tokens[i];
		bool last = i + 1 == p->ntokens;
		enum item_kind kind = stem && last ? ITEM_STEM : ITEM_WORD;
		uint32_t len = (tok->kind == TOKEN_EMOTICON ? tok->src_end
							    : tok->end) -
			tok->start;

		if (i > 0 && (tok->flags & TOKEN_FIRST))
			return bad(err, 0, "a sentence end inside a term");
		set_word(t, add_item(t, kind, i == 0 ? gap : 0),
			(struct text){ p->text.p + tok->start, len });
	}
	if (stem && (i == 0 || p->tokens[i - 1].end != p->text.len))
		return bad(err, 0, "'*' needs a word before it");
	return CLAMOR_OK;
}

/* Read the plain pieces gathered so far; they are read in one, so that a
 * sentence end or a sum ("20 €") between two of them is seen. */
static enum rc
end_run(struct term *t, struct fold *fold, bool stem, unsigned *gap,
	struct err *err)
{
	size_t before = t->nitems;
	enum rc rc = read_words(t, fold, buf_text(&t->run), stem, *gap, err);

	buf_clear(&t->run);
	if (t->nitems > before)
		*gap = 0;
	return rc;
}

/* Append a piece, LITERAL off; a star that is no literal only ends it. */
static enum rc
add_plain(struct buf *out, struct text s, bool *star, struct err *err)
{
	size_t i;

	*star = false;
	for (i = 0; i < s.len; i++) {
		if (s.p[i] == LITERAL && i + 1 < s.len) {
			buf_addc(out, s.p[++i]);
		} else if (s.p[i] != '*') {
			buf_addc(out, s.p[i]);
		} else {
			if (i + 1 != s.len)
				return bad(err, 0, "'*' only ends a word");
			*star = true;
		}
	}
	return CLAMOR_OK;
}

static enum rc
read_exact(struct term *t, struct fold *fold, struct text s, unsigned *gap,
	struct err *err)
{
	size_t before = t->nitems;
	const struct token *tok;
	uint32_t from, to;
	struct item *it;
	bool star;
	enum rc rc;

	buf_clear(&t->scratch);
	rc = add_plain(&t->scratch, s, &star, err);
	if (rc == CLAMOR_OK && star)
		rc = bad(err, 0, "'!' takes no '*'");
	if (rc == CLAMOR_OK)
		rc = read_words(t, fold, buf_text(&t->scratch), false, *gap,
			err);
	if (rc != CLAMOR_OK)
		return rc;
	if (t->nitems != before + 1)
		return bad(err, 0, "'!' stands before one word");
	*gap = 0;
	it = &t->items[before];
	it->kind = ITEM_EXACT;
	it->raw = t->bytes.len;
	tok = &t->post.tokens[0];
	post_origin(&t->post, tok->start, tok->end, &from, &to);
	unichar_nfc(&t->bytes, t->scratch.p + from, to - from);
	it->rawlen = t->bytes.len - it->raw;
	return CLAMOR_OK;
}

static enum rc
read_class(struct term *t, struct text name, unsigned *gap, struct err *err)
{
	size_t i;

	for (i = 0; i < NCLASSES; i++)
		if (text_is(name, classes[i].name)) {
			(void)add_item(t, classes[i].kind, *gap);
			*gap = 0;
			return CLAMOR_OK;
		}
	err->col = 0;
	return err_set(err, CLAMOR_EINVAL,
		"unknown class '<%.*s>' (there are num time money user url "
		"emoji brand; write \\< for the character)",
		(int)(name.len > 40 ? 40 : name.len), name.p);
}

/* "~3" standing alone: the gap, or -1 if it is none. */
static int
gap_of(struct text s)
{
	int n = 0;
	size_t i;

	if (s.len < 2 || s.len > 3 || s.p[0] != '~')
		return -1;
	for (i = 1; i < s.len; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		n = n * 10 + (s.p[i] - '0');
	}
	return n;
}

static enum rc
read_gap(const struct term *t, int n, unsigned *gap, struct err *err)
{
	if (n > TERM_GAP_MAX)
		return bad(err, 0, "a gap of more than 20 words");
	if (t->nitems == t->forms[t->nforms].first)
		return bad(err, 0, "a gap before the first word");
	if (*gap > 0)
		return bad(err, 0, "two gaps without a word between");
	*gap = (unsigned)n;
	return CLAMOR_OK;
}

/* Is a piece an emoticon? Then it is no syntax. */
static bool
is_emoticon(struct term *t, struct fold *fold, struct text s)
{
	buf_clear(&t->scratch);
	(void)fold_text(fold, &t->scratch, s.p, s.len, NULL);
	return token_is_emoticon(buf_text(&t->scratch));
}

/* One blank-separated piece of an expansion. */
static enum rc
read_piece(struct term *t, struct fold *fold, struct text s, unsigned *gap,
	struct err *err)
{
	bool emoticon = is_emoticon(t, fold, s), star = false;
	bool is_class = s.p[0] == '<' && s.p[s.len - 1] == '>' && s.len > 2;
	bool is_exact = s.p[0] == '!' && s.len > 1;
	int n = gap_of(s);
	enum rc rc;

	if (!emoticon && (n >= 0 || is_class || is_exact)) {
		rc = end_run(t, fold, false, gap, err);
		if (rc != CLAMOR_OK)
			return rc;
		if (n >= 0)
			return read_gap(t, n, gap, err);
		s = (struct text){ s.p + 1, s.len - 1 };
		if (is_exact)
			return read_exact(t, fold, s, gap, err);
		s.len--;
		return read_class(t, s, gap, err);
	}
	if (text_is(s, "*"))
		return bad(err, 0, "'*' needs a word before it");
	if (t->run.len > 0)
		buf_addc(&t->run, ' ');
	if (emoticon) {
		buf_addt(&t->run, s);
		return CLAMOR_OK;
	}
	rc = add_plain(&t->run, s, &star, err);
	return rc == CLAMOR_OK && star ? end_run(t, fold, true, gap, err) : rc;
}

/* Words that a form can reach over. */
static size_t
span_of(const struct term *t, const struct form *f)
{
	size_t span = f->n, i;

	for (i = 0; i < f->n; i++)
		span += t->items[f->first + i].gap;
	return span;
}

/* A #tag among other words: phrases look through tags and never meet it. */
static bool
has_inner_tag(const struct term *t, const struct form *f)
{
	size_t i;

	for (i = 0; i < f->n && f->n > 1; i++) {
		const struct item *it = &t->items[f->first + i];

		if (it->len > 1 && t->bytes.p[it->at] == '#')
			return true;
	}
	return false;
}

static enum rc
read_form(struct term *t, struct fold *fold, struct text s, struct err *err)
{
	unsigned gap = 0;
	size_t i = 0, from;
	struct form *f;
	enum rc rc;

	t->forms = xgrow(t->forms, t->nforms, &t->forms_cap,
		sizeof(*t->forms));
	f = &t->forms[t->nforms];
	f->first = t->nitems;
	buf_clear(&t->run);
	while (i < s.len) {
		if (is_blank(s.p[i])) {
			i++;
			continue;
		}
		for (from = i; i < s.len && !is_blank(s.p[i]); i++)
			if (s.p[i] == LITERAL)
				i++;
		if (i > s.len)
			i = s.len;
		rc = read_piece(t, fold, (struct text){ s.p + from, i - from },
			&gap, err);
		if (rc != CLAMOR_OK)
			return rc;
	}
	rc = end_run(t, fold, false, &gap, err);
	if (rc != CLAMOR_OK)
		return rc;
	f->n = t->nitems - f->first;
	if (f->n == 0)
		return bad(err, 0, "no word in it that could match");
	if (gap > 0)
		return bad(err, 0, "a gap behind the last word");
	if (has_inner_tag(t, f))
		return bad(err, 0, "a #tag stands alone: in a phrase write its "
				   "words, which are matched too");
	if (f->n > TERM_ITEMS_MAX || span_of(t, f) > TERM_SPAN_MAX)
		return bad(err, 0, "a term of more than 32 words or one that "
				   "reaches over more than 64");
	t->nforms++;
	return CLAMOR_OK;
}

/* Emoticons win over syntax: the whole cell is one. */
static bool
read_emoticon(struct term *t, struct fold *fold, struct text cell)
{
	if (!is_emoticon(t, fold, cell))
		return false;
	t->forms = xgrow(t->forms, 0, &t->forms_cap, sizeof(*t->forms));
	t->forms[0] = (struct form){ 0, 1 };
	t->nforms = 1;
	set_word(t, add_item(t, ITEM_WORD, 0), buf_text(&t->scratch));
	return true;
}

/* Expand the braces on a stack; what has none left is a form. */
static enum rc
read_forms(struct term *t, struct fold *fold, struct text cell,
	struct err *err)
{
	size_t open, close;
	enum rc rc;

	if (t->stack == NULL)
		t->stack = xcalloc(TERM_EXPANSIONS_MAX + 1, sizeof(*t->stack));
	t->nstack = 1;
	rc = take_cell(&t->stack[0], cell, err);
	while (rc == CLAMOR_OK && t->nstack > 0) {
		struct text top = buf_text(&t->stack[t->nstack - 1]);

		rc = find_group(top, &open, &close, err);
		if (rc != CLAMOR_OK)
			break;
		if (open < close) {
			rc = push_alternatives(t, open, close, err);
		} else {
			rc = read_form(t, fold, top, err);
			t->nstack--;
		}
	}
	return rc;
}

enum rc
term_read(struct term *t, struct fold *fold, struct text cell, struct err *err)
{
	t->is_regex = false;
	t->nforms = t->nitems = 0;
	buf_clear(&t->bytes);
	err->col = 0;
	if (utf8_valid_prefix(cell.p, cell.len) != cell.len)
		return bad(err, 0,
			"invalid UTF-8: save the file as CSV UTF-8");
	if (text_is(cell, "#NAME?") || text_is(cell, "#¿NOMBRE?"))
		return bad(err, 0, "the spreadsheet took this term for a "
				   "formula: type ' before it and save as CSV "
				   "UTF-8");
	if (cell.len > TERM_BYTES_MAX)
		return bad(err, 0, "a term of more than 8192 bytes");
	if (read_emoticon(t, fold, cell))
		return CLAMOR_OK;
	if (cell.len > 2 && cell.p[0] == '/' && cell.p[cell.len - 1] == '/') {
		t->is_regex = true;
		t->regex = (struct text){ cell.p + 1, cell.len - 2 };
		return CLAMOR_OK;
	}
	return read_forms(t, fold, cell, err);
}

void
term_free(struct term *t)
{
	size_t i;

	for (i = 0; t->stack != NULL && i <= TERM_EXPANSIONS_MAX; i++)
		buf_free(&t->stack[i]);
	free(t->stack);
	free(t->forms);
	free(t->items);
	buf_free(&t->bytes);
	buf_free(&t->scratch);
	buf_free(&t->run);
	post_free(&t->post);
	*t = (struct term){ 0 };
}
