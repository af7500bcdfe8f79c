/*
 * header.h - the names of the columns.
 *
 * Names are copies that the struct owns; they compare byte for byte.
 */
#ifndef CLAMOR_HEADER_H
#define CLAMOR_HEADER_H

#include "row.h"

struct header {
	char **names; /* unquoted, UTF-8 as it stood, BOM gone */
	size_t n;
	bool sparse; /* of JSON: a record may lack any of them, more may come */
};

/** Copy the names out of a header row; the caller frees with header_free. */
void header_init(struct header *h, const struct row *row);
void header_free(struct header *h);

/* What header_find returns besides a place and COLUMN_NONE. */
#define COLUMN_TWICE ((size_t)-2)

/**
 * The place of a column by its exact name, 0-based; COLUMN_NONE if there is
 * none, COLUMN_TWICE if several have it.
 */
size_t header_find(const struct header *h, const char *name);

#endif
