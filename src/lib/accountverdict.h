/*
 * accountverdict.h - the rest of an account: score, kind, topics, intent,
 * severity, wait and marks.
 */
#ifndef CLAMOR_ACCOUNTVERDICT_H
#define CLAMOR_ACCOUNTVERDICT_H

#include "accounting.h"

/** Append it. */
void accountverdict_add(struct accounting *a);

#endif
