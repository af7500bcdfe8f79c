/* carry.c - foreign terms, escaped, put together, written as ours. */
#include "config.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "carry.h"
#include "csvout.h"
#include "escape.h"
#include "keys.h"
#include "list.h"
#include "number.h"
#include "remnant.h"
#include "xalloc.h"

#define SHOWN_MAX 60 /* bytes of a term in a message */

/* A piece of carry.bytes. */
struct piece {
	size_t at, len;
};

/* A row that was taken; its form has the same number. */
struct carried {
	struct piece term, role, to, category;
	size_t file, line;
	size_t first; /* the number of the first row of the term */
	int32_t weight, strength;
	unsigned code;
	bool weighs;
};

struct carry {
	const struct carry_options *opt;
	struct fold *fold;
	struct term term;
	struct forms forms;
	struct keys keys;
	char **files;
	size_t nfiles, files_cap;
	struct carried *v;
	size_t n, cap;
	struct buf bytes, scratch;
	size_t left;
};

struct carry *
carry_new(const struct carry_options *o)
{
	struct carry *c = xcalloc(1, sizeof(*c));

	c->opt = o;
	c->fold = fold_new();
	forms_init(&c->forms, vocab_new());
	return c;
}

void
carry_free(struct carry *c)
{
	size_t i;

	if (c == NULL)
		return;
	for (i = 0; i < c->nfiles; i++)
		free(c->files[i]);
	free(c->files);
	free(c->v);
	keys_free(&c->keys);
	vocab_free(c->forms.vocab);
	forms_free(&c->forms);
	term_free(&c->term);
	fold_free(c->fold);
	buf_free(&c->bytes);
	buf_free(&c->scratch);
	free(c);
}

void
carry_file(struct carry *c, const char *name)
{
	c->files = xgrow(c->files, c->nfiles, &c->files_cap, sizeof(*c->files));
	c->files[c->nfiles++] = xstrdup(name);
}

static void
tell(struct carry *c, const struct err *err)
{
	c->left++;
	c->opt->tell(c->opt->ctx, err);
}

void
carry_leave(struct carry *c, size_t line, const char *fmt, ...)
{
	struct err err = { 0 };
	va_list ap;

	err_at(&err, c->files[c->nfiles - 1], line, 0);
	va_start(ap, fmt);
	(void)vsnprintf(err.text, sizeof(err.text), fmt, ap);
	va_end(ap);
	tell(c, &err);
}

void
carry_bad_record(void *carry, const struct err *err)
{
	carry_leave(carry, err->line, "%s", err->text);
}

size_t
carry_left(const struct carry *c)
{
	return c->left;
}

/* Terms. */

int
carry_shown(struct text t)
{
	size_t n = t.len;

	if (n > SHOWN_MAX) /* no half characters */
		for (n = SHOWN_MAX; n > 0 && (t.p[n] & 0xC0) == 0x80;)
			n--;
	return (int)n;
}

static struct text
piece_text(const struct carry *c, struct piece p)
{
	return p.len > 0 ? (struct text){ c->bytes.p + p.at, p.len }
			 : (struct text){ "", 0 };
}

static struct piece
keep(struct carry *c, struct text t)
{
	struct piece p = { c->bytes.len, t.len };

	buf_addt(&c->bytes, t);
	return p;
}

/* Write the term into bytes and read it, as c->term; NULL, or why it cannot
 * be. */
static const char *
take_term(struct carry *c, const struct carry_row *row, struct piece *term,
	struct err *err)
{
	const char *why;
	struct text left;

	if (table_is_formula(row->term) || table_is_formula(row->to) ||
		table_is_formula(row->category))
		return "a spreadsheet took it for a formula";
	if (row->marks && row->term.len > 0 &&
		memchr(row->term.p, '?', row->term.len) != NULL)
		return "'?' for one character has no counterpart";
	term->at = c->bytes.len;
	why = escape_term(&c->bytes, c->fold, row->term, row->stars);
	if (why != NULL)
		return why;
	term->len = c->bytes.len - term->at;
	if (term_read(&c->term, c->fold, piece_text(c, *term), err) !=
		CLAMOR_OK)
		return err->text;
	if (remnant_of(&c->term, row->term, &left))
		(void)err_set(err, CLAMOR_EINVAL,
			"only '%.*s' of it would be looked for", (int)left.len,
			left.p);
	else if (text_is(row->role, "slang") &&
		(c->term.forms[0].n != 1 || c->term.items[0].kind != ITEM_WORD))
		return "slang is one word here";
	else
		return NULL;
	return err->text;
}

