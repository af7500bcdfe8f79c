/* lexicon.c - files in, forms ready for the matcher out. */
#include "config.h"

#include <stdlib.h>
#include <unistd.h>

#include "lexicon.h"
#include "regex.h"
#include "xalloc.h"

#define ENYE "\xC3\xB1" /* ñ */
#define QUERY ((size_t)-1) /* entry.file of a query's term */

/* A piece of the arena: it may move, offsets do not. */
struct piece {
	size_t at, len;
};

/* A form as read, before slang and merging. */
struct raw_form {
	uint32_t entry;
	bool is_regex;
	struct piece regex; /* with its slashes */
	size_t first, n;    /* items */
};

struct raw_item {
	enum item_kind kind;
	unsigned gap;
	struct piece word, exact;
};

struct lexicon {
	const struct codes *codes;
	bool strict;
	struct fold *fold;
	struct term term; /* reused from row to row */
	struct buf arena;
	struct table **tables;
	size_t ntables, tables_cap;
	char **queries; /* the terms of lexicon_add_term */
	size_t nqueries, queries_cap;
	struct entry *entries;
	size_t nentries, entries_cap;
	struct raw_form *raw;
	size_t nraw, raw_cap;
	struct raw_item *raw_items;
	size_t nraw_items, raw_items_cap;

	/* made by lexicon_finish */
	struct vocab *vocab;
	struct vocab *different;
	struct lexicon_form *forms;
	size_t nforms;
	struct lexicon_item *items;
	size_t nitems, items_cap;
	struct buf keys; /* the spellings of forms */
	bool *brand; /* by word */
};

struct lexicon *
lexicon_new(const struct codes *codes)
{
	struct lexicon *l = xcalloc(1, sizeof(*l));

	l->codes = codes;
	l->fold = fold_new();
	l->vocab = vocab_new();
	l->different = vocab_new();
	return l;
}

void
lexicon_set_strict(struct lexicon *l)
{
	l->strict = true;
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
	free(l->raw);
	free(l->raw_items);
	free(l->forms);
	free(l->items);
	free(l->brand);
	buf_free(&l->arena);
	buf_free(&l->keys);
	term_free(&l->term);
	vocab_free(l->vocab);
	vocab_free(l->different);
	fold_free(l->fold);
	free(l);
}

static struct piece
keep(struct lexicon *l, struct text t)
{
	struct piece p = { l->arena.len, t.len };

	buf_addt(&l->arena, t);
	return p;
}

static struct text
kept(const struct lexicon *l, struct piece p)
{
	return p.len > 0 ? (struct text){ l->arena.p + p.at, p.len }
			 : (struct text){ "", 0 };
}

/* Finding files. */

static bool
exists_in(struct buf *path, const char *folder, const char *name)
{
	if (folder == NULL || *folder == '\0')
		return false;
	buf_clear(path);
	buf_adds(path, folder);
	buf_addc(path, '/');
	buf_adds(path, name);
	buf_adds(path, ".csv");
	return access(buf_cstr(path), R_OK) == 0;
}

enum rc
lexicon_path(struct buf *path, const char *name, struct err *err)
{
	const char *own = getenv("CLAMOR_LEXICONS");
	size_t n = strlen(name);

	if (strchr(name, '/') != NULL ||
		(n > 4 && strcmp(name + n - 4, ".csv") == 0)) {
		buf_clear(path);
		buf_adds(path, name);
		(void)buf_cstr(path);
		return CLAMOR_OK;
	}
	if (exists_in(path, own, name) ||
		exists_in(path, CLAMOR_LEXICONS_DIR, name))
		return CLAMOR_OK;
	err_at(err, NULL, 0, 0);
	return err_set(err, CLAMOR_ENOTFOUND,
		"no lexicon '%s' in %s%s%s (a file needs its folder or .csv: "
		"./%s)", name, own ? own : "", own ? " or " : "",
		CLAMOR_LEXICONS_DIR, name);
}

