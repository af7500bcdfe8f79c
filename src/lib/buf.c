/* buf.c - growing byte buffers. */
#include "config.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "buf.h"
#include "diag.h"
#include "xalloc.h"

const char buf_pairs[] = "00010203040506070809"
			 "10111213141516171819"
			 "20212223242526272829"
			 "30313233343536373839"
			 "40414243444546474849"
			 "50515253545556575859"
			 "60616263646566676869"
			 "70717273747576777879"
			 "80818283848586878889"
			 "90919293949596979899";

struct text
text_trimmed(struct text t)
{
	while (t.len > 0 && (t.p[0] == ' ' || t.p[0] == '\t')) {
		t.p++;
		t.len--;
	}
	while (t.len > 0 && (t.p[t.len - 1] == ' ' || t.p[t.len - 1] == '\t'))
		t.len--;
	return t;
}

int
text_cmp(struct text a, struct text b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	if (c != 0)
		return c;
	return (a.len > b.len) - (a.len < b.len);
}

void
buf_reserve(struct buf *b, size_t n)
{
	size_t cap = b->cap ? b->cap : 64;

	if (n <= b->cap - b->len)
		return;
	if (n > SIZE_MAX / 2 - b->len)
		diag_no_memory();
	while (cap < b->len + n)
		cap *= 2;
	b->p = xrealloc(b->p, cap);
	b->cap = cap;
}

void
buf_add(struct buf *b, const void *p, size_t n)
{
	if (n == 0)
		return;
	if (n > b->cap - b->len)
		buf_reserve(b, n);
	memcpy(b->p + b->len, p, n);
	b->len += n;
}

void
buf_adds(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n <= 0)
		return;
	buf_reserve(b, (size_t)n + 1);
	va_start(ap, fmt);
	(void)vsnprintf(b->p + b->len, (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->len += (size_t)n;
}

#define DIGITS_MAX 20 /* of 64 bits */
#define SHORT 1000    /* most numbers are smaller */
#define SHORT_ROOM 4  /* bytes that are written for those */

/* Three digits, of which the first that are 0 are left out, without a branch:
 * nobody foresees how many there are. Writes four bytes; returns the end. */
static char *
put_short(char *p, uint32_t v)
{
	uint32_t digits = 0x303030 + v / 100 + (v / 10 % 10 << 8) +
		(v % 10 << 16); /* "000" and the three */
	unsigned n = 1u + (v >= 10) + (v >= 100), i;

	digits >>= 8 * (3 - n);
	for (i = 0; i < 4; i++)
		p[i] = (char)(digits >> 8 * i);
	return p + n;
}

static __attribute__((noinline)) void
add_long(struct buf *b, uint64_t v)
{
	char digits[DIGITS_MAX], *p = digits + sizeof(digits);

	for (; v >= 10; v /= 100) {
		p -= 2;
		memcpy(p, buf_pairs + v % 100 * 2, 2);
	}
	if (v > 0)
		*--p = (char)('0' + v);
	buf_add(b, p, (size_t)(digits + sizeof(digits) - p));
}

void
buf_addu(struct buf *b, uint64_t v)
{
	if (v >= SHORT) {
		add_long(b, v);
		return;
	}
	if (b->cap - b->len < SHORT_ROOM)
		buf_reserve(b, SHORT_ROOM);
	b->len = (size_t)(put_short(b->p + b->len, (uint32_t)v) - b->p);
}

void
buf_add_digits(struct buf *b, unsigned v)
{
	char *p;

	if (b->cap - b->len < 3)
		buf_reserve(b, 3);
	p = b->p + b->len;
	p[0] = (char)('0' + v / 100);
	p[1] = (char)('0' + v / 10 % 10);
	p[2] = (char)('0' + v % 10);
	b->len += 3;
}

const char *
buf_cstr(struct buf *b)
{
	buf_reserve(b, 1);
	b->p[b->len] = '\0';
	return b->p;
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ 0 };
}
