/* profile.c - canonical columns found by the names that exports use. */
#include "config.h"

#include <stdlib.h>
#include <strings.h>

#include "profile.h"
#include "utf8.h"
#include "xalloc.h"

#define LIST_MAX 20   /* column names in a message */
#define NAME_SHOWN 40 /* bytes of each */

/* What names are compared with while one header is read. */
struct names {
	const struct header *h;
	char **folded;
	bool *taken; /* each column goes into one place */
};

/*
 * Parts that may want the same column ("comments" may be a text or a count,
 * "score" stars or votes): the first of these takes it.
 */
static const enum canon turns[CANON_PARTS] = { CANON_TEXT, CANON_TITLE,
	CANON_ID, CANON_DATE, CANON_TIME, CANON_SOURCE, CANON_BRAND,
	CANON_AUTHOR, CANON_FOLLOWERS, CANON_RATING, CANON_LIKES, CANON_SHARES,
	CANON_REPLY_TEXT, CANON_REPLY_DATE, CANON_REPLIES, CANON_REPLY_TO,
	CANON_THREAD, CANON_DIRECTION, CANON_LANG, CANON_PLACE, CANON_URL };

/*
 * The free column of a folded name; COLUMN_NONE, COLUMN_TWICE. Of "id" and
 * "_id" it is the one that needs no folding.
 */
static size_t
find_folded(const struct names *n, const char *name)
{
	size_t i, found = COLUMN_NONE, plain = COLUMN_NONE, nplain = 0;

	for (i = 0; i < n->h->n; i++) {
		if (n->taken[i] || strcmp(n->folded[i], name) != 0)
			continue;
		if (n->h->sparse) /* the other one may be for want of it */
			return i;
		if (strcasecmp(n->h->names[i], name) == 0) {
			plain = i;
			nplain++;
		}
		found = found == COLUMN_NONE ? i : COLUMN_TWICE;
	}
	return found == COLUMN_TWICE && nplain == 1 ? plain : found;
}

static bool
has_name(const struct names *n, const char *name)
{
	size_t i;

	for (i = 0; i < n->h->n; i++)
		if (strcmp(n->folded[i], name) == 0)
			return true;
	return false;
}

static enum rc
said_twice(struct err *err, const char *name, enum canon c)
{
	return err_set(err, CLAMOR_EINVAL,
		"column '%s' stands there twice; name another one (or none) "
		"for %s: --map %s=COLUMN",
		name, canon_name(c), canon_name(c));
}

static void
take(struct profile *p, struct names *n, enum canon c, size_t place)
{
	p->column[c] = place;
	n->taken[place] = true;
}

/* Give the columns that the user named their places. */
static enum rc
take_wanted(struct profile *p, struct names *n,
	const char *const wanted[CANON_PARTS], struct err *err)
{
	size_t c, place;

	for (c = 0; c < CANON_PARTS; c++) {
		struct buf list = { 0 };
		enum rc rc;

		if (wanted[c] == NULL || *wanted[c] == '\0')
			continue;
		place = profile_find(n->h, wanted[c]);
		if (place == COLUMN_TWICE)
			return said_twice(err, wanted[c], (enum canon)c);
		if (place != COLUMN_NONE) {
			take(p, n, (enum canon)c, place);
			continue;
		}
		profile_list(&list, n->h);
		rc = err_set(err, CLAMOR_ENOTFOUND,
			"no column '%s' for %s; the columns are %s", wanted[c],
			canon_name((enum canon)c), buf_cstr(&list));
		buf_free(&list);
		return rc;
	}
	return CLAMOR_OK;
}

/* Find the column of one part by the aliases, in their order. */
static enum rc
take_alias(struct profile *p, struct names *n, const struct aliases *a,
	enum canon c, struct err *err)
{
	size_t i, place;

	for (i = 0; i < a->n; i++) {
		const struct alias *l = &a->list[i];

		if (l->role > ALIAS_SOURCE || l->canon != c ||
			(l->with != NULL && !has_name(n, l->with)))
			continue;
		if (l->role == ALIAS_SOURCE) {
			if (!has_name(n, l->name))
				continue;
			p->source = l->value;
			p->telltale = l->name;
			return CLAMOR_OK;
		}
		place = find_folded(n, l->name);
		if (place == COLUMN_TWICE)
			return said_twice(err, l->name, c);
		if (place != COLUMN_NONE) {
			take(p, n, c, place);
			return CLAMOR_OK;
		}
	}
	return CLAMOR_OK;
}

/* Is it what clamor-import itself writes? Then every column is itself. */
static bool
take_canonical(struct profile *p, const struct header *h)
{
	size_t c;

	for (c = 0; c < CANON_N; c++) {
		p->column[c] = header_find(h, canon_name((enum canon)c));
		if (p->column[c] >= COLUMN_TWICE)
			break;
	}
	if (c == CANON_N)
		return true;
	for (c = 0; c < CANON_N; c++)
		p->column[c] = COLUMN_NONE;
	return false;
}

/* Does a header have a tell-tale of this role? */
static bool
has_telltale(
	const struct names *n, const struct aliases *a, enum alias_role role)
{
	size_t i;

	for (i = 0; i < a->n; i++)
		if (a->list[i].role == role && has_name(n, a->list[i].name))
			return true;
	return false;
}

