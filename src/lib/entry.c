/* entry.c - lexicon rows. */
#include "config.h"

#include <stdlib.h>

#include "entry.h"
#include "names.h"
#include "nearest.h"
#include "number.h"

/* The roles of a bare name, with what modifiers get by default. */
static const struct {
	const char *name;
	enum role role;
	int32_t strength; /* thousandths */
	uint8_t reach;
} roles[] = {
	{ "", ROLE_OPINION, 0, 0 },
	{ "insult", ROLE_INSULT, 0, 0 },
	{ "courtesy", ROLE_COURTESY, 0, 0 },
	{ "spam", ROLE_SPAM, 0, 0 },
	{ "negator", ROLE_NEGATOR, -500, 3 },
	{ "intensifier", ROLE_INTENSIFIER, 1500, 3 },
	{ "diminisher", ROLE_DIMINISHER, 500, 3 },
	{ "adversative", ROLE_ADVERSATIVE, 1500, REACH_SENTENCE },
	{ "irrealis", ROLE_IRREALIS, 300, REACH_SENTENCE },
	{ "irony", ROLE_IRONY, -1000, REACH_SENTENCE },
	{ "brand", ROLE_BRAND, 0, 0 },
	{ "season", ROLE_SEASON, 0, 0 },
	{ "slang", ROLE_SLANG, 0, 0 },
	{ "off", ROLE_OFF, 0, 0 },
};

#define NROLES (sizeof(roles) / sizeof(roles[0]))

static const char *const intents[] = {
	[INTENT_NONE] = "",
	[INTENT_AYUDA] = "ayuda",
	[INTENT_RECOMIENDA] = "recomienda",
	[INTENT_RECOMPRA] = "recompra",
	[INTENT_ABANDONO] = "abandono",
	[INTENT_LEGAL] = "legal",
};

#define NINTENTS (sizeof(intents) / sizeof(intents[0]))

static const char *const own_columns[] = { "term", "weight", "code", "intent",
	"severity", "role", "to", "strength", "reach", "example", "note",
	"forms" };

const char *
intent_name(enum intent i)
{
	return intents[i];
}

bool
entry_agrees(const struct entry *a, const struct entry *b)
{
	return (a->weight > 0) == (b->weight > 0) &&
		(a->weight < 0) == (b->weight < 0) && a->code == b->code &&
		a->intent == b->intent && text_eq(a->to, b->to);
}

bool
entry_says_the_same(const struct entry *a, const struct entry *b)
{
	return a->weight == b->weight && a->code == b->code &&
		a->intent == b->intent && a->severity == b->severity &&
		a->strength == b->strength && a->reach == b->reach &&
		text_eq(a->to, b->to);
}

bool
role_opines(enum role r)
{
	return r <= ROLE_SPAM;
}

bool
entry_is_own_column(struct text name)
{
	size_t i;

	for (i = 0; i < sizeof(own_columns) / sizeof(own_columns[0]); i++)
		if (text_is(name, own_columns[i]))
			return true;
	return false;
}

/* What people call them in Spanish, or in other lexicons; folded. */
static const struct {
	const char *name, *own;
} synonyms[] = {
	{ "termino", "term" },
	{ "palabra", "term" },
	{ "palabras", "term" },
	{ "frase", "term" },
	{ "expresion", "term" },
	{ "word", "term" },
	{ "peso", "weight" },
	{ "puntaje", "weight" },
	{ "puntuacion", "weight" },
	{ "polaridad", "weight" },
	{ "score", "weight" },
	{ "codigo", "code" },
	{ "intencion", "intent" },
	{ "severidad", "severity" },
	{ "gravedad", "severity" },
	{ "rol", "role" },
	{ "fuerza", "strength" },
	{ "alcance", "reach" },
	{ "ejemplo", "example" },
	{ "nota", "note" },
};

const char *
entry_column_like(struct text name)
{
	size_t n = sizeof(own_columns) / sizeof(own_columns[0]), i, found;
	char *folded = names_fold(name);
	struct nearest near = nearest_begin(text_of(folded));
	const char *own = NULL;

	for (i = 0; i < sizeof(synonyms) / sizeof(synonyms[0]); i++)
		if (strcmp(folded, synonyms[i].name) == 0)
			own = synonyms[i].own;
	for (i = 0; i < n; i++)
		nearest_try(&near, text_of(own_columns[i]), i);
	found = nearest_found(&near, n);
	free(folded);
	return own == NULL && found < n ? own_columns[found] : own;
}

static enum rc
refuse_header(const struct table *t, struct err *err)
{
	size_t i;

	err_at(err, table_path(t), table_line(t, TABLE_HEADER), 0);
	for (i = 0; i < table_ncolumns(t); i++) {
		struct text name = table_column_name(t, i);
		const char *like = entry_column_like(name);

		if (like == NULL || strcmp(like, "term") != 0)
			continue;
		err->col = table_byte(t, TABLE_HEADER, i, 0);
		return err_set(err, CLAMOR_EINVAL,
			"no column 'term' (is it '%.*s'? call it 'term')",
			(int)name.len, name.p);
	}
	return err_set(err, CLAMOR_EINVAL,
		"no column 'term' (the first record names the columns, with , "
		"; or TAB between)");
}

