/* test_lower.c - runs of plain ASCII, the same in every way of copying them. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "lower.h"

#define LONGEST 150

static void
check(enum simd_way way, struct text in, struct text want)
{
	char out[LONGEST + LOWER_ROOM];
	size_t n;

	if (lower_run_by(out, in.p, in.len, way, &n))
		cr_assert(text_eq((struct text){ out, n }, want),
			"%d: '%.*s': '%.*s'", way, (int)in.len, in.p, (int)n,
			out);
}

static void
check_all(struct text in, struct text want)
{
	char out[LONGEST + LOWER_ROOM];
	enum simd_way way;

	for (way = 0; way < SIMD_WAYS; way++)
		check(way, in, want);
	cr_assert(text_eq(
		(struct text){ out, lower_run(out, in.p, in.len) }, want));
}

Test(lower, runs)
{
	static const char *const rows[][2] = {
		{ "", "" },
		{ "Hola, MUNDO [Z@] ~ {z`}!", "hola, mundo [z@] ~ {z`}!" },
		{ "uno  dos", "uno" },
		{ "uno ", "uno" },
		{ " uno", " uno" },
		{ "  uno", "" },
		{ "uno \xC3\xB1", "uno" },
		{ "uno\xC3\xB1", "uno" },
		{ "uno &amp;", "uno" },
		{ "uno&amp;", "uno" },
		{ "uno \x7F", "uno" },
		{ "uno\t", "uno" },
		{ "\x80", "" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check_all(text_of(rows[i][0]), text_of(rows[i][1]));
}

/* What ends a run, behind every number of bytes. */
Test(lower, wherever_it_ends)
{
	static const char *const ends[] = { "", "&x", " &", "  x", "\n",
		" \xC3", "\x7F", "\xFF" };
	char in[LONGEST], want[LONGEST];
	size_t i, at, k;

	for (i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		for (at = 0; at < LONGEST - 4; at++) {
			for (k = 0; k < at; k++) {
				in[k] = k % 5 == 3 && k + 1 < at ? ' ' : 'Q';
				want[k] = in[k] == 'Q' ? 'q' : ' ';
			}
			strcpy(in + at, ends[i]);
			check_all((struct text){ in, at + strlen(ends[i]) },
				(struct text){ want, at });
		}
	}
}

Test(lower, any_byte)
{
	char in[LONGEST], want[LONGEST];
	size_t round, k, n;

	srand(1);
	for (round = 0; round < 20000; round++) {
		for (k = 0; k < sizeof(in); k++)
			in[k] = (char)(rand() % 40 == 0 ? rand()
							: ' ' + rand() % 64);
		n = (size_t)rand() % sizeof(in);
		for (k = 0; k < n; k++) {
			if (!lower_is_plain(in[k]) &&
				(in[k] != ' ' || k + 1 == n ||
					!lower_is_plain(in[k + 1])))
				break;
			want[k] =
				(char)(in[k] >= 'A' && in[k] <= 'Z' ? in[k] + 32
								    : in[k]);
		}
		check_all((struct text){ in, n }, (struct text){ want, k });
	}
}
