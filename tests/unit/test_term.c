/* test_term.c - the term language: every line of its syntax, every error. */
#include "config.h"

#include <stdio.h>

#include "lexfile.h"
#include "term.h"

static struct fold *folder;
static struct term term;
static struct buf shown;

static void
begin(void)
{
	folder = fold_new();
}

static void
end(void)
{
	fold_free(folder);
	term_free(&term);
	buf_free(&shown);
}

TestSuite(term, .init = begin, .fini = end);

static struct text
bytes(size_t at, size_t len)
{
	return (struct text){ term.bytes.p + at, len };
}

static void
show_set(const struct lexicon_item *it)
{
	unsigned i;

	for (i = 0; i < it->more; i++) {
		const struct lexicon_item *m = &term.members[it->word + i];
		const struct term_word *w = &term.words[m->word];

		buf_addc(&shown, i == 0 ? '{' : '|');
		buf_addt(&shown, bytes(w->at, w->len));
		if (m->kind == ITEM_STEM)
			buf_addc(&shown, '*');
	}
	buf_addc(&shown, '}');
}

/* The forms, each in brackets, items as they would be written. */
static void
show_forms(void)
{
	size_t i, k;

	for (i = 0; i < term.nforms; i++) {
		buf_addc(&shown, '[');
		for (k = 0; k < term.forms[i].n; k++) {
			const struct lexicon_item *it =
				&term.items[term.forms[i].first + k];
			const struct term_word *w =
				&term.words[it->kind == ITEM_SET ? 0 : it->word];

			if (k > 0)
				buf_addc(&shown, ' ');
			if (it->gap > 0)
				buf_addf(&shown, "~%u ", it->gap);
			if (it->kind == ITEM_SET) {
				show_set(it);
				continue;
			}
			if (it->kind > ITEM_EXACT)
				buf_addf(&shown, "<%s>",
					item_class_name(it->kind));
			if (it->kind == ITEM_EXACT) {
				buf_addc(&shown, '!');
				buf_addt(&shown, bytes(w->raw, w->rawlen));
				buf_addc(&shown, '=');
			}
			buf_addt(&shown, bytes(w->at, w->len));
			if (it->kind == ITEM_STEM)
				buf_addc(&shown, '*');
		}
		buf_addc(&shown, ']');
	}
}

typedef enum rc read_fn(
	struct term *t, struct fold *fold, struct text cell, struct err *err);

static const char *
read_by(read_fn *read, const char *cell, size_t len)
{
	struct err err = { 0 };

	buf_clear(&shown);
	if (read(&term, folder, (struct text){ cell, len }, &err) != CLAMOR_OK)
		buf_addf(&shown, "%zu: %s", err.col, err.text);
	else if (term.is_regex)
		buf_addf(&shown, "regex %.*s", (int)term.regex.len,
			term.regex.p);
	else
		show_forms();
	return buf_cstr(&shown);
}

static const char *
read_bytes(const char *cell, size_t len)
{
	return read_by(term_read, cell, len);
}

struct row {
	const char *why, *in, *want;
};

static void
check(const struct row *rows, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		cr_expect_str_eq(read_bytes(rows[i].in, strlen(rows[i].in)),
			rows[i].want, "%s", rows[i].why);
}