/* Categories and weights. */

/* A category stands in lists with ';' between, on one line. */
static struct piece
keep_category(struct carry *c, struct text t)
{
	struct piece p = keep(c, t);
	size_t i;

	for (i = 0; i < p.len; i++)
		if (c->bytes.p[p.at + i] == ';')
			c->bytes.p[p.at + i] = ',';
		else if ((unsigned char)c->bytes.p[p.at + i] < ' ')
			c->bytes.p[p.at + i] = ' ';
	t = text_trimmed(piece_text(c, p)); /* of breaks at its ends */
	p.len = t.len;
	if (t.len > 0)
		p.at = (size_t)(t.p - c->bytes.p);
	return p;
}

/* The last part of "affect.posemo". */
static struct text
last_part(struct text category)
{
	const char *dot;

	if (category.len == 0)
		return category;
	dot = memrchr(category.p, '.', category.len);
	if (dot == NULL)
		return category;
	return (struct text){ dot + 1,
		(size_t)(category.p + category.len - dot) - 1 };
}

static unsigned
code_of(struct carry *c, struct text category)
{
	struct text part = last_part(category);

	if (part.len == 0)
		return CODE_NONE;
	buf_clear(&c->scratch);
	(void)fold_text(c->fold, &c->scratch, part.p, part.len, NULL);
	return codes_find(c->opt->codes, buf_text(&c->scratch));
}

/* "Positive" and "positive". */
static bool
is_same_name(struct text a, struct text b)
{
	return a.len == b.len && strncasecmp(a.p, b.p, a.len) == 0;
}

static void
set_weight(struct carry *c, struct carried *to, const struct carry_row *row)
{
	int64_t scale = c->opt->scale, weight = row->weight;
	size_t i;

	to->weighs = row->weighs;
	if (row->weighs) { /* to the nearest thousandth */
		weight = weight * 2 * CARRY_WEIGHT_MAX;
		weight = (weight + (weight < 0 ? -scale : scale)) / (2 * scale);
		if (weight < -CARRY_WEIGHT_MAX || weight > CARRY_WEIGHT_MAX) {
			weight = weight < 0 ? -CARRY_WEIGHT_MAX
					    : CARRY_WEIGHT_MAX;
			carry_leave(c, row->line,
				"'%.*s' weighs more than the scale has: "
				"%s5 is taken",
				carry_shown(row->term), row->term.p,
				weight < 0 ? "-" : "");
		}
		to->weight = (int32_t)weight;
		return;
	}
	for (i = c->opt->nweights; i-- > 0;) { /* the last that fits */
		const struct carry_weight *w = &c->opt->weights[i];

		if (w->category.len > 0 &&
			!is_same_name(w->category, row->category) &&
			!is_same_name(w->category, last_part(row->category)))
			continue;
		to->weighs = true;
		to->weight = w->weight;
		return;
	}
}

void
carry_add(struct carry *c, const struct carry_row *row)
{
	struct carried to = { .file = c->nfiles - 1, .line = row->line };
	struct err err = { 0 };
	size_t had = c->bytes.len;
	const char *why = take_term(c, row, &to.term, &err);
	struct text role_name = row->role.len > 0 ? row->role : c->opt->role;
	enum role role;

	if (why == NULL &&
		forms_add(&c->forms, (uint32_t)c->n, &c->term, &err) !=
			CLAMOR_OK)
		why = err.text;
	if (why != NULL) {
		c->bytes.len = had;
		carry_leave(c, row->line, "'%.*s': %s", carry_shown(row->term),
			row->term.p, why);
		return;
	}
	to.role = keep(c, role_name);
	to.to = keep(c, row->to);
	to.category = keep_category(c, row->category);
	to.strength = row->strength;
	to.first = c->n;
	if (role_find(role_name, &role) && !role_modifies(role) &&
		!role_needs_to(role)) {
		to.code = code_of(c, row->category);
		set_weight(c, &to, row);
	}
	c->v = xgrow(c->v, c->n, &c->cap, sizeof(*c->v));
	c->v[c->n++] = to;
}

