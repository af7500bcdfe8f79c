/*
 * dateparts.c - numbers and words of a date, wherever they stand.
 *
 * From left to right each finds its own place: 14:05 is a time, a name is a
 * month, four digits are a year. What has no place makes the whole
 * unreadable: better no date than an invented one.
 */
#include "config.h"

#include "dateparts.h"
#include "unichar.h"
#include "utf8.h"

#define WORD_MAX 12
#define DIGITS_MAX 9

/* A number as it stood, so that "05" and "2005" can be told apart. */
struct number {
	int64_t value;
	int digits;
};

/* The text that is left, and what was found so far. */
struct scan {
	const char *p, *end;
	struct dateparts d;
	bool tuesday; /* the month is from "mar", which may be martes */
};

/* Months by their first three letters, es and en; set. is September too. */
static const struct {
	char start[4];
	int month;
	const char *rest[4]; /* the endings that it may have, "" apart */
} months[] = {
	{ "ene", 1, { "ro" } },
	{ "jan", 1, { "uary" } },
	{ "feb", 2, { "rero", "ruary" } },
	{ "mar", 3, { "zo", "ch" } },
	{ "abr", 4, { "il" } },
	{ "apr", 4, { "il" } },
	{ "may", 5, { "o" } },
	{ "jun", 6, { "io", "e" } },
	{ "jul", 7, { "io", "y" } },
	{ "ago", 8, { "sto" } },
	{ "aug", 8, { "ust" } },
	{ "sep", 9, { "tiembre", "tember", "t" } },
	{ "set", 9, { "iembre" } },
	{ "oct", 10, { "ubre", "ober" } },
	{ "nov", 11, { "iembre", "ember" } },
	{ "dic", 12, { "iembre" } },
	{ "dec", 12, { "ember" } },
};

/* Words that say nothing new. */
static const char *const fillers[] = { "de", "del", "el", "la", "las", "los",
	"at", "on", "of", "the", "t", "h", "hs", "hr", "hrs", "hora", "horas",
	"st", "nd", "rd", "th", "lunes", "martes", "miercoles", "jueves",
	"viernes", "sabado", "domingo", "lun", "mie", "jue", "vie", "sab",
	"dom", "monday", "tuesday", "wednesday", "thursday", "friday",
	"saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur",
	"thurs", "fri", "sat", "sun" };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_filler(const char *word)
{
	size_t i;

	for (i = 0; i < sizeof(fillers) / sizeof(fillers[0]); i++)
		if (strcmp(word, fillers[i]) == 0)
			return true;
	return false;
}

static struct number
read_number(struct scan *s)
{
	struct number n = { 0, 0 };

	while (s->p < s->end && is_digit(*s->p)) {
		if (n.digits < DIGITS_MAX)
			n.value = n.value * 10 + (*s->p - '0');
		n.digits++;
		s->p++;
	}
	return n;
}

/* Letters at the cursor, folded, cut at WORD_MAX; false if there are none. */
static bool
read_word(struct scan *s, char word[WORD_MAX])
{
	uint32_t cp, folded[UNICHAR_FOLD_MAX];
	size_t n = 0, used, k, i;

	while (s->p < s->end) {
		used = utf8_decode(s->p, s->end, &cp);
		if (unichar_class(cp) != UNICHAR_LETTER &&
			unichar_class(cp) != UNICHAR_MARK)
			break;
		k = unichar_fold(cp, folded);
		for (i = 0; i < k && n < WORD_MAX - 1; i++)
			word[n++] = folded[i] < 0x80 ? (char)folded[i] : '?';
		s->p += used;
	}
	word[n] = '\0';
	return n > 0;
}

static int
month_of(const char *word)
{
	size_t i, k;

	for (i = 0; i < sizeof(months) / sizeof(months[0]); i++) {
		if (strncmp(word, months[i].start, 3) != 0)
			continue;
		if (word[3] == '\0')
			return months[i].month;
		for (k = 0; k < 4 && months[i].rest[k] != NULL; k++)
			if (strcmp(word + 3, months[i].rest[k]) == 0)
				return months[i].month;
	}
	return DATE_UNSET;
}

/* 26 is 2026, 95 is 1995 (POSIX: 69 to 99 are of the last century). */
static int
full_year(struct number n)
{
	if (n.digits > 2)
		return (int)n.value;
	return (int)n.value + (n.value < 69 ? 2000 : 1900);
}

/* The :05[:33[.123]] behind an hour. */
static bool
read_time(struct scan *s, struct number hour)
{
	struct number n;

	if (s->d.hour != DATE_UNSET || hour.digits > 2)
		return false;
	s->d.hour = (int)hour.value;
	s->d.sec = 0;
	s->p++;
	n = read_number(s);
	if (n.digits != 2)
		return false;
	s->d.minute = (int)n.value;
	if (s->p == s->end || *s->p != ':')
		return true;
	s->p++;
	n = read_number(s);
	if (n.digits != 2)
		return false;
	s->d.sec = n.value == 60 ? 59 : (int)n.value;
	if (s->end - s->p >= 2 && (*s->p == '.' || *s->p == ',') &&
		is_digit(s->p[1])) {
		s->p++;
		(void)read_number(s);
	}
	return true;
}