Test(term, syntax)
{
	static const struct row rows[] = {
		{ "words", "mala atención", "[mala atencion]" },
		{ "blanks", "  mala \t\n atención ", "[mala atencion]" },
		{ "folded like posts", "MÁLA  Señor 𝓶𝓪𝓵", "[mala señor mal]" },
		{ "punctuation separates", "no, gracias", "[no gracias]" },
		{ "inside a piece too", "ex-cliente", "[ex cliente]" },
		{ "a stop at the end", "no vuelvo.", "[no vuelvo]" },
		{ "an abbreviation", "sr. lopez", "[sr lopez]" },
		{ "its own runs", "nooo", "[nooo]" },
		{ "a stem", "decepcion*", "[decepcion*]" },
		{ "a stem in a phrase", "muy decepcion* con",
			"[muy decepcion* con]" },
		{ "the last word of a piece is the stem", "ex-client*",
			"[ex client*]" },
		{ "a tag", "#Hartos", "[#hartos]" },
		{ "a stem of a tag", "#harto*", "[#harto*]" },
		{ "a user", "@Telcel", "[@telcel]" },
		{ "a number and a sum", "24 horas $500", "[24 horas $500]" },
		{ "a sum in two pieces", "20 € más", "[20 € mas]" },
		{ "a gap", "llevo ~3 esperando", "[llevo ~3 esperando]" },
		{ "the widest gap", "a ~20 b", "[a ~20 b]" },
		{ "a gap of none", "a ~0 b", "[a b]" },
		{ "a ~ in a word is punctuation", "a~3 b", "[a 3 b]" },
		{ "classes", "<num> <time> <money> <user> <url> <emoji> "
			"<brand>", "[<num> <time> <money> <user> <url> <emoji> "
			"<brand>]" },
		{ "a gap before a class", "llevo ~2 <num>", "[llevo ~2 "
			"<num>]" },
		{ "exact", "!Orange", "[!Orange=orange]" },
		{ "exact with accents, in NFC", "!Pe\xCC\x81rez",
			"[!Pérez=perez]" },
		{ "exact in a phrase", "en !Claro no", "[en !Claro=claro "
			"no]" },
		{ "exact behind a gap", "en ~2 !Claro", "[en ~2 "
			"!Claro=claro]" },
		{ "exact: only the word of it", "!Claro,", "[!Claro=claro]" },
		{ "exact user", "!@Claro", "[!@Claro=@claro]" },
		{ "an expression", "/\\bestaf(a|ó)\\b/",
			"regex \\bestaf(a|ó)\\b" },
		{ "an expression of braces", "/a{3}/", "regex a{3}" },
		{ "a slash alone", "y/o", "[y o]" },
		{ "emoji", "👎🏽", "[👎]" },
		{ "a sequence of emoji", "❤️\xE2\x80\x8D🔥", "[❤ 🔥]" },
		{ "emoji and words", "👎 malo", "[👎 malo]" },
	};

	check(rows, ROWS(rows));
}

Test(term, emoticons_win_over_syntax)
{
	static const struct row rows[] = {
		{ "star", ":*", "[:*]" },
		{ "bar", ":-|", "[:-|]" },
		{ "backslash", ":\\", "[:\\]" },
		{ "folded", ":D", "[:d]" },
		{ "<3 is no class", "<3", "[<3]" },
		{ "between slashes", "\\o/", "[\\o/]" },
		{ "in a phrase", "mal :(", "[mal :(]" },
	};

	check(rows, ROWS(rows));
}

Test(term, braces)
{
	static const struct row rows[] = {
		{ "in a word", "pésim{o|a|os|as}",
			"[pesimo][pesima][pesimos][pesimas]" },
		{ "empty alternative", "caja{|s}", "[caja][cajas]" },
		{ "empty last", "caja{s|}", "[cajas][caja]" },
		{ "nothing inside", "caja{}", "[caja]" },
		{ "one alternative", "{caja}", "[caja]" },
		{ "two groups", "{a|b} {c|d}", "[a c][a d][b c][b d]" },
		{ "nested", "{a{b|c}|d}e", "[abe][ace][de]" },
		{ "nested and empty", "mal{{a|o}{|s}|}",
			"[mala][malas][malo][malos][mal]" },
		{ "blanks inside", "{no me|jamás nos} llega",
			"[no me llega][jamas nos llega]" },
		{ "a word may go", "muy {pero muy|} mal",
			"[muy pero muy mal][muy mal]" },
		{ "a gap inside", "a {~2 b|c} d", "[a ~2 b d][a c d]" },
		{ "a class made by them", "<{num|time}>", "[<num>][<time>]" },
		{ "classes in them", "en {<num>|dos} {<time>|} días",
			"[en <num> <time> dias][en <num> dias][en dos <time> "
			"dias][en dos dias]" },
		{ "no class behind a word", "a<num> {b|c}",
			"[a num b][a num c]" },
		{ "words in angles are no class", "<muy> bien",
			"1: unknown class '<muy>' (there are num time money "
			"user url emoji brand; write \\< for the character)" },
		{ "a stem made by them", "mal{a|}*", "[mala*][mal*]" },
		{ "accents inside", "ma{ñ|Ñ}ana", "[mañana][mañana]" },
	};

	check(rows, ROWS(rows));
}

