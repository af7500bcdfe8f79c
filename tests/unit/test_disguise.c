/* test_disguise.c - words behind figures, stars and blanks; words of tags. */
#include "config.h"

#include "disguise.h"
#include "lexfile.h"
#include "tagwords.h"
#include "tokens.h"

static struct fold *folder;
static struct post post;
static struct vocab *vocab;

static void
begin(void)
{
	static const char *const words[] = { "mierda", "estafa", "cabrones",
		"putas", "puta", "coño", "pesimo", "servicio", "malo", "mala",
		"todos", "todas", "ladrones", "no", "compren", "experiencia",
		"devuelvan", "mi", "dinero", "dias", "grupos", "ahora", "que",
		"asco", "caro", "y", "de", "comentario", "lado", "culo", "es",
		"a4", "hola", "una" };
	size_t i;

	folder = fold_new();
	vocab = vocab_new();
	for (i = 0; i < ROWS(words); i++)
		(void)vocab_add(vocab, text_of(words[i]));
	(void)vocab_add_stem(vocab, text_of("decepcion"));
	(void)vocab_add_stem(vocab, text_of("est"));
	vocab_set_slang(vocab, vocab_add(vocab, text_of("hdp")),
		text_of("hijo de puta"));
	vocab_set_slang(vocab, vocab_add(vocab, text_of("malo_")), text_of(""));
}

static void
end(void)
{
	fold_free(folder);
	post_free(&post);
	vocab_free(vocab);
}

TestSuite(disguise, .init = begin, .fini = end);
TestSuite(tagwords, .init = begin, .fini = end);

Test(disguise, posts)
{
	static const struct reading rows[] = {
		{ "figures", "m13rda mi3rda est4fa 35t4f4 l4dr0n3s",
			"mierda mierda estafa estafa ladrones" },
		{ "l for 1", "ma1o s3rvicio", "malo servicio" },
		{ "signs", "c@brones put@s e$tafa m!erda",
			"cabrones putas estafa mierda" },
		{ "both genders: the first", "tod@s", "todos" },
		{ "capitals and accents", "P3SIMO pés1mo", "pesimo pesimo" },
		{ "a star a letter", "p*ta p**a m*erda co*o c*ño",
			"puta puta mierda coño coño" },
		{ "stars for any", "m***a p***a", "mierda puta" },
		{ "stars behind", "p*** m***** cul*", "puta mierda cul*" },
		{ "an ellipsis", "m…a m...a p..a", "mierda mierda puta" },
		{ "blanks between", "es p é s i m o, si", "es pesimo, si" },
		{ "other characters",
			"e-s-t-a-f-a e.s.t.a.f.a. e_s_t_a_f_a "
			"M*I*E*R*D*A",
			"estafa estafa. estafa mierda" },
		{ "several words", "p e s i m o s e r v i c i o",
			"pesimo servicio" },
		{ "an ending", "d e c e p c i o n a d o", "decepcionado" },
		{ "before and behind", "(m13rda), ¡p*ta!", "(mierda), ¡puta!" },
		{ "what is no disguise", "a320 4g 24h mp3 10am co2 covid19 50%",
			"a320 4g 24h mp3 10am co2 covid19 50%" },
		{ "figures at one end", "4hora grupo5 dia5 3stafa malo1",
			"4hora grupo5 dia5 3stafa malo1" },
		{ "a known word as typed", "a4 a4", "a4 a4" },
		{ "unknown words", "x*yz v1gtz t*do a b c d e",
			"x*yz v1gtz t*do a b c d e" },
		{ "sums and signs", "5*10 a*b 2*mala *mala* mala* hola!mala",
			"5*10 a*b 2*mala *mala* mala* hola!mala" },
		{ "no blank behind a mark", "decepcion!un mala!no",
			"decepcion!un mala!no" },
		{ "words set apart", "es-y-a de-la-que a-c",
			"es-y-a de-la-que "
			"a-c" },
		{ "two characters between", "a s-c o  a, s, c, o",
			"a s-c o a, s, c, o" },
		{ "a mail address", "ana@todos.es p@ta.com",
			"ana@todos.es "
			"p@ta.com" },
		{ "a short stem is no word", "est4xyz", "est4xyz" },
		{ "an ellipsis between words", "mala...que y...a hola...",
			"mala...que y...a hola..." },
		{ "too long", "m1111111111111111111111111erda",
			"m1111111111111111111111111erda" },
	};

	expect_readings(&post, folder, vocab, rows, ROWS(rows));
}

