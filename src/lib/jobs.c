/* jobs.c - blocks of records through one worker or several, in order. */
#include "config.h"

#include <pthread.h>
#include <stdlib.h>

#include "jobs.h"
#include "xalloc.h"

/* One is worked on while the next is read or the last is written. */
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

/* Blocks: jobs and the memory that their records are in. */

enum block_state {
	BLOCK_FREE, /* the reader's, or nobody's */
	BLOCK_READ, /* waits for a worker, or is worked on */
	BLOCK_DONE, /* waits for the writer, or is written */
};

struct block {
	enum block_state state;
	struct job job;
	struct batch_memory memory;
	struct buf out;
};

static void
block_free(struct block *b)
{
	batch_memory_free(&b->memory);
	buf_free(&b->out);
}

/* A ring of blocks. Block number i of the input is at i modulo nblocks. */
struct ring {
	const struct jobs *jobs;
	struct intake *in;
	struct block *blocks;
	size_t nblocks;

	pthread_mutex_t lock; /* of all below, and of the states */
	pthread_cond_t freed, read, done;
	uint64_t nread, ntaken, nwritten; /* blocks, so far */
	bool ended;                       /* nothing more will be read */
};

static struct block *
block_at(struct ring *r, uint64_t number)
{
	return &r->blocks[number % r->nblocks];
}

static void
set_state(struct ring *r, struct block *b, enum block_state state,
	uint64_t *count, pthread_cond_t *cond)
{
	(void)pthread_mutex_lock(&r->lock);
	b->state = state;
	if (count != NULL)
		++*count;
	(void)pthread_cond_signal(cond);
	(void)pthread_mutex_unlock(&r->lock);
}

static void
end_ring(struct ring *r)
{
	(void)pthread_mutex_lock(&r->lock);
	r->ended = true;
	(void)pthread_cond_broadcast(&r->read);
	(void)pthread_cond_signal(&r->done);
	(void)pthread_mutex_unlock(&r->lock);
}

/* The thread that reads. */
static void *
read_blocks(void *arg)
{
	struct ring *r = arg;
	uint64_t number = 0, before = 0;

	for (;; number++) {
		struct block *b = block_at(r, number);

		(void)pthread_mutex_lock(&r->lock);
		while (b->state != BLOCK_FREE)
			(void)pthread_cond_wait(&r->freed, &r->lock);
		(void)pthread_mutex_unlock(&r->lock);
		if (!intake_next(r->in, &b->job.batch))
			break;
		intake_take(r->in, &b->job.batch, &b->memory);
		b->job.before = before;
		before += b->job.batch.nrows;
		set_state(r, b, BLOCK_READ, &r->nread, &r->read);
	}
	end_ring(r);
	return NULL;
}

/* The next block to work on; NULL when there are no more. */
static struct block *
take_block(struct ring *r)
{
	struct block *b = NULL;

	(void)pthread_mutex_lock(&r->lock);
	while (r->ntaken == r->nread && !r->ended)
		(void)pthread_cond_wait(&r->read, &r->lock);
	if (r->ntaken < r->nread)
		b = block_at(r, r->ntaken++);
	(void)pthread_mutex_unlock(&r->lock);
	return b;
}

/* A thread that works. */
static void *
work_blocks(void *arg)
{
	struct ring *r = arg;
	void *worker = r->jobs->open(r->jobs->self);
	struct block *b;

	while ((b = take_block(r)) != NULL) {
		b->job.out = &b->out;
		b->job.sums = (struct job_sums){ 0 };
		r->jobs->work(worker, &b->job);
		set_state(r, b, BLOCK_DONE, NULL, &r->done);
	}
	r->jobs->close(worker);
	return NULL;
}

/* The next block to write; NULL when there are no more. */
static struct block *
wait_for_done(struct ring *r)
{
	struct block *b = block_at(r, r->nwritten);

	(void)pthread_mutex_lock(&r->lock);
	while (b->state != BLOCK_DONE && !(r->ended && r->nwritten == r->nread))
		(void)pthread_cond_wait(&r->done, &r->lock);
	if (b->state != BLOCK_DONE)
		b = NULL;
	(void)pthread_mutex_unlock(&r->lock);
	return b;
}

/* The caller's thread. */
static struct job_sums
write_blocks(struct ring *r, struct sink *out)
{
	struct job_sums sums = { 0 };
	struct block *b;

	while ((b = wait_for_done(r)) != NULL) {
		add_sums(&sums, &b->job.sums);
		cli_flush(out, &b->out);
		set_state(r, b, BLOCK_FREE, &r->nwritten, &r->freed);
	}
	return sums;
}

static struct ring
ring_open(const struct jobs *jobs, struct intake *in)
{
	struct ring r = { .jobs = jobs,
		.in = in,
		.nblocks = (size_t)jobs->n * BLOCKS_PER_JOB };

	r.blocks = xcalloc(r.nblocks, sizeof(*r.blocks));
	return r;
}

static void
ring_free(struct ring *r)
{
	size_t i;

	for (i = 0; i < r->nblocks; i++)
		block_free(&r->blocks[i]);
	free(r->blocks);
}

/* Several threads; false: the system gave none, and nothing was read. */
static bool
run_together(struct ring *r, struct sink *out, struct job_sums *sums)
{
	pthread_t *threads = xcalloc(r->jobs->n + 1u, sizeof(*threads));
	unsigned n = 0;
	bool reads;

	(void)pthread_mutex_init(&r->lock, NULL);
	(void)pthread_cond_init(&r->freed, NULL);
	(void)pthread_cond_init(&r->read, NULL);
	(void)pthread_cond_init(&r->done, NULL);
	while (n < r->jobs->n &&
		pthread_create(&threads[n], NULL, work_blocks, r) == 0)
		n++;
	reads = n > 0 && pthread_create(&threads[n], NULL, read_blocks, r) == 0;
	if (reads) {
		n++;
		*sums = write_blocks(r, out);
	} else {
		end_ring(r);
	}
	while (n > 0)
		(void)pthread_join(threads[--n], NULL);
	(void)pthread_cond_destroy(&r->done);
	(void)pthread_cond_destroy(&r->read);
	(void)pthread_cond_destroy(&r->freed);
	(void)pthread_mutex_destroy(&r->lock);
	free(threads);
	return reads;
}

struct job_sums
jobs_run(const struct jobs *jobs, struct intake *in, struct sink *out)
{
	struct job_sums sums;
	struct ring ring;
	bool done;

	if (jobs->n <= 1)
		return run_alone(jobs, in, out);
	ring = ring_open(jobs, in);
	done = run_together(&ring, out, &sums);
	ring_free(&ring);
	return done ? sums : run_alone(jobs, in, out);
}
