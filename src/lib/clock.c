/* clock.c - the calendar, canonical dates, buckets. */
#include "config.h"

#include <endian.h>

#include "clock.h"

#define DAY 86400

/* Division that rounds down, also below zero. */
static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static bool
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_of_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };

	return days[month - 1] + (month == 2 && is_leap(year));
}

/*
 * Both by Howard Hinnant's "chrono-compatible low-level date algorithms": the
 * year begins in March, so that the odd day is its last.
 */
int64_t
days_of_date(int year, int month, int day)
{
	int64_t y = year - (month <= 2);
	int64_t era = floor_div(y, 400), in_era = y - era * 400;
	int64_t in_year =
		(153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 +
		in_year - 719468;
}

void
date_of_days(int64_t days, int *year, int *month, int *day)
{
	int64_t z = days + 719468, era = floor_div(z, 146097);
	int64_t of_era = z - era * 146097;
	int64_t y =
		(of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) /
		365;
	int64_t of_year = of_era - (365 * y + y / 4 - y / 100);
	int64_t m = (5 * of_year + 2) / 153;

	*day = (int)(of_year - (153 * m + 2) / 5 + 1);
	*month = (int)(m < 10 ? m + 3 : m - 9);
	*year = (int)(y + era * 400 + (*month <= 2));
}

bool
stamp_is_valid(const struct stamp *s)
{
	return s->year >= 1 && s->year <= 9999 && s->month >= 1 &&
		s->month <= 12 && s->day >= 1 &&
		s->day <= days_of_month(s->year, s->month) && s->hour >= 0 &&
		s->hour <= 23 && s->minute >= 0 && s->minute <= 59 &&
		s->second >= 0 && s->second <= 59;
}

/* The second since 1970 that the clock on the wall shows. */
static int64_t
wall_second(const struct stamp *s)
{
	return days_of_date(s->year, s->month, s->day) * DAY + s->hour * 3600 +
		s->minute * 60 + s->second;
}

int64_t
stamp_utc(const struct stamp *s, const struct zone *z)
{
	int64_t wall = wall_second(s), early, late;
	int before, after;

	if (s->zoned)
		return wall - s->offset;
	/* at most one change of clocks lies within a day of any moment */
	before = zone_offset_at(z, wall - DAY);
	after = zone_offset_at(z, wall + DAY);
	early = wall - (before > after ? before : after);
	late = wall - (before > after ? after : before);
	if (zone_offset_at(z, early) == (int)(wall - early))
		return early;
	if (zone_offset_at(z, late) == (int)(wall - late))
		return late;
	return wall - before; /* skipped */
}

/* What the clock on the wall shows in a zone at a UTC second, and how far it
 * is from it. */
static int64_t
wall_at(int64_t utc, const struct zone *z, int *offset)
{
	/* local mean times before 1920 have seconds that RFC 3339 cannot say */
	*offset = zone_offset_at(z, utc) / 60 * 60;
	return utc + *offset;
}

struct stamp
stamp_at(int64_t utc, const struct zone *z)
{
	struct stamp s = { .precision = PRECISION_TIME, .zoned = true };
	int64_t wall = wall_at(utc, z, &s.offset), days = floor_div(wall, DAY);
	int second;

	second = (int)(wall - days * DAY);
	date_of_days(days, &s.year, &s.month, &s.day);
	s.hour = second / 3600;
	s.minute = second / 60 % 60;
	s.second = second % 60;
	return s;
}

static uint64_t
load(const char *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return le64toh(v);
}

/*
 * Eight bytes at p that have a form such as "00:00:00": 0 stands for any digit,
 * all else for itself; bad becomes true if they have it not. All are looked at
 * at once: no processor foresees which digit stands where.
 *
 * Returns for each digit the number that it makes with the next one; see
 * pair_at.
 */
static inline uint64_t
read_form(const char *p, const char *form, bool *bad)
{
	const uint64_t ones = UINT64_MAX / 255, zeros = ones * '0';
	uint64_t want = load(form), v = load(p) ^ want;
	/* bit 7 of each byte: the form has a digit there */
	uint64_t digit = ~((want ^ zeros) + ones * 0x7F) & ones * 0x80;
	/* digits may be up to 9, all others must be 0 */
	uint64_t over = v + ones * 0x7F - (digit >> 7) * 9;

	*bad |= ((v | over) & ones * 0x80) != 0;
	return v * 10 + (v >> 8);
}

static inline int
pair_at(uint64_t pairs, unsigned i)
{
	return (int)(pairs >> 8 * i & 0xFF);
}

/* Two digits at p; bad becomes true if they are none. */
static inline int
two_digits(const char *p, bool *bad)
{
	unsigned a = (unsigned char)p[0] - (unsigned)'0';
	unsigned b = (unsigned char)p[1] - (unsigned)'0';

	*bad |= (a > 9) | (b > 9);
	return (int)(a * 10 + b);
}

/* "Z", "+05:30", "-0500" or nothing up to the end. */
static bool
parse_offset(struct stamp *s, const char *p, const char *end)
{
	bool bad = false;
	int hours, minutes;

	if (p == end)
		return true;
	s->zoned = true;
	if (*p == 'Z' || *p == 'z')
		return p + 1 == end;
	if ((*p != '+' && *p != '-') || end - p < 5 || end - p > 6 ||
		(end - p == 6 && p[3] != ':'))
		return false;
	hours = two_digits(p + 1, &bad);
	minutes = two_digits(end - 2, &bad);
	s->offset = (hours * 60 + minutes) * (*p == '-' ? -60 : 60);
	return !bad && hours <= 23 && minutes <= 59;
}

/* "14:05", "14:05:00", "14:05:00.123", and an offset. */
static bool
parse_time(struct stamp *s, const char *p, const char *end)
{
	bool bad = false;

	if (end - p < 5 || p[2] != ':')
		return false;
	s->precision = PRECISION_TIME;
	if (end - p < 8 || p[5] != ':') {
		s->hour = two_digits(p, &bad);
		s->minute = two_digits(p + 3, &bad);
		p += 5;
	} else {
		uint64_t time = read_form(p, "00:00:00", &bad);

		s->hour = pair_at(time, 0);
		s->minute = pair_at(time, 3);
		s->second = pair_at(time, 6);
		p += 8;
		if (s->second == 60) /* a leap second */
			s->second = 59;
		if (end - p >= 2 && *p == '.' && p[1] >= '0' && p[1] <= '9')
			for (p++; p < end && *p >= '0' && *p <= '9';)
				p++;
	}
	return !bad && parse_offset(s, p, end);
}

enum rc
stamp_parse(struct stamp *s, struct text t)
{
	const char *p = t.p, *end = t.p + t.len;
	bool bad = false;
	uint64_t date;

	*s = (struct stamp){ .precision = PRECISION_NONE };
	if (t.len == 0)
		return CLAMOR_OK;
	if (t.len < 10)
		return CLAMOR_EINVAL;
	s->precision = PRECISION_DAY;
	date = read_form(p, "0000-00-", &bad);
	s->year = pair_at(date, 0) * 100 + pair_at(date, 2);
	s->month = pair_at(date, 5);
	s->day = two_digits(p + 8, &bad);
	if (t.len > 10 &&
		((p[10] != 'T' && p[10] != 't' && p[10] != ' ') ||
			!parse_time(s, p + 11, end)))
		return CLAMOR_EINVAL;
	return !bad && stamp_is_valid(s) ? CLAMOR_OK : CLAMOR_EINVAL;
}

/* What is written below; room for it is made once, for each post has one. */

/* Each of these returns where it ends. v is 0 to 99. */
static char *
put_pair(char *p, unsigned v)
{
	memcpy(p, buf_pairs + 2 * v, 2);
	return p + 2;
}

/* A sign, and two digits behind it. */
static char *
put_next(char *p, char sign, int v)
{
	*p = sign;
	return put_pair(p + 1, (unsigned)v);
}

/* The last four digits: the day after 9999-12-31 is of the year 0000. */
static char *
put_year(char *p, int year)
{
	unsigned v = (unsigned)year % 10000;

	return put_pair(put_pair(p, v / 100), v % 100);
}

static char *
put_month(char *p, const struct stamp *s)
{
	return put_next(put_year(p, s->year), '-', s->month);
}

static char *
put_date(char *p, const struct stamp *s)
{
	return put_next(put_month(p, s), '-', s->day);
}

static char *
put_offset(char *p, int offset)
{
	int minutes = (offset < 0 ? -offset : offset) / 60;

	p = put_next(p, offset < 0 ? '-' : '+', minutes / 60);
	return put_next(p, ':', minutes % 60);
}

static char *
put_time(char *p, const struct stamp *s)
{
	p = put_next(p, 'T', s->hour);
	p = put_next(p, ':', s->minute);
	p = put_next(p, ':', s->second);
	return s->zoned ? put_offset(p, s->offset) : p;
}

void
stamp_format(const struct stamp *s, struct buf *out)
{
	char *p;

	if (s->precision == PRECISION_NONE)
		return;
	if (out->cap - out->len < STAMP_ROOM)
		buf_reserve(out, STAMP_ROOM);
	p = put_date(out->p + out->len, s);
	if (s->precision == PRECISION_TIME)
		p = put_time(p, s);
	out->len = (size_t)(p - out->p);
}

bool
bucket_by_name(struct text name, enum bucket *b)
{
	static const char *const names[] = { [BUCKET_HOUR] = "hour",
		[BUCKET_DAY] = "day",
		[BUCKET_WEEK] = "week",
		[BUCKET_MONTH] = "month" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (text_is(name, names[i])) {
			*b = (enum bucket)i;
			return true;
		}
	}
	return false;
}

/* ISO 8601: a week belongs to the year that its Thursday is in. */
static char *
put_week(char *p, int64_t days)
{
	int64_t thursday = floor_div(days + 3, 7) * 7; /* 1970-01-01 was one */
	int year, month, day;

	date_of_days(thursday, &year, &month, &day);
	p = put_year(p, year);
	*p++ = '-';
	return put_next(
		p, 'W', (int)((thursday - days_of_date(year, 1, 1)) / 7 + 1));
}

/* The label of a bucket, and where it ends. */
static char *
put_label(char *p, enum bucket bucket, const struct bucket_place *at)
{
	struct stamp s = { .precision = PRECISION_DAY };

	date_of_days(at->days, &s.year, &s.month, &s.day);
	switch (bucket) {
	case BUCKET_HOUR:
		p = put_date(p, &s);
		if (at->hour < 0)
			break;
		p = put_next(put_next(p, 'T', at->hour), ':', 0);
		return put_offset(p, at->offset);
	case BUCKET_DAY:
		return put_date(p, &s);
	case BUCKET_WEEK:
		return put_week(p, at->days);
	case BUCKET_MONTH:
		return put_month(p, &s);
	}
	return p;
}

/* Where a stamp is, as far as that tells buckets apart. */
static struct bucket_place
find_place(const struct bucketing *b, const struct stamp *s)
{
	struct bucket_place at = { .hour = -1 };
	int64_t wall;
	int offset;

	if (s->precision == PRECISION_DAY) {
		at.days = days_of_date(s->year, s->month, s->day);
		return at;
	}
	wall = wall_at(stamp_utc(s, b->zone), b->zone, &offset);
	at.days = floor_div(wall, DAY);
	if (b->bucket == BUCKET_HOUR) {
		at.hour = (int)(wall - at.days * DAY) / 3600;
		at.offset = offset;
	}
	return at;
}

struct text
bucket_label(struct bucketing *b, const struct stamp *s)
{
	struct bucket_place at;
	struct bucket_seen *seen;

	if (s->precision == PRECISION_NONE)
		return (struct text){ "", 0 };
	at = find_place(b, s);
	seen = &b->seen[(size_t)(at.days * 24 + at.hour) % BUCKETS_SEEN];
	if (seen->len == 0 || at.days != seen->at.days ||
		at.hour != seen->at.hour || at.offset != seen->at.offset) {
		seen->at = at;
		seen->len = (size_t)(put_label(seen->label, b->bucket, &at) -
			seen->label);
	}
	return (struct text){ seen->label, seen->len };
}