Test(term, escapes)
{
	static const struct row rows[] = {
		{ "bar", "a\\|b", "[a b]" },
		{ "braces", "a\\{b\\}", "[a b]" },
		{ "in braces", "{a\\|b|c\\}d}", "[a b][c d]" },
		{ "star", "a\\* b", "[a b]" },
		{ "class", "\\<num>", "[num]" },
		{ "exact", "\\!hola", "[hola]" },
		{ "inside exact", "!\\Claro", "[!Claro=claro]" },
		{ "gap", "a \\~3 b", "[a 3 b]" },
		{ "slashes", "\\/a/", "[a]" },
		{ "backslash", "a\\\\b", "[a b]" },
		{ "a letter", "\\a", "[a]" },
		{ "two bytes", "a\\ñ", "[añ]" },
		{ "a blank", "mala\\ atencion", "[mala atencion]" },
	};

	check(rows, ROWS(rows));
}

Test(term, errors)
{
	static const struct row rows[] = {
		{ "nothing", "", "1: no word in it that could match (terms are "
			"words, numbers, emoji and emoticons)" },
		{ "blanks", "  ", "1: no word in it that could match (terms are "
			"words, numbers, emoji and emoticons)" },
		{ "punctuation", "¿?", "1: no word in it that could match (terms are "
			"words, numbers, emoji and emoticons)" },
		{ "one form is empty", "{a|}",
			"1: no word in it that could match (terms are "
			"words, numbers, emoji and emoticons)" },
		{ "stray bar", "a|b", "2: '|' outside braces (write \\| for "
			"the character)" },
		{ "bar behind braces", "{a|b}|c", "6: '|' outside braces "
			"(write \\| for the character)" },
		{ "stray }", "a}", "2: '}' without a '{' before it (write "
			"\\} for the character)" },
		{ "} behind braces", "{a}}", "4: '}' without a '{' before it "
			"(write \\} for the character)" },
		{ "stray {", "a{b|c", "2: '{' without its '}' (write \\{ for "
			"the character)" },
		{ "nested {", "a{b{c}", "2: '{' without its '}' (write \\{ "
			"for the character)" },
		{ "escaped }", "{a\\}", "1: '{' without its '}' (write \\{ "
			"for the character)" },
		{ "unknown class", "<nun>", "1: unknown class '<nun>' (there "
			"are num time money user url emoji brand; write \\< "
			"for the character)" },
		{ "class of a capital", "<NUM>", "1: unknown class '<NUM>' "
			"(there are num time money user url emoji brand; "
			"write \\< for the character)" },
		{ "star inside", "a*b", "1: '*' only ends a word (write \\* for the "
			"character)" },
		{ "two stars", "a**", "1: '*' only ends a word (write \\* for the "
			"character)" },
		{ "star alone", "a *", "3: '*' needs a word before it (write \\* for the "
			"character)" },
		{ "star behind punctuation", "-*",
			"1: '*' needs a word before it (write \\* for the "
			"character)" },
		{ "star in exact", "!Claro*", "1: '!' takes no '*' (take one of them out)" },
		{ "exact of two", "!A-B", "1: '!' stands before one word (write \\! for the "
			"character)" },
		{ "exact of none", "!-", "1: '!' stands before one word (write \\! for the "
			"character)" },
		{ "wide gap", "a ~21 b", "3: a gap of more than 20 words (write ~20)" },
		{ "gap first", "~2 a", "1: a gap before the first word (take it out)" },
		{ "gap last", "a ~2", "3: a gap behind the last word (take it out)" },
		{ "two gaps", "a ~2 ~3 b",
			"6: two gaps without a word between (make one of "
			"them)" },
		{ "sentence end inside a piece", "mal.bien",
			"1: a sentence end inside a term (take the . ! ? "
			"or line break out)" },
		{ "sentence end between pieces", "mal. bien",
			"6: a sentence end inside a term (take the . ! ? "
			"or line break out)" },
		{ "a question inside", "¿mal? no",
			"8: a sentence end inside a term (take the . ! ? "
			"or line break out)" },
		{ "a tag in a phrase", "estoy #harto", "7: a #tag stands alone (in a phrase write its "
			"words, which are matched too)" },
		{ "a phrase behind a tag", "#harto de", "8: a #tag stands alone (in a phrase write its "
			"words, which are matched too)" },
		{ "a control character", "a\x01" "b",
			"2: control character in a term (take it out)" },
		{ "behind a backslash too", "a\\\x01",
			"3: control character in a term (take it out)" },
		{ "backslash last", "mal\\", "4: nothing behind the '\\' (write \\\\ for the "
			"character)" },
		{ "invalid UTF-8", "p\xE9simo",
			"0: invalid UTF-8 (save as CSV UTF-8)" },
	};

	check(rows, ROWS(rows));
}

