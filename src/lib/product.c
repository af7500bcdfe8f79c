/* product.c - pieces of a term, and all ways through them. */
#include "config.h"

#include <stdlib.h>

#include "glyph.h"
#include "product.h"
#include "xalloc.h"

#define ENYE "\xC3\xB1" /* ñ */

#define SEGMENTS_MAX 64

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

/* Alternatives of a piece, side by side: those of a pair of braces without
 * others in them, or the one of what stands between two pairs. */
struct segment {
	const char *from, *to; /* without the braces */
	const char *at, *end;  /* the present alternative */
};

/* Past the letters and digits at p. */
static const char *
skip_plain(const char *p, const char *end)
{
	for (;; p += 2) {
		while (p < end &&
			(glyph_traits(*p) & (TRAIT_LETTER | TRAIT_DIGIT)))
			p++;
		if (end - p < 2 || p[0] != ENYE[0] || p[1] != ENYE[1])
			return p;
	}
}

/* Past the class at p, "<num>"; p if there is none. */
static const char *
skip_class(const char *p, const char *end, struct lexicon_item *it)
{
	const char *close = memchr(p, '>', (size_t)(end - p));

	if (close == NULL)
		return p;
	it->kind = (uint8_t)item_class_of(
		(struct text){ p + 1, (size_t)(close - p) - 1 });
	return it->kind != ITEM_WORD ? close + 1 : p;
}

/* Past the word or stem at p, which is kept; p if there is none. */
static const char *
take_word(struct term *t, const char *p, const char *end,
	struct lexicon_item *it, struct term_word *w)
{
	const char *to = skip_plain(p, end);

	w->at = (uint32_t)t->bytes.len;
	w->len = (uint32_t)(to - p);
	buf_add(&t->bytes, p, w->len);
	if (to == p || to == end || *to != '*')
		return to;
	it->kind = ITEM_STEM;
	return to + 1;
}

static inline void
add_word(struct term *t, struct lexicon_item it, struct term_word w)
{
	t->words = xgrow(t->words, t->nwords, &t->words_cap, sizeof(w));
	t->words[t->nwords++] = w;
	t->parts = xgrow(t->parts, t->nparts, &t->parts_cap, sizeof(it));
	t->parts[t->nparts++] = it;
}

/* The item at *p, which is moved past it and the blanks behind it. */
static bool
add_part(struct term *t, const char **p, const char *end)
{
	struct term_word w = { 0 };
	struct lexicon_item it = { .kind = ITEM_WORD,
		.word = (uint32_t)t->nwords };
	const char *to = **p == '<' ? skip_class(*p, end, &it)
				    : take_word(t, *p, end, &it, &w);

	if (to == *p || (to < end && *to != ' '))
		return false;
	while (to < end && *to == ' ')
		to++;
	*p = to;
	add_word(t, it, w);
	return true;
}

