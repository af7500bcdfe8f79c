/*
 * tally.h - exact, mergeable counts of labelled posts, by any columns and by
 * buckets of time.
 *
 * What counts. A post (row) whose direction is not "out" counts once, under
 * the first of these that holds:
 *
 *	spam          its kind is spam
 *	checkins      it is marked checkin, and is no complaint and not mixed:
 *	              a visit that is announced; a complaint made on the spot
 *	              stays a complaint
 *	incentivised  it is praise and marked incentivado: praise that was
 *	              paid for
 *	complaints praise mixed questions neutral      by its kind
 *
 * so that posts = the sum of these eight. A post whose kind is none of the six
 * cannot be counted; it is for the caller to reject.
 *
 * The columns of the result: those of --by in the order given, then
 *
 *	posts complaints praise mixed questions neutral spam checkins
 *	incentivised
 *	complaint_rate          complaints / (posts - spam); 4 decimals
 *	net_sentiment           100 (praise - complaints) / (posts - spam); 2
 *	net_sentiment_opinion   the same over praise + complaints
 *	score_mean              mean score of complaints, praise, mixed,
 *	                        questions and neutral posts that have one; 3
 *	net_sentiment_reach     net_sentiment with each post weighing 1, 2, 3
 *	                        or 4: below 1 000, 10 000, 100 000 followers,
 *	                        above; unknown weighs 1
 *	severity_1 severity_2 severity_3      posts of that severity
 *	intent_legal intent_abandono intent_recompra intent_recomienda
 *	intent_ayuda            posts with that intent
 *	authors                 distinct authors of the posts
 *	answered                posts answered; empty if nothing is known
 *	                        about any
 *	reply_minutes_median reply_minutes_p90      by nearest rank
 *	share                   (asked for) posts / posts of all rows of the
 *	                        result with the same time buckets
 *	complaint_rate_low complaint_rate_high      (asked for) Wilson, 95 %
 *
 * Decimals are rounded half away from zero; a division by zero is empty. Rows
 * are in the order of the bytes of the --by values. No number depends on the
 * order in which posts come.
 *
 * By a column that lists several values (codes, marks; separated by ;) a post
 * counts once in each, so these rows add up to more than the posts there are.
 *
 * Authors. An author is the pair of source and author as they stand (the same
 * name on two networks is two); without an author nobody is counted. Sets of
 * 64-bit hashes under a fixed key are kept, so that parts can be merged:
 * exact but for a collision, which among ten million authors of one row has a
 * chance of one in 370,000. The hashes do not hide who it is: names can be
 * tried out.
 *
 * Memory: about 350 bytes for each row of the result and its --by values, 11
 * to 22 (while growing 32) for each author of each row, 16 (32) for each
 * distinct reply time of each row; nothing for a post as such.
 *
 * A partial tally is CSV: the --by columns, the column "partial" (version and
 * settings, "1 tz=America/Lima unique"), sums, and the lists of authors (hex)
 * and of reply times (MINUTES*POSTS), sorted. Lists are cut into pieces of
 * 4096, one record each, the sums only in the first. So two partial tallies
 * are merged by adding their records, and a merge written as a partial tally
 * is the partial tally of the whole, byte for byte.
 */
#ifndef CLAMOR_TALLY_H
#define CLAMOR_TALLY_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "clock.h"
#include "csvout.h"
#include "sums.h"

/* enum tally_field, what is read of a post, stands in sums.h. */

struct tally; /* opaque */

enum tally_how {
	TALLY_BY_VALUE,
	TALLY_BY_LIST,   /* several values, separated by ; */
	TALLY_BY_BUCKET, /* hour, day, week, month of the date */
};

/* One column to count by. */
struct tally_by {
	const char *name; /* borrowed */
	enum tally_how how;
	enum bucket bucket; /* of TALLY_BY_BUCKET */
};

/** What a name of --by stands for. prefix is that of the verdict columns. */
struct tally_by tally_by_name(const char *name, const char *prefix);

/**
 * May these be counted by? Not if one stands twice or is called like a column
 * of the result.
 *
 * Returns CLAMOR_OK or CLAMOR_EINVAL.
 */
CLAMOR_NODISCARD enum rc tally_by_check(
	const struct tally_by *by, size_t nby, struct err *err);

/**
 * An empty tally; the caller frees it with tally_free.
 *
 * @by    nby columns, copied (the names are borrowed)
 * @zone  of the buckets, borrowed; may be NULL if no column is a bucket or if
 *        the tally is only merged into
 * @made  settings that must be alike to be merged ("tz=America/Lima"), written
 *        into partial tallies; NULL: taken from the first record merged
 */
struct tally *tally_new(const struct tally_by *by, size_t nby,
	const struct zone *zone, const char *made);
void tally_free(struct tally *t);

/**
 * Count a post.
 *
 * @by    the cells of the columns to count by; those of buckets are not read
 * @post  TALLY_FIELDS cells
 *
 * Returns CLAMOR_OK, also for a post of direction out, which is not counted;
 * CLAMOR_EINVAL when the kind is none, CLAMOR_ELIMIT when a list has more than
 * 64 values or the values to count by are longer than 64 KiB. err->text is the
 * reason to reject the record; then nothing was counted.
 */
CLAMOR_NODISCARD enum rc tally_add(struct tally *t, const struct text *by,
	const struct text *post, struct err *err);

/** Posts counted, posts of direction out, dates that could not be read (which
 * is tried only where there are buckets). */
struct tally_counts {
	uint64_t posts, out, bad_dates;
};

struct tally_counts tally_counts(const struct tally *t);

/**
 * How many of these columns of a partial tally are columns counted by.
 *
 * Returns CLAMOR_OK, or CLAMOR_EINVAL: this is no partial tally.
 */
CLAMOR_NODISCARD enum rc tally_partial_columns(
	char *const *names, size_t n, size_t *nby, struct err *err);

/**
 * Was this record of a partial tally made like those merged before? A tally
 * by day in Lima cannot be added to one by day in Madrid.
 *
 * @cells  as many as the partial tally has columns
 *
 * Returns CLAMOR_OK or CLAMOR_EINVAL, upon which nobody should go on.
 */
CLAMOR_NODISCARD enum rc tally_merge_check(
	struct tally *t, const struct text *cells, struct err *err);

/**
 * Add a record of a partial tally.
 *
 * Returns CLAMOR_OK; CLAMOR_EINVAL when a cell is not what a partial tally
 * has, CLAMOR_ELIMIT when a sum would pass 10^15. err->text is the reason to
 * reject the record; then nothing was added.
 */
CLAMOR_NODISCARD enum rc tally_merge(
	struct tally *t, const struct text *cells, struct err *err);

/* What to show. */
struct tally_view {
	bool partial; /* sums to be merged; the others must be false */
	bool share;
	bool interval;
};

/** Sort what was counted. Call after the last post, before writing. */
void tally_finish(struct tally *t);

/** How many rows the result has. */
size_t tally_rows(const struct tally *t);

/** Write the header, or row i of tally_rows (a partial row may take several
 * records). */
void tally_write_header(
	const struct tally *t, const struct tally_view *view, struct csvout *o);
void tally_write_row(const struct tally *t, size_t i,
	const struct tally_view *view, struct csvout *o);

#endif