/* Is any word of a name in the list of Spanish words? */
static bool
is_spanish(const struct aliases *a, const char *name)
{
	const char *p = name, *word;
	size_t i;

	while (*p != '\0') {
		char *folded;
		bool known = false;

		p += strspn(p, " _-./()");
		word = p;
		p += strcspn(p, " _-./()");
		folded = aliases_fold_name(
			(struct text){ word, (size_t)(p - word) });
		for (i = 0; i < a->n && !known; i++)
			known = a->list[i].role == ALIAS_SPANISH &&
				strcmp(a->list[i].name, folded) == 0;
		free(folded);
		if (known)
			return true;
	}
	return false;
}

/* Everything that the user did not name. */
static enum rc
take_rest(struct profile *p, struct names *n, const struct aliases *a,
	const char *const wanted[CANON_PARTS], struct err *err)
{
	size_t i;

	for (i = 0; i < CANON_PARTS; i++) {
		enum canon c = turns[i];
		enum rc rc;

		if (wanted[c] != NULL)
			continue;
		/* who names the text himself wants just that */
		if (c == CANON_TITLE &&
			(wanted[CANON_TEXT] != NULL ||
				has_telltale(n, a, ALIAS_COMMENT)))
			continue;
		rc = take_alias(p, n, a, c, err);
		if (rc != CLAMOR_OK)
			return rc;
	}
	return CLAMOR_OK;
}

/* What serves for a column where a record of a sparse header lacks it. */
static void
take_others(struct profile *p, struct names *n, const struct aliases *a,
	enum canon c)
{
	size_t i, place, k = 0;

	for (i = 0; i < a->n && k < PROFILE_OTHERS; i++) {
		const struct alias *l = &a->list[i];

		if (l->role != ALIAS_COLUMN || l->canon != c || l->with != NULL)
			continue;
		place = find_folded(n, l->name);
		if (place == COLUMN_NONE)
			continue;
		p->others[c][k++] = place;
		n->taken[place] = true;
	}
}

/* What the cells of a column are to be made plain by. */
static enum plain
find_how(const struct names *n, const struct aliases *a, size_t column)
{
	size_t i;

	for (i = 0; i < a->n && column != COLUMN_NONE; i++)
		if (a->list[i].role == ALIAS_PLAIN &&
			strcmp(a->list[i].name, n->folded[column]) == 0 &&
			(a->list[i].with == NULL ||
				has_name(n, a->list[i].with)))
			return a->list[i].how;
	return PLAIN_AS_IS;
}

/* Only texts are ever written in a special way. */
static void
find_hows(struct profile *p, const struct names *n, const struct aliases *a)
{
	static const enum canon texts[] = { CANON_TEXT, CANON_TITLE,
		CANON_REPLY_TEXT };
	size_t i, k;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		enum canon c = texts[i];

		p->how[c] = find_how(n, a, p->column[c]);
		for (k = 0; k < PROFILE_OTHERS && p->sparse; k++)
			p->others_how[c][k] = find_how(n, a, p->others[c][k]);
	}
}

enum rc
profile_recognise(struct profile *p, const struct aliases *a,
	const struct header *h, const char *const wanted[CANON_PARTS],
	struct err *err)
{
	struct names n = { h, xcalloc(h->n, sizeof(*n.folded)),
		xcalloc(h->n, sizeof(*n.taken)) };
	bool any_wanted = false, is_canonical;
	enum rc rc;
	size_t i;

	*p = (struct profile){ 0 };
	for (i = 0; i < CANON_PARTS; i++) {
		size_t k;

		p->column[i] = COLUMN_NONE;
		for (k = 0; k < PROFILE_OTHERS; k++)
			p->others[i][k] = COLUMN_NONE;
		any_wanted = any_wanted || wanted[i] != NULL;
	}
	for (i = 0; i < h->n; i++) {
		n.folded[i] = aliases_fold_name(text_of(h->names[i]));
		p->spanish = p->spanish || is_spanish(a, h->names[i]);
	}
	rc = CLAMOR_OK;
	is_canonical = !any_wanted && take_canonical(p, h);
	if (!is_canonical) {
		rc = take_wanted(p, &n, wanted, err);
		if (rc == CLAMOR_OK)
			rc = take_rest(p, &n, a, wanted, err);
	}
	p->sparse = h->sparse;
	for (i = 0; i < CANON_PARTS && h->sparse; i++)
		if (wanted[turns[i]] == NULL &&
			p->column[turns[i]] != COLUMN_NONE)
			take_others(p, &n, a, turns[i]);
	if (!is_canonical)
		find_hows(p, &n, a);
	for (i = 0; i < h->n; i++)
		free(n.folded[i]);
	free(n.folded);
	free(n.taken);
	return rc;
}

size_t
profile_find(const struct header *h, const char *name)
{
	size_t i, found = header_find(h, name);
	char *wanted, *folded;

	if (found != COLUMN_NONE)
		return found;
	wanted = aliases_fold_name(text_of(name));
	for (i = 0; i < h->n && found != COLUMN_TWICE; i++) {
		folded = aliases_fold_name(text_of(h->names[i]));
		if (strcmp(folded, wanted) == 0)
			found = found == COLUMN_NONE ? i : COLUMN_TWICE;
		free(folded);
	}
	free(wanted);
	return found;
}

bool
profile_is_utc(const char *name)
{
	char *folded = aliases_fold_name(text_of(name));
	size_t len = strlen(folded);
	bool utc = (len > 3 && strcmp(folded + len - 3, "utc") == 0) ||
		strstr(folded, "(utc)") != NULL;

	free(folded);
	return utc;
}

void
profile_list(struct buf *out, const struct header *h)
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
