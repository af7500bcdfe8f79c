/* test_seasons.c - which seasons a date falls into. */
#include "config.h"

#include "lexfile.h"
#include "seasons.h"

#define HEADER "country,season,from,weekday,before,after\n"

/* The seasons of a date, or the error. */
static const char *
on(const char *file, const char *country, const char *date)
{
	static struct buf out;
	char *path = file_of(file, strlen(file));
	struct seasons *s;
	struct err err = { 0 };

	buf_clear(&out);
	if (seasons_read(&s, path, country, &err) != CLAMOR_OK) {
		buf_addf(&out, "%zu: %s", err.line, err.text);
	} else {
		seasons_add(s, text_of(date), &out);
		seasons_free(s);
	}
	file_gone(path);
	return buf_cstr(&out);
}

static void
expect(const char *rows, const char *country, const char *date,
	const char *want)
{
	struct buf file = { 0 };

	buf_adds(&file, HEADER);
	buf_adds(&file, rows);
	cr_expect_str_eq(on(buf_cstr(&file), country, date), want, "%s %s: %s",
		rows, date, on(buf_cstr(&file), country, date));
	buf_free(&file);
}

Test(seasons, days)
{
	const char *xmas = "*,navidad,12-25,,24,0\n";

	expect(xmas, "mx", "2026-11-30", "");
	expect(xmas, "mx", "2026-12-01", "navidad");
	expect(xmas, "mx", "2026-12-25T23:59:00-06:00", "navidad");
	expect(xmas, "mx", "2026-12-26", "");
	expect(xmas, "mx", "", "");
	expect(xmas, "mx", "ayer", "");
	expect("*,ano_nuevo,12-31,,1,1\n", "mx", "2027-01-01", "ano_nuevo");
	expect("*,ano_nuevo,01-01,,1,0\n", "mx", "2026-12-31", "ano_nuevo");
	expect("mx,a,05-10,,0,0\nes,b,05-10,,0,0\n*,c,05-10,,0,0\n", "mx",
		"2026-05-10", "a;c");
}

Test(seasons, weekdays)
{
	/* the first Thursday on or after 11 November: 12 in 2026, 11 in 2027 */
	const char *row = "mx,buenfin,11-11,jue,0,4\n";

	expect(row, "mx", "2026-11-11", "");
	expect(row, "mx", "2026-11-12", "buenfin");
	expect(row, "mx", "2026-11-16", "buenfin");
	expect(row, "mx", "2026-11-17", "");
	expect(row, "mx", "2027-11-11", "buenfin");
	expect(row, "es", "2027-11-11", "");
	expect("*,d,05-01,dom,0,0\n", "es", "2026-05-03", "d");
	expect("*,d,05-01,mi\xC3\xA9,0,0\n", "es", "2026-05-06", "d");
}

/* Easter Sundays as calendars print them. */
Test(seasons, easter)
{
	static const char *const days[] = { "2000-04-23", "2008-03-23",
		"2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20",
		"2026-04-05", "2027-03-28", "2038-04-25" };
	size_t i;

	for (i = 0; i < ROWS(days); i++)
		expect("*,pascua,pascua,,0,0\n", "mx", days[i], "pascua");
	expect("*,pascua,pascua,,0,0\n", "mx", "2026-04-06", "");
	expect("*,carnaval,pascua,,51,-47\n", "mx", "2026-02-13", "carnaval");
	expect("*,carnaval,pascua,,51,-47\n", "mx", "2026-02-17", "carnaval");
	expect("*,carnaval,pascua,,51,-47\n", "mx", "2026-02-18", "");
}

Test(seasons, wrong)
{
	expect("*,a,13-01,,0,0\n", "mx", "",
		"2: from '13-01' is no day (MM-DD or pascua)");
	expect("*,a,1 de mayo,,0,0\n", "mx", "",
		"2: from '1 de mayo' is no day (MM-DD or pascua)");
	expect("*,,05-01,,0,0\n", "mx", "", "2: no name for the season");
	expect("*,a;b,05-01,,0,0\n", "mx", "", "2: no name for the season");
	expect("*,a,05-01,friday,0,0\n", "mx", "",
		"2: weekday 'friday' is none of lun, mar, mi\xC3\xA9, jue, vie, "
		"s\xC3\xA1"
		"b, dom");
	expect("*,a,05-01,,x,0\n", "mx", "",
		"2: before and after are days, up to 366");
	expect("*,a,05-01,,1,-2\n", "mx", "",
		"2: before and after are days, up to 366");
	expect("*,a,05-01,,9999,0\n", "mx", "",
		"2: before and after are days, up to 366");
	cr_expect_str_eq(on("country,season\n", "mx", ""), "1: no column 'from'");
}
