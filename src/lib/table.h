/*
 * table.h - a small CSV file that people edit, whole in memory: lexicons,
 * codes, aliases. Delimiter , ; or TAB (by the header), or what a first line
 * "sep=;" says; BOM and CRLF allowed.
 * A record whose first field is "#" or starts with "# " is a comment, also
 * before the header; one whose fields are all empty is none. What is packed is
 * unpacked.
 */
#ifndef CLAMOR_TABLE_H
#define CLAMOR_TABLE_H

#include <stdbool.h>

#include "buf.h"

#define TABLE_MAX (256u << 20) /* bytes of a file, at most */
#define TABLE_COLUMNS_MAX 1000 /* looking for doubles takes the square */
#define TABLE_NONE ((size_t)-1)
#define TABLE_HEADER ((size_t)-1) /* the header, as a row */

struct table; /* opaque */

/* Called for each bad record; err has file, line, column and text. */
typedef void table_told(void *ctx, const struct err *err);

/**
 * Read a file.
 *
 * Returns CLAMOR_OK with *t to be freed by table_free; CLAMOR_ENOTFOUND or
 * CLAMOR_EIO when it cannot be read; CLAMOR_EINVAL (err has file and line)
 * when it has no header or too many columns, names one twice, holds a record
 * with another number of fields, an unterminated quote or invalid UTF-8.
 */
CLAMOR_NODISCARD enum rc table_read(
	struct table **t, const char *path, struct err *err);

/**
 * As table_read, but bad records are told and left out.
 *
 * @told  called before the table is there
 *
 * Returns CLAMOR_OK also if any was told; otherwise what concerns the file as
 * a whole.
 */
CLAMOR_NODISCARD enum rc table_read_all(struct table **t, const char *path,
	table_told *told, void *ctx, struct err *err);
void table_free(struct table *t);

/** The path as given, and its last part without ".csv". */
const char *table_path(const struct table *t);
struct text table_name(const struct table *t);

/** What stands between its cells. */
char table_delimiter(const struct table *t);

size_t table_ncolumns(const struct table *t);
struct text table_column_name(const struct table *t, size_t column);

/** The place of a column by name, TABLE_NONE if it is not there. */
size_t table_column(const struct table *t, const char *name);
size_t table_find(const struct table *t, struct text name);

/** Records, the header and comments not counted. */
size_t table_nrows(const struct table *t);

/** A cell, unquoted, blanks at both ends off; empty for TABLE_NONE. Lives as
 * long as the table. */
struct text table_cell(const struct table *t, size_t row, size_t column);

/** Is a record, or a line of a list, a comment by how it begins? */
bool table_is_comment(struct text first_cell);

/** Is a cell what a spreadsheet leaves of a formula: #NAME?, #¡REF! … */
bool table_is_formula(struct text cell);

/** The physical line where a record starts, 1-based. */
size_t table_line(const struct table *t, size_t row);

/**
 * The byte of that line, 1-based, where byte `at` of a cell stands; 0 if the
 * table has no such column or the cell stands in a later line.
 */
size_t table_byte(const struct table *t, size_t row, size_t column, size_t at);

#endif
