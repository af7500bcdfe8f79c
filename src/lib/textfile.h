/*
 * textfile.h - a text file as people hand it on, line by line in UTF-8: with
 * or without a byte order mark, in UTF-8, in UTF-16, or else in Windows-1252;
 * its lines end in LF, CR LF or CR.
 */
#ifndef CLAMOR_TEXTFILE_H
#define CLAMOR_TEXTFILE_H

#include "lines.h"

#define TEXTFILE_MAX (256u << 20) /* bytes of a file, at most */
#define TEXTFILE_LINE_MAX (1u << 20)

/* All zero is closed. */
struct textfile {
	const char *encoding; /* NULL: UTF-8 */
	size_t line;          /* the number of the last one read, 1-based */

	/* internal */
	bool only_cr; /* lines end as on an old Macintosh */
	struct source *source;
	struct lines *lines;
};

/**
 * Open one; what is packed is unpacked.
 *
 * @path  "-" is standard input
 *
 * Returns CLAMOR_OK, to be closed; CLAMOR_ENOTFOUND, CLAMOR_EIO, CLAMOR_ELIMIT
 * when the file is too large, CLAMOR_EINVAL for a workbook and its like.
 */
CLAMOR_NODISCARD enum rc textfile_open(
	struct textfile *f, const char *path, struct err *err);

/** Its name for messages; lives as long as it is open. */
const char *textfile_name(const struct textfile *f);

/**
 * The next line, blanks at both ends kept; borrowed until the next call.
 *
 * Returns CLAMOR_OK, CLAMOR_END, CLAMOR_EIO, CLAMOR_ELIMIT for a line that is
 * too long (err has its number).
 */
CLAMOR_NODISCARD enum rc textfile_line(
	struct textfile *f, struct text *line, struct err *err);

void textfile_close(struct textfile *f);

#endif
