/* lexicon.c - files in, forms ready for the matcher out. */
#include "config.h"

#include <stdlib.h>

#include "keys.h"
#include "lexicon.h"
#include "merge.h"
#include "prefixes.h"
#include "slang.h"
#include "spell.h"
#include "variants.h"
#include "wordlist.h"
#include "xalloc.h"

#define SLANG_MAX 64 /* bytes folded: a post may hold little else */

struct lexicon {
	const struct codes *codes;
	bool strict, keep_dead, words_only, spelled_out;
	struct fold *fold;
	struct term term; /* reused from row to row */
	struct table **tables;
	size_t ntables, tables_cap;
	char **queries; /* the terms of lexicon_add_term */
	size_t nqueries, queries_cap;
	struct entry *entries;
	size_t nentries, entries_cap;
	struct forms forms;
	struct keys keys; /* none before lexicon_make_keys */
	struct vocab *vocab;
	struct vocab *different, *ordinary; /* see variants.h */
	struct search search;               /* made by lexicon_finish */
};

struct lexicon *
lexicon_new(const struct codes *codes)
{
	struct lexicon *l = xcalloc(1, sizeof(*l));

	l->codes = codes;
	l->fold = fold_new();
	l->vocab = vocab_new();
	forms_init(&l->forms, l->vocab);
	l->different = vocab_new();
	return l;
}

void
lexicon_spell_out(struct lexicon *l)
{
	l->spelled_out = true;
}

void
lexicon_set_strict(struct lexicon *l)
{
	l->strict = true;
	lexicon_spell_out(l);
}

void
lexicon_words_only(struct lexicon *l)
{
	l->words_only = true;
}

void
lexicon_keep_dead(struct lexicon *l)
{
	l->keep_dead = true;
	lexicon_spell_out(l);
}

/* What is needed only while files are added. */
static void
free_scratch(struct lexicon *l)
{
	term_free(&l->term);
	vocab_free(l->different);
	vocab_free(l->ordinary);
	fold_free(l->fold);
	l->different = l->ordinary = NULL;
	l->fold = NULL;
}

void
lexicon_free(struct lexicon *l)
{
	size_t i;

	if (l == NULL)
		return;
	for (i = 0; i < l->ntables; i++)
		table_free(l->tables[i]);
	for (i = 0; i < l->nqueries; i++)
		free(l->queries[i]);
	free(l->tables);
	free(l->queries);
	free(l->entries);
	search_free(&l->search);
	keys_free(&l->keys);
	forms_free(&l->forms);
	free_scratch(l);
	vocab_free(l->vocab);
	free(l);
}

/* Reading rows. */

static enum rc
keep_regex(struct lexicon *l, uint32_t entry, struct text term, struct err *err)
{
	struct regex *r;
	enum rc rc = regex_new(&r, l->term.regex, err);

	if (rc != CLAMOR_OK) {
		err->col += err->col > 0; /* the slash before it */
		return rc;
	}
	forms_add_regex(&l->forms, entry, term, r);
	return CLAMOR_OK;
}

static size_t
folded_len(struct lexicon *l, struct text t)
{
	struct buf folded = { 0 };
	size_t n = fold_text(l->fold, &folded, t.p, t.len, NULL);

	buf_free(&folded);
	return n;
}

/* The forms of an entry's term; on error none is kept. */
static enum rc
read_term(struct lexicon *l, const struct entry *e, uint32_t entry,
	struct err *err)
{
	/* numbers of forms are those of forms without sets */
	bool sets = !l->spelled_out && e->forms.len == 0;
	enum rc rc = sets ? term_read_sets(&l->term, l->fold, e->term, err)
			  : term_read(&l->term, l->fold, e->term, err);

	if (rc == CLAMOR_OK && e->forms.len > 0)
		rc = term_keep(&l->term, e->forms, err);
	if (rc != CLAMOR_OK)
		return rc;
	if (e->role == ROLE_SLANG &&
		(l->term.is_regex || l->term.nforms != 1 ||
			l->term.forms[0].n != 1 ||
			l->term.items[0].kind != ITEM_WORD))
		return err_set(err, CLAMOR_EINVAL,
			"slang is one word, without * or braces (write a row "
			"for each word)");
	if (e->role == ROLE_SLANG && folded_len(l, e->to) > SLANG_MAX)
		return err_set(err, CLAMOR_EINVAL,
			"slang that stands for more than %d bytes (shorten "
			"it)",
			SLANG_MAX);
	if (l->term.is_regex)
		return keep_regex(l, entry, e->term, err);
	return forms_add(&l->forms, entry, &l->term, err);
}

