/*
 * account.h - the account of one verdict, for a person to read: words, hits,
 * factors, sums, and which rule gave the kind. It decides nothing: all that it
 * says is what judge_post found.
 */
#ifndef CLAMOR_ACCOUNT_H
#define CLAMOR_ACCOUNT_H

#include <stdbool.h>

#include "verdict.h"

/**
 * Append the account of the post that was judged last.
 *
 * @out      gets lines of text; whatever a terminal would obey in the post or
 *           in a lexicon is shown, not sent
 * @lex      the lexicon of the judge
 * @r        its reasons, kept since judge_keep_reasons
 * @v        its verdict
 * @colored  colour words and points
 */
void account_add(struct buf *out, const struct lexicon *lex,
	const struct reasons *r, const struct verdict *v, bool colored);

#endif
