/*
 * accounting.h - what the parts of an account (account.h) share: their state,
 * and how words and points are written.
 */
#ifndef CLAMOR_ACCOUNTING_H
#define CLAMOR_ACCOUNTING_H

#include "tty.h"
#include "verdict.h"

struct accounting {
	struct buf *out;
	const struct lexicon *lex;
	const struct reasons *r;
	const struct verdict *v;
	bool colored;
	const struct hit *winner; /* the last that was written */
};

/** Append text in a style, if the account has colours. */
void accounting_styled(
	struct accounting *a, enum tty_style style, struct text t);

/** Append thousandths, green above 0 and red below. */
void accounting_points(struct accounting *a, int64_t milli);

/** Append the heading of a part; what follows stands in one column. */
void accounting_head(struct accounting *a, const char *head);

/** Append text in quotation marks. */
void accounting_quoted(
	struct accounting *a, enum tty_style style, struct text t);

/** The words of a hit as they stand in the post. */
struct text accounting_words(const struct accounting *a, const struct hit *h);

#endif