/* Putting together. */

/* For sorting: rows of one form and role together, in the order met. */
struct order {
	struct text key, role;
	size_t row;
};

static int
compare_order(const void *pa, const void *pb)
{
	const struct order *a = pa, *b = pb;
	int d = text_cmp(a->key, b->key);

	if (d == 0)
		d = text_cmp(a->role, b->role);
	return d != 0 ? d : (a->row > b->row) - (a->row < b->row);
}

static bool
is_slang(const struct carry *c, const struct carried *r)
{
	return text_is(piece_text(c, r->role), "slang");
}

/* Slang acts on the words of the other terms, as it will when ours is read. */
static void
make_keys(struct carry *c)
{
	struct vocab *v = c->forms.vocab;
	size_t i;

	for (i = 0; i < c->n; i++) {
		uint32_t word = forms_single_word(&c->forms, i);
		struct text to = piece_text(c, c->v[i].to);

		if (word == 0)
			continue;
		if (!is_slang(c, &c->v[i])) {
			vocab_mark_entry(v, word);
			continue;
		}
		buf_clear(&c->scratch);
		(void)fold_text(c->fold, &c->scratch, to.p, to.len, NULL);
		vocab_set_slang(v, word, buf_text(&c->scratch));
	}
	forms_ready(&c->forms);
	keys_make(&c->keys, &c->forms);
}

/* Tell that a row says something else than the one of the same term that is
 * kept. */
static void
leave_second(struct carry *c, const struct carried *r,
	const struct carried *kept, const char *what)
{
	struct text term = piece_text(c, r->term);
	struct err err = { 0 };

	err_at(&err, c->files[r->file], r->line, 0);
	if (r->file == kept->file)
		(void)err_set(&err, CLAMOR_EINVAL,
			"'%.*s' has another %s in line %zu: that one is kept",
			carry_shown(term), term.p, what, kept->line);
	else
		(void)err_set(&err, CLAMOR_EINVAL,
			"'%.*s' has another %s in %s:%zu: that one is kept",
			carry_shown(term), term.p, what, c->files[kept->file],
			kept->line);
	tell(c, &err);
}

/* Does a list, ';' between, hold a text? */
static bool
holds(struct text list, struct text t)
{
	struct text rest = list_of(list), item;

	while (list_next(&rest, ';', &item))
		if (text_eq(item, t))
			return true;
	return false;
}

/* Let the first row of a term say what another one says, too. */
static void
put_together(struct carry *c, struct carried *to, const struct carried *r)
{
	struct text own = piece_text(c, to->category);
	struct text more = piece_text(c, r->category);

	if (r->weighs && to->weighs && r->weight != to->weight)
		leave_second(c, r, to, "weight");
	if (r->weighs && !to->weighs)
		to->weight = r->weight;
	to->weighs |= r->weighs;
	if (r->code != CODE_NONE && to->code != CODE_NONE &&
		r->code != to->code)
		leave_second(c, r, to, "code");
	if (to->code == CODE_NONE)
		to->code = r->code;
	if (r->strength != to->strength)
		leave_second(c, r, to, "strength");
	if (!text_eq(piece_text(c, r->to), piece_text(c, to->to)))
		leave_second(c, r, to, "meaning");
	if (more.len == 0 || holds(own, more))
		return;
	buf_clear(&c->scratch);
	buf_addt(&c->scratch, own);
	if (own.len > 0)
		buf_addc(&c->scratch, ';');
	buf_addt(&c->scratch, more);
	to->category = keep(c, buf_text(&c->scratch));
}

