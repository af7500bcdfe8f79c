/*
 * jsonpost.h - one JSON object taken apart into fields.
 *
 * The only module that includes yajl's header.
 */
#ifndef CLAMOR_JSONPOST_H
#define CLAMOR_JSONPOST_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

#define JSON_DEPTH_MAX 64 /* brackets that may be open in a post */
#define JSON_KEY_MAX 128  /* bytes; members of a longer name are left out */

/* A value that is no object, array or null. */
struct json_field {
	struct text path;  /* names joined by dots; no part for arrays */
	struct text value; /* strings unescaped, numbers digit for digit */
};

struct jsonpost; /* opaque; memory is reused from post to post */

/** The caller frees it with jsonpost_free. */
struct jsonpost *jsonpost_new(void);
void jsonpost_free(struct jsonpost *s);

/**
 * Read a post. Lone surrogates become U+FFFD; invalid UTF-8 passes as it is.
 *
 * @post         the bytes of one object
 * @fields, @n   its fields in their order, borrowed until the next call
 *
 * Returns false if it is no valid JSON or too deep; nothing is set then.
 */
bool jsonpost_read(struct jsonpost *s, struct text post,
	const struct json_field **fields, size_t *n);

/** Lone surrogates that were replaced so far. */
uint64_t jsonpost_repaired(const struct jsonpost *s);

#endif