/* Reading rows. */

static void
keep_form(struct lexicon *l, uint32_t entry, const struct form *f)
{
	struct raw_form *r;
	size_t i;

	l->raw = xgrow(l->raw, l->nraw, &l->raw_cap, sizeof(*l->raw));
	r = &l->raw[l->nraw++];
	*r = (struct raw_form){ .entry = entry, .first = l->nraw_items,
		.n = f->n };
	for (i = 0; i < f->n; i++) {
		const struct item *it = &l->term.items[f->first + i];
		const char *bytes = l->term.bytes.p;
		struct raw_item *to;

		l->raw_items = xgrow(l->raw_items, l->nraw_items,
			&l->raw_items_cap, sizeof(*l->raw_items));
		to = &l->raw_items[l->nraw_items++];
		*to = (struct raw_item){ .kind = it->kind, .gap = it->gap };
		if (it->len > 0)
			to->word = keep(l,
				(struct text){ bytes + it->at, it->len });
		if (it->rawlen > 0)
			to->exact = keep(l,
				(struct text){ bytes + it->raw, it->rawlen });
	}
}

static enum rc
keep_regex(struct lexicon *l, uint32_t entry, struct text term,
	struct err *err)
{
	struct regex *r;
	enum rc rc = regex_new(&r, l->term.regex, err);

	if (rc != CLAMOR_OK) {
		err->col += err->col > 0; /* the slash before it */
		return rc;
	}
	regex_free(r);
	l->raw = xgrow(l->raw, l->nraw, &l->raw_cap, sizeof(*l->raw));
	l->raw[l->nraw++] = (struct raw_form){ .entry = entry,
		.is_regex = true, .regex = keep(l, term) };
	return CLAMOR_OK;
}

/* The forms of an entry's term; on error none is kept. */
static enum rc
read_term(struct lexicon *l, const struct entry *e, uint32_t entry,
	struct err *err)
{
	enum rc rc = term_read(&l->term, l->fold, e->term, err);
	size_t i;

	if (rc != CLAMOR_OK)
		return rc;
	if (e->role == ROLE_SLANG &&
		(l->term.is_regex || l->term.nforms != 1 ||
			l->term.forms[0].n != 1 ||
			l->term.items[0].kind != ITEM_WORD))
		return err_set(err, CLAMOR_EINVAL,
			"slang is one word, without * or braces");
	if (l->term.is_regex)
		return keep_regex(l, entry, e->term, err);
	for (i = 0; i < l->term.nforms; i++)
		keep_form(l, entry, &l->term.forms[i]);
	return CLAMOR_OK;
}

static enum rc
add_entry(struct lexicon *l, const struct entry *e, struct err *err)
{
	enum rc rc = read_term(l, e, (uint32_t)l->nentries, err);

	if (rc != CLAMOR_OK)
		return rc;
	l->entries = xgrow(l->entries, l->nentries, &l->entries_cap,
		sizeof(*l->entries));
	l->entries[l->nentries++] = *e;
	return CLAMOR_OK;
}

static enum rc
add_rows(struct lexicon *l, const struct table *t, lexicon_problem *problem,
	void *ctx)
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
		if (rc == CLAMOR_OK)
			rc = add_entry(l, &e, &err);
		if (rc != CLAMOR_OK) {
			problem(ctx, &err);
			worst = rc;
		}
	}
	return worst;
}

enum rc
lexicon_add(struct lexicon *l, const char *path, lexicon_problem *problem,
	void *ctx)
{
	struct err err = { 0 };
	struct table *t;
	enum rc rc = table_read(&t, path, &err);

	if (rc != CLAMOR_OK) {
		problem(ctx, &err);
		return rc;
	}
	l->tables = xgrow(l->tables, l->ntables, &l->tables_cap,
		sizeof(struct table *));
	l->tables[l->ntables++] = t;
	return add_rows(l, t, problem, ctx);
}

