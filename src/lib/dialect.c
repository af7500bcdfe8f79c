/* dialect.c - guess how an export is written. */
#include "config.h"

#include <stdint.h>

#include "dialect.h"
#include "filekind.h"
#include "jsonscan.h"
#include "mojibake.h"
#include "utf8.h"

#define RECORDS_MAX 200 /* that the choice of a separator looks at */
#define PREAMBLE_MAX 30 /* records that may stand above the header */
#define NAME_MAX_LEN 80 /* bytes of the name of a column */
#define ALL 1000        /* rating: each record is as wide as the header */

static const char delimiters[] = ",;\t|"; /* the likeliest first */

/* UTF-16 as one byte a character, from behind the BOM on: all that matters
 * below is ASCII. */
static struct text
narrow(struct buf *out, struct text t, size_t bom, bool little)
{
	size_t i;

	buf_reserve(out, 1);
	for (i = bom; i + 1 < t.len; i += 2) {
		char low = t.p[little ? i : i + 1];
		char high = t.p[little ? i + 1 : i];

		buf_addc(out, high == 0 && low >= 0 ? low : 'x');
	}
	return buf_text(out);
}

/* UTF-8 or Windows-1252? */
static void
sniff_encoding(struct dialect *d, struct text t, bool whole)
{
	const char *p = t.p, *end = t.p + t.len;
	size_t good = 0, bad = 0;
	int ok, was_ok = 1;
	uint32_t cp;

	while (p < end) {
		size_t n = utf8_decode_checked(p, end, &cp, &ok);

		if (!ok && !whole && end - p < UTF8_MAX)
			break; /* cut by the window, perhaps */
		bad += was_ok && !ok;
		good += ok && n > 1;
		was_ok = ok;
		p += n;
	}
	d->ascii = good == 0 && bad == 0;
	/* chance seldom makes UTF-8 out of the letters of Windows-1252 */
	if (bad > 4 * good)
		d->encoding = "WINDOWS-1252";
}

/*
 * Step over one record, counting its fields. A quote opens a field only at
 * the field's start; so read with the wrong separator it mostly stands
 * somewhere inside and means nothing.
 */
static const char *
skip_record(const char *p, const char *end, char delimiter, size_t *fields)
{
	bool quoted = false, at_start = true;

	*fields = 1;
	for (; p < end; p++) {
		if (quoted) {
			quoted = *p != '"';
		} else if (*p == '"') {
			quoted = at_start || p[-1] == '"';
			at_start = false;
		} else if (*p == '\n' || *p == '\r') {
			while (p < end && (*p == '\n' || *p == '\r'))
				p++;
			break;
		} else {
			at_start = *p == delimiter;
			*fields += at_start;
		}
	}
	return p;
}

/* How well a separator fits, 0 to 1000, and the fields of the header. */
static unsigned
rate(struct text t, bool whole, char delimiter, size_t *columns)
{
	const char *end = t.p + t.len, *p;
	unsigned like = 0, n = 0;
	size_t fields;

	p = skip_record(t.p, end, delimiter, columns);
	while (p < end && n < RECORDS_MAX) {
		p = skip_record(p, end, delimiter, &fields);
		if (p == end && !whole)
			break; /* perhaps cut */
		n++;
		like += fields == *columns;
	}
	if (*columns < 2)
		return 0;
	return n ? 1 + like * (ALL - 1) / n : ALL;
}

static unsigned
sniff_delimiter(struct dialect *d, struct text t, bool whole)
{
	unsigned best = 0, rating;
	size_t most = 0, columns, i;

	for (i = 0; delimiters[i] != '\0'; i++) {
		rating = rate(t, whole, delimiters[i], &columns);
		if (rating < best || (rating == best && columns <= most))
			continue;
		best = rating;
		most = columns;
		d->delimiter = delimiters[i];
	}
	return best;
}

/* The preamble. */

/* A record as the search for the header sees it. */
struct shape {
	const char *p;
	size_t fields;
	size_t filled; /* fields that are not empty */
	bool names;    /* all are filled, and none looks like a value */
};

/* Could these bytes be the name of a column? */
static bool
is_name(const char *p, size_t len)
{
	bool letter = false;
	size_t i, digits = 0;

	if (len > NAME_MAX_LEN)
		return false;
	for (i = 0; i < len; i++) {
		letter = letter || p[i] < 0 ||
			((p[i] & 0xDF) >= 'A' && (p[i] & 0xDF) <= 'Z');
		digits += p[i] >= '0' && p[i] <= '9';
		if (p[i] == '@' ||
			(p[i] == ':' && len - i > 2 &&
				memcmp(p + i, "://", 3) == 0))
			return false;
	}
	return letter && digits < 3;
}

