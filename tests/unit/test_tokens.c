/* test_tokens.c - what words, numbers, sentences and rewritings there are. */
#include "config.h"

#include "lexfile.h"
#include "emoticon.h"
#include "onepost.h"

static struct buf shown;

static void
end(void)
{
	onepost_end();
	buf_free(&shown);
}

TestSuite(tokens, .init = onepost_begin, .fini = end);

static struct text
text_at(size_t i)
{
	const struct token *t = &post.tokens[i];

	return (struct text){ post.text.p + t->start, t->end - t->start };
}

/*
 * The tokens with blanks between: "/" where a sentence begins (but the first),
 * and of what is no word its kind before a colon.
 */
static const char *
show(const struct vocab *vocab, const char *in)
{
	static const char kinds[] = "wNTMULESH";
	size_t i;

	post_read(&post, folder, vocab, text_of(in));
	buf_clear(&shown);
	for (i = 0; i < post.ntokens; i++) {
		const struct token *t = &post.tokens[i];

		if (i > 0)
			buf_addc(&shown, ' ');
		if (t->flags & TOKEN_FIRST && i > 0)
			buf_adds(&shown, "/ ");
		if (t->kind != TOKEN_WORD) {
			buf_addc(&shown, kinds[t->kind]);
			buf_addc(&shown, ':');
		}
		buf_addt(&shown, text_at(i));
	}
	if (post.ntokens > 0)
		cr_expect(post.tokens[0].flags & TOKEN_FIRST, "%s", in);
	return buf_cstr(&shown);
}

struct row {
	const char *why, *in, *want;
};

static void
check(const struct vocab *vocab, const struct row *rows, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		cr_expect_str_eq(show(vocab, rows[i].in), rows[i].want, "%s",
			rows[i].why);
}

Test(tokens, kinds)
{
	static const struct row rows[] = {
		{ "nothing", "", "" },
		{ "punctuation alone", "¿¡,;-()", "" },
		{ "words", "Pésima atención, señor", "pesima atencion señor" },
		{ "hyphen and apostrophe separate", "ex-cliente d'or",
			"ex cliente d or" },
		{ "underscore separates", "a_b", "a b" },
		{ "letters and digits are a word", "4G a320 3h 14:30h",
			"4g a320 3h 14:30h" },
		{ "numbers", "3 1.234,50 1,5 2026",
			"N:3 N:1.234,50 N:1,5 "
			"N:2026" },
		{ "a number ends before a stop", "son 3, o 4.",
			"son N:3 o N:4" },
		{ "times", "10:30 9:05 10:30:15", "T:10:30 T:9:05 T:10:30:15" },
		{ "no time", "3:2 100:30 10:3", "N:3:2 N:100:30 N:10:3" },
		{ "money before", "$500 $ 1.200 €20 £3",
			"M:$500 M:$ 1.200 "
			"M:€20 M:£3" },
		{ "money behind", "20 € 20€ 500$", "M:20 € M:20€ M:500$" },
		{ "the next sum's sign", "5 $100", "N:5 M:$100" },
		{ "soles", "S/50 s/ 50 s/.50", "M:s/50 M:s/ 50 M:s/.50" },
		{ "dollars", "us$ 20 US$20", "M:us$ 20 M:us$20" },
		{ "s and us as words", "s us s/n", "s us s n" },
		{ "no sign, no money", "s 50 us 20", "s N:50 us N:20" },
		{ "a sign alone", "$ y €", "y" },
		{ "user", "@Telcel hola @a_b1_ @_x",
			"U:@telcel hola U:@a_b1_ "
			"U:@_x" },
		{ "an @ alone", "@ @!", "" },
		{ "mail", "a ana.perez_1@correo.com.mx y x@y.es",
			"a L:ana.perez_1@correo.com.mx y L:x@y.es" },
		{ "links", "ve https://t.co/Ab1?x=1 www.x.mx/a y telcel.com/b",
			"ve L:https://t.co/ab1?x=1 L:www.x.mx/a y "
			"L:telcel.com/b" },
		{ "what closes a sentence is not the link's",
			"(ver http://a.mx/b). No vuelvo",
			"ver L:http://a.mx/b "
			"/ no vuelvo" },
		{ "a stop without a blank is no link", "malo.Nunca mas",
			"malo / nunca mas" },
		{ "tag", "#TagDeCamello #a_b", "H:#tagdecamello H:#a_b" },
		{ "no tag", "# #! a#b", "a H:#b" },
		{ "emoji", "mal😡👍🏽 ❤️", "mal E:😡 E:👍 E:❤" },
		{ "a run of one emoji", "😡😡😡👍🏽👍🏾 😡",
			"E:😡😡😡 E:👍👍 E:😡" },
		{ "flags", "🇲🇽🇲🇽🇪🇸 🇲", "E:🇲🇽🇲🇽 E:🇪🇸 E:🇲" },
		{ "a run of one in two dresses",
			"🤦\u200D♀️🤦🏽\u200D♂️😡",
			"E:🤦🤦 E:😡" },
	};

	check(NULL, rows, ROWS(rows));
}

