/* names.c - folded column names, found by a hash. */
#include "config.h"

#include <stdlib.h>

#include "hash.h"
#include "names.h"
#include "unichar.h"
#include "utf8.h"
#include "xalloc.h"

struct names {
	uint64_t seed;
	char **folded;
	struct link {
		size_t next; /* column of the same name, or COLUMN_NONE */
		size_t last; /* of the first of a name: the last one */
	} *links;
	size_t n, cap, cap_links;
	size_t *slots; /* first column + 1, by the hash of the name */
	size_t nslots; /* a power of two, at least twice n */
};

/* Characters beyond ASCII that do not tell two names apart. */
static bool
is_silent(uint32_t cp)
{
	return (cp >= 0x2010 && cp <= 0x2015) ||
		unichar_class(cp) == UNICHAR_BLANK ||
		unichar_class(cp) == UNICHAR_BREAK ||
		unichar_class(cp) == UNICHAR_IGNORED;
}

char *
names_fold(struct text name)
{
	const char *p = name.p, *end = name.p + name.len;
	uint32_t cp, folded[UNICHAR_FOLD_MAX];
	struct buf out = { 0 };
	size_t n, i;

	while (p < end) {
		if ((unsigned char)*p < 0x80) { /* most of them, sooner */
			char c = *p++;

			if (c > ' ' && c != '\x7F' && c != '_' && c != '-')
				buf_addc(&out,
					c >= 'A' && c <= 'Z' ? c | ' ' : c);
			continue;
		}
		p += utf8_decode(p, end, &cp);
		if (is_silent(cp))
			continue;
		n = unichar_fold(cp, folded);
		for (i = 0; i < n; i++) /* header or post, ñ is often lost */
			utf8_add(&out, folded[i] == 0xF1 ? 'n' : folded[i]);
	}
	return (char *)buf_cstr(&out); /* the buffer's memory moves out */
}

struct names *
names_new(void)
{
	struct names *n = xcalloc(1, sizeof(*n));

	n->seed = hash_seed();
	return n;
}

static void
forget(struct names *n)
{
	size_t i;

	for (i = 0; i < n->n; i++)
		free(n->folded[i]);
	n->n = 0;
	if (n->nslots > 0)
		memset(n->slots, 0, n->nslots * sizeof(*n->slots));
}

void
names_free(struct names *n)
{
	if (n == NULL)
		return;
	forget(n);
	free(n->folded);
	free(n->links);
	free(n->slots);
	free(n);
}

/* The slot of a name: its own, or the free one where it belongs. */
static size_t *
find_slot(const struct names *n, const char *folded)
{
	size_t mask = n->nslots - 1;
	size_t i = (size_t)hash_bytes(n->seed, folded, strlen(folded)) & mask;

	while (n->slots[i] != 0 &&
		strcmp(n->folded[n->slots[i] - 1], folded) != 0)
		i = (i + 1) & mask;
	return &n->slots[i];
}

/* Enter a column; one of a name that is there already goes behind it. */
static void
enter(struct names *n, size_t column)
{
	size_t *slot = find_slot(n, n->folded[column]);
	struct link *first;

	n->links[column] = (struct link){ COLUMN_NONE, column };
	if (*slot == 0) {
		*slot = column + 1;
		return;
	}
	first = &n->links[*slot - 1];
	n->links[first->last].next = column;
	first->last = column;
}

static void
grow_slots(struct names *n)
{
	size_t i;

	n->nslots = n->nslots ? n->nslots * 2 : 256;
	free(n->slots);
	n->slots = xcalloc(n->nslots, sizeof(*n->slots));
	for (i = 0; i < n->n; i++)
		enter(n, i);
}

void
names_update(struct names *n, const struct header *h)
{
	if (h == NULL) {
		forget(n);
		return;
	}
	while (n->n < h->n) {
		n->folded =
			xgrow(n->folded, n->n, &n->cap, sizeof(*n->folded));
		n->links = xgrow(
			n->links, n->n, &n->cap_links, sizeof(*n->links));
		n->folded[n->n] = names_fold(text_of(h->names[n->n]));
		n->n++;
		if (n->n * 2 > n->nslots)
			grow_slots(n);
		else
			enter(n, n->n - 1);
	}
}

const char *
names_folded(const struct names *n, size_t column)
{
	return n->folded[column];
}

size_t
names_first(const struct names *n, const char *folded)
{
	size_t slot = n->nslots > 0 ? *find_slot(n, folded) : 0;

	return slot > 0 ? slot - 1 : COLUMN_NONE;
}

size_t
names_next(const struct names *n, size_t column)
{
	return n->links[column].next;
}
