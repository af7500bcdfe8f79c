/* seasons.c - days counted from 1970, a year at a time. */
#include "config.h"

#include <stdlib.h>

#include "clock.h"
#include "number.h"
#include "seasons.h"
#include "table.h"
#include "xalloc.h"

#define DAYS_MAX 366 /* of before and after */

struct season {
	struct text name; /* of the table */
	int month, day;   /* month 0: Easter Sunday */
	int weekday;      /* 0 Monday .. 6; -1: any */
	int64_t before, after;
};

struct seasons {
	struct table *table; /* what the names live in */
	struct season *v;
	size_t n;
};

enum column { COUNTRY, SEASON, FROM, WEEKDAY, BEFORE, AFTER, NCOLUMNS };

static const char *const column_names[NCOLUMNS] = { "country", "season", "from",
	"weekday", "before", "after" };

static bool
read_from(struct season *s, struct text t)
{
	struct stamp day = { .precision = PRECISION_DAY, .year = 2000 };

	if (text_is(t, "pascua"))
		return true;
	if (t.len != 5 || t.p[2] != '-')
		return false;
	day.month = s->month = (t.p[0] - '0') * 10 + t.p[1] - '0';
	day.day = s->day = (t.p[3] - '0') * 10 + t.p[4] - '0';
	return stamp_is_valid(&day);
}

static bool
read_weekday(struct season *s, struct text t)
{
	static const char *const names[] = { "lun", "mar", "mi\xC3\xA9", "jue",
		"vie", "s\xC3\xA1"
			"b",
		"dom" };
	int i;

	s->weekday = -1;
	for (i = 0; i < 7; i++)
		if (text_is(t, names[i]))
			s->weekday = i;
	return t.len == 0 || s->weekday >= 0;
}

/* Days, which may be negative: a season that is over before its day. */
static bool
read_days(struct text t, int64_t *days)
{
	bool minus = t.len > 0 && t.p[0] == '-';

	*days = 0;
	if (t.len == 0)
		return true;
	t.p += minus;
	t.len -= minus;
	if (!number_whole(t, days) || *days > DAYS_MAX)
		return false;
	*days = minus ? -*days : *days;
	return true;
}

static enum rc
read_row(struct seasons *s, const size_t *columns, size_t row, struct err *err)
{
	struct season *season = &s->v[s->n];
	struct text cells[NCOLUMNS];
	size_t i;

	for (i = 0; i < NCOLUMNS; i++)
		cells[i] = table_cell(s->table, row, columns[i]);
	*season = (struct season){ .name = cells[SEASON] };
	if (cells[SEASON].len == 0 ||
		memchr(cells[SEASON].p, ';', cells[SEASON].len) != NULL)
		return err_set(err, CLAMOR_EINVAL, "no name for the season");
	if (!read_from(season, cells[FROM]))
		return err_set(err, CLAMOR_EINVAL,
			"from '%.*s' is no day (MM-DD or pascua)",
			(int)cells[FROM].len, cells[FROM].p);
	if (!read_weekday(season, cells[WEEKDAY]))
		return err_set(err, CLAMOR_EINVAL,
			"weekday '%.*s' is none of lun, mar, mi\xC3\xA9, jue, "
			"vie, s\xC3\xA1" "b, dom",
			(int)cells[WEEKDAY].len, cells[WEEKDAY].p);
	if (!read_days(cells[BEFORE], &season->before) ||
		!read_days(cells[AFTER], &season->after) ||
		season->before + season->after < 0)
		return err_set(err, CLAMOR_EINVAL,
			"before and after are days, up to %d", DAYS_MAX);
	return CLAMOR_OK;
}

static enum rc
read_rows(struct seasons *s, const char *country, struct err *err)
{
	size_t columns[NCOLUMNS], i;
	enum rc rc;

	for (i = 0; i < NCOLUMNS; i++) {
		columns[i] = table_column(s->table, column_names[i]);
		if (columns[i] != TABLE_NONE)
			continue;
		err_at(err, table_path(s->table), 1, 0);
		return err_set(err, CLAMOR_EINVAL, "no column '%s'",
			column_names[i]);
	}
	s->v = xcalloc(table_nrows(s->table) + 1, sizeof(*s->v));
	for (i = 0; i < table_nrows(s->table); i++) {
		struct text of = table_cell(s->table, i, columns[COUNTRY]);

		err_at(err, table_path(s->table), table_line(s->table, i), 0);
		rc = read_row(s, columns, i, err);
		if (rc != CLAMOR_OK)
			return rc;
		s->n += text_is(of, "*") || text_is(of, country);
	}
	return CLAMOR_OK;
}

enum rc
seasons_read(struct seasons **made, const char *path, const char *country,
	struct err *err)
{
	struct seasons *s = xcalloc(1, sizeof(*s));
	enum rc rc = table_read(&s->table, path, err);

	if (rc == CLAMOR_OK)
		rc = read_rows(s, country, err);
	if (rc == CLAMOR_OK)
		*made = s;
	else
		seasons_free(s);
	return rc;
}

void
seasons_free(struct seasons *s)
{
	if (s == NULL)
		return;
	if (s->table != NULL)
		table_free(s->table);
	free(s->v);
	free(s);
}

/* Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
static int64_t
easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int g = (8 * b + 13) / 25;
	int h = (19 * a + b - b / 4 - g + 15) % 30;
	int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 19 * l) / 433;
	int month = (h + l - 7 * m + 90) / 25;

	return days_of_date(
		year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/* The day of a season in a year, in days since 1970-01-01, a Thursday. */
static int64_t
day_in(const struct season *s, int year)
{
	int64_t day = s->month == 0 ? easter(year)
				    : days_of_date(year, s->month, s->day);
	int64_t weekday = ((day + 3) % 7 + 7) % 7;

	return s->weekday < 0 ? day : day + (s->weekday - weekday + 7) % 7;
}

static bool
is_on(const struct season *s, int64_t today, int year)
{
	int64_t day = day_in(s, year);

	return today >= day - s->before && today <= day + s->after;
}

void
seasons_add(const struct seasons *s, struct text date, struct buf *out)
{
	size_t from = out->len, i;
	struct stamp stamp;
	int64_t today;

	if (stamp_parse(&stamp, date) != CLAMOR_OK ||
		stamp.precision == PRECISION_NONE)
		return;
	today = days_of_date(stamp.year, stamp.month, stamp.day);
	for (i = 0; i < s->n; i++) {
		/* it may have begun last year, or be for a day of the next */
		if (!is_on(&s->v[i], today, stamp.year) &&
			!is_on(&s->v[i], today, stamp.year - 1) &&
			!is_on(&s->v[i], today, stamp.year + 1))
			continue;
		if (out->len > from)
			buf_addc(out, ';');
		buf_addt(out, s->v[i].name);
	}
}
