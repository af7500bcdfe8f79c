/*
 * jsonscan.h - where each post of a JSON input begins and ends, so that a
 * broken one costs no other. Whether it is JSON at all, jsonpost judges.
 *
 * Where a post breaks off (a bracket does not fit, a string does not close),
 * it goes on at the next place that is certainly no part of it: a line that
 * begins with { or [, a { that is indented as far as the broken post, or one
 * behind "},", followed by the same two names as the broken post begins with.
 * All that lies between belongs to the broken one: no byte goes unsaid.
 *
 * A scanner works on bytes that its owner holds; all its places count from
 * the first of them.
 */
#ifndef CLAMOR_JSONSCAN_H
#define CLAMOR_JSONSCAN_H

#include <stdbool.h>

#include "buf.h"
#include "jsonresume.h"
#include "row.h"

#define JSONSCAN_NAME 32

/* All zero but line (1) begins. */
struct jsonscan {
	size_t pos;    /* scanned up to here */
	uint64_t line; /* at pos */
	bool begun;    /* pos is not the first byte of the input */

	/* what was found, or is being looked at */
	size_t start, end;
	uint64_t start_line;
	enum row_reason reason;
	char member[JSONSCAN_NAME]; /* of a side: its name, if it is short */

	/* the brackets that are open */
	unsigned depth;
	uint64_t objects; /* a bit for each of the outer ones: is it { ? */
	unsigned level;   /* depth around the present post */
	unsigned roots;   /* around the objects of this document, plus 1 */
	unsigned posts;   /* around those of the present page, plus 1 */

	struct jsonresume posts_look; /* where to go on by */

	bool in_post;
	bool silent; /* it is no post: something beside them in a page */
	bool in_string, escaped;
	bool lost;   /* it broke off there: look for where to go on */
	bool torn;   /* one did: its closing brackets may follow */
	bool junk;   /* what stands between documents and is nothing */
	char before; /* the last byte that is no blank, no string's */
	size_t name; /* the last string of a page: where it starts */
	size_t name_len;
	bool first; /* it is the first one of its object */
	bool page;  /* an array has begun that would make it a page */
	bool hollow; /* it has an array of posts without any */
	bool named;  /* it has a member that pages do not have */
	bool all_sides; /* nothing is a post, arrays of posts neither */
};

enum jsonscan_found {
	JSONSCAN_MORE, /* nothing: more bytes are wanted */
	JSONSCAN_POST, /* a post, or something broken: see reason */
	JSONSCAN_PAGE, /* the object from start on is a page: posts follow */
	JSONSCAN_SIDE, /* something that stands beside the posts of a page */
	JSONSCAN_DONE, /* the end of a page */
};

/**
 * Go on through the bytes, the new ones behind the old.
 *
 * @last  nothing follows them
 */
enum jsonscan_found jsonscan_next(
	struct jsonscan *s, struct text in, bool last);

/** No bytes follow, and no more was found: is there a post, cut off? */
bool jsonscan_finish(struct jsonscan *s, struct text in);

/** A scanner of what stands in the page whose { is at start: its sides. */
struct jsonscan jsonscan_sides(size_t start);

/** The first bytes that are still needed; those before may go away: then take
 * them off all places by jsonscan_forget. */
size_t jsonscan_needs(const struct jsonscan *s, const char *in);
void jsonscan_forget(struct jsonscan *s, size_t n);

/** Is what begins at start worth keeping if it ends somewhere later? */
bool jsonscan_keeps(const struct jsonscan *s);

/** Do these first bytes of an input begin a JSON document? */
bool jsonscan_begins(struct text t);

#endif
