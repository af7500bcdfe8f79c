/* filekind.c - what a file is by its first bytes. */
#include "config.h"

#include <stdbool.h>

#include "filekind.h"

#define WIDE_LOOK 4096 /* bytes that tell UTF-16 without a BOM */

/* A workbook is a ZIP file; the name of its first member tells. */
static bool
is_workbook(struct text t)
{
	static const struct text firsts[] = {
		TEXT("[Content_Types].xml"), TEXT("_rels/"), TEXT("docProps/"),
		TEXT("xl/"),
		TEXT("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
	};
	const size_t name = 30; /* where it stands */
	size_t i;

	if (text_begins(t, "\xD0\xCF\x11\xE0", 4))
		return true;
	if (!text_begins(t, "PK\x03\x04", 4) || t.len < name)
		return false;
	t = (struct text){ t.p + name, t.len - name };
	for (i = 0; i < sizeof(firsts) / sizeof(firsts[0]); i++)
		if (text_begins(t, firsts[i].p, firsts[i].len))
			return true;
	return false;
}

enum filekind
filekind_of(struct text head)
{
	if (is_workbook(head))
		return FILEKIND_WORKBOOK;
	if (text_begins(head, "PK\x03\x04", 4))
		return FILEKIND_ZIP;
	if (text_begins(head, "%PDF", 4))
		return FILEKIND_PDF;
	return FILEKIND_TEXT;
}

const char *
filekind_name(enum filekind k)
{
	switch (k) {
	case FILEKIND_TEXT:
		break;
	case FILEKIND_WORKBOOK:
		return "a workbook";
	case FILEKIND_ZIP:
		return "a ZIP archive";
	case FILEKIND_PDF:
		return "a PDF file";
	}
	return NULL;
}

const char *
filekind_wide(struct text head, size_t *bom)
{
	size_t zeros[2] = { 0, 0 }, i;

	*bom = 2;
	if (text_begins(head, "\xFF\xFE", 2))
		return "UTF-16LE";
	if (text_begins(head, "\xFE\xFF", 2))
		return "UTF-16BE";
	*bom = 0;
	if (head.len > WIDE_LOOK)
		head.len = WIDE_LOOK;
	for (i = 0; i < head.len; i++)
		zeros[i % 2] += head.p[i] == '\0';
	for (i = 0; i < 2; i++)
		if (head.len >= 8 && zeros[1 - i] == 0 &&
			zeros[i] * 4 >= head.len / 2 * 3)
			return i == 1 ? "UTF-16LE" : "UTF-16BE";
	return NULL;
}

size_t
filekind_hint(struct text head, char *delimiter)
{
	size_t n = 5;

	if (!(text_begins(head, "sep=", 4) || text_begins(head, "SEP=", 4)) ||
		head.len <= n || head.p[4] == '\r' || head.p[4] == '\n')
		return 0;
	if (n < head.len && head.p[n] == '\r')
		n++;
	if (n < head.len && head.p[n] == '\n')
		n++;
	if (n == 5)
		return 0;
	*delimiter = head.p[4];
	return n;
}
