/* rivals.c - entries in each other's way. */
#include "config.h"

#include <stdlib.h>

#include "number.h"
#include "rivals.h"
#include "xalloc.h"

/* Spellings that are the same but for something. */

/* Forms by such a spelling, the first of each. */
struct spellings {
	struct vocab *numbers;
	uint32_t *form; /* by number: index + 1; 0: none */
	size_t cap;
	struct buf text;
};

/* Where the first form of the spelling in s->text is kept. */
static uint32_t *
spelling_slot(struct spellings *s)
{
	uint32_t number = vocab_add(s->numbers, buf_text(&s->text));
	size_t had = s->cap;

	if (number >= had) {
		s->cap = (number + 1) * 2;
		s->form = xreallocarray(s->form, s->cap, sizeof(*s->form));
		memset(s->form + had, 0, (s->cap - had) * sizeof(*s->form));
	}
	return &s->form[number];
}

static void
spellings_free(struct spellings *s)
{
	vocab_free(s->numbers);
	free(s->form);
	buf_free(&s->text);
}

static bool
is_article(struct text w)
{
	/* without lo: before a verb it is a pronoun, else part of a turn of
	 * phrase */
	static const char *const articles[] = { "el", "la", "los", "las", "un",
		"una", "unos", "unas" };
	size_t i;

	for (i = 0; i < sizeof(articles) / sizeof(articles[0]); i++)
		if (text_is(w, articles[i]))
			return true;
	return false;
}

/* An item as terms write it, behind those that are there. */
static void
add_item(const struct findings *f, struct buf *out,
	const struct lexicon_item *it, unsigned gap)
{
	if (out->len > 0)
		buf_addc(out, ' ');
	if (gap > 0)
		buf_addf(out, "~%u ", gap);
	if (it->kind == ITEM_EXACT) {
		buf_addc(out, '!');
		buf_addt(out, lexicon_exact(f->lex, it));
	} else if (item_has_word(it)) {
		buf_addt(out, finding_word(f, it));
		if (it->kind == ITEM_STEM)
			buf_addc(out, '*');
	} else {
		buf_addf(
			out, "<%s>", item_class_name((enum item_kind)it->kind));
	}
}

/* The spelling without articles; how many words are left. */
static uint32_t
spell_without_articles(const struct findings *f, struct buf *out,
	const struct lexicon_form *form)
{
	const struct lexicon_item *it = lexicon_items(f->lex, form);
	uint32_t i, left = 0;
	unsigned gap = 0; /* of the articles left out, too */

	for (i = 0; i < form->n; i++) {
		gap += it[i].gap;
		if (it[i].kind == ITEM_WORD &&
			is_article(finding_word(f, &it[i])))
			continue;
		add_item(f, out, &it[i], gap);
		gap = 0;
		left++;
	}
	return left;
}

static bool
is_article_at(
	const struct findings *f, const struct lexicon_form *form, uint32_t i)
{
	const struct lexicon_item *it = lexicon_items(f->lex, form);

	return i < form->n && it[i].kind == ITEM_WORD &&
		is_article(finding_word(f, &it[i]));
}

static bool
is_same_item(const struct lexicon_form *a, uint32_t i,
	const struct lexicon_form *b, uint32_t k, const struct findings *f)
{
	const struct lexicon_item *x, *y;

	if (i >= a->n || k >= b->n)
		return false;
	x = lexicon_items(f->lex, a) + i;
	y = lexicon_items(f->lex, b) + k;
	return x->kind == y->kind && x->word == y->word;
}

/*
 * Of two forms that are the same but for articles: do they stand, or miss, in
 * the same places, so that one could be written for the other? Not so "no lo
 * mas caro el" and "no mas caro". An article at either end makes a longer
 * phrase, which may well mean something else; then it is on purpose.
 */
