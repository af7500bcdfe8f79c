/* test_account.c - the account of a verdict. */
#include "config.h"

#include "account.h"
#include "lexfile.h"

static const char lexicon[] =
	"term,weight,code,intent,severity,role,to\n"
	"grosero,-3,trato,,,,\namable,3,trato,,,,\n"
	"no me llega,-3,entrega_tarde,,1,,\ntuto,1,,,,,\n"
	"me doy de baja,-2,,abandono,1,,\ngana dinero,1,,,,spam,\n"
	"cola ~2 larga,-3,,,1,,\n:),3,,,,,\n"
	"no,,,,,negator,\nmuy,,,,,intensifier,\npero,,,,,adversative,\n"
	"regalo,,,,,mark:regalo,\nxq,,,,,slang,porque\n";

static struct lexfile file;
static struct judge *judge;

static void
begin(void)
{
	struct kind_options o;

	kind_options_init(&o);
	lexfile_one(&file, lexicon);
	judge = judge_new(file.lex, &o);
	judge_keep_reasons(judge);
}

static void
end(void)
{
	judge_free(judge);
	lexfile_end(&file);
}

TestSuite(account, .init = begin, .fini = end);

static const char *
account(const char *post, size_t len, bool colored)
{
	static struct buf out;
	struct verdict v;
	struct reasons r;

	cr_assert_eq(judge_post(judge, (struct text){ post, len }, false, &v),
		CLAMOR_OK);
	r = judge_reasons(judge);
	buf_clear(&out);
	account_add(&out, file.lex, &r, &v, colored);
	return buf_cstr(&out);
}

static void
expect_in(const char *post, const char *want)
{
	const char *said = account(post, strlen(post), false);

	cr_expect(strstr(said, want) != NULL, "%s: no '%s' in:\n%s", post,
		want, said);
}

Test(account, words)
{
	expect_in("Groserot xq s\xC3\xAD",
		"words     bytes, as written, as read\n"
		"  0:8       Groserot          groserot\n"
		"  9:11      xq                porque            slang\n"
		"  12:15     s\xC3\xAD                si\n");
	expect_in("groserooo", "grosero           drawn out\n");
	expect_in("gr0s3ro", "grosero           disguised\n");
	expect_in("#MuyGrosero", "  0:11      #MuyGrosero       #muygrosero"
				 "       tag\n"
				 "  1:4       Muy               muy"
				 "               of the tag\n");
	expect_in("Hola. Adios @u 3", "  (sentence 2)\n"
				      "  6:11      Adios             adios\n"
				      "  12:14     @u                @u"
				      "                user\n");
}

Test(account, factors)
{
	expect_in("El cajero es muy grosero!!",
		"    \xC3\x97 1.5 'muy' (intensifier)\n"
		"    \xC3\x97 1.2 (the sentence ends in !!)\n    = -5.4\n");
	expect_in("No es amable", "'no', negator \xC3\x97 -0.5 over 3 words\n"
				  "    modifies what follows\n");
	expect_in("No es amable", "    \xC3\x97 -0.5 'No' (negator)\n"
		"    = -1.5, negated: its intent and severity do not count\n");
	expect_in("No no amable",
		"    \xC3\x97 1 'No' (negator, changes nothing here)\n");
	expect_in("En casa no abren", "    -1 (it turned no opinion: it counts "
				      "itself)\n    = -1\n");
	expect_in("El muy muy muy muy grosero!!",
		"    = 3 (at most, all together)\n    = -9\n");
	expect_in("Un regalo!!", "mark:regalo\n    stands beside the score\n");
}

Test(account, overlaps)
{
	expect_in("No me llega", "'no', negator \xC3\x97 -0.5 over 3 words\n"
		"    does not count: overlapped by 'No me llega', ");
	expect_in("La cola no es larga", "    \xC3\x97 -0.5 'no' (negator)\n"
		"    = 1.5, negated: its intent and severity do not count\n");
	expect_in("La cola no es larga", "negator \xC3\x97 -0.5 over 3 words\n"
		"    modifies the words that it stands among\n");
}

