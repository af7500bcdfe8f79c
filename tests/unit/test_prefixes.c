/* test_prefixes.c - intensifiers glued to words of opinion. */
#include "config.h"

#include "lexfile.h"
#include "onepost.h"
#include "matcher.h"
#include "prefixes.h"
#include "sieve.h"

TestSuite(prefixes, .init = onepost_begin, .fini = onepost_end);

static void
begin_lexicon(struct lexfile *f)
{
	lexfile_begin(f);
	lexfile_add(f,
		"term,weight\namable,3\ncaro,-2\nlent{o|ísimo},-2\nmal,-2\n"
		"rápido,2\nexcelen*,4\nrui*,-3\nvisor,1\nsupervisor,0\n"
		"superave*,0\nave,2\ntienda,0\nno sirve,-3\n");
	lexfile_add(f, "term,role\nsúper,intensifier\n");
	lexfile_finish(f);
	cr_assert_eq(f->rc, CLAMOR_OK);
}

Test(prefixes, posts)
{
	static const struct reading rows[] = {
		{ "each of them",
			"Súperamable hipercaro megalento ultralento "
			"requetecaro recontramal",
			"super amable hiper caro mega lento ultra lento "
			"requete caro recontra mal" },
		{ "r doubled", "ultrarrápido superrápido ultrarapido",
			"ultra rapido super rapido ultra rapido" },
		{ "drawn out", "superamableee", "super amable" },
		{ "a stem", "superexcelente", "super excelente" },
		{ "a short stem is anything", "superruinas", "superruinas" },
		{ "in a tag", "#Superamable", "#superamable super amable" },
		{ "a noun without weight", "supertienda", "supertienda" },
		{ "part of a phrase", "supersirve", "supersirve" },
		{ "a word itself", "supervisor", "supervisor" },
		{ "begins with a stem", "superave", "superave" },
		{ "no prefix", "recaro desamable", "recaro desamable" },
		{ "nothing behind", "ultras megamega", "ultras megamega" },
	};
	struct lexfile f;

	begin_lexicon(&f);
	expect_readings(&post, folder, lexicon_vocab(f.lex), rows, ROWS(rows));
	lexfile_end(&f);
}

/* Both words stand for all of the bytes. */
Test(prefixes, origin)
{
	struct lexfile f;
	uint32_t from, to;
	size_t i;

	begin_lexicon(&f);
	post_read(&post, folder, lexicon_vocab(f.lex),
		text_of("es superamable, sí"));
	cr_assert_eq(post.ntokens, 4);
	for (i = 1; i <= 2; i++) {
		post_origin(&post, post.tokens[i].start, post.tokens[i].end,
			&from, &to);
		cr_expect_eq(from, 3);
		cr_expect_eq(to, 14);
	}
	lexfile_end(&f);
}

/* The sieve is not sure of what has no other word in it. */
Test(prefixes, sieve)
{
	struct gates_opened opened = { 0 };
	struct sieve_sure sure;
	struct lexfile f;

	begin_lexicon(&f);
	post.shape.watched = sieve_watched(lexicon_sieve(f.lex));
	post_fold(&post, folder, text_of("hipercaro"));
	cr_expect_eq(sieve_ask(lexicon_sieve(f.lex), &post, &sure, &opened),
		SIEVE_PERHAPS);
	post_fold(&post, folder, text_of("hipermoderno"));
	cr_expect_eq(sieve_ask(lexicon_sieve(f.lex), &post, &sure, &opened),
		SIEVE_SURE);
	cr_expect_eq(sure.n, 0);
	lexfile_end(&f);
}

/* A word of the lexicon is none any more with a figure behind it. */
Test(prefixes, sieve_of_what_goes_on)
{
	struct matcher *m;
	struct hits hits = { 0 };
	struct lexfile f;

	lexfile_begin(&f);
	lexfile_add(&f, "term,weight\npesad*,-3\nsuperpesado bulto,-2\n");
	lexfile_finish(&f);
	m = matcher_new(f.lex);
	cr_expect_eq(matcher_find_only(m, text_of("superpesado3"), &hits),
		CLAMOR_OK);
	cr_expect_eq(hits.n, 1);
	cr_expect_eq(
		matcher_find_only(m, text_of("superpesado"), &hits), CLAMOR_OK);
	cr_expect_eq(hits.n, 0);
	hits_free(&hits);
	matcher_free(m);
	lexfile_end(&f);
}

Test(prefixes, nothing_is_guessed)
{
	struct lexfile f;

	lexfile_begin(&f);
	lexicon_keep_typed(f.lex);
	lexfile_add(&f, "term,weight\namable,3\n");
	lexfile_finish(&f);
	post_read(&post, folder, lexicon_vocab(f.lex), text_of("superamable"));
	cr_expect(text_is(post.text, "superamable"));
	lexfile_end(&f);
}
