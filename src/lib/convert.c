/* convert.c - canonical cells out of those of an export. */
#include "config.h"

#include "convert.h"
#include "latin.h"
#include "mojibake.h"
#include "pieces.h"
#include "unichar.h"
#include "utf8.h"

void
convert_refresh(struct convert *c)
{
	const struct steps_given given = { c->opt->set, c->opt->own != NULL,
		c->opt->brands != NULL };

	steps_plan(&c->steps, c->mapping, &given);
}

void
convert_begin(
	struct convert *c, const struct export *e, const struct mapping *m)
{
	int i;

	c->mapping = m;
	c->delimiter = e->dialect.delimiter;
	c->cp1252 = e->dialect.ascii;
	c->mojibake = e->dialect.mojibake;
	c->counts = (struct convert_counts){ 0 };
	for (i = 0; i < CONVERT_DATES; i++)
		c->order[i] = DATE_ORDER_UNKNOWN;
	convert_refresh(c);
}

void
convert_free(struct convert *c)
{
	buf_free(&c->steps.constants);
	buf_free(&c->source);
	buf_free(&c->cell);
	buf_free(&c->plain);
	buf_free(&c->joined);
	buf_free(&c->repaired);
	buf_free(&c->undoubled);
	buf_free(&c->nfc);
	buf_free(&c->line);
}

/* The content of a cell as plain text; c->cell, c->plain are overwritten. */
static struct text
plain_cell(
	struct convert *c, const struct row *row, size_t column, enum plain how)
{
	struct text t = row_text(row, column, &c->cell);

	if (how == PLAIN_AS_IS || t.len == 0)
		return t;
	buf_clear(&c->plain);
	buf_reserve(&c->plain, 1);
	plain_add(&c->plain, t, how);
	return buf_text(&c->plain);
}

/* The words that programs write for nothing, where no person would. */
static bool
is_null(struct text t)
{
	static const char *const words[] = { "None", "null", "NULL", "NaN",
		"nan", "NaT", "-", "--", "N/A", "n/a", "\\N", "undefined" };
	char c = *t.p;
	size_t i;

	if (t.len > 9 ||
		(c != 'N' && c != 'n' && c != '-' && c != '\\' &&
			c != 'u')) /* nearly all */
		return false;
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (text_is(t, words[i]))
			return true;
	return false;
}

/*
 * The content of the first field of a part that has one; until the next call.
 *
 * @used  set to the field, to NULL if none has; may be NULL
 */
static struct text
part_text(struct convert *c, const struct row *row,
	const struct mapping_part *part, const struct mapping_field **used)
{
	size_t i;

	for (i = 0; i < part->n; i++) {
		const struct mapping_field *f = &part->fields[i];
		struct text t;

		/* a record of JSON may be narrower than the header is by now */
		if (f->column >= row->ncells)
			continue;
		t = plain_cell(c, row, f->column, f->how.plain);
		if (t.len == 0 ||
			(part != &c->mapping->parts[CANON_TEXT] && is_null(t)))
			continue;
		if (used != NULL)
			*used = f;
		return t;
	}
	if (used != NULL)
		*used = NULL;
	return part->constant ? text_of(part->constant)
			      : (struct text){ "", 0 };
}

/* The same for a step. Most have one column, as it stands. */
static inline struct text
step_text(struct convert *c, const struct row *row, const struct step *s,
	const struct mapping_field **used)
{
	struct text t;

	if (s->column >= row->ncells)
		return part_text(c, row, s->part, used);
	t = row_text(row, s->column, &c->cell);
	if (t.len > 0 && s->kind != STEP_TEXT && is_null(t))
		t.len = 0;
	*used = t.len > 0 ? &s->part->fields[0] : NULL;
	return t;
}

/* The same for a column or part by name. */
static struct text
raw_cell(struct convert *c, const struct row *row, enum canon part)
{
	return part_text(c, row, &c->mapping->parts[part], NULL);
}

/* Valid UTF-8, NFC, one line; borrowed until the next call. */
static struct text
clean(struct convert *c, struct text t, bool sentence)
{
	if (!c->mojibake && latin_only(t.p, t.len)) /* most cells */
		return t;
	if (utf8_valid_prefix(t.p, t.len) < t.len ||
		memchr(t.p, '\0', t.len) != NULL) {
		buf_clear(&c->repaired);
		c->counts.repaired +=
			utf8_repair(&c->repaired, t.p, t.len, c->cp1252);
		t = buf_text(&c->repaired);
	}
	buf_clear(&c->undoubled);
	if (c->mojibake && mojibake_undo(&c->undoubled, t)) {
		c->counts.undoubled++;
		t = buf_text(&c->undoubled);
	}
	buf_clear(&c->nfc);
	unichar_nfc(&c->nfc, t.p, t.len);
	buf_clear(&c->line);
	canon_one_line(&c->line, buf_text(&c->nfc), sentence);
	return buf_text(&c->line);
}

