/* mapping.c - canonical columns found by a profile, or by the names. */
#include "config.h"

#include <stdlib.h>
#include <strings.h>

#include "mapping.h"
#include "utf8.h"
#include "xalloc.h"

#define LOOKED_AT 1000 /* columns, word by word */
#define LIST_MAX 20    /* column names in a message */
#define NAME_SHOWN 40  /* bytes of each */

/* The work of one decision. */
struct work {
	struct mapping *m;
	const struct mapping_options *opt;
	const struct header *h;
	const struct names *names;
	bool *taken; /* by names alone, each column goes into one place */
};

/*
 * Parts that may want the same column ("comments" may be a text or a count,
 * "score" stars or votes): the first of these takes it.
 */
static const enum canon turns[] = { CANON_TEXT, CANON_TITLE, CANON_LEAD,
	CANON_ID, CANON_DATE, CANON_TIME, CANON_SOURCE, CANON_BRAND,
	CANON_AUTHOR, CANON_FOLLOWERS, CANON_RATING, CANON_LIKES, CANON_SHARES,
	CANON_REPLY_TEXT, CANON_REPLY_DATE, CANON_REPLIES, CANON_REPLY_TO,
	CANON_THREAD, CANON_DIRECTION, CANON_LANG, CANON_PLACE, CANON_URL };

static const char *
wanted(const struct work *w, enum canon c)
{
	return w->opt->wanted != NULL ? w->opt->wanted[c] : NULL;
}

static bool
has_name(const struct work *w, const char *folded)
{
	return names_first(w->names, folded) != COLUMN_NONE;
}

/*
 * The column of a folded name that is not taken; COLUMN_NONE, COLUMN_TWICE.
 * Of "id" and "_id" it is the one that needs no folding.
 */
static size_t
find_free(const struct work *w, const char *folded)
{
	size_t i, found = COLUMN_NONE, plain = COLUMN_NONE, nplain = 0;

	for (i = names_first(w->names, folded); i != COLUMN_NONE;
		i = names_next(w->names, i)) {
		if (w->taken[i])
			continue;
		if (w->h->sparse) /* the other one may be for want of it */
			return i;
		if (strcasecmp(w->h->names[i], folded) == 0) {
			plain = i;
			nplain++;
		}
		found = found == COLUMN_NONE ? i : COLUMN_TWICE;
	}
	return found == COLUMN_TWICE && nplain == 1 ? plain : found;
}

static enum rc
said_twice(struct err *err, const char *name, enum canon c)
{
	return err_set(err, CLAMOR_EINVAL,
		"column '%s' stands there twice; name another one (or none) "
		"for %s: --map %s=COLUMN",
		name, canon_name(c), canon_name(c));
}

/* Does a name say that its times are UTC ("created_utc")? */
static bool
is_utc(const char *folded)
{
	size_t len = strlen(folded);

	return (len > 3 && strcmp(folded + len - 3, "utc") == 0) ||
		strstr(folded, "(utc)") != NULL;
}

/* One more field that a part may be taken from. */
static void
take(struct work *w, enum canon c, size_t column, const struct treatment *how)
{
	struct mapping_part *part = &w->m->parts[c];
	struct mapping_field *f;
	size_t i;

	for (i = 0; i < part->n; i++)
		if (part->fields[i].column == column)
			return;
	if (part->n == MAPPING_FIELDS)
		return;
	f = &part->fields[part->n++];
	*f = (struct mapping_field){ .column = column };
	if (how != NULL)
		f->how = *how;
	if (c == CANON_DATE || c == CANON_REPLY_DATE)
		f->how.utc = f->how.utc ||
			is_utc(names_folded(w->names, column));
	w->taken[column] = true;
}

/* Give the columns that the user named their places. */
static enum rc
take_wanted(struct work *w, struct err *err)
{
	size_t c, place;

	for (c = 0; c < CANON_PARTS; c++) {
		const char *name = wanted(w, (enum canon)c);
		struct buf list = { 0 };
		enum rc rc;

		if (name == NULL || *name == '\0')
			continue;
		place = mapping_find(w->h, name);
		if (place == COLUMN_TWICE)
			return said_twice(err, name, (enum canon)c);
		if (place != COLUMN_NONE) {
			take(w, (enum canon)c, place, NULL);
			continue;
		}
		mapping_list(&list, w->h);
		rc = err_set(err, CLAMOR_ENOTFOUND,
			"no column '%s' for %s; the columns are %s", name,
			canon_name((enum canon)c), buf_cstr(&list));
		buf_free(&list);
		return rc;
	}
	return CLAMOR_OK;
}

/* Is it what clamor-import itself writes? Then every column is itself. */
static bool
take_canonical(struct work *w)
{
	size_t place[CANON_N], c;

	for (c = 0; c < CANON_N; c++) {
		place[c] = header_find(w->h, canon_name((enum canon)c));
		if (place[c] >= COLUMN_TWICE || wanted(w, (enum canon)c))
			return false;
	}
	for (c = 0; c < CANON_N; c++)
		take(w, (enum canon)c, place[c], NULL);
	return true;
}

