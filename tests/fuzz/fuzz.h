/*
 * fuzz.h - what the fuzzers share. Each defines LLVMFuzzerTestOneInput; built
 * with libFuzzer it is fed by that, in the ordinary test run by replay.c with
 * the files of tests/fuzz/corpus. See HACKING.md, "Fuzzing".
 */
#ifndef CLAMOR_FUZZ_H
#define CLAMOR_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/** Run one input; a broken promise aborts. Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What must hold, said and fatal when it does not. */
#define MUST(condition)                                                        \
	do {                                                                   \
		if (!(condition)) {                                            \
			(void)fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, \
				__LINE__, #condition);                         \
			abort();                                               \
		}                                                              \
	} while (0)

/*
 * Put bytes into a new file and return its path, for modules that read files;
 * fuzz_unlink takes it away again.
 */
static char fuzz_path[256];

static inline const char *
fuzz_file(const void *p, size_t size)
{
	const char *folder = getenv("TMPDIR");
	int fd;

	(void)snprintf(fuzz_path, sizeof(fuzz_path), "%s/clamor-fuzz.XXXXXX",
		folder != NULL ? folder : "/tmp");
	fd = mkstemp(fuzz_path);
	MUST(fd >= 0);
	MUST(write(fd, p, size) == (ssize_t)size);
	MUST(close(fd) == 0);
	return fuzz_path;
}

static inline void
fuzz_unlink(void)
{
	MUST(unlink(fuzz_path) == 0);
}

#endif
