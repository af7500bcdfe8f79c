/* wordlist.h - a list of words in a CSV file: its column `word`. */
#ifndef CLAMOR_WORDLIST_H
#define CLAMOR_WORDLIST_H

#include "fold.h"
#include "vocab.h"

/**
 * Read a list.
 *
 * @add  called with each word, folded, valid during the call
 *
 * Returns CLAMOR_OK, what table_read returns, or CLAMOR_EINVAL if it has no
 * column of that name.
 */
CLAMOR_NODISCARD enum rc wordlist_read(const char *path, struct fold *fold,
	struct vocab *into, void (*add)(struct vocab *into, struct text word),
	struct err *err);

#endif
