/* convert.c - canonical cells out of those of an export. */
#include "config.h"

#include "convert.h"
#include "unichar.h"
#include "utf8.h"

static const enum canon date_columns[CONVERT_DATES] = {
	[CONVERT_DATE] = CANON_DATE,
	[CONVERT_REPLY_DATE] = CANON_REPLY_DATE,
};

void
convert_begin(
	struct convert *c, const struct export *e, const struct profile *p)
{
	int i;

	c->profile = p;
	c->cp1252 = e->dialect.ascii;
	c->counts = (struct convert_counts){ 0 };
	for (i = 0; i < CONVERT_DATES; i++)
		c->order[i] = DATE_ORDER_UNKNOWN;
	convert_refresh(c, e);
}

void
convert_refresh(struct convert *c, const struct export *e)
{
	int i;

	for (i = 0; i < CONVERT_DATES; i++) {
		size_t column = c->profile->column[date_columns[i]];

		c->utc[i] = column != COLUMN_NONE &&
			profile_is_utc(e->header.names[column]);
	}
}

void
convert_free(struct convert *c)
{
	buf_free(&c->date[CONVERT_DATE]);
	buf_free(&c->date[CONVERT_REPLY_DATE]);
	buf_free(&c->cell);
	buf_free(&c->plain);
	buf_free(&c->joined);
	buf_free(&c->repaired);
	buf_free(&c->nfc);
	buf_free(&c->line);
	buf_free(&c->value);
}

/* The content of a cell as plain text; c->cell, c->plain are overwritten. */
static struct text
plain_cell(struct convert *c, const struct cell *cell, enum plain how)
{
	struct text t = cell_text(cell, &c->cell);

	if (how == PLAIN_AS_IS)
		return t;
	buf_clear(&c->plain);
	buf_reserve(&c->plain, 1);
	plain_add(&c->plain, t, how);
	return buf_text(&c->plain);
}

/* The content of the cell of a column or part; until the next call. */
static struct text
raw_cell(struct convert *c, const struct row *row, enum canon part)
{
	size_t column = c->profile->column[part], i;
	const size_t *others = c->profile->others[part];

	/* a record of JSON may be narrower than the header is by now */
	if (column < row->ncells &&
		(!c->profile->sparse || row->cells[column].len > 0))
		return plain_cell(
			c, &row->cells[column], c->profile->how[part]);
	for (i = 0; i < PROFILE_OTHERS && c->profile->sparse; i++)
		if (others[i] < row->ncells && row->cells[others[i]].len > 0)
			return plain_cell(c, &row->cells[others[i]],
				c->profile->others_how[part][i]);
	return (struct text){ "", 0 };
}

/* Printable ASCII and TAB only: the common case needs no work. */
static bool
is_plain(struct text t)
{
	unsigned char odd = 0;
	size_t i;

	for (i = 0; i < t.len; i++) {
		unsigned char b = (unsigned char)t.p[i];

		odd |= (unsigned char)((b - 0x20u > 0x5Eu) & (b != '\t'));
	}
	return odd == 0;
}

/* Valid UTF-8, NFC, one line; borrowed until the next call. */
static struct text
clean(struct convert *c, struct text t, bool sentence)
{
	if (is_plain(t))
		return t;
	if (utf8_valid_prefix(t.p, t.len) < t.len ||
		memchr(t.p, '\0', t.len) != NULL) {
		buf_clear(&c->repaired);
		c->counts.repaired +=
			utf8_repair(&c->repaired, t.p, t.len, c->cp1252);
		t = buf_text(&c->repaired);
	}
	buf_clear(&c->nfc);
	unichar_nfc(&c->nfc, t.p, t.len);
	buf_clear(&c->line);
	canon_one_line(&c->line, buf_text(&c->nfc), sentence);
	return buf_text(&c->line);
}

/* Does the text begin with the title, perhaps one cut by an ellipsis? */
static bool
repeats(struct text title, struct text text)
{
	if (title.len >= 3 &&
		(memcmp(title.p + title.len - 3, "…", 3) == 0 ||
			memcmp(title.p + title.len - 3, "...", 3) == 0))
		title.len -= 3;
	return text.len >= title.len && memcmp(text.p, title.p, title.len) == 0;
}

/* The text, the author's title in front of it. */
static struct text
whole_text(struct convert *c, const struct row *row)
{
	struct text title = raw_cell(c, row, CANON_TITLE), text;

	if (title.len == 0)
		return raw_cell(c, row, CANON_TEXT);
	buf_clear(&c->joined);
	buf_addt(&c->joined, title);
	text = raw_cell(c, row, CANON_TEXT);
	if (text.len == 0)
		return buf_text(&c->joined);
	if (repeats(buf_text(&c->joined), text))
		return text;
	/* a line break: what becomes of it is what joins title and body */
	buf_addc(&c->joined, '\n');
	buf_addt(&c->joined, text);
	return buf_text(&c->joined);
}

struct text
convert_raw_date(struct convert *c, const struct row *row, int which)
{
	return raw_cell(c, row, date_columns[which]);
}

/* The date with the time of day from a column of its own. */
static void
add_time(struct convert *c, const struct row *row, struct stamp *s)
{
	struct text time = raw_cell(c, row, CANON_TIME);
	struct stamp with;

	if (time.len == 0)
		return;
	buf_clear(&c->joined);
	stamp_format(s, &c->joined);
	buf_addc(&c->joined, ' ');
	buf_addt(&c->joined, time);
	if (datetime_read(&with, buf_text(&c->joined), DATE_ORDER_DMY) ==
		DATE_READ)
		*s = with;
}