/* Sort, and put the rows of each term into its first; the others are done. */
static void
put_all_together(struct carry *c)
{
	struct order *order = xcalloc(c->n, sizeof(*order));
	size_t i, first = 0;

	make_keys(c);
	for (i = 0; i < c->n; i++)
		order[i] = (struct order){ keys_of(&c->keys, i),
			piece_text(c, c->v[i].role), i };
	if (c->n > 1)
		qsort(order, c->n, sizeof(*order), compare_order);
	for (i = 1; i < c->n; i++) {
		const struct order *a = &order[first], *b = &order[i];

		if (text_eq(a->key, b->key) && text_eq(a->role, b->role))
			c->v[b->row].first = a->row;
		else
			first = i;
	}
	for (i = 0; i < c->n; i++) /* in the order met, for the messages */
		if (c->v[i].first != i)
			put_together(c, &c->v[c->v[i].first], &c->v[i]);
	free(order);
}

/* Writing. */

struct columns {
	bool weight, code, role, strength, to, category;
};

/* Has a term nothing but categories? Then they are its marks. */
static bool
is_marked(const struct carried *r)
{
	return !r->weighs && r->code == CODE_NONE && r->role.len == 0 &&
		r->category.len > 0;
}

static struct columns
find_columns(const struct carry *c)
{
	struct columns used = { 0 };
	size_t i;

	for (i = 0; i < c->n; i++) {
		const struct carried *r = &c->v[i];

		if (r->first != i)
			continue;
		used.weight |= r->weighs;
		used.code |= r->code != CODE_NONE;
		used.role |= r->role.len > 0 || is_marked(r);
		used.strength |= r->strength != 0;
		used.to |= r->to.len > 0;
		used.category |= r->category.len > 0;
	}
	return used;
}

static void
put_header(struct csvout *csv, const struct columns *used)
{
	csvout_str(csv, "term");
	if (used->weight)
		csvout_str(csv, "weight");
	if (used->code)
		csvout_str(csv, "code");
	if (used->role)
		csvout_str(csv, "role");
	if (used->strength)
		csvout_str(csv, "strength");
	if (used->to)
		csvout_str(csv, "to");
	if (used->category)
		csvout_str(csv, "category");
	csvout_end(csv);
}

static void
put_milli(struct carry *c, struct csvout *csv, bool there, int32_t milli)
{
	buf_clear(&c->scratch);
	if (there)
		number_add_milli(&c->scratch, milli);
	csvout_text(csv, buf_text(&c->scratch));
}

/* A record of ours. */
static void
put_entry(struct carry *c, struct csvout *csv, const struct columns *used,
	const struct carried *r, struct text role, struct text category)
{
	csvout_text(csv, piece_text(c, r->term));
	if (used->weight)
		put_milli(c, csv, r->weighs, r->weight);
	if (used->code)
		csvout_text(csv, codes_name(c->opt->codes, r->code));
	if (used->role)
		csvout_text(csv, role);
	if (used->strength)
		put_milli(c, csv, r->strength != 0, r->strength);
	if (used->to)
		csvout_text(csv, piece_text(c, r->to));
	if (used->category)
		csvout_text(csv, category);
	csvout_end(csv);
}

size_t
carry_write(struct carry *c, struct buf *out)
{
	struct csvout csv = { .buf = out };
	struct buf role = { 0 };
	struct columns used;
	struct text list, category;
	size_t i, n = 0;

	put_all_together(c);
	used = find_columns(c);
	put_header(&csv, &used);
	for (i = 0; i < c->n; i++) {
		const struct carried *r = &c->v[i];

		category = piece_text(c, r->category);
		if (r->first != i)
			continue;
		if (!is_marked(r)) {
			put_entry(c, &csv, &used, r, piece_text(c, r->role),
				category);
			n++;
			continue;
		}
		list = list_of(category);
		while (list_next(&list, ';', &category)) {
			buf_clear(&role);
			buf_adds(&role, "mark:");
			buf_addt(&role, category);
			put_entry(c, &csv, &used, r, buf_text(&role), category);
			n++;
		}
	}
	buf_free(&role);
	return n;
}
