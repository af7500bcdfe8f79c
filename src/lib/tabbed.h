/*
 * tabbed.h - lexicons that are tables with TABs: SentiStrength and its sibling
 * files, VADER, AFINN, NRC EmoLex. See clamor-lexicon(1), "Formats".
 */
#ifndef CLAMOR_TABBED_H
#define CLAMOR_TABBED_H

#include "carry.h"
#include "textfile.h"

/*
 * Each reads a file to its end and returns CLAMOR_OK, or CLAMOR_EIO and
 * CLAMOR_ELIMIT from textfile_line.
 */

/** Which of its files it is is told by the name: BoosterWordList.txt. */
enum rc tabbed_sentistrength(
	struct carry *c, struct textfile *f, struct err *err);
enum rc tabbed_vader(struct carry *c, struct textfile *f, struct err *err);
enum rc tabbed_afinn(struct carry *c, struct textfile *f, struct err *err);
enum rc tabbed_emolex(struct carry *c, struct textfile *f, struct err *err);

#endif
