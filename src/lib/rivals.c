/* rivals.c - entries in each other's way. */
#include "config.h"

#include <stdlib.h>

#include "hash.h"
#include "number.h"
#include "rivals.h"
#include "xalloc.h"

static const struct entry *
entry_of(const struct findings *f, size_t form)
{
	return lexicon_entry(f->lex, lexicon_form(f->lex, form)->entry);
}

static struct text
word_of(const struct findings *f, const struct lexicon_item *it)
{
	return vocab_text(lexicon_vocab(f->lex), it->word);
}

/* Entries that are wider than others. */

#define LOOKS 1000 /* at wide forms for one form: hostile files have more */

/* Forms with a stem or a gap, by how many words they have and the numbers of
 * the first and the last; a class has the number 0. */
struct wide {
	const struct findings *f;
	uint32_t *head, *next; /* index of a form + 1; 0: no more */
	size_t mask;           /* of head */
};

static bool
has_word(const struct lexicon_item *it)
{
	return it->kind == ITEM_WORD || it->kind == ITEM_STEM;
}

static uint32_t
number_of(const struct lexicon_item *it)
{
	return has_word(it) ? it->word : 0;
}

/* The wide forms of so many words between these two. */
static uint32_t *
head_of(const struct wide *w, uint32_t n, uint32_t first, uint32_t last)
{
	return &w->head[hash_mix(((uint64_t)first << 32 | last) + 1,
				0x9E3779B97F4A7C15u + 2 * n) &
		w->mask];
}

static bool
is_wide(const struct findings *f, const struct lexicon_form *form)
{
	const struct lexicon_item *it = lexicon_items(f->lex, form);
	uint32_t i;

	for (i = 0; i < form->n; i++)
		if (it[i].kind == ITEM_STEM || it[i].gap > 0)
			return true;
	return false;
}

static void
index_wide(struct wide *w, const struct findings *f)
{
	size_t i;

	w->f = f;
	for (w->mask = 15; w->mask < lexicon_nforms(f->lex);)
		w->mask = 2 * w->mask + 1;
	w->head = xcalloc(w->mask + 1, sizeof(*w->head));
	w->next = xcalloc(lexicon_nforms(f->lex), sizeof(*w->next));
	for (i = lexicon_nforms(f->lex); i-- > 0;) {
		const struct lexicon_form *form = lexicon_form(f->lex, i);
		const struct lexicon_item *it = lexicon_items(f->lex, form);
		uint32_t *head;

		if (form->is_regex || !is_wide(f, form))
			continue;
		head = head_of(w, form->n, number_of(&it[0]),
			number_of(&it[form->n - 1]));
		w->next[i] = *head;
		*head = (uint32_t)i + 1;
	}
}

static bool
item_covers(const struct findings *f, const struct lexicon_item *wide,
	const struct lexicon_item *it)
{
	struct text stem, word;

	if (wide->gap < it->gap)
		return false;
	if (wide->kind == ITEM_EXACT)
		return it->kind == ITEM_EXACT &&
			text_eq(wide->exact, it->exact);
	if (wide->kind != ITEM_STEM)
		return wide->kind == it->kind &&
			(wide->kind != ITEM_WORD || wide->word == it->word);
	if (!has_word(it))
		return false;
	stem = word_of(f, wide);
	word = word_of(f, it);
	/* only words have endings: 5* does not match 5€ */
	return (stem.p[0] < '0' || stem.p[0] > '9') && stem.len <= word.len &&
		memcmp(stem.p, word.p, stem.len) == 0;
}

/* Is all that a form matches matched by the wider one, at the same place? */
static bool
covers(const struct findings *f, const struct lexicon_form *wide,
	const struct lexicon_form *form)
{
	const struct lexicon_item *a = lexicon_items(f->lex, wide);
	const struct lexicon_item *b = lexicon_items(f->lex, form);
	uint32_t i;

	if (wide->n != form->n || wide->entry == form->entry)
		return false;
	for (i = 0; i < form->n; i++)
		if (!item_covers(f, &a[i], &b[i]))
			return false;
	return true;
}

static bool
says_the_same(const struct entry *a, const struct entry *b)
{
	return a->weight == b->weight && a->code == b->code &&
		a->intent == b->intent && a->severity == b->severity &&
		a->strength == b->strength && a->reach == b->reach &&
		text_eq(a->to, b->to);
}

/* Does the wider entry leave nothing to do for the other? At the same words
 * the one whose term comes first by bytes scores. */
static bool
swallows(const struct entry *wide, const struct entry *e)
{
	return text_eq(wide->role_name, e->role_name) &&
		(says_the_same(wide, e) ||
			(role_scores(e->role) &&
				text_cmp(wide->term, e->term) < 0));
}

static const struct entry *
swallower_at(const struct wide *w, uint32_t first, uint32_t last, size_t form)
{
	const struct lexicon_form *fm = lexicon_form(w->f->lex, form);
	uint32_t i = *head_of(w, fm->n, first, last), looks;

	for (looks = 0; i != 0 && looks < LOOKS; i = w->next[i - 1], looks++)
		if (covers(w->f, lexicon_form(w->f->lex, i - 1), fm) &&
			swallows(entry_of(w->f, i - 1), entry_of(w->f, form)))
			return entry_of(w->f, i - 1);
	return NULL;
}