static void
keep_example(struct convert *c, struct text t)
{
	size_t n = utf8_valid_prefix(t.p, t.len);

	if (c->counts.unreadable_dates++ > 0)
		return;
	if (n >= sizeof(c->counts.example))
		n = utf8_valid_prefix(t.p, sizeof(c->counts.example) - 1);
	memcpy(c->counts.example, t.p, n);
	c->counts.example[n] = '\0';
}

/* Make the canonical date; false if it has another order than the column. */
static bool
convert_date(struct convert *c, const struct row *row, int which)
{
	struct buf *out = &c->date[which];
	const struct zone *zone = c->opt->zone;
	struct text raw = convert_raw_date(c, row, which);
	struct stamp s;

	buf_clear(out);
	switch (datetime_read(&s, raw, c->order[which])) {
	case DATE_READ:
		break;
	case DATE_UNREADABLE:
		keep_example(c, raw);
		return true;
	case DATE_OTHER_ORDER:
		return false;
	}
	if (s.precision == PRECISION_DAY && which == CONVERT_DATE)
		add_time(c, row, &s);
	if (s.precision == PRECISION_TIME && !s.zoned) {
		if (c->utc[which])
			zone = zone_utc();
		else
			c->counts.zoneless++;
		s = stamp_at(stamp_utc(&s, zone), zone);
	}
	stamp_format(&s, out);
	return true;
}

/* The words that programs write for nothing, where no person would. */
static bool
is_null(struct text t)
{
	return text_is(t, "None") || text_is(t, "null") || text_is(t, "NULL") ||
		text_is(t, "NaN") || text_is(t, "nan");
}

/* A rating or a count, unreadable ones empty. */
static struct text
convert_number(struct convert *c, struct text raw,
	bool (*read)(struct buf *out, struct text t))
{
	buf_clear(&c->value);
	if (!read(&c->value, raw))
		c->counts.unreadable_numbers++;
	return buf_text(&c->value);
}

static struct text
convert_source(struct convert *c, const struct row *row)
{
	struct text raw;
	const char *known;

	if (c->profile->source != NULL)
		return text_of(c->profile->source);
	raw = raw_cell(c, row, CANON_SOURCE);
	known = canon_source(raw);
	return known ? text_of(known) : clean(c, raw, false);
}

static struct text
convert_direction(struct convert *c, const struct row *row)
{
	const char *known;

	if (c->opt->own != NULL &&
		authors_has(c->opt->own, raw_cell(c, row, CANON_AUTHOR)))
		return text_of("out");
	known = canon_direction(raw_cell(c, row, CANON_DIRECTION));
	return text_of(known ? known : "");
}

/* The brand that a column names, else the one that the text, the place (a
 * branch) or the author (the company itself) names. */
static struct text
convert_brand(struct convert *c, const struct row *row)
{
	struct text t = clean(c, raw_cell(c, row, CANON_BRAND), false);

	if (t.len > 0 || c->opt->brands == NULL)
		return t;
	t = brands_find(c->opt->brands, clean(c, whole_text(c, row), true));
	if (t.len == 0)
		t = brands_find(c->opt->brands,
			clean(c, raw_cell(c, row, CANON_PLACE), false));
	if (t.len == 0)
		t = brands_find(c->opt->brands,
			clean(c, raw_cell(c, row, CANON_AUTHOR), false));
	return t;
}

/* The content of a canonical cell; borrowed until the next call. */
static struct text
convert_cell(struct convert *c, const struct row *row, enum canon column)
{
	struct text raw;

	switch (column) {
	case CANON_DATE:
		return buf_text(&c->date[CONVERT_DATE]);
	case CANON_REPLY_DATE:
		return buf_text(&c->date[CONVERT_REPLY_DATE]);
	case CANON_TEXT:
		return clean(c, whole_text(c, row), true);
	case CANON_REPLY_TEXT:
		raw = raw_cell(c, row, column);
		return is_null(raw) ? text_of("") : clean(c, raw, true);
	case CANON_SOURCE:
		return convert_source(c, row);
	case CANON_DIRECTION:
		return convert_direction(c, row);
	case CANON_RATING:
		return convert_number(
			c, raw_cell(c, row, column), canon_rating);
	case CANON_FOLLOWERS:
	case CANON_LIKES:
	case CANON_SHARES:
	case CANON_REPLIES:
		return convert_number(c, raw_cell(c, row, column), canon_count);
	case CANON_BRAND:
		return convert_brand(c, row);
	case CANON_ID:
	case CANON_AUTHOR:
		return clean(c, raw_cell(c, row, column), false);
	case CANON_REPLY_TO:
	case CANON_THREAD:
	case CANON_LANG:
	case CANON_PLACE:
	case CANON_URL:
		raw = raw_cell(c, row, column);
		return is_null(raw) ? text_of("") : clean(c, raw, false);
	case CANON_TITLE:
	case CANON_TIME:
	case CANON_PARTS:
		break;
	}
	return text_of("");
}

bool
convert_row(struct convert *c, const struct row *row, struct csvout *out)
{
	int i;

	for (i = 0; i < CONVERT_DATES; i++)
		if (c->opt->set[date_columns[i]] == NULL &&
			!convert_date(c, row, i))
			return false;
	for (i = 0; i < CANON_N; i++) {
		const char *constant = c->opt->set[i];

		csvout_text(out,
			constant ? text_of(constant)
				 : convert_cell(c, row, (enum canon)i));
	}
	return true;
}

void
convert_keep(struct convert *c, const struct row *row, size_t column,
	struct csvout *out)
{
	struct text t = { "", 0 };

	if (column < row->ncells)
		t = cell_text(&row->cells[column], &c->cell);
	csvout_text(out, clean(c, t, false));
}
