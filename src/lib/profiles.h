/* profiles.h - the profiles there are, and which of them an export fits. */
#ifndef CLAMOR_PROFILES_H
#define CLAMOR_PROFILES_H

#include "jsonpost.h"
#include "names.h"
#include "profile.h"

#define PROFILES_MAX 1000 /* of a folder, at most */

struct profiles {
	struct profile **list; /* by name; the user's own behind them */
	size_t n, cap;
	struct json_shape shape; /* what matters to any of them */
	size_t cap_nested, cap_typed, cap_joins, cap_stubs;
};

/**
 * Load all *.txt of a folder; a folder without any is no error.
 *
 * Returns CLAMOR_OK; CLAMOR_EIO, CLAMOR_ENOTFOUND when the folder cannot be
 * read; what profile_load returns for a profile that cannot be used.
 */
CLAMOR_NODISCARD enum rc profiles_load(
	struct profiles *p, const char *folder, struct err *err);

/** Add a profile of the user's own. */
CLAMOR_NODISCARD enum rc profiles_add(
	struct profiles *p, const char *path, struct err *err);
void profiles_free(struct profiles *p);

/**
 * The profile of a name; of the user's own first.
 *
 * Returns CLAMOR_OK, or CLAMOR_ENOTFOUND with "unknown profile 'brandwtch'
 * (did you mean …?)".
 */
CLAMOR_NODISCARD enum rc profiles_find(const struct profiles *p,
	const char *name, const struct profile **found, struct err *err);

/**
 * The profile that the columns of an export fit: the one whose sign names the
 * most of them; the user's own before others. One without signs fits all if
 * it is the user's.
 *
 * @found  NULL if none does
 * @sign   what it is known by, or NULL; borrowed
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL if two fit alike, with both named.
 */
CLAMOR_NODISCARD enum rc profiles_choose(const struct profiles *p,
	const struct names *names, const struct profile **found,
	const char **sign, struct err *err);

#endif
