/* test_points.c - what hits are worth where they stand. */
#include "config.h"

#include <stdio.h>

#include "lexfile.h"
#include "points.h"

static const char lexicon[] = "term,weight,role,strength,reach\n"
	"malo,-3,,,\nbueno,3,,,\ngenial,4,,,\nno funciona,-2,,,\n"
	"no,,negator,,\nni,,negator,-1,1\nmuy,,intensifier,,\n"
	"tan,,intensifier,1.4,\npoco,,diminisher,,\npero,,adversative,,\n"
	"ojala,,irrealis,,\naja,,irony,,\nplano,1,,,\n"
	"gracias,1,courtesy,,\narreglado,,mark:resuelto,,\n"
	"cambia ~3 enseguida,2,,,\nsin problema,1,,,\nsin,,negator,,\n"
	"cama ~2 dura,-2,,,\nno ~2 sirve,-2,,,\n"
	"no solo,,negator,1,\nno es nada,,negator,,2\n";

/* The hits that score: "malo=-3000 no=0", a ! behind negated ones. */
static const char *
weigh(const char *text, unsigned without)
{
	static struct buf out;
	struct lexfile f;
	struct matcher *m;
	struct hits hits = { 0 };
	struct weighing w = { 0 };
	struct rules rules;
	size_t i;

	lexfile_one(&f, lexicon);
	m = matcher_new(f.lex);
	cr_assert_eq(matcher_find(m, text_of(text), &hits), CLAMOR_OK);
	hits_resolve(&hits);
	rules_init(&rules);
	rules.without = without;
	points_weigh(&w, &hits, matcher_post(m), &rules);
	buf_clear(&out);
	for (i = 0; i < hits.n; i++) {
		const struct entry *e = hits.v[i].entry;

		if (!hits.v[i].scores)
			continue;
		if (role_modifies(e->role) && w.v[i].milli == 0)
			continue;
		if (out.len > 0)
			buf_addc(&out, ' ');
		buf_addt(&out, e->term);
		buf_addf(&out, "=%d%s", w.v[i].milli,
			w.v[i].negated ? "!" : "");
	}
	weighing_free(&w);
	hits_free(&hits);
	matcher_free(m);
	lexfile_end(&f);
	return buf_cstr(&out);
}