/* By a profile. */

static enum rc
take_profile(struct work *w, enum canon c, struct err *err)
{
	const struct profile_column *column = &w->m->profile->columns[c];
	size_t i, place;

	for (i = 0; i < column->n; i++) {
		const struct profile_field *f = &column->fields[i];

		if (w->h->sparse) { /* names that differ in case are others */
			for (place = names_first(w->names, f->name);
				place != COLUMN_NONE;
				place = names_next(w->names, place))
				take(w, c, place, &f->how);
			continue;
		}
		place = find_free(w, f->name);
		if (place == COLUMN_TWICE)
			return said_twice(err, f->name, c);
		if (place != COLUMN_NONE)
			take(w, c, place, &f->how);
	}
	w->m->parts[c].constant = column->constant;
	return CLAMOR_OK;
}

/* By the names alone. */

/* What the cells of a column are known to be written in. */
static struct treatment
known_treatment(const struct work *w, size_t column)
{
	const struct aliases *a = w->opt->aliases;
	const char *name = names_folded(w->names, column);
	struct treatment how = { PLAIN_AS_IS };
	size_t i;

	for (i = 0; i < a->n; i++)
		if (a->list[i].role == ALIAS_PLAIN &&
			strcmp(a->list[i].name, name) == 0 &&
			(a->list[i].with == NULL ||
				has_name(w, a->list[i].with))) {
			how.plain = a->list[i].how;
			break;
		}
	return how;
}

/* Take the first column of the aliases, in their order, that is there. */
static enum rc
take_alias(struct work *w, enum canon c, struct err *err)
{
	const struct aliases *a = w->opt->aliases;
	size_t i, place;

	for (i = 0; i < a->n; i++) {
		const struct alias *l = &a->list[i];
		struct treatment how;

		if (l->role > ALIAS_SOURCE || l->canon != c ||
			(l->with != NULL && !has_name(w, l->with)))
			continue;
		if (l->role == ALIAS_SOURCE) {
			if (!has_name(w, l->name))
				continue;
			w->m->parts[c].constant = l->value;
			w->m->telltale = l->name;
			return CLAMOR_OK;
		}
		place = find_free(w, l->name);
		if (place == COLUMN_TWICE)
			return said_twice(err, l->name, c);
		if (place == COLUMN_NONE)
			continue;
		how = known_treatment(w, place);
		take(w, c, place, &how);
		return CLAMOR_OK;
	}
	return CLAMOR_OK;
}

/* What serves for a column where a record of a sparse header lacks it: of what
 * no other column took. */
static void
take_others(struct work *w, enum canon c)
{
	const struct aliases *a = w->opt->aliases;
	struct mapping_part *part = &w->m->parts[c];
	size_t i, place;

	for (i = 0; i < a->n && part->n < MAPPING_FIELDS; i++) {
		const struct alias *l = &a->list[i];
		struct treatment how;

		if (l->role != ALIAS_COLUMN || l->canon != c || l->with != NULL)
			continue;
		place = find_free(w, l->name);
		if (place == COLUMN_NONE)
			continue;
		how = known_treatment(w, place);
		take(w, c, place, &how);
	}
}

/* Does a header have a tell-tale of this role? */
static bool
has_telltale(const struct work *w, enum alias_role role)
{
	const struct aliases *a = w->opt->aliases;
	size_t i;

	for (i = 0; i < a->n; i++)
		if (a->list[i].role == role && has_name(w, a->list[i].name))
			return true;
	return false;
}

/* May a part be looked for at all? Who names the text himself wants just
 * that, and a title above comments is not their author's. */
static bool
is_open(const struct work *w, enum canon c)
{
	if (wanted(w, c) != NULL)
		return false;
	if (c != CANON_TITLE && c != CANON_LEAD)
		return true;
	return wanted(w, CANON_TEXT) == NULL &&
		(w->m->profile != NULL || !has_telltale(w, ALIAS_COMMENT));
}

/* Everything that the user did not name. */
static enum rc
take_rest(struct work *w, struct err *err)
{
	const size_t n = sizeof(turns) / sizeof(turns[0]);
	const struct profile *p = w->m->profile;
	size_t i;

	for (i = 0; i < n; i++) {
		enum rc rc = CLAMOR_OK;

		if (is_open(w, turns[i]))
			rc = p != NULL ? take_profile(w, turns[i], err)
				       : take_alias(w, turns[i], err);
		if (rc != CLAMOR_OK)
			return rc;
	}
	for (i = 0; i < n && w->h->sparse; i++) {
		enum canon c = turns[i];

		if (is_open(w, c) &&
			(p != NULL ? p->columns[c].n > 0 && c != CANON_TITLE
				   : w->m->parts[c].n > 0))
			take_others(w, c);
	}
	return CLAMOR_OK;
}

