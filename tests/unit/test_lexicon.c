/* test_lexicon.c - files read, merged, and what is told of bad ones. */
#include "config.h"

#include <stdio.h>
#include <sys/stat.h>

#include "lexfile.h"
#include "lexpath.h"
#include "matcher.h"

/* The hits in a text: "term:role" with blanks between. */
static const char *
hits_in(const struct lexfile *f, const char *text)
{
	static struct buf out;
	struct matcher *m = matcher_new(f->lex);
	struct hits hits = { 0 };
	size_t i;

	buf_clear(&out);
	cr_assert_eq(matcher_find(m, text_of(text), &hits), CLAMOR_OK);
	for (i = 0; i < hits.n; i++) {
		const struct entry *e = hits.v[i].entry;

		if (i > 0)
			buf_addc(&out, ' ');
		buf_addt(&out, e->term);
		buf_addc(&out, ':');
		buf_addt(&out, e->role_name);
		if (e->weight != 0)
			buf_addf(&out, "%d", e->weight / 1000);
	}
	hits_free(&hits);
	matcher_free(m);
	return buf_cstr(&out);
}

/* Files in order, a text, and its hits; files end at NULL. */
struct merging {
	const char *why, *files[4], *text, *want;
};

static void
check(const struct merging *rows, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i++) {
		struct lexfile f;

		lexfile_begin(&f);
		for (k = 0; rows[i].files[k] != NULL; k++)
			lexfile_add(&f, rows[i].files[k]);
		lexfile_finish(&f);
		cr_expect_str_eq(f.problems.p, "", "%s", rows[i].why);
		cr_expect_eq(f.rc, CLAMOR_OK, "%s", rows[i].why);
		cr_expect_str_eq(hits_in(&f, rows[i].text), rows[i].want,
			"%s", rows[i].why);
		lexfile_end(&f);
	}
}

Test(lexicon, merging)
{
	static const struct merging rows[] = {
		{ "the later file wins, whole", { "term,weight,code\n"
			"mal,-3,cobro\n", "term,weight\nmal,-1\n" }, "mal",
			"mal:-1" },
		{ "in whatever spelling", { "term,weight\npésimo,-3\n",
			"term,weight\nPESIMO,-1\n" }, "pesimo", "PESIMO:-1" },
		{ "forms are compared, not terms", { "term,weight\n"
			"mal{o|a},-3\n", "term,weight\nmala,-1\n" },
			"malo mala", "mal{o|a}:-3 mala:-1" },
		{ "punctuation and blanks do not differ", { "term,weight\n"
			"\"no, gracias\",-3\n", "term,weight\nno  gracias,-1\n" },
			"no gracias", "no  gracias:-1" },
		{ "roles are apart", { "term,weight,role\nmal,-3,\n",
			"term,role\nmal,mark:x\nmal,negator\n" }, "mal",
			"mal:-3 mal:mark:x mal:negator" },
		{ "marks by their name", { "term,role\nmal,mark:x\n",
			"term,role\nmal,mark:y\n" }, "mal",
			"mal:mark:x mal:mark:y" },
		{ "a stem is not its word", { "term,weight\nmal*,-3\n",
			"term,weight\nmal,-1\n" }, "mal", "mal:-1 mal*:-3" },
		{ "a gap is not none", { "term,weight\na ~1 b,-3\n",
			"term,weight\na b,-1\n" }, "a b",
			"a b:-1 a ~1 b:-3" },
		{ "exact is not the word", { "term,weight\n!Mal,-3\n",
			"term,weight\nmal,-1\n" }, "Mal", "!Mal:-3 mal:-1" },
		{ "expressions by their spelling", { "term,weight\n/ma./,-3\n",
			"term,weight\n/ma./,-1\n/m.l/,-2\n" }, "mal",
			"/m.l/:-2 /ma./:-1" },
		{ "the same form twice in one term", { "term,weight\n"
			"mal{a|á|A},-3\n" }, "mala", "mal{a|á|A}:-3" },
		{ "off in every role", { "term,weight,role\nmal,-3,\n"
			"mal,,mark:x\nbien,3,\n", "term,role\nmal,off\n" },
			"mal bien", "bien:3" },
		{ "off some forms", { "term,weight\nmal{o|a|os},-3\n",
			"term,role\nmal{o|os},off\n" }, "malo mala malos",
			"mal{o|a|os}:-3" },
		{ "off one combination", { "term,weight\nno {va|llega} "
			"{mi|su} caja,-3\n", "term,role\nno va su caja,off\n" },
			"no va su caja. no va mi caja.",
			"no {va|llega} {mi|su} caja:-3" },
		{ "one combination replaced", { "term,weight\nno {va|llega} "
			"{mi|su} caja,-3\n", "term,weight\nno va su caja,-1\n" },
			"no va su caja. no va mi caja.", "no va su caja:-1 "
			"no {va|llega} {mi|su} caja:-3" },
		{ "several combinations", { "term,weight\nno {va|llega} "
			"{mi|su} caja,-3\n",
			"term,weight\nno {llega|viene} {su|tu} caja,-1\n" },
			"no llega su caja. no va su caja.",
			"no {llega|viene} {su|tu} caja:-1 "
			"no {va|llega} {mi|su} caja:-3" },
		{ "slang of several words in a set", { "term,weight,role,to\n"
			"no {va|tqm|llega} bien,-3,,\n"
			"tqm,,slang,te quiero mucho\n" },
			"no te quiero mucho bien", "no {va|tqm|llega} bien:-3" },
		{ "off and in again", { "term,weight\nmal,-3\n",
			"term,role\nmal,off\n", "term,weight\nmal,-1\n" },
			"mal", "mal:-1" },
		{ "off before there is any", { "term,role\nmal,off\n",
			"term,weight\nmal,-3\n" }, "mal", "mal:-3" },
		{ "off in the same file, before", { "term,weight,role\n"
			"mal,,off\nmal,-3,\n" }, "mal", "" },
		{ "off in the same file, behind", { "term,weight,role\n"
			"mal,-3,\nmal,,off\n" }, "mal", "" },
		{ "off an expression", { "term,weight\n/mal/,-3\n",
			"term,role\n/mal/,off\n" }, "mal", "" },
		{ "off a phrase leaves its words", { "term,weight\nmal,-3\n"
			"muy mal,-4\n", "term,role\nmuy mal,off\n" },
			"muy mal", "mal:-3" },
	};

	check(rows, ROWS(rows));
}

