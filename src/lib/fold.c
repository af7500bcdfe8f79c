/* fold.c - folding of characters: a table up to U+07FF, a cache above. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "lower.h"
#include "plain.h"
#include "unichar.h"
#include "utf8.h"
#include "xalloc.h"

#define TABLE_END 0x800u /* two-byte UTF-8 ends here */
#define CACHE_SIZE 1024u
#define SLOT_BYTES 60 /* a folded code point in UTF-8: U+FDFA needs 33 */
#define GROWTH 11     /* the most bytes that one becomes: U+FDFA has three */

/* What a code point becomes. */
struct slot {
	uint32_t cp;
	uint8_t len;
	uint8_t class; /* of the source: enum unichar_class */
	char latin;    /* what it is in a Latin word; 0: the same */
	char out[SLOT_BYTES];
};

struct fold {
	char ascii[128]; /* folded, 0 for blank, 1 for break */
	struct entry {
		bool known; /* each is looked up when it is first met */
		bool one;   /* one character, whatever stands beside it */
		uint8_t len, class;
		char latin, out[6];
	} table[TABLE_END];
	struct slot cache[CACHE_SIZE];
	struct way no_way; /* of texts whose way nobody asks for */
};

static void
fill_slot(struct slot *s, uint32_t cp)
{
	uint32_t folded[UNICHAR_FOLD_MAX];
	size_t i, n;

	s->cp = cp;
	s->class = (uint8_t)unichar_class(cp);
	s->latin = unichar_lookalike(cp);
	s->len = 0;
	if (s->class == UNICHAR_IGNORED || s->class == UNICHAR_MARK)
		return;
	n = unichar_fold(cp, folded);
	for (i = 0; i < n; i++)
		s->len = (uint8_t)(s->len +
			utf8_encode(folded[i], s->out + s->len));
}

/* Does it become one character of at most two bytes, in any word? */
static bool
is_one(const struct slot *s)
{
	return s->latin == 0 && s->class != UNICHAR_BLANK &&
		s->class != UNICHAR_BREAK &&
		(s->len == 1 || (s->len == 2 && utf8_is_inner(s->out[1])));
}

static void
fill_entry(struct entry *e, uint32_t cp)
{
	struct slot s;

	fill_slot(&s, cp);
	if (s.len > sizeof(e->out))
		s.len = 0; /* none is that long below U+0800 */
	e->known = true;
	e->one = is_one(&s);
	e->len = s.len;
	e->class = s.class;
	e->latin = s.latin;
	memcpy(e->out, s.out, s.len);
}

/* What a code point becomes, whoever keeps it. */
struct folded {
	enum unichar_class class;
	char latin;
	const char *out;
	size_t len;
};

static struct folded
fold_of(struct fold *f, uint32_t cp)
{
	struct slot *s = &f->cache[(cp ^ cp >> 10) % CACHE_SIZE];

	if (cp < TABLE_END) {
		struct entry *e = &f->table[cp];

		if (!e->known)
			fill_entry(e, cp);
		return (struct folded){ e->class, e->latin, e->out, e->len };
	}
	if (s->cp != cp)
		fill_slot(s, cp);
	return (struct folded){ s->class, s->latin, s->out, s->len };
}

struct fold *
fold_new(void)
{
	struct fold *f = xcalloc(1, sizeof(*f));
	uint32_t cp;

	for (cp = 0; cp < 128; cp++) {
		enum unichar_class class = unichar_class(cp);

		if (class == UNICHAR_BLANK)
			f->ascii[cp] = 0;
		else if (class == UNICHAR_BREAK)
			f->ascii[cp] = 1;
		else
			f->ascii[cp] =
				(char)(cp >= 'A' && cp <= 'Z' ? cp + 32 : cp);
	}
	return f;
}

void
fold_free(struct fold *f)
{
	if (f != NULL)
		way_free(&f->no_way);
	free(f);
}

/* The state of one run over a text. */
struct run {
	char *out;         /* where the next byte goes */
	const char *first; /* where the output began */
	const char *begin; /* of the original */
	uint32_t distance; /* of output and original now, modulo 2^32 */
	char blank;        /* a blank is due: 0, ' ' or '\n' */
	uint32_t blank_at;
	const char *judged; /* up to here it is known whether look-alikes */
	bool latin_follows; /* lead to a Latin letter */
	struct way *way;
};