static bool
is_oversight(const struct findings *f, const struct lexicon_form *a,
	const struct lexicon_form *b)
{
	bool same = entry_says_the_same(lexicon_entry(f->lex, a->entry),
		lexicon_entry(f->lex, b->entry));
	uint32_t only_a = 0, only_b = 0, i = 0, k = 0;
	bool inner = true;

	while (i < a->n || k < b->n) {
		bool in_a = is_article_at(f, a, i);
		bool in_b = is_article_at(f, b, k);

		if (is_same_item(a, i, b, k, f) || (in_a && in_b)) {
			i++;
			k++;
		} else if (in_a) {
			inner &= i > 0 && i + 1 < a->n;
			only_a++;
			i++;
		} else if (in_b) {
			inner &= k > 0 && k + 1 < b->n;
			only_b++;
			k++;
		} else {
			return false; /* cannot be: they are the same */
		}
	}
	return (only_a == 0 || only_b == 0) && (inner || same);
}

/* One term for a form with articles and one without. */
static void
spell_together(const struct findings *f, struct buf *out,
	const struct lexicon_form *a, const struct lexicon_form *b)
{
	const struct lexicon_form *form = a->n > b->n ? a : b;
	const struct lexicon_item *it = lexicon_items(f->lex, form);
	uint32_t i;

	if (a->n == b->n) {
		struct text ka = lexicon_key(f->lex, a);
		struct text kb = lexicon_key(f->lex, b);

		buf_addf(out, "{%.*s|%.*s}", (int)ka.len, ka.p, (int)kb.len,
			kb.p);
		return;
	}
	for (i = 0; i < form->n; i++)
		if (is_article_at(f, form, i)) {
			if (i > 0)
				buf_addc(out, ' ');
			if (it[i].gap > 0)
				buf_addf(out, "~%u ", it[i].gap);
			buf_addf(out, "{|%.*s}",
				(int)finding_word(f, &it[i]).len,
				finding_word(f, &it[i]).p);
		} else {
			add_item(f, out, &it[i], it[i].gap);
		}
}

static void
tell_alike(const struct findings *f, size_t form, size_t before)
{
	const struct lexicon_form *a = lexicon_form(f->lex, form);
	const struct lexicon_form *b = lexicon_form(f->lex, before);
	struct text ka = lexicon_key(f->lex, a), kb = lexicon_key(f->lex, b);
	struct buf place = { 0 }, together = { 0 };

	finding_place(&place, f->lex, finding_entry(f, before));
	spell_together(f, &together, a, b);
	finding_tell(f, finding_entry(f, form), "term", buf_cstr(&together),
		"'%.*s' is nearly '%.*s' in %s: they differ by articles",
		(int)ka.len, ka.p, (int)kb.len, kb.p, buf_cstr(&place));
	buf_free(&place);
	buf_free(&together);
}

void
rivals_alike(const struct findings *f)
{
	struct spellings s = { .numbers = vocab_new() };
	uint32_t told = UINT32_MAX; /* one finding an entry is enough */
	size_t i;

	for (i = 0; i < lexicon_nforms(f->lex); i++) {
		const struct lexicon_form *form = lexicon_form(f->lex, i);
		uint32_t *slot;

		if (form->is_regex)
			continue;
		buf_clear(&s.text);
		if (spell_without_articles(f, &s.text, form) < 2)
			continue; /* "lo peor" is more than "peor" */
		buf_addc(&s.text, '\n');
		buf_addt(&s.text, finding_entry(f, i)->role_name);
		slot = spelling_slot(&s);
		if (*slot == 0) {
			*slot = (uint32_t)i + 1;
		} else if (lexicon_form(f->lex, *slot - 1)->entry !=
				form->entry &&
			told != form->entry &&
			is_oversight(
				f, form, lexicon_form(f->lex, *slot - 1))) {
			tell_alike(f, i, *slot - 1);
			told = form->entry;
		}
	}
	spellings_free(&s);
}

/* Of two opinions on the same words, does the first one count? By the term,
 * then by the role (clamor-lexicon(5), "Overlapping hits"). */
static bool
comes_first(const struct entry *a, const struct entry *b)
{
	int d = text_cmp(a->term, b->term);

	return d != 0 ? d < 0 : text_cmp(a->role_name, b->role_name) < 0;
}

