/* test_verdict.c - the columns of a post. */
#include "config.h"

#include <stdio.h>

#include "lexfile.h"
#include "verdict.h"
#include "waits.h"

static const char lexicon[] =
	"term,weight,code,intent,severity,role,to\n"
	"pésimo,-3,,,,,\nexcelente,3,,,,,\nmuy caro,-2,cobro,,,,\n"
	"me cobraron,-3,cobro,,2,,\nno me llega,-3,entrega_tarde,,1,,\n"
	"llegó roto,-3,entrega_error,,,,\nfeo,-0.5,,,,,\nlindo,0.5,,,,,\n"
	"amable,2.5,trato,,,,\nrapido,2.5,espera,,,,\n"
	"no vuelvo,-2,,abandono,1,,\ndemanda,-1,,legal,3,,\n"
	"lo recomiendo,2,,recomienda,,,\nayuda,,,ayuda,,,\n"
	"gana dinero,,,,,spam,\nidiotas,-2,trato,,1,insult,\n"
	"no,,,,,negator,\nmuy,,,,,intensifier,\n"
	"aqui estoy,,,,,mark:checkin,\nsorteo,,,,,mark:incentivado,\n"
	"mi caso,,,,,mark:testimonio,\nregalo,,,,,mark:regalo,\n"
	"otra vez,,,,,mark:reincide,\nnoticia,,,,,mark:noticia,\nnavidad,,,,,season,navidad\n"
	"telcel,,,,,brand,Telcel\n/cajer[oa]s?/,,espera,,,,\n"
	"disculpe,,,,,reply:disculpa,\n";

static struct lexfile file;
static struct judge *judge;

static void
begin(void)
{
	/* numbers of our own: the defaults are moved by measurement */
	static const struct kind_options o = { .polarity_min = 100,
		.opinion_min = 200, .question_max = 400, .strong_min = 400,
		.mixed_min = 2000, .mixed_share = 500, .turn_share = 500,
		.told_min = 2000,
		.rules = { .without = RULE_DENIAL | RULE_FIRST, .question_weight = 300,
			.courtesy_max = 2000, .aside_max = 4000, .headline_min = 5000 } };

	lexfile_one(&file, lexicon);
	judge = judge_new(file.lex, &o);
}

static void
end(void)
{
	judge_free(judge);
	judge_free(NULL);
	lexfile_end(&file);
}

TestSuite(verdict, .init = begin, .fini = end);

static struct verdict
judged(const char *text)
{
	struct verdict v;

	cr_assert_eq(judge_post(judge, text_of(text), false, &v), CLAMOR_OK);
	return v;
}

static const char *
cstr(struct text t)
{
	static struct buf b;

	buf_clear(&b);
	buf_addt(&b, t);
	return buf_cstr(&b);
}

Test(verdict, kinds)
{
	static const struct {
		const char *why, *text, *kind, *polarity;
		int32_t score;
	} rows[] = {
		{ "nothing", "", "neutral", "neu", 0 },
		{ "no hits", "hoy es lunes", "neutral", "neu", 0 },
		{ "a coded complaint", "me cobraron", "complaint", "neg",
			-429 },
		{ "coded praise", "amable", "praise", "pos", 385 },
		{ "faint and tied to nobody", "feo feo", "neutral", "neg",
			-200 },
		{ "too faint for a polarity", "un regalo", "neutral", "neu",
			0 },
		{ "strong, though tied to nobody", "pésimo", "complaint",
			"neg", -429 },
		{ "tied by a user", "feo feo @tienda", "complaint", "neg",
			-200 },
		{ "talk among people", "@ana @tienda feo feo", "neutral", "neg",
			-200 },
		{ "of a topic", "@ana @tienda me cobraron", "complaint", "neg",
			-429 },
		{ "tied by a brand", "feo feo telcel", "complaint", "neg",
			-200 },
		{ "tied by an intent", "lo recomiendo", "praise", "pos",
			333 },
		{ "too faint", "feo telcel", "neutral", "neg", -111 },
		{ "mixed", "amable, pero me cobraron", "mixed", "mixed",
			-111 },
		{ "one side too small", "lindo color, me cobraron", "complaint",
			"neg", -385 },
		{ "question", "me cobran por telcel?", "question", "neu", 0 },
		{ "a faint complaint that asks", "muy caro?", "question",
			"neg", -130 },
		{ "one that asks when", "cuando me cobraron?", "complaint",
			"neg", -429 },
		{ "news", "veo malas caras: sorteo noticia. pésimo",
			"neutral", "neg", -429 },
		{ "news of mine", "noticia, me cobraron", "complaint", "neg",
			-429 },
		{ "a request", "ayuda", "question", "neu", 0 },
		{ "spam", "gana dinero", "spam", "neu", 0 },
		{ "spam with praise", "gana dinero excelente", "spam", "pos",
			429 },
		{ "a complaint that quotes spam", "gana dinero me cobraron",
			"complaint", "neg", -429 },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		struct verdict v = judged(rows[i].text);

		cr_expect_str_eq(kind_name(v.kind), rows[i].kind, "%s",
			rows[i].why);
		cr_expect_str_eq(polarity_name(v.polarity), rows[i].polarity,
			"%s", rows[i].why);
		cr_expect_eq(v.score, rows[i].score, "%s: %d", rows[i].why,
			v.score);
	}
}

