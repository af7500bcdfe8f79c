/* product.c - pieces of a term, and all ways through them. */
#include "config.h"

#include <stdlib.h>

#include "bytes.h"
#include "product.h"
#include "ways.h"
#include "xalloc.h"

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
	bool ok;

	if (s.p[0] == '~')
		return add_gap(p, s);
	if (p->n == TERM_ITEMS_MAX)
		return false;
	*piece = (struct piece){ .first = t->nways, .gap = p->gap };
	p->gap = 0;
	p->n++;
	ok = has_braces ? ways_add_braces(t, s) : ways_add(t, s);
	piece->n = t->nways - piece->first;
	return ok;
}

static bool
add_pieces(struct product *p, struct text s)
{
	static const char outside[4] = { ' ', '{', '}', ' ' };
	static const char inside[4] = { '{', '}', '{', '}' };
	size_t i = 0, from = 0, depth = 0;
	bool has_braces = false;

	for (;; i++) {
		i += bytes_before(
			s.p + i, s.len - i, depth > 0 ? inside : outside);
		if (i < s.len && s.p[i] == '{') {
			depth++;
			has_braces = true;
			continue;
		}
		if (i < s.len && s.p[i] == '}') {
			if (depth-- == 0)
				return false;
			continue;
		}
		if (i > from &&
			!add_piece(p, (struct text){ s.p + from, i - from },
				has_braces))
			return false;
		if (i == s.len)
			return depth == 0 && p->gap == 0;
		from = i + 1;
		has_braces = false;
	}
}

/* The only word or stem of a way; NULL if it has none, or more. */
static const struct lexicon_item *
single_word(const struct term *t, size_t way)
{
	const struct lexicon_item *it = t->parts + t->ways[way].first;

	return t->ways[way].n == 1 && item_has_word(it) ? it : NULL;
}

/* Let the single words of a piece be one way, a set, behind the others. */
static void
gather(struct term *t, struct piece *piece)
{
	size_t end = piece->first + piece->n, from = piece->first, i, k, n = 0;
	struct lexicon_item set = { .kind = ITEM_SET,
		.word = (uint32_t)t->nmembers };

	for (i = from; i < end; i++)
		n += single_word(t, i) != NULL;
	if (n < 2)
		return;
	t->members = xgrow_by(t->members, t->nmembers, n, &t->members_cap,
		sizeof(*t->members));
	for (i = k = from; i < end; i++) {
		const struct lexicon_item *it = single_word(t, i);

		if (it != NULL)
			t->members[t->nmembers++] = *it;
		else
			t->ways[k++] = t->ways[i];
	}
	set.more = (uint16_t)n;
	t->parts = xgrow(t->parts, t->nparts, &t->parts_cap, sizeof(set));
	t->ways[k++] = (struct form){ .first = t->nparts, .n = 1 };
	t->parts[t->nparts++] = set;
	piece->n = k - from;
}

/* Note the words of a way as met. */
static void
meet(struct term *t, size_t way)
{
	const struct form *w = &t->ways[way];

	const struct lexicon_item *it = t->parts + w->first;
	size_t k;

	for (k = 0; k < w->n; k++) { /* one, mostly */
		t->met = xgrow(t->met, t->nmet, &t->met_cap, sizeof(*t->met));
		t->met[t->nmet++] = it[k];
	}
}

/* The first form has the first way of each piece; then the last piece changes
 * first. */
static void
meet_words(const struct product *p)
{
	size_t i, k;

	for (i = 0; i < p->n; i++)
		meet(p->t, p->pieces[i].first);
	for (i = p->n; i-- > 0;)
		for (k = 1; k < p->pieces[i].n; k++)
			meet(p->t, p->pieces[i].first + k);
}

static void
make_sets(struct product *p)
{
	size_t i;

	if (p->n < 2)
		return;
	meet_words(p);
	for (i = 0; i < p->n; i++)
		gather(p->t, &p->pieces[i]);
}

/* Keep the form whose items stand behind those of the others. One that is
 * nothing but a set is many. */
static void
keep_form(struct term *t, size_t n)
{
	struct lexicon_item *it = t->items + t->nitems;
	struct lexicon_item set = *it;
	uint32_t k, forms = n == 1 && it->kind == ITEM_SET ? set.more : 1;

	for (k = 0; k < forms; k++) {
		if (set.kind == ITEM_SET && n == 1)
			it[k] = t->members[set.word + k];
		t->forms[t->nforms++] = (struct form){ t->nitems, n };
		t->nitems += n;
	}
}

/* Put the form in hand together, where there is room for it. */
static bool
add_form(const struct product *p)
{
	struct term *t = p->t;
	struct lexicon_item *first = t->items + t->nitems, *to = first;
	unsigned gap = 0, span = 0;
	size_t i, k;

	for (i = 0; i < p->n; i++) {
		const struct piece *piece = &p->pieces[i];
		const struct form *way = &t->ways[piece->first + piece->at];
		const struct lexicon_item *parts = t->parts + way->first;

		if (piece->gap > 0 && (gap > 0 || to == first))
			return false;
		gap += piece->gap;
		if (way->n > TERM_ITEMS_MAX - (size_t)(to - first))
			return false;
		for (k = 0; k < way->n; k++) {
			*to = parts[k];
			to++->gap = (uint8_t)gap;
			span += gap + 1;
			gap = 0;
		}
	}
	if (to == first || gap > 0 || span > TERM_SPAN_MAX)
		return false;
	keep_form(t, (size_t)(to - first));
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

/* How many forms there are of the pieces as they stand; more than
 * BRACES_EXPANSIONS_MAX if there are too many. */
static size_t
count_forms(const struct product *p)
{
	size_t i, n = 1;

	for (i = 0; i < p->n && n <= BRACES_EXPANSIONS_MAX; i++)
		n *= p->pieces[i].n;
	return n;
}

static bool
add_forms(struct product *p, bool sets)
{
	struct term *t = p->t;
	size_t n = count_forms(p);

	if (n > BRACES_EXPANSIONS_MAX)
		return false;
	if (sets)
		make_sets(p);
	t->forms = xgrow_by(t->forms, 0, n, &t->forms_cap, sizeof(*t->forms));
	t->items = xgrow_by(t->items, 0, n * TERM_ITEMS_MAX, &t->items_cap,
		sizeof(*t->items));
	do
		if (!add_form(p))
			return false;
	while (turn(p));
	return true;
}

bool
product_read(struct term *t, struct text folded, bool sets)
{
	struct product p; /* its pieces are many */

	p.t = t;
	p.n = 0;
	p.gap = 0;
	t->nparts = t->nways = 0;
	if (add_pieces(&p, folded) && add_forms(&p, sets))
		return true;
	t->nforms = t->nitems = t->nwords = t->nmembers = t->nmet = 0;
	buf_clear(&t->bytes);
	return false;
}