Test(tokens, emoticons)
{
	static const struct row rows[] = {
		{ "plain", "mal :( bien :) :D", "mal S::( bien S::) S::d" },
		{ "behind a word", "hola:) mal:'(", "hola S::) mal S::'(" },
		{ "repeated end", ":((( :DDDD :))", "S::((( S::dddd S::))" },
		{ "with letters at the beginning", "o_o u_u T_T n_n",
			"S:o_o S:u_u S:t_t S:n_n" },
		{ "hearts", "<3 </3 &lt;3", "S:<3 S:</3 S:<3" },
		{ "angry", ">:( &gt;:(", "S:>:( S:>:(" },
		{ "in two bytes", "¬¬ ¬_¬", "S:¬¬ S:¬_¬" },
		{ "crying", "mal :'c :,( ='( :')",
			"mal S::'c S::,( S:='( S::')" },
		{ "with stops", "u.u T.T o.o n.n x.x",
			"S:u.u S:t.t S:o.o "
			"S:n.n S:x.x" },
		{ "stops of abbreviations", "o.o.p. u.u.a n.n1",
			"o o p u u a n n1" },
		{ "dismay", "no D: 😡 nooo D':", "no S:d: E:😡 nooo S:d':" },
		{ "no dismay", "caso d: nada; aD: D:5 D'or",
			"caso d nada ad "
			"d N:5 d or" },
		{ "angry at nobody", "asco :@ :@alguien",
			"asco S::@ "
			"U:@alguien" },
		{ "mirrored", "mal ): bien (:", "mal S:): bien S:(:" },
		{ "brackets before a colon", "(no): (a:b) (:no", "no a b no" },
		{ "a time", "10:30 a las 8:35", "T:10:30 a las T:8:35" },
		{ "a colon before a word", "ojo:de nada:vale :pues",
			"ojo de nada vale pues" },
		{ "a price", "precio:$500", "precio M:$500" },
		{ "a link of another kind", "ftp://a", "ftp a" },
		{ "letters that are none", "no_o foo_oo", "no o foo oo" },
	};

	check(NULL, rows, ROWS(rows));
}

Test(tokens, every_emoticon_is_read_back)
{
	static const char *const some[] = { ">:-(", ":'v", ":-|", ";-)", "^^",
		"*_*", "-__-", ".", "x" };
	size_t i;

	for (i = 0; i < ROWS(some); i++) {
		bool is = emoticon_is(text_of(some[i]));

		cr_expect_eq(is, i + 2 < ROWS(some), "%s", some[i]);
		if (is) {
			(void)show(NULL, some[i]);
			cr_expect(post.ntokens == 1 &&
					post.tokens[0].kind == TOKEN_EMOTICON,
				"%s", some[i]);
		}
	}
}

Test(tokens, sentences)
{
	static const struct row rows[] = {
		{ "stops", "mal. bien! peor? fin", "mal / bien / peor / fin" },
		{ "without a blank", "mal.bien", "mal / bien" },
		{ "a break", "mal\nbien", "mal / bien" },
		{ "comma, semicolon and colon do not", "a, b; c: d",
			"a b c d" },
		{ "opening marks do not", "a ¿b ¡c", "a b c" },
		{ "not inside a number", "cuesta 1.200 ya",
			"cuesta N:1.200 "
			"ya" },
		{ "behind a number", "cuesta 500. ya", "cuesta N:500 / ya" },
		{ "a single letter", "plan B. ya", "plan b ya" },
		{ "an abbreviation", "el Sr. López y la Dra. Ruiz",
			"el sr lopez y la dra ruiz" },
		{ "but with a blank before the stop", "sr . lopez",
			"sr / lopez" },
		{ "no. for number", "el no. 5 y No.7", "el no N:5 y no N:7" },
		{ "no. for no", "dije que no. vuelvo",
			"dije que no / "
			"vuelvo" },
		{ "ellipsis before a small letter", "espero... y espero",
			"espero y espero" },
		{ "before a capital", "espero... Y espero",
			"espero / y espero" },
		{ "two dots", "espero.. y", "espero y" },
		{ "one character", "espero… y espero… Y",
			"espero y espero / "
			"y" },
		{ "before a small accented letter", "no sé... él sí",
			"no se el si" },
		{ "before a capital Ñ", "eso... Ñoño", "eso / ñoño" },
		{ "before a break", "espero...\ny", "espero / y" },
		{ "before a digit", "espero... 3", "espero / N:3" },
		{ "behind an abbreviation", "etc... y", "etc y" },
		{ "several ends are one", "mal!!! ?? bien", "mal / bien" },
		{ "an emoji does not end", "mal 😡 bien", "mal E:😡 bien" },
	};

	check(NULL, rows, ROWS(rows));
}

