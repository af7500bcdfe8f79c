/* utf8.h - UTF-8 by the Unicode standard: decode, encode, validate, repair. */
#ifndef CLAMOR_UTF8_H
#define CLAMOR_UTF8_H

#include <stdint.h>

#include "buf.h"

#define UTF8_REPLACEMENT 0xFFFDu
#define UTF8_MAX 4 /* bytes of one code point */
#define UTF8_BOM "\xEF\xBB\xBF"
#define UTF8_BOM_LEN 3

/** Is a byte inside a character, not its first? */
static inline int
utf8_is_inner(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/**
 * Decode the code point at p.
 *
 * @p    p < end
 * @cp   the code point; U+FFFD for an ill-formed sequence (overlong,
 *       surrogate, above U+10FFFF, truncated)
 *
 * Returns the bytes used, 1 to 4; for an ill-formed sequence those of its
 * maximal subpart (Unicode 15, section 3.9, "U+FFFD substitution").
 */
size_t utf8_decode(const char *p, const char *end, uint32_t *cp);

/** As utf8_decode, but tells an ill-formed sequence: *ok is set to 0. */
size_t utf8_decode_checked(
	const char *p, const char *end, uint32_t *cp, int *ok);

/**
 * Encode a code point (not a surrogate, at most U+10FFFF) into out.
 * Returns the bytes written, 1 to UTF8_MAX.
 */
size_t utf8_encode(uint32_t cp, char *out);

/** Append a code point to a buffer. */
void utf8_add(struct buf *b, uint32_t cp);

/** Bytes of the byte order mark that a text begins with: UTF8_BOM_LEN or 0. */
size_t utf8_bom(struct text t);

/** Length of the longest valid prefix; p is valid if it equals len. */
size_t utf8_valid_prefix(const char *p, size_t len);

/**
 * Append text with each ill-formed sequence replaced: by U+FFFD, or, with
 * cp1252 set, by what its bytes mean in Windows-1252 (the five undefined
 * bytes become U+FFFD). NUL becomes U+FFFD too.
 *
 * Returns how many sequences were replaced; 0 means a plain copy.
 */
size_t utf8_repair(struct buf *out, const char *p, size_t len, int cp1252);

/** The code point of a Windows-1252 byte; U+FFFD for the undefined five. */
uint32_t utf8_of_cp1252(unsigned char byte);

#endif
