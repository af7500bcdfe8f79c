/* test_matcher.c - hits against a naive search, and posts that are hostile. */
#include "config.h"

#include <stdio.h>

#include "lexfile.h"
#include "matcher.h"
#include "unichar.h"

/* All hits as "TERM@FROM:TO", those that do not score in parentheses. */
static const char *
find(struct matcher *m, const char *text)
{
	static struct buf out;
	static struct hits hits;
	size_t i;

	buf_clear(&out);
	cr_expect_eq(matcher_find(m, text_of(text), &hits), CLAMOR_OK);
	hits_resolve(&hits);
	for (i = 0; i < hits.n; i++) {
		const struct hit *h = &hits.v[i];

		if (i > 0)
			buf_addc(&out, ' ');
		if (!h->scores)
			buf_addc(&out, '(');
		buf_addt(&out, h->entry->term);
		buf_addf(
			&out, "@%u:%u%s", h->from, h->to, h->scores ? "" : ")");
	}
	return buf_cstr(&out);
}

/* What a lexicon finds in a post. */
static void
expect_found(const char *lexicon, const char *text, const char *want,
	const char *why)
{
	struct matcher *m;
	struct lexfile f;
	const char *got;

	lexfile_one(&f, lexicon);
	m = matcher_new(f.lex);
	got = find(m, text);
	cr_expect_str_eq(got, want, "%s: %s", why, got);
	matcher_free(m);
	lexfile_end(&f);
}

