/* term.c - expansions cut into items. */
#include "config.h"

#include <stdlib.h>

#include "emoticon.h"
#include "list.h"
#include "number.h"
#include "product.h"
#include "term.h"
#include "unichar.h"
#include "utf8.h"
#include "xalloc.h"

static enum rc
bad(struct err *err, size_t col, const char *text)
{
	err->col = col;
	return err_set(err, CLAMOR_EINVAL, "%s", text);
}

/* An item with a word of its own, which is empty yet. */
static struct term_word *
add_item(struct term *t, enum item_kind kind, unsigned gap)
{
	t->items = xgrow(t->items, t->nitems, &t->items_cap, sizeof(*t->items));
	t->items[t->nitems++] = (struct lexicon_item){ .kind = (uint8_t)kind,
		.gap = (uint8_t)gap,
		.word = (uint32_t)t->nwords };
	t->words = xgrow(t->words, t->nwords, &t->words_cap, sizeof(*t->words));
	t->words[t->nwords] = (struct term_word){ 0 };
	return &t->words[t->nwords++];
}

static void
set_word(struct term *t, struct term_word *w, struct text word)
{
	w->at = (uint32_t)t->bytes.len;
	w->len = (uint32_t)word.len;
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
		uint32_t len = tok->src_end - tok->src_start;

		if (i > 0 && (tok->flags & TOKEN_FIRST))
			return bad(err, 0,
				"a sentence end inside a term (take the . ! ? or "
				"line break out)");
		set_word(t, add_item(t, kind, i == 0 ? gap : 0),
			(struct text){ p->text.p + tok->start, len });
	}
	if (stem && (i == 0 || p->tokens[i - 1].end != p->text.len))
		return bad(err, 0,
			"'*' needs a word before it (write \\* for the "
			"character)");
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

/* Append a piece, BRACES_LITERAL off; a star that is no literal only ends it.
 */
