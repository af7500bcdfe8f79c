/* test_heads.c - no word of the set is sorted out; most others are. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "heads.h"

#define WORDS 100 /* of a text */
#define ROOM 5000 /* slots, so that hardly two words share one */

static const char *const set[] = { "a", "no", "lento", "servicio", "servicios",
	"estafadores", "abcdefghijklmnopqrstuvwxyzabcdefghijklmn" };

#define SETS (sizeof(set) / sizeof(set[0]))

static struct heads heads;
static struct shape shape;
static uint32_t left[WORDS + PLACES_ROOM];

static void
begin(void)
{
	size_t i;

	heads_init(&heads, ROOM);
	for (i = 0; i < SETS; i++)
		heads_add(&heads, text_of(set[i]), HEADS_ALONE);
}

static void
end(void)
{
	shape_free(&shape);
	heads_fini(&heads);
}

TestSuite(heads, .init = begin, .fini = end);

/* How many words of a text are left, the same in all ways. */
static size_t
sift(const char *text)
{
	static char padded[1000];
	uint32_t others[WORDS + PLACES_ROOM];
	enum simd_way way;
	size_t n, other;

	memset(padded, 0, sizeof(padded));
	strcpy(padded, text);
	shape_see(&shape, text_of(padded));
	cr_assert_leq(shape.nwords, WORDS);
	n = heads_sift(&heads, padded, shape.words, shape.nwords, left);
	for (way = 0; way < SIMD_WAYS; way++) {
		if (!heads_sift_by(&heads, padded, shape.words, shape.nwords,
			    others, way, &other))
			continue;
		cr_assert_eq(other, n);
		cr_assert_eq(memcmp(others, left, n * sizeof(*left)), 0);
	}
	return n;
}

Test(heads, words_of_the_set)
{
	size_t i;

	for (i = 0; i < SETS; i++)
		cr_expect_eq(sift(set[i]), 1, "%s", set[i]);
	cr_expect_eq(sift("el servicio es lento y no"), 3);
	cr_expect(left[0] == 1 && left[1] == 3 && left[2] == 5);
}

Test(heads, others)
{
	cr_expect_eq(sift(""), 0);
	/* what has the head and the length of estafadores is left, no more */
	cr_expect_eq(sift("serviciales estafado estafaremos serv"), 1);
	cr_expect_leq(sift("de la casa con un gato muy grande"), 2);
}

Test(heads, beginnings)
{
	heads_add_begin(&heads, text_of("decepcion"));
	cr_expect_eq(sift("decepcionado decepcion"), 2);
	cr_expect_eq(sift("decepcio decep"), 0);
	cr_expect_eq(sift("decepcionabcdefghijklmnopqrstuvwxyzabcdef"), 1);
	heads_add_begin(&heads, text_of("gat"));
	cr_expect_eq(sift("casa gatos gat ga gazpacho"), 2);
	heads_add_begin(&heads, text_of("mi pan"));
	cr_expect_eq(sift("mi mio m"), 1);
	heads_add_begin(&heads, text_of("c"));
	cr_expect_eq(sift("casa c co codo cabalgata"), 5);
}

/* Two of a kind side by side, wherever they stand. */
Test(heads, beside)
{
	struct buf text = { 0 };
	size_t at, n, i;

	heads_add(&heads, text_of("por"), HEADS_BESIDE);
	cr_expect_eq(sift("por lunes por"), 0);
	cr_expect_eq(sift("por por"), 2);
	cr_expect_eq(sift("por no"), 1);
	for (at = 0; at + 2 <= WORDS; at++) {
		buf_clear(&text);
		for (i = 0; i < WORDS; i++)
			buf_adds(&text, i == at || i == at + 1 ? "por " : "x ");
		n = sift(buf_cstr(&text));
		cr_expect_eq(n, 2, "%zu: %zu", at, n);
		cr_expect(left[0] == at && left[1] == at + 1);
	}
	buf_free(&text);
}

/* In doubt more are left, never fewer. */
Test(heads, by_chance)
{
	static const char *const some[] = { "a ", "no ", "lento ", "por ",
		"para ", "q ", "el ", "casas " };
	size_t round, i, k, n, nwords, at[WORDS];
	struct buf text = { 0 };

	heads_add(&heads, text_of("por"), HEADS_BESIDE);
	heads_add(&heads, text_of("para"), HEADS_BESIDE | HEADS_ALONE);
	srand(1);
	for (round = 0; round < 2000; round++) {
		nwords = (size_t)rand() % WORDS;
		buf_clear(&text);
		for (i = 0; i < nwords; i++) {
			at[i] = (size_t)rand() % 8;
			buf_adds(&text, some[at[i]]);
		}
		n = sift(buf_cstr(&text));
		for (i = k = 0; i < nwords; i++) {
			bool is = k < n && left[k] == i;
			bool beside =
				(i > 0 && (at[i - 1] == 3 || at[i - 1] == 4)) ||
				(i + 1 < nwords &&
					(at[i + 1] == 3 || at[i + 1] == 4));

			k += is;
			if (at[i] <= 2 || at[i] == 4 || (at[i] == 3 && beside))
				cr_assert(is, "%s: %zu", text.p, i);
		}
		cr_assert_eq(k, n);
	}
	buf_free(&text);
}
