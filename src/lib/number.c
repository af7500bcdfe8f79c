/* number.c - the numbers that cells hold. */
#include "config.h"

#include "number.h"
#include "ratio.h"

#define DIGITS_MAX 16

/* The digits at the front of a text as a number; of more than 18 it means
 * nothing. Returns how many they are. */
static size_t
read_digits(struct text t, int64_t *v)
{
	uint64_t sum = 0;
	size_t i;

	for (i = 0; i < t.len && t.p[i] >= '0' && t.p[i] <= '9'; i++)
		sum = sum * 10 + (uint64_t)(t.p[i] - '0');
	*v = (int64_t)sum;
	return i;
}

/* Are n digits a count? */
static bool
is_count(size_t n, int64_t v)
{
	return n > 0 && n <= DIGITS_MAX && v <= RATIO_MAX_COUNT;
}

bool
number_whole(struct text t, int64_t *v)
{
	return read_digits(t, v) == t.len && is_count(t.len, *v);
}

bool
number_count(struct text t, int64_t *v)
{
	size_t n = read_digits(t, v);

	return is_count(n, *v) && (n == t.len || t.p[n] == '.');
}

/*
 * Thousandths, without a sign.
 *
 * @whole  set to how many digits stand before the point
 */
static bool
read_milli(struct text t, char point, size_t *whole, int64_t *v)
{
	size_t i = read_digits(t, v);
	int64_t unit = 100;

	*whole = i;
	if (i > 6 || (i < t.len && t.p[i] != point))
		return false;
	*v *= 1000;
	for (i++; i < t.len; i++, unit /= 10) {
		if (t.p[i] < '0' || t.p[i] > '9')
			return false;
		*v += unit * (t.p[i] - '0');
	}
	return true;
}

bool
number_milli(struct text t, int64_t *v)
{
	bool negative = t.len > 0 && *t.p == '-';
	size_t whole;

	t = (struct text){ t.p + negative, t.len - negative };
	if (!read_milli(t, '.', &whole, v) || whole == 0)
		return false;
	if (negative)
		*v = -*v;
	return true;
}

bool
number_typed_milli(struct text t, int64_t *v)
{
	bool comma = t.len > 0 && memchr(t.p, ',', t.len) != NULL;
	bool negative = t.len > 0 && *t.p == '-';
	bool sign = negative || (t.len > 0 && *t.p == '+');
	size_t whole;

	t = (struct text){ t.p + sign, t.len - sign };
	if (!read_milli(t, comma ? ',' : '.', &whole, v) ||
		(whole == 0 && t.len <= 1)) /* ".5" is one */
		return false;
	if (negative)
		*v = -*v;
	return true;
}

void
number_add_milli(struct buf *b, int64_t milli)
{
	uint64_t size = (uint64_t)(milli < 0 ? -milli : milli);

	if (milli < 0)
		buf_addc(b, '-');
	if (size < 10000) /* as weights are */
		buf_addc(b, (char)('0' + size / 1000));
	else
		buf_addu(b, size / 1000);
	if (size % 1000 == 0)
		return;
	buf_addc(b, '.');
	buf_add_digits(b, (unsigned)(size % 1000));
	while (b->p[b->len - 1] == '0')
		b->len--;
}