Test(points, rules)
{
	static const struct {
		const char *why, *text, *want;
		unsigned without;
	} rows[] = {
		{ "nothing", "", "", 0 },
		{ "plain", "es malo", "malo=-3000", 0 },
		{ "negated", "no es malo", "malo=1500!", 0 },
		{ "negated praise", "no es bueno", "bueno=-1500!", 0 },
		{ "the rule off", "no es malo", "malo=-3000",
			RULE_NEGATION | RULE_DENIAL },
		{ "out of reach", "no a b c malo", "malo=-3000",
			RULE_DENIAL },
		{ "just in reach", "no a b malo", "malo=1500!", 0 },
		{ "a reach of its own", "ni malo", "malo=3000!", 0 },
		{ "and beyond it", "ni tan malo", "malo=-4200", RULE_DENIAL },
		{ "not over a sentence end", "no! malo", "malo=-3000",
			RULE_DENIAL },
		{ "not over a comma", "no, malo", "malo=-3000",
			RULE_DENIAL },
		{ "nor a bracket", "no (malo)", "malo=-3000", RULE_DENIAL },
		{ "not over an adversative", "no pero malo", "malo=-4500",
			RULE_DENIAL },
		{ "not backwards", "malo no", "malo=-3000", RULE_DENIAL },
		{ "negators repeat themselves", "no ni malo", "malo=3000!",
			RULE_DENIAL },
		{ "a negator inside a hit is its own", "no funciona",
			"no funciona=-2000", 0 },
		{ "but in a gap it turns", "cama no es dura",
			"cama ~2 dura=1000!", 0 },
		{ "the rule off for it", "cama no es dura",
			"cama ~2 dura=-2000", RULE_NEGATION },
		{ "the gap holds none", "cama era muy dura",
			"cama ~2 dura=-2000", 0 },
		{ "only what looks like one", "cama no solo dura",
			"cama ~2 dura=-2000", 0 },
		{ "one before repeats it", "ni cama no dura",
			"cama ~2 dura=1000!", 0 },
		{ "a comma behind it", "cama no, dura",
			"cama ~2 dura=-2000", 0 },
		{ "and one that repeats the hit's own", "no me ni sirve",
			"no ~2 sirve=-2000", 0 },
		{ "intensified", "muy malo", "malo=-4500", 0 },
		{ "a strength of its own", "tan malo", "malo=-4200", 0 },
		{ "diminished", "poco malo", "malo=-1500", 0 },
		{ "intensity off", "muy malo", "malo=-3000",
			RULE_INTENSITY },
		{ "not very", "no muy malo", "malo=2250!", 0 },
		{ "three times at most", "muy muy muy malo", "malo=-9000", 0 },
		{ "behind an adversative", "bueno pero malo",
			"bueno=3000 malo=-4500", 0 },
		{ "adversatives off", "bueno pero malo",
			"bueno=3000 malo=-3000", RULE_ADVERSATIVE },
		{ "wished", "ojala fuera bueno", "bueno=900", 0 },
		{ "a wish leaves what is bad", "ojala no, malo", "malo=-3000",
			RULE_DENIAL },
		{ "irony turns praise", "aja, bueno", "bueno=-3000", 0 },
		{ "and no complaint", "aja, malo", "malo=-3000", 0 },
		{ "praise in quotation marks", "muy \"bueno\" todo",
			"bueno=-4500", 0 },
		{ "of two words", "lo “bueno de” todo", "bueno=-3000", 0 },
		{ "but not a name", "al «Bueno y Malo»",
			"bueno=3000 malo=-3000", 0 },
		{ "nor a quotation", "dijo \"bueno era aquel\"", "bueno=3000",
			0 },
		{ "complaints stay", "un \"malo\" de cine", "malo=-3000", 0 },
		{ "irony off", "un \"bueno\" aja, bueno",
			"bueno=3000 bueno=3000", RULE_IRONY },
		{ "asked", "es malo?", "malo=-900", 0 },
		{ "asked about what is known", "cuando fue malo?",
			"malo=-3000", 0 },
		{ "asked in anger", "es malo o que?", "malo=-3000", 0 },
		{ "questions off", "es malo?", "malo=-3000", RULE_QUESTION },
		{ "a no of its own in a gap", "cambia sin problema enseguida",
			"cambia ~3 enseguida=2000", 0 },
		{ "a no in a gap", "cambia sin prisa enseguida",
			"cambia ~3 enseguida=-1000!", 0 },
		{ "a fault put right", "malo, arreglado, bueno",
			"malo=-900 arreglado=0 bueno=3000", 0 },
		{ "praise before it", "bueno, malo, arreglado",
			"bueno=3000 malo=-900 arreglado=0", 0 },
		{ "no praise", "malo, arreglado", "malo=-3000 arreglado=0", 0 },
		{ "worse behind it", "malo, arreglado, bueno hoy, malo, malo",
			"malo=-3000 arreglado=0 bueno=3000 malo=-3000 "
			"malo=-3000",
			0 },
		{ "not put right", "malo, no arreglado, muy bueno",
			"malo=-3000 arreglado=0! bueno=4500", 0 },
		{ "solved off", "malo, arreglado, muy bueno",
			"malo=-3000 arreglado=0 bueno=4500", RULE_SOLVED },
		{ "thanks", "gracias, bueno", "gracias=1000 bueno=3000", 0 },
		{ "thanks in a complaint", "malo. gracias",
			"malo=-3000 gracias=0", 0 },
		{ "thanks and a faint one", "no funciona, gracias",
			"no funciona=-2000 gracias=0", 0 },
		{ "thanks and a fainter one", "no, no abren, gracias",
			"no=-1000 gracias=1000", 0 },
		{ "thanks in a question", "abren? gracias", "gracias=0", 0 },
		{ "for something good", "bueno hoy. abren? gracias",
			"bueno=3000 gracias=1000", 0 },
		{ "in one that faintly blames", "no abren? gracias",
			"no=-1000 gracias=1000", 0 },
		{ "praise that stands alone", "genial! es malo",
			"genial=0 malo=-3000", 0 },
		{ "it in company", "genial! bueno hoy, malo",
			"genial=4000 bueno=3000 malo=-3000", 0 },
		{ "praise in its sentence", "es genial. es malo",
			"genial=4000 malo=-3000", 0 },
		{ "courtesy off", "malo. gracias", "malo=-3000 gracias=1000",
			RULE_COURTESY },
		{ "capitals", "eso es muy MALO", "malo=-5625", 0 },
		{ "capitals in a short post", "es MALO", "malo=-3750", 0 },
		{ "two negators are one", "no no funciona",
			"no funciona=-2000", 0 },
		{ "a far one stays a denial", "no b c d e f no funciona",
			"no=-1000 no funciona=-2000", 0 },
		{ "a denial", "no abren", "no=-1000", 0 },
		{ "an answer denies nothing", "no, abren", "", 0 },
		{ "nor at the end", "pues no", "", 0 },
		{ "nor does a contrast", "no en el centro", "", 0 },
		{ "nor what the writer has", "no tengo coche", "", 0 },
		{ "nor what the writer expected", "no esperaba eso, creo", "",
			0 },
		{ "nor what the writer knows", "eso no se, creo", "", 0 },
		{ "what is not done", "no se abre", "no=-1000", 0 },
		{ "nor advice", "no llamar", "", 0 },
		{ "an infinitive inside", "para no llamar", "no=-1000", 0 },
		{ "not only a no", "ni en el centro", "ni=-1000", 0 },
		{ "denials off", "no abren", "", RULE_DENIAL },
		{ "all in capitals emphasises nothing", "ES MALO DE VERDAD",
			"malo=-3000", 0 },
		{ "elongation", "malooo", "malo=-3750", 0 },
		{ "exclamation", "malo!!", "malo=-3600", 0 },
		{ "one mark is none", "malo!", "malo=-3000", 0 },
		{ "only its own sentence", "malo. es bueno!!",
			"malo=-3000 bueno=3600", 0 },
		{ "intensity off", "eso es MALOOO!!", "malo=-3000",
			RULE_INTENSITY },
		{ "repeats count", "malo malo malo malo", "malo=-3000 "
			"malo=-3000 malo=-3000 malo=-3000", 0 },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(weigh(rows[i].text, rows[i].without),
			rows[i].want, "%s: %s", rows[i].why,
			weigh(rows[i].text, rows[i].without));
}

Test(points, names_of_rules)
{
	struct buf names = { 0 };
	const char *s;
	unsigned all = 0, n = 0;

	buf_adds(&names, rule_names());
	for (s = strtok((char *)buf_cstr(&names), ", "); s != NULL;
		s = strtok(NULL, ", ")) {
		cr_expect_neq(rule_by_name(text_of(s)), 0, "%s", s);
		all |= rule_by_name(text_of(s));
		n++;
	}
	cr_expect_eq(all, (1u << n) - 1, "each rule once");
	cr_expect_eq(rule_by_name(text_of("negatio")), 0);
	cr_expect_eq(rule_by_name(text_of("")), 0);
	buf_free(&names);
}
