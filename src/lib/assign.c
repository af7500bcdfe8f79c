/* assign.c - values given to canonical columns. */
#include "config.h"

#include <stdlib.h>

#include "assign.h"
#include "clock.h"
#include "nearest.h"
#include "unichar.h"
#include "utf8.h"
#include "xalloc.h"

/* Say that a name is no column, and which one is like it. */
static enum rc
unknown_name(struct text name, size_t known, struct err *err)
{
	struct nearest n = nearest_begin(name);
	struct buf list = { 0 };
	enum rc rc;
	size_t i;

	for (i = 0; i < known; i++) {
		nearest_try(&n, text_of(canon_name((enum canon)i)), i);
		buf_addf(&list, "%s%s", i ? ", " : "",
			canon_name((enum canon)i));
	}
	i = nearest_found(&n, known);
	if (i < known)
		rc = err_set(err, CLAMOR_ENOTFOUND,
			"there is no column '%.*s' (did you mean '%s'?)",
			(int)name.len, name.p, canon_name((enum canon)i));
	else
		rc = err_set(err, CLAMOR_ENOTFOUND,
			"there is no column '%.*s'; NAME=… is wanted, NAME one "
			"of %s",
			(int)name.len, name.p, buf_cstr(&list));
	buf_free(&list);
	return rc;
}

/* The column that "NAME=…" begins with; CANON_PARTS if none. */
static enum canon
leading_name(const char *p)
{
	const char *equals = strchr(p, '=');

	if (equals == NULL)
		return CANON_PARTS;
	return canon_by_name((struct text){ p, (size_t)(equals - p) });
}

enum rc
assign_parse(char *values[], size_t known, const char *list, struct err *err)
{
	const char *p = list, *value, *comma;

	for (;; p = comma + 1) {
		enum canon c = leading_name(p);

		if (c >= known)
			return unknown_name(
				(struct text){ p, strcspn(p, "=,") }, known,
				err);
		value = strchr(p, '=') + 1;
		comma = strchr(value, ',');
		while (comma != NULL && leading_name(comma + 1) >= known)
			comma = strchr(comma + 1, ',');
		free(values[c]);
		values[c] = xmemdup0(
			value, comma ? (size_t)(comma - value) : strlen(value));
		if (comma == NULL)
			return CLAMOR_OK;
	}
}

/* May the column hold this? What it would be is appended to out. */
static bool
read_constant(struct buf *out, enum canon column, struct text t)
{
	struct stamp s;
	bool ok = true;

	if (column == CANON_RATING)
		return canon_rating(out, t);
	if (column == CANON_FOLLOWERS || column == CANON_LIKES ||
		column == CANON_SHARES || column == CANON_REPLIES)
		return canon_count(out, t);
	if (column == CANON_DATE || column == CANON_REPLY_DATE)
		ok = stamp_parse(&s, t) == CLAMOR_OK;
	else if (column == CANON_DIRECTION)
		ok = text_is(t, "in") || text_is(t, "out");
	if (ok)
		canon_one_line(out, t, false);
	return ok;
}

enum rc
assign_constant(enum canon column, char **value, struct err *err)
{
	struct buf utf8 = { 0 }, nfc = { 0 }, cell = { 0 };
	enum rc rc = CLAMOR_OK;

	(void)utf8_repair(&utf8, *value, strlen(*value), 0);
	unichar_nfc(&nfc, utf8.p, utf8.len);
	if (!read_constant(&cell, column, buf_text(&nfc))) {
		rc = err_set(err, CLAMOR_EINVAL, "%s cannot be '%s'",
			canon_name(column), *value);
	} else {
		free(*value);
		*value = xstrdup(buf_cstr(&cell));
	}
	buf_free(&utf8);
	buf_free(&nfc);
	buf_free(&cell);
	return rc;
}