/* What is put next came from a byte of the original. */
static inline void
came_from(struct run *r, uint32_t at)
{
	uint32_t here = (uint32_t)(r->out - r->first);
	struct way *way = r->way;

	if (at - here == r->distance)
		return;
	r->distance = at - here;
	way->v = xgrow(way->v, way->n, &way->cap, sizeof(*way->v));
	way->v[way->n++] = (struct way_shift){ here, at };
}

static inline void
put(struct run *r, char c, uint32_t at)
{
	came_from(r, at);
	*r->out++ = c;
}

/* The blanks seen so far become one, unless they lead. */
static inline void
settle_blank(struct run *r)
{
	if (r->blank != 0) {
		if (r->out != r->first)
			put(r, r->blank, r->blank_at);
		r->blank = 0;
	}
}

static inline void
see_blank(struct run *r, char c, uint32_t at)
{
	if (r->blank == 0)
		r->blank_at = at;
	if (r->blank != '\n')
		r->blank = c;
}

/* n + combining tilde is ñ: rewrite the n that was put last. */
static void
compose_enye(struct run *r)
{
	if (r->out == r->first || r->out[-1] != 'n' || r->blank != 0)
		return;
	r->out[-1] = (char)0xC3;
	*r->out++ = (char)0xB1;
}

static void
put_folded(struct run *r, enum unichar_class class, const char *bytes, size_t n,
	uint32_t at)
{
	size_t i;

	if (class == UNICHAR_BLANK || class == UNICHAR_BREAK) {
		see_blank(r, class == UNICHAR_BREAK ? '\n' : ' ', at);
		return;
	}
	if (n == 0)
		return;
	settle_blank(r);
	put(r, bytes[0], at);
	for (i = 1; i < n; i++) {
		if (!utf8_is_inner(bytes[i])) /* one more character of it */
			came_from(r, at);
		*r->out++ = bytes[i];
	}
}

/* One character of ASCII: what an entity stands for, a blank. */
static void
fold_ascii(const struct fold *f, struct run *r, unsigned char c, uint32_t at)
{
	char folded = f->ascii[c];

	if (folded == 0 || folded == ' ') {
		see_blank(r, ' ', at);
	} else if (folded == 1) {
		see_blank(r, '\n', at);
	} else {
		settle_blank(r);
		put(r, folded, at);
	}
}

/* Is what stands at s, behind more look-alikes, a letter a-z or ñ? */
static bool
leads_to_latin(struct run *r, const char *s, const char *end)
{
	uint32_t cp, folded[UNICHAR_FOLD_MAX];
	bool latin = false;
	size_t n;

	if (s < r->judged) /* the same run of look-alikes as before */
		return r->latin_follows;
	for (; s < end; s += n) {
		n = utf8_decode(s, end, &cp);
		if (unichar_lookalike(cp) != 0 ||
			unichar_class(cp) == UNICHAR_IGNORED ||
			unichar_class(cp) == UNICHAR_MARK)
			continue;
		latin = unichar_fold(cp, folded) > 0 &&
			(folded[0] == 0xF1 || folded[0] - 'a' < 26);
		break;
	}
	r->judged = s;
	r->latin_follows = latin;
	return latin;
}

/* Does what was put last end with a letter a-z or ñ? */
static bool
follows_latin(const struct run *r)
{
	const char *p = r->out;

	if (p == r->first || r->blank != 0)
		return false;
	return (p[-1] >= 'a' && p[-1] <= 'z') ||
		(p - r->first >= 2 && memcmp(p - 2, "\xC3\xB1", 2) == 0);
}

/* Is it the sign that makes a 🤦 man or woman, behind U+200D? Like the colour
 * of the skin it changes nothing. */
static inline bool
is_gender(const struct run *r, uint32_t cp, uint32_t at)
{
	return (cp == 0x2640 || cp == 0x2642) && at >= 3 &&
		memcmp(r->begin + at - 3, "\xE2\x80\x8D", 3) == 0;
}

