/* slips.c - terms that hardly say what was meant. */
#include "config.h"

#include "braces.h"
#include "emoticon.h"
#include "mojibake.h"
#include "remnant.h"
#include "slips.h"
#include "words.h"

#define SHORT_STEM 2 /* letters: hundreds of words begin with them */

struct slips {
	const struct findings *f;
	struct fold *fold;
	struct term term; /* of the entry in hand */
	struct buf scratch;
	size_t file; /* that weighs is about */
	bool weighs; /* has any of its rows a weight? */
};

/* Of ASCII: enough of all letters for what is looked at here. */
static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static struct text
folded(struct slips *s, struct text t)
{
	buf_clear(&s->scratch);
	(void)fold_text(s->fold, &s->scratch, t.p, t.len, NULL);
	return buf_text(&s->scratch);
}

/* Cut the next blank-separated piece off; what stands behind a backslash is
 * part of it. */
static bool
next_piece(struct text *rest, struct text *piece)
{
	size_t i = 0;

	while (rest->len > 0 && braces_is_blank(*rest->p))
		*rest = (struct text){ rest->p + 1, rest->len - 1 };
	while (i < rest->len && !braces_is_blank(rest->p[i]))
		i += rest->p[i] == '\\' && i + 1 < rest->len ? 2 : 1;
	*piece = (struct text){ rest->p, i };
	*rest = (struct text){ rest->p + i, rest->len - i };
	return i > 0;
}

/* Pieces. */

/* Does a piece of text stand between blanks, as far as is seen? Alternatives
 * may begin and end with one: "{el |}<num>". */
static bool
is_between_blanks(struct text t, size_t from, size_t to)
{
	return (from == 0 || memchr("{|}", t.p[from - 1], 3) != NULL) &&
		(to == t.len || memchr("{|}", t.p[to], 3) != NULL);
}

/* "<num>horas" */
static bool
has_glued_class(struct text t)
{
	size_t i, end;

	for (i = 0; i + 2 < t.len; i++) {
		i += t.p[i] == '\\';
		if (i == t.len || t.p[i] != '<')
			continue;
		for (end = i + 1; end < t.len && is_letter(t.p[end]);)
			end++;
		if (end < t.len && t.p[end] == '>' &&
			item_class_of((struct text){
				t.p + i + 1, end - i - 1 }) != ITEM_WORD &&
			!is_between_blanks(t, i, end + 1))
			return true;
	}
	return false;
}

/* "no~3", "~3llega", "~": none is a gap. */
static bool
has_lost_gap(struct text t)
{
	size_t i, end;

	if (text_is(t, "~"))
		return true;
	for (i = 0; i + 1 < t.len; i++) {
		i += t.p[i] == '\\';
		if (i == t.len || t.p[i] != '~')
			continue;
		for (end = i + 1; end < t.len && is_digit(t.p[end]);)
			end++;
		if (end > i + 1 && !is_between_blanks(t, i, end))
			return true;
	}
	return false;
}

/* Is one opened behind a letter, before one, and closed? */
static bool
has_bracket(struct text t, char open, char close)
{
	const char *last = t.len > 0 ? memrchr(t.p, close, t.len) : NULL;
	const char *s;

	for (s = t.p + 1; last != NULL && s < last; s++)
		if (*s == open && is_letter(s[-1]) && is_letter(s[1]))
			return true;
	return false;
}

/* "problema(s)", "mal[oa]"; not faces such as "ヽ(•‿•)ノ". */
static bool
has_brackets(struct text t)
{
	return has_bracket(t, '(', ')') || has_bracket(t, '[', ']');
}

