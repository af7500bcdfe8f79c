/* unichar.c - Unicode properties through utf8proc. */
#include "config.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "diag.h"
#include "latin.h"
#include "unichar.h"
#include "utf8.h"

/* Pictographs by block; utf8proc has no Extended_Pictographic property. */
static bool
is_emoji(uint32_t cp)
{
	static const struct {
		uint32_t first, last;
	} blocks[] = {
		{ 0x203C, 0x203C },
		{ 0x2049, 0x2049 },
		{ 0x2139, 0x2139 },
		{ 0x2194, 0x21AA },
		{ 0x231A, 0x231B },
		{ 0x23E9, 0x23FA },
		{ 0x25B6, 0x25B6 },
		{ 0x25C0, 0x25C0 },
		{ 0x25FB, 0x25FE },
		{ 0x2600, 0x27BF },
		{ 0x2934, 0x2935 },
		{ 0x2B05, 0x2B07 },
		{ 0x2B1B, 0x2B1C },
		{ 0x2B50, 0x2B50 },
		{ 0x2B55, 0x2B55 },
		{ 0x1F004, 0x1F004 },
		{ 0x1F0CF, 0x1F0CF },
		{ 0x1F18E, 0x1F18E },
		{ 0x1F191, 0x1F19A },
		{ 0x1F1E6, 0x1F1FF },
		{ 0x1F300, 0x1F3FA },
		{ 0x1F400, 0x1F64F },
		{ 0x1F680, 0x1F6FF },
		{ 0x1F7E0, 0x1F7EB },
		{ 0x1F900, 0x1F9FF },
		{ 0x1FA70, 0x1FAFF },
	};
	size_t i;

	if (cp < 0x203C)
		return false;
	for (i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++)
		if (cp >= blocks[i].first && cp <= blocks[i].last)
			return true;
	return false;
}

static bool
is_ignored(uint32_t cp)
{
	return cp == 0xAD || cp == 0x034F || cp == 0x061C ||
		(cp >= 0x200B && cp <= 0x200F) ||
		(cp >= 0x202A && cp <= 0x202E) ||
		(cp >= 0x2060 && cp <= 0x206F) ||
		(cp >= 0xFE00 && cp <= 0xFE0F) || cp == 0xFEFF ||
		(cp >= 0x1F3FB && cp <= 0x1F3FF) ||
		/* fillers: letters of no width, by which words are split */
		cp == 0x115F || cp == 0x1160 || cp == 0x180E || cp == 0x3164 ||
		cp == 0xFFA0 || (cp >= 0xE0000 && cp <= 0xE0FFF);
}

enum unichar_class
unichar_class(uint32_t cp)
{
	if ((cp >= 0x0A && cp <= 0x0D) || cp == 0x85 || cp == 0x2028 ||
		cp == 0x2029)
		return UNICHAR_BREAK;
	if (cp <= 0x20 || (cp >= 0x7F && cp < 0xA0))
		return UNICHAR_BLANK;
	if (is_ignored(cp))
		return UNICHAR_IGNORED;
	if (is_emoji(cp))
		return UNICHAR_EMOJI;
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return UNICHAR_LETTER;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return UNICHAR_MARK;
	case UTF8PROC_CATEGORY_ND:
		return UNICHAR_DIGIT;
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_CC:
		return UNICHAR_BLANK;
	default:
		return UNICHAR_OTHER;
	}
}

bool
unichar_is_upper(uint32_t cp)
{
	return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_LU;
}

bool
unichar_is_lower(uint32_t cp)
{
	return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_LL;
}

/*
 * Blocks whose compatibility forms are letters in another dress: full width,
 * mathematical alphabets and the letter-like symbols that complete them (ℳ),
 * circled and raised letters, ligatures. Elsewhere compatibility does harm:
 * "nº" would become "no", "…" three stops, "™" the letters tm.
 */
static bool
is_styled(uint32_t cp)
{
	return (cp >= 0xFF01 && cp <= 0xFF5E) ||
		(cp >= 0x1D400 && cp <= 0x1D7FF) ||
		(cp >= 0x24B6 && cp <= 0x24E9) ||
		(cp >= 0xFB00 && cp <= 0xFB06) ||
		(cp >= 0x1F130 && cp <= 0x1F149) ||
		(cp >= 0x1D2C && cp <= 0x1D6A) ||
		(cp >= 0x02B0 && cp <= 0x02B8) ||
		(cp >= 0x02E1 && cp <= 0x02E3) || cp == 0x2071 ||
		cp == 0x207F ||
		(cp >= 0x2100 && cp <= 0x214F &&
			(unichar_is_upper(cp) || unichar_is_lower(cp)));
}

