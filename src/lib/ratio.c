/* ratio.c - quotients in integers of 128 bits. */
#include "config.h"

#include <stdbool.h>

#include "ratio.h"

__extension__ typedef __int128 wide; /* 10^3 · 10^15 · 10^6 fit with ease */

#define MICRO 1000000
#define Z_SQUARED 3841459 /* millionths: chi square, 1 degree, 95 % */

static void
add_quotient(struct buf *out, wide num, wide den, int decimals)
{
	wide power = 1, q;
	bool negative = num < 0;
	int i;

	for (i = 0; i < decimals; i++)
		power *= 10;
	if (negative)
		num = -num;
	q = (2 * num * power + den) / (2 * den);
	if (negative && q > 0)
		buf_addc(out, '-');
	buf_addu(out, (uint64_t)(q / power));
	if (decimals > 0)
		buf_addc(out, '.');
	for (q %= power, power /= 10; power > 0; q %= power, power /= 10)
		buf_addc(out, (char)('0' + (int)(q / power)));
}

void
ratio_add(struct buf *out, int64_t num, int64_t den, int decimals)
{
	if (den != 0)
		add_quotient(out, num, den, decimals);
}

/* The largest whole number whose square is at most v, by Newton's method. */
static wide
whole_root(wide v)
{
	wide x = 1, next;

	if (v == 0)
		return 0;
	while (x * x < v && x < (wide)1 << 62)
		x *= 2;
	for (next = (x + v / x) / 2; next < x; next = (x + v / x) / 2)
		x = next;
	return x;
}

/*
 * (h + z²/2 ± z·sqrt(h(n-h)/n + z²/4)) / (n + z²), all of it doubled and in
 * millionths. h(n-h)·10^6 stays below 2^124.
 */
void
ratio_add_wilson(struct buf *low, struct buf *high, int64_t hits, int64_t n,
	int decimals)
{
	wide middle, half, den;

	if (n == 0)
		return;
	middle = (wide)2 * hits * MICRO + Z_SQUARED;
	half = whole_root((wide)hits * (n - hits) * MICRO / n * 4 * Z_SQUARED +
		(wide)Z_SQUARED * Z_SQUARED);
	den = ((wide)n * MICRO + Z_SQUARED) * 2;
	add_quotient(low, middle - half, den, decimals);
	add_quotient(high, middle + half, den, decimals);
}
