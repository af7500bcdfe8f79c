/*
 * profile.h - which column of an export goes into which canonical one.
 *
 * Exports are recognised by their column names alone, never by position: each
 * of them has changed its order over the years.
 */
#ifndef CLAMOR_PROFILE_H
#define CLAMOR_PROFILE_H

#include <stdbool.h>

#include "aliases.h"
#include "record.h"

#define PROFILE_OTHERS 4

struct profile {
	size_t column[CANON_PARTS]; /* place in the export, or COLUMN_NONE */
	bool sparse; /* where a record lacks it, the first of others counts */
	size_t others[CANON_PARTS][PROFILE_OTHERS]; /* of a sparse header */
	enum plain how[CANON_PARTS]; /* what column's cells are made plain by */
	enum plain others_how[CANON_PARTS][PROFILE_OTHERS];
	const char *source;   /* told by a tell-tale, or NULL; borrowed
				 from the aliases */
	const char *telltale; /* its folded name, or NULL; borrowed */
	bool spanish;         /* the header's words are Spanish */
};

/**
 * Recognise the columns of an export.
 *
 * @wanted  for each column or part the name that the user gave it, "" for
 *          none, or NULL to find it by the aliases
 *
 * Returns CLAMOR_OK; CLAMOR_ENOTFOUND if a wanted column is not there;
 * CLAMOR_EINVAL if the name of a needed one stands there twice. Finding no
 * text is left to the caller to judge.
 */
CLAMOR_NODISCARD enum rc profile_recognise(struct profile *p,
	const struct aliases *a, const struct header *h,
	const char *const wanted[CANON_PARTS], struct err *err);

/**
 * The place of a column by its exact name, else by its folded one;
 * COLUMN_NONE, COLUMN_TWICE.
 */
size_t profile_find(const struct header *h, const char *name);

/** Does a column's name say that its times are UTC ("created_utc")? */
bool profile_is_utc(const char *name);

/** Append "'id', 'fecha', 'texto'" for messages, cut after twenty. */
void profile_list(struct buf *out, const struct header *h);

#endif