/* The letter of what is dressed by its shape alone, which Unicode does not
 * tell: in black circles and squares, in brackets, small capitals. 0: none. */
static uint32_t
undressed(uint32_t cp)
{
	static const struct {
		uint16_t cp;
		char letter;
	} capitals[] = { { 0x1D00, 'a' }, { 0x0299, 'b' }, { 0x1D04, 'c' },
		{ 0x1D05, 'd' }, { 0x1D07, 'e' }, { 0xA730, 'f' },
		{ 0x0262, 'g' }, { 0x029C, 'h' }, { 0x026A, 'i' },
		{ 0x1D0A, 'j' }, { 0x1D0B, 'k' }, { 0x029F, 'l' },
		{ 0x1D0D, 'm' }, { 0x0274, 'n' }, { 0x1D0F, 'o' },
		{ 0x1D18, 'p' }, { 0xA7AF, 'q' }, { 0x0280, 'r' },
		{ 0xA731, 's' }, { 0x1D1B, 't' }, { 0x1D1C, 'u' },
		{ 0x1D20, 'v' }, { 0x1D21, 'w' }, { 0x028F, 'y' },
		{ 0x1D22, 'z' } };
	size_t i;

	if (cp < 0x250 || (cp >= 0x2B0 && cp < 0x1D00))
		return 0; /* most letters there are */
	if (cp >= 0x249C && cp <= 0x24B5)
		return cp - 0x249C + 'a';
	if (cp >= 0x1F150 && cp <= 0x1F169)
		return cp - 0x1F150 + 'a';
	if (cp >= 0x1F170 && cp <= 0x1F189)
		return cp - 0x1F170 + 'a';
	for (i = 0; i < sizeof(capitals) / sizeof(capitals[0]); i++)
		if (capitals[i].cp == cp)
			return (uint32_t)capitals[i].letter;
	return 0;
}

size_t
unichar_fold(uint32_t cp, uint32_t out[UNICHAR_FOLD_MAX])
{
	utf8proc_int32_t parts[UNICHAR_FOLD_MAX];
	utf8proc_ssize_t n, i;
	size_t kept = 0;
	int boundary = 0;

	if (cp == 0xF1 || cp == 0xD1) {
		out[0] = 0xF1;
		return 1;
	}
	if (unichar_class(cp) == UNICHAR_MARK) /* U+0345 folds to a letter */
		return 0;
	n = utf8proc_decompose_char((utf8proc_int32_t)cp, parts,
		UNICHAR_FOLD_MAX,
		UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
			(is_styled(cp) ? UTF8PROC_COMPAT : 0),
		&boundary);
	if (n < 0 || n > UNICHAR_FOLD_MAX) {
		out[0] = cp;
		return 1;
	}
	for (i = 0; i < n; i++) {
		uint32_t letter = undressed((uint32_t)parts[i]);

		if (letter != 0)
			out[kept++] = letter;
		else if (unichar_class((uint32_t)parts[i]) != UNICHAR_MARK)
			out[kept++] = (uint32_t)parts[i];
	}
	return kept;
}

