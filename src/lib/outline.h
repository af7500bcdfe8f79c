/*
 * outline.h - the place in a tree of categories, told by indentation; and the
 * formats that are little more: WordStat, Lexicoder.
 */
#ifndef CLAMOR_OUTLINE_H
#define CLAMOR_OUTLINE_H

#include "carry.h"
#include "textfile.h"

#define OUTLINE_DEPTH_MAX 16

/* Where one is: "affect.posemo". All zero is at the top. */
struct outline {
	struct buf path;
	size_t ends[OUTLINE_DEPTH_MAX]; /* of the path, by depth */
	size_t depth;                   /* how many of them are set */
};

/** How many TABs a line begins with. */
size_t outline_depth(struct text line);

/**
 * Enter a category: those as deep or deeper are left.
 *
 * @depth  0 for the top; one that is too deep is taken as the deepest
 *
 * Returns the path, '.' between, borrowed until the next call.
 */
struct text outline_enter(
	struct outline *o, size_t depth, struct text category);

/** The path of what stands at a depth: that of the categories above it. */
struct text outline_at(const struct outline *o, size_t depth);

void outline_free(struct outline *o);

/*
 * Each reads a file to its end and returns CLAMOR_OK, or CLAMOR_EIO and
 * CLAMOR_ELIMIT from textfile_line.
 */
enum rc outline_wordstat(struct carry *c, struct textfile *f, struct err *err);
enum rc outline_lexicoder(struct carry *c, struct textfile *f, struct err *err);

#endif
