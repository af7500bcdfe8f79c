/* test_trial.c - expressions that explode are told, honest ones are not. */
#include "config.h"

#include "bombs.h"
#include "lexfile.h"
#include "trial.h"

static struct buf told;

static void
tell(void *ctx, const struct err *err, const char *suggestion)
{
	(void)ctx;
	cr_expect_neq(suggestion[0], '\0');
	buf_addf(&told, "%zu: %s\n", err->line, err->text);
}

static const char *
try_pattern(const char *pattern)
{
	struct buf in = { 0 };
	struct lexfile file;
	struct findings f = { .tell = tell };

	buf_addf(&in, "term\nmalo\n\"/%s/\"\n", pattern);
	lexfile_one(&file, buf_cstr(&in));
	f.lex = file.lex;
	buf_clear(&told);
	trial_expressions(&f);
	lexfile_end(&file);
	buf_free(&in);
	return buf_cstr(&told);
}

Test(trial, bombs)
{
	size_t found = 0, i;

	for (i = 0; i < NBOMBS; i++)
		found += try_pattern(bombs[i].pattern)[0] != '\0';
	cr_expect_geq(found, NBOMBS / 2, "only %zu", found);
	cr_expect_str_eq(try_pattern("((ab)+)+$"),
		"3: '/((ab)+)+$/' explodes: it is stopped on 'ababab…'\n");
}

Test(trial, honest)
{
	static const char *const patterns[] = { "\\bestafador(es|a|as)?\\b",
		"no (me|nos) .{0,40}(llega|pag)\\w*", "\\bno\\b.*\\bfunciona\\b",
		"(muy|tan) +mal+", "\\d+ ?(hora|dia)s?", "(ja){2,}",
		"^(?:@\\S+ )*(?:hola,? )?buenas(?=[ ,.!]*$)", "[ab]+c" };
	size_t i;

	for (i = 0; i < ROWS(patterns); i++)
		cr_expect_str_eq(try_pattern(patterns[i]), "");
}
