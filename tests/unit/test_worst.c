/* test_worst.c - the worst errors. */
#include "config.h"

#include <stdio.h>

#include <criterion/criterion.h>

#include "worst.h"

static void
add(struct worst *w, const char *id, const char *score)
{
	struct text cells[WORST_CELLS] = { { id, strlen(id) } };

	worst_add(w, cells, text_of(score));
}

static void
expect(struct worst *w, const char *want)
{
	char ids[256] = "";
	size_t n = worst_settle(w), i;

	for (i = 0; i < n; i++)
		(void)snprintf(ids + strlen(ids), sizeof(ids) - strlen(ids),
			"%s%s", i ? " " : "", worst_get(w, i)->cells[0].p);
	cr_expect_str_eq(ids, want, "%s", ids);
}

Test(worst, largest_of_either_sign_then_the_first)
{
	static const struct {
		const char *id, *score;
	} rows[] = { { "a", "0.5" }, { "b", "-0.9" }, { "c", "" },
		{ "d", "0.9" }, { "e", "nan" }, { "f", "0.5x" },
		{ "g", "-0.501" } };
	struct worst *w = worst_new(10);
	size_t i;

	expect(w, "");
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		add(w, rows[i].id, rows[i].score);
	expect(w, "b d g a c e f");
	worst_free(w);
}

Test(worst, keeps_as_many_as_asked)
{
	struct worst *w = worst_new(3);
	char id[16], score[16];
	size_t i;

	for (i = 0; i < 1000; i++) {
		(void)snprintf(id, sizeof(id), "%zu", i);
		(void)snprintf(score, sizeof(score), "-0.%03zu", i * 7 % 1000);
		add(w, id, score);
	}
	/* 7 i = 999, 998, 997 mod 1000 */
	expect(w, "857 714 571");
	worst_free(w);
}
