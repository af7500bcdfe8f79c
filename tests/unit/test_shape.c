/* test_shape.c - each byte's bits, the same in every way of finding them. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "shape.h"

/* A text with what must stand behind it. */
struct padded {
	char p[300 + SHAPE_PAD];
	size_t len;
};

static struct text
text_in(const struct padded *t)
{
	return (struct text){ t->p, t->len };
}

/* Letters, blanks, ñ and what is near them, each often beside itself. */
static void
make(struct padded *t, size_t len)
{
	static const char some[] = "aaz`{ \n\xC3\xB1\xC3\xB1@.A\x7F\x80";
	size_t i;

	memset(t, 0, sizeof(*t));
	t->len = len;
	for (i = 0; i < len; i++)
		t->p[i] = rand() % 3 == 0 && i > 0
			? t->p[i - 1]
			: some[(size_t)rand() % (sizeof(some) - 1)];
}

static bool
bit(uint64_t bits, size_t i)
{
	return bits >> i % SHAPE_BLOCK & 1;
}

static void
check(const struct padded *t, const struct shape *s)
{
	size_t i;

	cr_assert_eq(s->n, t->len / SHAPE_BLOCK + 1);
	for (i = 0; i < s->n * SHAPE_BLOCK; i++) {
		const struct shape_block *b = &s->v[i / SHAPE_BLOCK];
		char c = i < t->len ? t->p[i] : '\0';
		char next = i + 1 < t->len ? t->p[i + 1] : '\0';

		cr_assert_eq(bit(b->letters, i), c >= 'a' && c <= 'z');
		cr_assert_eq(bit(b->blanks, i), c == ' ');
		cr_assert_eq(bit(b->twice, i), c == next);
		cr_assert_eq(
			bit(b->enyes, i), c == '\xC3' && next == '\xB1');
	}
}

Test(shape, every_way)
{
	static const enum shape_way ways[] = { SHAPE_PORTABLE, SHAPE_SSE2,
		SHAPE_AVX2 };
	struct shape s = { 0 };
	struct padded t;
	size_t len, i;

	srand(1);
	for (len = 0; len <= 300; len++) {
		make(&t, len);
		for (i = 0; i < 3; i++)
			if (shape_see_by(&s, text_in(&t), ways[i]))
				check(&t, &s);
		shape_see(&s, text_in(&t));
		check(&t, &s);
	}
	free(s.v);
}

Test(shape, bits_move_over)
{
	cr_expect_eq(shape_moved(1, (uint64_t)1 << 63, 1), 3);
	cr_expect_eq(shape_moved(0, (uint64_t)3 << 62, 2), 3);
	cr_expect_eq(shape_moved(5, 0, 63), (uint64_t)1 << 63);
}
