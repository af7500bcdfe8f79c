/*
 * used.c - run a command and tell what it used. time(1) counts hundredths of a
 * second, and wc reads the bench's posts in two of them.
 *
 * usage: used FILE COMMAND [ARGUMENT]...
 *
 * Writes one line to FILE: seconds of CPU (user and system), seconds by the
 * clock, KiB of memory at the peak. Ends as the command does.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double
now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int
main(int argc, char **argv)
{
	struct rusage used;
	double start = now();
	int status;
	FILE *out;
	pid_t pid;

	if (argc < 3)
		return 2;
	pid = fork();
	if (pid == 0) {
		(void)execvp(argv[2], argv + 2);
		perror(argv[2]);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &status, 0, &used) != pid) {
		perror("used");
		return 2;
	}
	out = fopen(argv[1], "w");
	if (out == NULL ||
		fprintf(out, "%.6f %.6f %ld\n",
			seconds(used.ru_utime) + seconds(used.ru_stime),
			now() - start, used.ru_maxrss) < 0 ||
		fclose(out) != 0) {
		perror(argv[1]);
		return 2;
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}
