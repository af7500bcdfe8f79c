/* test_plainterm.c - expressions that a plain term says as well. */
#include "config.h"

#include "lexfile.h"
#include "plainterm.h"

Test(plainterm, said)
{
	static const struct {
		const char *regex, *term;
	} rows[] = {
		{ "\\bmalo\\b", "malo" },
		{ "\\bestafador(es|a|as)?\\b", "estafador{|es|a|as}" },
		{ "\\b(?:mal|peor) servicio\\b", "{mal|peor} servicio" },
		{ "\\bcolou?r\\b", "colo{|u}r" },
		{ "\\bdecep\\w*", "decep*" },
		{ "\\bdecep\\w*\\b", "decep*" },
		{ "\\bmal\\w* trato\\b", "mal* trato" },
		{ "\\bno\\s+(me|nos) llega\\b", "no {me|nos} llega" },
		{ "\\b(a(b|c)?|d)\\b", "{a{|b|c}|d}" },
		{ "\\bnin\xC3\xB1?o\\b", "nin{|\xC3\xB1}o" },
	};
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		buf_clear(&out);
		cr_expect(plainterm_of_regex(&out, text_of(rows[i].regex)),
			"%s", rows[i].regex);
		cr_expect_str_eq(buf_cstr(&out), rows[i].term);
	}
	buf_free(&out);
}

Test(plainterm, more_than_a_term)
{
	static const char *const rows[] = { "", "\\b", "\\b\\b", "malo",
		"\\bmalo", "malo\\b", "\\bma+lo\\b", "\\bm.lo\\b",
		"\\bmal[oa]\\b", "\\b(malo\\b", "\\bmalo)\\b", "\\bno|si\\b",
		"\\bno\\b si\\b", "\\bno(?!si)\\b", "\\b\\d+\\b",
		"\\b((((((((((a))))))))))\\b", "\\b(a|b)+\\b", "\\w*",
		"\\b?\\b" };
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_not(plainterm_of_regex(&out, text_of(rows[i])), "%s",
			rows[i]);
	buf_free(&out);
}