/* A base, packs (the last may be chosen), a text, and its hits. */
struct packing {
	const char *why, *base, *packs[3];
	bool chosen;
	const char *own, *text, *want;
};

Test(lexicon, packs)
{
	static const struct packing rows[] = {
		{ "packs add", "term,weight\nmal,-3\n",
			{ "term,weight\nguay,3\n", "term,weight\npadre,3\n" },
			false, NULL, "mal guay padre", "mal:-3 guay:3 padre:3" },
		{ "what they agree on stays, as in the first",
			"term,weight\nmal,-3\n",
			{ "term,weight\nguay,3\n", "term,weight\nguay,4\n" },
			false, NULL, "guay", "guay:3" },
		{ "what they disagree on goes", "term,weight\nmal,-3\n",
			{ "term,weight\npolla,-3\n", "term,weight\npolla,0\n" },
			false, NULL, "polla", "" },
		{ "for good", "term,weight\nmal,-3\n",
			{ "term,weight\npolla,-3\n", "term,weight\npolla,0\n",
				"term,weight\npolla,0\n" },
			false, NULL, "polla", "" },
		{ "also by topic", "term,weight,code\nmal,-3,\n",
			{ "term,weight,code\nboleta,0,cobro\n",
				"term,weight,code\nboleta,0,trato\n" },
			false, NULL, "boleta", "" },
		{ "also by intent", "term\nx\n",
			{ "term,intent\nsic,legal\n", "term,intent\nsic,\n" },
			false, NULL, "sic", "" },
		{ "also between opinions and insults", "term\nx\n",
			{ "term,weight,role\npolla,-3,insult\n",
				"term,weight\npolla,0\n" },
			false, NULL, "polla", "" },
		{ "an insult that is an opinion elsewhere counts once",
			"term\nx\n",
			{ "term,weight,role\ngil,-3,insult\n",
				"term,weight\ngil,-2\n" },
			false, NULL, "gil", "gil:insult-3" },
		{ "a form, not its entry", "term\nx\n",
			{ "term,weight\n{polla|cutre},-3\n",
				"term,weight\npolla,0\n" },
			false, NULL, "polla cutre", "{polla|cutre}:-3" },
		{ "the base stays", "term,weight\nmal,-3\n",
			{ "term,weight\nmal,-5\n", "term,weight\nmal,2\n" },
			false, NULL, "mal", "mal:-3" },
		{ "the base's insults too", "term,weight,role\ngil,-3,insult\n",
			{ "term,weight\ngil,0\n" }, false, NULL, "gil",
			"gil:insult-3" },
		{ "marks are apart", "term,weight\nhotsale,1\n",
			{ "term,role\nhotsale,mark:x\n" }, false, NULL,
			"hotsale", "hotsale:1 hotsale:mark:x" },
		{ "a pack takes nothing out", "term,weight\nmal,-3\n",
			{ "term,role\nmal,off\n" }, false, NULL, "mal",
			"mal:-3" },
		{ "the chosen one decides", "term,weight\nx,1\n",
			{ "term,weight\npolla,-3\n", "term,weight\npolla,1\n",
				"term,weight\npolla,2\n" },
			true, NULL, "polla", "polla:2" },
		{ "over the base too", "term,weight\nmal,-3\n",
			{ "term,weight\nmal,0\n" }, true, NULL, "mal", "mal:" },
		{ "over other roles of opinions",
			"term,weight,role\ngil,-3,insult\n",
			{ "term,weight,role\npolla,-3,insult\n",
				"term,weight\ngil,0\npolla,0\n" },
			true, NULL, "gil polla", "gil: polla:" },
		{ "and takes out", "term,weight\nmal,-3\n",
			{ "term,role\nmal,off\n" }, true, NULL, "mal", "" },
		{ "where it is silent the others are heard", "term,weight\nx,1\n",
			{ "term,weight\nguay,3\n", "term,weight\npadre,3\n" },
			true, NULL, "guay padre", "guay:3 padre:3" },
		{ "the user's own wins", "term,weight\nx,1\n",
			{ "term,weight\npolla,-3\n", "term,weight\npolla,0\n" },
			false, "term,weight\npolla,-1\n", "polla",
			"polla:-1" },
		{ "over the chosen one too", "term,weight\nx,1\n",
			{ "term,weight\npolla,-3\n" }, true,
			"term,weight\npolla,-1\n", "polla", "polla:-1" },
	};
	size_t i, k;

	for (i = 0; i < ROWS(rows); i++) {
		const struct packing *r = &rows[i];
		struct lexfile f;

		lexfile_begin(&f);
		lexfile_add(&f, r->base);
		for (k = 0; k < 3 && r->packs[k] != NULL; k++)
			lexfile_add_pack(&f, r->packs[k],
				r->chosen &&
					(k == 2 || r->packs[k + 1] == NULL));
		if (r->own != NULL)
			lexfile_add(&f, r->own);
		lexfile_finish(&f);
		cr_expect_str_eq(f.problems.p, "", "%s", r->why);
		cr_expect_str_eq(hits_in(&f, r->text), r->want, "%s: %s",
			r->why, hits_in(&f, r->text));
		lexfile_end(&f);
	}
}