enum rc
lexicon_add_term(struct lexicon *l, const char *term, struct err *err)
{
	struct entry e = { .role = ROLE_OPINION, .file = QUERY,
		.role_name = { "", 0 } };

	l->queries = xgrow(l->queries, l->nqueries, &l->queries_cap,
		sizeof(char *));
	l->queries[l->nqueries] = xstrdup(term);
	e.row = l->nqueries;
	e.term = text_of(l->queries[l->nqueries++]);
	return add_entry(l, &e, err);
}

enum rc
lexicon_add_different(struct lexicon *l, const char *path, struct err *err)
{
	struct buf folded = { 0 };
	struct table *t;
	size_t word, i;
	enum rc rc = table_read(&t, path, err);

	if (rc != CLAMOR_OK)
		return rc;
	word = table_column(t, "word");
	for (i = 0; i < table_nrows(t); i++) {
		struct text w = table_cell(t, i, word);

		buf_clear(&folded);
		(void)fold_text(l->fold, &folded, w.p, w.len, NULL);
		(void)vocab_add(l->different, buf_text(&folded));
	}
	buf_free(&folded);
	table_free(t);
	if (word != TABLE_NONE)
		return CLAMOR_OK;
	err_at(err, path, 1, 0);
	return err_set(err, CLAMOR_EINVAL, "no column 'word'");
}

/* Finishing. */

/* The word of a form that is one whole word, NULL for other forms. */
static const struct raw_item *
single_word(const struct lexicon *l, const struct raw_form *f)
{
	if (f->is_regex || f->n != 1 ||
		l->raw_items[f->first].kind != ITEM_WORD)
		return NULL;
	return &l->raw_items[f->first];
}

/*
 * By word of the vocabulary, how many files there are up to the last that
 * takes it out (0: none does); rows of those files do not count, in whatever
 * order they stand. The caller frees it.
 */
static size_t *
find_off_words(struct lexicon *l)
{
	size_t *off, i;

	for (i = 0; i < l->nraw; i++) {
		const struct raw_item *it = single_word(l, &l->raw[i]);

		if (it != NULL)
			(void)vocab_add(l->vocab, kept(l, it->word));
	}
	off = xcalloc(vocab_size(l->vocab) + 1, sizeof(*off));
	for (i = 0; i < l->nraw; i++) {
		const struct raw_item *it = single_word(l, &l->raw[i]);
		const struct entry *e = &l->entries[l->raw[i].entry];

		if (it != NULL && e->role == ROLE_OFF)
			off[vocab_find(l->vocab, kept(l, it->word))] =
				e->file + 1;
	}
	return off;
}

/* Slang into the vocabulary; words that are entries stay as typed. */
static void
set_slang(struct lexicon *l)
{
	size_t *off = find_off_words(l), i;
	struct buf to = { 0 };

	for (i = 0; i < l->nraw; i++) {
		const struct raw_item *it = single_word(l, &l->raw[i]);
		const struct entry *e = &l->entries[l->raw[i].entry];
		uint32_t id;

		if (it == NULL || e->role == ROLE_OFF)
			continue;
		id = vocab_find(l->vocab, kept(l, it->word));
		if (e->file < off[id])
			continue;
		if (e->role != ROLE_SLANG) {
			vocab_mark_entry(l->vocab, id);
			continue;
		}
		buf_clear(&to);
		(void)fold_text(l->fold, &to, e->to.p, e->to.len, NULL);
		vocab_set_slang(l->vocab, id, buf_text(&to));
	}
	buf_free(&to);
	free(off);
}

/* One more item for the form that is being made. */
static struct lexicon_item *
add_item(struct lexicon *l, const struct raw_item *from)
{
	struct lexicon_item *it;

	l->items = xgrow(l->items, l->nitems, &l->items_cap,
		sizeof(*l->items));
	it = &l->items[l->nitems++];
	*it = (struct lexicon_item){ .kind = (uint8_t)from->kind,
		.gap = (uint8_t)from->gap };
	return it;
}

