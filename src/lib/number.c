/* number.c - the numbers that cells hold. */
#include "config.h"

#include "list.h"
#include "number.h"
#include "ratio.h"

bool
number_whole(struct text t, int64_t *v)
{
	size_t i;

	if (t.len == 0 || t.len > 16)
		return false;
	*v = 0;
	for (i = 0; i < t.len; i++) {
		if (t.p[i] < '0' || t.p[i] > '9')
			return false;
		*v = *v * 10 + (t.p[i] - '0');
	}
	return *v <= RATIO_MAX_COUNT;
}

bool
number_count(struct text t, int64_t *v)
{
	struct text whole;

	return list_next(&t, '.', &whole) && number_whole(whole, v);
}

/* The digits before the point and those behind it. */
static bool
milli_of(struct text whole, struct text digits, bool negative, int64_t *v)
{
	int64_t unit = 100;
	size_t i;

	if (whole.len > 6 || !number_whole(whole, v))
		return false;
	*v *= 1000;
	for (i = 0; i < digits.len; i++, unit /= 10) {
		if (digits.p[i] < '0' || digits.p[i] > '9')
			return false;
		*v += unit * (digits.p[i] - '0');
	}
	if (negative)
		*v = -*v;
	return true;
}

bool
number_milli(struct text t, int64_t *v)
{
	struct text whole, digits = { NULL, 0 };
	bool negative = t.len > 0 && *t.p == '-';

	if (negative)
		t = (struct text){ t.p + 1, t.len - 1 };
	if (!list_next(&t, '.', &whole))
		return false;
	(void)list_next(&t, '.', &digits);
	return t.p == NULL && milli_of(whole, digits, negative, v);
}

bool
number_typed_milli(struct text t, int64_t *v)
{
	bool comma = t.len > 0 && memchr(t.p, ',', t.len) != NULL;
	bool negative = t.len > 0 && *t.p == '-';
	struct text whole, digits = { "", 0 };

	if (negative || (t.len > 0 && *t.p == '+'))
		t = (struct text){ t.p + 1, t.len - 1 };
	(void)list_next(&t, comma ? ',' : '.', &whole);
	(void)list_next(&t, comma ? ',' : '.', &digits);
	if (t.p != NULL || (whole.len == 0 && digits.len == 0))
		return false;
	if (whole.len == 0) /* ".5" */
		whole = text_of("0");
	return milli_of(whole, digits, negative, v);
}

void
number_add_milli(struct buf *b, int64_t milli)
{
	uint64_t size = (uint64_t)(milli < 0 ? -milli : milli);

	if (milli < 0)
		buf_addc(b, '-');
	buf_addu(b, size / 1000);
	if (size % 1000 == 0)
		return;
	buf_addc(b, '.');
	buf_add_digits(b, (unsigned)(size % 1000));
	while (b->p[b->len - 1] == '0')
		b->len--;
}
