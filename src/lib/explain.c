/* explain.c - --explain: the choices that were made, one a line. */
#include "config.h"

#include <stdlib.h>

#include "diag.h"
#include "explain.h"
#include "xalloc.h"

static const char *
separator_name(char c)
{
	switch (c) {
	case '\t':
		return "tabs";
	case ';':
		return "semicolons";
	case '|':
		return "bars";
	default:
		return "commas";
	}
}

void
explain_dialect(const char *name, const struct dialect *d)
{
	diag_note("%s: %s%s, in %s", name,
		d->json ? "JSON" : "cells separated by ",
		d->json ? "" : separator_name(d->delimiter),
		d->encoding ? d->encoding
			: d->ascii && !d->json
			? "ASCII so far (else Windows-1252)"
			: d->mojibake ? "UTF-8 encoded twice"
			: "UTF-8");
	if (d->hint)
		diag_note("%s: the line 'sep=' says so", name);
}

/* What it is taken for. */
static void
explain_profile(const char *name, const struct mapping *m)
{
	const struct profile *p = m->profile;

	if (m->canonical)
		diag_note("%s: it has the columns that clamor-import writes",
			name);
	else if (p == NULL)
		diag_note("%s: no profile; its columns go by their names",
			name);
	else if (m->sign == NULL)
		diag_note("%s: profile %s, for you said so", name, p->name);
	else
		diag_note("%s: profile %s (%s): it has %s", name, p->name,
			p->about ? p->about : p->path, m->sign);
}

static void
explain_part(const char *name, const struct mapping_part *part,
	const struct header *h, enum canon c)
{
	struct buf list = { 0 };
	size_t i;

	for (i = 0; i < part->n; i++) {
		buf_addf(&list, "%s'%s'", i > 0 ? ", else " : "",
			h->names[part->fields[i].column]);
		treatment_tell(&list, &part->fields[i].how);
	}
	if (part->n > 0)
		diag_note("%s: %s from %s", name, canon_name(c),
			buf_cstr(&list));
	buf_free(&list);
}

void
explain_columns(
	const char *name, const struct mapping *m, const struct header *h)
{
	bool *used = xcalloc(h->n, sizeof(*used));
	struct buf rest = { 0 };
	size_t c, i;

	explain_profile(name, m);
	for (c = 0; c < CANON_PARTS; c++) {
		const struct mapping_part *part = &m->parts[c];

		explain_part(name, part, h, (enum canon)c);
		for (i = 0; i < part->n; i++)
			used[part->fields[i].column] = true;
		if (part->constant == NULL)
			continue;
		if (c == CANON_SOURCE && m->telltale != NULL)
			diag_note("%s: source is %s: it has a column '%s'",
				name, part->constant, m->telltale);
		else
			diag_note("%s: %s is %s%s", name,
				canon_name((enum canon)c), part->constant,
				part->n > 0 ? " where it has none" : "");
	}
	for (i = 0; i < h->n; i++)
		if (!used[i])
			buf_addf(&rest, "%s'%s'", rest.len > 0 ? ", " : "",
				h->names[i]);
	if (rest.len > 0)
		diag_note("%s: left out: %s", name, buf_cstr(&rest));
	buf_free(&rest);
	free(used);
}

void
explain_order(const char *name, const char *column, enum date_order order,
	const char *why)
{
	switch (order) {
	case DATE_ORDER_UNKNOWN:
		break;
	case DATE_ORDER_DMY:
		diag_note("%s: '%s' is day/month/year, for %s", name, column,
			why);
		break;
	case DATE_ORDER_MDY:
		diag_note("%s: '%s' is month/day/year, for %s", name, column,
			why);
		break;
	}
}
