/* datetime.c - dates as exports write them, and which order a column has. */
#include "config.h"

#include "dateparts.h"
#include "datetime.h"

#define COUNT_MAX 253402300799 /* seconds: the end of the year 9999 */

/* What programs write where there is no date. */
static const char *const missing[] = { "-", "--", "none", "null", "nan", "nat",
	"na", "n/a", "\\n", "(null)" };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_missing(struct text t)
{
	char word[8];
	size_t i;

	if (t.len >= sizeof(word))
		return false;
	for (i = 0; i < t.len; i++)
		word[i] = t.p[i] >= 'A' && t.p[i] <= 'Z' ? (char)(t.p[i] + 32)
							 : t.p[i];
	word[i] = '\0';
	if (t.len == 0)
		return true;
	for (i = 0; i < sizeof(missing) / sizeof(missing[0]); i++)
		if (strcmp(word, missing[i]) == 0)
			return true;
	return false;
}

/* The date that the parts make in an order; is there such a date? */
static bool
stamp_of_parts(
	struct stamp *out, const struct dateparts *d, enum date_order order)
{
	*out = (struct stamp){ .precision = PRECISION_DAY,
		.year = d->year,
		.month = d->month,
		.day = d->day };
	if (d->first != DATE_UNSET) {
		out->day = order == DATE_ORDER_DMY ? d->first : d->second;
		out->month = order == DATE_ORDER_DMY ? d->second : d->first;
	}
	if (d->hour != DATE_UNSET) {
		out->precision = PRECISION_TIME;
		out->hour = d->hour;
		out->minute = d->minute;
		out->second = d->sec;
		if (d->half == DATE_AM && out->hour == 12)
			out->hour = 0;
		else if (d->half == DATE_PM && out->hour < 12)
			out->hour += 12;
		out->zoned = d->zoned;
		out->offset = d->offset;
	} else if (d->half != DATE_NONE) {
		return false;
	}
	return stamp_is_valid(out);
}

/* Digits alone: seconds to nanoseconds since 1970, or 20261121[140500]. */
static bool
read_digits(struct stamp *out, struct text t)
{
	const char *p = t.p, *end = t.p + t.len;
	int64_t v = 0;
	int digits;

	for (digits = 0; p < end && is_digit(*p) && digits < 19; p++, digits++)
		if (digits < 18)
			v = v * 10 + (*p - '0');
	if (p < end && *p == '.') /* a float, as pandas writes it */
		for (p++; p < end && is_digit(*p);)
			p++;
	if (p < end)
		return false;
	*out = (struct stamp){ .precision = PRECISION_DAY };
	if (digits == 8 || digits == 14) {
		if (digits == 14) {
			out->precision = PRECISION_TIME;
			out->hour = (int)(v / 10000 % 100);
			out->minute = (int)(v / 100 % 100);
			out->second = (int)(v % 100);
			v /= 1000000;
		}
		out->year = (int)(v / 10000);
		out->month = (int)(v / 100 % 100);
		out->day = (int)(v % 100);
		return stamp_is_valid(out);
	}
	if (digits == 12 || digits == 13)
		v /= 1000;
	else if (digits == 16)
		v /= 1000000;
	else if (digits == 19) /* of which v has the first 18 */
		v /= 100000000;
	else if (digits != 9 && digits != 10)
		return false;
	*out = stamp_at(v, zone_utc());
	return true;
}

bool
datetime_read_count(struct stamp *out, struct text t, enum date_unit unit)
{
	int64_t v = 0;
	size_t i;

	t = text_trimmed(t);
	*out = (struct stamp){ .precision = PRECISION_NONE };
	for (i = 0; i < t.len && is_digit(t.p[i]) && i < 15; i++)
		v = v * 10 + (t.p[i] - '0');
	if (i == 0)
		return false;
	if (i < t.len && t.p[i] == '.') /* a float, as pandas writes it */
		for (i++; i < t.len && is_digit(t.p[i]);)
			i++;
	if (i < t.len || unit == DATE_UNIT_FOUND)
		return false;
	if (unit == DATE_UNIT_MILLIS)
		v /= 1000;
	if (v > COUNT_MAX)
		return false;
	*out = stamp_at(v, zone_utc());
	return true;
}

enum date_reading
datetime_read(struct stamp *out, struct text t, enum date_order order)
{
	struct stamp dmy, mdy;
	bool is_dmy, is_mdy;
	struct dateparts d;

	if (stamp_parse(out, t) == CLAMOR_OK) /* most are like ours */
		return DATE_READ;
	t = text_trimmed(t);
	if (stamp_parse(out, t) == CLAMOR_OK)
		return DATE_READ;
	*out = (struct stamp){ .precision = PRECISION_NONE };
	if (is_missing(t) || read_digits(out, t))
		return DATE_READ;
	*out = (struct stamp){ .precision = PRECISION_NONE };
	if (!dateparts_read(&d, t))
		return DATE_UNREADABLE;
	is_dmy = stamp_of_parts(&dmy, &d, DATE_ORDER_DMY);
	is_mdy = stamp_of_parts(&mdy, &d, DATE_ORDER_MDY);
	if (!is_dmy && !is_mdy)
		return DATE_UNREADABLE;
	if (order == DATE_ORDER_UNKNOWN && is_dmy && is_mdy &&
		dmy.day != mdy.day)
		return DATE_OTHER_ORDER;
	if (order == DATE_ORDER_UNKNOWN)
		order = is_dmy ? DATE_ORDER_DMY : DATE_ORDER_MDY;
	if (order == DATE_ORDER_DMY ? !is_dmy : !is_mdy)
		return DATE_OTHER_ORDER;
	*out = order == DATE_ORDER_DMY ? dmy : mdy;
	return DATE_READ;
}

void
datetime_weigh(struct date_window *w, struct text t)
{
	struct stamp dmy, mdy;
	bool is_dmy, is_mdy;
	struct dateparts d;

	t = text_trimmed(t);
	if (stamp_parse(&dmy, t) == CLAMOR_OK || is_missing(t) ||
		!dateparts_read(&d, t) || d.first == DATE_UNSET)
		return;
	is_dmy = stamp_of_parts(&dmy, &d, DATE_ORDER_DMY);
	is_mdy = stamp_of_parts(&mdy, &d, DATE_ORDER_MDY);
	w->only_dmy += is_dmy && !is_mdy;
	w->only_mdy += is_mdy && !is_dmy;
	/* the 4th of April is the same in both */
	w->either += is_dmy && is_mdy && d.first != d.second;
}

enum date_order
datetime_decide(const struct date_window *w)
{
	if (w->only_dmy > w->only_mdy)
		return DATE_ORDER_DMY;
	if (w->only_mdy > w->only_dmy)
		return DATE_ORDER_MDY;
	return DATE_ORDER_UNKNOWN;
}

bool
datetime_is_undecided(const struct date_window *w)
{
	return w->only_dmy == w->only_mdy && (w->only_dmy > 0 || w->either > 0);
}
