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

/* The fields of a post, or of one that stands in an array inside of it. */
struct json_part {
	size_t first, n; /* of its fields */
	size_t list;     /* which of the arrays it is from; 0 for the first */
	size_t around;   /* the part that it stands in */
};

/* What matters in the structure of posts beside plain paths; all borrowed. */
struct json_shape {
	/* arrays whose objects are posts themselves: "replies.comments" */
	const char *const *nested;
	size_t nnested;
	/* arrays whose objects tell their type, which goes into the path:
	 * "referenced_tweets.replied_to.id" */
	const char *const *typed;
	size_t ntyped;
	/* objects beside the posts of a page that belong to them */
	const struct json_join {
		const char *key;  /* path in a post: "author_id" */
		const char *list; /* path in the page: "includes.users" */
		const char *id;   /* path in the objects there: "id" */
	} *joins;
	size_t njoins;
	/* what shows that an object stands for a post that is not there */
	const struct json_stub {
		struct text path, value; /* "kind", "more" */
	} *stubs;
	size_t nstubs;
	size_t max_page; /* bytes of a page that may be kept for it */
};

struct jsonpost; /* opaque; memory is reused from post to post */

/**
 * The caller frees it with jsonpost_free.
 *
 * @shape  outlives it; NULL: nothing matters
 */
struct jsonpost *jsonpost_new(const struct json_shape *shape);
void jsonpost_free(struct jsonpost *s);

/* What a post was read as, borrowed until the next call. */
struct json_read {
	const struct json_field *fields; /* in their order, part by part */
	size_t n;
	const struct json_part *parts; /* the post itself, those inside of it;
					* none that is a stub */
	size_t nparts;
};

/**
 * Read a post. Lone surrogates become U+FFFD; invalid UTF-8 passes as it is.
 * A post inside of another has the other's "id" as its "up.id".
 *
 * @post  the bytes of one object
 *
 * Returns false if it is no valid JSON or too deep; nothing is set then.
 */
bool jsonpost_read(
	struct jsonpost *s, struct text post, struct json_read *read);

/**
 * Read what stands beside the posts of a page under a name; its parts are the
 * objects of the lists of the joins, list the number of the join.
 */
bool jsonpost_read_side(struct jsonpost *s, struct text side, struct text name,
	struct json_read *read);

/** Lone surrogates that were replaced so far. */
uint64_t jsonpost_repaired(const struct jsonpost *s);

#endif