/* A vocabulary as a lexicon would make it. */
static struct vocab *
make_vocab(void)
{
	static const char *const words[] = { "bueno", "leer", "aca", "nooo",
		"perro", "cool", "loco", "que", "x", "xfa", "tqm", "camello",
		"año", "😡" };
	struct vocab *v = vocab_new();
	size_t i;

	for (i = 0; i < ROWS(words); i++)
		(void)vocab_add(v, text_of(words[i]));
	(void)vocab_add_stem(v, text_of("maravill"));
	vocab_set_slang(v, vocab_add(v, text_of("q")), text_of("que"));
	vocab_set_slang(
		v, vocab_find(v, text_of("tqm")), text_of("te quiero mucho"));
	vocab_set_slang(v, vocab_find(v, text_of("xfa")), text_of("por favor"));
	vocab_set_slang(v, vocab_find(v, text_of("x")), text_of("por"));
	vocab_mark_entry(v, vocab_find(v, text_of("x")));
	return v;
}

Test(tokens, rewriting)
{
	static const struct row rows[] = {
		{ "elongation, one", "buenoooo", "bueno" },
		{ "two letters before one", "leeeer coooool", "leer cool" },
		{ "two runs", "peeeerrrrooo", "perro" },
		{ "two runs, the second alone double", "aaaacaaa", "aca" },
		{ "none known: one letter", "feoooo maaaal", "feo mal" },
		{ "by a stem", "maraviiiillosaaa", "maravillosaa" },
		{ "a term with its own run", "no nooo noooooo",
			"no nooo "
			"nooo" },
		{ "a double at the end", "perroo PERROO xfaa",
			"perro perro xfaa" },
		{ "other doubles", "peerro posee nooxx tuboo",
			"peerro posee "
			"nooxx tuboo" },
		{ "digits are no letters", "1000", "N:1000" },
		{ "ñ", "aññññooo", "año" },
		{ "slang", "q mal", "que mal" },
		{ "slang of several words", "tqm!", "te quiero mucho" },
		{ "an entry wins over slang", "x que", "x que" },
		{ "elongated slang", "xfaaaa tqmmm",
			"por favor te quiero "
			"mucho" },
		{ "tag at humps", "#TagDeCamello",
			"H:#tagdecamello tag de camello" },
		{ "tag at underscores and digits", "#hola_q2026",
			"H:#hola_q2026 hola que 2026" },
		{ "capitals alone are one word", "#PROFECO",
			"H:#profeco "
			"profeco" },
		{ "accents in a tag", "#AtenciónPésima",
			"H:#atencionpesima atencion pesima" },
		{ "ñ in a tag", "#PeorAño", "H:#peoraño peor año" },
		{ "a tag begins a sentence, its words do not",
			"mal. #MuyMal si", "mal / H:#muymal muy mal si" },
		{ "elongation in a tag", "#Buenoooo", "H:#buenoooo bueno" },
	};
	struct vocab *v = make_vocab();

	check(v, rows, ROWS(rows));
	vocab_free(v);
}

Test(tokens, text_of_norm)
{
	static const struct row rows[] = {
		{ "nothing to rewrite", "¡Qué MAL!", "¡que mal!" },
		{ "punctuation is kept", "¿Q?, buenooo...", "¿que?, bueno..." },
		{ "tag and its words", "a #MuyMal, b", "a #muymal muy mal, b" },
		{ "a double before any sign", "xfa buenoo~ perroo}",
			"por favor bueno~ perro}" },
	};
	struct vocab *v = make_vocab();
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		(void)show(v, rows[i].in);
		cr_expect(text_is(post.text, rows[i].want), "%s: %.*s",
			rows[i].why, (int)post.text.len, post.text.p);
	}
	vocab_free(v);
}