Test(verdict, a_rating_ties_but_its_value_changes_nothing)
{
	struct verdict v;

	cr_assert_eq(judge_post(judge, text_of("feo feo"), true, &v),
		CLAMOR_OK);
	cr_expect_eq(v.kind, KIND_COMPLAINT);
	cr_expect_eq(v.score, -200);
}

Test(verdict, topics)
{
	static const struct {
		const char *why, *text, *code, *codes;
	} rows[] = {
		{ "none when neutral", "hoy", "", "" },
		{ "none for spam", "gana dinero cajero", "", "" },
		{ "general where there is none", "pésimo @tienda", "general",
			"general" },
		{ "one", "me cobraron", "cobro", "cobro" },
		{ "the stronger hit first", "muy caro y no me llega",
			"entrega_tarde", "entrega_tarde;cobro" },
		{ "no stronger if it is said twice",
			"muy caro, muy caro y no me llega", "entrega_tarde",
			"entrega_tarde;cobro" },
		{ "then the order of the file", "llegó roto y no me llega",
			"entrega_tarde", "entrega_tarde;entrega_error" },
		{ "only of the kind's sign", "amable, rapido y muy caro",
			"trato", "trato;espera" },
		{ "mixed: the complaints", "amable, rapido, me cobraron y no "
			"me llega", "cobro", "cobro;entrega_tarde" },
		{ "a question: any", "cajeros?", "espera", "espera" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		struct verdict v = judged(rows[i].text);

		cr_expect_str_eq(cstr(codes_name(file.codes, v.code)),
			rows[i].code, "%s: %s", rows[i].why, cstr(v.codes));
		cr_expect_str_eq(cstr(v.codes), rows[i].codes, "%s",
			rows[i].why);
	}
}

Test(verdict, severity_intent_and_waiting)
{
	static const struct {
		const char *why, *text;
		int severity;
		enum intent intent;
		int64_t wait;
	} rows[] = {
		{ "nothing", "hoy", 0, INTENT_NONE, WAITS_NONE },
		{ "a complaint is at least 1", "llegó roto", 1, INTENT_NONE,
			WAITS_NONE },
		{ "mixed too", "amable, llegó roto", 1, INTENT_NONE,
			WAITS_NONE },
		{ "the most of the hits", "no me llega, me cobraron", 2,
			INTENT_NONE, WAITS_NONE },
		{ "the strongest intent", "no vuelvo, demanda", 3,
			INTENT_LEGAL, WAITS_NONE },
		{ "praise has none", "amable excelente, lo recomiendo", 0,
			INTENT_RECOMIENDA, WAITS_NONE },
		{ "a negated hit loses both", "no demanda, no me llega", 1,
			INTENT_NONE, WAITS_NONE },
		{ "waiting", "no me llega, llevo 3 horas esperando", 1,
			INTENT_NONE, 180 },
		{ "a day of it is serious", "no me llega, llevo 2 dias "
			"esperando", 2, INTENT_NONE, 2880 },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		struct verdict v = judged(rows[i].text);

		cr_expect_eq(v.severity, rows[i].severity, "%s: %d",
			rows[i].why, v.severity);
		cr_expect_eq(v.intent, rows[i].intent, "%s", rows[i].why);
		cr_expect_eq(v.wait_minutes, rows[i].wait, "%s: %" PRId64,
			rows[i].why, v.wait_minutes);
	}
}

Test(verdict, seasons_by_date)
{
	struct lexfile f;
	struct judge *j;
	struct kind_options o;
	struct verdict v;

	kind_options_init(&o);
	lexfile_one(&f, "term,weight,role,to\nnoche buena,,season,navidad\n"
			"otra vez,,mark:reincide,\nfeo,-5,,\n");
	j = judge_new(f.lex, &o);
	judge_seasons(j, text_of("navidad;reyes"));
	cr_assert_eq(judge_post(j, text_of("otra vez feo en noche buena"),
			     true, &v),
		CLAMOR_OK);
	cr_expect(text_is(v.marks,
		"temporada:navidad;temporada:reyes;reincide"));
	judge_seasons(j, text_of(""));
	cr_assert_eq(judge_post(j, text_of("feo"), true, &v), CLAMOR_OK);
	cr_expect(text_is(v.marks, ""));
	judge_free(j);
	lexfile_end(&f);
}

Test(verdict, marks)
{
	static const struct {
		const char *why, *text, *want;
	} rows[] = {
		{ "none", "pésimo", "" },
		{ "in their order, not the text's", "otra vez un regalo de "
			"navidad, sorteo, aqui estoy",
			"checkin;incentivado;regalo;temporada:navidad" },
		{ "a complaint is not paid for", "otra vez un regalo de "
			"navidad, sorteo, aqui estoy, me cobraron",
			"checkin;regalo;temporada:navidad;reincide" },
		{ "praise is not again and again", "otra vez amable y rapido",
			"" },
		{ "each once", "regalo, regalo", "regalo" },
		{ "testimony is praise", "mi caso: amable y rapido",
			"testimonio" },
		{ "and nothing else", "mi caso: me cobraron", "" },
		{ "negated", "no es un regalo", "" },
		{ "negated once only", "no es un regalo. Otro regalo",
			"regalo" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(cstr(judged(rows[i].text).marks),
			rows[i].want, "%s", rows[i].why);
}

Test(verdict, evidence)
{
	static const struct {
		const char *why, *text, *want;
	} rows[] = {
		{ "none", "hoy es lunes", "" },
		{ "one", "Es  PÉSIMO, sí señor", "PÉSIMO@4:11=-3.75" },
		{ "in order", "amable. no me llega",
			"amable@0:6=2.5;no me llega@8:19=-3" },
		{ "modifiers that changed something", "muy amable",
			"muy@0:3=0;amable@4:10=3.75" },
		{ "modifiers that changed nothing", "muy lunes", "" },
		{ "a negated hit", "no es amable", "no@0:2=0;amable@6:12="
			"-1.25" },
		{ "hits that set a code alone", "el cajero",
			"cajero@3:9=0" },
		{ "an intent alone", "ayuda", "ayuda@0:5=0" },
		{ "a mark", "un sorteo", "sorteo@3:9=0" },
		{ "a reply is none", "disculpe", "" },
		{ "semicolons", "no; me llega", "no, me llega@0:12=-3" },
		{ "a break is a blank", "muy\ncaro. no me,\tllega",
			"no me,\tllega@10:22=-3" },
		{ "no trailing zeros", "feo", "feo@0:3=-0.5" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(cstr(judged(rows[i].text).evidence),
			rows[i].want, "%s: %s", rows[i].why,
			cstr(judged(rows[i].text).evidence));
}

/* The points of an evidence column, read as clamor-label(1) says to read it. */
static int64_t
add_up(char *evidence)
{
	int64_t sum = 0;
	char *part, *save = NULL;

	for (part = strtok_r(evidence, ";", &save); part != NULL;
		part = strtok_r(NULL, ";", &save)) {
		const char *at = strrchr(part, '@'), *s;
		unsigned from, to;
		int64_t milli = 0;
		int places = -1, minus;

		cr_assert_not_null(at);
		cr_assert_eq(sscanf(at, "@%u:%u=", &from, &to), 2);
		cr_assert_lt(from, to);
		s = strchr(at, '=') + 1;
		minus = *s == '-';
		for (s += minus; *s != '\0'; s++) {
			if (*s == '.') {
				places = 0;
				continue;
			}
			milli = milli * 10 + (*s - '0');
			places += places >= 0;
		}
		for (places = places < 0 ? 0 : places; places < 3; places++)
			milli *= 10;
		sum += minus ? -milli : milli;
	}
	return sum;
}

Test(verdict, evidence_adds_up_to_the_score)
{
	static const char *const words[] = { "pésimo", "EXCELENTE", "muy",
		"no", "feo", "lindo", "amableee", "me cobraron", "no me llega",
		"gana dinero", "sorteo", "@x", "y", "idiotas", "muy caro" };
	static const char *const ends[] = { " ", " ", ", ", ". ", "!! ", "; " };
	struct buf post = { 0 };
	int round;

	for (round = 0; round < 4000; round++) {
		unsigned n = roll(12);
		struct verdict v;
		char *evidence;
		int64_t sum, size, want;

		buf_clear(&post);
		while (n-- > 0) {
			buf_adds(&post, words[roll(ROWS(words))]);
			buf_adds(&post, ends[roll(ROWS(ends))]);
		}
		v = judged(buf_cstr(&post));
		evidence = xstrdup(cstr(v.evidence));
		sum = add_up(evidence);
		size = sum < 0 ? -sum : sum;
		/* rounded half up: 2000 size / 2 (size + 4000), plus a half */
		want = (2000 * size + size + 4000) / (2 * (size + 4000));
		cr_assert_eq(v.score, sum < 0 ? -want : want, "%s: %s",
			post.p, cstr(v.evidence));
		free(evidence);
	}
	buf_free(&post);
}

Test(verdict, hostile_posts, .timeout = 30)
{
	static const char *const pieces[] = { "no ", "muy no pero ",
		"pésimo ", "no me llega;", "sorteo ", "3 horas ", "\xFF",
		"#MuyFeo", "!" };
	struct buf post = { 0 };
	struct verdict v;
	size_t i;

	for (i = 0; i < ROWS(pieces); i++) {
		buf_clear(&post);
		while (post.len < 100000)
			buf_adds(&post, pieces[i]);
		cr_expect_eq(judge_post(judge, buf_text(&post), false, &v),
			CLAMOR_OK);
		cr_expect(v.score >= -1000 && v.score <= 1000);
	}
	buf_free(&post);
}