/* The words of a slang word inside a longer term. */
static void
add_slang_items(struct lexicon *l, const struct raw_item *from,
	struct text to)
{
	struct raw_item word = *from;
	size_t i, start = 0;

	for (i = 0; i <= to.len; i++) {
		if (i < to.len && to.p[i] != ' ')
			continue;
		add_item(l, &word)->word = vocab_add(l->vocab,
			(struct text){ to.p + start, i - start });
		word.gap = 0;
		start = i + 1;
	}
}

static void
add_items(struct lexicon *l, const struct raw_form *f)
{
	size_t i;

	for (i = 0; i < f->n; i++) {
		const struct raw_item *from = &l->raw_items[f->first + i];
		struct text word = kept(l, from->word), slang = { NULL, 0 };
		struct lexicon_item *it;

		if (from->kind == ITEM_WORD && f->n > 1) {
			uint32_t id = vocab_find(l->vocab, word);

			if (id != 0)
				slang = vocab_slang(l->vocab, id);
		}
		if (slang.len > 0) {
			/* a copy: vocab_add moves what slang points to */
			char *copy = xmemdup0(slang.p, slang.len);

			add_slang_items(l, from, text_of(copy));
			free(copy);
			continue;
		}
		it = add_item(l, from);
		it->exact = kept(l, from->exact);
		if (from->kind == ITEM_STEM)
			it->word = vocab_add_stem(l->vocab, word);
		else if (from->kind <= ITEM_EXACT)
			it->word = vocab_add(l->vocab, word);
	}
}

/* Append the one spelling that equal forms have. */
static void
add_key(struct lexicon *l, struct buf *out, const struct lexicon_form *f)
{
	uint32_t i;

	for (i = 0; i < f->n; i++) {
		const struct lexicon_item *it = &l->items[f->first + i];

		if (i > 0)
			buf_addc(out, ' ');
		if (it->gap > 0)
			buf_addf(out, "~%u ", it->gap);
		if (it->kind == ITEM_EXACT) {
			buf_addc(out, '!');
			buf_addt(out, it->exact);
		} else if (it->kind <= ITEM_STEM) {
			buf_addt(out, vocab_text(l->vocab, it->word));
			if (it->kind == ITEM_STEM)
				buf_addc(out, '*');
		} else {
			buf_addf(out, "<%s>",
				item_class_name((enum item_kind)it->kind));
		}
	}
}

/* Merging: which forms live. */

struct merge {
	struct vocab *keys; /* "role\x1Fform" */
	uint32_t *live;	    /* by key: index of the form + 1, 0 for none */
	size_t live_cap;
	uint32_t *key_of;   /* by form */
	bool any_off;
	struct buf key;
	lexicon_problem *problem;
	void *ctx;
	bool failed;
};

static struct text
key_for(struct merge *m, struct text role, struct text form)
{
	buf_clear(&m->key);
	buf_addt(&m->key, role);
	buf_addc(&m->key, '\x1F');
	buf_addt(&m->key, form);
	return buf_text(&m->key);
}

/* The slot of form i in m->live. */
static uint32_t *
slot_of(struct lexicon *l, struct merge *m, size_t i)
{
	const struct lexicon_form *f = &l->forms[i];
	uint32_t id = vocab_add(m->keys,
		key_for(m, l->entries[f->entry].role_name, f->key));
	size_t had = m->live_cap;

	if (id >= had) {
		m->live_cap = (id + 1) * 2;
		m->live = xreallocarray(m->live, m->live_cap,
			sizeof(*m->live));
		memset(m->live + had, 0,
			(m->live_cap - had) * sizeof(*m->live));
	}
	m->key_of[i] = id;
	return &m->live[id];
}

