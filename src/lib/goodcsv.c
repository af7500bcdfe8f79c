/* goodcsv.c - well-formed records, 64 bytes at a time (split.h). */
#include "config.h"

#include "goodcsv.h"
#include "split.h"

/* Where goodcsv_take() is. */
struct progress {
	size_t start;    /* of the record */
	size_t cell;     /* of the cell, start */
	size_t first;    /* index of the record's first cell */
	uint64_t breaks; /* line ends seen since the record's start */
};

/* The next block, padded at the end of the input; *valid has its bytes. */
static const char *
next_block(const struct record_reader *r, size_t at, char *pad, uint64_t *valid)
{
	size_t left = r->in.len - at;

	*valid = ~(uint64_t)0;
	if (left >= SPLIT_BLOCK)
		return r->in.p + at;
	*valid = ((uint64_t)1 << left) - 1;
	memset(pad, ' ', SPLIT_BLOCK);
	memcpy(pad, r->in.p + at, left);
	return pad;
}

/* A record ends before the LF at end; false if it is over the limit. */
static bool
good_record(struct record_reader *r, struct progress *g, size_t end)
{
	size_t len = end - g->start;

	if (len > 0 && r->in.p[end - 1] == '\r')
		len--;
	if (len > r->limit)
		return false;
	r->cells[r->ncells++] =
		reader_cell(r->in.p + g->cell, r->in.p + g->start + len);
	reader_add_record(r, g->start, len, g->first, r->line + g->breaks - 1);
	r->line += g->breaks;
	r->pos = g->start = g->cell = end + 1;
	g->first = r->ncells;
	g->breaks = 0;
	return true;
}

static unsigned
lowest_bit(uint64_t x)
{
	return (unsigned)__builtin_ctzll(x);
}

/* Few bits: a call for popcount would take longer than they do. */
static inline uint64_t
count_bits(uint64_t x)
{
	uint64_t n = 0;

	for (; x != 0; x &= x - 1)
		n++;
	return n;
}

/* The cells that end at these delimiters of a block. */
static inline void
add_cells(struct record_reader *r, struct progress *g, size_t at,
	uint64_t delimiters)
{
	const char *block = r->in.p + at, *start = r->in.p + g->cell;
	struct cell *c = r->cells + r->ncells;

	for (; delimiters != 0; delimiters &= delimiters - 1) {
		const char *end = block + lowest_bit(delimiters);

		*c++ = reader_cell(start, end);
		start = end + 1;
	}
	r->ncells = (size_t)(c - r->cells);
	g->cell = (size_t)(start - r->in.p);
}

/* Take the records that end in one block; false stops at the one at pos. */
static bool
good_block(struct record_reader *r, struct progress *g, size_t at,
	const struct split_block *b, uint64_t sound)
{
	uint64_t delimiters = b->separators & ~b->ends & sound;
	uint64_t ends = b->ends & sound, breaks = b->breaks & sound;

	reader_reserve_cells(r, SPLIT_BLOCK);
	for (; ends != 0; ends &= ends - 1) {
		uint64_t upto = ends ^ (ends - 1); /* through the end */

		add_cells(r, g, at, delimiters & upto);
		g->breaks += count_bits(breaks & upto);
		delimiters &= ~upto;
		breaks &= ~upto;
		if (!good_record(r, g, at + lowest_bit(ends)))
			return false;
	}
	add_cells(r, g, at, delimiters);
	g->breaks += count_bits(breaks);
	return true;
}

bool
goodcsv_take(struct record_reader *r, size_t stop)
{
	struct progress g = { r->pos, r->pos, r->ncells, 0 };
	struct split s;
	bool go = true;
	size_t at;

	split_start(&s, r->delimiter);
	for (at = r->pos; go && at < r->in.len && r->pos < stop;
		at += SPLIT_BLOCK) {
		struct split_block b;
		char pad[SPLIT_BLOCK];
		uint64_t sound;
		const char *p = next_block(r, at, pad, &sound);

		split_next(&s, p, &b);
		b.odd &= sound;
		if (b.odd != 0)
			sound &= (b.odd & -b.odd) - 1;
		go = good_block(r, &g, at, &b, sound) && b.odd == 0;
	}
	r->ncells = g.first; /* those of the record that is not complete */
	return !go;
}
