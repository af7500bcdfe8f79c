/* codes.c - the routing table. */
#include "config.h"

#include <stdlib.h>

#include "codes.h"
#include "nearest.h"
#include "xalloc.h"

struct codes {
	struct table *table;
	size_t code, area, stage; /* columns */
};

static bool
is_code(struct text t)
{
	size_t i;

	for (i = 0; i < t.len; i++)
		if (!((t.p[i] >= 'a' && t.p[i] <= 'z') || t.p[i] == '_' ||
			    (t.p[i] >= '0' && t.p[i] <= '9')))
			return false;
	return t.len > 0;
}

static enum rc
check_rows(const struct codes *c, struct err *err)
{
	size_t i;

	for (i = 0; i < table_nrows(c->table); i++) {
		struct text code = table_cell(c->table, i, c->code);

		err_at(err, table_path(c->table), table_line(c->table, i), 0);
		if (!is_code(code))
			return err_set(err, CLAMOR_EINVAL,
				"'%.*s' is no code: lower-case letters, digits "
				"and _",
				(int)code.len, code.p);
		if (codes_find(c, code) != i + 1)
			return err_set(err, CLAMOR_EINVAL,
				"code '%.*s' stands twice", (int)code.len,
				code.p);
	}
	return CLAMOR_OK;
}

enum rc
codes_read(struct codes **out, const char *path, struct err *err)
{
	struct codes *c = xcalloc(1, sizeof(*c));
	enum rc rc = table_read(&c->table, path, err);

	if (rc != CLAMOR_OK)
		goto out;
	c->code = table_column(c->table, "code");
	c->area = table_column(c->table, "area");
	c->stage = table_column(c->table, "stage");
	if (c->code == TABLE_NONE || c->area == TABLE_NONE ||
		c->stage == TABLE_NONE) {
		err_at(err, path, 1, 0);
		rc = err_set(err, CLAMOR_EINVAL,
			"a codes file needs the columns code, area and stage");
		goto out;
	}
	if (table_nrows(c->table) > CODES_MAX) {
		err_at(err, path, 0, 0);
		rc = err_set(err, CLAMOR_EINVAL,
			"more than %d codes (take some out)", CODES_MAX);
		goto out;
	}
	rc = check_rows(c, err);
	if (rc != CLAMOR_OK)
		goto out;
	*out = c;
	return CLAMOR_OK;
out:
	codes_free(c);
	return rc;
}

void
codes_free(struct codes *c)
{
	if (c == NULL)
		return;
	table_free(c->table);
	free(c);
}

unsigned
codes_count(const struct codes *c)
{
	return (unsigned)table_nrows(c->table);
}

unsigned
codes_find(const struct codes *c, struct text code)
{
	unsigned i;

	for (i = 1; i <= codes_count(c); i++)
		if (text_eq(codes_name(c, i), code))
			return i;
	return CODE_NONE;
}

static struct text
column(const struct codes *c, unsigned code, size_t col)
{
	if (code == CODE_NONE)
		return (struct text){ "", 0 };
	return table_cell(c->table, code - 1, col);
}

struct text
codes_name(const struct codes *c, unsigned code)
{
	return column(c, code, c->code);
}

struct text
codes_area(const struct codes *c, unsigned code)
{
	return column(c, code, c->area);
}

struct text
codes_stage(const struct codes *c, unsigned code)
{
	return column(c, code, c->stage);
}

unsigned
codes_nearest(const struct codes *c, struct text code)
{
	struct nearest n = nearest_begin(code);
	unsigned i;

	for (i = 1; i <= codes_count(c); i++)
		nearest_try(&n, codes_name(c, i), i);
	return (unsigned)nearest_found(&n, CODE_NONE);
}
