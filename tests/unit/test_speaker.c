/* test_speaker.c - customer or reporter. */
#include "config.h"

#include "lexfile.h"
#include "matcher.h"
#include "speaker.h"

static const char lexicon[] = "term,weight,role\n"
	"reportan,,mark:noticia\naprovecha,,mark:oferta\n"
	"ladrones,-3,insult\npelicula,,mark:ajeno\n";

Test(speaker, who_speaks)
{
	static const struct {
		const char *why, *text;
		bool reports;
	} rows[] = {
		{ "nobody", "", false },
		{ "a customer", "no carga la página de la tienda", false },
		{ "news", "Reportan fallas en los cajeros", true },
		{ "of me", "Reportan fallas en mi cajero", false },
		{ "of us", "Reportan fallas y seguimos sin luz", false },
		{ "to you", "Reportan fallas, ustedes qué hacen", false },
		{ "an answer", "@ana reportan fallas", false },
		{ "an offer", "Aprovecha nuestra venta", true },
		{ "an offer to you", "Aprovecha tu plan", true },
		{ "an offer to me", "me dijeron aprovecha y no sirve",
			false },
		{ "a film", "me aburrió la película", true },
		{ "a film of theirs", "@cine me aburrió la película", false },
		{ "a headline", "Cierran tres oficinas del banco este año "
			"https://a.mx/b", true },
		{ "two links", "Cierran tres oficinas del banco este año "
			"https://a.mx/b https://a.mx/c", true },
		{ "too short for one", "Pésimo servicio, ladrones "
			"https://a.mx/b", false },
		{ "no link", "Cierran tres oficinas del banco este año",
			false },
		{ "a link inside", "Vean https://a.mx/b lo que hace el banco "
			"a la gente", false },
		{ "cut off by the export", "Cierran tres oficinas del banco "
			"est… https://a.mx/b", false },
		{ "shouted", "Cierran tres oficinas del banco este año! "
			"https://a.mx/b", false },
		{ "asked", "¿Cierran tres oficinas del banco este año? "
			"https://a.mx/b", false },
		{ "laughed", "Cierran tres oficinas del banco este año 😂 "
			"https://a.mx/b", false },
		{ "drawn out", "Cierran muchaaas oficinas del banco este año "
			"https://a.mx/b", false },
		{ "cursed", "Cierran tres oficinas esos ladrones del banco "
			"https://a.mx/b", false },
		{ "a headline of mine", "Cierran la oficina de mi barrio y "
			"listo https://a.mx/b", false },
	};
	struct hits hits = { 0 };
	struct matcher *m;
	struct lexfile f;
	struct rules rules;
	size_t i;

	rules_init(&rules);
	lexfile_one(&f, lexicon);
	m = matcher_new(f.lex);
	for (i = 0; i < ROWS(rows); i++) {
		cr_assert_eq(matcher_find(m, text_of(rows[i].text), &hits),
			CLAMOR_OK);
		hits_resolve(&hits);
		cr_expect_eq(speaker_reports(matcher_post(m), &hits, &rules),
			rows[i].reports, "%s", rows[i].why);
	}
	hits_free(&hits);
	matcher_free(m);
	lexfile_end(&f);
}
