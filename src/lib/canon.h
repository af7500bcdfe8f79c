/*
 * canon.h - the canonical columns, and how their cells are written.
 *
 * The readers append to a buffer and may read what they do not understand as
 * nothing: they say so, and the caller counts.
 */
#ifndef CLAMOR_CANON_H
#define CLAMOR_CANON_H

#include <stdbool.h>

#include "buf.h"

/* In the order in which clamor-import writes them. */
enum canon {
	CANON_ID,
	CANON_DATE,
	CANON_SOURCE,
	CANON_BRAND,
	CANON_AUTHOR,
	CANON_FOLLOWERS,
	CANON_TEXT,
	CANON_RATING,
	CANON_LIKES,
	CANON_SHARES,
	CANON_REPLIES,
	CANON_REPLY_TO,
	CANON_THREAD,
	CANON_REPLY_TEXT,
	CANON_REPLY_DATE,
	CANON_DIRECTION,
	CANON_LANG,
	CANON_PLACE,
	CANON_URL,
	CANON_N, /* how many canonical columns there are */

	/* Further parts of an export that go into a canonical column. */
	CANON_TITLE = CANON_N, /* the author's own title, before text */
	CANON_LEAD,            /* what stands between them */
	CANON_TIME,            /* the time of day, where date has none */
	CANON_PARTS,
};

/** The name of a column or part: "id" … "url", "title", "lead", "time". */
const char *canon_name(enum canon c);

/** The column or part of that name; CANON_PARTS if there is none. */
enum canon canon_by_name(struct text name);

/**
 * Append text on one line: each run of CR, LF, VT, FF, NEL, U+2028 and U+2029
 * with the blanks around it becomes one space.
 *
 * @t         valid UTF-8
 * @sentence  the run becomes ". " where text stands before it without one of
 *            .!?…,:; at its end, and text follows
 */
void canon_one_line(struct buf *out, struct text t, bool sentence);

/**
 * Append a rating: "4" for "4", "4.0", "4/5", "4 estrellas", "★★★★☆" and
 * "FOUR"; "4.5" for "4,5". Empty and "-" append nothing.
 *
 * Returns false, nothing appended, for anything else and outside of 1 to 5.
 */
bool canon_rating(struct buf *out, struct text t);

/**
 * Append a count in plain digits: "1234" for "1.234", "1,234", "1 234",
 * "1234.0"; "12300" for "12,3 mil" and "12.3K"; "1234.5" for "1.234,5" (an
 * engagement may well be half a point).
 *
 * Returns false, nothing appended, for what is no count.
 */
bool canon_count(struct buf *out, struct text t);

/** "in" or "out" for what exports write of it, or NULL. */
const char *canon_direction(struct text t);

/** The canonical name of a source ("x" for "Twitter"), or NULL. */
const char *canon_source(struct text t);

#endif
