/*
 * jobs.h - the loop of a filter that works post by post: blocks of records in,
 * bytes out, in the order of the input, by one thread or by several.
 *
 * Each thread reads a block, works on it and writes it, with the processor that
 * has it in its cache; the caller's is one of them. One reads at a time, and
 * one writes: when it is a block's turn, whoever is there. So come the same
 * bytes, messages and status as with one thread.
 *
 * Who owns what: the intake is used by who reads, the sink by who writes. A
 * worker belongs to the thread that opened it; what it finds through self it
 * may only read (a finished lexicon is shared so). At most two jobs per worker
 * exist, so memory does not grow with the input.
 */
#ifndef CLAMOR_JOBS_H
#define CLAMOR_JOBS_H

#include "intake.h"

/* What the work came to, added up in the order of the input. */
struct job_sums {
	uint64_t rows;       /* records written, for --stats */
	uint64_t limits;     /* posts in which an expression was stopped */
	struct text limited; /* the last of them; outlives the worker */
};

/* One block. */
struct job {
	struct batch batch;   /* its records, all ROW_DATA; borrowed */
	uint64_t before;      /* records of the input before it */
	struct buf *out;      /* work appends to it */
	struct job_sums sums; /* work adds to them */
};

struct jobs {
	unsigned n; /* threads that work, 1.. */

	/* A worker: what one thread needs for itself. */
	void *(*open)(void *self);
	/* Nothing may be kept from one job to the next but memory. */
	void (*work)(void *worker, struct job *job);
	void (*close)(void *worker);
	void *self;
};

/**
 * Work on everything that an intake has, and write it.
 *
 * Where the system gives no threads, fewer do the work. Returns the sums; ends
 * the program if the output fails.
 */
struct job_sums jobs_run(
	const struct jobs *jobs, struct intake *in, struct sink *out);

/** An expression was stopped at its limit in a post; term: which one. */
void job_stopped(struct job *job, struct text term);

#endif
