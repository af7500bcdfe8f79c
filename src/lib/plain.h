/*
 * plain.h - plain text out of what exports make of it: HTML, two characters
 * for a line break, a TAB between title and text.
 */
#ifndef CLAMOR_PLAIN_H
#define CLAMOR_PLAIN_H

#include <stdint.h>

#include "buf.h"

enum plain {
	PLAIN_AS_IS,
	PLAIN_HTML,  /* tags and entities; paragraphs become lines */
	PLAIN_PAIRS, /* \n, \r, \t and \\ of two characters each */
	PLAIN_TAB,   /* each TAB ends a line */
};

/** The way of that name: "html", "pairs", "tab"; else PLAIN_AS_IS. */
enum plain plain_by_name(struct text name);

/** Append the plain text of t; LF between its lines. */
void plain_add(struct buf *out, struct text t, enum plain how);

/**
 * The entity at p, where an & stands: &amp; &aacute; &#225; &#x1F621;
 *
 * @cp  set to the code point it stands for
 *
 * Returns its length, 0 if it is none.
 */
size_t plain_entity(const char *p, const char *end, uint32_t *cp);

#endif
