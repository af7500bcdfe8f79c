/*
 * oddcsv.h - the records that are not well-formed, or too large to look at
 * again and again: libcsv decides (slowcsv.h), and what is over the limit is
 * skipped. Internal to record.c.
 *
 * A decision that needs more bytes is resumed by the next call; until it is
 * made, only input may be added, behind what there is.
 */
#ifndef CLAMOR_ODDCSV_H
#define CLAMOR_ODDCSV_H

#include "reader.h"

/* What there is at pos. */
enum odd_answer {
	ODD_MORE,         /* cannot say before more bytes are read */
	ODD_RECORD,       /* a record, within the limit */
	ODD_UNTERMINATED, /* a quote that does not close */
	ODD_LONG,         /* a record over the limit */
};

/**
 * Ask libcsv about the record at pos; nothing is taken.
 *
 * @rec  where it and its cells end, for ODD_RECORD; the quote that is open,
 *       for ODD_UNTERMINATED
 */
enum odd_answer oddcsv_ask(struct record_reader *r, struct slow_record *rec);

/** Pass the record at pos, which has used bytes with its line end. */
void oddcsv_pass(struct record_reader *r, size_t used);

/** Take the record at pos, as oddcsv_ask described it, into the batch. */
void oddcsv_take(struct record_reader *r, const struct slow_record *rec);

/**
 * Ask about the record at pos and do what the answer calls for: take it,
 * reject its first line, or begin to skip it. False when more bytes are
 * needed.
 */
bool oddcsv_decide(struct record_reader *r);

/** Go on skipping; true when the record is over and was rejected. */
bool oddcsv_skip(struct record_reader *r);

#endif
