/*
 * mapping.h - which columns of an export go into which canonical one, decided
 * once for a file.
 *
 * By a profile, or by the names of the columns alone; never by position: each
 * export has changed its order over the years.
 */
#ifndef CLAMOR_MAPPING_H
#define CLAMOR_MAPPING_H

#include <stdbool.h>

#include "aliases.h"
#include "profiles.h"

#define MAPPING_FIELDS PROFILE_FIELDS

struct mapping_field {
	size_t column; /* place in the export */
	struct treatment how;
};

struct mapping {
	struct mapping_part {
		/* the first that has a value counts, record by record */
		struct mapping_field fields[MAPPING_FIELDS];
		size_t n;
		const char *constant; /* where none has, or NULL; borrowed */
	} parts[CANON_PARTS];
	const struct profile *profile; /* or NULL: by the names alone */
	const char *sign;     /* what shows the profile, or NULL; borrowed */
	const char *telltale; /* the folded name of a column that shows the
				 source, or NULL; borrowed from the aliases */
	bool by_word[2];      /* text, date: known by a word of its name */
	bool spanish;         /* the header's words are Spanish */
	bool canonical;       /* it is what clamor-import itself writes */
};

/* What an export may be recognised by; all borrowed. */
struct mapping_options {
	const struct aliases *aliases;
	const struct profiles *profiles;
	const struct profile *profile; /* this one and no other, or NULL */
	bool no_profile;               /* by the names alone */
	const char *const *wanted;     /* for each of CANON_PARTS the name that
					* the user gave it, "" for none, or NULL
					* to find it; NULL: all to be found */
};

/**
 * Decide where the columns of an export go.
 *
 * A column that the user names wins; then those that the profile names, and
 * what it does not name stays empty. Without a profile, names decide. Posts
 * of JSON (a sparse header) may be of several kinds: where one lacks what the
 * profile names for a column, names decide.
 *
 * @names  of the header; profile and sign may be set to keep a choice that was
 *         made: with @again true it is not made again
 *
 * Returns CLAMOR_OK; CLAMOR_ENOTFOUND if a wanted column is not there;
 * CLAMOR_EINVAL if the name of a needed one stands there twice, or if two
 * profiles fit alike. Finding no text is left to the caller to judge.
 */
CLAMOR_NODISCARD enum rc mapping_decide(struct mapping *m,
	const struct mapping_options *opt, const struct header *h,
	const struct names *names, bool again, struct err *err);

/**
 * The place of a column by its exact name, else by its folded one;
 * COLUMN_NONE, COLUMN_TWICE.
 */
size_t mapping_find(const struct header *h, const char *name);

/** Append "'id', 'fecha', 'texto'" for messages, cut after twenty. */
void mapping_list(struct buf *out, const struct header *h);

#endif
