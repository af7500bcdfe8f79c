/* test_unichar.c - classes, folding of one code point, NFC. */
#include "config.h"

#include <criterion/criterion.h>
#include <utf8proc.h>

#include "unichar.h"
#include "utf8.h"

#define ROWS(a) (sizeof(a) / sizeof((a)[0]))

Test(unichar, classes)
{
	static const struct {
		const char *why;
		uint32_t cp;
		enum unichar_class want;
	} rows[] = {
		{ "NUL", 0, UNICHAR_BLANK },
		{ "TAB", '\t', UNICHAR_BLANK },
		{ "ESC", 0x1B, UNICHAR_BLANK },
		{ "DEL", 0x7F, UNICHAR_BLANK },
		{ "no-break space", 0xA0, UNICHAR_BLANK },
		{ "ideographic space", 0x3000, UNICHAR_BLANK },
		{ "LF", '\n', UNICHAR_BREAK },
		{ "VT", 0x0B, UNICHAR_BREAK },
		{ "FF", 0x0C, UNICHAR_BREAK },
		{ "CR", '\r', UNICHAR_BREAK },
		{ "NEL", 0x85, UNICHAR_BREAK },
		{ "LS", 0x2028, UNICHAR_BREAK },
		{ "PS", 0x2029, UNICHAR_BREAK },
		{ "zero-width space", 0x200B, UNICHAR_IGNORED },
		{ "ZWJ", 0x200D, UNICHAR_IGNORED },
		{ "soft hyphen", 0xAD, UNICHAR_IGNORED },
		{ "right-to-left override", 0x202E, UNICHAR_IGNORED },
		{ "VS16", 0xFE0F, UNICHAR_IGNORED },
		{ "BOM", 0xFEFF, UNICHAR_IGNORED },
		{ "skin tone", 0x1F3FD, UNICHAR_IGNORED },
		{ "a tag character", 0xE0067, UNICHAR_IGNORED },
		{ "acute", 0x301, UNICHAR_MARK },
		{ "keycap", 0x20E3, UNICHAR_MARK },
		{ "a", 'a', UNICHAR_LETTER },
		{ "ñ", 0xF1, UNICHAR_LETTER },
		{ "ª", 0xAA, UNICHAR_LETTER },
		{ "7", '7', UNICHAR_DIGIT },
		{ "full-width 7", 0xFF17, UNICHAR_DIGIT },
		{ "superscript 2 is no digit", 0xB2, UNICHAR_OTHER },
		{ "angry face", 0x1F621, UNICHAR_EMOJI },
		{ "heart", 0x2764, UNICHAR_EMOJI },
		{ "regional indicator", 0x1F1F2, UNICHAR_EMOJI },
		{ "¿", 0xBF, UNICHAR_OTHER },
		{ "€", 0x20AC, UNICHAR_OTHER },
		{ "replacement", 0xFFFD, UNICHAR_OTHER },
		{ "the last code point", 0x10FFFF, UNICHAR_OTHER },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_eq(unichar_class(rows[i].cp), rows[i].want, "%s",
			rows[i].why);
}

Test(unichar, fold_of_one)
{
	static const struct {
		const char *why;
		uint32_t cp;
		const char *want;
	} rows[] = {
		{ "capital", 'A', "a" },
		{ "accent", 0xE9, "e" },
		{ "diaeresis", 0xDC, "u" },
		{ "ñ", 0xF1, "ñ" },
		{ "Ñ", 0xD1, "ñ" },
		{ "ç", 0xE7, "c" },
		{ "ß", 0xDF, "ss" },
		{ "long s", 0x17F, "s" },
		{ "İ", 0x130, "i" },
		{ "full-width A", 0xFF21, "a" },
		{ "mathematical bold M", 0x1D40C, "m" },
		{ "circled P", 0x24C5, "p" },
		{ "ligature ffi", 0xFB03, "ffi" },
		{ "º stays", 0xBA, "º" },
		{ "™ stays", 0x2122, "™" },
		{ "… stays", 0x2026, "…" },
		{ "acute", 0x301, "" },
		{ "a mark whose folding is a letter", 0x345, "" },
		{ "Arabic ligature of 18 letters stays", 0xFDFA, "ﷺ" },
	};
	uint32_t out[UNICHAR_FOLD_MAX];
	struct buf b = { 0 };
	size_t i, k, n;

	for (i = 0; i < ROWS(rows); i++) {
		buf_clear(&b);
		n = unichar_fold(rows[i].cp, out);
		for (k = 0; k < n; k++)
			utf8_add(&b, out[k]);
		cr_expect_str_eq(buf_cstr(&b), rows[i].want, "%s",
			rows[i].why);
	}
	buf_free(&b);
}

Test(unichar, folding_twice_is_folding_once)
{
	uint32_t once[UNICHAR_FOLD_MAX], twice[UNICHAR_FOLD_MAX], cp;
	size_t n, i;

	for (cp = 0; cp <= 0x10FFFF; cp++) {
		n = unichar_fold(cp, once);
		cr_assert_leq(n, UNICHAR_FOLD_MAX);
		for (i = 0; i < n; i++)
			cr_assert(unichar_fold(once[i], twice) == 1 &&
				twice[0] == once[i], "U+%04X", cp);
	}
}

Test(unichar, case_of_letters)
{
	cr_expect(unichar_is_upper('A') && unichar_is_upper(0xD1));
	cr_expect(unichar_is_lower('a') && unichar_is_lower(0xF1));
	cr_expect_not(unichar_is_upper('a') || unichar_is_lower('A'));
	cr_expect_not(unichar_is_upper('1') || unichar_is_lower('1'));
	cr_expect_not(unichar_is_upper(0x1F621));
}

Test(unichar, nfc)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "ASCII", "hola", "hola" },
		{ "already composed", "año", "año" },
		{ "decomposed", "an\xCC\x83o", "año" },
		{ "two marks in the wrong order",
			"a\xCC\x81\xCC\xA3", "\xE1\xBA\xA1\xCC\x81" },
		{ "nothing to compose with", "x\xCC\x83", "x\xCC\x83" },
		{ "not valid: as it is", "n\xCC\x83\xFF", "n\xCC\x83\xFF" },
		{ "empty", "", "" },
	};
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < ROWS(rows); i++) {
		buf_clear(&b);
		unichar_nfc(&b, rows[i].in, strlen(rows[i].in));
		cr_expect_str_eq(buf_cstr(&b), rows[i].want, "%s",
			rows[i].why);
	}
	buf_free(&b);
}

/* What is copied without asking is what utf8proc would have made of it. */
Test(unichar, nfc_of_every_code_point)
{
	struct buf in = { 0 }, out = { 0 };
	uint32_t cp;

	for (cp = 0xA0; cp <= 0x10FFFF; cp++) {
		utf8proc_uint8_t *want;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		buf_clear(&in);
		buf_clear(&out);
		buf_addc(&in, 'e');
		utf8_add(&in, cp);
		utf8_add(&in, cp);
		buf_addc(&in, 'a');
		want = utf8proc_NFC((const utf8proc_uint8_t *)buf_cstr(&in));
		unichar_nfc(&out, in.p, in.len);
		cr_assert_str_eq(buf_cstr(&out), (const char *)want, "U+%04X",
			(unsigned)cp);
		free(want);
	}
	buf_free(&in);
	buf_free(&out);
}

Test(unichar, versions)
{
	cr_expect_neq(unichar_unicode_version()[0], '\0');
	cr_expect_neq(unichar_library_version()[0], '\0');
}