static void
tell_twice(struct lexicon *l, struct merge *m, const struct entry *e,
	const struct entry *before, struct text form)
{
	struct err err = { 0 };
	const struct table *t = lexicon_table(l, e->file);

	err_at(&err, table_path(t), table_line(t, e->row), 0);
	if (before->file == e->file)
		(void)err_set(&err, CLAMOR_EINVAL,
			"'%.*s' stands already in line %zu", (int)form.len,
			form.p, table_line(t, before->row));
	else
		(void)err_set(&err, CLAMOR_EINVAL,
			"'%.*s' stands already in %s:%zu", (int)form.len,
			form.p, table_path(lexicon_table(l, before->file)),
			table_line(lexicon_table(l, before->file),
				before->row));
	m->problem(m->ctx, &err);
	m->failed = true;
}

/* Let form i (its key in f->key) take its place; false if it is a copy. */
static bool
merge_form(struct lexicon *l, struct merge *m, size_t i)
{
	struct lexicon_form *f = &l->forms[i];
	const struct entry *e = &l->entries[f->entry];
	uint32_t *slot = slot_of(l, m, i);

	if (*slot != 0) {
		uint32_t other = l->forms[*slot - 1].entry;
		const struct entry *before = &l->entries[other];

		if (other == f->entry)
			return false;
		if ((before->file == e->file || l->strict) &&
			e->file != QUERY) {
			tell_twice(l, m, e, before, f->key);
			return false;
		}
	}
	*slot = (uint32_t)i + 1;
	m->any_off |= e->role == ROLE_OFF;
	return true;
}

/* Does role=off take form i out, in its own file or a later one? */
static bool
is_off(struct lexicon *l, struct merge *m, size_t i)
{
	uint32_t off, by;

	if (!m->any_off)
		return false;
	off = vocab_find(m->keys,
		key_for(m, text_of("off"), l->forms[i].key));
	if (off == 0)
		return false;
	by = l->forms[m->live[off] - 1].entry;
	return l->entries[by].file >= l->entries[l->forms[i].entry].file;
}

/* Is form i the one that its key stands for, and not taken out? */
static bool
is_live(struct lexicon *l, struct merge *m, size_t i)
{
	const struct entry *e = &l->entries[l->forms[i].entry];

	return e->role != ROLE_SLANG && e->role != ROLE_OFF &&
		m->live[m->key_of[i]] == i + 1 && !is_off(l, m, i);
}

/* Make every raw form a form with interned words and its key. */
static void
make_forms(struct lexicon *l, struct buf *keys)
{
	size_t i, at, end;

	l->forms = xcalloc(l->nraw, sizeof(*l->forms));
	for (i = 0; i < l->nraw; i++) {
		struct lexicon_form *f = &l->forms[i];

		f->entry = l->raw[i].entry;
		f->is_regex = l->raw[i].is_regex;
		f->first = (uint32_t)l->nitems;
		if (!f->is_regex)
			add_items(l, &l->raw[i]);
		f->n = (uint32_t)l->nitems - f->first;
		f->key.len = keys->len; /* an offset until all are made */
		if (f->is_regex)
			buf_addt(keys, kept(l, l->raw[i].regex));
		else
			add_key(l, keys, f);
	}
	end = keys->len;
	for (i = l->nraw; i-- > 0; end = at) {
		at = l->forms[i].key.len;
		l->forms[i].key = (struct text){ keys->p + at, end - at };
	}
	l->nforms = l->nraw;
}