Test(matcher, terms)
{
	static const struct {
		const char *why, *term, *text, *want;
	} rows[] = {
		{ "a word", "mal", "Muy MAL, malo.", "mal@4:7" },
		{ "accents", "pésimo", "pesimo PÉSIMO pe\xCC\x81simo",
			"pésimo@0:6 pésimo@7:14 pésimo@15:23" },
		{ "elongation", "bueno", "Buenoooo", "bueno@0:8" },
		{ "a phrase", "mala atención", "la mala  Atencion!",
			"mala atención@3:17" },
		{ "punctuation between", "no gracias", "no, (gracias)",
			"no gracias@0:12" },
		{ "a sentence end between", "no gracias", "no. gracias", "" },
		{ "a break between", "no gracias", "no\ngracias", "" },
		{ "ellipsis before a small letter", "no gracias",
			"no... gracias", "no gracias@0:13" },
		{ "ellipsis before a capital", "no gracias", "no... Gracias",
			"" },
		{ "a stem", "decep*", "decepcionada decep dece",
			"decep*@0:12 decep*@13:18" },
		{ "a stem with a run of its own", "uyyy*", "Uyyyyuy uyuy",
			"uyyy*@0:7" },
		{ "such a run made one of three", "uyyyno*", "uyyyyyno",
			"uyyyno*@0:8" },
		{ "a stem in a phrase", "muy decep* con",
			"muy decepcionado "
			"con",
			"muy decep* con@0:20" },
		{ "no gap", "a ~2 b", "a b", "a ~2 b@0:3" },
		{ "a gap of two", "a ~2 b", "a x y b", "a ~2 b@0:7" },
		{ "a gap of three", "a ~2 b", "a x y z b", "" },
		{ "the shortest from where it starts", "a ~2 b", "a b b",
			"a ~2 b@0:3" },
		{ "from every start", "a ~2 b", "a a b",
			"a ~2 b@0:5 (a ~2 b@2:5)" },
		{ "each word of a set by itself", "a ~2 {b|c}", "a b c b",
			"a ~2 {b|c}@0:5 (a ~2 {b|c}@0:3)" },
		{ "sets behind each other", "a ~1 {b|c} ~1 {b|d}", "a b c b d",
			"a ~1 {b|c} ~1 {b|d}@0:9 "
			"(a ~1 {b|c} ~1 {b|d}@0:7)" },
		{ "a stem of a set by itself", "a ~2 {b*|c}", "a b c bb",
			"a ~2 {b*|c}@0:5 (a ~2 {b*|c}@0:3)" },
		{ "two stems of a set", "a ~2 {b*|bb*|c}", "a b bb bbb",
			"a ~2 {b*|bb*|c}@0:6 (a ~2 {b*|bb*|c}@0:3)" },
		{ "one of a set twice", "a {b|b} {c|d}", "a b d",
			"a {b|b} {c|d}@0:5" },
		{ "n for ñ in a set", "mi {niño|cañón}", "mi nino mi canon",
			"mi {niño|cañón}@0:7 mi {niño|cañón}@8:16" },
		{ "a gap over a sentence end", "aa ~2 b", "aa. b", "" },
		{ "a tag is no word of a gap", "a ~1 b", "a #X b",
			"a ~1 b@0:6" },
		{ "tag looked through", "mal servicio", "#Mal #Servicio",
			"mal servicio@1:14" },
		{ "a tag", "#maltrato", "el #MalTrato!", "#maltrato@3:12" },
		{ "a stem of a tag", "#maltrat*", "el #MalTrato!",
			"#maltrat*@3:12" },
		{ "a stem of a user", "@telcel*", "@Telcel_mx @tel",
			"@telcel*@0:10" },
		{ "an exact tag", "!#MalTrato", "#MalTrato #maltrato",
			"!#MalTrato@0:9" },
		{ "a word of a tag", "trato", "el #MalTrato!", "trato@7:12" },
		{ "a tag is no word", "maltrato", "el #MalTrato!", "" },
		{ "exact", "!Orange", "Orange orange ORANGE", "!Orange@0:6" },
		{ "exact in NFC", "!Pérez", "Pe\xCC\x81rez Perez pérez",
			"!Pérez@0:7" },
		{ "exact, the term in NFD", "!Pe\xCC\x81rez", "Pérez",
			"!Pe\xCC\x81rez@0:6" },
		{ "exact and elongated", "!Orange", "Orangeee", "" },
		{ "exact in a phrase", "con !Claro no",
			"con Claro no. con "
			"claro no",
			"con !Claro no@0:12" },
		{ "numbers", "<num> horas",
			"3 horas tres horas 1,5 horas "
			"muchas horas",
			"<num> horas@0:7 <num> horas@8:18 "
			"<num> horas@19:28" },
		{ "time", "a las <time>", "a las 10:30 a las 10",
			"a las <time>@0:11" },
		{ "money", "<money>", "$500 20€ 7",
			"<money>@0:4 "
			"<money>@5:10" },
		{ "user", "gracias <user>", "gracias @Telcel",
			"gracias <user>@0:15" },
		{ "url", "<url>", "ve http://a.mx.", "<url>@3:14" },
		{ "emoji and emoticons", "<emoji>", "😡 :(",
			"<emoji>@0:4 <emoji>@5:7" },
		{ "an emoji", "👎", "mal👎🏽 👎", "👎@3:11 👎@12:16" },
		{ "a run of it", "👎", "mal👎🏽👎", "👎@3:15" },
		{ "a sequence of emoji", "❤️\xE2\x80\x8D🔥",
			"\xE2\x9D\xA4\xEF\xB8\x8F\xE2\x80\x8D\xF0\x9F\x94\xA5",
			"❤️\xE2\x80\x8D🔥@0:13" },
		{ "emoticon", ":(", "mal :(((", ":(@4:8" },
		{ "a number as a word", "24 horas", "24 horas 24,5 horas",
			"24 horas@0:8" },
		{ "nothing but classes", "<num> <num>", "1 2 3",
			"<num> <num>@0:3 (<num> <num>@2:5)" },
		{ "common words alone", "no me", "no me no, me",
			"no me@0:5 no me@6:12" },
		{ "a word again and again", "a a", "a a a",
			"a a@0:3 (a a@2:5)" },
		{ "an expression", "/m[ae]l\\b/", "MAL mel malo",
			"/m[ae]l\\b/@0:3 /m[ae]l\\b/@4:7" },
		{ "an expression in changed text widens", "/ueno/",
			"es Buenoooo", "/ueno/@3:11" },
		{ "an expression over punctuation alone", "/!!/", "mal!!", "" },
		{ "one entry, two forms, one place", "{mal|mal*}", "mal",
			"{mal|mal*}@0:3" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		struct buf in = { 0 };

		buf_addf(&in, "term\tweight\n%s\t1\n", rows[i].term);
		expect_found(
			buf_cstr(&in), rows[i].text, rows[i].want, rows[i].why);
		buf_free(&in);
	}
}

/* A word that is written with a run is found beside a stem that is, too. */
Test(matcher, words_and_stems_with_runs)
{
	expect_found("term,weight\nuyyy,-1\nuyyy*,-1\n", "uyyyyy",
		"uyyy@0:6 (uyyy*@0:6)", "runs");
}

/* An expression sees a tag and the words that are cut from it: one place. */
Test(matcher, entries_count_once_at_a_place)
{
	expect_found("term,weight\n/mal[ao]/,-1\n/malo/,-1\n", "#Malo",
		"/mal[ao]/@1:5 (/malo/@1:5)", "a tag");
}

Test(matcher, resolving)
{
	static const char lexicon[] = "term,weight,role,to\n"
				      "mal,-3,,\n"
				      "muy mal,-4,,\n"
				      "mal servicio,-4,,\n"
				      "no,,negator,\n"
				      "no sirve,-3,,\n"
				      "servicio,,mark:x,\n"
				      "muy,,intensifier,\n"
				      "muy malo,-2,,\n"
				      "malo,-2,,\n"
				      "muy malo,,irony,\n"
				      "a b,-1,,\n"
				      "b c,-1,,\n"
				      "c dd,-1,,\n"
				      "w ~3 z,-1,,\n"
				      "{w|ww} x ~1 z,-2,,\n"
				      "navidad,,season,navidad\n";
	static const struct {
		const char *why, *text, *want;
	} rows[] = {
		{ "longest first", "muy mal servicio",
			"(muy mal@0:7) "
			"muy@0:3 mal servicio@4:16 (mal@4:7) "
			"servicio@8:16" },
		{ "a modifier inside does not score", "no sirve",
			"no sirve@0:8 (no@0:2)" },
		{ "one outside does", "no mal", "no@0:2 mal@3:6" },
		{ "opinions before modifiers", "muy malo",
			"muy malo@0:8 "
			"(muy malo@0:8) (muy@0:3) (malo@4:8)" },
		{ "leftmost of equals", "a b c", "a b@0:3 (b c@2:5)" },
		{ "what names more of the words", "w x y z",
			"(w ~3 z@0:7) {w|ww} x ~1 z@0:7" },
		{ "what a loser overlapped is free again", "a b c dd",
			"a b@0:3 (b c@2:5) c dd@4:8" },
		{ "marks always count", "mal servicio navidad",
			"mal servicio@0:12 (mal@0:3) servicio@4:12 "
			"navidad@13:20" },
	};
	struct lexfile f;
	struct matcher *m;
	size_t i;

	lexfile_one(&f, lexicon);
	m = matcher_new(f.lex);
	for (i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(find(m, rows[i].text), rows[i].want, "%s: %s",
			rows[i].why, find(m, rows[i].text));
	matcher_free(m);
	lexfile_end(&f);
}

Test(matcher, no_post_leaves_a_trace_in_the_next)
{
	struct lexfile f;
	struct matcher *m;

	lexfile_one(&f, "term\nmal\nbueno\n");
	m = matcher_new(f.lex);
	cr_expect_str_eq(find(m, "mal buenoooo"), "mal@0:3 bueno@4:12");
	cr_expect_str_eq(find(m, ""), "");
	cr_expect_str_eq(find(m, "mal"), "mal@0:3");
	cr_expect_str_eq(find(m, "\xFF"), "");
	matcher_free(m);
	lexfile_end(&f);
}

/* Several exact words ask for the same token; how it was written in the post
 * before does not matter. */
Test(matcher, exact_words_of_one_spelling)
{
	struct lexfile f;
	struct matcher *m;

	lexfile_one(&f, "term\n!qué\n!Qué\n!QUÉ\n");
	m = matcher_new(f.lex);
	cr_expect_str_eq(find(m, "Qué"), "!Qué@0:4");
	cr_expect_str_eq(find(m, "qué"), "!qué@0:4");
	cr_expect_str_eq(find(m, "que"), "");
	cr_expect_str_eq(
		find(m, "QUE\xCC\x81 Qué que QUE"), "!QUÉ@0:5 !Qué@6:10");
	matcher_free(m);
	lexfile_end(&f);
}

/* Expressions that begin with words of the vocabulary, and with parts of them,
 * or end in them. */
Test(matcher, expressions_at_known_words)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
		{ "no me va", "/\\bno me (va|sirve)/@0:8 (no@0:2)" },
		{ "y no me sirve", "/\\bno me (va|sirve)/@2:13 (no@2:4)" },
		{ "no va", "no@0:2" },
		{ "nome va", "" },
		{ "prometieron", "/\\bprome/@0:5" },
		{ "prometido", "prometido@0:9 (/\\bprome/@0:5)" },
		{ "prom", "prom@0:4" },
		{ "3x2 hoy", "/\\b3x2 hoy/@0:7 (3x2@0:3)" },
	};
	struct lexfile f;
	struct matcher *m;
	size_t i;

	lexfile_one(&f,
		"term\nno\nprom\nprometido\n3x2\n/\\bno me (va|sirve)/\n"
		"/\\bprome/\n/\\b3x2 hoy/\n");
	m = matcher_new(f.lex);
	for (i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(find(m, rows[i].text), rows[i].want, "%s: %s",
			rows[i].text, find(m, rows[i].text));
	matcher_free(m);
	lexfile_end(&f);
}

/* Half of a phrase does not get through the sieve, nor its words elsewhere than
 * side by side; they do however they are written. */
Test(matcher, the_sieve_asks_for_both_words)
{
	static const struct {
		const char *post;
		bool passes;
		size_t hits;
	} cases[] = {
		{ "el servicio de hoy", false, 0 },
		{ "un pesimo dia", false, 0 },
		/* ñ and stems are not asked for */
		{ "un malcriado", true, 0 },
		{ "un mal lento", true, 0 },
		{ "el servicio no fue pesimo", false, 0 },
		{ "un pesimo servicio", false, 0 },
		{ "pesimo: un servicio pesimo", true, 1 },
		{ "feo y muy caro", true, 0 },
		{ "caro y muy feo", true, 1 },
		{ "un servicio pesimo", true, 1 },
		{ "un servicio, PÉSIMO", true, 1 },
		{ "un servicioooo pesimo", true, 1 },
		{ "un servicio pesimoooo", true, 1 },
		{ "un gatoooo pesimo", false, 0 },
		{ "un servicio p3simo", true, 1 },
		{ "un #ServicioPesimo", true, 1 },
		{ "un servicio psmo", true, 1 },
		{ "un servicio no psmo", false, 0 },
		{ "un psmo dia con pan", false, 1 },
		{ "ese niño malcriado", true, 1 },
		{ "trenes lentos", false, 0 },
		{ "trenes lento", true, 1 },
		{ "un pan", false, 1 },
		{ "un pan, pan. pan", false, 3 },
		{ "\"pan\" y ¡pan! pan: ¿pan? pan...", false, 5 },
		{ "un pan duro", true, 2 },
		{ "pan.com pan@pan.mx @pan 'pan'", true, 1 },
		/* nor does most of one */
		{ "bultos por casa", false, 0 },
		{ "bultos de mimbre", false, 0 },
		{ "por bultos mimbre", false, 0 },
		{ "los bultos por mimbre", true, 1 },
		{ "Bultos, por MIMBRE!", true, 1 },
		{ "bultos por mimbreeee", true, 1 },
		{ "bultos xxr mimbre", true, 1 },
		{ "buuultos por mimbre", true, 1 },
		{ "gracias por todo", false, 0 }, /* common words */
		{ "nada, gracias por hoy", false, 0 },
		{ "gracias por nada", true, 1 },
		{ "gracias por NADA :(", true, 1 },
		{ "gracias por nadaaa", true, 1 },
		{ "gracias por xxd", true, 1 },
		{ "gracias xxr xxd", true, 1 },
	};
	struct hits hits = { 0 };
	struct lexfile f;
	struct matcher *m;
	uint64_t before;
	size_t i;

	lexfile_one(&f,
		"term,role,to\nservicio pesimo,,\npan duro,,\n"
		"niño malcriado,,\ntren* lento,,\npan,,\n"
		"caro ~2 feo,,\nbultos por mimbre,,\n"
		"gracias por nada,,\n"
		"psmo,slang,pesimo\nxxr,slang,por\nxxd,slang,nada\n");
	m = matcher_new(f.lex);
	for (i = 0; i < ROWS(cases); i++) {
		struct text post = text_of(cases[i].post);

		before = matcher_counts(m)->passed;
		cr_expect_eq(matcher_find_only(m, post, &hits), CLAMOR_OK);
		cr_expect_eq(matcher_counts(m)->passed - before,
			cases[i].passes, "'%s'", cases[i].post);
		cr_expect_eq(hits.n, cases[i].hits, "'%s': %zu hits",
			cases[i].post, hits.n);
	}
	hits_free(&hits);
	matcher_free(m);
	lexfile_end(&f);
}

/* Slang makes more items of a term than it may have itself. */
Test(matcher, a_form_of_many_items)
{
	struct lexfile f;
	struct matcher *m;
	struct buf csv = { 0 }, post = { 0 };
	struct hits hits = { 0 };
	size_t i;

	buf_adds(&csv, "term,role,to\nxq,slang,por que\nxk,slang,a b c\n");
	for (i = 0; i < 32; i++) {
		buf_adds(&csv, i == 0 ? "xq" : " xq");
		buf_adds(&post, "por que ");
	}
	buf_adds(&csv, ",,\n");
	for (i = 0; i < 32; i++) {
		buf_adds(&csv, i == 0 ? "xk" : " xk");
		buf_adds(&post, "a b c ");
	}
	buf_adds(&csv, ",,\n");
	lexfile_one(&f, buf_cstr(&csv));
	m = matcher_new(f.lex);
	cr_assert_eq(matcher_find(m, buf_text(&post), &hits), CLAMOR_OK);
	cr_expect_eq(hits.n, 1);
	cr_expect_eq(hits.v[0].last, 63);
	cr_expect_eq(hits.v[0].gaps, 0);
	hits_free(&hits);
	matcher_free(m);
	lexfile_end(&f);
	buf_free(&csv);
	buf_free(&post);
}

/* Which words stand in gaps: as late in the form as they can. */
Test(matcher, gaps_are_told)
{
	struct lexfile f;
	struct matcher *m;
	struct hits hits = { 0 };

	lexfile_one(&f, "term\na ~2 b ~3 c d\n");
	m = matcher_new(f.lex);
	cr_assert_eq(
		matcher_find(m, text_of("a b x b y z c d"), &hits), CLAMOR_OK);
	cr_assert_eq(hits.n, 1);
	cr_expect_eq(hits.v[0].gaps, 0x36, "%llx",
		(unsigned long long)hits.v[0].gaps);
	hits_free(&hits);
	matcher_free(m);
	lexfile_end(&f);
}

Test(matcher, a_limit_is_told_and_the_others_are_found)
{
	struct lexfile f;
	struct matcher *m;
	struct hits hits = { 0 };

	/* five letters in turn: elongation must not undo them */
	static const char bomb[] =
		"mal ababababababababababababababababababab"
		"abababababababababababababababababababababab!";

	lexfile_one(&f, "term\n/((a|b)+)+$/\nmal\n");
	m = matcher_new(f.lex);
	cr_expect_eq(matcher_find(m, text_of(bomb), &hits), CLAMOR_ELIMIT);
	cr_expect_eq(hits.n, 1);
	cr_expect_eq(matcher_counts(m)->limits, 1);
	cr_expect(text_is(matcher_limited(m), "/((a|b)+)+$/"));
	hits_free(&hits);
	matcher_free(m);
	lexfile_end(&f);
}

/* The naive matcher: every form at every token. */

struct naive_item {
	const char *text; /* a word, "stem*", "!Exact", "<class>" */
	unsigned gap;
};

struct naive_form {
	struct naive_item items[4];
	size_t n;
	char term[128];
};

static bool
naive_fits(struct post *p, const char *item, size_t t)
{
	const struct token *tok = &p->tokens[t];
	struct text w = { p->text.p + tok->start, tok->end - tok->start };
	size_t n = strlen(item);

	if (strcmp(item, "<num>") == 0)
		return tok->kind == TOKEN_NUMBER || text_is(w, "dos");
	if (strcmp(item, "<user>") == 0)
		return tok->kind == TOKEN_USER;
	if (strcmp(item, "<emoji>") == 0)
		return tok->kind == TOKEN_EMOJI || tok->kind == TOKEN_EMOTICON;
	if (*item == '!') {
		uint32_t from, to;

		post_origin(p, tok->start, tok->end, &from, &to);
		return !(tok->flags & TOKEN_CHANGED) &&
			text_is((struct text){ p->original.p + from,
					to - from },
				item + 1);
	}
	if (item[n - 1] == '*')
		return tok->kind == TOKEN_WORD && w.len >= n - 1 &&
			memcmp(w.p, item, n - 1) == 0;
	return text_is(w, item);
}

/* The next token of the sentence that is no tag, or ntokens. */
static size_t
naive_next(const struct post *p, size_t t)
{
	for (t++; t < p->ntokens; t++) {
		if (p->tokens[t].flags & TOKEN_FIRST)
			return p->ntokens;
		if (p->tokens[t].kind != TOKEN_TAG)
			return t;
	}
	return p->ntokens;
}

/* The least last token of items k.. when item k - 1 is at token t. */
static size_t
naive_last(struct post *p, const struct naive_form *f, size_t k, size_t t)
{
	size_t best = p->ntokens, at = t;
	unsigned g;

	if (k == f->n)
		return t;
	for (g = 0; g <= f->items[k].gap; g++) {
		size_t last;

		at = naive_next(p, at);
		if (at == p->ntokens)
			break;
		if (!naive_fits(p, f->items[k].text, at))
			continue;
		last = naive_last(p, f, k + 1, at);
		if (last < best)
			best = last;
	}
	return best;
}

static int
compare_lines(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sort lines, drop doubles, join. */
static char *
settle(char **lines, size_t n)
{
	struct buf out = { 0 };
	size_t i;

	if (n > 0)
		qsort(lines, n, sizeof(*lines), compare_lines);
	for (i = 0; i < n; i++)
		if (i == 0 || strcmp(lines[i], lines[i - 1]) != 0)
			buf_addf(&out, "%s\n", lines[i]);
	for (i = 0; i < n; i++)
		free(lines[i]);
	free(lines);
	return (char *)buf_cstr(&out);
}

struct lines {
	char **v;
	size_t n, cap;
};

static void
add_line(struct lines *l, const char *term, size_t len, uint32_t from,
	uint32_t to)
{
	struct buf b = { 0 };

	buf_addf(&b, "%.*s@%u:%u", (int)len, term, from, to);
	l->v = xgrow(l->v, l->n, &l->cap, sizeof(char *));
	l->v[l->n++] = (char *)buf_cstr(&b);
}

static char *
naive_hits(struct post *p, const struct naive_form *forms, size_t n)
{
	struct lines lines = { 0 };
	size_t i, s;

	for (i = 0; i < n; i++)
		for (s = 0; s < p->ntokens; s++) {
			uint32_t from, to;
			size_t last;

			if (!naive_fits(p, forms[i].items[0].text, s))
				continue;
			last = naive_last(p, &forms[i], 1, s);
			if (last == p->ntokens)
				continue;
			post_origin(p, p->tokens[s].start, p->tokens[last].end,
				&from, &to);
			add_line(&lines, forms[i].term, strlen(forms[i].term),
				from, to);
		}
	return settle(lines.v, lines.n);
}

static size_t
random_forms(struct naive_form *forms, size_t n)
{
	static const char *const items[] = { "mal", "muy", "no", "la", "a",
		"malo", "ma*", "mal*", "m*", "<num>", "<user>", "<emoji>",
		"!Mal", "!NO", "pesimo", "dos", "feo", "fe*" };
	size_t i, k, made = 0;

	for (i = 0; i < n; i++) {
		struct naive_form *f = &forms[made];
		size_t at = 0;

		f->n = 1 + roll(4);
		for (k = 0; k < f->n; k++) {
			f->items[k].text = items[roll(ROWS(items))];
			f->items[k].gap = k > 0 && roll(3) == 0 ? roll(4) : 0;
			at += (size_t)snprintf(f->term + at,
				sizeof(f->term) - at,
				f->items[k].gap ? "%s~%u %s" : "%s%.0u%s",
				k > 0 ? " " : "", f->items[k].gap,
				f->items[k].text);
		}
		for (k = 0; k < made; k++)
			if (strcmp(forms[k].term, f->term) == 0)
				break;
		made += k == made;
	}
	return made;
}

static void
random_post(struct buf *post)
{
	static const char *const words[] = { "mal", "Mal", "muy", "no", "NO",
		"la", "a", "malo", "malas", "3", "dos", "@x", "😡", ":(",
		"#MalMuy", "#no", "pésimo", "feo", "feos", "y" };
	static const char *const ends[] = { " ", " ", " ", " ", ", ", ". ",
		"... ", "\n", "! " };
	unsigned n = 1 + roll(20);

	buf_clear(post);
	while (n-- > 0) {
		buf_adds(post, words[roll(ROWS(words))]);
		buf_adds(post, ends[roll(ROWS(ends))]);
	}
}

Test(matcher, against_the_naive_search)
{
	struct naive_form forms[24];
	struct hits hits = { 0 };
	struct buf csv = { 0 }, post = { 0 };
	int round, i, total = 0;
	size_t n, k;

	for (round = 0; round < 150; round++) {
		struct lexfile f;
		struct matcher *m;

		n = random_forms(forms, ROWS(forms));
		buf_clear(&csv);
		buf_adds(&csv, "term\n");
		for (k = 0; k < n; k++)
			buf_addf(&csv, "%s\n", forms[k].term);
		lexfile_one(&f, buf_cstr(&csv));
		m = matcher_new(f.lex);
		for (i = 0; i < 40; i++) {
			struct lines lines = { 0 };
			char *want, *got;

			random_post(&post);
			cr_assert_eq(matcher_find(m, buf_text(&post), &hits),
				CLAMOR_OK);
			for (k = 0; k < hits.n; k++) {
				const struct hit *h = &hits.v[k];

				add_line(&lines, h->entry->term.p,
					h->entry->term.len, h->from, h->to);
				cr_assert(k == 0 || h[-1].from < h->from ||
					(h[-1].from == h->from &&
						(h[-1].to > h->to ||
							(h[-1].to == h->to &&
								text_cmp(
									h[-1].entry
										->term,
									h->entry->term) <
									0))));
			}
			total += (int)hits.n;
			got = settle(lines.v, lines.n);
			want = naive_hits(matcher_post(m), forms, n);
			cr_assert_str_eq(got, want,
				"in '%s'\nmatcher:\n%s"
				"naive:\n%s",
				buf_cstr(&post), got, want);
			free(got);
			free(want);
		}
		matcher_free(m);
		lexfile_end(&f);
	}
	cr_expect_gt(total, 10000, "%d hits", total);
	hits_free(&hits);
	buf_free(&csv);
	buf_free(&post);
}

/* Hits resolved: of scoring roles, none overlap and no loser could score. */
Test(matcher, resolved_hits_do_not_overlap)
{
	struct naive_form forms[24];
	struct hits hits = { 0 };
	struct buf csv = { 0 }, post = { 0 };
	struct lexfile f;
	struct matcher *m;
	size_t n, k, j;
	int i;

	n = random_forms(forms, ROWS(forms));
	buf_adds(&csv, "term\n");
	for (k = 0; k < n; k++)
		buf_addf(&csv, "%s\n", forms[k].term);
	lexfile_one(&f, buf_cstr(&csv));
	m = matcher_new(f.lex);
	for (i = 0; i < 3000; i++) {
		random_post(&post);
		cr_assert_eq(
			matcher_find(m, buf_text(&post), &hits), CLAMOR_OK);
		hits_resolve(&hits);
		for (k = 0; k < hits.n; k++) {
			const struct hit *h = &hits.v[k];
			bool beaten = false;

			for (j = 0; j < hits.n; j++) {
				const struct hit *o = &hits.v[j];

				if (j == k || !o->scores ||
					o->first > h->last ||
					o->last < h->first)
					continue;
				cr_assert_not(h->scores);
				beaten |=
					o->end - o->start >= h->end - h->start;
			}
			cr_assert_eq(h->scores, !beaten);
		}
	}
	hits_free(&hits);
	matcher_free(m);
	lexfile_end(&f);
	buf_free(&csv);
	buf_free(&post);
}

/* Megabytes of one thing: work grows with the length, not with its square. */
Test(matcher, hostile_posts, .timeout = 60)
{
	static const char *const pieces[] = { "a", "(", "\xCC\x81", "😡", "mal ",
		"no ", ":", "#", "@", "a@", "a.", "#A", "mal fatal ", "1", "1.",
		"$", "\xFF", "&", "q ", "&amp;", "n\xCC\x83", "…", "... a",
		"A_", "www.", ":)", ">:-", "aaab", "a-" };
	struct lexfile f;
	struct matcher *m;
	struct hits hits = { 0 };
	struct buf post = { 0 };
	size_t i;
	int twice;

	lexfile_one(&f,
		"term,role,to\nmal,,\nno ~20 mal,,\nmal ~20 fatal,,\n"
		"a*,,\nno no,,\n<num>,,\n<emoji> ~3 <emoji>,,\n"
		"q,slang,que\n/no (mal|fatal)+$/,,\n/:\\)/,,\n"
		"fatal ~20 nunca,,\n");
	m = matcher_new(f.lex);
	for (i = 0; i < ROWS(pieces); i++) {
		uint64_t work[2];

		for (twice = 0; twice < 2; twice++) {
			struct matcher_counts before = *matcher_counts(m);
			size_t len = (size_t)60000 << twice;

			buf_clear(&post);
			while (post.len < len)
				buf_adds(&post, pieces[i]);
			cr_expect_neq(matcher_find(m, buf_text(&post), &hits),
				CLAMOR_EINVAL);
			hits_resolve(&hits);
			work[twice] = matcher_counts(m)->candidates -
				before.candidates +
				matcher_counts(m)->regex_runs -
				before.regex_runs + hits.n;
		}
		cr_expect_leq(work[1], 2 * work[0] + 100,
			"'%s': %" PRIu64 " and %" PRIu64, pieces[i], work[0],
			work[1]);
	}
	hits_free(&hits);
	matcher_free(m);
	lexfile_end(&f);
	buf_free(&post);
}
