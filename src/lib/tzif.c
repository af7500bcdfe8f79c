/* tzif.c - the files that zic(8) compiles, and the rule at their end. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "tzif.h"
#include "xalloc.h"

#define DAY 86400
#define COUNT_MAX (1u << 18) /* no count of tzdata comes near */

/* Bytes of a TZif file still to be read. */
struct reader {
	const unsigned char *p, *end;
};

/* The six counts of a TZif header, in the file's order. */
struct counts {
	uint32_t isut, isstd, leap, time, type, chars;
};

static int64_t
big_endian(const unsigned char *p, int n)
{
	uint64_t v = p[0] & 0x80 ? UINT64_MAX : 0;
	int i;

	for (i = 0; i < n; i++)
		v = v << 8 | p[i];
	return (int64_t)v;
}

static bool
read_counts(struct reader *r, struct counts *c, char *version)
{
	uint32_t *field[] = { &c->isut, &c->isstd, &c->leap, &c->time, &c->type,
		&c->chars };
	size_t i;

	if (r->end - r->p < 44 || memcmp(r->p, "TZif", 4) != 0)
		return false;
	*version = (char)r->p[4];
	for (i = 0; i < 6; i++) {
		*field[i] = (uint32_t)big_endian(r->p + 20 + 4 * i, 4);
		if (*field[i] > COUNT_MAX)
			return false;
	}
	r->p += 44;
	return true;
}

/* Bytes of the data block that a header announces, its times of size bytes. */
static size_t
block_size(const struct counts *c, size_t size)
{
	return c->time * (size + 1) + c->type * (size_t)6 + c->chars +
		c->leap * (size + 4) + c->isstd + c->isut;
}

/* Read a data block into the table of transitions. */
static bool
read_block(struct reader *r, const struct counts *c, int size, struct tzif *z)
{
	const unsigned char *times = r->p;
	const unsigned char *types = times + c->time * (size_t)size;
	const unsigned char *infos = types + c->time;
	size_t i;

	if ((size_t)(r->end - r->p) < block_size(c, (size_t)size) ||
		c->type == 0 || c->leap != 0)
		return false;
	z->when = xmalloc(c->time * sizeof(*z->when));
	z->offset = xmalloc(c->time * sizeof(*z->offset));
	z->first = (int)big_endian(infos, 4);
	for (i = 0; i < c->time; i++) {
		if (types[i] >= c->type)
			return false;
		z->when[i] = big_endian(times + i * (size_t)size, size);
		z->offset[i] = (int)big_endian(infos + 6 * types[i], 4);
		if (i > 0 && z->when[i] <= z->when[i - 1])
			return false;
	}
	z->n = c->time;
	r->p += block_size(c, (size_t)size);
	return true;
}

/* Read a decimal number of at most four digits; -1 if there is none. */
static int
read_number(struct reader *r)
{
	int v = 0, digits = 0;

	while (r->p < r->end && *r->p >= '0' && *r->p <= '9' && digits < 4) {
		v = v * 10 + (*r->p++ - '0');
		digits++;
	}
	return digits ? v : -1;
}

static bool
skip(struct reader *r, char c)
{
	if (r->p == r->end || *r->p != (unsigned char)c)
		return false;
	r->p++;
	return true;
}

/* [+-]hh[:mm[:ss]] in seconds. */
static bool
read_hms(struct reader *r, int *seconds)
{
	int sign = 1, v, unit = 3600, total = 0;

	if (skip(r, '-'))
		sign = -1;
	else
		(void)skip(r, '+');
	do {
		v = read_number(r);
		if (v < 0)
			return false;
		total += v * unit;
		unit /= 60;
	} while (unit > 0 && skip(r, ':'));
	*seconds = sign * total;
	return true;
}

/* An abbreviation: letters, or anything between < and >. */
static bool
skip_name(struct reader *r)
{
	const unsigned char *start = r->p;

	if (skip(r, '<')) {
		while (r->p < r->end && *r->p != '>')
			r->p++;
		return skip(r, '>');
	}
	while (r->p < r->end &&
		((*r->p >= 'A' && *r->p <= 'Z') ||
			(*r->p >= 'a' && *r->p <= 'z')))
		r->p++;
	return r->p > start;
}

