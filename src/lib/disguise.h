/*
 * disguise.h - words whose letters are hidden or set apart: m13rda, est4fa,
 * p*ta, m***a, c@brones, e$tafa, "p é s i m o", e-s-t-a-f-a.
 *
 * Figures and signs stand for letters (0 o, 1 i l, 3 e, 4 a, 5 s, 7 t, 8 b;
 * @ o a, $ s, ! i); stars for one letter each, and a run of them or an ellipsis
 * for several, in a short list of words that people veil; four or more single
 * letters with the same character between them are a word.
 *
 * Something is a disguise only where what it stands for is a word of the
 * vocabulary and what is typed is none. Only texts for which disguise_may_have
 * is true have any.
 */
#ifndef CLAMOR_DISGUISE_H
#define CLAMOR_DISGUISE_H

#include "scan.h"
#include "shape.h"
#include "vocab.h"

/**
 * Could a text hold a disguised word? false is certain.
 *
 * @shape  of the text
 * @text   folded, with FOLD_PAD bytes NUL behind it
 */
bool disguise_may_have(const struct shape *shape, struct text text);

/**
 * Read the disguised word that begins with token i.
 *
 * @raw     the tokens of a folded text, token.word set
 * @folded  that text
 * @out     overwritten with the word
 *
 * Returns how many tokens it takes, 0 if there is none. *end is set to where
 * it ends in the folded text: behind the last token, if stars stand there.
 */
size_t disguise_read(struct buf *out, const struct vocab *v,
	const struct scanned *raw, struct text folded, size_t i, uint32_t *end);

#endif
