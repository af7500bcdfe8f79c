/* authors.c - a sorted list of folded names. */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>

#include "authors.h"
#include "list.h"
#include "source.h"
#include "unichar.h"
#include "utf8.h"
#include "xalloc.h"

#define BLOCK 4096

struct authors {
	char **names; /* folded, sorted by bytes */
	size_t n, cap;
	struct buf scratch;
};

/* Fold a name into out; blanks at the ends and a first @ do not count. */
static void
fold_name(struct buf *out, struct text name)
{
	const char *p = name.p, *end = name.p + name.len;
	uint32_t cp, folded[UNICHAR_FOLD_MAX];
	size_t n, i;

	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	while (end > p &&
		(end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r'))
		end--;
	if (p < end && *p == '@')
		p++;
	while (p < end) {
		p += utf8_decode(p, end, &cp);
		if (unichar_class(cp) == UNICHAR_IGNORED) /* a BOM, too */
			continue;
		n = unichar_fold(cp, folded);
		for (i = 0; i < n; i++)
			utf8_add(out, folded[i]);
	}
}

static void
add_name(struct authors *a, struct text name)
{
	buf_clear(&a->scratch);
	fold_name(&a->scratch, name);
	if (a->scratch.len == 0)
		return;
	a->names = xgrow(a->names, a->n, &a->cap, sizeof(*a->names));
	a->names[a->n++] = xmemdup0(a->scratch.p, a->scratch.len);
}

/* Add what stands between separators. */
static void
add_names(struct authors *a, struct text list, char separator)
{
	struct text name;

	while (list_next(&list, separator, &name))
		add_name(a, name);
}

static enum rc
read_file(struct buf *out, const char *path, struct err *err)
{
	struct source *src;
	size_t n;
	enum rc rc = source_open(&src, path, true, err);

	if (rc != CLAMOR_OK)
		return rc;
	do {
		buf_reserve(out, BLOCK);
		rc = source_read(src, out->p + out->len, BLOCK, &n, err);
		if (rc == CLAMOR_OK)
			out->len += n;
	} while (rc == CLAMOR_OK);
	source_close(src);
	return rc == CLAMOR_END ? CLAMOR_OK : rc;
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

enum rc
authors_open(struct authors **a, const char *list, struct err *err)
{
	struct buf file = { 0 };
	enum rc rc;

	*a = xcalloc(1, sizeof(**a));
	if (*list != '@') {
		add_names(*a, text_of(list), ',');
	} else {
		rc = read_file(&file, list + 1, err);
		if (rc == CLAMOR_OK)
			add_names(*a, buf_text(&file), '\n');
		buf_free(&file);
		if (rc != CLAMOR_OK) {
			authors_free(*a);
			*a = NULL;
			return rc;
		}
	}
	if ((*a)->n > 0)
		qsort((*a)->names, (*a)->n, sizeof(*(*a)->names), compare);
	return CLAMOR_OK;
}

void
authors_free(struct authors *a)
{
	size_t i;

	if (a == NULL)
		return;
	for (i = 0; i < a->n; i++)
		free(a->names[i]);
	free(a->names);
	buf_free(&a->scratch);
	free(a);
}

bool
authors_has(struct authors *a, struct text name)
{
	const char *folded;

	if (a == NULL || a->n == 0)
		return false;
	buf_clear(&a->scratch);
	fold_name(&a->scratch, name);
	folded = buf_cstr(&a->scratch);
	return a->scratch.len > 0 &&
		bsearch(&folded, a->names, a->n, sizeof(*a->names), compare) !=
		NULL;
}
