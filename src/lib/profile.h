/*
 * profile.h - what the export of one source looks like, as data.
 *
 * A text file, one `key: value` a line, that is meant to be written by the
 * people who have the export; clamor-import(1) tells its form:
 *
 *	# a comment
 *	about:    Brandwatch, mentions
 *	known by: Query Name + Full Text
 *	source:   Page Type
 *	date:     Date
 *	text:     Full Text
 *	text:     Snippet
 *	lang:     = es
 *
 * Of several lines for a column the earlier is preferred, record by record.
 */
#ifndef CLAMOR_PROFILE_H
#define CLAMOR_PROFILE_H

#include "canon.h"
#include "treatment.h"

#define PROFILE_LINES 1000  /* of a file, at most */
#define PROFILE_LINE 4096   /* bytes of each */
#define PROFILE_FIELDS 8    /* alternatives for a column, at most */

/* A field of the export that a column is taken from. */
struct profile_field {
	char *name; /* folded (names.h) */
	struct treatment how;
};

struct profile_column {
	struct profile_field fields[PROFILE_FIELDS]; /* the preferred first */
	size_t n;
	char *constant; /* where no field has a value, or NULL */
};

/* Names that together show what an export is. */
struct profile_sign {
	char **names; /* folded */
	size_t n, cap;
	char *text; /* as written */
};

/* Objects that stand beside the posts of a page and belong to them. */
struct profile_join {
	char *key;  /* path in a post: author_id */
	char *list; /* path in the page: includes.users */
	char *id;   /* path in its objects: id */
};

struct profile {
	char *name;  /* of its file, without .txt */
	char *path;  /* of its file */
	char *about; /* or NULL */
	struct profile_sign *signs;
	size_t nsigns, cap_signs;
	struct profile_column columns[CANON_PARTS];
	char **nested; /* paths of arrays whose objects are posts themselves */
	size_t nnested, cap_nested;
	char **typed; /* paths of arrays whose objects tell their type */
	size_t ntyped, cap_typed;
	struct profile_join *joins;
	size_t njoins, cap_joins;
	struct profile_stub {
		char *path, *value;
	} *stubs; /* objects that stand for posts that are not there */
	size_t nstubs, cap_stubs;
	bool own; /* the user's */
};

/**
 * Read a profile.
 *
 * Returns CLAMOR_OK with *p to be freed by profile_free; CLAMOR_ENOTFOUND or
 * CLAMOR_EIO when the file cannot be read; CLAMOR_EINVAL with its line when
 * it is no profile.
 */
CLAMOR_NODISCARD enum rc profile_load(
	struct profile **p, const char *path, struct err *err);
void profile_free(struct profile *p);

#endif
