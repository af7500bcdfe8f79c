/* test_fold.c - folding against the slow path, and the way back. */
#include "config.h"

#include "lexfile.h"
#include "fold.h"
#include "plain.h"
#include "unichar.h"
#include "utf8.h"

/* One folder for the loops; folded text in a buffer that is reused. */
static struct fold *folder;
static struct buf folded;

static void
begin(void)
{
	folder = fold_new();
}

static void
end(void)
{
	fold_free(folder);
	buf_free(&folded);
}

TestSuite(fold, .init = begin, .fini = end);

static const char *
fold_bytes(const char *p, size_t len)
{
	buf_clear(&folded);
	(void)fold_text(folder, &folded, p, len, NULL);
	return buf_cstr(&folded);
}

static const char *
fold_str(const char *s)
{
	return fold_bytes(s, strlen(s));
}

Test(fold, texts)
{
	static const struct {
		const char *why, *in, *want;
	} rows[] = {
		{ "empty", "", "" },
		{ "blanks alone", " \t\n ", "" },
		{ "case and accents", "¡PÉSIMO Servicio!",
			"¡pesimo servicio!" },
		{ "ñ kept", "AÑO ñoño", "año ñoño" },
		{ "ñ in two", "an\xCC\x83o AN\xCC\x83O", "año año" },
		{ "an acute does not keep the tilde away", "n\xCC\x81\xCC\x83",
			"ñ" },
		{ "tilde over other letters", "a\xCC\x83 ã õ", "a a o" },
		{ "tilde behind a blank", "n \xCC\x83o", "n o" },
		{ "tilde first of all", "\xCC\x83o", "o" },
		{ "styled n with a tilde", "a\xF0\x9D\x90\xA7\xCC\x83o",
			"año" },
		{ "mathematical letters", "𝓹é𝓼𝓲𝓶𝓸 𝐌𝐀𝐋𝐎", "pesimo malo" },
		{ "full width", "ｍａｌｏ ＮＯ", "malo no" },
		{ "circled", "Ⓜⓐⓛⓞ", "malo" },
		{ "squared", "🄼🄰🄻🄾", "malo" },
		{ "circled and squared in black", "🅜🅐🅛🅞 🅼🅰🅻🅾", "malo malo" },
		{ "in brackets", "⒨⒜⒧⒪", "malo" },
		{ "small capitals", "ᴍᴀʟᴏ ᴘᴇ́sɪᴍᴏ ꜰᴇᴏ", "malo pesimo feo" },
		{ "raised", "ᵐᵃˡᵒ ⁿᵒ", "malo no" },
		{ "letter-like symbols", "ℳ𝒶𝓁ℴ ™ ℃ №", "malo ™ ℃ №" },
		{ "struck through", "m̶a̶l̶o̶", "malo" },
		{ "Cyrillic in a Latin word", "mаlо ЕSTАFА РЕSIМО",
			"malo estafa pesimo" },
		{ "Greek in a Latin word", "pésimο ΜALΟ mαlό",
			"pesimo malo "
			"malo" },
		{ "look-alikes before the Latin letter", "росo роco",
			"poco poco" },
		{ "before an accented one", "рésimo", "pesimo" },
		{ "foreign words stay", "Москва мало οχι сосо",
			"москва мало "
			"οχι сосо" },
		{ "no letter that it looks like", "maжo maΩo", "maжo maωo" },
		{ "a blank between", "mal о", "mal о" },
		{ "fillers of no width", "ma\u3164lo ma\u115Flo", "malo malo" },
		{ "ligature", "oﬁcina", "oficina" },
		{ "ordinal and ellipsis stay", "1º nº 2ª…", "1º nº 2ª…" },
		{ "skin tone", "👎🏽👎", "👎👎" },
		{ "variation selector", "❤️❤", "❤❤" },
		{ "ZWJ sequence comes apart",
			"👩\xE2\x80\x8D❤️\xE2\x80\x8D👩", "👩❤👩" },
		{ "gender", "🤦🏽\u200D♀️🤷\u200D♂ ♀",
			"🤦🤷 ♀" },
		{ "keycap", "1️⃣", "1" },
		{ "zero width inside a word", "ma\xE2\x80\x8Blo", "malo" },
		{ "soft hyphen", "ma\xC2\xADlo", "malo" },
		{ "bidi override", "\xE2\x80\xAEmalo\xE2\x80\xAC", "malo" },
		{ "entities", "a&amp;b &lt;3 &gt;:( &quot;x&quot; &#39;y&#39;",
			"a&b <3 >:( \"x\" 'y'" },
		{ "entity of a blank", "a&nbsp;&nbsp;b&nbsp;", "a b" },
		{ "an entity is undone once", "&amp;lt;", "&lt;" },
		{ "named letters", "&iquest;Qu&eacute; A&Ntilde;O&hellip;?",
			"¿que año…?" },
		{ "numbers", "&#225;&#xE1; &#x1F621; &#X41;", "aa 😡 a" },
		{ "a break by number", "a&#10;b&#9;c", "a\nb c" },
		{ "a tilde by number", "an&#771;o", "año" },
		{ "no entity", "at&t &amp &foo; &; &#; &#x; &#xD800; &#0;",
			"at&t &amp &foo; &; &#; &#x; &#xd800; &#0;" },
		{ "runs of blanks",
			"  a \t  b\xC2\xA0\xE3\x80\x80"
			"c  ",
			"a b c" },
		{ "a run with a break",
			"a \n\n b\r\nc\xE2\x80\xA9"
			"d",
			"a\nb\nc\nd" },
		{ "a break at the end", "a\n", "a" },
		{ "zero width between blanks", "a \xE2\x80\x8B b", "a b" },
		{ "controls separate",
			"a\x1B"
			"b\x7F"
			"c",
			"a b c" },
		{ "invalid bytes one by one",
			"a\xFF\xC3"
			"b",
			"a\xEF\xBF\xBD\xEF\xBF\xBD"
			"b" },
		{ "a cut sequence once", "a\xF0\x9F\x98", "a\xEF\xBF\xBD" },
		{ "a surrogate byte by byte", "\xED\xA0\x80",
			"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },
		{ "ß", "GROẞ groß", "gross gross" },
	};
	size_t i;

	for (i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(
			fold_str(rows[i].in), rows[i].want, "%s", rows[i].why);
}

Test(fold, nul_separates)
{
	cr_expect_str_eq(fold_bytes("a\0b\0", 4), "a b");
}

Test(fold, appends)
{
	struct buf out = { 0 };

	buf_adds(&out, "x");
	cr_expect_eq(fold_text(folder, &out, " Á ", 4, NULL), 1);
	cr_expect_str_eq(buf_cstr(&out), "xa");
	buf_free(&out);
}

/* What the header promises, without tables and caches. */
static void
slow_fold(struct buf *out, uint32_t cp)
{
	uint32_t parts[UNICHAR_FOLD_MAX];
	enum unichar_class class = unichar_class(cp);
	size_t n, i;

	if (unichar_lookalike(cp) != 0) { /* the neighbours are Latin */
		buf_addc(out, unichar_lookalike(cp));
		return;
	}
	if (class == UNICHAR_BLANK || class == UNICHAR_BREAK) {
		buf_addc(out, class == UNICHAR_BREAK ? '\n' : ' ');
		return;
	}
	if (class == UNICHAR_IGNORED || class == UNICHAR_MARK)
		return;
	n = unichar_fold(cp, parts);
	for (i = 0; i < n; i++)
		utf8_add(out, parts[i]);
}

static void
check_code_point(uint32_t cp)
{
	struct buf in = { 0 }, want = { 0 };

	buf_addc(&in, 'x');
	utf8_add(&in, cp);
	buf_addc(&in, 'y');
	buf_addc(&want, 'x');
	slow_fold(&want, cp);
	buf_addc(&want, 'y');
	cr_assert_str_eq(
		fold_bytes(in.p, in.len), buf_cstr(&want), "U+%04X", cp);
	buf_free(&in);
	buf_free(&want);
}

Test(fold, every_code_point_as_by_the_slow_path)
{
	uint32_t cp;

	for (cp = 0; cp <= 0x10FFFF; cp++)
		if (cp < 0xD800 || cp > 0xDFFF)
			check_code_point(cp);
}

Test(fold, the_cache_forgets_rightly)
{
	int i;

	/* code points that share slots of the cache, in random order */
	for (i = 0; i < 200000; i++) {
		uint32_t cp =
			0x800 + roll(3) * 0x400 + roll(8) + roll(2) * 0x1F000;

		if (cp < 0xD800 || cp > 0xDFFF)
			check_code_point(cp);
	}
}

/* Base and mark against the one letter of U+00C0-U+017F that NFC makes. */
Test(fold, composed_and_decomposed_are_one)
{
	struct buf two = { 0 }, one = { 0 };
	unsigned seen = 0;
	uint32_t base, mark, cp;

	for (base = 'A'; base <= 'z'; base++) {
		for (mark = 0x300; mark < 0x340; mark++) {
			char *want;

			buf_clear(&two);
			buf_clear(&one);
			utf8_add(&two, base);
			utf8_add(&two, mark);
			unichar_nfc(&one, two.p, two.len);
			if (utf8_decode(one.p, one.p + one.len, &cp) !=
					one.len ||
				cp < 0xC0 || cp > 0x17F)
				continue;
			seen++;
			want = xstrdup(fold_bytes(one.p, one.len));
			cr_expect_str_eq(
				fold_bytes(two.p, two.len), want, "U+%04X", cp);
			free(want);
		}
	}
	cr_expect_gt(seen, 140, "only %u", seen);
	buf_free(&two);
	buf_free(&one);
}

Test(fold, folding_twice_is_folding_once)
{
	static const char *const texts[] = { "¡PÉSIMO!  Año\n\n𝓶𝓪𝓵 ﬁn",
		"ŉ ǰ ΐ ẖ ẞ ſ İ ı", "mаlо сосоосоa ΜΑLΟ ᴍᴀʟᴏ",
		"о\u200B\u0301𝗮 ἀn µm о\u00F1 о\u2126 𝛼n рѕm", "ᾳ ΑΙ Ω K Å",
		"\xFF\xC3 é\xCC\x81" };
	size_t i;

	for (i = 0; i < ROWS(texts); i++) {
		char *once = xstrdup(fold_str(texts[i]));

		cr_expect_str_eq(fold_str(once), once, "%s", texts[i]);
		free(once);
	}
}

/* A random text of pieces that are likely to disturb each other. */
static void
random_text(struct buf *in)
{
	static const char *const pieces[] = { "a", "N", "ñ", "n\xCC\x83", "é",
		"\xCC\x81", " ", "  ", "\n", "\xC2\xA0", "\xE2\x80\x8B",
		"👎🏽", "❤️", "ﬃ", "𝓪", "ß", "&amp;", "&nbsp;", "&lt;",
		"&", "\xFF", "\xC3", "\xF0\x9F", ".", "…", "１", "İ", "#", "1",
		"&#225;", "🅰", "ж" };
	unsigned n = roll(24);

	buf_clear(in);
	while (n-- > 0)
		buf_adds(in, pieces[roll(ROWS(pieces))]);
}

/*
 * The way back: it never goes backwards, stays inside, and every range of
 * the folded text that begins and ends where the map moves comes from bytes
 * that fold to it.
 */
Test(fold, the_way_back)
{
	struct buf in = { 0 }, whole = { 0 }, part = { 0 };
	uint32_t map[4096];
	struct way way = { 0 };
	int round;
	size_t s, e, i;

	for (round = 0; round < 20000; round++) {
		random_text(&in);
		buf_clear(&whole);
		(void)fold_text(folder, &whole, in.p, in.len, NULL);
		cr_assert_lt(whole.len, ROWS(map));
		buf_clear(&part);
		(void)fold_text(folder, &part, in.p, in.len, &way);
		cr_assert(text_eq(buf_text(&whole), buf_text(&part)));
		for (i = s = 0; i <= whole.len; i++) {
			if (i == whole.len || !utf8_is_inner(whole.p[i]))
				s = i;
			map[i] = way_origin(&way, (uint32_t)s);
		}
		for (i = 0; i < whole.len; i++)
			cr_assert_leq(map[i], map[i + 1]);
		cr_assert_leq(map[whole.len], in.len);
		if (whole.len == 0)
			continue;
		s = roll((unsigned)whole.len);
		e = s + 1 + roll((unsigned)(whole.len - s));
		while (s > 0 && map[s] == map[s - 1])
			s--;
		while (e < whole.len && map[e] == map[e - 1])
			e++;
		while (s < e && (whole.p[s] == ' ' || whole.p[s] == '\n'))
			s++;
		while (e > s &&
			(whole.p[e - 1] == ' ' || whole.p[e - 1] == '\n'))
			e--;
		if (s == e)
			continue;
		buf_clear(&part);
		(void)fold_text(
			folder, &part, in.p + map[s], map[e] - map[s], NULL);
		cr_assert(text_eq(buf_text(&part),
				  (struct text){ whole.p + s, e - s }),
			"'%s': %zu-%zu of '%.*s' came from '%.*s'",
			buf_cstr(&in), s, e, (int)whole.len, whole.p,
			(int)(map[e] - map[s]), in.p + map[s]);
	}
	buf_free(&in);
	buf_free(&whole);
	buf_free(&part);
	way_free(&way);
}

/* A slow way to fold: code point by code point, the offset of each byte beside
 * it. */
struct slow {
	struct buf out;
	uint32_t map[4096];
	char blank; /* due: 0, ' ' or LF */
	uint32_t blank_at;
};

static void
slow_put(struct slow *s, uint32_t cp, uint32_t at)
{
	char bytes[UTF8_MAX];
	size_t n = utf8_encode(cp, bytes), i;

	if (s->blank != 0 && s->out.len > 0) {
		s->map[s->out.len] = s->blank_at;
		buf_addc(&s->out, s->blank);
	}
	s->blank = 0;
	for (i = 0; i < n; i++) {
		s->map[s->out.len] = at;
		buf_addc(&s->out, bytes[i]);
	}
}

static bool
ends_with_latin(const struct slow *s)
{
	size_t n = s->out.len;
	const char *p = s->out.p + n;

	return s->blank == 0 && n > 0 &&
		((p[-1] >= 'a' && p[-1] <= 'z') ||
			(n > 1 && memcmp(p - 2, "\xC3\xB1", 2) == 0));
}

/* Does the first of what is no look-alike at p fold to a Latin letter? */
static bool
latin_follows(const char *p, const char *end)
{
	uint32_t cp, parts[UNICHAR_FOLD_MAX];

	while (p < end) {
		p += utf8_decode(p, end, &cp);
		if (unichar_lookalike(cp) == 0 &&
			unichar_class(cp) != UNICHAR_IGNORED &&
			unichar_class(cp) != UNICHAR_MARK)
			return unichar_fold(cp, parts) > 0 &&
				(parts[0] == 0xF1 ||
					(parts[0] >= 'a' && parts[0] <= 'z'));
	}
	return false;
}

static void
slow_code_point(struct slow *s, uint32_t cp, uint32_t at, const char *next,
	const char *end)
{
	enum unichar_class class = unichar_class(cp);
	uint32_t parts[UNICHAR_FOLD_MAX];
	size_t n, i;

	if (class == UNICHAR_BLANK || class == UNICHAR_BREAK) {
		if (s->blank == 0)
			s->blank_at = at;
		if (s->blank != '\n')
			s->blank = class == UNICHAR_BREAK ? '\n' : ' ';
	} else if (cp == 0x0303 && s->blank == 0 && s->out.len > 0 &&
		s->out.p[s->out.len - 1] == 'n') {
		s->out.len--;
		slow_put(s, 0xF1, s->map[s->out.len]);
	} else if (unichar_lookalike(cp) != 0 &&
		(ends_with_latin(s) || latin_follows(next, end))) {
		slow_put(s, (uint32_t)unichar_lookalike(cp), at);
	} else if (class != UNICHAR_IGNORED && class != UNICHAR_MARK) {
		n = unichar_fold(cp, parts);
		for (i = 0; i < n; i++)
			slow_put(s, parts[i], at);
	}
}

static void
slow_text(struct slow *s, struct text in)
{
	const char *p = in.p, *end = in.p + in.len;
	uint32_t cp;
	size_t n;

	buf_clear(&s->out);
	s->blank = 0;
	for (; p < end; p += n) {
		n = *p == '&' ? plain_entity(p, end, &cp) : 0;
		if (n == 0)
			n = utf8_decode(p, end, &cp);
		slow_code_point(s, cp, (uint32_t)(p - in.p), p + n, end);
	}
	s->map[s->out.len] = s->blank != 0 ? s->blank_at : (uint32_t)in.len;
}

Test(fold, texts_as_by_the_slow_path)
{
	static const char *const more[] = { "Hola, esto es largo y llano ",
		"ESO NO", "сс", "а", "\xC2\xA0\n ", "ﷺ", "&#225;", "niñññ",
		"K" };
	struct buf in = { 0 }, out = { 0 };
	struct way way = { 0 };
	struct slow slow = { 0 };
	int round;
	size_t i;

	for (round = 0; round < 20000; round++) {
		random_text(&in);
		for (i = roll(4); i > 0; i--)
			buf_adds(&in, more[roll(ROWS(more))]);
		slow_text(&slow, buf_text(&in));
		buf_clear(&out);
		(void)fold_text(folder, &out, in.p, in.len, &way);
		cr_assert(text_eq(buf_text(&out), buf_text(&slow.out)), "'%s'",
			buf_cstr(&in));
		for (i = 0; i <= out.len; i++)
			if (i == out.len || !utf8_is_inner(out.p[i]))
				cr_assert_eq(way_origin(&way, (uint32_t)i),
					slow.map[i], "'%s': byte %zu",
					buf_cstr(&in), i);
	}
	buf_free(&in);
	buf_free(&out);
	buf_free(&slow.out);
	way_free(&way);
}