/* Elongations behind every number of bytes. */
Test(tokens, drawn_out_wherever_it_stands)
{
	static const char *const all[] = { "buenooo", "buenoo", "aññño" };
	struct vocab *v = make_vocab();
	struct buf b = { 0 };
	size_t i, n;

	for (i = 0; i < ROWS(all); i++) {
		for (n = 0; n < 140; n++) {
			buf_clear(&b);
			buf_addf(&b, "%*s%s", (int)n, "", all[i]);
			memset(b.p, 'x', n > 0 ? n - 1 : 0);
			post_read(&post, folder, v, buf_text(&b));
			cr_assert_eq(post.tokens[post.ntokens - 1].word,
				vocab_find(v, text_of(i < 2 ? "bueno" : "año")),
				"%zu %s", n, all[i]);
		}
	}
	buf_free(&b);
	vocab_free(v);
}

Test(tokens, flags_and_numbers_of_words)
{
	struct vocab *v = make_vocab();
	size_t i;

	(void)show(v, "Buenooo q feo");
	cr_assert_eq(post.ntokens, 3);
	cr_expect_eq(post.tokens[0].flags,
		TOKEN_FIRST | TOKEN_CHANGED | TOKEN_ELONGATED);
	cr_expect_eq(post.tokens[0].word, vocab_find(v, text_of("bueno")));
	cr_expect_eq(post.tokens[1].flags, TOKEN_CHANGED);
	cr_expect_eq(post.tokens[1].word, vocab_find(v, text_of("que")));
	cr_expect_eq(post.tokens[2].flags, 0);
	cr_expect_eq(post.tokens[2].word, 0);
	(void)show(v, ":((( :( 😡😡 😡 😡👍");
	cr_assert_eq(post.ntokens, 6);
	for (i = 0; i < post.ntokens; i++)
		cr_expect_eq((post.tokens[i].flags & TOKEN_ELONGATED) != 0,
			i == 0 || i == 2, "%zu", i);
	cr_expect_eq(post.tokens[2].word, vocab_find(v, text_of("😡")));
	vocab_free(v);
}

Test(tokens, offsets)
{
	static const struct {
		const char *why, *in, *piece, *want;
	} rows[] = {
		{ "accents and blanks", "La  PÉSIMA atención", "pesima",
			"PÉSIMA" },
		{ "decomposed", "muy pe\xCC\x81simo.", "pesimo",
			"pe\xCC\x81simo" },
		{ "a rewritten word widens", "es muy BUENOOOO!", "bueno",
			"BUENOOOO" },
		{ "part of it as well", "es muy BUENOOOO!", "uen", "BUENOOOO" },
		{ "slang of several words", "hola TQM!", "quiero", "TQM" },
		{ "from slang to what follows", "q Malo", "que malo",
			"q Malo" },
		{ "behind a rewritten word", "q Malo ES", "malo", "Malo" },
		{ "a word of a tag", "a #MuyMalo b", "malo b", "Malo b" },
		{ "the tag", "a #MuyMalo b", "#muymalo", "#MuyMalo" },
		{ "behind a tag", "#MuyMalo, FEO", "feo", "FEO" },
		{ "entity", "A&amp;B", "&", "&amp;" },
		{ "half of a ligature is all of it", "oﬁcina", "of", "oﬁ" },
		{ "half of ß", "groß", "gros", "groß" },
		{ "skin tone belongs to its emoji", "mal👎🏽 no", "👎",
			"👎🏽" },
		{ "invalid bytes", "\xFF mal\xFF", "mal", "mal" },
		{ "behind rewritten to the end", "q feo !!", "feo !!",
			"feo !!" },
	};
	struct vocab *v = make_vocab();
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		const char *at;
		uint32_t from, to, start;

		(void)show(v, rows[i].in);
		at = memmem(post.text.p, post.text.len, rows[i].piece,
			strlen(rows[i].piece));
		cr_assert_not_null(at, "%s", rows[i].why);
		start = (uint32_t)(at - post.text.p);
		post_origin(&post, start,
			start + (uint32_t)strlen(rows[i].piece), &from, &to);
		cr_expect(text_is((struct text){ rows[i].in + from, to - from },
				  rows[i].want),
			"%s: %u-%u", rows[i].why, from, to);
	}
	vocab_free(v);
}