Test(disguise, offsets)
{
	static const struct {
		const char *in, *piece, *want;
	} rows[] = {
		{ "es m13rda, no", "mierda", "m13rda" },
		{ "es P*** no", "puta", "P***" },
		{ "es p é s i m o. no", "pesimo", "p é s i m o" },
		{ "es p é s i m o. no", "no", "no" },
		{ "es m…a: no", "mierda", "m…a" },
		{ "c@brones mala", "cabrones mala", "c@brones mala" },
		{ "#MalaExperiencia", "mala", "Mala" },
		{ "#malaexperiencia hola", "experiencia", "experiencia" },
		{ "#malaexperiencia hola", "hola", "hola" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		uint32_t from, to, start;
		const char *at;

		post_read(&post, folder, vocab, text_of(rows[i].in));
		/* the last: the words of a tag stand behind it */
		for (start = (uint32_t)post.text.len;
			memcmp(post.text.p + start, rows[i].piece,
				strlen(rows[i].piece)) != 0;
			start--)
			cr_assert_gt(start, 0, "%s", rows[i].in);
		at = rows[i].in;
		post_origin(&post, start,
			start + (uint32_t)strlen(rows[i].piece), &from, &to);
		cr_expect(text_is((struct text){ at + from, to - from },
				  rows[i].want),
			"%s: %u-%u", at, from, to);
	}
}

/* What may_have denies, disguise_read must not find: every disguise behind
 * every number of bytes. */
Test(disguise, may_have_is_conservative)
{
	static const char *const all[] = { "m13rda", "est4fa", "p*ta", "p**a",
		"m***a", "p***", "c@brones", "e$tafa", "m!erda", "m…a", "m...a",
		"p e s i m o", "e-s-t-a-f-a", "c*ño" };
	struct buf b = { 0 };
	size_t i, n;

	for (i = 0; i < ROWS(all); i++) {
		for (n = 0; n < 140; n++) {
			buf_clear(&b);
			buf_addf(&b, "%*s%s", (int)n, "", all[i]);
			while (b.len > strlen(all[i]) && b.len % 3 == 0)
				buf_adds(&b, " x");
			memset(b.p, 'x', n > 0 ? n - 1 : 0);
			post_read(&post, folder, vocab, buf_text(&b));
			cr_assert_eq(memmem(post.text.p, post.text.len, all[i],
					     strlen(all[i])),
				NULL, "%zu %s", n, all[i]);
		}
	}
	buf_free(&b);
}

/* Reading once is enough: no text without tags or entities changes again. */
Test(disguise, norm_of_norm_is_norm)
{
	static const char *const words[] = { "m13rda", "p*ta", "p***a", "p",
		"e", "ma1o", "hdp", "malooo", "maloo", "est4fa", "m", "a", "s",
		"c o \u00F1 o", "mala", "\u1D0D\u1D00\u029F\u1D0F", "mal\u043E",
		"\U0001F621", "c@brones", "m...a", "x*y", "4g" };
	static const char *const between[] = { " ", " ", "-", ". ", ", ", "!",
		" \u2026 ", "*", "." };
	struct buf in = { 0 };
	char *once;
	int round;
	unsigned n;

	for (round = 0; round < 20000; round++) {
		buf_clear(&in);
		for (n = 1 + roll(12); n > 0; n--) {
			buf_adds(&in, words[roll(ROWS(words))]);
			buf_adds(&in, between[roll(ROWS(between))]);
		}
		post_read(&post, folder, vocab, buf_text(&in));
		once = xmemdup0(post.text.p, post.text.len);
		post_read(&post, folder, vocab, text_of(once));
		cr_assert(text_is(post.text, once), "'%s': '%s', then '%.*s'",
			buf_cstr(&in), once, (int)post.text.len, post.text.p);
		free(once);
	}
	buf_free(&in);
}

Test(disguise, as_typed)
{
	static const struct reading rows[] = {
		{ "nothing is guessed",
			"m13rda p*ta p e s i m o "
			"#malaexperiencia",
			"m13rda p*ta p e s i m o "
			"#malaexperiencia malaexperiencia" },
	};

	vocab_keep_typed(vocab);
	expect_readings(&post, folder, vocab, rows, ROWS(rows));
}

Test(tagwords, posts)
{
	static const struct reading rows[] = {
		{ "two words", "#nocompren #PESIMOSERVICIO",
			"#nocompren no compren #pesimoservicio pesimo "
			"servicio" },
		{ "three", "#devuelvanmidinero",
			"#devuelvanmidinero devuelvan mi dinero" },
		{ "a word is not cut", "#comentario",
			"#comentario comentario" },
		{ "an ending at last", "#quedecepcionado",
			"#quedecepcionado que decepcionado" },
		{ "not between", "#decepcionadodinero",
			"#decepcionadodinero decepcionadodinero" },
		{ "all of it or nothing", "#malaexperienciax",
			"#malaexperienciax malaexperienciax" },
		{ "no slang", "#hdpmala", "#hdpmala hdpmala" },
		{ "first a preposition", "#delado", "#delado delado" },
		{ "too short", "#nomi", "#nomi nomi" },
		{ "humps and the vocabulary", "#MalaexperienciaCaro",
			"#malaexperienciacaro mala experiencia caro" },
		{ "a capital alone", "#CaroYMalo #MaloYCARO",
			"#caroymalo caro y malo #maloycaro malo ycaro" },
		{ "capitals", "#CAROyMalo", "#caroymalo caroy malo" },
	};

	expect_readings(&post, folder, vocab, rows, ROWS(rows));
}

Test(tagwords, limits)
{
	size_t ends[TAGWORDS_MAX];
	struct buf b = { 0 };

	while (b.len < 48)
		buf_adds(&b, "mala");
	cr_expect_eq(tagwords_cut(vocab, buf_text(&b), ends), 0,
		"more than eight words");
	b.len = 9 * 4;
	cr_expect_eq(tagwords_cut(vocab, buf_text(&b), ends), 0);
	b.len = 8 * 4;
	cr_expect_eq(tagwords_cut(vocab, buf_text(&b), ends), 8);
	b.len = 5 * 4;
	cr_assert_eq(tagwords_cut(vocab, buf_text(&b), ends), 5);
	cr_expect_eq(ends[0], 4);
	cr_expect_eq(ends[4], 20);
	cr_expect_eq(tagwords_cut(vocab, (struct text){ "", 0 }, ends), 0);
	buf_free(&b);
}
