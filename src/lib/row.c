/* row.c - the content of cells; the words for a reject. */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>

#include "row.h"

/* The content of a cell in quotes, of which some are doubled. */
static struct text
undouble(const struct cell *c, struct buf *scratch)
{
	const char *p = c->p, *end = c->p + c->len;

	buf_clear(scratch);
	buf_reserve(scratch, c->len);
	while (p < end) {
		const char *quote = memchr(p, '"', (size_t)(end - p));
		const char *upto = quote ? quote + 1 : end;

		buf_add(scratch, p, (size_t)(upto - p));
		p = upto;
		if (quote != NULL && p < end && *p == '"')
			p++;
	}
	return buf_text(scratch);
}

struct text
row_text(const struct row *row, size_t column, struct buf *scratch)
{
	struct cell c;

	if (column == COLUMN_NONE)
		return (struct text){ "", 0 };
	c = row_cell(row, column);
	if (!c.quoted || memchr(c.p, '"', c.len) == NULL)
		return (struct text){ c.p, c.len };
	return undouble(&c, scratch);
}

const char *
row_reason_name(enum row_reason reason)
{
	switch (reason) {
	case REASON_NONE:
		break;
	case REASON_RAGGED:
		return "ragged";
	case REASON_UNTERMINATED:
		return "unterminated";
	case REASON_TOO_LONG:
		return "too-long";
	case REASON_BROKEN:
		return "broken-json";
	case REASON_CUT:
		return "cut-off";
	}
	return "";
}

void
row_explain(const struct row *row, size_t columns, uint64_t before, char *text,
	size_t size)
{
	text[0] = '\0';
	switch (row->reason) {
	case REASON_NONE:
		break;
	case REASON_RAGGED:
		(void)snprintf(text, size,
			"%" PRIu64 " field%s where the header has %zu",
			row->extent, row->extent == 1 ? "" : "s", columns);
		break;
	case REASON_UNTERMINATED:
		(void)snprintf(text, size, "a quote does not close");
		break;
	case REASON_TOO_LONG:
		(void)snprintf(text, size,
			"%" PRIu64 " bytes, more than --max-record; "
			"it ends at line %" PRIu64,
			row->extent, row->end_line + before);
		break;
	case REASON_BROKEN:
		(void)snprintf(text, size, "no valid JSON");
		break;
	case REASON_CUT:
		(void)snprintf(text, size, "the JSON ends in the middle");
		break;
	}
}
