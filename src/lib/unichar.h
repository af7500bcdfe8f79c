/*
 * unichar.h - what a code point is, by the Unicode tables of utf8proc.
 *
 * The only module that includes <utf8proc.h>.
 */
#ifndef CLAMOR_UNICHAR_H
#define CLAMOR_UNICHAR_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

enum unichar_class {
	UNICHAR_BLANK,   /* Zs, TAB, and controls: they separate */
	UNICHAR_BREAK,   /* LF VT FF CR NEL U+2028 U+2029 */
	UNICHAR_IGNORED, /* zero width, variation selectors, skin tones, bidi,
			    fillers */
	UNICHAR_MARK,    /* combining marks (Mn Mc Me) */
	UNICHAR_LETTER,
	UNICHAR_DIGIT, /* Nd */
	UNICHAR_EMOJI, /* pictographs and regional indicators */
	UNICHAR_OTHER, /* punctuation and symbols */
};

enum unichar_class unichar_class(uint32_t cp);

bool unichar_is_upper(uint32_t cp);
bool unichar_is_lower(uint32_t cp);

#define UNICHAR_FOLD_MAX 18 /* code points; U+FDFA needs the most */

/**
 * Fold one code point as the matcher sees it: lower case, no accents (ñ is
 * kept), letters in another dress plain (full width, mathematical, circled,
 * raised, small capitals). Marks fold to nothing; what
 * has no folding is itself.
 *
 * Returns how many code points were written to out, 0 to UNICHAR_FOLD_MAX.
 */
size_t unichar_fold(uint32_t cp, uint32_t out[UNICHAR_FOLD_MAX]);

/**
 * The small Latin letter that a Greek or Cyrillic letter looks like, 0 if it
 * looks like none. Right only inside a word of Latin letters.
 */
char unichar_lookalike(uint32_t cp);

/**
 * Append text in NFC.
 *
 * @p  valid UTF-8 (see utf8_repair); what is in NFC is copied as it is
 */
void unichar_nfc(struct buf *out, const char *p, size_t len);

/** The version of the Unicode tables and of the library, for --version. */
const char *unichar_unicode_version(void);
const char *unichar_library_version(void);

#endif
