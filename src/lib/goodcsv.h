/*
 * goodcsv.h - take well-formed records off the input, as fast as it can be
 * done. Internal to record.c.
 */
#ifndef CLAMOR_GOODCSV_H
#define CLAMOR_GOODCSV_H

#include "reader.h"

/**
 * Take well-formed records from pos on, up to about stop or READER_ROWS of
 * them, and leave pos at the first that is not one, not complete, or over the
 * limit.
 *
 * Returns whether something was in the way: false if the bytes are just over.
 */
bool goodcsv_take(struct record_reader *r, size_t stop);

#endif
