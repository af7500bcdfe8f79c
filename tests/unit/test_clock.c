/* test_clock.c - the calendar, zones of tzdata, buckets. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#include "clock.h"

static struct zone *
open_zone(const char *name)
{
	struct zone *z;
	struct err err = { 0 };

	cr_assert_eq(
		zone_open(&z, name, &err), CLAMOR_OK, "%s: %s", name, err.text);
	return z;
}

static struct stamp
parse(const char *text)
{
	struct stamp s;

	cr_assert_eq(stamp_parse(&s, text_of(text)), CLAMOR_OK, "%s", text);
	return s;
}

Test(clock, days_and_dates_are_inverse)
{
	int64_t first = days_of_date(1, 1, 1), days;
	int64_t last = days_of_date(9999, 12, 31);
	int y, m, d;

	cr_expect_eq(days_of_date(1970, 1, 1), 0);
	cr_expect_eq(days_of_date(2000, 3, 1), 11017);
	for (days = first; days <= last; days += 97) {
		date_of_days(days, &y, &m, &d);
		cr_expect_eq(
			days_of_date(y, m, d), days, "%04d-%02d-%02d", y, m, d);
	}
}

Test(clock, canonical_dates_are_read_and_written)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "missing", "", "" },
		{ "a day", "2026-11-21", "2026-11-21" },
		{ "the canonical form", "2026-11-21T14:05:00-06:00",
			"2026-11-21T14:05:00-06:00" },
		{ "zoneless", "2026-11-21T14:05:09", "2026-11-21T14:05:09" },
		{ "no seconds, a space", "2026-11-21 14:05",
			"2026-11-21T14:05:00" },
		{ "Z and a fraction", "2026-11-21t14:05:09.123456z",
			"2026-11-21T14:05:09+00:00" },
		{ "an offset without colon", "2026-11-21T14:05:09.0+0530",
			"2026-11-21T14:05:09+05:30" },
		{ "a leap second", "2016-12-31T23:59:60Z",
			"2016-12-31T23:59:59+00:00" },
		{ "29 February", "2024-02-29", "2024-02-29" },
		{ "the first year", "0001-01-01", "0001-01-01" },
	};
	struct buf out = { 0 };
	struct stamp s;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		s = parse(rows[i].in);
		buf_clear(&out);
		stamp_format(&s, &out);
		cr_expect_str_eq(
			buf_cstr(&out), rows[i].want, "%s", rows[i].why);
	}
	buf_free(&out);
}

Test(clock, other_dates_are_refused)
{
	static const char *const rows[] = { "2026-13-01", "2026-02-29",
		"2026-00-10", "2026-11-31", "0000-01-01", "2026-11-21T24:00",
		"2026-11-21T14", "2026-11-21T14:60",
		"2026-11-21T14:05:", "2026-11-21T14:05:00+6",
		"2026-11-21T14:05:00+06:0", "2026-11-21T14:05:00 ",
		" 2026-11-21", "21/11/2026", "20261121", "2026-1-1", "hoy",
		"2026-11-21T14:05:00.Z" };
	struct stamp s;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		cr_expect_eq(stamp_parse(&s, text_of(rows[i])), CLAMOR_EINVAL,
			"%s", rows[i]);
}

Test(clock, local_times_become_utc_and_back)
{
	static const struct {
		const char *why, *zone, *in, *want;
	} rows[] = {
		{ "Chile, summer", "America/Santiago", "2026-01-15T12:00:00",
			"2026-01-15T12:00:00-03:00" },
		{ "Chile, winter", "America/Santiago", "2026-07-15T12:00:00",
			"2026-07-15T12:00:00-04:00" },
		{ "Chile, the rule beyond the table", "America/Santiago",
			"2090-09-02T23:59:59", "2090-09-02T23:59:59-04:00" },
		{ "Chile, one second later", "America/Santiago",
			"2090-09-03T01:00:00", "2090-09-03T01:00:00-03:00" },
		{ "Chile, April 2090", "America/Santiago",
			"2090-04-02T12:00:00", "2090-04-02T12:00:00-04:00" },
		{ "Spain, before the spring change", "Europe/Madrid",
			"2026-03-29T01:59:59", "2026-03-29T01:59:59+01:00" },
		{ "Spain, a skipped time", "Europe/Madrid",
			"2026-03-29T02:30:00", "2026-03-29T03:30:00+02:00" },
		{ "Spain, a time that occurs twice: the earlier",
			"Europe/Madrid", "2026-10-25T02:30:00",
			"2026-10-25T02:30:00+02:00" },
		{ "Spain, 2060", "Europe/Madrid", "2060-10-31T02:59:59",
			"2060-10-31T02:59:59+02:00" },
		{ "Spain, 2060, an hour later", "Europe/Madrid",
			"2060-10-31T03:00:00", "2060-10-31T03:00:00+01:00" },
		{ "Mexico, summer 2022", "America/Mexico_City",
			"2022-07-01T12:00:00", "2022-07-01T12:00:00-05:00" },
		{ "Mexico, summer 2023: no change any more",
			"America/Mexico_City", "2023-07-01T12:00:00",
			"2023-07-01T12:00:00-06:00" },
		{ "Mexico, 2050", "America/Mexico_City", "2050-07-01T12:00:00",
			"2050-07-01T12:00:00-06:00" },
		{ "Peru never changes now", "America/Lima",
			"2026-07-01T12:00:00", "2026-07-01T12:00:00-05:00" },
		{ "Peru, local mean time in whole minutes", "America/Lima",
			"1850-01-01T12:00:00", "1850-01-01T12:00:12-05:08" },
		{ "Ireland: winter is the exception", "Europe/Dublin",
			"2060-01-01T12:00:00", "2060-01-01T12:00:00+00:00" },
		{ "a fixed offset", "-05:30", "2026-07-01T12:00:00",
			"2026-07-01T12:00:00-05:30" },
		{ "UTC", "UTC", "2026-07-01T12:00:00",
			"2026-07-01T12:00:00+00:00" },
		{ "a written zone wins", "Europe/Madrid",
			"2026-07-01T12:00:00-06:00",
			"2026-07-01T20:00:00+02:00" },
	};
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct zone *z = open_zone(rows[i].zone);
		struct stamp s = parse(rows[i].in);

		s = stamp_at(stamp_utc(&s, z), z);
		buf_clear(&out);
		stamp_format(&s, &out);
		cr_expect_str_eq(
			buf_cstr(&out), rows[i].want, "%s", rows[i].why);
		zone_free(z);
	}
	buf_free(&out);
}

Test(clock, the_zone_of_the_user_is_ignored)
{
	struct zone *z;

	cr_assert_eq(setenv("TZ", "Asia/Tokyo", 1), 0);
	z = open_zone("America/Lima");
	cr_expect_eq(zone_offset_at(z, 1800000000), -5 * 3600);
	zone_free(z);
}

Test(clock, wrong_zones_are_refused_with_a_suggestion)
{
	static const struct {
		const char *name, *text;
	} rows[] = {
		{ "Amercia/Lima",
			"unknown time zone 'Amercia/Lima' "
			"(did you mean 'America/Lima'?)" },
		{ "america/mexico city",
			"unknown time zone 'america/mexico "
			"city' (did you mean 'America/Mexico_City'?)" },
		{ "Bogota",
			"unknown time zone 'Bogota' "
			"(did you mean 'America/Bogota'?)" },
		{ "../../../etc/passwd", NULL },
		{ "/usr/share/zoneinfo/America/Lima", NULL },
		{ "America/../America/Lima", NULL },
		{ "tzdata.zi", NULL },
		{ "America", NULL },
		{ "", NULL },
		{ "-25:00", NULL },
		{ "+5", NULL },
	};
	struct zone *z;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct err err = { 0 };

		cr_expect_eq(zone_open(&z, rows[i].name, &err),
			CLAMOR_ENOTFOUND, "%s", rows[i].name);
		cr_expect_null(z, "%s", rows[i].name);
		if (rows[i].text != NULL)
			cr_expect_str_eq(err.text, rows[i].text);
	}
}

Test(clock, buckets_are_named_by_local_time)
{
	static const struct {
		const char *why, *bucket, *zone, *in, *want;
	} rows[] = {
		{ "no date", "day", "UTC", "", "" },
		{ "hour", "hour", "America/Mexico_City",
			"2026-11-21T14:59:59-06:00", "2026-11-21T14:00-06:00" },
		{ "hour in another zone", "hour", "Europe/Madrid",
			"2026-11-21T23:30:00-06:00", "2026-11-22T06:00+01:00" },
		{ "the first of two like hours", "hour", "Europe/Madrid",
			"2026-10-25T00:30:00Z", "2026-10-25T02:00+02:00" },
		{ "the second of them", "hour", "Europe/Madrid",
			"2026-10-25T01:30:00Z", "2026-10-25T02:00+01:00" },
		{ "a day has no hour", "hour", "Europe/Madrid", "2026-11-21",
			"2026-11-21" },
		{ "a day never shifts", "day", "Pacific/Auckland", "2026-11-21",
			"2026-11-21" },
		{ "a time does", "day", "America/Lima", "2026-11-21T03:00:00Z",
			"2026-11-20" },
		{ "month", "month", "America/Lima", "2027-01-01T03:00:00Z",
			"2026-12" },
		{ "week", "week", "UTC", "2026-11-21", "2026-W47" },
		{ "Monday begins it", "week", "UTC", "2026-11-23", "2026-W48" },
		{ "1 January in the old year", "week", "UTC", "2027-01-01",
			"2026-W53" },
		{ "31 December in the new year", "week", "UTC", "2024-12-31",
			"2025-W01" },
		{ "1 January in week 52", "week", "UTC", "2023-01-01",
			"2022-W52" },
		{ "a year that begins on Monday", "week", "UTC", "2024-01-01",
			"2024-W01" },
		{ "a year of 53 weeks", "week", "UTC", "2020-12-31",
			"2020-W53" },
	};
	enum bucket b;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct zone *z = open_zone(rows[i].zone);
		struct bucketing how = { .zone = z };
		struct stamp s = parse(rows[i].in);

		cr_assert(bucket_by_name(text_of(rows[i].bucket), &how.bucket));
		cr_expect(text_is(bucket_label(&how, &s), rows[i].want), "%s",
			rows[i].why);
		zone_free(z);
	}
	cr_expect_not(bucket_by_name(text_of("year"), &b));
}

Test(clock, a_bucket_does_not_stay_longer_than_it_holds)
{
	static const struct {
		const char *in, *hour, *day;
	} rows[] = {
		{ "2026-10-25T01:59:59", "2026-10-25T01:00+02:00",
			"2026-10-25" },
		{ "2026-10-25T01:00:00Z", "2026-10-25T02:00+01:00",
			"2026-10-25" },
		{ "2026-10-25T00:59:59Z", "2026-10-25T02:00+02:00",
			"2026-10-25" },
		{ "2026-10-25", "2026-10-25", "2026-10-25" },
		{ "2026-10-25T00:00:00", "2026-10-25T00:00+02:00",
			"2026-10-25" },
		{ "2026-10-24T23:59:59", "2026-10-24T23:00+02:00",
			"2026-10-24" },
		{ "", "", "" },
		{ "2026-10-24", "2026-10-24", "2026-10-24" },
		{ "2026-10-24T22:00:00Z", "2026-10-25T00:00+02:00",
			"2026-10-25" },
	};
	struct zone *z = open_zone("Europe/Madrid");
	struct bucketing hour = { BUCKET_HOUR, z, .seen = { { .len = 0 } } };
	struct bucketing day = { BUCKET_DAY, z, .seen = { { .len = 0 } } };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct stamp s = parse(rows[i].in);

		cr_expect(text_is(bucket_label(&hour, &s), rows[i].hour), "%s",
			rows[i].in);
		cr_expect(text_is(bucket_label(&day, &s), rows[i].day), "%s",
			rows[i].in);
	}
	zone_free(z);
}