/* Has its entry no other form? Those of one stand together. */
static bool
is_only_form(const struct findings *f, size_t form)
{
	uint32_t entry = lexicon_form(f->lex, form)->entry;

	return (form == 0 || lexicon_form(f->lex, form - 1)->entry != entry) &&
		(form + 1 == lexicon_nforms(f->lex) ||
			lexicon_form(f->lex, form + 1)->entry != entry);
}

static void
tell_doubled(const struct findings *f, size_t a, size_t b)
{
	bool first = comes_first(finding_entry(f, a), finding_entry(f, b));
	size_t loser = first ? b : a;
	const struct entry *e = finding_entry(f, loser);
	const struct entry *by = finding_entry(f, first ? a : b);
	struct buf place = { 0 };

	if (!is_only_form(f, loser))
		return;
	finding_place(&place, f->lex, by);
	finding_tell(f, e, "term", "take one of them out",
		"'%.*s' never counts: '%.*s' in %s has another role and comes "
		"first",
		(int)e->term.len, e->term.p, (int)by->term.len, by->term.p,
		buf_cstr(&place));
	buf_free(&place);
}

void
rivals_doubled(const struct findings *f)
{
	struct spellings s = { .numbers = vocab_new() };
	size_t i;

	for (i = 0; i < lexicon_nforms(f->lex); i++) {
		const struct lexicon_form *form = lexicon_form(f->lex, i);
		uint32_t *slot;

		if (form->is_regex || !role_opines(finding_entry(f, i)->role))
			continue;
		buf_clear(&s.text);
		buf_addt(&s.text, lexicon_key(f->lex, form));
		slot = spelling_slot(&s);
		if (*slot == 0)
			*slot = (uint32_t)i + 1;
		else if (finding_entry(f, *slot - 1)->role !=
			finding_entry(f, i)->role)
			tell_doubled(f, *slot - 1, i);
	}
	spellings_free(&s);
}

static void
tell_contradictory(const struct findings *f, size_t form, size_t before)
{
	const struct entry *a = finding_entry(f, form),
			   *b = finding_entry(f, before);
	struct text ka = lexicon_key(f->lex, lexicon_form(f->lex, form));
	struct text kb = lexicon_key(f->lex, lexicon_form(f->lex, before));
	struct buf place = { 0 }, wa = { 0 }, wb = { 0 };

	finding_place(&place, f->lex, b);
	number_add_milli(&wa, a->weight);
	number_add_milli(&wb, b->weight);
	finding_tell(f, a, "term", "give both the same sign, or take one out",
		"'%.*s' weighs %s, but '%.*s' in %s weighs %s", (int)ka.len,
		ka.p, buf_cstr(&wa), (int)kb.len, kb.p, buf_cstr(&place),
		buf_cstr(&wb));
	buf_free(&place);
	buf_free(&wa);
	buf_free(&wb);
}

void
rivals_contradictory(const struct findings *f)
{
	struct spellings signs[2] = { { .numbers = vocab_new() },
		{ .numbers = vocab_new() } };
	uint32_t told = UINT32_MAX, other, k;
	size_t i;

	for (i = 0; i < lexicon_nforms(f->lex); i++) {
		const struct lexicon_form *form = lexicon_form(f->lex, i);
		const struct lexicon_item *it = lexicon_items(f->lex, form);
		const struct entry *e = finding_entry(f, i);
		struct spellings *own = &signs[e->weight > 0];
		struct spellings *against = &signs[e->weight <= 0];

		if (form->is_regex || e->weight == 0)
			continue;
		buf_clear(&own->text);
		for (k = 0; k < form->n; k++)
			add_item(f, &own->text, &it[k], 0);
		buf_clear(&against->text);
		buf_addt(&against->text, buf_text(&own->text));
		other = *spelling_slot(against);
		if (other != 0 && told != form->entry) {
			tell_contradictory(f, i, other - 1);
			told = form->entry;
		}
		if (*spelling_slot(own) == 0)
			*spelling_slot(own) = (uint32_t)i + 1;
	}
	spellings_free(&signs[0]);
	spellings_free(&signs[1]);
}
