/* test_spelling.c - the regular slips, and which of them are taken. */
#include "config.h"

#include "lexfile.h"
#include "onepost.h"
#include "spelling.h"

static void
note(void *ctx, struct text slip)
{
	struct buf *b = ctx;

	if (b->len > 0)
		buf_addc(b, ' ');
	buf_addt(b, slip);
}

Test(spelling, slips)
{
	static const struct {
		const char *word, *want;
	} rows[] = {
		{ "bueno", "vueno" },
		{ "vivir", "bivir vibir" },
		{ "horrible", "orrible horrivle" },
		{ "chico", "" },
		{ "crush", "" },
		{ "gracias", "grasias" },
		{ "zapato", "sapato" },
		{ "cerveza", "serveza cerbeza cervesa" },
		{ "necesito", "nesesito nececito" },
		{ "acceso", "acseso aceso accezo" },
		{ "excelente", "escelente exselente exelente" },
		{ "piscina", "picina pissina pisina" },
		{ "pasar", "pazar" },
		{ "estar", "" },
		{ "llamar", "yamar" },
		{ "ayer", "aller" },
		{ "yo", "" },
		{ "gente", "jente" },
		{ "viaje", "biaje viage" },
		{ "lugar", "" },
		{ "tiempo", "tienpo" },
		{ "enviar", "emviar enbiar" },
		{ "quiero", "kiero" },
		{ "porque", "porke" },
		{ "cobro", "kobro covro" },
		{ "experiencia", "esperiencia experiensia" },
		{ "señor", "ceñor" },
		{ "", "" },
		{ "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "" },
	};
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		buf_clear(&b);
		spelling_slips(text_of(rows[i].word), false, note, &b);
		cr_expect_str_eq(buf_cstr(&b), rows[i].want, "%s: %s",
			rows[i].word, b.p);
	}
	buf_free(&b);
}

Test(spelling, a_stem_ends_before_its_last_letter)
{
	struct buf b = { 0 };

	spelling_slips(text_of("decepc"), true, note, &b);
	cr_expect_str_eq(buf_cstr(&b), "desepc");
	buf_free(&b);
}

Test(spelling, no_more_than_promised)
{
	struct buf b = { 0 };
	size_t i, n = 1;

	spelling_slips(
		text_of("bvbvbvbvbvbvbvbvbvbvbvbvbvbvbvbv"), false, note, &b);
	for (i = 0; i < b.len; i++)
		n += b.p[i] == ' ';
	cr_expect_eq(n, SPELLING_SLIPS);
	buf_free(&b);
}

TestSuite(variants, .init = onepost_begin, .fini = onepost_end);

static void
ordinary(struct lexfile *f, const char *text)
{
	char *path = file_of(text, strlen(text));
	struct err err = { 0 };

	cr_assert_eq(lexicon_add_ordinary(f->lex, path, &err), CLAMOR_OK, "%s",
		err.text);
	file_gone(path);
}

/* A lexicon whose words may be misspelt. */
static void
begin_lexicon(struct lexfile *f)
{
	lexfile_begin(f);
	ordinary(f, "word\nvalla\npresión\nserrar\n");
	lexfile_add(f,
		"term\nexcelente\nvaya\nprecio*\ncerrar\nmal servicio\n"
		"decepcion*\nboca\nbuen{o|ísimo}\n!Horrible\nacogedor\n"
		"escelencia\nexcelencia\nfeliz\nfelis*\nzetas\nsetas\n");
	lexfile_add(f, "term,role,to\nhacemos,slang,hacer\n");
	lexfile_finish(f);
	cr_assert_eq(f->rc, CLAMOR_OK);
}

Test(variants, posts)
{
	static const struct reading rows[] = {
		{ "one letter", "exelente, ESCELENTE", "excelente, excelente" },
		{ "two slips are none", "eselentte eselente",
			"eselentte "
			"eselente" },
		{ "in a phrase", "mal serbicio", "mal servicio" },
		{ "drawn out", "vuenooo vuenisimoooo", "bueno buenisimo" },
		{ "an ordinary word", "valla serrar presion",
			"valla serrar "
			"presion" },
		{ "a short word", "voca vaya", "voca vaya" },
		{ "a word of the lexicon", "escelencia", "escelencia" },
		{ "only as written", "orrible", "orrible" },
		{ "slang has none", "acemos", "acemos" },
		{ "begins with a stem", "felis", "felis" },
		{ "of two words", "cetas", "cetas" },
		{ "in a tag", "#AcojedorVueno",
			"#acojedorvueno acogedor bueno" },
	};
	struct lexfile f;

	begin_lexicon(&f);
	expect_readings(&post, folder, lexicon_vocab(f.lex), rows, ROWS(rows));
	lexfile_end(&f);
}

Test(variants, stems)
{
	static const struct {
		const char *word;
		bool known;
	} rows[] = {
		{ "desepcionado", true },
		{ "decepsionado", true },
		{ "presioso", false }, /* presión begins so */
		{ "presion", false },
	};
	struct lexfile f;
	size_t i;

	begin_lexicon(&f);
	for (i = 0; i < ROWS(rows); i++)
		cr_expect_eq(vocab_knows(lexicon_vocab(f.lex),
				     text_of(rows[i].word)),
			rows[i].known, "%s", rows[i].word);
	lexfile_end(&f);
}

Test(variants, without_the_list_nothing_is_a_slip)
{
	struct lexfile f;

	lexfile_begin(&f);
	lexfile_add(&f, "term\nexcelente\n");
	lexfile_finish(&f);
	cr_expect_eq(vocab_find(lexicon_vocab(f.lex), text_of("exelente")), 0);
	lexfile_end(&f);
}