static bool
merge_forms(struct lexicon *l, lexicon_problem *problem, void *ctx)
{
	struct merge m = { .keys = vocab_new(), .problem = problem,
		.ctx = ctx };
	bool *copy = xcalloc(l->nforms, sizeof(*copy));
	size_t i, n = 0;

	m.key_of = xcalloc(l->nforms, sizeof(*m.key_of));
	for (i = 0; i < l->nforms; i++)
		copy[i] = !merge_form(l, &m, i);
	for (i = 0; i < l->nforms; i++) /* all, before any is moved */
		copy[i] = copy[i] || !is_live(l, &m, i);
	for (i = 0; i < l->nforms; i++)
		if (!copy[i])
			l->forms[n++] = l->forms[i];
	l->nforms = n;
	free(copy);
	free(m.live);
	free(m.key_of);
	buf_free(&m.key);
	vocab_free(m.keys);
	return !m.failed;
}

/* n for ñ: a whole word unless the list knows it, a stem if it goes on. */
static bool
may_lose_tilde(const struct lexicon *l, struct text w, bool stem)
{
	const char *at = memmem(w.p, w.len, ENYE, 2), *end = w.p + w.len;

	if (at == NULL)
		return false;
	if (!stem)
		return vocab_find(l->different, w) == 0;
	for (; at != NULL; at = memmem(at + 2, (size_t)(end - at) - 2, ENYE, 2))
		if (end - at < 4)
			return false;
	return true;
}

static void
add_tilde_aliases(struct lexicon *l)
{
	struct buf plain = { 0 };
	size_t i, k;

	for (i = 0; i < l->nitems; i++) {
		const struct lexicon_item *it = &l->items[i];
		struct text w;

		if (it->kind > ITEM_STEM)
			continue;
		w = vocab_text(l->vocab, it->word);
		if (!may_lose_tilde(l, w, it->kind == ITEM_STEM))
			continue;
		buf_clear(&plain);
		for (k = 0; k < w.len; k++) {
			if (w.p[k] == ENYE[0] && w.p[k + 1] == ENYE[1]) {
				buf_addc(&plain, 'n');
				k++;
			} else {
				buf_addc(&plain, w.p[k]);
			}
		}
		if (it->kind == ITEM_STEM)
			vocab_alias_stem(l->vocab, buf_text(&plain), it->word);
		else
			vocab_alias(l->vocab, buf_text(&plain), it->word);
	}
	buf_free(&plain);
}

static void
note_brands(struct lexicon *l)
{
	size_t i;

	l->brand = xcalloc(vocab_size(l->vocab) + 1, sizeof(*l->brand));
	for (i = 0; i < l->nforms; i++) {
		const struct lexicon_form *f = &l->forms[i];

		if (l->entries[f->entry].role == ROLE_BRAND && f->n == 1 &&
			l->items[f->first].kind == ITEM_WORD)
			l->brand[l->items[f->first].word] = true;
	}
}

enum rc
lexicon_finish(struct lexicon *l, lexicon_problem *problem, void *ctx)
{
	struct buf keys = { 0 };
	bool ok;

	set_slang(l);
	make_forms(l, &keys);
	ok = merge_forms(l, problem, ctx);
	add_tilde_aliases(l);
	note_brands(l);
	l->keys = keys;
	return ok ? CLAMOR_OK : CLAMOR_EINVAL;
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

size_t
lexicon_nforms(const struct lexicon *l)
{
	return l->nforms;
}

const struct lexicon_form *
lexicon_form(const struct lexicon *l, size_t i)
{
	return &l->forms[i];
}

const struct lexicon_form *
lexicon_forms(const struct lexicon *l)
{
	return l->forms;
}

const struct lexicon_item *
lexicon_all_items(const struct lexicon *l)
{
	return l->items;
}

const struct lexicon_item *
lexicon_items(const struct lexicon *l, const struct lexicon_form *f)
{
	return l->items + f->first;
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

bool
lexicon_is_brand(const struct lexicon *l, uint32_t word)
{
	return l->brand[word];
}

const struct table *
lexicon_table(const struct lexicon *l, size_t file)
{
	return file == QUERY ? NULL : l->tables[file];
}

size_t
lexicon_nfiles(const struct lexicon *l)
{
	return l->ntables;
}