enum rc
entry_columns_find(
	struct entry_columns *c, const struct table *t, struct err *err)
{
	c->term = table_column(t, "term");
	c->weight = table_column(t, "weight");
	c->code = table_column(t, "code");
	c->intent = table_column(t, "intent");
	c->severity = table_column(t, "severity");
	c->role = table_column(t, "role");
	c->strength = table_column(t, "strength");
	c->reach = table_column(t, "reach");
	c->to = table_column(t, "to");
	c->forms = table_column(t, "forms");
	return c->term != TABLE_NONE ? CLAMOR_OK : refuse_header(t, err);
}

/* A dash or the minus of mathematics, as word processors put them in? */
static bool
has_other_minus(struct text t)
{
	return memmem(t.p, t.len, "\xE2\x80\x93", 3) != NULL ||
		memmem(t.p, t.len, "\xE2\x88\x92", 3) != NULL;
}

static enum rc
number_in(struct text t, const char *what, int32_t low, int32_t high,
	int32_t *milli, struct err *err)
{
	int64_t v;

	if (number_typed_milli(t, &v) && v >= low && v <= high) {
		*milli = (int32_t)v;
		return CLAMOR_OK;
	}
	return err_set(err, CLAMOR_EINVAL,
		"%s '%.*s' is not a number from %d to %d (%s)", what,
		(int)t.len, t.p, low / 1000, high / 1000,
		low == 0                        ? "as in 2"
			: has_other_minus(t) ? "type its minus anew, as in -2.5"
					     : "as in -2.5");
}

/* @there  what there is, said if nothing is near */
static enum rc
unknown(struct err *err, const char *what, struct text t, const char *nearest,
	const char *there)
{
	if (nearest == NULL || *nearest == '\0')
		return err_set(err, CLAMOR_EINVAL, "unknown %s '%.*s' (%s)",
			what, (int)t.len, t.p, there);
	return err_set(err, CLAMOR_EINVAL,
		"unknown %s '%.*s' (did you mean '%s'?)", what, (int)t.len, t.p,
		nearest);
}

/* Can it stand in a list with ';' between, on one line? */
static bool
is_name(struct text t)
{
	size_t i;

	for (i = 0; i < t.len; i++)
		if (t.p[i] == ';' || (unsigned char)t.p[i] < ' ')
			return false;
	return text_eq(text_trimmed(t), t);
}

/* Read a role into an entry, with what it has by default; false if there is
 * none of that name. */
static bool
find_role(struct entry *e, struct text t)
{
	static const struct {
		const char *prefix;
		enum role role;
	} named[] = { { "mark:", ROLE_MARK }, { "reply:", ROLE_REPLY } };
	size_t i;

	e->role_name = t;
	for (i = 0; i < NROLES; i++)
		if (text_is(t, roles[i].name)) {
			e->role = roles[i].role;
			e->strength = roles[i].strength;
			e->reach = roles[i].reach;
			return true;
		}
	for (i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
		size_t n = strlen(named[i].prefix);

		if (t.len <= n || memcmp(t.p, named[i].prefix, n) != 0)
			continue;
		e->role = named[i].role;
		e->name = (struct text){ t.p + n, t.len - n };
		return is_name(e->name);
	}
	return false;
}

bool
role_find(struct text name, enum role *r)
{
	struct entry e = { 0 };
	bool found = find_role(&e, name);

	*r = e.role;
	return found;
}

bool
role_needs_to(enum role r)
{
	return r == ROLE_SLANG || r == ROLE_BRAND || r == ROLE_SEASON;
}

static enum rc
read_role(struct entry *e, struct text t, struct err *err)
{
	struct nearest near = nearest_begin(t);
	size_t i, found;

	if (find_role(e, t))
		return CLAMOR_OK;
	if (e->name.len > 0)
		return err_set(err, CLAMOR_EINVAL,
			"the name in '%.*s' has a ';', a line break or a blank "
			"at its ends (one row for each name)",
			(int)t.len, t.p);
	for (i = 0; i < NROLES; i++)
		nearest_try(&near, text_of(roles[i].name), i);
	found = nearest_found(&near, NROLES);
	return unknown(err, "role", t,
		found < NROLES ? roles[found].name : NULL,
		"as in insult, spam, mark:NAME, negator, slang; empty for an "
		"opinion");
}

static enum rc
read_intent(struct entry *e, struct text t, struct err *err)
{
	struct nearest near = nearest_begin(t);
	size_t i, found;

	for (i = 0; i < NINTENTS; i++)
		if (text_is(t, intents[i])) {
			e->intent = (enum intent)i;
			return CLAMOR_OK;
		}
	for (i = 0; i < NINTENTS; i++)
		nearest_try(&near, text_of(intents[i]), i);
	found = nearest_found(&near, 0);
	return unknown(err, "intent", t, intents[found],
		"there are abandono, legal, recompra, recomienda, ayuda");
}