static enum rc
add_entry(struct lexicon *l, const struct entry *e, struct err *err)
{
	enum rc rc = read_term(l, e, (uint32_t)l->nentries, err);

	if (rc != CLAMOR_OK)
		return rc;
	l->entries = xgrow(
		l->entries, l->nentries, &l->entries_cap, sizeof(*l->entries));
	l->entries[l->nentries++] = *e;
	return CLAMOR_OK;
}

/* What is to be taken of a file, and how it stands to those before. */
struct taking {
	enum standing standing;
	bool slang_only;
};

static enum rc
add_rows(struct lexicon *l, const struct table *t, struct taking taking,
	lexicon_problem *problem, void *ctx)
{
	struct entry_columns columns;
	struct err err = { 0 };
	enum rc rc = entry_columns_find(&columns, t, &err), worst = CLAMOR_OK;
	size_t i;

	if (rc != CLAMOR_OK) {
		problem(ctx, &err);
		return rc;
	}
	for (i = 0; i < table_nrows(t); i++) {
		struct entry e;

		err_at(&err, table_path(t), table_line(t, i), 0);
		rc = entry_read(&e, &columns, t, i, l->codes, &err);
		e.file = l->ntables - 1;
		e.row = i;
		e.standing = taking.standing;
		if (rc == CLAMOR_OK && taking.slang_only &&
			e.role != ROLE_SLANG)
			continue;
		if (rc == CLAMOR_OK) {
			rc = add_entry(l, &e, &err); /* names a byte of the term */
			err.col = table_byte(t, i, columns.term,
				err.col > 0 ? err.col - 1 : 0);
		}
		if (rc != CLAMOR_OK) {
			problem(ctx, &err);
			worst = rc;
		}
	}
	return worst;
}

/* Somebody who is told, and whether he was. */
struct listener {
	lexicon_problem *problem;
	void *ctx;
	bool told;
};

static void
on_record(void *ctx, const struct err *err)
{
	struct listener *l = ctx;

	l->problem(l->ctx, err);
	l->told = true;
}

static enum rc
add_file(struct lexicon *l, const char *path, struct taking taking,
	lexicon_problem *problem, void *ctx)
{
	struct listener listener = { problem, ctx, false };
	struct err err = { 0 };
	struct table *t;
	enum rc rc = table_read_all(&t, path, on_record, &listener, &err);

	if (rc != CLAMOR_OK) {
		problem(ctx, &err);
		return rc;
	}
	l->tables = xgrow(
		l->tables, l->ntables, &l->tables_cap, sizeof(struct table *));
	l->tables[l->ntables++] = t;
	rc = add_rows(l, t, taking, problem, ctx);
	return rc == CLAMOR_OK && listener.told ? CLAMOR_EINVAL : rc;
}

enum rc
lexicon_add(struct lexicon *l, const char *path, lexicon_problem *problem,
	void *ctx)
{
	return add_file(l, path, (struct taking){ STANDING_LATER, false },
		problem, ctx);
}

enum rc
lexicon_add_pack(struct lexicon *l, const char *path, bool chosen,
	bool slang_only, lexicon_problem *problem, void *ctx)
{
	enum standing standing = chosen ? STANDING_CHOSEN : STANDING_MODEST;

	return add_file(
		l, path, (struct taking){ standing, slang_only }, problem, ctx);
}

enum rc
lexicon_add_term(struct lexicon *l, const char *term, struct err *err)
{
	struct entry e = { .role = ROLE_OPINION,
		.file = ENTRY_QUERY,
		.role_name = { "", 0 } };

	l->queries =
		xgrow(l->queries, l->nqueries, &l->queries_cap, sizeof(char *));
	l->queries[l->nqueries] = xstrdup(term);
	e.row = l->nqueries;
	e.term = text_of(l->queries[l->nqueries++]);
	return add_entry(l, &e, err);
}

static void
add_word(struct vocab *into, struct text word)
{
	(void)vocab_add(into, word);
}

enum rc
lexicon_add_different(struct lexicon *l, const char *path, struct err *err)
{
	return wordlist_read(path, l->fold, l->different, add_word, err);
}

void
lexicon_keep_typed(struct lexicon *l)
{
	vocab_keep_typed(l->vocab);
}

enum rc
lexicon_add_ordinary(struct lexicon *l, const char *path, struct err *err)
{
	if (l->ordinary == NULL)
		l->ordinary = vocab_new();
	return wordlist_read(
		path, l->fold, l->ordinary, variants_add_ordinary, err);
}

/* Finishing. */

