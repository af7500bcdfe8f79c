/* test_byteset.c - every byte, alone and anywhere in a text. */
#include "config.h"

#include <criterion/criterion.h>
#include <string.h>

#include "shape.h"

/* Is any byte of a text in it? The same in all ways of seeing its shape. */
static bool
meets(const struct byteset *s, const char *p, size_t len)
{
	struct shape shape = { .watched = s };
	struct text t = { p, len };
	enum simd_way way;
	bool met;

	shape_see(&shape, t);
	met = shape.met;
	for (way = 0; way < SIMD_WAYS; way++)
		if (shape_see_by(&shape, t, way))
			cr_assert_eq(shape.met, met);
	shape_free(&shape);
	return met;
}

Test(byteset, every_byte)
{
	char text[40 + SHAPE_PAD] = "";
	unsigned c, other;

	for (c = 1; c < 256; c++) {
		struct byteset s = { 0 };

		cr_assert_not(byteset_has(&s, (unsigned char)c));
		byteset_add(&s, (unsigned char)c);
		for (other = 1; other < 256; other++) {
			memset(text, (int)other, 40);
			cr_assert_eq(byteset_has(&s, (unsigned char)other),
				other == c);
			cr_assert_eq(meets(&s, text, 40), other == c,
				"%u in %u", c, other);
		}
	}
}

Test(byteset, wherever_it_stands)
{
	char text[100 + SHAPE_PAD] = "";
	struct byteset s = { 0 };
	size_t i;

	memset(text, 'x', 100);
	byteset_add(&s, '#');
	byteset_add(&s, 0xC3);
	cr_expect_not(meets(&s, text, 100));
	cr_expect_not(meets(&s, text, 0));
	for (i = 0; i < 100; i++) {
		text[i] = i % 2 == 1 ? '#' : '\xC3';
		cr_assert(meets(&s, text, 100), "%zu", i);
		text[i] = 'x';
	}
}
