/* row.c - the content of cells; the words for a reject. */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>

#include "row.h"

struct text
row_unquote(struct text inside, struct buf *scratch)
{
	const char *p = inside.p, *end = inside.p + inside.len;
	const char *quote = memchr(p, '"', inside.len);

	if (quote == NULL)
		return inside;
	buf_clear(scratch);
	buf_reserve(scratch, inside.len);
	for (; quote != NULL; quote = memchr(p, '"', (size_t)(end - p))) {
		buf_add(scratch, p, (size_t)(quote + 1 - p));
		p = quote + 1;
		p += p < end && *p == '"';
	}
	buf_add(scratch, p, (size_t)(end - p));
	return buf_text(scratch);
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
