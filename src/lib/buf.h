/* buf.h - a byte buffer that grows, and a borrowed piece of text. */
#ifndef CLAMOR_BUF_H
#define CLAMOR_BUF_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "status.h"

/* A piece of somebody else's bytes; need not end in NUL. */
struct text {
	const char *p;
	size_t len;
};

/* All zero is an empty buffer. p is not NUL-terminated unless said. */
struct buf {
	char *p;
	size_t len;
	size_t cap;
};

/* A string literal as a text, for tables. */
#define TEXT(s)                                                                \
	{                                                                      \
		s, sizeof(s) - 1                                               \
	}

/** The text of a C string, borrowed. */
static inline struct text
text_of(const char *s)
{
	return (struct text){ s, strlen(s) };
}

/** Are two texts the same bytes? */
static inline int
text_eq(struct text a, struct text b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.p, b.p, a.len) == 0);
}

/** Does a text begin with these n bytes? */
static inline int
text_begins(struct text t, const char *bytes, size_t n)
{
	return t.len >= n && memcmp(t.p, bytes, n) == 0;
}

/** Is a text the same bytes as a C string? */
static inline int
text_is(struct text a, const char *s)
{
	return text_eq(a, text_of(s));
}

/** What stands between the first byte of a text and its last; it has both. */
static inline struct text
text_inside(struct text t)
{
	return (struct text){ t.p + 1, t.len - 2 };
}

/** How many texts are in an array of them? */
#define TEXT_COUNT(list) (sizeof(list) / sizeof(*(list)))

/** Is a text one of a list? */
static inline int
text_among(struct text t, const struct text *list, size_t n)
{
	size_t i;

	for (i = 0; i < n && !text_eq(t, list[i]); i++)
		;
	return i < n;
}

/** A text without the blanks and TABs at its ends. */
struct text text_trimmed(struct text t);

/** Compare by bytes, a prefix first: <0, 0, >0 (never strcoll). */
int text_cmp(struct text a, struct text b);

/** The text in a buffer, borrowed until the buffer changes. */
static inline struct text
buf_text(const struct buf *b)
{
	return (struct text){ b->p, b->len };
}

/** Make room for more bytes behind the end (room for n, len unchanged). */
void buf_reserve(struct buf *b, size_t n);

/** Append bytes, a C string, one byte, or printf's output (C locale). */
void buf_add(struct buf *b, const void *p, size_t n);
void buf_adds(struct buf *b, const char *s);
void buf_addf(struct buf *b, const char *fmt, ...) CLAMOR_PRINTF(2, 3);

/* "00" to "99", one behind the other. */
extern const char buf_pairs[];

/** Append a number in decimal; much faster than buf_addf. */
void buf_addu(struct buf *b, uint64_t v);

/** Append a number below 1000 in three digits: 7 is "007". */
void buf_add_digits(struct buf *b, unsigned v);

static inline void
buf_addc(struct buf *b, char c)
{
	if (b->len == b->cap)
		buf_reserve(b, 1);
	b->p[b->len++] = c;
}

static inline void
buf_addt(struct buf *b, struct text t)
{
	buf_add(b, t.p, t.len);
}

/** Empty it, keeping the memory for the next use. */
static inline void
buf_clear(struct buf *b)
{
	b->len = 0;
}

/** Put a NUL behind the end (not counted in len) and return p. */
const char *buf_cstr(struct buf *b);

/** Free the memory; the buffer is empty and usable again. */
void buf_free(struct buf *b);

#endif
