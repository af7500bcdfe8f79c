/* csvout.c - write CSV records. */
#include "config.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "bytes.h"
#include "csvout.h"
#include "utf8.h"

#define EXCEL_DIGITS 15 /* more of them a spreadsheet rounds */

static char
delimiter_of(const struct csvout *o)
{
	return o->delimiter ? o->delimiter : ',';
}

/* What comes before a cell. */
static inline void
begin_cell(struct csvout *o)
{
	if (o->started)
		buf_addc(o->buf, delimiter_of(o));
	else if (o->excel && !o->begun)
		buf_adds(o->buf, UTF8_BOM);
	o->started = o->begun = true;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
needs_quotes(struct text t, char delimiter)
{
	const char special[4] = { delimiter, '"', '\n', '\r' };

	return is_blank(t.p[0]) || is_blank(t.p[t.len - 1]) ||
		bytes_before(t.p, t.len, special) < t.len;
}

static void
add_doubling(struct buf *b, struct text t)
{
	const char *p = t.p, *end = t.p + t.len;

	while (p < end) {
		const char *quote = memchr(p, '"', (size_t)(end - p));
		const char *upto = quote ? quote + 1 : end;

		buf_add(b, p, (size_t)(upto - p));
		if (quote != NULL)
			buf_addc(b, '"');
		p = upto;
	}
}

/* A cell of three pieces; the outer ones stand as they are. */
static void
add_cell(struct csvout *o, const char *before, struct text t, bool quoted,
	const char *after)
{
	begin_cell(o);
	if (!quoted) {
		buf_adds(o->buf, before);
		buf_addt(o->buf, t);
		return;
	}
	buf_addc(o->buf, '"');
	buf_adds(o->buf, before);
	add_doubling(o->buf, t);
	buf_adds(o->buf, after);
	buf_addc(o->buf, '"');
}

/* Would a spreadsheet run it? What stands before may be blanks and quotes. */
static bool
is_formula(struct text t)
{
	static const char wide[][4] = { "\xEF\xBC\x9D", "\xEF\xBC\x8B",
		"\xEF\xBC\x8D", "\xEF\xBC\xA0" }; /* ＝ ＋ － ＠ */
	size_t i = 0, k;

	if (t.len > 0 && (t.p[0] == '\t' || t.p[0] == '\r'))
		return true;
	while (i < t.len &&
		(is_blank(t.p[i]) || t.p[i] == '"' || t.p[i] == '\'' ||
			t.p[i] == '\r' || t.p[i] == '\n'))
		i++;
	if (i == t.len)
		return false;
	if (memchr("=+-@", t.p[i], 4) != NULL)
		return true;
	for (k = 0; k < sizeof(wide) / sizeof(wide[0]); k++)
		if (t.len - i >= 3 && memcmp(t.p + i, wide[k], 3) == 0)
			return true;
	return false;
}

static bool
is_long_number(struct text t)
{
	size_t i;

	for (i = 0; i < t.len; i++)
		if (t.p[i] < '0' || t.p[i] > '9')
			return false;
	return t.len > EXCEL_DIGITS;
}

/* A cell that stands as it is. */
static void
put_plain(struct csvout *o, struct text t)
{
	struct buf *b = o->buf;

	if (t.len + 1 > b->cap - b->len)
		buf_reserve(b, t.len + 1);
	if (o->started)
		b->p[b->len++] = delimiter_of(o);
	memcpy(b->p + b->len, t.p, t.len);
	b->len += t.len;
	o->started = o->begun = true;
}

void
csvout_text(struct csvout *o, struct text t)
{
	bool quoted;

	if (t.len == 0) {
		begin_cell(o);
		return;
	}
	quoted = needs_quotes(t, delimiter_of(o));
	if (!o->excel && !quoted)
		put_plain(o, t);
	else if (o->excel && is_long_number(t))
		add_cell(o, "=\"\"", t, true, "\"\"");
	else if (o->excel && is_formula(t))
		add_cell(o, "'", t, quoted, "");
	else
		add_cell(o, "", t, quoted, "");
}

void
csvout_quoted(struct csvout *o, struct text t)
{
	add_cell(o, "", t, true, "");
}

#ifdef __SSE2__
#define STEP 16 /* bytes that are looked at at once */

/* One bit for each of 16 bytes: is it this one, is it less (with a sign, so
 * that bytes from 0x80 on are less than all others)? */
static inline unsigned
bits_equal(__m128i v, char c)
{
	return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_set1_epi8(c)));
}

