/*
 * countries.h - the countries whose words and seasons clamor knows: each has
 * a pack of words of that name (lexicons/mx.csv).
 */
#ifndef CLAMOR_COUNTRIES_H
#define CLAMOR_COUNTRIES_H

#include "buf.h"

/** The codes of ISO 3166 in small letters, in the order of the alphabet,
 * which is that of loading; NULL behind the last. */
extern const char *const countries[];

/**
 * Find a country by its code, in small or capital letters.
 *
 * Returns the code, static; or NULL with err->text "unknown country 'mexico'
 * (did you mean 'mx'?); there are ar, cl, …".
 */
const char *country_by_code(const char *code, struct err *err);

#endif