static bool
read_change(struct reader *r, struct tzif_change *c)
{
	*c = (struct tzif_change){ .kind = '0', .time = 2 * 3600 };
	if (!skip(r, ','))
		return false;
	if (skip(r, 'M')) {
		c->kind = 'M';
		c->month = read_number(r);
		if (!skip(r, '.'))
			return false;
		c->week = read_number(r);
		if (!skip(r, '.'))
			return false;
		c->day = read_number(r);
		if (c->month < 1 || c->month > 12 || c->week < 1 ||
			c->week > 5 || c->day < 0 || c->day > 6)
			return false;
	} else {
		if (skip(r, 'J'))
			c->kind = 'J';
		c->day = read_number(r);
		if (c->day < (c->kind == 'J') || c->day > 365)
			return false;
	}
	return !skip(r, '/') || read_hms(r, &c->time);
}

/* The POSIX TZ string of the footer; POSIX counts offsets west of UTC. */
static bool
read_rule(struct reader *r, struct tzif_rule *rule)
{
	if (!skip_name(r) || !read_hms(r, &rule->standard))
		return false;
	rule->standard = -rule->standard;
	rule->known = true;
	if (r->p == r->end)
		return true;
	rule->changes = true;
	rule->summer = rule->standard + 3600;
	if (!skip_name(r))
		return false;
	if (r->p < r->end && *r->p != ',') {
		if (!read_hms(r, &rule->summer))
			return false;
		rule->summer = -rule->summer;
	}
	return read_change(r, &rule->start) && read_change(r, &rule->end) &&
		r->p == r->end;
}

/* A whole TZif file: version 1 has one block, later ones a second and a rule.
 */
static bool
read_file(struct reader *r, struct tzif *z)
{
	const unsigned char *newline;
	struct counts c;
	char version;

	if (!read_counts(r, &c, &version))
		return false;
	if (version == '\0')
		return read_block(r, &c, 4, z);
	if ((size_t)(r->end - r->p) < block_size(&c, 4))
		return false;
	r->p += block_size(&c, 4);
	if (!read_counts(r, &c, &version) || !read_block(r, &c, 8, z) ||
		!skip(r, '\n'))
		return false;
	newline = memchr(r->p, '\n', (size_t)(r->end - r->p));
	if (newline == NULL)
		return false;
	r->end = newline;
	return r->p == r->end || read_rule(r, &z->rule);
}

/* Day of the year's change, counted from 1970-01-01. */
static int64_t
change_day(const struct tzif_change *c, int year)
{
	int64_t first, day;

	if (c->kind != 'M') {
		bool leap =
			days_of_date(year, 3, 1) - days_of_date(year, 2, 1) ==
			29;

		day = days_of_date(year, 1, 1) + c->day;
		/* J counts as if there were no 29 February */
		return c->kind == '0' ? day : day - 1 + (leap && c->day >= 60);
	}
	first = days_of_date(year, c->month, 1);
	/* 1970-01-01 was a Thursday, 4; the years that matter are later */
	day = first + (c->day - (first % 7 + 11) % 7 + 7) % 7 +
		7 * (c->week - 1);
	if (c->week == 5 &&
		day - first >=
			(c->month == 12 ? 31
					: days_of_date(year, c->month + 1, 1) -
						first))
		day -= 7;
	return day;
}

static int
rule_offset(const struct tzif_rule *r, int64_t utc)
{
	int64_t start, end, local = utc + r->standard;
	int year, month, day;
	bool summer;

	if (!r->changes)
		return r->standard;
	date_of_days(
		(local - (local % DAY + DAY) % DAY) / DAY, &year, &month, &day);
	start = change_day(&r->start, year) * DAY + r->start.time - r->standard;
	end = change_day(&r->end, year) * DAY + r->end.time - r->summer;
	if (start < end)
		summer = utc >= start && utc < end;
	else /* summer over new year, as in the south */
		summer = utc >= start || utc < end;
	return summer ? r->summer : r->standard;
}

enum rc
tzif_parse(struct tzif *z, const void *p, size_t len)
{
	struct reader r = { p, (const unsigned char *)p + len };

	*z = (struct tzif){ 0 };
	if (read_file(&r, z))
		return CLAMOR_OK;
	tzif_free(z);
	return CLAMOR_EINVAL;
}

void
tzif_free(struct tzif *z)
{
	free(z->when);
	free(z->offset);
	*z = (struct tzif){ 0 };
}

int
tzif_offset_at(const struct tzif *z, int64_t utc)
{
	size_t low = 0, high = z->n;

	if (z->n == 0 || utc < z->when[0])
		return z->n == 0 && z->rule.known ? rule_offset(&z->rule, utc)
						  : z->first;
	if (utc >= z->when[z->n - 1] && z->rule.known)
		return rule_offset(&z->rule, utc);
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (z->when[middle] <= utc)
			low = middle;
		else
			high = middle;
	}
	return z->offset[low];
}