/* Measure one record; returns its end. */
static const char *
measure(struct shape *s, const char *p, const char *end, char delimiter)
{
	const char *next = skip_record(p, end, delimiter, &s->fields);
	const char *last = next, *cell = p;
	bool quoted = false;

	while (last > p && (last[-1] == '\n' || last[-1] == '\r'))
		last--;
	s->p = p;
	s->filled = 0;
	s->names = true;
	for (; p <= last; p++) {
		if (p < last && *p == '"')
			quoted = !quoted;
		if (p < last && (quoted || *p != delimiter))
			continue;
		while (cell < p && (*cell == ' ' || *cell == '"'))
			cell++;
		s->filled += cell < p;
		s->names = s->names && is_name(cell, (size_t)(p - cell));
		cell = p + 1;
	}
	return next;
}

/* The width that most records have; 0 if that is fewer than two in three. */
static size_t
usual_width(const struct shape *s, size_t n)
{
	size_t i, k, like;

	for (i = 0; i < n; i++) {
		for (like = 0, k = i; k < n; k++)
			like += s[k].fields == s[i].fields;
		if (like * 3 >= (n - i) * 2)
			return s[i].fields;
	}
	return 0;
}

/*
 * Where the header stands if records stand above it, read with this separator;
 * NULL if none do, or nothing says which record it is.
 */
static const char *
find_header(struct text t, bool whole, char delimiter)
{
	struct shape s[RECORDS_MAX];
	const char *p = t.p, *end = t.p + t.len;
	size_t n = 0, i, width;

	while (p < end && n < RECORDS_MAX) {
		p = measure(&s[n], p, end, delimiter);
		n += p < end || whole; /* else it is perhaps cut */
	}
	for (i = 0; i < n && i <= PREAMBLE_MAX; i++) {
		width = usual_width(s + i, n - i);
		if (width >= 3 && s[i].fields == width && s[i].names)
			return i > 0 ? s[i].p : NULL;
		if (width >= 3 && s[i].filled * 2 > width)
			return NULL;
	}
	return NULL;
}

/* Is the first record mostly empty? */
static bool
is_sparse(struct text t, char delimiter)
{
	struct shape s;

	(void)measure(&s, t.p, t.p + t.len, delimiter);
	return s.filled * 2 <= s.fields;
}

/* Look for a preamble; returns its bytes. */
static size_t
sniff_preamble(struct dialect *d, struct text t, bool whole)
{
	size_t i;

	for (i = 0; delimiters[i] != '\0'; i++) {
		const char *p, *header = find_header(t, whole, delimiters[i]);

		if (header == NULL)
			continue;
		d->delimiter = delimiters[i];
		for (p = t.p; p < header; p++)
			d->lines += *p == '\n' || (*p == '\r' && p[1] != '\n');
		return (size_t)(header - t.p);
	}
	return 0;
}

/* Separator, hint, preamble. */
static void
sniff_cells(struct dialect *d, struct text t, bool whole)
{
	d->skip = filekind_hint(t, &d->delimiter);
	d->hint = d->skip > 0;
	d->lines = d->hint;
	if (!d->hint && t.len > 0 &&
		(sniff_delimiter(d, t, whole) < ALL ||
			is_sparse(t, d->delimiter)))
		d->skip = sniff_preamble(d, t, whole);
}

void
dialect_sniff(struct dialect *d, struct text prefix, bool whole)
{
	struct buf narrowed = { 0 };
	struct text t = prefix;
	size_t bom = 0, unit = 1;

	*d = (struct dialect){ .delimiter = ',' };
	d->encoding = filekind_wide(t, &bom);
	if (d->encoding != NULL) {
		t = narrow(&narrowed, t, bom, d->encoding[6] == 'L');
		unit = 2;
	} else {
		sniff_encoding(d, t, whole);
		if (utf8_bom(t) > 0) {
			d->encoding = NULL; /* says so itself */
			d->ascii = false;
			bom = 3;
			t = (struct text){ t.p + 3, t.len - 3 };
		}
		d->mojibake = d->encoding == NULL && !d->ascii &&
			mojibake_is_certain(t, whole);
	}
	d->json = jsonscan_begins(t);
	if (!d->json)
		sniff_cells(d, t, whole);
	if (d->skip > 0)
		d->skip = d->skip * unit + bom;
	buf_free(&narrowed);
}
