/*
 * test_bombs.c - expressions that explode are stopped: by counting steps, not
 * by the clock.
 */
#include "config.h"

#include "bombs.h"
#include "lexfile.h"
#include "matcher.h"
#include "regex.h"

static void
write_text(struct buf *b, const struct bomb *bomb, size_t size)
{
	buf_clear(b);
	do
		buf_adds(b, bomb->unit);
	while (b->len < size);
	buf_adds(b, bomb->end);
}

/* What a step may read, times the steps of all places: twice the work that a
 * text is given, and once more for looking which place it was. */
static uint64_t
most_steps(size_t len)
{
	uint64_t reach = len > REGEX_WHOLE ? 256 + REGEX_REACH : len + 1;
	uint64_t share = REGEX_WORK / reach;

	return 4 * (share > len ? share : len + 1) + REGEX_MATCH_LIMIT;
}

Test(bombs, are_stopped)
{
	static const size_t sizes[] = { 30, 280, 1000, 4000, 20000, 1000000 };
	struct buf text = { 0 };
	size_t stopped = 0, i, k, start, end;

	cr_assert_geq(NBOMBS, 50);
	for (i = 0; i < NBOMBS; i++) {
		struct err err = { 0 };
		bool any = false;
		struct regex *r;

		cr_assert_eq(regex_new(&r, text_of(bombs[i].pattern), &err),
			CLAMOR_OK, "%s: %s", bombs[i].pattern, err.text);
		for (k = 0; k < ROWS(sizes); k++) {
			enum rc rc;

			write_text(&text, &bombs[i], sizes[k]);
			for (end = 0; (rc = regex_next(r, buf_text(&text), end,
					       &start, &end)) == CLAMOR_OK;)
				;
			any |= rc == CLAMOR_ELIMIT;
			cr_expect_leq(regex_granted(r), most_steps(text.len),
				"%s on %zu bytes: %" PRIu64, bombs[i].pattern,
				text.len, regex_granted(r));
		}
		stopped += any;
		regex_free(r);
	}
	cr_expect_geq(stopped, 30, "only %zu are bombs", stopped);
	buf_free(&text);
}

/* Each is counted in the posts where it is stopped, and nothing else in them
 * is lost. */
Test(bombs, leave_the_rest_alone)
{
	struct buf rows = { 0 }, text = { 0 };
	struct hits hits = { 0 };
	struct lexfile f;
	struct matcher *m;
	size_t limited = 0, i, k, plain;

	buf_adds(&rows, "term,weight\nmal servicio,-1\n");
	for (i = 0; i < NBOMBS; i++)
		buf_addf(&rows, "\"/%s/\",-1\n", bombs[i].pattern);
	lexfile_one(&f, buf_cstr(&rows));
	m = matcher_new(f.lex);
	for (i = 0; i < NBOMBS; i++) {
		write_text(&text, &bombs[i], 280);
		buf_adds(&text, " mal servicio");
		limited += matcher_find(m, buf_text(&text), &hits) ==
			CLAMOR_ELIMIT;
		for (plain = k = 0; k < hits.n; k++)
			plain += text_is(hits.v[k].entry->term, "mal servicio");
		cr_expect_eq(plain, 1, "%s", bombs[i].pattern);
	}
	cr_expect_gt(limited, NBOMBS / 2);
	cr_expect_eq(matcher_find(m, text_of("nada de eso"), &hits), CLAMOR_OK,
		"a post that is none");
	matcher_free(m);
	lexfile_end(&f);
	hits_free(&hits);
	buf_free(&rows);
	buf_free(&text);
}
