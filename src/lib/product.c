/* product.c - pieces of a term, and all ways through them. */
#include "config.h"

#include <stdlib.h>

#include "product.h"
#include "xalloc.h"

#define ENYE "\xC3\xB1" /* ñ */

/* What stands between blanks outside of braces. */
struct piece {
	size_t first, n; /* the ways to read it */
	size_t at;       /* the way that the form in hand goes */
	unsigned gap;    /* words that may stand before it */
};

struct product {
	struct term *t;
	struct piece pieces[TERM_ITEMS_MAX];
	size_t n;
	unsigned gap; /* before the next piece */
};

/* Past the letters and digits at p. */
static const char *
skip_plain(const char *p, const char *end)
{
	for (; p < end; p++) {
		if ((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9'))
			continue;
		if (end - p < 2 || memcmp(p, ENYE, 2) != 0)
			break;
		p++;
	}
	return p;
}

/* The word or stem at *p, which is moved past it and the blanks behind it. */
static bool
add_word(struct term *t, const char **p, const char *end)
{
	const char *to = skip_plain(*p, end);
	struct item it = { .kind = ITEM_WORD,
		.at = (uint32_t)t->bytes.len,
		.len = (uint32_t)(to - *p),
		.word = t->nwords++ };

	if (to == *p)
		return false;
	buf_add(&t->bytes, *p, it.len);
	if (to < end && *to == '*') {
		it.kind = ITEM_STEM;
		to++;
	}
	if (to < end && *to != ' ')
		return false;
	while (to < end && *to == ' ')
		to++;
	*p = to;
	t->parts = xgrow(t->parts, t->nparts, &t->parts_cap, sizeof(it));
	t->parts[t->nparts++] = it;
	return true;
}

/* A way to read a piece: words. */
static bool
add_way(struct term *t, struct text s)
{
	const char *p = s.p, *end = s.p + s.len;
	struct form way = { .first = t->nparts };

	while (p < end && *p == ' ')
		p++;
	while (p < end)
		if (!add_word(t, &p, end))
			return false;
	way.n = t->nparts - way.first;
	t->ways = xgrow(t->ways, t->nways, &t->ways_cap, sizeof(way));
	t->ways[t->nways++] = way;
	return true;
}

/* "~3" before the next piece. */
static bool
add_gap(struct product *p, struct text s)
{
	unsigned gap = 0;
	size_t i;

	for (i = 1; i < s.len; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || i > 2)
			return false;
		gap = gap * 10 + (unsigned)(s.p[i] - '0');
	}
	if (gap == 0 || gap > TERM_GAP_MAX || p->gap > 0)
		return false;
	p->gap = gap;
	return true;
}

static bool
add_piece(struct product *p, struct text s, bool has_braces)
{
	struct term *t = p->t;
	struct piece *piece = &p->pieces[p->n];
	struct err err;
	struct text way;
	enum rc rc;

	if (s.p[0] == '~')
		return add_gap(p, s);
	if (p->n == TERM_ITEMS_MAX)
		return false;
	*piece = (struct piece){ .first = t->nways, .gap = p->gap };
	p->gap = 0;
	p->n++;
	if (!has_braces) {
		piece->n = 1;
		return add_way(t, s);
	}
	rc = braces_begin(&t->braces, s, &err);
	while (rc == CLAMOR_OK) {
		rc = braces_next(&t->braces, &way, &err);
		if (rc == CLAMOR_OK && !add_way(t, way))
			return false;
	}
	piece->n = t->nways - piece->first;
	return rc == CLAMOR_END;
}

static bool
add_pieces(struct product *p, struct text s)
{
	size_t i, from = 0, depth = 0;
	bool has_braces = false;

	for (i = 0; i <= s.len; i++) {
		if (i < s.len && (s.p[i] != ' ' || depth > 0)) {
			if (s.p[i] == '{') {
				depth++;
				has_braces = true;
			} else if (s.p[i] == '}' && depth-- == 0) {
				return false;
			}
			continue;
		}
		if (i > from &&
			!add_piece(p, (struct text){ s.p + from, i - from },
				has_braces))
			return false;
		from = i + 1;
		has_braces = false;
	}
	return depth == 0 && p->gap == 0;
}

/* Put the form in hand together. */
static bool
add_form(const struct product *p)
{
	struct term *t = p->t;
	struct form form = { .first = t->nitems };
	unsigned gap = 0, span = 0;
	size_t i, k;

	for (i = 0; i < p->n; i++) {
		const struct piece *piece = &p->pieces[i];
		const struct form *way = &t->ways[piece->first + piece->at];

		if (piece->gap > 0 && (gap > 0 || t->nitems == form.first))
			return false;
		gap += piece->gap;
		for (k = 0; k < way->n; k++) {
			t->items = xgrow(t->items, t->nitems, &t->items_cap,
				sizeof(*t->items));
			t->items[t->nitems] = t->parts[way->first + k];
			t->items[t->nitems++].gap = (uint8_t)gap;
			span += gap + 1;
			gap = 0;
		}
	}
	form.n = t->nitems - form.first;
	if (form.n == 0 || form.n > TERM_ITEMS_MAX || gap > 0 ||
		span > TERM_SPAN_MAX)
		return false;
	t->forms = xgrow(t->forms, t->nforms, &t->forms_cap, sizeof(form));
	t->forms[t->nforms++] = form;
	return true;
}

/* Go the next way: the last piece changes first. False behind the last one. */
static bool
turn(struct product *p)
{
	size_t i = p->n;

	while (i-- > 0) {
		if (++p->pieces[i].at < p->pieces[i].n)
			return true;
		p->pieces[i].at = 0;
	}
	return false;
}

static bool
add_forms(struct product *p)
{
	size_t i, n = 1;

	for (i = 0; i < p->n; i++) {
		n *= p->pieces[i].n;
		if (n > BRACES_EXPANSIONS_MAX)
			return false;
	}
	do
		if (!add_form(p))
			return false;
	while (turn(p));
	return true;
}

bool
product_read(struct term *t, struct text folded)
{
	struct product p = { .t = t };

	t->nparts = t->nways = 0;
	if (add_pieces(&p, folded) && add_forms(&p))
		return true;
	t->nforms = t->nitems = t->nwords = 0;
	buf_clear(&t->bytes);
	return false;
}