Test(lexicon, packs_slang)
{
	static const char *const base = "term,weight,role,to\nbueno,2,,\n"
					"malo,-2,,\nbn,,slang,bueno\n";
	static const struct {
		const char *why, *packs[2];
		bool chosen;
		const char *text, *want;
	} rows[] = {
		{ "added", { "term,role,to\nbkn,slang,bueno\n" }, false,
			"bkn", "bueno:2" },
		{ "agreed on", { "term,role,to\nbkn,slang,bueno\n",
			"term,role,to\nbkn,slang,bueno\n" }, false, "bkn",
			"bueno:2" },
		{ "disputed", { "term,role,to\nbkn,slang,bueno\n",
			"term,role,to\nbkn,slang,malo\n" }, false, "bkn", "" },
		{ "chosen", { "term,role,to\nbkn,slang,bueno\n",
			"term,role,to\nbkn,slang,malo\n" }, true, "bkn",
			"malo:-2" },
		{ "the base's stays", { "term,role,to\nbn,slang,malo\n" },
			false, "bn", "bueno:2" },
		{ "unless one is chosen", { "term,role,to\nbn,slang,malo\n" },
			true, "bn", "malo:-2" },
		{ "not taken out", { "term,role\nbn,off\n" }, false, "bn",
			"bueno:2" },
	};
	size_t i, k;

	for (i = 0; i < ROWS(rows); i++) {
		struct lexfile f;

		lexfile_begin(&f);
		lexfile_add(&f, base);
		for (k = 0; k < 2 && rows[i].packs[k] != NULL; k++)
			lexfile_add_pack(&f, rows[i].packs[k],
				rows[i].chosen &&
					(k == 1 ||
						rows[i].packs[k + 1] == NULL));
		lexfile_finish(&f);
		cr_expect_eq(f.rc, CLAMOR_OK, "%s: %s", rows[i].why,
			f.problems.p);
		cr_expect_str_eq(hits_in(&f, rows[i].text), rows[i].want, "%s",
			rows[i].why);
		lexfile_end(&f);
	}
}

