/* csvout.c - write CSV records. */
#include "config.h"

#include "bytes.h"
#include "csvout.h"
#include "latin.h"
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
has_blank_end(struct text t)
{
	return is_blank(t.p[0]) || is_blank(t.p[t.len - 1]);
}

static bool
needs_quotes(struct text t, char delimiter)
{
	const char special[4] = { delimiter, '"', '\n', '\r' };

	return has_blank_end(t) || bytes_before(t.p, t.len, special) < t.len;
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
static inline void
put(struct csvout *o, struct text t)
{
	struct buf *b = o->buf;

	begin_cell(o);
	if (t.len > b->cap - b->len)
		buf_reserve(b, t.len);
	if (t.len > 0)
		memcpy(b->p + b->len, t.p, t.len);
	b->len += t.len;
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
		put(o, t);
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

/* A cell that had no quotes, and so has none inside, in quotes. */
static void
enclose(struct csvout *o, struct text t)
{
	struct buf *b = o->buf;

	csvout_open(o);
	buf_reserve(b, t.len + 2);
	b->p[b->len] = '"';
	memcpy(b->p + b->len + 1, t.p, t.len);
	b->p[b->len + 1 + t.len] = '"';
	b->len += t.len + 2;
}

void
csvout_cell(struct csvout *o, struct text inside, bool quoted, char delimiter)
{
	if (inside.len == 0)
		begin_cell(o);
	else if (quoted || delimiter != delimiter_of(o)
			? !needs_quotes(inside, delimiter_of(o))
			: !has_blank_end(inside))
		put(o, inside);
	else if (quoted)
		put(o, (struct text){ inside.p - 1, inside.len + 2 });
	else
		enclose(o, inside);
}

bool
csvout_plain(struct csvout *o, struct text t)
{
	if (o->excel || !latin_only(t.p, t.len))
		return false;
	csvout_text(o, t);
	return true;
}

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
	uint64_t whole = magnitude(thousandths) / 1000;

	begin_cell(o);
	if (thousandths < 0)
		buf_addc(o->buf, '-');
	if (whole < 10) /* as scores are */
		buf_addc(o->buf, (char)('0' + whole));
	else
		buf_addu(o->buf, whole);
	buf_addc(o->buf, '.');
	buf_add_digits(o->buf, (unsigned)(magnitude(thousandths) % 1000));
}

void
csvout_open(struct csvout *o)
{
	begin_cell(o);
}

void
csvout_raw(struct csvout *o, struct text t)
{
	put(o, t);
}

void
csvout_short(struct csvout *o, struct text t)
{
	struct buf *b = o->buf;
	size_t room = t.len > CSVOUT_SHORT ? t.len : CSVOUT_SHORT;

	begin_cell(o);
	if (room > b->cap - b->len)
		buf_reserve(b, room);
	/* of a length known beforehand: a few moves without a branch */
	memcpy(b->p + b->len, t.p, CSVOUT_SHORT);
	if (t.len > CSVOUT_SHORT)
		memcpy(b->p + b->len, t.p, t.len);
	b->len += t.len;
}

void
csvout_end(struct csvout *o)
{
	if (o->excel)
		buf_addc(o->buf, '\r');
	buf_addc(o->buf, '\n');
	o->started = false;
}
