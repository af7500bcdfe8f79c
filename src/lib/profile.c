/* profile.c - a profile read from its file. */
#include "config.h"

#include <stdlib.h>

#include "assign.h"
#include "lines.h"
#include "names.h"
#include "nearest.h"
#include "profile.h"
#include "utf8.h"
#include "xalloc.h"

/* Keys beside the names of columns, folded. */
enum key {
	KEY_ABOUT,
	KEY_KNOWN_BY,
	KEY_POSTS_IN,
	KEY_TYPES_IN,
	KEY_JOIN,
	KEY_NO_POST,
	KEY_N
};

static const char *const keys[KEY_N] = { [KEY_ABOUT] = "about",
	[KEY_KNOWN_BY] = "known by",
	[KEY_POSTS_IN] = "posts in",
	[KEY_TYPES_IN] = "types in",
	[KEY_JOIN] = "join",
	[KEY_NO_POST] = "no post" };

/* Cut at the first separator, a sign between blanks; *rest has no p if there
 * is none. */
static struct text
cut(struct text t, char sign, struct text *rest)
{
	size_t i;

	*rest = (struct text){ NULL, 0 };
	for (i = 1; i + 1 < t.len; i++) {
		if (t.p[i] != sign || t.p[i - 1] != ' ' || t.p[i + 1] != ' ')
			continue;
		*rest = text_trimmed((struct text){ t.p + i + 1, t.len - i - 1 });
		return text_trimmed((struct text){ t.p, i });
	}
	return t;
}

static enum rc
read_sign(struct profile *p, struct text value, struct err *err)
{
	struct profile_sign *s;
	struct text rest = value, name;

	p->signs = xgrow(p->signs, p->nsigns, &p->cap_signs, sizeof(*s));
	s = &p->signs[p->nsigns++];
	*s = (struct profile_sign){ .text = xmemdup0(value.p, value.len) };
	while (rest.p != NULL) {
		name = cut(rest, '+', &rest);
		s->names =
			xgrow(s->names, s->n, &s->cap, sizeof(*s->names));
		s->names[s->n++] = names_fold(name);
		if (*s->names[s->n - 1] == '\0')
			return err_set(err, CLAMOR_EINVAL,
				"a column without a name: %s", s->text);
	}
	return CLAMOR_OK;
}

/* "author_id = includes.users.id" */
static enum rc
read_join(struct profile *p, struct text value, struct err *err)
{
	struct text from, key = cut(value, '=', &from);
	struct profile_join *j;
	size_t dot = from.len;

	while (dot > 0 && from.p[dot - 1] != '.')
		dot--;
	if (dot < 2 || dot == from.len)
		return err_set(err, CLAMOR_EINVAL,
			"a join is written 'author_id = includes.users.id'");
	p->joins = xgrow(p->joins, p->njoins, &p->cap_joins, sizeof(*j));
	j = &p->joins[p->njoins++];
	j->key = xmemdup0(key.p, key.len);
	j->list = xmemdup0(from.p, dot - 1);
	j->id = xmemdup0(from.p + dot, from.len - dot);
	return CLAMOR_OK;
}

/* "kind = more" */
static enum rc
read_stub(struct profile *p, struct text value, struct err *err)
{
	struct text is, path = cut(value, '=', &is);
	struct profile_stub *stub;

	if (is.len == 0)
		return err_set(err, CLAMOR_EINVAL,
			"what is no post is written 'kind = more'");
	p->stubs = xgrow(p->stubs, p->nstubs, &p->cap_stubs, sizeof(*stub));
	stub = &p->stubs[p->nstubs++];
	stub->path = xmemdup0(path.p, path.len);
	stub->value = xmemdup0(is.p, is.len);
	return CLAMOR_OK;
}

/* "= es" */
static enum rc
read_constant(struct profile *p, enum canon c, struct text value,
	struct err *err)
{
	char **constant = &p->columns[c].constant;

