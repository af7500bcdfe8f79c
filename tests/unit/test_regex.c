/* test_regex.c - what is refused, what is found, and that no gate lies. */
#include "config.h"

#include <stdio.h>
#include <time.h>

#include "lexfile.h"
#include "regex.h"

static const char *
refusal(const char *pattern)
{
	static char text[1024];
	struct err err = { 0 };
	struct regex *r;

	if (regex_new(&r, text_of(pattern), &err) == CLAMOR_OK) {
		regex_free(r);
		return "taken";
	}
	(void)snprintf(text, sizeof(text), "%zu: %s", err.col, err.text);
	return text;
}

Test(regex, refused)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "PCRE2's own", "a(b",
			"4: missing closing parenthesis (see "
			"pcre2pattern(3))" },
		{ "capital", "Hola",
			"1: 'H' can never match: expressions see text in "
			"lower case without accents (write 'h')" },
		{ "accent", "estafó",
			"6: 'ó' can never match: expressions see text in "
			"lower case without accents (write 'o')" },
		{ "capital ñ", "Ñ",
			"1: 'Ñ' can never match: expressions see text in "
			"lower case without accents (write 'ñ')" },
		{ "in a class", "[aé]",
			"3: 'é' can never match: expressions see text in "
			"lower case without accents (write 'e')" },
		{ "one that becomes two", "ß",
			"1: 'ß' can never match: expressions see text in "
			"lower case without accents (write 'ss')" },
		{ "\\K", "ab\\Kc",
			"3: \\C, \\K and a last \\ are not allowed (take "
			"it out)" },
		{ "\\C", "a\\C",
			"2: \\C, \\K and a last \\ are not allowed (take "
			"it out)" },
		{ "a last backslash", "a\\",
			"2: \\C, \\K and a last \\ are not allowed (take "
			"it out)" },
		{ "verb", "(*NO_JIT)a",
			"1: (*VERBS) are not allowed (take it out)" },
		{ "verb inside", "a(*ACCEPT)",
			"2: (*VERBS) are not allowed (take it out)" },
		{ "limits are not raised", "(*LIMIT_MATCH=9)a",
			"1: (*VERBS) are not allowed (take it out)" },
		{ "nothing", "",
			"0: an expression that can match nothing (let it "
			"need one letter at least)" },
		{ "optional", "a?",
			"0: an expression that can match nothing (let it "
			"need one letter at least)" },
		{ "an empty alternative", "a|",
			"0: an expression that can match nothing (let it "
			"need one letter at least)" },
		{ "only a place", "\\b",
			"0: an expression that can match nothing (let it "
			"need one letter at least)" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(
			refusal(rows[i].in), rows[i].want, "%s", rows[i].why);
}

Test(regex, taken)
{
	static const char *const patterns[] = { "a", "ñ", "\\bni\\b",
		"\\S+\\W\\D\\B.", "\\p{Lu}a", "[[:alpha:]]+", "(?:a|b)c",
		"(?i:a)", "(?<name>a)\\k<name>", "(?P<Name>a)", "a{2,3}",
		"\\x{f1}", "(?#Comment)a", "\\*", "[^\\]]" };
	size_t i;

	for (i = 0; i < ROWS(patterns); i++)
		cr_expect_str_eq(
			refusal(patterns[i]), "taken", "%s", patterns[i]);
}

/* All matches as "start-end ", "limit" at a limit. */
static const char *
matches(const char *pattern, const char *text)
{
	static char out[256];
	struct err err = { 0 };
	struct regex *r;
	size_t at = 0, start, end, n = 0;
	enum rc rc;

	out[0] = '\0';
	cr_assert_eq(regex_new(&r, text_of(pattern), &err), CLAMOR_OK, "%s",
		pattern);
	while ((rc = regex_next(r, text_of(text), at, &start, &end)) ==
		CLAMOR_OK) {
		n += (size_t)snprintf(
			out + n, sizeof(out) - n, "%zu-%zu ", start, end);
		cr_assert_gt(end, start, "%s", pattern);
		at = end;
	}
	if (rc == CLAMOR_ELIMIT)
		(void)snprintf(out + n, sizeof(out) - n, "limit");
	regex_free(r);
	return out;
}

