/* ways.c - alternatives of braces made words. */
#include "config.h"

#include <stdlib.h>

#include "glyph.h"
#include "ways.h"
#include "xalloc.h"

#define ENYE "\xC3\xB1" /* ñ */

#define SEGMENTS_MAX 64

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

bool
ways_add(struct term *t, struct text s)
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
		if (!ways_add(t, buf_text(&t->run)))
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
		if (rc == CLAMOR_OK && !ways_add(t, way))
			return false;
	}
	return rc == CLAMOR_END;
}

bool
ways_add_braces(struct term *t, struct text s)
{
	struct segment segments[SEGMENTS_MAX];
	size_t n = find_segments(segments, s);

	return n > 0 ? add_flat(t, s, segments, n) : add_nested(t, s);
}