/* n words, "a a a ..." */
static const char *
words(struct buf *b, int n)
{
	buf_clear(b);
	while (n-- > 0)
		buf_adds(b, n > 0 ? "a " : "a");
	return buf_cstr(b);
}

Test(term, bounds)
{
	static const char too_many[] =
		"1: braces expand to more than 256 forms (make two "
			"rows of it)";
	static const char too_wide[] = "1: a term of more than 32 words or one that "
			"reaches over more than 64 (shorten it)";
	struct buf b = { 0 };
	int i;

	(void)read_bytes("{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}", 40);
	cr_expect_eq(term.nforms, 256);
	cr_expect_str_eq(read_bytes(
		"{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}", 45), too_many);
	buf_adds(&b, "{a0");
	for (i = 1; i < 256; i++)
		buf_addf(&b, "|a%d", i);
	buf_addc(&b, '}');
	(void)read_bytes(b.p, b.len);
	cr_expect_eq(term.nforms, 256, "256 in one group");
	b.len--;
	buf_adds(&b, "|x}");
	cr_expect_str_eq(read_bytes(b.p, b.len), too_many, "257 in one group");
	/* 1 + 255 and 2 + 255, the large group last */
	b.len = 0;
	buf_adds(&b, "{x|{a0");
	for (i = 1; i < 255; i++)
		buf_addf(&b, "|a%d", i);
	buf_adds(&b, "}}");
	(void)read_bytes(b.p, b.len);
	cr_expect_eq(term.nforms, 256, "1 + 255");
	b.len -= 2;
	buf_adds(&b, "|y|z}}");
	cr_expect_str_eq(read_bytes(b.p, b.len), too_many, "1 + 257");
	(void)read_bytes(words(&b, 32), 63);
	cr_expect_eq(term.nforms, 1);
	cr_expect_str_eq(read_bytes(words(&b, 33), 65), too_wide);
	cr_expect_str_eq(read_bytes("a ~20 b ~20 c ~20 d", 19),
		"[a ~20 b ~20 c ~20 d]");
	cr_expect_str_eq(read_bytes("a ~20 b ~20 c ~20 d e", 21), too_wide);
	buf_free(&b);
}

/* Neither recursion nor a long time: these would take minutes or the stack. */
Test(term, hostile, .timeout = 10)
{
	static const char too_long[] = "0: a term of more than 8192 bytes "
		"(make several rows of it)";
	struct buf b = { 0 };
	int i, n;

	for (n = 100; n <= 10000; n *= 10) {
		buf_clear(&b);
		for (i = 0; i < n; i++)
			buf_addc(&b, '{');
		buf_addc(&b, 'a');
		for (i = 0; i < n; i++)
			buf_addc(&b, '}');
		cr_expect_str_eq(read_bytes(b.p, b.len),
			n < 4096 ? "[a]" : too_long, "%d nested", n);
	}
	for (n = 100; n <= 1000000; n *= 10) {
		buf_clear(&b);
		for (i = 0; i < n; i++)
			buf_adds(&b, "{}");
		buf_addc(&b, 'a');
		cr_expect_str_eq(read_bytes(b.p, b.len),
			n < 4096 ? "[a]" : too_long, "%d in a row", n);
	}
	buf_clear(&b);
	for (i = 0; i < 8192; i++)
		buf_addc(&b, '{');
	cr_expect_str_eq(read_bytes(b.p, b.len), "1: '{' without its '}' "
		"(write \\{ for the character)");
	buf_free(&b);
}

