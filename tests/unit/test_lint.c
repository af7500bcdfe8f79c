/* test_lint.c - entries looked at by themselves. */
#include "config.h"

#include "lexfile.h"
#include "lint.h"

static struct buf told;

static void
tell(void *ctx, const struct err *err, const char *suggestion)
{
	const char *path = strstr(err->text, err->file);

	(void)ctx;
	if (path == NULL)
		buf_addf(&told, "%zu: %s (%s)\n", err->line, err->text,
			suggestion);
	else
		buf_addf(&told, "%zu: %.*sFILE%s (%s)\n", err->line,
			(int)(path - err->text), err->text,
			path + strlen(err->file), suggestion);
}

static const char *
lint(void (*look)(const struct findings *), const char *text)
{
	struct lexfile file;
	struct findings f = { .tell = tell };

	lexfile_one(&file, text);
	f.lex = file.lex;
	buf_clear(&told);
	look(&f);
	lexfile_end(&file);
	return buf_cstr(&told);
}

Test(lint, examples)
{
	cr_expect_str_eq(lint(lint_examples, "term,role,to,example\n"
			"mal*,,,muy malo\nbien,,,muy malo\nq,slang,que,x\n"
			"nunca,off,,x\n# c,,,\nya,,,\n"),
		"3: 'bien' does not match its example 'muy malo' (write one that the "
		"term matches, or change the term)\n");
}

Test(lint, gates)
{
	cr_expect_str_eq(lint(lint_gates, "term\n/(a|e)r/\n/estaf(a|o)/\n"),
		"2: '/(a|e)r/' has no letters that every match needs: it runs "
		"on every post (let three letters or more stand in whatever it "
		"matches)\n");
}

Test(lint, expressions)
{
	cr_expect_str_eq(lint(lint_expressions,
			"term\n/\\bestafador(es|a)?\\b/\n/estaf[ao]/\nmalo\n"),
		"2: '/\\bestafador(es|a)?\\b/' could be a plain term, which is "
		"faster (estafador{|es|a})\n");
}

Test(lint, dead)
{
	cr_expect_str_eq(lint(lint_dead, "term,role,to\nmalo,,\n"
			"\xC2\xA1{mala|p\xC3\xA9sima} ~2 atenci\xC3\xB3n!,,\n"
			"nooo,,\n#queja,,\n!NO,,\n<num> <money> <user>,,\n"
			"<url>,,\n<emoji> <time>,,\n<brand>,,\n:(,,\n5*,,\n"
			"xq,slang,porque\nmalo,slang,bueno\n/(a+)+$/,,\n"),
		"12: '5*' can never match (only words have endings: no * here)"
		"\n14: 'malo' is never replaced: it is an entry itself in "
		"FILE:2 (take one of them out)\n");
}
