/* goodcsv.c - well-formed records (split.h). */
#include "config.h"

#include "goodcsv.h"
#include "split.h"

/* The record that goodcsv_take() is in. */
struct progress {
	size_t first;    /* of r->ends, its first */
	uint64_t breaks; /* line ends seen since its start */
};

/* A record ends with the LF at r->ends[last]; false if it is over the limit. */
static bool
good_record(
	struct record_reader *r, struct progress *g, size_t last, bool doubled)
{
	size_t start = r->pos, end = r->ends[last], len = end - start;
	struct row *row;

	if (len > 0 && r->in.p[end - 1] == '\r')
		len--;
	if (len > r->limit)
		return false;
	row = reader_add_record(r, start, len, g->first, last + 1 - g->first,
		r->line + g->breaks - 1);
	if (row != NULL)
		row->single = !doubled;
	r->line += g->breaks;
	r->pos = end + 1;
	g->first = last + 1;
	return true;
}

/* Take the records that end in a step; false stops at the one at pos. */
static bool
good_step(struct record_reader *r, struct progress *g,
	const struct split_step *step)
{
	size_t before = r->nends, i;
	uint64_t breaks = 0; /* of the step, taken so far */

	r->nends += step->found.nends;
	for (i = 0; i < step->found.nrecords; i++) {
		struct split_record record = step->records[i];

		g->breaks += record.breaks - breaks;
		if (!good_record(
			    r, g, before + record.nends - 1, record.doubled))
			return false;
		g->breaks = 0;
		breaks = record.breaks;
	}
	g->breaks += step->found.breaks - breaks;
	return true;
}

bool
goodcsv_take(struct record_reader *r, size_t stop)
{
	struct progress g = { r->nends, 0 };
	struct split_step step;
	struct split s;
	size_t at = r->pos, n, sound;
	bool go = true;

	split_start(&s, r->delimiter);
	for (; go && at < r->in.len && r->pos < stop && r->nrows < READER_ROWS;
		at += n) {
		n = r->in.len - at < SPLIT_STEP ? r->in.len - at : SPLIT_STEP;
		reader_reserve_ends(r, n + SPLIT_ROOM);
		sound = split_next(&s, r->in.p + at, n, (uint32_t)at,
			r->ends + r->nends, &step);
		go = good_step(r, &g, &step) && sound == n;
	}
	r->nends = g.first; /* without those of the record that is not whole */
	return !go;
}
