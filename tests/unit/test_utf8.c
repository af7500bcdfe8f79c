/* test_utf8.c - decoding against the standard's table, and repairs. */
#include "config.h"

#include <criterion/criterion.h>

#include "utf8.h"

#define ROWS(a) (sizeof(a) / sizeof((a)[0]))

Test(utf8, every_code_point_comes_back)
{
	char bytes[UTF8_MAX];
	uint32_t cp, back;

	for (cp = 0; cp <= 0x10FFFF; cp++) {
		size_t n;
		int ok;

		if (cp == 0xD800)
			cp = 0xE000;
		n = utf8_encode(cp, bytes);
		cr_assert_eq(utf8_decode_checked(bytes, bytes + n, &back, &ok),
			n, "U+%04X", cp);
		cr_assert(ok && back == cp, "U+%04X", cp);
		cr_assert_eq(utf8_valid_prefix(bytes, n), n, "U+%04X", cp);
	}
}

Test(utf8, ill_formed_by_maximal_subparts)
{
	static const struct {
		const char *why, *in;
		size_t len, used;
	} rows[] = {
		{ "a lone tail", "\x80", 1, 1 },
		{ "overlong of two", "\xC0\xAF", 2, 1 },
		{ "overlong of three", "\xE0\x80\xAF", 3, 1 },
		{ "overlong of four", "\xF0\x80\x80\xAF", 4, 1 },
		{ "a surrogate", "\xED\xA0\x80", 3, 1 },
		{ "above U+10FFFF", "\xF4\x90\x80\x80", 4, 1 },
		{ "F5 leads nothing", "\xF5\x80\x80\x80", 4, 1 },
		{ "FF", "\xFF", 1, 1 },
		{ "cut after one of two", "\xC3", 1, 1 },
		{ "cut after two of three", "\xE2\x82", 2, 2 },
		{ "cut after three of four", "\xF0\x9F\x98", 3, 3 },
		{ "broken after two of three", "\xE2\x82" "a", 3, 2 },
		{ "broken after three of four", "\xF0\x9F\x98" "a", 4, 3 },
		{ "the next lead breaks it", "\xC3\xC3\xB1", 3, 1 },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		uint32_t cp;
		int ok;

		cr_expect_eq(utf8_decode_checked(rows[i].in,
			rows[i].in + rows[i].len, &cp, &ok), rows[i].used,
			"%s", rows[i].why);
		cr_expect_eq(ok, 0, "%s", rows[i].why);
		cr_expect_eq(cp, UTF8_REPLACEMENT, "%s", rows[i].why);
		cr_expect_eq(utf8_valid_prefix(rows[i].in, rows[i].len), 0,
			"%s", rows[i].why);
	}
}

Test(utf8, the_replacement_itself_is_well_formed)
{
	uint32_t cp;
	int ok;

	cr_expect_eq(utf8_decode_checked("\xEF\xBF\xBD",
		(const char *)"\xEF\xBF\xBD" + 3, &cp, &ok), 3);
	cr_expect_eq(ok, 1);
}

Test(utf8, valid_prefix_stops_at_the_bad_byte)
{
	/* around the stride of eight ASCII bytes */
	char text[40];
	size_t i;

	for (i = 0; i < sizeof(text); i++) {
		memset(text, 'a', sizeof(text));
		text[i] = '\xFF';
		cr_expect_eq(utf8_valid_prefix(text, sizeof(text)), i);
	}
}

Test(utf8, repair)
{
	static const struct {
		const char *why, *in;
		size_t len;
		int cp1252;
		const char *want;
		size_t replaced;
	} rows[] = {
		{ "nothing to do", "ma\xC3\xB1" "ana", 7, 0, "mañana", 0 },
		{ "empty", "", 0, 1, "", 0 },
		{ "a byte of Windows-1252", "ma\xF1" "ana", 6, 1, "mañana", 1 },
		{ "the same, but not to be guessed", "ma\xF1" "ana", 6, 0,
			"ma\xEF\xBF\xBD" "ana", 1 },
		{ "the euro", "20 \x80", 4, 1, "20 €", 1 },
		{ "undefined in Windows-1252", "\x81", 1, 1, "\xEF\xBF\xBD",
			1 },
		{ "a cut sequence is one", "a\xE2\x82", 3, 0,
			"a\xEF\xBF\xBD", 1 },
		{ "a cut sequence byte by byte", "\xE2\x82", 2, 1, "â‚", 1 },
		{ "NUL", "a\0b", 3, 0, "a\xEF\xBF\xBD" "b", 1 },
		{ "NUL in Windows-1252 too", "\0\xE1", 2, 1,
			"\xEF\xBF\xBD" "á", 2 },
		{ "NUL behind a bad byte", "\xFF\0\xFF", 3, 0,
			"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3 },
	};
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		buf_clear(&out);
		cr_expect_eq(utf8_repair(&out, rows[i].in, rows[i].len,
			rows[i].cp1252), rows[i].replaced, "%s", rows[i].why);
		cr_expect_str_eq(buf_cstr(&out), rows[i].want, "%s",
			rows[i].why);
	}
	buf_free(&out);
}

Test(utf8, repaired_text_is_valid)
{
	struct buf out = { 0 };
	uint64_t seed = 11;
	char in[64];
	int i, cp1252;

	for (i = 0; i < 20000; i++) {
		size_t n;

		for (n = 0; n < sizeof(in); n++) {
			seed = seed * 6364136223846793005u + 1442695040888963407u;
			in[n] = "\xC3\xB1\xE2\x82\xAC\xF0\x9F\x98\xED\xA0"
				"a\0"[(seed >> 33) % 12];
		}
		for (cp1252 = 0; cp1252 < 2; cp1252++) {
			buf_clear(&out);
			(void)utf8_repair(&out, in, sizeof(in), cp1252);
			cr_assert_eq(utf8_valid_prefix(out.p, out.len),
				out.len);
			cr_assert_null(memchr(out.p, '\0', out.len));
			cr_assert_eq(utf8_repair(&out, out.p, 0, 0), 0);
		}
	}
	buf_free(&out);
}

Test(utf8, windows_1252)
{
	static const struct {
		unsigned char byte;
		uint32_t want;
	} rows[] = { { 'a', 'a' }, { 0x80, 0x20AC }, { 0x81, 0xFFFD },
		{ 0x8D, 0xFFFD }, { 0x8F, 0xFFFD }, { 0x90, 0xFFFD },
		{ 0x9D, 0xFFFD }, { 0x93, 0x201C }, { 0x9F, 0x0178 },
		{ 0xA0, 0xA0 }, { 0xF1, 0xF1 }, { 0xFF, 0xFF } };
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_eq(utf8_of_cp1252(rows[i].byte), rows[i].want,
			"%02X", rows[i].byte);
}