Test(lexicon, slang)
{
	static const struct merging rows[] = {
		{ "replaced", { "term,weight,role,to\nxq,,slang,por que\n"
			"por que,-1,,\n" }, "xq", "por que:-1" },
		{ "an entry for the typed word wins", { "term,weight,role,to\n"
			"xq,,slang,por que\npor que,-1,,\nxq,-2,,\n" }, "xq",
			"xq:-2" },
		{ "a mark is an entry as well", { "term,weight,role,to\n"
			"xq,,slang,por que\npor que,-1,,\nxq,,mark:x,\n" },
			"xq", "xq:mark:x" },
		{ "slang inside a longer term", { "term,weight,role,to\n"
			"xq,,slang,por que\nxq no,-2,,\n" },
			"xq no. por que no", "xq no:-2 xq no:-2" },
		{ "so that both spellings are one form", {
			"term,weight,role,to\nxq,,slang,por que\nxq no,-2,,\n",
			"term,weight\npor que no,-1\n" }, "xq no",
			"por que no:-1" },
		{ "the later file wins", { "term,weight,role,to\n"
			"x,,slang,por\npor,-1,,\nper,-2,,\n",
			"term,role,to\nx,slang,per\n" }, "x", "per:-2" },
		{ "off leaves it as typed", { "term,weight,role,to\n"
			"x,,slang,por\npor,-1,,\n", "term,role\nx,off\n" },
			"x", "" },
		{ "off in the same file", { "term,weight,role,to\n"
			"x,,off,\nx,,slang,por\npor,-1,,\n" }, "x", "" },
		{ "an entry taken out lets slang in again", {
			"term,weight,role,to\nx,-2,,\npor,-1,,\n",
			"term,role\nx,off\n", "term,role,to\nx,slang,por\n" },
			"x", "por:-1" },
		{ "once, not again", { "term,weight,role,to\na,,slang,b\n"
			"b,,slang,c\nc,-1,,\n" }, "a b", "c:-1" },
		{ "accents and case of the result", { "term,weight,role,to\n"
			"ksa,,slang,Cása\ncasa,-1,,\n" }, "KSA", "casa:-1" },
	};

	check(rows, ROWS(rows));
}

Test(lexicon, files)
{
	static const struct merging rows[] = {
		{ "semicolons and decimal commas", { "term;weight\nmal;-3,5\n"
			"bien;2,0\n" }, "mal bien", "mal:-3 bien:2" },
		{ "TAB", { "term\tweight\nmal\t-3\n" }, "mal", "mal:-3" },
		{ "BOM and CRLF", { "\xEF\xBB\xBFterm,weight\r\nmal,-3\r\n" },
			"mal", "mal:-3" },
		{ "comments", { "# a\nterm,weight\n# b, c\n#\nmal,-3\n" },
			"mal", "mal:-3" },
		{ "a tag is no comment", { "term,weight\n#mal,-3\n" }, "#mal",
			"#mal:-3" },
		{ "columns in any order, others ignored", {
			"mine,weight,x,term\n1,-3,2,mal\n" }, "mal",
			"mal:-3" },
	};

	check(rows, ROWS(rows));
}

