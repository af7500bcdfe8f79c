/*
 * regex.h - the regular expressions of lexicons, by PCRE2 with limits.
 *
 * The only module that includes <pcre2.h>. An expression sees folded text
 * (lower case, no accents but ñ), in UTF mode with Unicode properties, so
 * that \b and \w treat ñ as a letter. Its gate keeps PCRE2 from most posts.
 */
#ifndef CLAMOR_REGEX_H
#define CLAMOR_REGEX_H

#include <stdbool.h>

#include "gate.h"

/* See reference figures in HACKING.md, "Regular expressions". */
#define REGEX_MATCH_LIMIT 100000u /* steps at one place */
#define REGEX_WORK (1u << 26) /* steps at all places, times bytes of a step */
#define REGEX_WHOLE 4096u     /* bytes: longer texts are taken in pieces */
#define REGEX_REACH 1024u     /* bytes of a match in those, at most */
#define REGEX_DEPTH_LIMIT 10000u
#define REGEX_HEAP_LIMIT_KIB 8192u
#define REGEX_JIT_STACK_MAX (1024u * 1024u)

struct regex; /* opaque; one thread at a time */

/**
 * Check an expression and make it ready. JIT code is made on first use.
 *
 * Refused: what PCRE2 refuses, \C, \K, (*VERBS), what can match nothing, a
 * capital or accented literal (it could never match; the error offers the
 * folded spelling).
 *
 * @pattern  copied; valid UTF-8
 *
 * Returns CLAMOR_OK with *r to be freed by regex_free, or CLAMOR_EINVAL with
 * err->text and err->col (byte of the pattern, 1-based).
 */
CLAMOR_NODISCARD enum rc regex_new(
	struct regex **r, struct text pattern, struct err *err);
void regex_free(struct regex *r);

/** The same expression for another thread, to be freed by regex_free. */
struct regex *regex_copy(const struct regex *r);

/** What must stand in any text that it matches. */
const struct gate *regex_gate(const struct regex *r);

/**
 * The next match at or behind a place: leftmost, never empty. In a text longer
 * than REGEX_WHOLE one sees no more than REGEX_REACH bytes, also where it
 * looks ahead.
 *
 * PCRE2 limits the steps at one place only, and a step may read the whole
 * text: so all places of a text share what is left of REGEX_WORK. First each
 * gets its even share; where that is too little, more of a second helping.
 *
 * @folded      valid UTF-8 (fold_text's output)
 * @from        byte to start at; for the following match pass *end. 0 begins
 *              a new text
 *
 * Returns CLAMOR_OK with *start and *end, CLAMOR_END when there is none,
 * CLAMOR_ELIMIT when a limit was reached (counted by the caller).
 */
CLAMOR_NODISCARD enum rc regex_next(struct regex *r, struct text folded,
	size_t from, size_t *start, size_t *end);

/** Steps that were granted since the last text began: what it cost, at most. */
uint64_t regex_granted(const struct regex *r);

/** The version of PCRE2, for --version. */
const char *regex_library_version(void);

#endif
