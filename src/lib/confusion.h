/*
 * confusion.h - which label got which guess, counted; and what follows from
 * the counts.
 *
 * Precision of a class: right guesses / guesses of it. Recall: right guesses /
 * labels of it. F1: 2 right / (guesses + labels), the harmonic mean of both.
 * Macro-F1: the mean of F1 over all classes, where the F1 of a class that was
 * neither labelled nor guessed counts as 0.
 */
#ifndef CLAMOR_CONFUSION_H
#define CLAMOR_CONFUSION_H

#include <stdint.h>

#include "classes.h"

#define CONFUSION_ONE INT64_C(1000000000) /* F1 is in billionths */

struct confusion {
	size_t n;         /* classes; place n holds all that is no class */
	uint64_t *counts; /* (n + 1)^2 of them, by label, then by guess */
	uint64_t posts;
	uint64_t right; /* the guess is the label, of a class or not */
};

/** An empty table for n classes; the caller frees it with confusion_fini. */
void confusion_init(struct confusion *c, size_t n);
void confusion_fini(struct confusion *c);

/** Count a post; label and guess are 0 to n - 1. */
void confusion_add(struct confusion *c, size_t label, size_t guess);

/**
 * The table by classes of a table by their numbers.
 *
 * @in  n is CLASSES_MAX
 *
 * The caller frees the result with confusion_fini.
 */
struct confusion confusion_by_class(
	const struct confusion *in, const struct classes *classes);

/** Posts of a label, 0 to n, that got a guess, 0 to n. */
static inline uint64_t
confusion_count(const struct confusion *c, size_t label, size_t guess)
{
	return c->counts[label * (c->n + 1) + guess];
}

/** Posts that are labelled, or guessed, as a class. */
uint64_t confusion_labels(const struct confusion *c, size_t class);
uint64_t confusion_guesses(const struct confusion *c, size_t class);

/** F1 of a class in billionths; 0 also where there is nothing to divide. */
int64_t confusion_f1(const struct confusion *c, size_t class);

/** The mean of F1 over the classes in billionths; 0 for no classes. */
int64_t confusion_macro_f1(const struct confusion *c);

#endif
