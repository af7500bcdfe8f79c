/* test_datetime.c - the dates of real exports. */
#include "config.h"

#include <criterion/criterion.h>

#include "datetime.h"

/* A reading as text: the date, "" (missing), "unreadable", "order". */
static const char *
read_date(const char *in, enum date_order order)
{
	static struct buf out;
	struct stamp s;

	buf_clear(&out);
	switch (datetime_read(&s, text_of(in), order)) {
	case DATE_READ:
		stamp_format(&s, &out);
		break;
	case DATE_UNREADABLE:
		buf_adds(&out, "unreadable");
		break;
	case DATE_OTHER_ORDER:
		buf_adds(&out, "order");
		break;
	}
	return buf_cstr(&out);
}

Test(datetime, one_meaning)
{
	static const struct {
		const char *in, *want;
	} rows[] = {
		{ "2026-11-21", "2026-11-21" },
		{ "2026/11/21", "2026-11-21" },
		{ "2026-1-5 9:05", "2026-01-05T09:05:00" },
		{ "20261121", "2026-11-21" },
		{ "20261121140500", "2026-11-21T14:05:00" },
		{ "2019-01-19 14:03:47", "2019-01-19T14:03:47" },
		{ "2026-11-21 14:05:00.0", "2026-11-21T14:05:00" },
		{ " 2026-11-21T14:05:00.000+0000 ",
			"2026-11-21T14:05:00+00:00" },
		{ "2026-11-21 14:05:00 UTC", "2026-11-21T14:05:00+00:00" },
		{ "2026-11-21 14:05:00 -0600", "2026-11-21T14:05:00-06:00" },
		{ "2026-11-21 14:05:00 GMT-06:00",
			"2026-11-21T14:05:00-06:00" },
		{ "Sun Dec 17 06:01:21 +0000 2017",
			"2017-12-17T06:01:21+00:00" },
		{ "Sat, 21 Nov 2026 14:05:00 GMT",
			"2026-11-21T14:05:00+00:00" },
		{ "1547906459", "2019-01-19T14:00:59+00:00" },
		{ "1547906459.0", "2019-01-19T14:00:59+00:00" },
		{ "1547906459123", "2019-01-19T14:00:59+00:00" },
		{ "1547906459123456", "2019-01-19T14:00:59+00:00" },
		{ "1547906459123456789", "2019-01-19T14:00:59+00:00" },
		{ "21 de noviembre de 2026", "2026-11-21" },
		{ "21 DE NOVIEMBRE DEL 2026", "2026-11-21" },
		{ "21 nov 2026", "2026-11-21" },
		{ "21-nov-2026", "2026-11-21" },
		{ "21/nov/26", "2026-11-21" },
		{ "Nov 21, 2026", "2026-11-21" },
		{ "November 21st, 2026 at 2:05 PM", "2026-11-21T14:05:00" },
		{ "s\u00e1bado, 21 de noviembre de 2026, 14:05 h",
			"2026-11-21T14:05:00" },
		{ "mi\u00e9rcoles 3 de setiembre de 2025 a las 9:05",
			"2025-09-03T09:05:00" },
		{ "mar 17 nov 2026", "2026-11-17" },
		{ "mar, 3 mar 2026", "2026-03-03" },
		{ "3 mar 2026", "2026-03-03" },
		{ "2:05 p. m. \u00b7 21 nov. 2026", "2026-11-21T14:05:00" },
		{ "12:05 a.\u00a0m. - 21 ene. 2026", "2026-01-21T00:05:00" },
		{ "21/11/2026 12:05 p.m.", "2026-11-21T12:05:00" },
		{ "21/11/2026, 2:05:09\u202fp.\u00a0m.",
			"2026-11-21T14:05:09" },
		{ "21.11.2026 14:05", "2026-11-21T14:05:00" },
		{ "4/4/2026", "2026-04-04" },
		{ "", "" },
		{ "  ", "" },
		{ "None", "" },
		{ "null", "" },
		{ "NaN", "" },
		{ "-", "" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		cr_expect_str_eq(read_date(rows[i].in, DATE_ORDER_DMY),
			rows[i].want, "'%s', day first", rows[i].in);
		cr_expect_str_eq(read_date(rows[i].in, DATE_ORDER_UNKNOWN),
			rows[i].want, "'%s', order unknown", rows[i].in);
	}
}

Test(datetime, the_order_of_the_column_decides)
{
	static const struct {
		const char *in, *dmy, *mdy;
	} rows[] = {
		{ "3/4/2026", "2026-04-03", "2026-03-04" },
		{ "03-04-26", "2026-04-03", "2026-03-04" },
		{ "03/04/1998 23:59", "1998-04-03T23:59:00",
			"1998-03-04T23:59:00" },
		{ "21/11/2026", "2026-11-21", "order" },
		{ "11/21/2026 14:05", "order", "2026-11-21T14:05:00" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		cr_expect_str_eq(read_date(rows[i].in, DATE_ORDER_DMY),
			rows[i].dmy, "%s", rows[i].in);
		cr_expect_str_eq(read_date(rows[i].in, DATE_ORDER_MDY),
			rows[i].mdy, "%s", rows[i].in);
	}
	cr_expect_str_eq(read_date("3/4/2026", DATE_ORDER_UNKNOWN), "order");
}

Test(datetime, what_is_no_date_is_not_guessed)
{
	static const char *const rows[] = { "hoy", "hace 3 d\u00edas", "2026",
		"21/11", "31/02/2026", "2026-02-30", "0000-00-00 00:00:00",
		"2026-21-11", "21/11/2026 25:05", "21/11/2026 5",
		"21/11/2026 14:5", "14:05", "21 nov", "32 nov 2026",
		"21 noviembr 2026", "21 nov dic 2026", "12345",
		"999999999999999",
		"1/2/3/2026", "21/11/2026 14:05 14:06",
		"2026-11-21T14:05:00+99:99", "\xff\xfe", "21\xff nov 2026",
		"99999999999999999999999999" };
	struct stamp s;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		cr_expect_eq(datetime_read(&s, text_of(rows[i]),
				     DATE_ORDER_DMY),
			DATE_UNREADABLE, "%s", rows[i]);
		cr_expect_eq(s.precision, PRECISION_NONE, "%s", rows[i]);
	}
}

Test(datetime, a_window_decides_by_what_it_needs)
{
	static const struct {
		const char *why, *values[5];
		enum date_order want;
		bool undecided;
	} rows[] = {
		{ "no slashes", { "2026-11-21", "None", "x" },
			DATE_ORDER_UNKNOWN, false },
		{ "a day above 12 first", { "03/04/2026", "13/04/2026" },
			DATE_ORDER_DMY, false },
		{ "a day above 12 second", { "03/04/2026", "3/14/26 9:00" },
			DATE_ORDER_MDY, false },
		{ "nothing tells", { "03/04/2026", "12/12/2026" },
			DATE_ORDER_UNKNOWN, true },
		{ "all the same in both", { "04/04/2026", "12/12/2026" },
			DATE_ORDER_UNKNOWN, false },
		{ "most need one", { "13/04/2026", "14/04/2026", "4/13/2026" },
			DATE_ORDER_DMY, false },
		{ "as many need each", { "13/04/2026", "4/13/2026" },
			DATE_ORDER_UNKNOWN, true },
	};
	size_t i, k;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct date_window w = { 0 };

		for (k = 0; k < 5 && rows[i].values[k] != NULL; k++)
			datetime_weigh(&w, text_of(rows[i].values[k]));
		cr_expect_eq(datetime_decide(&w), rows[i].want, "%s",
			rows[i].why);
		cr_expect_eq(datetime_is_undecided(&w), rows[i].undecided,
			"%s", rows[i].why);
	}
}