char
unichar_lookalike(uint32_t cp)
{
	/* clang-format off */
	static const struct {
		uint16_t cp;
		char latin;
	} letters[] = {
		/* Greek; small ν and η look like other letters than Ν and Η */
		{ 0x391, 'a' }, { 0x3B1, 'a' }, { 0x392, 'b' }, { 0x3B2, 'b' },
		{ 0x395, 'e' }, { 0x3B5, 'e' }, { 0x397, 'h' }, { 0x3B7, 'n' },
		{ 0x399, 'i' }, { 0x3B9, 'i' }, { 0x39A, 'k' }, { 0x3BA, 'k' },
		{ 0x39C, 'm' }, { 0x39D, 'n' }, { 0x3BD, 'v' },
		{ 0x39F, 'o' }, { 0x3BF, 'o' }, { 0x3C3, 'o' }, { 0x3A1, 'p' },
		{ 0x3C1, 'p' }, { 0x3C2, 's' }, { 0x3A4, 't' }, { 0x3C4, 't' },
		{ 0x3A5, 'y' }, { 0x3C5, 'u' }, { 0x3A7, 'x' }, { 0x3C7, 'x' },
		{ 0x396, 'z' }, { 0x3B3, 'y' }, { 0x3F2, 'c' },
		{ 0x3F3, 'j' }, { 0x3F9, 'c' },
		/* Cyrillic */
		{ 0x410, 'a' }, { 0x430, 'a' }, { 0x412, 'b' }, { 0x432, 'b' },
		{ 0x421, 'c' }, { 0x441, 'c' }, { 0x415, 'e' }, { 0x435, 'e' },
		{ 0x41D, 'h' }, { 0x43D, 'h' },
		{ 0x406, 'i' }, { 0x456, 'i' },
		{ 0x408, 'j' }, { 0x458, 'j' }, { 0x41A, 'k' }, { 0x43A, 'k' },
		{ 0x41C, 'm' }, { 0x43C, 'm' }, { 0x41E, 'o' }, { 0x43E, 'o' },
		{ 0x420, 'p' }, { 0x440, 'p' }, { 0x51A, 'q' }, { 0x51B, 'q' },
		{ 0x433, 'r' }, { 0x405, 's' }, { 0x455, 's' }, { 0x422, 't' },
		{ 0x442, 't' }, { 0x474, 'v' }, { 0x475, 'v' }, { 0x51C, 'w' },
		{ 0x51D, 'w' }, { 0x425, 'x' }, { 0x445, 'x' }, { 0x423, 'y' },
		{ 0x443, 'y' }, { 0x4BB, 'h' }, { 0x501, 'd' }, { 0x4CF, 'l' },
	};
	/* clang-format on */
	uint32_t folded[UNICHAR_FOLD_MAX];
	size_t i;

	if (cp < 0x370 || (cp >= 0x530 && cp < 0x1D00) ||
		unichar_fold(cp, folded) != 1)
		return 0;
	for (i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if (letters[i].cp == cp)
			return letters[i].latin;
	/* without its accent or other dress */
	return folded[0] != cp ? unichar_lookalike(folded[0]) : 0;
}

/*
 * Blocks in which every character is in NFC wherever it stands: starters whose
 * NFC_Quick_Check is Yes. Not all that there are, but emoji, punctuation and
 * full-width letters, which posts are full of.
 */
static bool
is_composed(uint32_t cp)
{
	return cp < 0x300 || (cp >= 0x2002 && cp <= 0x20CF) ||
		(cp >= 0x2190 && cp <= 0x2328) ||
		(cp >= 0x232B && cp <= 0x2ADB) ||
		(cp >= 0xFE00 && cp <= 0xFE0F) || cp == 0xFEFF ||
		(cp >= 0xFF01 && cp <= 0xFF5E) || cp == 0xFFFD ||
		(cp >= 0x1D400 && cp <= 0x1D7FF) ||
		(cp >= 0x1F000 && cp <= 0x1FAFF);
}

/* Can NFC change anything? Below lead byte 0xCC is U+0300. */
static bool
needs_nfc(const char *p, size_t len)
{
	const char *end = p + len;
	uint32_t cp;

	while ((p += latin_prefix(p, (size_t)(end - p))) < end) {
		if ((unsigned char)*p < 0xCC) {
			p++;
			continue;
		}
		p += utf8_decode(p, end, &cp);
		if (!is_composed(cp))
			return true;
	}
	return false;
}

void
unichar_nfc(struct buf *out, const char *p, size_t len)
{
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t n;

	if (!needs_nfc(p, len)) {
		buf_add(out, p, len);
		return;
	}
	n = utf8proc_map((const utf8proc_uint8_t *)p, (utf8proc_ssize_t)len,
		&composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (n == UTF8PROC_ERROR_NOMEM)
		diag_no_memory();
	if (n < 0) /* not valid UTF-8: leave it as it is */
		buf_add(out, p, len);
	else
		buf_add(out, composed, (size_t)n);
	free(composed);
}

const char *
unichar_unicode_version(void)
{
	return utf8proc_unicode_version();
}

const char *
unichar_library_version(void)
{
	return utf8proc_version();
}