Test(lexicon, problems)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "twice", "term,weight\nmal,-3\nbien,3\nmal,-1\n",
			"4: 'mal' stands already in line 2 (take one of "
			"them out)\n" },
		{ "twice in another spelling", "term,weight\nmal,-3\nMÁL,-1\n",
			"3: 'mal' stands already in line 2 (take one of "
			"them out)\n" },
		{ "twice by a form", "term\nmal{o|a}\nmala\n",
			"3: 'mala' stands already in line 2 (take one of "
			"them out)\n" },
		{ "twice by slang", "term,role,to\nxq,slang,por que\n"
			"xq no,,\npor que no,,\n",
			"4: 'por que no' stands already in line 3 (take "
			"one of them out)\n" },
		{ "slang twice", "term,role,to\nx,slang,a\nx,slang,b\n",
			"3: 'x' stands already in line 2 (take one of them "
			"out)\n" },
		{ "unknown code", "term,code\n\nmal,entrga\n",
			"3: unknown code 'entrga' (did you mean "
			"'entrega_tarde'?)\n" },
		{ "all of them", "term,weight\na|b,1\nok,2\nc,9\n",
			"2: '|' outside braces (write \\| for the "
			"character)\n4: weight '9' is not a number from -5 "
			"to 5 (as in -2.5)\n" },
		{ "a spreadsheet's error", "term\n#NAME?\n", "2: the spreadsheet took this cell for a formula "
			"(type ' before it and save as CSV UTF-8)\n" },
		{ "invalid UTF-8", "term\nok\np\xE9simo\n",
			"3: invalid UTF-8 (save as CSV UTF-8)\n" },
		{ "slang of two words", "term,role,to\na b,slang,c\n",
			"2: slang is one word, without * or braces (write "
			"a row for each word)\n" },
		{ "slang with a star", "term,role,to\na*,slang,c\n",
			"2: slang is one word, without * or braces (write "
			"a row for each word)\n" },
		{ "a bad expression", "term\n/a(b/\n",
			"2: missing closing parenthesis (see "
			"pcre2pattern(3))\n" },
		{ "no terms", "word\nx\n", "1: no column 'term' (is it 'word'? call it 'term')\n" },
		{ "ragged", "term,weight\nmal\n",
			"2: 1 field, but the header has 2 (put ',' between "
			"cells, as it does)\n" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		struct lexfile f;

		lexfile_begin(&f);
		lexfile_add(&f, rows[i].in);
		lexfile_finish(&f);
		cr_expect_eq(f.rc, CLAMOR_EINVAL, "%s", rows[i].why);
		if (i != 5) { /* below */
			cr_expect_str_eq(f.problems.p, rows[i].want, "%s",
				rows[i].why);
		} else {
			cr_expect_not_null(strstr(f.problems.p, rows[i].want),
				"%s: %s", rows[i].why, f.problems.p);
		}
		lexfile_end(&f);
	}
}

Test(lexicon, good_rows_of_a_bad_file_are_taken)
{
	struct lexfile f;

	lexfile_begin(&f);
	lexfile_add(&f, "term,weight\na|b,1\nmal,-3\n");
	lexfile_finish(&f);
	cr_expect_eq(f.rc, CLAMOR_EINVAL);
	cr_expect_str_eq(hits_in(&f, "mal a b"), "mal:-3");
	lexfile_end(&f);
}

Test(lexicon, strict_tells_of_two_files)
{
	struct lexfile f;

	lexfile_begin(&f);
	lexicon_set_strict(f.lex);
	lexfile_add(&f, "term\nmal\n");
	lexfile_add(&f, "term\nbien\nmal\n");
	lexfile_finish(&f);
	cr_expect_eq(f.rc, CLAMOR_EINVAL);
	cr_expect_eq(strncmp(f.problems.p, "3: 'mal' stands already in /", 28),
		0, "%s", f.problems.p);
	lexfile_end(&f);
}

Test(lexicon, tildes)
{
	static const struct {
		const char *why, *term, *text;
		int hits;
	} rows[] = {
		{ "ñ", "engaño", "engaño", 1 },
		{ "n", "engaño", "ENGANO", 1 },
		{ "not the other way", "engano", "engaño", 0 },
		{ "a word that differs", "caña", "cana", 0 },
		{ "itself", "caña", "caña", 1 },
		{ "in a phrase", "mala caña", "mala cana", 0 },
		{ "in a phrase, not listed", "puro engaño", "puro engano", 1 },
		{ "a long stem with a letter behind", "engaña*", "enganaron",
			1 },
		{ "a short one", "caña*", "canal", 0 },
		{ "a stem with two letters behind", "engañar*", "enganaron",
			1 },
		{ "its own spelling", "engaña*", "engañaron", 1 },
		{ "a stem that ends in ñ and one", "niñ*", "ningún", 0 },
		{ "exact", "!Ñoño", "Nono", 0 },
		{ "an expression never equates them", "/engaño/", "engano",
			0 },
		{ "two tildes", "ñoño", "nono", 1 },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		struct buf in = { 0 };
		struct lexfile f;

		buf_addf(&in, "term\n%s\n", rows[i].term);
		lexfile_begin(&f);
		lexfile_different(&f, "word,note\ncaña,x\nCAÑAS,\n");
		lexfile_add(&f, buf_cstr(&in));
		lexfile_finish(&f);
		cr_expect_eq(hits_in(&f, rows[i].text)[0] != '\0',
			rows[i].hits, "%s", rows[i].why);
		lexfile_end(&f);
		buf_free(&in);
	}
}

