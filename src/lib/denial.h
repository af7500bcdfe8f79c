/*
 * denial.h - what a negator that turned no opinion says of a company.
 */
#ifndef CLAMOR_DENIAL_H
#define CLAMOR_DENIAL_H

#include "hits.h"
#include "tokens.h"

/**
 * Does a negator say that something is not as it should be?
 *
 * "no abren", "nadie sabe", "sin luz" do. A `no` does not that stands alone (an
 * answer), before an article or a preposition (a contrast: "no en el centro"),
 * before what the writer is, has or thinks ("no tengo", "no creo") or, at the
 * beginning of a sentence, before an infinitive (advice: "no llamar").
 */
bool denial_is_fault(const struct post *p, const struct hit *negator);

#endif