/* Write a cell, cleaned if there is anything to clean. */
static void
write_clean(struct convert *c, struct text t, bool sentence, struct csvout *out)
{
	if (c->mojibake || !csvout_plain(out, t))
		csvout_text(out, clean(c, t, sentence));
}

/* The text, the author's title in front of it. */
static struct text
whole_text(struct convert *c, const struct row *row)
{
	const struct mapping_part *parts = c->mapping->parts;
	size_t last = 0;

	if (parts[CANON_TITLE].n + parts[CANON_LEAD].n == 0)
		return raw_cell(c, row, CANON_TEXT);
	buf_clear(&c->joined);
	buf_reserve(&c->joined, 1);
	pieces_join(&c->joined, &last, raw_cell(c, row, CANON_TITLE), false);
	pieces_join(&c->joined, &last, raw_cell(c, row, CANON_LEAD), false);
	pieces_join(&c->joined, &last, raw_cell(c, row, CANON_TEXT),
		parts[CANON_LEAD].n > 0);
	return buf_text(&c->joined);
}

struct text
convert_raw_date(struct convert *c, const struct row *row, int which)
{
	const struct mapping_part *part =
		&c->mapping->parts[which == CONVERT_DATE ? CANON_DATE
							 : CANON_REPLY_DATE];
	const struct mapping_field *used;
	struct text t = part_text(c, row, part, &used);

	return used == NULL || used->how.unit != DATE_UNIT_FOUND
		? (struct text){ "", 0 }
		: t;
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

/* Read a date as its field is known, or found, to be written. */
static enum date_reading
read_date(struct stamp *s, struct text t, const struct mapping_field *f,
	enum date_order order)
{
	if (f != NULL && f->how.unit != DATE_UNIT_FOUND &&
		datetime_read_count(s, t, f->how.unit))
		return DATE_READ;
	return datetime_read(s, t, order);
}

/* Which of the dates does a step make? */
static int
date_of(const struct step *s)
{
	return s->canon == CANON_DATE ? CONVERT_DATE : CONVERT_REPLY_DATE;
}

/* Read the canonical date; false if it has another order than the column. */
static bool
convert_date(struct convert *c, const struct row *row, const struct step *p)
{
	int which = date_of(p);
	struct stamp *s = &c->date[which];
	const struct zone *zone = c->opt->zone;
	const struct mapping_field *f;
	struct text raw = step_text(c, row, p, &f);

	switch (read_date(s, raw, f, c->order[which])) {
	case DATE_READ:
		break;
	case DATE_UNREADABLE:
		keep_example(c, raw);
		return true;
	case DATE_OTHER_ORDER:
		return false;
	}
	if (s->precision == PRECISION_DAY && which == CONVERT_DATE)
		add_time(c, row, s);
	if (s->precision == PRECISION_TIME && !s->zoned) {
		if (f != NULL && f->how.utc)
			zone = zone_utc();
		else
			c->counts.zoneless++;
		*s = stamp_at(stamp_utc(s, zone), zone);
	}
	return true;
}

/* Write a rating or a count, unreadable ones empty. */
static void
write_number(struct convert *c, struct text raw,
	bool (*read)(struct buf *out, struct text t), struct csvout *out)
{
	csvout_open(out);
	if (!read(out->buf, raw))
		c->counts.unreadable_numbers++;
}

/* Write a source by our name of it. Most posts have that of the one before. */
static void
write_source(struct convert *c, struct text raw, struct csvout *out)
{
	if (!text_eq(raw, buf_text(&c->source))) {
		buf_clear(&c->source);
		buf_addt(&c->source, raw);
		c->source_name = canon_source(raw);
	}
	if (c->source_name != NULL)
		csvout_raw(out, text_of(c->source_name));
	else
		csvout_text(out, clean(c, raw, false));
}

static struct text
convert_direction(
	struct convert *c, const struct row *row, const struct mapping_part *p)
{
	const char *known;

	if (c->opt->own != NULL &&
		authors_has(c->opt->own, raw_cell(c, row, CANON_AUTHOR)))
		return text_of("out");
	known = canon_direction(part_text(c, row, p, NULL));
	return text_of(known ? known : "");
}

/* The brand that a column names, else the one that the text, the place (a
 * branch) or the author (the company itself) names. */
static struct text
convert_brand(
	struct convert *c, const struct row *row, const struct mapping_part *p)
{
	struct text t = clean(c, part_text(c, row, p, NULL), false);

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

/* Write the cell of a record that stands in one of the export; false, nothing
 * written, if there is more to it. */
static bool
copy_cell(struct convert *c, const struct row *row, const struct step *s,
	struct csvout *out)
{
	struct cell cell;
	struct text inside;

	if (s->column >= row->ncells)
		return false;
	cell = row_cell(row, s->column);
	inside = (struct text){ cell.p, cell.len };
	if (cell.len > 0 && s->kind != STEP_TEXT && is_null(inside))
		return false;
	csvout_cell(out, inside, cell.quoted, c->delimiter);
	return true;
}

/*
 * Write the cell that a step makes.
 *
 * @clean  nothing in the record needs cleaning, and its cells stand in it just
 *         as in ours
 */
static void
write_step(struct convert *c, const struct row *row, bool clean,
	const struct step *s, struct csvout *out)
{
	const struct mapping_field *f;

	switch (s->kind) {
	case STEP_END:
		break;
	case STEP_DATE: /* dates and numbers of ours need no quotes */
		csvout_open(out);
		stamp_format(&c->date[date_of(s)], out->buf);
		break;
	case STEP_TEXT:
		if (!clean || !copy_cell(c, row, s, out))
			write_clean(c, whole_text(c, row), true, out);
		break;
	case STEP_REPLY:
		if (!clean || !copy_cell(c, row, s, out))
			write_clean(c, step_text(c, row, s, &f), true, out);
		break;
	case STEP_SOURCE:
		write_source(c, step_text(c, row, s, &f), out);
		break;
	case STEP_BRAND:
		csvout_text(out, convert_brand(c, row, s->part));
		break;
	case STEP_DIRECTION:
		csvout_text(out, convert_direction(c, row, s->part));
		break;
	case STEP_RATING:
		write_number(c, step_text(c, row, s, &f), canon_rating, out);
		break;
	case STEP_COUNT:
		write_number(c, step_text(c, row, s, &f), canon_count, out);
		break;
	case STEP_COPY:
		if (!clean || !copy_cell(c, row, s, out))
			write_clean(c, step_text(c, row, s, &f), false, out);
		break;
	}
}

/* Can cells of this record be copied with their quotes? */
static bool
is_clean(const struct convert *c, const struct row *row)
{
	return row->ends != NULL && !row->odd && !c->mojibake &&
		latin_only(row->raw.p, row->raw.len);
}

/* Read the dates that steps make; false if one has another order than its
 * column. */
static bool
convert_dates(struct convert *c, const struct row *row)
{
	const struct step *s;

	for (s = c->steps.list; s->kind != STEP_END; s++)
		if (s->kind == STEP_DATE && !convert_date(c, row, s))
			return false;
	return true;
}

/* Write what stands before the cell of a step, its delimiter too: few bytes,
 * nearly always. */
static inline void
write_before(const struct convert *c, const struct step *s, struct csvout *out)
{
	const char *p = c->steps.constants.p + s->at;
	struct buf *b = out->buf;

	if (s->len + STEPS_ROOM > b->cap - b->len)
		buf_reserve(b, s->len + STEPS_ROOM);
	memcpy(b->p + b->len, p, STEPS_ROOM);
	if (s->len > STEPS_ROOM)
		memcpy(b->p + b->len, p, s->len);
	b->len += s->len;
	out->started = false;
}

bool
convert_row(struct convert *c, const struct row *row, struct csvout *out)
{
	const struct step *s;
	bool clean;

	if (!convert_dates(c, row))
		return false;
	clean = is_clean(c, row);
	for (s = c->steps.list; s->kind != STEP_END; s++) {
		write_before(c, s, out);
		write_step(c, row, clean, s, out);
	}
	write_before(c, s, out);
	out->started = true;
	return true;
}

void
convert_keep(struct convert *c, const struct row *row, size_t column,
	struct csvout *out)
{
	struct text t = { "", 0 };

	if (column < row->ncells)
		t = row_text(row, column, &c->cell);
	write_clean(c, t, false, out);
}
