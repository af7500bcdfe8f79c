/* test_lower.c - runs of what folds byte by byte, the same in every way of
 * folding them. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "lower.h"
#include "unichar.h"
#include "utf8.h"

#define LONGEST 150
#define FOLDED 7000u   /* what the first byte counts as */
#define ORIGINAL 9000u /* and in the original */

/* A run, folded. */
struct result {
	size_t n, len, nshifts;
	char out[LONGEST + LOWER_ROOM];
	struct way_shift shifts[LONGEST / 2 + LOWER_SHIFTS];
};

static bool
run_by(struct result *r, struct text in, enum simd_way way)
{
	struct lower to = { r->out, r->shifts, FOLDED, ORIGINAL };

	if (!lower_run_by(&to, in.p, in.len, way, &r->n))
		return false;
	r->len = (size_t)(to.out - r->out);
	r->nshifts = (size_t)(to.shifts - r->shifts);
	cr_assert_eq(to.folded, FOLDED + r->len);
	cr_assert_eq(to.original, ORIGINAL + r->n);
	return true;
}

static void
check_all(struct text in, const struct result *want)
{
	static struct result got; /* large */
	enum simd_way way;

	for (way = 0; way < SIMD_WAYS; way++) {
		if (!run_by(&got, in, way))
			continue;
		cr_assert_eq(got.n, want->n, "%d: '%.*s': %zu, not %zu", way,
			(int)in.len, in.p, got.n, want->n);
		cr_assert(text_eq((struct text){ got.out, got.len },
				  (struct text){ want->out, want->len }),
			"%d: '%.*s': '%.*s'", way, (int)in.len, in.p,
			(int)got.len, got.out);
		cr_assert_eq(got.nshifts, want->nshifts, "%d: '%.*s'", way,
			(int)in.len, in.p);
		cr_assert_eq(memcmp(got.shifts, want->shifts,
				     got.nshifts * sizeof(*got.shifts)),
			0, "%d: '%.*s'", way, (int)in.len, in.p);
	}
}

static bool
is_plain(char c)
{
	return c > ' ' && c < 0x7F && c != '&';
}

/* What a letter of Latin-1 at p folds to if that is a letter a-z or ñ. */
static uint32_t
letter_at(const char *p, const char *end)
{
	uint32_t cp, to[UNICHAR_FOLD_MAX];

	if (p == end || utf8_decode(p, end, &cp) != 2 || cp < 0xC0 ||
		cp > 0xFF || unichar_fold(cp, to) != 1)
		return 0;
	return (to[0] >= 'a' && to[0] <= 'z') || to[0] == 0xF1 ? to[0] : 0;
}

/* The same character by character. */
static void
run_slowly(struct result *r, struct text in)
{
	const char *p = in.p, *end = in.p + in.len;
	uint32_t letter;

	memset(r, 0, sizeof(*r));
	while (p < end) {
		if ((letter = letter_at(p, end)) != 0) {
			r->len += utf8_encode(letter, r->out + r->len);
			p += 2;
			if (letter < 0x80)
				r->shifts[r->nshifts++] = (struct way_shift){
					FOLDED + (uint32_t)r->len,
					ORIGINAL + (uint32_t)(p - in.p)
				};
		} else if (is_plain(*p) ||
			(*p == ' ' && p + 1 < end &&
				(is_plain(p[1]) || letter_at(p + 1, end)))) {
			r->out[r->len++] =
				(char)(*p >= 'A' && *p <= 'Z' ? *p + 32 : *p);
			p++;
		} else {
			break;
		}
	}
	r->n = (size_t)(p - in.p);
}

static void
check(struct text in)
{
	struct result want;

	run_slowly(&want, in);
	check_all(in, &want);
}

Test(lower, runs)
{
	static const struct {
		const char *in, *want;
		size_t n;
	} rows[] = {
		{ "", "", 0 },
		{ "Hola, MUNDO [Z@] ~ {z`}!", "hola, mundo [z@] ~ {z`}!", 24 },
		{ "uno  dos", "uno", 3 },
		{ "uno ", "uno", 3 },
		{ " uno", " uno", 4 },
		{ "  uno", "", 0 },
		{ "Él y ÉL", "el y el", 9 },
		{ "AÑO ñu", "año ñu", 8 },
		{ "uno é", "uno e", 6 },
		{ "uno \xC3", "uno", 3 },
		{ "\xC3\xC3\xA1", "", 0 },
		{ "uno \xC3\x97", "uno", 3 },
		{ "groß", "gro", 3 },
		{ "a\xC2\xA1", "a", 1 },
		{ "uno &amp;", "uno", 3 },
		{ "uno&amp;", "uno", 3 },
		{ "uno \x7F", "uno", 3 },
		{ "uno\t", "uno", 3 },
		{ "\x80", "", 0 },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct text in = text_of(rows[i].in);
		struct result got;

		(void)run_by(&got, in, SIMD_PORTABLE);
		cr_expect(text_is((struct text){ got.out, got.len },
				  rows[i].want),
			"'%s': '%.*s'", rows[i].in, (int)got.len, got.out);
		cr_expect_eq(got.n, rows[i].n, "'%s'", rows[i].in);
		check(in);
	}
}

/* Where the distance to the original changes. */
Test(lower, shifts)
{
	static const struct way_shift want[] = {
		{ FOLDED + 1, ORIGINAL + 2 },
		{ FOLDED + 6, ORIGINAL + 8 },
		{ FOLDED + 7, ORIGINAL + 10 },
	};
	struct result got;

	(void)run_by(&got, text_of("éxñoáúz"), SIMD_PORTABLE);
	cr_assert_eq(got.nshifts, 3);
	cr_expect_eq(memcmp(got.shifts, want, sizeof(want)), 0);
}

/* Every letter of two bytes that begins with C3. */
Test(lower, letters)
{
	unsigned second;

	for (second = 0; second < 256; second++) {
		char in[] = { 'x', '\xC3', (char)second, 'y' };

		check((struct text){ in, sizeof(in) });
	}
}

/* What ends a run, and what does not, behind every number of bytes. */
Test(lower, wherever_it_ends)
{
	static const char *const ends[] = { "", "&x", " &", "  x", "\n",
		" \xC3", "\x7F", "\xFF", "é", " é", "ñé", " ñ", "éé é  ",
		"\xC3\xC3\xA9" };
	char in[LONGEST];
	size_t i, at, k;

	for (i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		for (at = 0; at < LONGEST - 12; at++) {
			for (k = 0; k < at; k++)
				in[k] = k % 5 == 3 && k + 1 < at ? ' ' : 'Q';
			strcpy(in + at, ends[i]);
			check((struct text){ in, at + strlen(ends[i]) });
		}
	}
}

Test(lower, any_byte)
{
	char in[LONGEST];
	size_t round, k;

	srand(1);
	for (round = 0; round < 20000; round++) {
		for (k = 0; k < sizeof(in); k++)
			in[k] = (char)(rand() % 40 == 0 ? rand()
							: ' ' + rand() % 64);
		check((struct text){ in, (size_t)rand() % sizeof(in) });
	}
}

/* Many accents, so that one way has more shifts than it writes at once. */
Test(lower, many_accents)
{
	static const char *const pieces[] = { "é", "Á", "ñ", "x", " ", "Üb" };
	char in[LONGEST];
	size_t round, n;

	srand(1);
	for (round = 0; round < 20000; round++) {
		for (n = 0; n + 3 < sizeof(in);
			n += strlen(in + n)) /* two of three are letters */
			strcpy(in + n, pieces[rand() % 6]);
		check((struct text){ in, (size_t)rand() % n });
	}
}
