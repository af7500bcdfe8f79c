/* mojibake.c - a second encoding undone. */
#include "config.h"

#include "mojibake.h"
#include "utf8.h"

/* What Windows-1252 has at 0x80 to 0x9F; 0: nothing, where the byte stands for
 * itself. */
static const uint16_t high[32] = { 0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026,
	0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0,
	0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
	0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178 };

/* The byte that was read as this character; -1 if none was. */
static int
byte_of(uint32_t cp)
{
	int i;

	if (cp < 0x80 || (cp >= 0xA0 && cp <= 0xFF))
		return (int)cp;
	for (i = 0; i < 32; i++)
		if (high[i] == cp || (high[i] == 0 && cp == 0x80u + (unsigned)i))
			return 0x80 + i;
	return -1;
}

/* Make bytes of the characters; false if one is none of them. */
static bool
add_bytes(struct buf *out, struct text t)
{
	const char *p = t.p, *end = t.p + t.len;
	uint32_t cp;
	int byte;

	while (p < end) {
		p += utf8_decode(p, end, &cp);
		byte = byte_of(cp);
		if (byte < 0)
			return false;
		buf_addc(out, (char)byte);
	}
	return true;
}

bool
mojibake_undo(struct buf *out, struct text t)
{
	size_t start = out->len, n;

	if (add_bytes(out, t)) {
		n = out->len - start;
		/* shorter: something was undone */
		if (n < t.len && utf8_valid_prefix(out->p + start, n) == n)
			return true;
	}
	out->len = start;
	return false;
}

bool
mojibake_is_certain(struct text t, bool whole)
{
	struct buf bytes = { 0 };
	size_t n = utf8_valid_prefix(t.p, t.len), valid, i, chars = 0;
	bool certain;

	if (t.len - n >= (whole ? 1u : UTF8_MAX))
		return false;
	certain = add_bytes(&bytes, (struct text){ t.p, n });
	valid = certain ? utf8_valid_prefix(bytes.p, bytes.len) : 0;
	if (bytes.len - valid >= (whole ? 1u : UTF8_MAX))
		certain = false;
	for (i = 0; i < valid && certain; i++)
		chars += ((unsigned char)bytes.p[i] & 0xC0) == 0xC0;
	buf_free(&bytes);
	return certain && chars >= MOJIBAKE_CERTAIN;
}