Test(lexicon, a_tilde_less_word_of_its_own_is_left_alone)
{
	struct lexfile f;

	lexfile_one(&f, "term,weight\npeña,-1\npena,-2\n");
	cr_expect_str_eq(hits_in(&f, "pena"), "pena:-2");
	cr_expect_str_eq(hits_in(&f, "peña"), "peña:-1");
	lexfile_end(&f);
}

/* The rows of a lexicon in any order: the same hits. */
Test(lexicon, order_of_rows)
{
	static const char *rows[] = { "mal,-3,,\n", "muy mal,-4,,\n",
		"mal*,-1,,\n", "mal,,mark:x,\n", "xq,,slang,por que\n",
		"xq no,-1,,\n", "no,,negator,\n", "muy,,intensifier,\n",
		"muy ~2 mal,-2,,\n", "feo,,off,\n", "feo,-3,,\n",
		"/m.l/,-1,,\n", "engaño,-2,,\n", "<emoji> mal,-1,,\n",
		"{a|b} mal,-2,,\n", "x,,off,\n", "x,,slang,por\n",
		"por,-1,,\n" };
	char *want = NULL;
	int round;
	size_t i;

	for (round = 0; round < 30; round++) {
		struct buf in = { 0 };
		struct lexfile f;
		const char *got;

		buf_adds(&in, "term,weight,role,to\n");
		for (i = 0; i < ROWS(rows); i++)
			buf_adds(&in, rows[i]);
		lexfile_one(&f, buf_cstr(&in));
		got = hits_in(&f, "Muy mal! xq no, feo engano. a mal b mal 😡 "
			"mal muy tan malo muy muy mal x por");
		if (want == NULL)
			want = xstrdup(got);
		cr_expect_str_eq(got, want);
		lexfile_end(&f);
		buf_free(&in);
		for (i = ROWS(rows) - 1; i > 0; i--) {
			size_t k = roll((unsigned)i + 1);
			const char *row = rows[i];

			rows[i] = rows[k];
			rows[k] = row;
		}
	}
	cr_expect_gt(strlen(want), 60, "%s", want);
	free(want);
}

Test(lexicon, queries)
{
	struct lexfile f;
	struct err err = { 0 };

	lexfile_begin(&f);
	lexfile_add(&f, "term,weight,role\nmal,-3,\nbien,,off\n");
	cr_expect_eq(lexicon_add_term(f.lex, "mal{o|a}", &err), CLAMOR_OK);
	cr_expect_eq(lexicon_add_term(f.lex, "bien", &err), CLAMOR_OK);
	cr_expect_eq(lexicon_add_term(f.lex, "bien", &err), CLAMOR_OK,
		"the same query twice is no error");
	cr_expect_eq(lexicon_add_term(f.lex, "a|b", &err), CLAMOR_EINVAL);
	cr_expect_eq(lexicon_add_term(f.lex, "/a(/", &err), CLAMOR_EINVAL);
	cr_expect_eq(err.col, 4, "of the cell, its slash counted");
	lexfile_finish(&f);
	cr_expect_eq(f.rc, CLAMOR_OK, "%s", f.problems.p);
	cr_expect_str_eq(hits_in(&f, "mal mala bien"), "mal:-3 mal{o|a}: "
		"bien:");
	lexfile_end(&f);
}

Test(lexicon, brands)
{
	struct lexfile f;
	const struct vocab *v;
	const bool *is_brand;

	lexfile_one(&f, "term,role,to\ntelcel,brand,Telcel\n"
			"banco azul,brand,Azul\nmal,,\n");
	v = lexicon_vocab(f.lex);
	is_brand = lexicon_anchors(f.lex)->is_brand;
	cr_expect(is_brand[vocab_find(v, text_of("telcel"))]);
	cr_expect_not(is_brand[vocab_find(v, text_of("banco"))]);
	cr_expect_not(is_brand[vocab_find(v, text_of("mal"))]);
	lexfile_end(&f);
}

