/* wider.c - wide forms by their first and last word. */
#include "config.h"

#include <stdlib.h>

#include "hash.h"
#include "wider.h"
#include "xalloc.h"

#define LOOKS 1000 /* at wide forms for one form: hostile files have more */

/* Forms with a stem or a gap, by how many words they have and the numbers of
 * the first and the last; a class has the number 0. */
struct wide {
	const struct findings *f;
	uint32_t *head, *next; /* index of a form + 1; 0: no more */
	size_t mask;           /* of head */
};

static uint32_t
number_of(const struct lexicon_item *it)
{
	return item_has_word(it) ? it->word : 0;
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
		return it->kind == ITEM_EXACT && wide->more == it->more;
	if (wide->kind != ITEM_STEM)
		return wide->kind == it->kind &&
			(wide->kind != ITEM_WORD || wide->word == it->word);
	if (!item_has_word(it))
		return false;
	stem = finding_word(f, wide);
	word = finding_word(f, it);
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

/* Does the wider entry leave nothing to do for the other? At the same words
 * the one whose term comes first by bytes scores. */
static bool
swallows(const struct entry *wide, const struct entry *e)
{
	return text_eq(wide->role_name, e->role_name) &&
		(entry_says_the_same(wide, e) ||
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
			swallows(finding_entry(w->f, i - 1),
				finding_entry(w->f, form)))
			return finding_entry(w->f, i - 1);
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
	if (entry_says_the_same(e, by))
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
wider_swallowed(const struct findings *f)
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