	value = text_trimmed((struct text){ value.p + 1, value.len - 1 });
	if (*constant != NULL)
		return err_set(err, CLAMOR_EINVAL, "a second constant for %s",
			canon_name(c));
	if (c >= CANON_N || c == CANON_DATE || c == CANON_REPLY_DATE)
		return err_set(err, CLAMOR_EINVAL, "%s cannot be a constant",
			canon_name(c));
	*constant = xmemdup0(value.p, value.len);
	return assign_constant(c, constant, err);
}

/* "created_utc | seconds | utc" */
static enum rc
read_field(struct profile *p, enum canon c, struct text value,
	struct err *err)
{
	struct profile_column *column = &p->columns[c];
	struct text rest, name = cut(value, '|', &rest), how;
	struct profile_field *f;

	if (column->n == PROFILE_FIELDS)
		return err_set(err, CLAMOR_ELIMIT,
			"more than %d fields for %s", PROFILE_FIELDS,
			canon_name(c));
	f = &column->fields[column->n++];
	f->name = names_fold(name);
	while (rest.p != NULL) {
		how = cut(rest, '|', &rest);
		if (!treatment_add(&f->how, how))
			return err_set(err, CLAMOR_EINVAL,
				"unknown treatment '%.*s'; they are html, "
				"pairs, tab, dmy, mdy, seconds, millis, utc",
				(int)(how.len < 40 ? how.len : 40), how.p);
	}
	if (*f->name == '\0')
		return err_set(err, CLAMOR_EINVAL, "a column without a name");
	return CLAMOR_OK;
}

static enum rc
unknown_key(struct text key, struct err *err)
{
	struct nearest n = nearest_begin(key);
	size_t i, best;

	for (i = 0; i < CANON_PARTS; i++)
		nearest_try(&n, text_of(canon_name((enum canon)i)), i);
	for (i = 0; i < KEY_N; i++)
		nearest_try(&n, text_of(keys[i]), CANON_PARTS + i);
	best = nearest_found(&n, CANON_PARTS + KEY_N);
	if (best == CANON_PARTS + KEY_N)
		return err_set(err, CLAMOR_EINVAL, "unknown key '%.*s'",
			(int)(key.len < 40 ? key.len : 40), key.p);
	return err_set(err, CLAMOR_EINVAL,
		"unknown key '%.*s' (did you mean '%s'?)",
		(int)(key.len < 40 ? key.len : 40), key.p,
		best < CANON_PARTS ? canon_name((enum canon)best)
				   : keys[best - CANON_PARTS]);
}

/* Which of the keys is it? Written as a marketer might: "Known by". */
static size_t
find_key(struct text key)
{
	char *folded = names_fold(key), *name;
	size_t i, found = CANON_PARTS + KEY_N;

	for (i = 0; i < CANON_PARTS + KEY_N && found > i; i++) {
		name = names_fold(text_of(i < CANON_PARTS
				? canon_name((enum canon)i)
				: keys[i - CANON_PARTS]));
		if (strcmp(name, folded) == 0)
			found = i;
		free(name);
	}
	free(folded);
	return found;
}

static enum rc
read_pair(struct profile *p, struct text key, struct text value,
	struct err *err)
{
	size_t which = find_key(key);

	if (value.len == 0 && which < CANON_PARTS + KEY_N)
		return err_set(err, CLAMOR_EINVAL, "nothing behind '%.*s:'",
			(int)key.len, key.p);
	if (which < CANON_PARTS)
		return *value.p == '='
			? read_constant(p, (enum canon)which, value, err)
			: read_field(p, (enum canon)which, value, err);
	if (which == CANON_PARTS + KEY_N)
		return unknown_key(key, err);
	switch ((enum key)(which - CANON_PARTS)) {
	case KEY_ABOUT:
		free(p->about);
		p->about = xmemdup0(value.p, value.len);
		break;
	case KEY_KNOWN_BY:
		return read_sign(p, value, err);
	case KEY_POSTS_IN:
		p->nested = xgrow(p->nested, p->nnested, &p->cap_nested,
			sizeof(*p->nested));
		p->nested[p->nnested++] = xmemdup0(value.p, value.len);
		break;
	case KEY_TYPES_IN:
		p->typed = xgrow(
			p->typed, p->ntyped, &p->cap_typed, sizeof(*p->typed));
		p->typed[p->ntyped++] = xmemdup0(value.p, value.len);
		break;
	case KEY_JOIN:
		return read_join(p, value, err);
	case KEY_NO_POST:
		return read_stub(p, value, err);
	case KEY_N:
		break;
	}
	return CLAMOR_OK;
}