Test(lexicon, empty)
{
	struct lexfile f;

	lexfile_begin(&f);
	lexfile_finish(&f);
	cr_expect_eq(f.rc, CLAMOR_OK);
	cr_expect_str_eq(hits_in(&f, "mal"), "");
	lexfile_end(&f);
	lexicon_free(NULL);
}

Test(lexicon, paths)
{
	const char *folder = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
	char dir[512], file[600];
	struct buf path = { 0 };
	struct err err = { 0 };
	FILE *out;

	(void)snprintf(dir, sizeof(dir), "%s/clamor-dir-XXXXXX", folder);
	cr_assert_not_null(mkdtemp(dir));
	(void)snprintf(file, sizeof(file), "%s/words.csv", dir);
	out = fopen(file, "w");
	cr_assert_not_null(out);
	(void)fclose(out);
	cr_assert_eq(setenv("CLAMOR_LEXICONS", dir, 1), 0);
	cr_expect_eq(lexpath_find(&path, "words", &err), CLAMOR_OK);
	cr_expect_str_eq(path.p, file);
	cr_expect_eq(
		lexpath_find(&path, "nobody-has-this", &err), CLAMOR_ENOTFOUND);
	cr_expect_not_null(strstr(err.text, "nobody-has-this"));
	cr_expect_not_null(strstr(err.text, dir));
	cr_expect_eq(lexpath_find(&path, "words.csv", &err), CLAMOR_OK);
	cr_expect_str_eq(path.p, "words.csv", "a path");
	cr_expect_eq(lexpath_find(&path, "./words", &err), CLAMOR_OK);
	cr_expect_str_eq(path.p, "./words", "a path");
	/* never in the current folder */
	cr_assert_eq(chdir(dir), 0);
	cr_assert_eq(setenv("CLAMOR_LEXICONS", "/nonexistent", 1), 0);
	cr_expect_eq(lexpath_find(&path, "words", &err), CLAMOR_ENOTFOUND);
	(void)unlink(file);
	(void)rmdir(dir);
	buf_free(&path);
}

/* 65,535 spellings behind '!' have a number; the next one is refused. */
Test(lexicon, too_many_exact_words)
{
	struct buf rows = { 0 };
	struct lexfile f;
	size_t i;

	buf_adds(&rows, "term,weight\n");
	for (i = 0; i <= FORMS_EXACT_MAX; i++)
		buf_addf(&rows, "!%c%c%c%c,1\n", (int)('A' + i / 4096),
			(int)('a' + i / 256 % 16), (int)('a' + i / 16 % 16),
			(int)('a' + i % 16));
	buf_adds(&rows, "!Aaaa bien,1\nmal,-1\n");
	lexfile_begin(&f);
	lexfile_add(&f, buf_cstr(&rows));
	lexfile_finish(&f);
	cr_expect_str_eq(f.problems.p,
		"65537: more than 65535 different words with '!' (leave it "
		"out)\n");
	cr_expect_str_eq(hits_in(&f, "Aaaa bien, pero mal. Pppo"),
		"!Aaaa bien:1 !Aaaa:1 mal:-1 !Pppo:1");
	lexfile_end(&f);
	buf_free(&rows);
}

/* Terms, and how many forms are kept of them. */
Test(lexicon, alternatives_stay_together)
{
	static const struct {
		const char *why, *csv;
		size_t forms;
	} rows[] = {
		{ "words", "term\n{ab|ac|ad|ae} {bb|bc|bd} {cb|cc|cd} no\n",
			1 },
		{ "stems", "term\n{ab*|ac*|ad} no\n", 1 },
		{ "phrases are apart", "term\n{ab|ac|ad ae} no\n", 2 },
		{ "words alone are, too", "term\na{b|c|d}\n", 3 },
		{ "rows in each other's way are spelled out",
			"term,weight,role\n{ab|ac} {ba|bc},-3,\n"
			"ab bc,-2,insult\n",
			5 },
		{ "not if their roles differ",
			"term,weight,role\n{ab|ac} {ba|bc},-3,\n"
			"ab bc,,mark:x\n",
			2 },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		struct lexfile f;

		lexfile_one(&f, rows[i].csv);
		cr_expect_eq(lexicon_nforms(f.lex), rows[i].forms, "%s: %zu",
			rows[i].why, lexicon_nforms(f.lex));
		lexfile_end(&f);
	}
}