static void
random_post(struct buf *in)
{
	static const char *const pieces[] = { "q", "Buenooo", "tqm", " ", " ",
		" ", ".", "…", "...", "#MuyMal", "#a_q", "Año", "an\xCC\x83o",
		"\xFF", "👎🏽", ":(", ":((((", "10:30", "$ 5", "@a", "\n",
		"ﬁ", "a@b.mx", "www.x", "&amp;", "\xE2\x80\x8B", "!", "é", "#",
		"nooooo", "5 €", "\xF0\x9D\x93\xB6" };
	unsigned n = 1 + roll(14);

	buf_clear(in);
	while (n-- > 0)
		buf_adds(in, pieces[roll(ROWS(pieces))]);
}

/* Tokens are in order, do not overlap, and come from bytes that fold to them
 * where they say that they are unchanged. */
Test(tokens, random_posts)
{
	struct vocab *v = make_vocab();
	struct buf in = { 0 }, part = { 0 };
	int round;
	size_t i;

	for (round = 0; round < 20000; round++) {
		random_post(&in);
		(void)show(v, buf_cstr(&in));
		for (i = 0; i < post.ntokens; i++) {
			const struct token *t = &post.tokens[i];
			uint32_t from, to;

			cr_assert_lt(t->start, t->end);
			cr_assert_leq(t->end, post.text.len);
			cr_assert(i == 0 || t->start >= t[-1].end);
			post_origin(&post, t->start, t->end, &from, &to);
			cr_assert_lt(from, to, "%s", in.p);
			cr_assert_leq(to, in.len, "%s", in.p);
			if (t->flags & TOKEN_CHANGED)
				continue;
			buf_clear(&part);
			(void)fold_text(
				folder, &part, in.p + from, to - from, NULL);
			cr_assert(text_eq(buf_text(&part), text_at(i)),
				"'%s': token %zu '%.*s' from '%.*s'", in.p, i,
				(int)(t->end - t->start),
				post.text.p + t->start, (int)(to - from),
				in.p + from);
		}
	}
	buf_free(&in);
	buf_free(&part);
	vocab_free(v);
}

/* Cut a text by its shape, and as if it had no words: one by one. */
static void
expect_same_cut(struct text in)
{
	struct shape none = { 0 };
	struct scanned quick = { 0 }, slow = { 0 };
	struct scan_text t;
	size_t i;

	post_fold(&post, folder, in);
	t = (struct scan_text){ post.text, in, &post.way, &post.shape };
	scan_text(&quick, &t);
	t.shape = &none;
	scan_text(&slow, &t);
	cr_assert_eq(quick.n, slow.n, "%.*s", (int)in.len, in.p);
	cr_assert_eq(quick.tags, slow.tags);
	for (i = 0; i < quick.n; i++) {
		const struct token *a = &quick.v[i], *b = &slow.v[i];

		cr_assert(a->start == b->start && a->end == b->end &&
				a->src_start == b->src_start &&
				a->src_end == b->src_end &&
				a->word == b->word && a->kind == b->kind &&
				a->flags == b->flags,
			"%.*s: token %zu", (int)in.len, in.p, i);
	}
	free(quick.v);
	free(slow.v);
}

/* Words whatever stands between them. */
Test(tokens, by_words_as_one_by_one)
{
	static const char *const words[] = { "s", "us", "es", "d", "u", "mal",
		"www", "com", "no" };
	struct buf in = { 0 };
	unsigned a, b, k, round;

	for (a = 1; a < 256; a++)
		for (b = 1; b < 256; b++) {
			buf_clear(&in);
			for (k = 0; k < 4; k++) {
				buf_adds(&in, words[(a + b * k) % ROWS(words)]);
				buf_addc(&in, (char)a);
				if (k % 2 == 0)
					buf_addc(&in, (char)b);
			}
			expect_same_cut(buf_text(&in));
		}
	for (round = 0; round < 20000; round++) {
		random_post(&in);
		expect_same_cut(buf_text(&in));
	}
	buf_free(&in);
}

Test(tokens, number_words)
{
	cr_expect(token_is_number_word(text_of("dos")));
	cr_expect(token_is_number_word(text_of("veinticuatro")));
	cr_expect_not(token_is_number_word(text_of("do")));
	cr_expect_not(token_is_number_word(text_of("")));
}
