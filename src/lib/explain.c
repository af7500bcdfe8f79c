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
			: "UTF-8");
	if (d->hint)
		diag_note("%s: the line 'sep=' says so", name);
}

static void
explain_column(const char *name, const struct profile *p,
	const struct header *h, enum canon c)
{
	struct buf list = { 0 };
	size_t i;

	buf_addf(&list, "'%s'", h->names[p->column[c]]);
	for (i = 0; i < PROFILE_OTHERS && p->sparse; i++)
		if (p->others[c][i] != COLUMN_NONE)
			buf_addf(&list, ", else '%s'",
				h->names[p->others[c][i]]);
	diag_note("%s: %s from %s", name, canon_name(c), buf_cstr(&list));
	buf_free(&list);
}

void
explain_columns(
	const char *name, const struct profile *p, const struct header *h)
{
	bool *used = xcalloc(h->n, sizeof(*used));
	struct buf rest = { 0 };
	size_t c, i;

	for (c = 0; c < CANON_PARTS; c++) {
		if (p->column[c] == COLUMN_NONE)
			continue;
		used[p->column[c]] = true;
		explain_column(name, p, h, (enum canon)c);
		for (i = 0; i < PROFILE_OTHERS && p->sparse; i++)
			if (p->others[c][i] != COLUMN_NONE)
				used[p->others[c][i]] = true;
	}
	if (p->source != NULL)
		diag_note("%s: source is %s: it has a column '%s'", name,
			p->source, p->telltale);
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
