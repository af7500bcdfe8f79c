/*
 * csvout.h - CSV records out: minimal quoting, or the dress that Excel wants.
 *
 * A cell is quoted when it holds the delimiter, a quote, CR or LF, or leads
 * or ends with a blank. In Excel's dress the file starts with a BOM, lines
 * end in CR LF, a text cell that a spreadsheet would run (first character
 * = + - @ TAB CR, their full-width forms, also after blanks or quotes; OWASP
 * "CSV Injection") gets ' in front, and a number of more than 15 digits is
 * written ="…" so that ids stay text.
 */
#ifndef CLAMOR_CSVOUT_H
#define CLAMOR_CSVOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

struct csvout {
	struct buf *buf; /* where it writes; the caller flushes and clears */
	char delimiter;  /* 0: comma */
	bool excel;
	bool started; /* inside a record: the next cell needs a delimiter */
	bool begun;   /* something was written: no BOM any more */
};

/** The next cell of the record, quoted as needed. */
void csvout_text(struct csvout *o, struct text t);
void csvout_str(struct csvout *o, const char *s);

/** The next cell in quotes, needed or not; never excel's '. */
void csvout_quoted(struct csvout *o, struct text t);

/**
 * The next cell is the cell of a well-formed record of CSV; it keeps its
 * quotes where it needs them. Never excel's '.
 *
 * @inside     its quotes, if it is quoted
 * @delimiter  of the record; in one of ours a cell without quotes needs none
 */
void csvout_cell(
	struct csvout *o, struct text inside, bool quoted, char delimiter);

/**
 * As csvout_text for a cell of ASCII and Latin-1 (latin.h), which is what most
 * cells are: nothing in it must be repaired, made one line or brought to NFC.
 *
 * Returns false, nothing written, for any other cell, and in Excel's dress for
 * all.
 */
bool csvout_plain(struct csvout *o, struct text t);
void csvout_int(struct csvout *o, int64_t v);

/** A number in thousandths as 3 decimals: -1235 is "-1.235"; never excel's '.
 */
void csvout_milli(struct csvout *o, int64_t thousandths);

/** A cell that needs no quotes and that the caller appends to buf. */
void csvout_open(struct csvout *o);

/** Bytes that are a valid CSV piece already (whole raw record or cells). */
void csvout_raw(struct csvout *o, struct text t);

/** The same for few bytes, as a rule; CSVOUT_SHORT can be read at t.p, whatever
 * its length. */
#define CSVOUT_SHORT 64
void csvout_short(struct csvout *o, struct text t);

/** End the record. */
void csvout_end(struct csvout *o);

#endif