/* Has a name a word of texts, or of dates, and none of anything else? */
static bool
speaks_of(const struct work *w, enum canon c, const char *name)
{
	const struct aliases *a = w->opt->aliases;

	if (c == CANON_TEXT)
		return aliases_have_word(a, ALIAS_TEXT_WORD, name) &&
			!aliases_have_word(a, ALIAS_DATE_WORD, name) &&
			!aliases_have_word(a, ALIAS_OTHER_WORD, name);
	return aliases_have_word(a, ALIAS_DATE_WORD, name) &&
		!aliases_have_word(a, ALIAS_OTHER_WORD, name);
}

/*
 * Where no alias is there, one column may say by a word of its name what it
 * is: "Comentario (opcional)". Two that do are left to the user.
 */
static enum rc
take_by_word(struct work *w, enum canon c, struct err *err)
{
	struct mapping_part *part = &w->m->parts[c];
	size_t i, place = COLUMN_NONE;

	if (wanted(w, c) != NULL || part->n > 0)
		return CLAMOR_OK;
	for (i = 0; i < w->h->n && i < LOOKED_AT; i++) {
		if (w->taken[i] || !speaks_of(w, c, w->h->names[i]))
			continue;
		if (place != COLUMN_NONE)
			return err_set(err, CLAMOR_EINVAL,
				"skipped: the %s may be in '%s' or in '%s'; "
				"say where: --map %s=COLUMN (%s= for none)",
				canon_name(c), w->h->names[place],
				w->h->names[i], canon_name(c), canon_name(c));
		place = i;
	}
	if (place != COLUMN_NONE) {
		take(w, c, place, NULL);
		w->m->by_word[c == CANON_DATE] = true;
	}
	return CLAMOR_OK;
}

/* Which profile is it? */
static enum rc
choose(struct mapping *m, const struct mapping_options *opt,
	const struct names *names, struct err *err)
{
	m->profile = opt->profile;
	if (opt->no_profile || opt->profile != NULL || opt->profiles == NULL)
		return CLAMOR_OK;
	return profiles_choose(
		opt->profiles, names, &m->profile, &m->sign, err);
}

enum rc
mapping_decide(struct mapping *m, const struct mapping_options *opt,
	const struct header *h, const struct names *names, bool again,
	struct err *err)
{
	struct mapping made = { .spanish = again && m->spanish };
	struct work w = { &made, opt, h, names, NULL };
	enum rc rc = CLAMOR_OK;
	size_t i;

	w.taken = xcalloc(h->n, sizeof(*w.taken));
	made.canonical = take_canonical(&w);
	if (!made.canonical) {
		if (again) {
			made.profile = m->profile;
			made.sign = m->sign;
		} else {
			rc = choose(&made, opt, names, err);
		}
		if (rc == CLAMOR_OK)
			rc = take_wanted(&w, err);
		if (rc == CLAMOR_OK)
			rc = take_rest(&w, err);
		if (rc == CLAMOR_OK && made.profile == NULL)
			rc = take_by_word(&w, CANON_TEXT, err);
		if (rc == CLAMOR_OK && made.profile == NULL)
			rc = take_by_word(&w, CANON_DATE, err);
	}
	for (i = 0; i < h->n && !again && !made.spanish; i++)
		made.spanish = aliases_have_word(
			opt->aliases, ALIAS_SPANISH, h->names[i]);
	free(w.taken);
	if (again) { /* it is decided */
		made.telltale = m->telltale;
		made.parts[CANON_SOURCE].constant =
			m->parts[CANON_SOURCE].constant;
	}
	*m = made;
	return rc;
}

size_t
mapping_find(const struct header *h, const char *name)
{
	size_t i, found = header_find(h, name);
	char *wanted_name, *folded;

	if (found != COLUMN_NONE)
		return found;
	wanted_name = names_fold(text_of(name));
	for (i = 0; i < h->n && found != COLUMN_TWICE; i++) {
		folded = names_fold(text_of(h->names[i]));
		if (strcmp(folded, wanted_name) == 0)
			found = found == COLUMN_NONE ? i : COLUMN_TWICE;
		free(folded);
	}
	free(wanted_name);
	return found;
}

void
mapping_list(struct buf *out, const struct header *h)
{
	size_t i;

	for (i = 0; i < h->n && i < LIST_MAX; i++) {
		const char *name = h->names[i];
		size_t len = strlen(name);

		buf_addf(out, "%s'", i ? ", " : "");
		if (len > NAME_SHOWN) /* not half a character */
			len = utf8_valid_prefix(name, NAME_SHOWN);
		buf_add(out, name, len);
		buf_addf(out, "%s'", name[len] ? "…" : "");
	}
	if (i < h->n)
		buf_addf(out, " and %zu more", h->n - i);
}