static enum rc
read_code(struct entry *e, struct text t, const struct codes *codes,
	struct err *err)
{
	char near[64];
	struct text name;

	if (t.len == 0)
		return CLAMOR_OK;
	e->code = codes_find(codes, t);
	if (e->code != CODE_NONE)
		return CLAMOR_OK;
	name = codes_name(codes, codes_nearest(codes, t));
	if (name.len >= sizeof(near))
		name.len = 0;
	memcpy(near, name.p, name.len);
	near[name.len] = '\0';
	return unknown(err, "code", t, near, "the codes are in codes.csv");
}

/* A row on its way into an entry. */
struct reading {
	const struct table *t;
	size_t row;
	struct err *err;
};

/* A cell; what is wrong with it will be told with its place. */
static struct text
take_cell(const struct reading *r, size_t column)
{
	r->err->col = table_byte(r->t, r->row, column, 0);
	return table_cell(r->t, r->row, column);
}

static enum rc
bad(struct err *err, const char *text)
{
	return err_set(err, CLAMOR_EINVAL, "%s", text);
}

/* A whole number, 0 to max; an empty cell leaves it as it is. */
static enum rc
read_whole(uint8_t *v, struct text t, const char *what, int32_t max,
	struct err *err)
{
	int32_t milli = 0;
	enum rc rc;

	if (t.len == 0)
		return CLAMOR_OK;
	rc = number_in(t, what, 0, max * 1000, &milli, err);
	if (rc != CLAMOR_OK)
		return rc;
	if (milli % 1000 != 0)
		return err_set(err, CLAMOR_EINVAL,
			"%s is a whole number (leave out the fraction)", what);
	*v = (uint8_t)(milli / 1000);
	return CLAMOR_OK;
}

static enum rc
read_decimal(int32_t *v, struct text t, const char *what, struct err *err)
{
	return t.len == 0 ? CLAMOR_OK : number_in(t, what, -5000, 5000, v, err);
}

static enum rc
read_numbers(
	struct entry *e, const struct entry_columns *c, const struct reading *r)
{
	bool modifies = role_modifies(e->role);
	struct text t = take_cell(r, c->weight);
	enum rc rc = read_decimal(&e->weight, t, "weight", r->err);

	if (rc == CLAMOR_OK && modifies && t.len > 0)
		return bad(r->err,
			"a modifier has no weight (give it a strength)");
	if (rc == CLAMOR_OK)
		rc = read_whole(&e->severity, take_cell(r, c->severity),
			"severity", SEVERITY_MAX, r->err);
	if (rc != CLAMOR_OK)
		return rc;
	t = take_cell(r, c->strength);
	rc = read_decimal(&e->strength, t, "strength", r->err);
	if (rc == CLAMOR_OK && (modifies || t.len == 0)) {
		t = take_cell(r, c->reach);
		rc = read_whole(&e->reach, t, "reach", 50, r->err);
	}
	if (rc == CLAMOR_OK && !modifies && t.len > 0)
		return bad(r->err,
			"strength and reach are for modifiers only (empty it)");
	return rc;
}

static enum rc
read_to(struct entry *e, const struct entry_columns *c, const struct reading *r)
{
	e->to = take_cell(r, c->to);
	if (role_needs_to(e->role) && e->to.len == 0)
		return err_set(r->err, CLAMOR_EINVAL,
			"the role '%.*s' needs its result in the column 'to' "
			"(fill it)",
			(int)e->role_name.len, e->role_name.p);
	if (!role_needs_to(e->role) && e->to.len > 0)
		return bad(r->err,
			"the column 'to' is for slang, brand and season only "
			"(empty it)");
	return CLAMOR_OK;
}

enum rc
entry_read(struct entry *e, const struct entry_columns *c,
	const struct table *t, size_t row, const struct codes *codes,
	struct err *err)
{
	const struct reading r = { t, row, err };
	enum rc rc;

	*e = (struct entry){ 0 };
	e->forms = table_cell(t, row, c->forms);
	e->term = take_cell(&r, c->term);
	if (e->term.len == 0)
		return bad(err, "no term (fill the cell, or take the row out)");
	rc = read_role(e, take_cell(&r, c->role), err);
	if (rc == CLAMOR_OK)
		rc = read_intent(e, take_cell(&r, c->intent), err);
	if (rc == CLAMOR_OK)
		rc = read_code(e, take_cell(&r, c->code), codes, err);
	if (rc == CLAMOR_OK)
		rc = read_numbers(e, c, &r);
	if (rc == CLAMOR_OK)
		rc = read_to(e, c, &r);
	if (rc == CLAMOR_OK)
		err->col = 0;
	return rc;
}