/* Words that opine by themselves may have a prefix. */
static void
note_opinions(struct lexicon *l)
{
	bool any = false;
	size_t i;

	for (i = 0; i < l->forms.n; i++) {
		const struct lexicon_form *f = &l->forms.v[i];
		const struct lexicon_item *it = &l->forms.items[f->first];

		if (f->is_regex || f->n != 1 || it->kind > ITEM_STEM ||
			l->entries[f->entry].weight == 0)
			continue;
		vocab_mark_opinion(l->vocab, it->word);
		any = true;
	}
	if (any)
		prefixes_expect(l->vocab);
}

/* Number words are of the class <num>: number them too. Behind the aliases, so
 * that none is in the way of one. */
static void
add_numbers(struct lexicon *l)
{
	size_t n, i;
	const struct text *words = words_numbers(&n);

	for (i = 0; i < n; i++)
		(void)vocab_add(l->vocab, words[i]);
}

enum rc
lexicon_finish(struct lexicon *l, lexicon_problem *problem, void *ctx)
{
	struct merge merge = { .forms = &l->forms,
		.entries = l->entries,
		.tables = l->tables,
		.keep_dead = l->keep_dead,
		.strict = l->strict,
		.problem = problem,
		.ctx = ctx };
	const struct slang slang = {
		.forms = &l->forms, .entries = l->entries, .fold = l->fold
	};
	const struct variants variants = { .forms = &l->forms,
		.vocab = l->vocab,
		.different = l->different,
		.ordinary = l->ordinary };
	const struct spell spell = { .forms = &l->forms,
		.entries = l->entries,
		.nentries = l->nentries,
		.term = &l->term,
		.fold = l->fold };
	bool *clashing = NULL;
	enum rc rc;

	slang_set(&slang);
	if (!l->spelled_out)
		spell_slang(&spell);
	forms_ready(&l->forms);
	if (!l->spelled_out)
		clashing = spell_clashing(&spell);
	variants_add(&variants);
	note_opinions(l);
	free_scratch(l);
	add_numbers(l);
	merge.clashing = clashing;
	rc = merge_forms(&merge);
	free(clashing);
	if (!l->words_only)
		search_make(&l->search, &l->forms, l->entries);
	return rc;
}

/* What was read. */

size_t
lexicon_nentries(const struct lexicon *l)
{
	return l->nentries;
}

const struct entry *
lexicon_entry(const struct lexicon *l, size_t i)
{
	return &l->entries[i];
}

void
lexicon_reweigh(struct lexicon *l, size_t i, int32_t weight)
{
	l->entries[i].weight = weight;
}

size_t
lexicon_nforms(const struct lexicon *l)
{
	return l->forms.n;
}

const struct lexicon_form *
lexicon_form(const struct lexicon *l, size_t i)
{
	return &l->forms.v[i];
}

const struct lexicon_form *
lexicon_forms(const struct lexicon *l)
{
	return l->forms.v;
}

const struct lexicon_item *
lexicon_all_items(const struct lexicon *l)
{
	return l->forms.items;
}

const struct wordsets *
lexicon_sets(const struct lexicon *l)
{
	return &l->forms.sets;
}

const struct lexicon_item *
lexicon_items(const struct lexicon *l, const struct lexicon_form *f)
{
	return l->forms.items + f->first;
}

const struct expression *
lexicon_expression(const struct lexicon *l, const struct lexicon_form *f)
{
	return forms_expression(&l->forms, f);
}

struct text
lexicon_exact(const struct lexicon *l, const struct lexicon_item *it)
{
	return forms_exact(&l->forms, it);
}

void
lexicon_make_keys(struct lexicon *l)
{
	keys_make(&l->keys, &l->forms);
}

struct text
lexicon_key(const struct lexicon *l, const struct lexicon_form *f)
{
	return keys_of(&l->keys, (size_t)(f - l->forms.v));
}

const struct vocab *
lexicon_vocab(const struct lexicon *l)
{
	return l->vocab;
}

const struct codes *
lexicon_codes(const struct lexicon *l)
{
	return l->codes;
}

const struct anchors *
lexicon_anchors(const struct lexicon *l)
{
	return l->search.anchors;
}

const struct sieve *
lexicon_sieve(const struct lexicon *l)
{
	return l->search.sieve;
}

const struct gates *
lexicon_gates(const struct lexicon *l)
{
	return l->search.gates;
}

const struct table *
lexicon_table(const struct lexicon *l, size_t file)
{
	return file == ENTRY_QUERY ? NULL : l->tables[file];
}

size_t
lexicon_nfiles(const struct lexicon *l)
{
	return l->ntables;
}
