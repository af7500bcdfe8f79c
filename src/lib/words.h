/* words.h - lists of words of the language; all of them folded. */
#ifndef CLAMOR_WORDS_H
#define CLAMOR_WORDS_H

#include <stdbool.h>

#include "buf.h"

/** Is a folded word a number in letters: "un", "tres", "veinte", "mil"? */
bool token_is_number_word(struct text word);

/** All of them. */
const struct text *words_numbers(size_t *n);

/** Does a stop behind the word not end a sentence: "sr", "aprox"? */
bool words_is_abbreviation(struct text word);

/** Can it end the name of a host: "com", "mx"? */
bool words_is_domain(struct text word);

/** Does a folded word say little by itself: "de", "que", "muy", "esta"? */
bool words_is_function(struct text word);

#endif