Test(account, sums_and_kind)
{
	expect_in("No me llega", "score     P = 0, N = 3, S = P - N = -3\n"
				 "          S / (|S| + 4) = -3 / 7 = -0.429\n");
	expect_in("No me llega",
		"kind      complaint, polarity neg\n"
		"          tied to a company: yes, by a topic, an intent, a "
		"user, a brand or a rating\n"
		"  1 no    spam: a hit of the role spam (there is none) and "
		"N = 0\n"
		"  2 no    neutral: news, an offer or advice, no customer speaks "
		"(no)\n"
		"  3 no    mixed: tied, P and N without adversatives (0 and "
		"3) at least 2, the smaller at least 0.65 of the larger (0.4 "
		"if an adversative parts them), no sneer (none)\n"
		"  4 no    question: tied, asks (no), score but for one "
		"denial (-0.429) nearer to 0 than 0.2\n"
		"  5 no    neutral: only emoji speak, beside words that name "
		"nothing (no)\n"
		"  6 holds complaint: tied, score at most -0.2; or a sneer; or "
		"told to a user or by one who leaves (no), things named (2) "
		"at least 2, nothing asked or praised\n"
		"topics    entrega_tarde, area logistica, stage entrega\n"
		"  entrega_tarde: 1 hit, for 0, against 3; early 4\n"
		"intent    none\nseverity  1, of the hits 1\n"
		"wait      none\nmarks     none\n");
	expect_in("Gana dinero", "  1 holds spam: a hit of the role spam "
				 "(there is one) and N = 0\ntopics    none");
	expect_in("Grosero, muy grosero",
		"  trato: 2 hits, for 0, against 7.5; strongest for 0, against "
		"4.5; early 4\n");
	expect_in("Amable, grosero", "  3 holds mixed: ");
	expect_in("Es grosero?", "  4 holds question: tied, asks (yes)");
	expect_in("@u Amable. Grosero", "no sneer (it is one)\n  4 no ");
	expect_in("@u Amable. Grosero", "  6 holds complaint: ");
	expect_in("En casa :)",
		"  5 holds neutral: only emoji speak, beside words that name "
		"nothing (yes)\ntopics ");
	expect_in("No abren, no van, no ven",
		"tied to a company: no, and the score without denials is not "
		"yet 0.4 either way\n");
	expect_in("Amable", "  7 holds praise: tied, score at least 0.2\n");
	expect_in("tuto", "tied to a company: no, and the score without "
			  "denials is not yet 0.4 either way\n");
	expect_in("tuto", "  8 holds neutral: nothing else holds\n");
	expect_in("Me doy de baja, espero hace 3 horas",
		"intent    abandono\nseverity  1, of the hits 1\n"
		"wait      180 minutes\n");
}

/* Nothing that a terminal obeys gets out, with colours or without. */
Test(account, safe)
{
	static const char post[] = "mal\033[2J \0 \xC2\x9B" "31m \xFF muy\r\n"
		"grosero \xE2\x80\xAE y";
	const char *said = account(post, sizeof(post) - 1, false);
	size_t i;

	for (i = 0; said[i] != '\0'; i++)
		cr_expect(((unsigned char)said[i] >= ' ' ||
				said[i] == '\n') &&
			said[i] != 0x7F);
	cr_expect(strstr(said, "\xE2\x80\xAE") == NULL);
	cr_expect(strstr(said, "\\x1B[2J") != NULL);
	said = account(post, sizeof(post) - 1, true);
	cr_expect(strstr(said, "\033[2J") == NULL);
	cr_expect(strstr(said, "\033[1;31mgrosero\033[m") != NULL);
}

Test(account, nothing)
{
	expect_in("", "hits      0\nscore     P = 0, N = 0, S = P - N = 0\n"
		      "          S / (|S| + 4) = 0 / 4 = 0\n");
}
