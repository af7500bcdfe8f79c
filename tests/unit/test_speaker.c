/* test_speaker.c - customer or reporter. */
#include "config.h"

#include "lexfile.h"
#include "matcher.h"
#include "speaker.h"

static const char lexicon[] = "term,weight,role\n"
	"reportan,,mark:noticia\naprovecha,,mark:oferta\nfijate si,,mark:consejo\n"
	"ladrones,-3,insult\npelicula,,mark:ajeno\n"
	"pedimos disculpas,,mark:respuesta\n";

Test(speaker, who_speaks)
{
	static const struct {
		const char *why, *text;
		bool reports;
		int64_t sum; /* of the points */
	} rows[] = {
		{ "nobody", "", false, 0 },
		{ "a customer", "no carga la página de la tienda", false, 0 },
		{ "news", "Reportan fallas en los cajeros", true, 0 },
		{ "of what is here", "Reportan fallas aquí en el centro",
			false, 0 },
		{ "of me", "Reportan fallas en mi cajero", false, 0 },
		{ "of us", "Reportan fallas y seguimos sin luz", false, 0 },
		{ "to you", "Reportan fallas, ustedes qué hacen", false, 0 },
		{ "an answer", "@ana reportan fallas", false, 0 },
		{ "an offer", "Aprovecha nuestra venta", true, 0 },
		{ "an offer to you", "Aprovecha tu plan", true, 0 },
		{ "an offer to me", "me dijeron aprovecha y no sirve",
			false, 0 },
		{ "an offer that is cursed", "Aprovecha tu plan", false,
			-4000 },
		{ "advice", "Yo llamaría, fíjate si te lo cambian", true, 0 },
		{ "advice in an answer", "@ana fíjate si lo cambian", true, 0 },
		{ "advice in a rage", "fíjate si son ladrones", false, -4000 },
		{ "happy advice", "fíjate si son buenos", false, 4000 },
		{ "a company", "@ana te pedimos disculpas", true, 0 },
		{ "a company that rages", "@ana te pedimos disculpas", false,
			-4000 },
		{ "a film", "me aburrió la película", true, 0 },
		{ "a film of theirs", "@cine me aburrió la película", false, 0 },
		{ "a headline", "Cierran tres oficinas del banco este año "
			"https://a.mx/b", true, 0 },
		{ "begun as people do", "Cuando cierran tres oficinas del banco "
			"https://a.mx/b", false, 0 },
		{ "two links", "Cierran tres oficinas del banco este año "
			"https://a.mx/b https://a.mx/c", true, 0 },
		{ "too short for one", "Pésimo servicio, ladrones "
			"https://a.mx/b", false, 0 },
		{ "no link", "Cierran tres oficinas del banco este año",
			false, 0 },
		{ "a link inside", "Vean https://a.mx/b lo que hace el banco "
			"a la gente", false, 0 },
		{ "cut off by the export", "Cierran tres oficinas del banco "
			"est… https://a.mx/b", false, 0 },
		{ "shouted", "Cierran tres oficinas del banco este año! "
			"https://a.mx/b", false, 0 },
		{ "asked", "¿Cierran tres oficinas del banco este año? "
			"https://a.mx/b", false, 0 },
		{ "laughed", "Cierran tres oficinas del banco este año 😂 "
			"https://a.mx/b", false, 0 },
		{ "drawn out", "Cierran muchaaas oficinas del banco este año "
			"https://a.mx/b", false, 0 },
		{ "cursed", "Cierran tres oficinas esos ladrones del banco "
			"https://a.mx/b", false, 0 },
		{ "a headline of mine", "Cierran la oficina de mi barrio y "
			"listo https://a.mx/b", false, 0 },
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
		cr_expect_eq(speaker_reports(matcher_post(m), &hits,
				     rows[i].sum, &rules),
			rows[i].reports, "%s", rows[i].why);
	}
	cr_assert_eq(matcher_find(m, text_of("le va bien"), &hits), CLAMOR_OK);
	cr_expect(!speaker_undergoes(matcher_post(m)));
	cr_assert_eq(matcher_find(m, text_of("nos va bien"), &hits), CLAMOR_OK);
	cr_expect(speaker_undergoes(matcher_post(m)));
	hits_free(&hits);
	matcher_free(m);
	lexfile_end(&f);
}
