/* jobs.c - blocks of records through one worker or several, in order. */
#include "config.h"

#include <pthread.h>
#include <stdlib.h>

#include "jobs.h"
#include "xalloc.h"

/* One is worked on while another is done and waits for those before it. */
#define BLOCKS_PER_JOB 2

void
job_stopped(struct job *job, struct text term)
{
	job->sums.limits++;
	job->sums.limited = term;
}

static void
add_sums(struct job_sums *to, const struct job_sums *more)
{
	to->rows += more->rows;
	to->limits += more->limits;
	if (more->limits > 0)
		to->limited = more->limited;
}

/* One thread. */

static struct job_sums
run_alone(const struct jobs *jobs, struct intake *in, struct sink *out)
{
	void *worker = jobs->open(jobs->self);
	struct buf buf = { 0 };
	struct job job = { .out = &buf };

	while (intake_next(in, &job.batch)) {
		jobs->work(worker, &job);
		job.before += job.batch.nrows;
		cli_flush(out, &buf);
	}
	jobs->close(worker);
	buf_free(&buf);
	return job.sums;
}

/* Several threads. */

enum block_state {
	BLOCK_FREE,
	BLOCK_TAKEN, /* read and worked on by a thread */
	BLOCK_DONE,  /* to be written when those before it are */
};

/* A job and the memory that its records are in. */
struct block {
	enum block_state state;
	struct job job;
	struct batch_memory memory;
	struct buf out;
};

/* A ring of blocks. Block number i of the input is at i modulo nblocks. */
struct ring {
	const struct jobs *jobs;
	struct intake *in;
	struct sink *out;
	struct block *blocks;
	size_t nblocks;

	pthread_mutex_t reading; /* who reads holds it; of these: */
	uint64_t nread, before;  /* blocks and records, so far */
	bool ended;

	pthread_mutex_t lock; /* of the states and these: */
	pthread_cond_t freed; /* a block that who reads waits for */
	uint64_t nwritten;
	bool writing;         /* a thread does, and will look again */
	struct job_sums sums; /* who writes adds to them */
};

static struct block *
block_at(struct ring *r, uint64_t number)
{
	return &r->blocks[number % r->nblocks];
}

/* Take a block, once it is free. */
static void
take_block(struct ring *r, struct block *b)
{
	(void)pthread_mutex_lock(&r->lock);
	while (b->state != BLOCK_FREE)
		(void)pthread_cond_wait(&r->freed, &r->lock);
	b->state = BLOCK_TAKEN;
	(void)pthread_mutex_unlock(&r->lock);
}

/* Read the next block; NULL when there are no more. */
static struct block *
read_block(struct ring *r)
{
	struct block *b = NULL;

	(void)pthread_mutex_lock(&r->reading);
	if (!r->ended) {
		b = block_at(r, r->nread);
		take_block(r, b);
		r->ended = !intake_next(r->in, &b->job.batch);
	}
	if (r->ended) {
		b = NULL;
	} else {
		intake_take(r->in, &b->job.batch, &b->memory);
		b->job.before = r->before;
		r->before += b->job.batch.nrows;
		r->nread++;
	}
	(void)pthread_mutex_unlock(&r->reading);
	return b;
}

/*
 * A block is done: write it and those done behind it, if it is its turn and no
 * other thread is writing. Otherwise the thread that its turn waits for does.
 */
static void
write_done(struct ring *r, struct block *b)
{
	(void)pthread_mutex_lock(&r->lock);
	b->state = BLOCK_DONE;
	while (!r->writing && block_at(r, r->nwritten)->state == BLOCK_DONE) {
		b = block_at(r, r->nwritten);
		r->writing = true;
		(void)pthread_mutex_unlock(&r->lock);
		add_sums(&r->sums, &b->job.sums);
		cli_flush(r->out, &b->out);
		(void)pthread_mutex_lock(&r->lock);
		r->writing = false;
		b->state = BLOCK_FREE;
		r->nwritten++;
		(void)pthread_cond_signal(&r->freed);
	}
	(void)pthread_mutex_unlock(&r->lock);
}

/* What each thread does. */
static void *
run_blocks(void *arg)
{
	struct ring *r = arg;
	void *worker = r->jobs->open(r->jobs->self);
	struct block *b;

	while ((b = read_block(r)) != NULL) {
		b->job.out = &b->out;
		b->job.sums = (struct job_sums){ 0 };
		r->jobs->work(worker, &b->job);
		write_done(r, b);
	}
	r->jobs->close(worker);
	return NULL;
}

static void
ring_open(struct ring *r, const struct jobs *jobs, struct intake *in,
	struct sink *out)
{
	*r = (struct ring){ .jobs = jobs,
		.in = in,
		.out = out,
		.nblocks = (size_t)jobs->n * BLOCKS_PER_JOB };
	r->blocks = xcalloc(r->nblocks, sizeof(*r->blocks));
	(void)pthread_mutex_init(&r->reading, NULL);
	(void)pthread_mutex_init(&r->lock, NULL);
	(void)pthread_cond_init(&r->freed, NULL);
}

static void
ring_close(struct ring *r)
{
	size_t i;

	for (i = 0; i < r->nblocks; i++) {
		batch_memory_free(&r->blocks[i].memory);
		buf_free(&r->blocks[i].out);
	}
	free(r->blocks);
	(void)pthread_mutex_destroy(&r->reading);
	(void)pthread_mutex_destroy(&r->lock);
	(void)pthread_cond_destroy(&r->freed);
}

struct job_sums
jobs_run(const struct jobs *jobs, struct intake *in, struct sink *out)
{
	pthread_t *threads;
	struct ring ring;
	unsigned n = 0;

	if (jobs->n <= 1)
		return run_alone(jobs, in, out);
	threads = xcalloc(jobs->n, sizeof(*threads));
	ring_open(&ring, jobs, in, out);
	while (n + 1 < jobs->n &&
		pthread_create(&threads[n], NULL, run_blocks, &ring) == 0)
		n++;
	(void)run_blocks(&ring);
	while (n > 0)
		(void)pthread_join(threads[--n], NULL);
	ring_close(&ring);
	free(threads);
	return ring.sums;
}
