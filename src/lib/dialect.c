/* dialect.c - guess how an export is written. */
#include "config.h"

#include <stdint.h>

#include "dialect.h"
#include "utf8.h"

#define RECORDS_MAX 200 /* that the choice of a separator looks at */

static const char delimiters[] = ",;\t|"; /* the likeliest first */

static bool
begins_with(struct text t, const char *bytes, size_t n)
{
	return t.len >= n && memcmp(t.p, bytes, n) == 0;
}

/* UTF-16 as one byte a character: all that matters below is ASCII. */
static struct text
narrow(struct buf *out, struct text t, bool little)
{
	size_t i;

	for (i = 2; i + 1 < t.len; i += 2) {
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

/* The line "sep=;" in front of the header: its length, 0 if there is none. */
static size_t
sniff_hint(struct dialect *d, struct text t)
{
	size_t n = 5;

	if (!(begins_with(t, "sep=", 4) || begins_with(t, "SEP=", 4)) ||
		t.len < 6 || t.p[4] == '\r' || t.p[4] == '\n')
		return 0;
	if (t.p[n] == '\r')
		n++;
	if (n < t.len && t.p[n] == '\n')
		n++;
	if (n == 5)
		return 0;
	d->delimiter = t.p[4];
	return n;
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
	return n ? 1 + like * 999 / n : 1000;
}

static void
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
}

void
dialect_sniff(struct dialect *d, struct text prefix, bool whole)
{
	struct buf narrowed = {0};
	struct text t = prefix;
	size_t bom = 0;

	*d = (struct dialect){.delimiter = ','};
	if (begins_with(t, "\xFF\xFE", 2) || begins_with(t, "\xFE\xFF", 2)) {
		bool little = t.p[0] == '\xFF';

		d->encoding = little ? "UTF-16LE" : "UTF-16BE";
		t = narrow(&narrowed, t, little);
		bom = 3; /* as UTF-8 */
	} else {
		sniff_encoding(d, t, whole);
		if (begins_with(t, "\xEF\xBB\xBF", 3)) {
			d->encoding = NULL; /* says so itself */
			d->ascii = false;
			bom = 3;
			t = (struct text){t.p + 3, t.len - 3};
		}
	}
	d->skip = sniff_hint(d, t);
	if (d->skip > 0)
		d->skip += bom;
	else
		sniff_delimiter(d, t, whole);
	buf_free(&narrowed);
}
