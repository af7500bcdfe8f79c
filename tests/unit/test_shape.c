/* test_shape.c - what each byte is, the same in every way of finding it. */
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
	static const char some[] =
		"aaz`{  \n\xC3\xB1\xC3\xB1@..A\x7F\x80\xE2*7";
	size_t i;

	memset(t, 0, sizeof(*t));
	t->len = len;
	for (i = 0; i < len; i++)
		t->p[i] = rand() % 3 == 0 && i > 0
			? t->p[i - 1]
			: some[(size_t)rand() % (sizeof(some) - 1)];
}

static bool
is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
hides(char c)
{
	return c != '\0' && strchr("!$*@0123456789\xE2", c) != NULL;
}

static void
check_words(const struct padded *t, const struct shape *s)
{
	size_t i, n = 0;

	for (i = 0; i < t->len; i++) {
		if (!is_letter(t->p[i]) || (i > 0 && is_letter(t->p[i - 1])))
			continue;
		cr_assert_lt(n, s->nwords);
		cr_assert_eq(s->words[n].start, i);
		while (is_letter(t->p[i]))
			i++;
		cr_assert_eq(s->words[n].end, i);
		n++;
	}
	cr_assert_eq(n, s->nwords);
}

static void
check_all(const struct padded *t, const struct shape *s)
{
	const char *p = t->p;
	bool drawn_out = false, apart = false, hidden = false;
	size_t i, k;

	for (i = 0; i < t->len; i++) {
		drawn_out |= is_letter(p[i]) && p[i] == p[i + 1] &&
			(p[i + 1] == p[i + 2] || !is_letter(p[i + 2]));
		drawn_out |= memcmp(p + i, "ñññ", 6) == 0;
		for (k = 0; k < 8 && is_letter(p[i + k]) == (k % 2 == 0); k++)
			;
		apart |= k == 8;
		hidden |= is_letter(p[i]) && hides(p[i + 1]) &&
			(is_letter(p[i + 2]) || hides(p[i + 2]) ||
				(unsigned char)p[i + 2] >= 0x80);
		hidden |= memcmp(p + i, "..", 2) == 0 &&
			(is_letter(p[i + 2]) ||
				(unsigned char)p[i + 2] >= 0x80);
	}
	cr_assert_eq(s->drawn_out, drawn_out);
	cr_assert_eq(s->set_apart, apart);
	cr_assert_eq(s->hidden, hidden);
}

static void
check(const struct padded *t, const struct shape *s)
{
	check_words(t, s);
	check_all(t, s);
}

Test(shape, every_way)
{
	struct shape s = { 0 };
	struct padded t;
	enum simd_way way;
	size_t round;

	srand(1);
	for (round = 0; round < 3000; round++) {
		make(&t, round % 301);
		for (way = 0; way < SIMD_WAYS; way++)
			if (shape_see_by(&s, text_in(&t), way))
				check(&t, &s);
		shape_see(&s, text_in(&t));
		check(&t, &s);
	}
	shape_free(&s);
}

/* What is rare, at every place. */
Test(shape, wherever_it_stands)
{
	static const struct {
		const char *text;
		bool drawn_out, apart, hidden;
	} rows[] = {
		{ "xooo", true, false, false },
		{ "xoo", true, false, false },
		{ "xoox", false, false, false },
		{ "añññ", true, false, false },
		{ "aññ", false, false, false },
		{ "a-s-c-o", false, true, false },
		{ "a-s-c", false, false, false },
		{ "p*t", false, false, true },
		{ "a8\xC3\xB1", false, false, true },
		{ "m..", false, false, false },
		{ "m.a", false, false, false },
		{ "m...a", false, false, true },
		{ "m…a", false, false, true },
		{ "m. a", false, false, false },
		{ "m!", false, false, false },
		{ "ñ8a", false, false, false },
	};
	struct shape s = { 0 };
	size_t i, at;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		for (at = 0; at < 200; at++) {
			struct padded t = { .len = at + strlen(rows[i].text) };

			memset(t.p, ' ', at);
			strcpy(t.p + at, rows[i].text);
			shape_see(&s, text_in(&t));
			cr_assert_eq(s.drawn_out, rows[i].drawn_out, "%s",
				rows[i].text);
			cr_assert_eq(
				s.set_apart, rows[i].apart, "%s", rows[i].text);
			cr_assert_eq(
				s.hidden, rows[i].hidden, "%s", rows[i].text);
		}
	}
	shape_free(&s);
}

Test(shape, what_hides)
{
	unsigned c;

	for (c = 0; c < 256; c++)
		cr_expect_eq(byteset_has(&shape_hides, (unsigned char)c),
			hides((char)c), "%u", c);
}