/* One code point above ASCII, which came from byte at; next is behind it. */
static void
fold_code_point(struct fold *f, struct run *r, uint32_t cp, uint32_t at,
	const char *next, const char *end)
{
	struct folded to;

	if (cp == 0x0303)
		compose_enye(r);
	if (cp == 0x0303 || is_gender(r, cp, at))
		return;
	to = fold_of(f, cp);
	if (to.latin != 0 && (follows_latin(r) || leads_to_latin(r, next, end)))
		put_folded(r, UNICHAR_LETTER, &to.latin, 1, at);
	else
		put_folded(r, to.class, to.out, to.len, at);
}

/* The code point above ASCII at s; returns where the next one starts. */
static inline const char *
fold_wide(struct fold *f, struct run *r, const char *s, const char *end)
{
	uint32_t at = (uint32_t)(s - r->begin), cp;

	if (end - s >= 2 && (s[0] & 0xE0) == 0xC0 && (s[1] & 0xC0) == 0x80 &&
		(s[0] & 0x1E) != 0) { /* two bytes, not overlong */
		cp = (uint32_t)(s[0] & 0x1F) << 6 | (uint32_t)(s[1] & 0x3F);
		s += 2;
		if (f->table[cp].one) {
			settle_blank(r);
			came_from(r, at);
			memcpy(r->out, f->table[cp].out, 2);
			r->out += f->table[cp].len;
			return s;
		}
	} else {
		s += utf8_decode(s, end, &cp);
	}
	fold_code_point(f, r, cp, at, s, end);
	return s;
}

/* The & at s and what it begins; returns where the next character starts. */
static const char *
fold_ampersand(struct fold *f, struct run *r, const char *s, const char *end)
{
	uint32_t at = (uint32_t)(s - r->begin), cp;
	size_t n = plain_entity(s, end, &cp);

	if (n == 0) {
		cp = '&';
		n = 1;
	}
	if (cp >= 128)
		fold_code_point(f, r, cp, at, s + n, end);
	else
		fold_ascii(f, r, (unsigned char)cp, at);
	return s + n;
}

/* Does a run begin at s that folds byte by byte? Not with a blank at the end of
 * one, nor where a blank is due already, or would lead. */
static inline bool
is_run(const struct run *r, const char *s, const char *end)
{
	return lower_begins(s, (size_t)(end - s)) ||
		(*s == ' ' && r->blank == 0 && r->out != r->first &&
			lower_begins(s + 1, (size_t)(end - s) - 1));
}

/* Such a run, most of any post: past it. */
static inline const char *
fold_run(struct run *r, const char *s, const char *end)
{
	size_t len = (size_t)(end - s), n;
	struct way *way = r->way;
	struct lower to;

	settle_blank(r);
	came_from(r, (uint32_t)(s - r->begin));
	way->v = xgrow_by(way->v, way->n, len / 2 + LOWER_SHIFTS, &way->cap,
		sizeof(*way->v));
	to = (struct lower){ .out = r->out,
		.shifts = way->v + way->n,
		.folded = (uint32_t)(r->out - r->first),
		.original = (uint32_t)(s - r->begin) };
	n = lower_run(&to, s, len);
	way->n = (size_t)(to.shifts - way->v);
	r->distance = to.original - to.folded;
	r->out = to.out;
	return s + n;
}

size_t
fold_text(struct fold *f, struct buf *out, const char *p, size_t len,
	struct way *way)
{
	const char *s = p, *end = p + len;
	struct run r = {
		.way = way != NULL ? way : &f->no_way, .begin = p, .judged = p
	};
	size_t n;

	r.way->n = 0;
	buf_reserve(out, len * GROWTH + SLOT_BYTES + FOLD_PAD);
	r.first = r.out = out->p + out->len;
	while (s < end) {
		unsigned char c = (unsigned char)*s;

		if (is_run(&r, s, end)) {
			s = fold_run(&r, s, end);
		} else if (c >= 128) {
			s = fold_wide(f, &r, s, end);
		} else if (c == '&') {
			s = fold_ampersand(f, &r, s, end);
		} else {
			fold_ascii(f, &r, c, (uint32_t)(s - p));
			s++;
		}
	}
	came_from(&r, r.blank != 0 ? r.blank_at : (uint32_t)len);
	memset(r.out, 0, FOLD_PAD);
	n = (size_t)(r.out - r.first);
	out->len += n;
	return n;
}
