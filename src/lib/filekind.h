/*
 * filekind.h - what a file is by its first bytes: text, in which of the wide
 * encodings, with what between cells, or something that people take for it.
 */
#ifndef CLAMOR_FILEKIND_H
#define CLAMOR_FILEKIND_H

#include <stddef.h>

#include "buf.h"

enum filekind {
	FILEKIND_TEXT, /* nothing known speaks against it */
	FILEKIND_WORKBOOK,
	FILEKIND_ZIP,
	FILEKIND_PDF,
};

/** @head  the first bytes, 100 or more where there are */
enum filekind filekind_of(struct text head);

/** "a workbook" and its like, for messages; NULL for FILEKIND_TEXT. */
const char *filekind_name(enum filekind k);

/**
 * Is it UTF-16, by its byte order mark or, as most of it is ASCII, by its
 * zeros?
 *
 * @bom  set to the length of the mark
 *
 * Returns "UTF-16LE", "UTF-16BE" or NULL.
 */
const char *filekind_wide(struct text head, size_t *bom);

/**
 * Does it begin with the line "sep=;", by which Excel is told what stands
 * between cells?
 *
 * @head  behind a byte order mark
 * @delimiter  set if so
 *
 * Returns the length of the line with its end; 0 if it does not.
 */
size_t filekind_hint(struct text head, char *delimiter);

#endif