/* The numbers that a wider item than this one may have: its own, then those of
 * stems. Returns how many. */
static size_t
wider_numbers(const struct wide *w, const struct lexicon_item *it,
	uint32_t numbers[VOCAB_STEMS_MAX + 1])
{
	const struct vocab *v = lexicon_vocab(w->f->lex);
	uint32_t stems[VOCAB_STEMS_MAX];
	size_t n = 0, count = 1;

	numbers[0] = number_of(it);
	if (numbers[0] != 0)
		n = vocab_stems(v, vocab_text(v, numbers[0]), stems);
	while (n-- > 0)
		if (stems[n] != numbers[0])
			numbers[count++] = stems[n];
	return count;
}

/* The entry that swallows a form; NULL if there is none. */
static const struct entry *
swallower_of(const struct wide *w, size_t form)
{
	const struct lexicon_form *fm = lexicon_form(w->f->lex, form);
	const struct lexicon_item *it = lexicon_items(w->f->lex, fm);
	uint32_t first[VOCAB_STEMS_MAX + 1], last[VOCAB_STEMS_MAX + 1];
	const struct entry *e = NULL;
	size_t nfirst, nlast, i, k;

	if (fm->is_regex)
		return NULL;
	nfirst = wider_numbers(w, &it[0], first);
	nlast = wider_numbers(w, &it[fm->n - 1], last);
	for (i = 0; i < nfirst && e == NULL; i++)
		for (k = 0; k < nlast && e == NULL; k++)
			if (fm->n > 1 || first[i] == last[k])
				e = swallower_at(w, first[i], last[k], form);
	return e;
}

static void
tell_swallowed(const struct findings *f, const struct entry *e,
	const struct entry *by, bool others)
{
	struct buf place = { 0 };

	finding_place(&place, f->lex, by);
	if (says_the_same(e, by))
		finding_tell(f, e, "term", "take it out",
			"'%.*s' adds nothing: '%.*s' in %s%s matches all "
			"of it and says the same",
			(int)e->term.len, e->term.p, (int)by->term.len,
			by->term.p, buf_cstr(&place),
			others ? " (and another)" : "");
	else
		finding_tell(f, e, "term",
			"narrow the wider one, or take one out",
			"'%.*s' never counts: '%.*s' in %s%s matches all of "
			"it, says something else and comes first",
			(int)e->term.len, e->term.p, (int)by->term.len,
			by->term.p, buf_cstr(&place),
			others ? " (and another)" : "");
	buf_free(&place);
}

void
rivals_swallowed(const struct findings *f)
{
	struct wide w;
	size_t n = lexicon_nforms(f->lex), i = 0;

	index_wide(&w, f);
	while (i < n) { /* the forms of one entry stand together */
		uint32_t entry = lexicon_form(f->lex, i)->entry;
		const struct entry *by = NULL, *last = NULL;
		bool all = true, others = false;

		for (; i < n && lexicon_form(f->lex, i)->entry == entry; i++) {
			last = all ? swallower_of(&w, i) : NULL;
			all = all && last != NULL;
			others |= by != NULL && last != by;
			by = by == NULL ? last : by;
		}
		if (all && by != NULL)
			tell_swallowed(
				f, lexicon_entry(f->lex, entry), by, others);
	}
	free(w.head);
	free(w.next);
}

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
		buf_addt(out, it->exact);
	} else if (has_word(it)) {
		buf_addt(out, word_of(f, it));
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
		if (it[i].kind == ITEM_WORD && is_article(word_of(f, &it[i])))
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
		is_article(word_of(f, &it[i]));
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
	bool same = says_the_same(lexicon_entry(f->lex, a->entry),
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
		buf_addf(out, "{%.*s|%.*s}", (int)a->key.len, a->key.p,
			(int)b->key.len, b->key.p);
		return;
	}
	for (i = 0; i < form->n; i++)
		if (is_article_at(f, form, i)) {
			if (i > 0)
				buf_addc(out, ' ');
			if (it[i].gap > 0)
				buf_addf(out, "~%u ", it[i].gap);
			buf_addf(out, "{|%.*s}", (int)word_of(f, &it[i]).len,
				word_of(f, &it[i]).p);
		} else {
			add_item(f, out, &it[i], it[i].gap);
		}
}

static void
tell_alike(const struct findings *f, size_t form, size_t before)
{
	const struct lexicon_form *a = lexicon_form(f->lex, form);
	const struct lexicon_form *b = lexicon_form(f->lex, before);
	struct buf place = { 0 }, together = { 0 };

	finding_place(&place, f->lex, entry_of(f, before));
	spell_together(f, &together, a, b);
	finding_tell(f, entry_of(f, form), "term", buf_cstr(&together),
		"'%.*s' is nearly '%.*s' in %s: they differ by articles",
		(int)a->key.len, a->key.p, (int)b->key.len, b->key.p,
		buf_cstr(&place));
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
		buf_addt(&s.text, entry_of(f, i)->role_name);
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

static void
tell_contradictory(const struct findings *f, size_t form, size_t before)
{
	const struct entry *a = entry_of(f, form), *b = entry_of(f, before);
	struct text ka = lexicon_form(f->lex, form)->key;
	struct text kb = lexicon_form(f->lex, before)->key;
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
		const struct entry *e = entry_of(f, i);
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
