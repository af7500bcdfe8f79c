/*
 * importer.h - exports in, canonical records out: the loop of clamor-import.
 * One of the few modules that print (through diag).
 */
#ifndef CLAMOR_IMPORTER_H
#define CLAMOR_IMPORTER_H

#include "cli.h"
#include "convert.h"
#include "mapping.h"

/* What the user said; all borrowed until importer_close. */
struct importer_options {
	struct cli_common common;
	char *map[CANON_PARTS]; /* names of the export's columns, or NULL */
	char **keep;            /* further columns that go out as they are */
	size_t nkeep;
	enum date_order order; /* of all dates; UNKNOWN: to be found out */
	bool explain;          /* say what is recognised, and why */
	bool zone_is_said;     /* no need to tell which zone is assumed */
	const struct aliases *aliases;
	const struct profiles *profiles;
	const struct profile *profile; /* of --profile, or NULL */
	bool no_profile;               /* --profile none */
	struct json_shape shape;       /* of posts of JSON */
	struct convert_options convert;
};

struct importer; /* opaque */

/** Start: opens --rejects, if given; ends the program if it cannot. */
struct importer *importer_new(const struct importer_options *o);

/**
 * Import an export; NULL or "-" is standard input. The output is opened, and
 * the header written, when the first export is understood. One that cannot be
 * read is said (status 2).
 */
void importer_file(struct importer *im, const char *path);

/** End: the totals of rejects and, with --stats, of all; the exit status. */
int importer_close(struct importer *im);

#endif