/* The second and third number of 21/11/2026, 2026-11-21, 21.11.26. */
static bool
read_numeric_date(struct scan *s, struct number a, char separator)
{
	struct number b, c;

	if (s->d.year != DATE_UNSET || s->d.day != DATE_UNSET ||
		s->d.first != DATE_UNSET)
		return false;
	s->p++;
	b = read_number(s);
	if (s->p == s->end || *s->p != separator || b.digits > 2)
		return false;
	s->p++;
	c = read_number(s);
	if (a.digits == 4 && c.digits > 0 && c.digits <= 2) {
		s->d.year = (int)a.value;
		s->d.month = (int)b.value;
		s->d.day = (int)c.value;
		return true;
	}
	if (a.digits > 2 || (c.digits != 2 && c.digits != 4))
		return false;
	s->d.first = (int)a.value;
	s->d.second = (int)b.value;
	s->d.year = full_year(c);
	return true;
}

/* A number that stands alone: a day or a year. */
static bool
place_number(struct scan *s, struct number n)
{
	if (s->d.first != DATE_UNSET)
		return false;
	if (n.digits <= 2 && s->d.day == DATE_UNSET)
		s->d.day = (int)n.value;
	else if ((n.digits == 4 || n.digits == 2) && s->d.year == DATE_UNSET)
		s->d.year = full_year(n);
	else
		return false;
	return true;
}

static bool
take_number(struct scan *s)
{
	struct number n = read_number(s);
	char next = s->p < s->end ? *s->p : '\0';
	bool digit_follows = s->end - s->p >= 2 && is_digit(s->p[1]);

	if (next == ':' && digit_follows)
		return read_time(s, n);
	if ((next == '/' || next == '-' || next == '.') && digit_follows)
		return read_numeric_date(s, n, next);
	return place_number(s, n);
}

/* "+0000", "-06:00", "-5" behind a time; a hyphen otherwise says nothing. */
static bool
take_sign(struct scan *s)
{
	int sign = *s->p == '-' ? -1 : 1;
	struct number n;

	s->p++;
	if (s->d.hour == DATE_UNSET || s->p == s->end || !is_digit(*s->p))
		return sign < 0;
	n = read_number(s);
	if (n.digits <= 2) {
		s->d.offset = (int)n.value * 3600;
		if (s->end - s->p == 3 && *s->p == ':') {
			s->p++;
			n = read_number(s);
			s->d.offset += (int)n.value * 60;
			n.digits = n.digits == 2 ? 2 : 0;
		}
	} else {
		s->d.offset = (int)(n.value / 100 * 3600 + n.value % 100 * 60);
	}
	s->d.offset *= sign;
	s->d.zoned = true;
	return n.digits > 0 && n.digits != 3 && n.digits <= 4 &&
		s->d.offset >= -86400 && s->d.offset <= 86400;
}

/* Is the m of "a. m." next? Then step behind it and its dot. */
static bool
take_meridiem(struct scan *s)
{
	struct scan ahead = *s;
	char word[WORD_MAX];
	uint32_t cp;
	size_t n;

	while (ahead.p < ahead.end) {
		n = utf8_decode(ahead.p, ahead.end, &cp);
		if (cp != '.' && unichar_class(cp) != UNICHAR_BLANK)
			break;
		ahead.p += n;
	}
	if (!read_word(&ahead, word) || strcmp(word, "m") != 0)
		return false;
	s->p = ahead.p;
	return true;
}

static bool
take_word(struct scan *s)
{
	char word[WORD_MAX];
	int month;

	if (!read_word(s, word))
		return false;
	month = month_of(word);
	if (month != DATE_UNSET && (s->d.month == DATE_UNSET || s->tuesday)) {
		s->tuesday =
			s->d.month == DATE_UNSET && strcmp(word, "mar") == 0;
		s->d.month = month;
		return true;
	}
	if (strcmp(word, "am") == 0 || strcmp(word, "pm") == 0) {
		s->d.half = *word == 'a' ? DATE_AM : DATE_PM;
		return true;
	}
	if ((strcmp(word, "a") == 0 || strcmp(word, "p") == 0) &&
		take_meridiem(s)) {
		s->d.half = *word == 'a' ? DATE_AM : DATE_PM;
		return true;
	}
	if (strcmp(word, "z") == 0 || strcmp(word, "utc") == 0 ||
		strcmp(word, "gmt") == 0) {
		s->d.zoned = true;
		return s->d.hour != DATE_UNSET;
	}
	return strcmp(word, "a") == 0 || is_filler(word);
}

/* What may stand between the parts: 21.º, 21/nov, "14:05 · 21 nov. 2026" */
static bool
is_filling(uint32_t cp)
{
	enum unichar_class class = unichar_class(cp);

	return class == UNICHAR_BLANK || class == UNICHAR_IGNORED ||
		cp == '.' || cp == ',' || cp == '/' || cp == 0xB7 || cp == 0xBA;
}

bool
dateparts_read(struct dateparts *d, struct text t)
{
	struct scan s = { .p = t.p,
		.end = t.p + t.len,
		.d = { .year = DATE_UNSET,
			.month = DATE_UNSET,
			.day = DATE_UNSET,
			.first = DATE_UNSET,
			.second = DATE_UNSET,
			.hour = DATE_UNSET } };

	while (s.p < s.end) {
		uint32_t cp;
		size_t n = utf8_decode(s.p, s.end, &cp);
		bool ok = true;

		if (is_digit(*s.p))
			ok = take_number(&s);
		else if (*s.p == '+' || *s.p == '-')
			ok = take_sign(&s);
		else if (unichar_class(cp) == UNICHAR_LETTER && cp != 0xBA)
			ok = take_word(&s);
		else if (is_filling(cp))
			s.p += n;
		else
			ok = false;
		if (!ok)
			return false;
	}
	*d = s.d;
	return d->year != DATE_UNSET &&
		(d->first != DATE_UNSET ||
			(d->month != DATE_UNSET && d->day != DATE_UNSET));
}