static inline unsigned
bits_less(__m128i v, char c)
{
	return (unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(v, _mm_set1_epi8(c)));
}

/* Is something in 16 bytes neither printable ASCII nor U+00A0 to U+00FF?
 * @lead  a lead byte that the bytes before ended with, for the next ones */
static bool
is_odd(__m128i v, unsigned *lead)
{
	unsigned c2 = bits_equal(v, '\xC2'), c3 = bits_equal(v, '\xC3');
	unsigned low = bits_less(v, '\xA0'), tails = bits_less(v, '\xC0');
	unsigned after_c2 = c2 << 1 | (*lead == 0xC2);
	unsigned after = after_c2 | c3 << 1 | (*lead == 0xC3);
	unsigned odd = bits_less(v, ' ') & ~(c2 | c3 | tails);

	*lead = c2 >> (STEP - 1) ? 0xC2 : c3 >> (STEP - 1) ? 0xC3 : 0;
	return odd != 0 || ((after ^ tails) & 0xFFFF) != 0 ||
		(after_c2 & low) != 0;
}

/*
 * Look at the bytes of a cell, blanks behind them up to a full step; false if
 * it is not plain.
 *
 * @special  set if there is a quote or a delimiter
 */
static bool
look_at(const char *p, size_t len, char delimiter, bool *special)
{
	unsigned lead = 0, found = 0;
	size_t at;

	for (at = 0; at < len; at += STEP) {
		__m128i v = _mm_loadu_si128(
			(const __m128i *)(const void *)(p + at));

		if ((bits_less(v, ' ') | lead) != 0 && is_odd(v, &lead))
			return false;
		found |= bits_equal(v, '"') | bits_equal(v, delimiter);
	}
	*special = found != 0;
	return lead == 0;
}

bool
csvout_plain(struct csvout *o, struct text t)
{
	struct buf *b = o->buf;
	bool special;
	char *p;

	if (o->excel || t.len == 0)
		return false;
	/* copied first: behind the copy there is room for blanks */
	if (t.len + 1 + STEP > b->cap - b->len)
		buf_reserve(b, t.len + 1 + STEP);
	p = b->p + b->len + o->started;
	memcpy(p, t.p, t.len);
	memset(p + t.len, ' ', STEP);
	if (!look_at(p, t.len, delimiter_of(o), &special))
		return false;
	if (special || t.p[0] == ' ' || t.p[t.len - 1] == ' ') {
		add_cell(o, "", t, true, "");
		return true;
	}
	if (o->started)
		p[-1] = delimiter_of(o);
	b->len = (size_t)(p - b->p) + t.len;
	o->started = o->begun = true;
	return true;
}
#else
bool
csvout_plain(struct csvout *o, struct text t)
{
	(void)o;
	(void)t;
	return false;
}
#endif

void
csvout_str(struct csvout *o, const char *s)
{
	csvout_text(o, text_of(s));
}

static uint64_t
magnitude(int64_t v)
{
	return v < 0 ? -(uint64_t)v : (uint64_t)v;
}

void
csvout_int(struct csvout *o, int64_t v)
{
	begin_cell(o);
	if (v < 0)
		buf_addc(o->buf, '-');
	buf_addu(o->buf, magnitude(v));
}

void
csvout_milli(struct csvout *o, int64_t thousandths)
{
	begin_cell(o);
	if (thousandths < 0)
		buf_addc(o->buf, '-');
	buf_addu(o->buf, magnitude(thousandths) / 1000);
	buf_addc(o->buf, '.');
	buf_add_digits(o->buf, (unsigned)(magnitude(thousandths) % 1000));
}

void
csvout_raw(struct csvout *o, struct text t)
{
	begin_cell(o);
	buf_addt(o->buf, t);
}

void
csvout_end(struct csvout *o)
{
	if (o->excel)
		buf_addc(o->buf, '\r');
	buf_addc(o->buf, '\n');
	o->started = false;
}