/* "amigo/a": not "c/u", "y/o" */
static bool
has_slashed_ending(struct text t)
{
	static const char *const endings[] = { "a", "o", "e", "s", "as", "os",
		"es" };
	const char *slash = t.len > 0 ? memchr(t.p, '/', t.len) : NULL;
	struct text ending;
	size_t i;

	if (slash == NULL || slash - t.p < 3 || !is_letter(slash[-1]))
		return false;
	ending = (struct text){ slash + 1, (size_t)(t.p + t.len - slash) - 1 };
	for (i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		if (text_is(ending, endings[i]))
			return true;
	return false;
}

static bool
is_ellipsis(struct text t)
{
	return text_is(t, "..") || text_is(t, "...") ||
		text_is(t, "\xE2\x80\xA6");
}

static void
tell(struct slips *s, const struct entry *e, const char *problem,
	const char *suggestion)
{
	finding_tell(s->f, e, "term", suggestion, "'%.*s': %s",
		(int)e->term.len, e->term.p, problem);
}

static bool
tell_piece(struct slips *s, const struct entry *e, struct text piece)
{
	if (emoticon_is(folded(s, piece)))
		return false;
	if (has_glued_class(piece))
		tell(s, e, "a class glued to something else is just letters",
			"put blanks around it");
	else if (has_lost_gap(piece))
		tell(s, e, "a gap stands between blanks",
			"as in 'no ~3 llega'");
	else if (has_brackets(piece))
		tell(s, e, "brackets are no syntax, what is in them is a word",
			"write alternatives in braces, as in problema{|s}");
	else if (has_slashed_ending(piece))
		tell(s, e, "what stands behind the '/' is a word of its own",
			"write alternatives in braces, as in amig{o|a}");
	else
		return false;
	return true;
}

static bool
tell_pieces(struct slips *s, const struct entry *e)
{
	struct text rest = e->term, piece;
	bool first = true;

	for (; next_piece(&rest, &piece); first = false) {
		if (tell_piece(s, e, piece))
			return true;
		if (!first && rest.len > 0 && is_ellipsis(piece)) {
			tell(s, e, "dots between words mean nothing",
				"write ~3 for a gap of up to three words");
			return true;
		}
	}
	return false;
}

/* Cells. */

/* "mal{o,a}", "caja{s}": groups that have nothing to choose from, and were
 * meant to. */
static bool
has_single_alternative(struct text t)
{
	size_t i,
		from = 0; /* what the group in hand holds; 0: it is in order */
	bool separated = false;

	for (i = 0; i < t.len; i++) { /* the innermost groups will do */
		if (t.p[i] == '\\') {
			i++;
		} else if (t.p[i] == '{') {
			from = i + 1;
			separated = false;
		} else if (t.p[i] == '|') {
			from = 0;
		} else if (t.p[i] == '}' && from > 0) {
			if (separated || (i == from + 1 && t.p[from] == 's'))
				return true;
			from = 0;
		} else if (t.p[i] == ',' || t.p[i] == '/' || t.p[i] == ';') {
			separated = true;
		}
	}
	return false;
}

static bool
tell_cell(struct slips *s, const struct entry *e)
{
	struct text t = e->term;

	if (t.len > 2 && t.p[0] == '/') {
		tell(s, e, "an expression ends in '/', too; this is words",
			"close it, or write \\/ for the character");
		return true;
	}
	if (has_single_alternative(t)) {
		tell(s, e, "braces without '|' have nothing to choose from",
			"separate alternatives by '|'");
		return true;
	}
	buf_clear(&s->scratch);
	if (!mojibake_undo(&s->scratch, t))
		return false;
	tell(s, e, "UTF-8 that was read as Windows-1252 and saved again",
		buf_cstr(&s->scratch));
	return true;
}

/* What it is read into. */

/* The only word or stem of the term in hand; NULL if it has more. */
static const struct lexicon_item *
single_item(const struct slips *s)
{
	const struct term *t = &s->term;

	return t->nforms == 1 && t->forms[0].n == 1 &&
			item_has_word(&t->items[t->forms[0].first])
		? &t->items[t->forms[0].first]
		: NULL;
}

/* Of the Latin ones: folding leaves ASCII and "ñ" of the Spanish. */
static bool
begins_with_letter(struct text word)
{
	return is_letter(*word.p) || (unsigned char)*word.p == 0xC3;
}

static size_t
count_letters(struct text word)
{
	size_t i, n = 0;

	for (i = 0; i < word.len; i++)
		n += ((unsigned char)word.p[i] & 0xC0) != 0x80;
	return n;
}

static bool
tell_reading(struct slips *s, const struct entry *e)
{
	const struct lexicon_item *it = single_item(s);
	struct text left, word;

	if (it == NULL)
		return false;
	word = (struct text){ s->term.bytes.p + s->term.words[it->word].at,
		s->term.words[it->word].len };
	if (remnant_of(&s->term, e->term, &left))
		finding_tell(s->f, e, "term",
			"take it out, or write more words",
			"'%.*s': only '%.*s' of it is looked for",
			(int)e->term.len, e->term.p, (int)left.len, left.p);
	else if (it->kind == ITEM_STEM && begins_with_letter(word) &&
		count_letters(word) <= SHORT_STEM)
		finding_tell(s->f, e, "term", "write a longer stem",
			"'%.*s' hits all words that begin with '%.*s'",
			(int)e->term.len, e->term.p, (int)word.len, word.p);
	else if (it->kind == ITEM_WORD && e->weight != 0 &&
		e->role == ROLE_OPINION && words_is_function(word))
		finding_tell(s->f, e, "term",
			"write the words that make it an opinion",
			"'%.*s' says nothing by itself and stands in most "
			"posts",
			(int)e->term.len, e->term.p);
	else
		return false;
	return true;
}

static bool
file_weighs(struct slips *s, size_t file)
{
	const struct table *t = lexicon_table(s->f->lex, file);
	size_t weight = table_column(t, "weight"), i;

	if (s->file == file)
		return s->weighs;
	s->file = file;
	s->weighs = false;
	for (i = 0; i < table_nrows(t) && !s->weighs; i++)
		s->weighs = table_cell(t, i, weight).len > 0;
	return s->weighs;
}

/* An opinion that says nothing, in a file where others weigh. */
static bool
tell_silent(struct slips *s, const struct entry *e)
{
	const struct table *t = lexicon_table(s->f->lex, e->file);

	if (e->role != ROLE_OPINION || e->code != CODE_NONE ||
		e->intent != INTENT_NONE || e->severity != 0 ||
		!file_weighs(s, e->file) ||
		table_cell(t, e->row, table_column(t, "weight")).len > 0)
		return false;
	finding_tell(s->f, e, "weight",
		"fill one; weight 0 keeps the words in it from counting",
		"'%.*s' has no weight, code, intent or severity",
		(int)e->term.len, e->term.p);
	return true;
}

static bool
tell_slang(struct slips *s, const struct entry *e)
{
	struct text word;
	bool same;

	if (e->role != ROLE_SLANG || single_item(s) == NULL)
		return false;
	word = (struct text){ s->term.bytes.p + s->term.words[0].at,
		s->term.words[0].len };
	same = text_eq(folded(s, e->to), word);
	if (same)
		finding_tell(s->f, e, "to", "take it out",
			"'%.*s' means itself: capitals and accents make no "
			"difference",
			(int)e->term.len, e->term.p);
	return same;
}

static void
tell_entry(struct slips *s, const struct entry *e)
{
	struct err err = { 0 };

	if (term_read(&s->term, s->fold, e->term, &err) != CLAMOR_OK ||
		s->term.is_regex)
		return;
	if (!tell_cell(s, e) && !tell_pieces(s, e) && !tell_reading(s, e) &&
		!tell_slang(s, e))
		(void)tell_silent(s, e);
}

void
slips_tell(const struct findings *f)
{
	struct slips s = { .f = f, .fold = fold_new(), .file = TABLE_NONE };
	size_t i;

	for (i = 0; i < lexicon_nentries(f->lex); i++) {
		const struct entry *e = lexicon_entry(f->lex, i);

		if (e->role != ROLE_OFF)
			tell_entry(&s, e);
	}
	term_free(&s.term);
	buf_free(&s.scratch);
	fold_free(s.fold);
}
