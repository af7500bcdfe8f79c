/* finding.h - what is to be said of a lexicon, and what to do about it. */
#ifndef CLAMOR_FINDING_H
#define CLAMOR_FINDING_H

#include "lexicon.h"

/* Called for each finding. */
typedef void finding_told(
	void *ctx, const struct err *err, const char *suggestion);

struct findings {
	const struct lexicon *lex; /* finished */
	finding_told *tell;
	void *ctx;
};

/** The entry of a form, by its number. */
const struct entry *finding_entry(const struct findings *f, size_t form);

/** The word of an item that has one. */
struct text finding_word(
	const struct findings *f, const struct lexicon_item *it);

/**
 * Tell one.
 *
 * @e           the entry, for its file and line
 * @column      that it is about: "term"
 * @suggestion  "" for none
 */
void finding_tell(const struct findings *f, const struct entry *e,
	const char *column, const char *suggestion, const char *fmt, ...)
	CLAMOR_PRINTF(5, 6);

/** Append where an entry stands: "lexicons/praise.csv:12". */
void finding_place(
	struct buf *b, const struct lexicon *lex, const struct entry *e);

#endif