/* A way to read a piece: words and classes. */
static bool
add_way(struct term *t, struct text s)
{
	const char *p = s.p, *end = s.p + s.len;
	struct form way = { .first = t->nparts };

	while (p < end && *p == ' ')
		p++;
	while (p < end)
		if (!add_part(t, &p, end))
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

static void
set_alternative(struct segment *s, const char *at)
{
	const char *bar = memchr(at, '|', (size_t)(s->to - at));

	s->at = at;
	s->end = bar != NULL ? bar : s->to;
}

/* Cut a piece into segments; 0 if it is none of well-formed, flat braces. */
static size_t
find_segments(struct segment *v, struct text s)
{
	const char *p = s.p, *end = s.p + s.len, *to;
	size_t n = 0;

	while (p < end) {
		bool inside = *p == '{';

		p += inside;
		to = memchr(p, inside ? '}' : '{', (size_t)(end - p));
		if (to == NULL) {
			if (inside)
				return 0;
			to = end;
		}
		if (n == SEGMENTS_MAX ||
			memchr(p, inside ? '{' : '}', (size_t)(to - p)) ||
			(!inside && memchr(p, '|', (size_t)(to - p))))
			return 0;
		v[n] = (struct segment){ .from = p, .to = to };
		set_alternative(&v[n++], p);
		p = to + inside;
	}
	return n;
}

/* The next way through the segments: the last changes first. */
static bool
next_way(struct segment *v, size_t n)
{
	while (n-- > 0) {
		if (v[n].end < v[n].to) {
			set_alternative(&v[n], v[n].end + 1);
			return true;
		}
		set_alternative(&v[n], v[n].from);
	}
	return false;
}

/* Add the present alternatives side by side, where there is room. */
static size_t
join(char *to, const struct segment *v, size_t n)
{
	char *p = to;
	size_t i, len;

	for (i = 0; i < n; i++) {
		len = (size_t)(v[i].end - v[i].at);
		memcpy(p, v[i].at, len);
		p += len;
	}
	return (size_t)(p - to);
}

/* The present way of segments in which there are letters and digits only, at
 * most so many: a word, or nothing. */
static void
add_way_of_letters(
	struct term *t, const struct segment *v, size_t n, size_t most)
{
	struct lexicon_item it = { .kind = ITEM_WORD,
		.word = (uint32_t)t->nwords };
	struct term_word w = { .at = (uint32_t)t->bytes.len };
	struct form way = { .first = t->nparts };

	buf_reserve(&t->bytes, most);
	w.len = (uint32_t)join(t->bytes.p + w.at, v, n);
	if (w.len > 0) {
		t->bytes.len += w.len;
		add_word(t, it, w);
		way.n = 1;
	}
	t->ways = xgrow(t->ways, t->nways, &t->ways_cap, sizeof(way));
	t->ways[t->nways++] = way;
}

/* Is a piece of letters, digits and braces only? */
static bool
is_of_letters(struct text s)
{
	const char *p = skip_plain(s.p, s.p + s.len), *end = s.p + s.len;

	for (; p < end; p = skip_plain(p + 1, end))
		if (*p != '{' && *p != '|' && *p != '}')
			return false;
	return true;
}

/* All ways to read a piece of flat braces. */
static bool
add_flat(struct term *t, struct text s, struct segment *v, size_t n)
{
	bool letters = is_of_letters(s);
	size_t ways = 0;

	do {
		if (++ways > BRACES_EXPANSIONS_MAX)
			return false;
		if (letters) {
			add_way_of_letters(t, v, n, s.len);
			continue;
		}
		buf_clear(&t->run);
		buf_reserve(&t->run, s.len);
		t->run.len = join(t->run.p, v, n);
		if (!add_way(t, buf_text(&t->run)))
			return false;
	} while (next_way(v, n));
	return true;
}

/* The same for braces in braces. */
static bool
add_nested(struct term *t, struct text s)
{
	struct err err;
	struct text way;
	enum rc rc = braces_begin(&t->braces, s, &err);

	while (rc == CLAMOR_OK) {
		rc = braces_next(&t->braces, &way, &err);
		if (rc == CLAMOR_OK && !add_way(t, way))
			return false;
	}
	return rc == CLAMOR_END;
}

static bool
add_piece(struct product *p, struct text s, bool has_braces)
{
	struct segment segments[SEGMENTS_MAX];
	struct term *t = p->t;
	struct piece *piece = &p->pieces[p->n];
	size_t n;
	bool ok;

	if (s.p[0] == '~')
		return add_gap(p, s);
	if (p->n == TERM_ITEMS_MAX)
		return false;
	*piece = (struct piece){ .first = t->nways, .gap = p->gap };
	p->gap = 0;
	p->n++;
	n = has_braces ? find_segments(segments, s) : 0;
	ok = !has_braces ? add_way(t, s)
		: n > 0  ? add_flat(t, s, segments, n)
			 : add_nested(t, s);
	piece->n = t->nways - piece->first;
	return ok;
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

	t->met = xgrow_by(
		t->met, t->nmet, w->n, &t->met_cap, sizeof(*t->met));
	if (w->n > 0)
		memcpy(t->met + t->nmet, t->parts + w->first,
			w->n * sizeof(*t->met));
	t->nmet += w->n;
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