static enum rc
add_plain(struct buf *out, struct text s, bool *star, struct err *err)
{
	size_t i;

	buf_reserve(out, s.len);
	*star = false;
	for (i = 0; i < s.len; i++) {
		if (s.p[i] == '*') {
			if (i + 1 != s.len)
				return bad(err, 0,
					"'*' only ends a word (write \\* for "
					"the character)");
			*star = true;
			break;
		}
		if (s.p[i] == BRACES_LITERAL && i + 1 < s.len)
			i++;
		out->p[out->len++] = s.p[i];
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
	struct term_word *w;
	bool star;
	enum rc rc;

	buf_clear(&t->scratch);
	rc = add_plain(&t->scratch, s, &star, err);
	if (rc == CLAMOR_OK && star)
		rc = bad(err, 0, "'!' takes no '*' (take one of them out)");
	if (rc == CLAMOR_OK)
		rc = read_words(
			t, fold, buf_text(&t->scratch), false, *gap, err);
	if (rc != CLAMOR_OK)
		return rc;
	if (t->nitems != before + 1)
		return bad(err, 0,
			"'!' stands before one word (write \\! for the "
			"character)");
	*gap = 0;
	t->items[before].kind = ITEM_EXACT;
	w = &t->words[t->items[before].word];
	w->raw = (uint32_t)t->bytes.len;
	tok = &t->post.tokens[0];
	post_origin(&t->post, tok->start, tok->end, &from, &to);
	unichar_nfc(&t->bytes, t->scratch.p + from, to - from);
	w->rawlen = (uint32_t)t->bytes.len - w->raw;
	return CLAMOR_OK;
}

static enum rc
read_class(struct term *t, struct text name, unsigned *gap, struct err *err)
{
	enum item_kind kind = item_class_of(name);

	if (kind != ITEM_WORD) {
		(void)add_item(t, kind, *gap);
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
		return bad(err, 0, "a gap of more than 20 words (write ~20)");
	if (t->nitems == t->forms[t->nforms].first)
		return bad(err, 0, "a gap before the first word (take it out)");
	if (*gap > 0)
		return bad(err, 0,
			"two gaps without a word between (make one of "
			"them)");
	*gap = (unsigned)n;
	return CLAMOR_OK;
}

/* Can it be an emoticon, by how it begins? Of the letters only u_u and its
 * like; between them may stand what folding takes away. */
static bool
is_like_emoticon(struct text s)
{
	unsigned char c = s.len > 0 ? (unsigned char)*s.p : 'a';
	unsigned char low = c | 0x20;

	if ((c >= '0' && c <= '9') || c == '~' || c == '!' || c == '{')
		return false;
	if (c >= 128 || low < 'a' || low > 'z')
		return true;
	return memchr("utoxn", low, 5) != NULL && s.len > 1 &&
		(s.p[1] == '_' || (unsigned char)s.p[1] >= 128 ||
			(unsigned char)s.p[1] < ' ');
}

/* Is a piece an emoticon? Then it is no syntax. */
static bool
is_emoticon(struct term *t, struct fold *fold, struct text s)
{
	if (!is_like_emoticon(s))
		return false;
	buf_clear(&t->scratch);
	(void)fold_text(fold, &t->scratch, s.p, s.len, NULL);
	return emoticon_is(buf_text(&t->scratch));
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
		return bad(err, 0,
			"'*' needs a word before it (write \\* for the "
			"character)");
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
		const struct term_word *w =
			&t->words[t->items[f->first + i].word];

		if (w->len > 1 && t->bytes.p[w->at] == '#')
			return true;
	}
	return false;
}

/* Read the pieces of a form one by one. */
static enum rc
read_pieces(struct term *t, struct fold *fold, struct text s, unsigned *gap,
	struct err *err)
{
	size_t i = 0, n = 0, from;
	enum rc rc;

	buf_clear(&t->run);
	while (i < s.len) {
		if (braces_is_blank(s.p[i])) {
			i++;
			continue;
		}
		t->piece = n++;
		for (from = i; i < s.len && !braces_is_blank(s.p[i]); i++)
			if (s.p[i] == BRACES_LITERAL)
				i++;
		if (i > s.len)
			i = s.len;
		rc = read_piece(t, fold, (struct text){ s.p + from, i - from },
			gap, err);
		if (rc != CLAMOR_OK)
			return rc;
	}
	return end_run(t, fold, false, gap, err);
}

static enum rc
read_form(struct term *t, struct fold *fold, struct text s, struct err *err)
{
	unsigned gap = 0;
	struct form *f;
	enum rc rc;

	t->forms = xgrow(t->forms, t->nforms, &t->forms_cap, sizeof(*t->forms));
	f = &t->forms[t->nforms];
	f->first = t->nitems;
	rc = read_pieces(t, fold, s, &gap, err);
	if (rc != CLAMOR_OK)
		return rc;
	f->n = t->nitems - f->first;
	if (f->n == 0)
		return bad(err, 0,
			"no word in it that could match (terms are words, "
			"numbers, emoji and emoticons)");
	if (gap > 0)
		return bad(err, 0, "a gap behind the last word (take it out)");
	if (has_inner_tag(t, f))
		return bad(err, 0,
			"a #tag stands alone (in a phrase write its words, "
			"which are matched too)");
	if (f->n > TERM_ITEMS_MAX || span_of(t, f) > TERM_SPAN_MAX)
		return bad(err, 1,
			"a term of more than 32 words or one that reaches "
			"over more than 64 (shorten it)");
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

/* Letters, digits and blanks of ASCII, and {|}~*. */
static bool
is_settled(unsigned char c)
{
	return (c >= 'a' && c <= '~') || (c >= 'A' && c <= 'Z') ||
		(c >= '0' && c <= '9') || c == ' ' || c == '*';
}

/* Do letters a-z and a '>' follow? */
static bool
is_class_name(struct text cell, size_t i)
{
	size_t from = i;

	while (i < cell.len && cell.p[i] >= 'a' && cell.p[i] <= 'z')
		i++;
	return i > from && i < cell.len && cell.p[i] == '>';
}

/*
 * Fold the cell before it is expanded, if every expansion would fold to the
 * same: it holds no character that folds by its neighbours, stands for itself
 * or has a place that an error could name; the names of classes stay.
 */
static struct text
fold_cell(struct term *t, struct fold *fold, struct text cell)
{
	size_t i;

	for (i = 0; i < cell.len; i++) {
		unsigned char c = (unsigned char)cell.p[i];

		if (is_settled(c))
			continue;
		if (c == 0xC3 && i + 1 < cell.len)
			i++; /* À to ÿ */
		else if (c == '<' && is_class_name(cell, i + 1))
			while (cell.p[++i] != '>')
				;
		else
			return cell;
	}
	buf_clear(&t->scratch);
	(void)fold_text(fold, &t->scratch, cell.p, cell.len, NULL);
	return buf_text(&t->scratch);
}

/* Where a blank-separated piece of a cell begins, counted from 1; with braces
 * nobody can tell. */
static size_t
place_of_piece(struct text cell, size_t piece)
{
	size_t i, n = 0;

	if (memchr(cell.p, '{', cell.len) != NULL)
		return 1;
	for (i = 0; i < cell.len; i++) {
		bool blank = braces_is_blank(cell.p[i]);

		if (!blank && (i == 0 || braces_is_blank(cell.p[i - 1])) &&
			n++ == piece)
			return i + 1;
		i += cell.p[i] == '\\';
	}
	return 1;
}

/* The '!' of a word that goes on in braces; NULL if there is none. */
static const char *
find_exact_group(struct text cell)
{
	const char *s = cell.p, *end = cell.p + cell.len, *exact = NULL;
	char before = ' ';

	if (memchr(cell.p, '!', cell.len) == NULL)
		return NULL;
	for (; s < end; before = *s++) {
		bool first = braces_is_blank(before) || before == '{' ||
			before == '|';

		if (*s == '\\' && s + 1 < end)
			s++;
		else if (*s == '!' && first)
			exact = s;
		else if (braces_is_blank(*s) || *s == '|' || *s == '}')
			exact = NULL;
		else if (*s == '{' && exact != NULL && s > exact + 1)
			return exact;
	}
	return NULL;
}

static enum rc
read_forms(struct term *t, struct fold *fold, struct text cell, bool sets,
	struct err *err)
{
	struct text form, folded = fold_cell(t, fold, cell);
	const char *exact = find_exact_group(cell);
	enum rc rc;

	if (folded.p != cell.p && product_read(t, folded, sets))
		return CLAMOR_OK;
	rc = braces_begin(&t->braces, folded, err);
	if (rc == CLAMOR_OK && exact != NULL)
		return bad(err, (size_t)(exact - cell.p) + 1,
			"'!' takes no braces (write a row for each word)");
	if (rc != CLAMOR_OK && folded.p != cell.p) /* for its place */
		return braces_begin(&t->braces, cell, err);
	while (rc == CLAMOR_OK) {
		rc = braces_next(&t->braces, &form, err);
		if (rc == CLAMOR_OK)
			rc = read_form(t, fold, form, err);
	}
	if (rc == CLAMOR_EINVAL && err->col == 0)
		err->col = place_of_piece(cell, t->piece);
	return rc == CLAMOR_END ? CLAMOR_OK : rc;
}

static enum rc
read_term(struct term *t, struct fold *fold, struct text cell, bool sets,
	struct err *err)
{
	t->is_regex = false;
	t->nforms = t->nitems = t->nwords = t->nmembers = t->nmet = 0;
	buf_clear(&t->bytes);
	err->col = 0;
	if (utf8_valid_prefix(cell.p, cell.len) != cell.len)
		return bad(err, 0, "invalid UTF-8 (save as CSV UTF-8)");
	if (cell.len > TERM_BYTES_MAX)
		return bad(err, 0,
			"a term of more than 8192 bytes (make several rows "
			"of it)");
	if (read_emoticon(t, fold, cell))
		return CLAMOR_OK;
	if (cell.len > 2 && cell.p[0] == '/' && cell.p[cell.len - 1] == '/') {
		t->is_regex = true;
		t->regex = (struct text){ cell.p + 1, cell.len - 2 };
		return CLAMOR_OK;
	}
	return read_forms(t, fold, cell, sets, err);
}

enum rc
term_read(struct term *t, struct fold *fold, struct text cell, struct err *err)
{
	return read_term(t, fold, cell, false, err);
}

enum rc
term_read_sets(
	struct term *t, struct fold *fold, struct text cell, struct err *err)
{
	return read_term(t, fold, cell, true, err);
}

enum rc
term_keep(struct term *t, struct text numbers, struct err *err)
{
	struct text rest = list_of(numbers), item;
	size_t n = 0;
	int64_t number, last = 0;

	while (list_next(&rest, ';', &item)) {
		if (!number_whole(item, &number) || number <= last ||
			(size_t)number > t->nforms)
			return err_set(err, CLAMOR_EINVAL,
				"'%.*s' are no numbers of the %zu forms of "
				"the term, in rising order (as in 1;3)",
				(int)numbers.len, numbers.p, t->nforms);
		t->forms[n++] = t->forms[number - 1];
		last = number;
	}
	t->nforms = n;
	return CLAMOR_OK;
}

void
term_free(struct term *t)
{
	braces_free(&t->braces);
	free(t->forms);
	free(t->items);
	free(t->words);
	free(t->members);
	free(t->met);
	free(t->ways);
	free(t->parts);
	buf_free(&t->bytes);
	buf_free(&t->scratch);
	buf_free(&t->run);
	post_free(&t->post);
	*t = (struct term){ 0 };
}
