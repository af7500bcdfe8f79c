/*
 * split.h - where the cells and records of well-formed CSV end. Internal to
 * goodcsv.c.
 *
 * 64 bytes are looked at at once, each is one bit of a 64-bit mask; which bytes
 * stand inside quotes is the running parity of the quotes. That is right only
 * while quotes stand where RFC 4180 has them, so whatever breaks that rule is
 * flagged: in what is not flagged, libcsv finds the same records and cells.
 */
#ifndef CLAMOR_SPLIT_H
#define CLAMOR_SPLIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "places.h"

#define SPLIT_BLOCK 64         /* bytes of a mask */
#define SPLIT_STEP 1024        /* bytes of a call, at most; whole blocks */
#define SPLIT_ROOM PLACES_ROOM /* ends that may be written behind the last */

/* A record that ends. */
struct split_record {
	uint32_t nends;  /* ends up to its own, that one among them */
	uint32_t breaks; /* line ends up to its own, likewise */
	bool doubled;    /* some of its quotes may be */
};

/* What a step finds. */
struct split_step {
	struct split_found {
		uint32_t nends, nrecords;
		uint32_t breaks; /* LF, and CR without LF */
	} found;
	struct split_record records[SPLIT_STEP];
};

/* What must be remembered from one block to the next; each is 0 or 1 about
 * the last byte, but inside, which is 0 or all ones. */
struct split_state {
	uint64_t inside;      /* it stood inside quotes */
	uint64_t may_open;    /* a quote may open behind it */
	uint64_t after_close; /* it was a quote that closed */
	uint64_t after_cr;    /* it was CR */
	uint64_t after_bare;  /* it was CR outside quotes: LF must follow */
	uint64_t doubled;     /* not 0: a quote of the record may be */
};

struct split {
	/* the fastest that this processor has */
	size_t (*step)(struct split *s, const char *p, size_t n, uint32_t at,
		uint32_t *ends, struct split_step *step);
	char delimiter;
	struct split_state state;
};

/** Start at the first byte of a record. */
void split_start(struct split *s, char delimiter);

/** Start in one way, for tests; false: this processor has it not. */
bool split_start_by(struct split *s, char delimiter, enum simd_way way);

/**
 * Look at n bytes, SPLIT_STEP at most, and advance behind them; before the
 * last step of the input only whole blocks.
 *
 * @at    what the first of them counts as, in ends
 * @ends  where the cells end: delimiters and LF outside quotes; room for n
 *        and SPLIT_ROOM
 *
 * Returns how many of them are well-formed, n if all. These bytes are not: NUL;
 * a quote that opens elsewhere than at the start of a cell; the byte behind a
 * closing quote if the cell does not end there; the byte behind a bare CR
 * outside quotes. Each lies in the record that it makes odd, and nothing
 * further can be asked.
 */
static inline size_t
split_next(struct split *s, const char *p, size_t n, uint32_t at,
	uint32_t *ends, struct split_step *step)
{
	return s->step(s, p, n, at, ends, step);
}

#endif