static enum rc
read_line(struct profile *p, struct text line, struct err *err)
{
	const char *colon;

	if (utf8_valid_prefix(line.p, line.len) < line.len ||
		memchr(line.p, '\0', line.len) != NULL)
		return err_set(err, CLAMOR_EINVAL,
			"no UTF-8: save the file as UTF-8");
	line = text_trimmed(line);
	if (line.len == 0 || *line.p == '#')
		return CLAMOR_OK;
	colon = memchr(line.p, ':', line.len);
	if (colon == NULL)
		return err_set(err, CLAMOR_EINVAL,
			"no colon: a line is written 'text: Full Text'");
	return read_pair(p,
		text_trimmed((struct text){ line.p, (size_t)(colon - line.p) }),
		text_trimmed((struct text){ colon + 1,
			line.len - (size_t)(colon - line.p) - 1 }),
		err);
}

static enum rc
read_lines(struct profile *p, struct lines *lines, struct err *err)
{
	struct text line;
	size_t n;
	enum rc rc;

	for (n = 1; (rc = lines_next(lines, &line, err)) == CLAMOR_OK; n++) {
		err_at(err, p->path, n, 0);
		if (n > PROFILE_LINES)
			return err_set(err, CLAMOR_ELIMIT,
				"more than %d lines", PROFILE_LINES);
		if (n == 1 && line.len >= 3 &&
			memcmp(line.p, "\xEF\xBB\xBF", 3) == 0)
			line = (struct text){ line.p + 3, line.len - 3 };
		rc = read_line(p, line, err);
		if (rc != CLAMOR_OK)
			return rc;
	}
	if (rc != CLAMOR_END)
		return rc;
	err_at(err, p->path, 0, 0);
	if (p->columns[CANON_TEXT].n == 0)
		return err_set(err, CLAMOR_EINVAL,
			"it does not say where the text is: 'text: COLUMN'");
	return CLAMOR_OK;
}

enum rc
profile_load(struct profile **out, const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/'), *base, *dot;
	struct lines *lines;
	struct profile *p;
	struct source *s;
	enum rc rc = source_open(&s, path, false, err);

	*out = NULL;
	if (rc != CLAMOR_OK)
		return rc;
	p = xcalloc(1, sizeof(*p));
	base = slash ? slash + 1 : path;
	dot = strrchr(base, '.');
	p->name = xmemdup0(base,
		dot && dot > base ? (size_t)(dot - base) : strlen(base));
	p->path = xstrdup(path);
	lines = lines_new(s, PROFILE_LINE);
	rc = read_lines(p, lines, err);
	lines_free(lines);
	source_close(s);
	if (rc == CLAMOR_OK)
		*out = p;
	else
		profile_free(p);
	return rc;
}

void
profile_free(struct profile *p)
{
	size_t i, k;

	if (p == NULL)
		return;
	for (i = 0; i < CANON_PARTS; i++) {
		for (k = 0; k < p->columns[i].n; k++)
			free(p->columns[i].fields[k].name);
		free(p->columns[i].constant);
	}
	for (i = 0; i < p->nsigns; i++) {
		for (k = 0; k < p->signs[i].n; k++)
			free(p->signs[i].names[k]);
		free(p->signs[i].names);
		free(p->signs[i].text);
	}
	for (i = 0; i < p->njoins; i++) {
		free(p->joins[i].key);
		free(p->joins[i].list);
		free(p->joins[i].id);
	}
	for (i = 0; i < p->nnested; i++)
		free(p->nested[i]);
	for (i = 0; i < p->ntyped; i++)
		free(p->typed[i]);
	for (i = 0; i < p->nstubs; i++) {
		free(p->stubs[i].path);
		free(p->stubs[i].value);
	}
	free(p->stubs);
	free(p->signs);
	free(p->typed);
	free(p->joins);
	free(p->nested);
	free(p->name);
	free(p->path);
	free(p->about);
	free(p);
}
