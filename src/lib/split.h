/*
 * split.h - where the cells and records of well-formed CSV end, 64 bytes at a
 * time. Internal to goodcsv.c.
 *
 * Each byte is one bit of a 64-bit mask; which bytes stand inside quotes is
 * the running parity of the quotes. That is right only while quotes stand
 * where RFC 4180 has them, so whatever breaks that rule is flagged: in what
 * is not flagged, libcsv finds the same records and cells.
 */
#ifndef CLAMOR_SPLIT_H
#define CLAMOR_SPLIT_H

#include <stdbool.h>
#include <stdint.h>

#define SPLIT_BLOCK 64 /* bytes */

struct split_block;

/* What must be remembered from one block to the next; each is 0 or 1 about
 * the last byte, but inside, which is 0 or all ones. */
struct split {
	/* the fastest that this processor has */
	void (*next)(struct split *s, const char *p, struct split_block *b);
	char delimiter;
	uint64_t inside;      /* it stood inside quotes */
	uint64_t may_open;    /* a quote may open behind it */
	uint64_t after_close; /* it was a quote that closed */
	uint64_t after_cr;    /* it was CR */
	uint64_t after_bare;  /* it was CR outside quotes: LF must follow */
};

/* Bit i is about byte i of the block. */
struct split_block {
	uint64_t separators; /* delimiters and LF outside quotes */
	uint64_t ends;       /* of these the LF: a record ends */
	uint64_t breaks;     /* LF, or the byte behind a CR without LF */

	/*
	 * Not well-formed: NUL; a quote that opens elsewhere than at the
	 * start of a cell; the byte behind a closing quote if the cell does
	 * not end there; the byte behind a bare CR outside quotes. Each lies
	 * in the record that it makes odd. What stands behind the first such
	 * bit means nothing.
	 */
	uint64_t odd;
};

/** Start at the first byte of a record. */
void split_start(struct split *s, char delimiter);

/* What classifies a block; all find the same. */
enum split_way {
	SPLIT_PORTABLE,
	SPLIT_SSE2,
	SPLIT_AVX2,
};

/** Start in one way, for tests; false: this processor has it not. */
bool split_start_by(struct split *s, char delimiter, enum split_way way);

/** Classify the SPLIT_BLOCK bytes at p and advance behind them. */
static inline void
split_next(struct split *s, const char *p, struct split_block *b)
{
	s->next(s, p, b);
}

#endif