Test(regex, found)
{
	static const struct {
		const char *why, *pattern, *text, *want;
	} rows[] = {
		{ "leftmost, non-overlapping", "aa", "aaaaa", "0-2 2-4 " },
		{ "none", "b", "aaa", "" },
		{ "empty text", "b", "", "" },
		{ "ñ is a letter", "\\bni\\b", "niño ni niñ", "6-8 " },
		{ "ñ inside", "\\bni\\w+", "un niño", "3-8 " },
		{ "offsets are bytes", "ñ.", "aña", "1-4 " },
		{ "anchor sees the text's start", "^a", "aa", "0-1 " },
		{ "look behind the place to start at", "(?<=a)a", "aaa",
			"1-2 2-3 " },
		{ "never empty, though it could be here", "a*b|(?=b)b", "aab",
			"0-3 " },
		{ "a break is a blank", "a\\sb", "a\nb a b", "0-3 4-7 " },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(matches(rows[i].pattern, rows[i].text),
			rows[i].want, "%s", rows[i].why);
}

Test(regex, a_limit_is_told)
{
	cr_expect_str_eq(matches("(a+)+$",
				 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"),
		"limit");
	cr_expect_str_eq(matches("(a|aa)+$",
				 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"),
		"limit");
}

/* Bombs on a megabyte: a limit or an answer, and soon. */
Test(regex, bombs, .timeout = 20)
{
	static const char *const patterns[] = { "(a+)+$", "(a*)*b", "(.*)*x",
		"a.*[xy]z", "(a|a?)+b", "(?:a?){50}a{50}b",
		"^(([a-z])+.)+[xy]z", "(x+x+)+y", "(\\w+\\s?)+[,;]x",
		"((a(?1)?)+)b" };
	size_t len = 1000000, i, start, end;
	char *text = xmalloc(len);

	memset(text, 'a', len);
	text[len - 1] = '!';
	for (i = 0; i < ROWS(patterns); i++) {
		struct err err = { 0 };
		struct regex *r;
		clock_t before = clock();

		cr_assert_eq(regex_new(&r, text_of(patterns[i]), &err),
			CLAMOR_OK, "%s: %s", patterns[i], err.text);
		cr_expect_neq(regex_next(r, (struct text){ text, len }, 0,
				      &start, &end),
			CLAMOR_OK, "%s", patterns[i]);
		cr_expect_lt((clock() - before) / CLOCKS_PER_SEC, 3, "%s",
			patterns[i]);
		regex_free(r);
	}
	free(text);
}

static bool
is_gated(const char *pattern)
{
	struct err err = { 0 };
	struct regex *r;
	bool gated;

	cr_assert_eq(regex_new(&r, text_of(pattern), &err), CLAMOR_OK, "%s: %s",
		pattern, err.text);
	gated = regex_gate(r)->n > 0;
	regex_free(r);
	return gated;
}

Test(regex, which_have_gates)
{
	static const struct {
		const char *pattern;
		bool want;
	} rows[] = {
		{ "estafa", true },
		{ "\\bestafador(es|a|as)?\\b", true },
		{ "(robo|fraude|estafa)", true },
		{ "(?:robo|fraude) de", true },
		{ "robo|fraude", true },
		{ "\\d+ (horas|dias|semanas)", true },
		{ "robo|\\d+", false },
		{ "ab", false },
		{ "[abc]+", false },
		{ "(estafa)?\\d", false },
		{ "(estafa){0,2}\\d", false },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_eq(is_gated(rows[i].pattern), rows[i].want, "%s",
			rows[i].pattern);
}

/* Where a gate once closed, or could, on what matches. */
Test(regex, gates_open_where_it_matches)
{
	static const struct {
		const char *pattern, *text;
	} rows[] = {
		{ "abcd?", "abc" },
		{ "abcd*", "abc" },
		{ "abcd{0,3}e", "abce" },
		{ "abcñ?", "abc" },
		{ "(abc|xyz)", "xyz" },
		{ "(abc|xyz)?def", "def" },
		{ "[[:alpha:]bcd]x", "bx" },
		{ "[]abc]x", "]x" },
		{ "[^]abc]x", "yx" },
		{ "[a\\]bcd]x", "]x" },
		{ "\\x61bcd", "abcd" },
		{ "\\x{61}bcd", "abcd" },
		{ "\\061bcd", "1bcd" },
		{ "\\o{61}bcd", "1bcd" },
		{ "(a)\\g1bcd", "aabcd" },
		{ "(?<name>a)\\k<name>b", "aab" },
		{ "(?<name>a)\\k'name'b", "aab" },
		{ "(?x)a b c d", "abcd" },
		{ "(?x: a b c d )", "abcd" },
		{ "(?x)abcd #efgh", "abcd" },
		{ "\\Qabc\\E?d", "abd" },
		{ "abcd\\E?", "abc" },
		{ "(?!abc)\\w", "x" },
		{ "(?<!abc)x", "x" },
		{ "(?(?=abc)abc|xyz)", "xyz" },
		{ "(?|abc|xyz)", "xyz" },
		{ "\\pLabc", "xabc" },
		{ "\\p{L}abc", "xabc" },
		{ "(((((abc|x)))))", "x" },
		{ "¿?abcd", "abcd" },
		{ "abc€?", "abc" },
		{ "(?i)abc", "abc" },
		{ "(?#abcd)x", "x" },
		{ "a{3}bc", "aaabc" },
		{ "abc{2}", "abcc" },
		{ "(abc){0}x", "x" },
		{ "(abc){,2}x", "abc{,2}x" },
		{ "\\cabcd|xyz", "xyz" },
		{ "abcd[[:x]|efgh:]]", "efgh:]]" },
		{ "[(\\[]abcd", "x[abcd" },
		{ "[^(]abcd", "xabcd" },
		{ "[)-x]abcd", "vabcd" },
		{ "[[:alpha:]]abcd", "xabcd" },
		{ "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)\\12xyz",
			"abcdefghijkllxyz" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		struct err err = { 0 };
		struct regex *r;
		size_t start, end;
		enum rc rc = regex_new(&r, text_of(rows[i].pattern), &err);

		cr_expect_eq(
			rc, CLAMOR_OK, "%s: %s", rows[i].pattern, err.text);
		if (rc != CLAMOR_OK)
			continue;
		rc = regex_next(r, text_of(rows[i].text), 0, &start, &end);
		if (rc == CLAMOR_OK)
			cr_expect(gate_opens(
					  regex_gate(r), text_of(rows[i].text)),
				"%s on %s", rows[i].pattern, rows[i].text);
		else
			cr_expect_eq(strncmp(rows[i].pattern, "(abc){,2}", 9),
				0, "%s does not match %s", rows[i].pattern,
				rows[i].text);
		regex_free(r);
	}
}

/* A random expression; depth keeps it small. */
static void
random_pattern(struct buf *out, int depth)
{
	static const char *const atoms[] = { "a", "b", "abc", "bca", "ñ", "\\w",
		".", "[abc]", "[[:alpha:]bc]", "\\b", " ", "caba", "[^b]",
		"\\x61", "\\.", "\\Qab\\E", "(?=a)" };
	static const char *const counts[] = { "", "", "", "?", "*", "+",
		"{0,2}", "{2}", "??", "{1,}" };
	static const char *const opens[] = { "(", "(?:", "(?i:", "(?x:" };
	unsigned n = 1 + roll(4);

	while (n-- > 0) {
		if (depth > 0 && roll(4) == 0) {
			buf_adds(out, opens[roll(4)]);
			random_pattern(out, depth - 1);
			if (roll(2)) {
				buf_addc(out, '|');
				random_pattern(out, depth - 1);
			}
			buf_addc(out, ')');
		} else {
			buf_adds(out, atoms[roll(ROWS(atoms))]);
		}
		buf_adds(out, counts[roll(ROWS(counts))]);
	}
}

Test(regex, random_gates_never_lie)
{
	static const char *const letters[] = { "a", "b", "c", "ñ", " ", "." };
	struct buf pattern = { 0 }, text = { 0 };
	int round, i, gated = 0, matched = 0;

	for (round = 0; round < 30000; round++) {
		struct err err = { 0 };
		struct regex *r;
		size_t start, end;

		buf_clear(&pattern);
		random_pattern(&pattern, 2);
		if (regex_new(&r, buf_text(&pattern), &err) != CLAMOR_OK)
			continue;
		gated += regex_gate(r)->n > 0;
		for (i = 0; i < 40 && regex_gate(r)->n > 0; i++) {
			unsigned n = roll(12);

			buf_clear(&text);
			while (n-- > 0)
				buf_adds(&text, letters[roll(6)]);
			(void)buf_cstr(&text);
			if (regex_next(r, buf_text(&text), 0, &start, &end) !=
				CLAMOR_OK)
				continue;
			matched++;
			cr_assert(gate_opens(regex_gate(r), buf_text(&text)),
				"%s on '%s'", buf_cstr(&pattern), text.p);
		}
		regex_free(r);
	}
	cr_expect_gt(gated, 500);
	cr_expect_gt(matched, 500);
	buf_free(&pattern);
	buf_free(&text);
}
