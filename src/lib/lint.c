/* lint.c - each entry by itself. */
#include "config.h"

#include <stdlib.h>

#include "lint.h"
#include "matcher.h"
#include "plainterm.h"
#include "regex.h"
#include "xalloc.h"

/* Is the entry among the hits, or one of the chosen country's pack, which may
 * have replaced it? */
static bool
is_hit(const struct hits *hits, const struct entry *e)
{
	size_t i;

	for (i = 0; i < hits->n; i++)
		if (hits->v[i].entry == e ||
			(hits->v[i].entry->standing == STANDING_CHOSEN &&
				e->standing != STANDING_CHOSEN))
			return true;
	return false;
}

static void
tell_column(const struct findings *f, const struct table *t, size_t column)
{
	struct text name = table_column_name(t, column);
	const char *like = entry_column_like(name);
	struct err err = { 0 };

	if (like == NULL || strcmp(like, "term") == 0 /* told: refused */
		|| strcmp(like, "note") == 0          /* nota is fine */
		|| table_column(t, like) != TABLE_NONE)
		return;
	err_at(&err, table_path(t), table_line(t, TABLE_HEADER),
		table_byte(t, TABLE_HEADER, column, 0));
	(void)err_set(&err, CLAMOR_EINVAL,
		"the column '%.*s' has no meaning here", (int)name.len, name.p);
	f->tell(f->ctx, &err, like);
}

void
lint_columns(const struct findings *f)
{
	size_t file, i;

	for (file = 0; file < lexicon_nfiles(f->lex); file++) {
		const struct table *t = lexicon_table(f->lex, file);

		for (i = 0; i < table_ncolumns(t); i++)
			if (!entry_is_own_column(table_column_name(t, i)))
				tell_column(f, t, i);
	}
}

void
lint_examples(const struct findings *f)
{
	struct matcher *m = matcher_new(f->lex);
	struct hits hits = { 0 };
	size_t i;

	for (i = 0; i < lexicon_nentries(f->lex); i++) {
		const struct entry *e = lexicon_entry(f->lex, i);
		const struct table *t = lexicon_table(f->lex, e->file);
		struct text example =
			table_cell(t, e->row, table_column(t, "example"));

		if (example.len == 0 || e->role == ROLE_SLANG ||
			e->role == ROLE_OFF || e->standing == STANDING_MODEST)
			continue;
		if (matcher_find(m, example, &hits) == CLAMOR_OK &&
			is_hit(&hits, e))
			continue;
		finding_tell(f, e, "example",
			"write one that the term matches, or change the term",
			"'%.*s' does not match its example '%.*s'",
			(int)e->term.len, e->term.p, (int)example.len,
			example.p);
	}
	hits_free(&hits);
	matcher_free(m);
}

void
lint_gates(const struct findings *f)
{
	size_t i;

	for (i = 0; i < lexicon_nforms(f->lex); i++) {
		const struct lexicon_form *form = lexicon_form(f->lex, i);
		const struct expression *x;

		if (!form->is_regex)
			continue;
		x = lexicon_expression(f->lex, form);
		if (regex_gate(x->regex)->n == 0)
			finding_tell(f, lexicon_entry(f->lex, form->entry),
				"term",
				"let three letters or more stand in whatever "
				"it matches",
				"'%.*s' has no letters that every match needs: "
				"it runs on every post",
				(int)x->cell.len, x->cell.p);
	}
}

void
lint_expressions(const struct findings *f)
{
	struct fold *fold = fold_new();
	struct buf plain = { 0 };
	struct term term = { 0 };
	struct err err = { 0 };
	size_t i;

	for (i = 0; i < lexicon_nforms(f->lex); i++) {
		const struct lexicon_form *form = lexicon_form(f->lex, i);
		struct text cell;

		buf_clear(&plain);
		if (!form->is_regex)
			continue;
		cell = lexicon_expression(f->lex, form)->cell;
		if (!plainterm_of_regex(&plain, text_inside(cell)) ||
			term_read(&term, fold, buf_text(&plain), &err) !=
				CLAMOR_OK)
			continue;
		finding_tell(f, lexicon_entry(f->lex, form->entry), "term",
			buf_cstr(&plain),
			"'%.*s' could be a plain term, which is faster",
			(int)cell.len, cell.p);
	}
	term_free(&term);
	buf_free(&plain);
	fold_free(fold);
}

/* Something that a class matches; NULL for <brand>, which may have none. */
static const char *
specimen(enum item_kind kind)
{
	switch (kind) {
	case ITEM_NUM:
		return "3";
	case ITEM_TIME:
		return "14:30";
	case ITEM_MONEY:
		return "$500";
	case ITEM_USER:
		return "@alguien";
	case ITEM_URL:
		return "http://ejemplo.es";
	case ITEM_EMOJI:
		return "\xF0\x9F\x98\x80";
	case ITEM_BRAND:
	case ITEM_WORD:
	case ITEM_STEM:
	case ITEM_SET:
	case ITEM_EXACT:
		break;
	}
	return NULL;
}

/* A text in which the form stands, and nothing else; false if none can be
 * made. */