Test(term, any_bytes_are_harmless)
{
	static const char alphabet[] = "ab{}|*!~3<>num\\/ .:(ñ\n";
	char cell[24];
	int i;
	size_t k, n;

	for (i = 0; i < 40000; i++) {
		n = roll(sizeof(cell));
		for (k = 0; k < n; k++)
			cell[k] = alphabet[roll(sizeof(alphabet) - 1)];
		(void)read_bytes(cell, n);
		cr_assert_gt(shown.len, 0);
	}
}

Test(term, sets)
{
	static const struct row rows[] = {
		{ "words of a pair of braces", "no {me|nos} llega",
			"[no {me|nos} llega]" },
		{ "endings", "caja{|s} rota{|s}",
			"[{caja|cajas} {rota|rotas}]" },
		{ "a gap before", "no ~2 {va|llega}", "[no ~2 {va|llega}]" },
		{ "a phrase is a form of its own", "{el|la|al fin la} caja",
			"[al fin la caja][{el|la} caja]" },
		{ "a stem is none", "la {caj*|bols*|cesta} rota",
			"[la {caj*|bols*|cesta} rota]" },
		{ "a class is, and nothing", "la {<num>||a|b} rota",
			"[la <num> rota][la rota][la {a|b} rota]" },
		{ "one word makes no set", "la {caja|} rota",
			"[la caja rota][la rota]" },
		{ "no form is nothing but a set", "{caja|bolsa}",
			"[caja][bolsa]" },
		{ "not with others that may be missing", "{|la} {caja|bolsa}",
			"[caja][bolsa][la {caja|bolsa}]" },
		{ "only plain words", "el {!Sol|sol|luna}",
			"[el !Sol=sol][el sol][el luna]" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(read_by(term_read_sets, rows[i].in,
					 strlen(rows[i].in)),
			rows[i].want, "%s: %s", rows[i].why, shown.p);
}

/* Is it the same mistake, or as many forms if each set is any of its words? */
static void
expect_same(const char *cell, size_t len)
{
	size_t forms = 0, n, i, k;
	struct buf plain = { 0 };

	(void)read_bytes(cell, len);
	n = term.nforms;
	buf_addt(&plain, buf_text(&shown));
	(void)read_by(term_read_sets, cell, len);
	if (*plain.p != '[') {
		cr_assert(text_eq(buf_text(&plain), buf_text(&shown)));
		buf_free(&plain);
		return;
	}
	for (i = 0; i < term.nforms; i++) {
		size_t all = 1;

		for (k = 0; k < term.forms[i].n; k++) {
			const struct lexicon_item *it =
				&term.items[term.forms[i].first + k];

			all *= it->kind == ITEM_SET ? it->more : 1;
		}
		forms += all;
	}
	cr_assert_eq(forms, n, "%.*s", (int)len, cell);
	buf_free(&plain);
}

Test(term, sets_of_any_terms)
{
	static const char *const parts[] = { "a", "b", "{", "|", "}", " ", "*",
		"{a|b}", "{|s}", "{a b|c}", " ~2 ", "<num>", "!", "ñ" };
	struct buf cell = { 0 };
	unsigned i, n;

	for (i = 0; i < 20000; i++) {
		buf_clear(&cell);
		for (n = 1 + roll(9); n > 0; n--)
			buf_adds(&cell, parts[roll(ROWS(parts))]);
		expect_same(cell.p, cell.len);
	}
	buf_free(&cell);
}
