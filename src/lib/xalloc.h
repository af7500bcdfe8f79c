/* xalloc.h - memory that is there or ends the program with status 2. */
#ifndef CLAMOR_XALLOC_H
#define CLAMOR_XALLOC_H

#include <stddef.h>

/* Like their namesakes, but never return NULL; a size of 0 counts as 1. */
void *xmalloc(size_t size);
void *xcalloc(size_t n, size_t size);
void *xrealloc(void *p, size_t size);
void *xreallocarray(void *p, size_t n, size_t size);

/** As xcalloc, for memory that is soon used all over, a hash table: a page that
 * is read before it is written to costs twice. */
void *xcalloc_now(size_t n, size_t size);

char *xstrdup(const char *s);

/** A copy of len bytes with a NUL behind them; the caller frees it. */
char *xmemdup0(const void *p, size_t len);

/** What xgrow does when an array is full. */
void *xgrow_now(void *p, size_t *cap, size_t size);

/**
 * Make room for one more element in a growing array: doubles *cap (from 16)
 * when n has reached it.
 *
 * Returns the array, moved or not; the caller stores it back.
 */
static inline void *
xgrow(void *p, size_t n, size_t *cap, size_t size)
{
	return n < *cap ? p : xgrow_now(p, cap, size);
}

/** Make room for more elements at once. */
static inline void *
xgrow_by(void *p, size_t n, size_t more, size_t *cap, size_t size)
{
	while (*cap - n < more)
		p = xgrow_now(p, cap, size);
	return p;
}

#endif