static bool
write_specimen(struct buf *out, const struct lexicon *lex,
	const struct lexicon_form *form)
{
	const struct lexicon_item *items = lexicon_items(lex, form);
	uint32_t i;

	buf_clear(out);
	for (i = 0; i < form->n; i++) {
		const struct lexicon_item *it = &items[i];
		const char *s = specimen((enum item_kind)it->kind);

		if (it->kind == ITEM_BRAND)
			return false;
		if (i > 0)
			buf_addc(out, ' ');
		if (it->kind == ITEM_EXACT)
			buf_addt(out, lexicon_exact(lex, it));
		else if (s != NULL)
			buf_adds(out, s);
		else
			buf_addt(out, vocab_text(lexicon_vocab(lex), it->word));
	}
	return !form->is_regex && form->n > 0;
}

/* Does the entry hit all of the text? (In the original: the words of a #tag
 * stand behind it once more.) */
static bool
is_hit_whole(struct matcher *m, struct text text, struct hits *hits,
	const struct entry *e)
{
	size_t i;

	if (matcher_find(m, text, hits) != CLAMOR_OK)
		return true; /* an expression's limit, not the form's fault */
	for (i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->v[i];

		if (h->entry == e && h->from == 0 && h->to == text.len)
			return true;
	}
	return false;
}

static void
tell_dead_forms(const struct findings *f, struct matcher *m, struct hits *hits)
{
	struct buf text = { 0 }, read = { 0 };
	size_t i;

	for (i = 0; i < lexicon_nforms(f->lex); i++) {
		const struct lexicon_form *form = lexicon_form(f->lex, i);
		const struct entry *e = lexicon_entry(f->lex, form->entry);
		struct text key = lexicon_key(f->lex, form);

		if (!write_specimen(&text, f->lex, form) ||
			is_hit_whole(m, buf_text(&text), hits, e))
			continue;
		buf_clear(&read);
		if (form->n > TERM_SPAN_MAX)
			buf_addf(&read, "slang makes it longer than %d words",
				TERM_SPAN_MAX);
		else if (lexicon_items(f->lex, form)[form->n - 1].kind ==
			ITEM_STEM)
			buf_adds(&read, "only words have endings: no * here");
		else
			buf_addf(&read, "posts are read as '%.*s' there",
				(int)matcher_post(m)->text.len,
				matcher_post(m)->text.p);
		finding_tell(f, e, "term", buf_cstr(&read),
			"'%.*s' can never match", (int)key.len, key.p);
	}
	buf_free(&text);
	buf_free(&read);
}

/* A form and its key. */
struct keyed {
	struct text key;
	const struct lexicon_form *form;
};

/* Forms in the order of their keys. */
struct order {
	struct keyed *v;
	size_t n;
};

static int
compare_keys(const void *pa, const void *pb)
{
	const struct keyed *a = pa, *b = pb;
	int d = text_cmp(a->key, b->key);

	return d != 0 ? d : (a->form > b->form) - (a->form < b->form);
}

static void
sort_keys(struct order *k, const struct lexicon *lex)
{
	size_t i;

	k->n = lexicon_nforms(lex);
	k->v = xcalloc(k->n, sizeof(*k->v));
	for (i = 0; i < k->n; i++) {
		k->v[i].form = lexicon_form(lex, i);
		k->v[i].key = lexicon_key(lex, k->v[i].form);
	}
	if (k->n > 1)
		qsort(k->v, k->n, sizeof(*k->v), compare_keys);
}

/* The entry that has a form of this spelling; NULL if there is none. */
static const struct entry *
entry_of_key(const struct order *k, const struct lexicon *lex, struct text key)
{
	size_t low = 0, high = k->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (text_cmp(k->v[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < k->n && text_eq(k->v[low].key, key)
		? lexicon_entry(lex, k->v[low].form->entry)
		: NULL;
}

static void
tell_dead_slang(const struct findings *f, struct matcher *m, struct hits *hits)
{
	struct buf place = { 0 };
	struct order order;
	size_t i;

	sort_keys(&order, f->lex);
	for (i = 0; i < lexicon_nentries(f->lex); i++) {
		const struct entry *e = lexicon_entry(f->lex, i), *other;
		const struct post *p = matcher_post(m);

		if (e->role != ROLE_SLANG ||
			matcher_find(m, e->term, hits) != CLAMOR_OK ||
			p->ntokens == 0 || (p->tokens[0].flags & TOKEN_CHANGED))
			continue;
		other = entry_of_key(&order, f->lex, p->text);
		if (other == NULL)
			continue; /* taken out by role=off */
		buf_clear(&place);
		finding_place(&place, f->lex, other);
		finding_tell(f, e, "term", "take one of them out",
			"'%.*s' is never replaced: it is an entry itself in %s",
			(int)e->term.len, e->term.p, buf_cstr(&place));
	}
	free(order.v);
	buf_free(&place);
}

void
lint_dead(const struct findings *f)
{
	struct matcher *m = matcher_new(f->lex);
	struct hits hits = { 0 };

	tell_dead_forms(f, m, &hits);
	tell_dead_slang(f, m, &hits);
	hits_free(&hits);
	matcher_free(m);
}
