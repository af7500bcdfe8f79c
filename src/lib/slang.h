/*
 * slang.h - which words of the vocabulary are slang, and for what: those that
 * rows of role=slang say, but for words that are entries themselves, which stay
 * as typed, and words that role=off takes out.
 */
#ifndef CLAMOR_SLANG_H
#define CLAMOR_SLANG_H

#include "entry.h"
#include "fold.h"
#include "forms.h"

struct slang {
	struct forms *forms;         /* not ready yet; slang that acts lives */
	const struct entry *entries; /* of the forms */
	struct fold *fold;
};

/** Tell the vocabulary of the forms. */
void slang_set(const struct slang *s);

#endif
