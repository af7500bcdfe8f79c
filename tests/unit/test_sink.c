/* test_sink.c - bytes out. */
#include "config.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sink.h"

static char folder[32];

static void
enter_folder(void)
{
	strcpy(folder, "/tmp/clamor-test-XXXXXX");
	cr_assert_not_null(mkdtemp(folder));
	cr_assert_eq(chdir(folder), 0);
}

static void
leave_folder(void)
{
	DIR *d = opendir(".");
	struct dirent *e;

	while (d != NULL && (e = readdir(d)) != NULL)
		(void)unlink(e->d_name);
	(void)closedir(d);
	(void)rmdir(folder);
}

TestSuite(sink, .init = enter_folder, .fini = leave_folder);

/* Files in the folder; hidden ones too. */
static int
count_files(void)
{
	DIR *d = opendir(".");
	struct dirent *e;
	int n = 0;

	while ((e = readdir(d)) != NULL)
		n += strcmp(e->d_name, ".") != 0 &&
			strcmp(e->d_name, "..") != 0;
	(void)closedir(d);
	return n;
}

static void
expect_file(const char *path, const char *want)
{
	char got[64] = "";
	int fd = open(path, O_RDONLY);
	ssize_t n;

	cr_assert_geq(fd, 0, "%s", path);
	n = read(fd, got, sizeof(got) - 1);
	close(fd);
	cr_expect_eq(n, (ssize_t)strlen(want));
	cr_expect_str_eq(got, want);
}

static void
put(const char *path, const char *text)
{
	struct err err = { 0 };
	struct sink *s;

	cr_assert_eq(sink_open(&s, path, &err), CLAMOR_OK, "%s", err.text);
	cr_expect_eq(sink_write(s, text, strlen(text)), CLAMOR_OK);
	cr_expect_eq(sink_close(s, &err), CLAMOR_OK, "%s", err.text);
}

Test(sink, file_is_renamed_when_complete)
{
	struct err err = { 0 };
	struct sink *s;

	put("out", "old\n");
	cr_assert_eq(sink_open(&s, "out", &err), CLAMOR_OK);
	cr_expect_eq(sink_write(s, "new\n", 4), CLAMOR_OK);
	cr_expect_eq(sink_flush(s), CLAMOR_OK);
	expect_file("out", "old\n");
	cr_expect_eq(count_files(), 2);
	cr_expect_eq(sink_close(s, &err), CLAMOR_OK);
	expect_file("out", "new\n");
	cr_expect_eq(count_files(), 1);
}

Test(sink, mode_follows_umask_or_the_old_file)
{
	struct stat st;

	(void)umask(027);
	put("fresh", "a");
	cr_assert_eq(stat("fresh", &st), 0);
	cr_expect_eq(st.st_mode & 0777, 0640);
	cr_assert_eq(chmod("fresh", 0604), 0);
	put("fresh", "b");
	cr_assert_eq(stat("fresh", &st), 0);
	cr_expect_eq(st.st_mode & 0777, 0604);
}

Test(sink, a_link_stays)
{
	struct stat st;

	put("real", "a");
	cr_assert_eq(symlink("real", "link"), 0);
	put("link", "b");
	cr_assert_eq(lstat("link", &st), 0);
	cr_expect(S_ISLNK(st.st_mode));
	expect_file("real", "b");
}

Test(sink, no_such_folder)
{
	struct err err = { 0 };
	struct sink *s;

	cr_expect_eq(sink_open(&s, "none/out", &err), CLAMOR_EIO);
	cr_expect_str_eq(err.file, "none/out");
	cr_expect_str_eq(err.text, "No such file or directory");
}

Test(sink, full_disk)
{
	struct err err = { 0 };
	struct sink *s;

	cr_assert_eq(sink_open(&s, "/dev/full", &err), CLAMOR_OK);
	cr_expect_eq(sink_write(s, "a", 1), CLAMOR_OK);
	cr_expect_eq(sink_flush(s), CLAMOR_EIO);
	cr_expect_eq(sink_write(s, "a", 1), CLAMOR_EIO);
	cr_expect_eq(sink_close(s, &err), CLAMOR_EIO);
	cr_expect_str_eq(err.file, "/dev/full");
	cr_expect_str_eq(err.text, "No space left on device");
}

Test(sink, full_disk_seen_at_close)
{
	struct err err = { 0 };
	struct sink *s;

	cr_assert_eq(sink_open(&s, "/dev/full", &err), CLAMOR_OK);
	cr_expect_eq(sink_write(s, "a", 1), CLAMOR_OK);
	cr_expect_eq(sink_close(s, &err), CLAMOR_EIO);
}

Test(sink, closed_pipe_where_the_signal_is_ignored)
{
	struct err err = { 0 };
	struct sink *s;
	int fd[2];

	(void)signal(SIGPIPE, SIG_IGN);
	cr_assert_eq(pipe(fd), 0);
	cr_assert_eq(dup2(fd[1], STDOUT_FILENO), STDOUT_FILENO);
	close(fd[0]);
	cr_assert_eq(sink_open(&s, NULL, &err), CLAMOR_OK);
	cr_expect_not(sink_is_terminal(s));
	cr_expect_eq(sink_write(s, "a", 1), CLAMOR_OK);
	cr_expect_eq(sink_close(s, &err), CLAMOR_EIO);
	cr_expect_str_eq(err.file, "(standard output)");
	cr_expect_str_eq(err.text, "Broken pipe");
}

Test(sink, large_and_small_writes_keep_their_order)
{
	static char block[100000];
	struct err err = { 0 };
	struct sink *s;
	struct stat st;
	int i;

	memset(block, 'b', sizeof(block));
	cr_assert_eq(sink_open(&s, "out", &err), CLAMOR_OK);
	for (i = 0; i < 3; i++) {
		cr_expect_eq(sink_write(s, "a", 1), CLAMOR_OK);
		cr_expect_eq(sink_write(s, block, sizeof(block)), CLAMOR_OK);
	}
	cr_expect_eq(sink_close(s, &err), CLAMOR_OK);
	cr_assert_eq(stat("out", &st), 0);
	cr_expect_eq(st.st_size, 3 * (1 + (off_t)sizeof(block)));
}

Test(sink, closing_none)
{
	cr_expect_eq(sink_close(NULL, NULL), CLAMOR_OK);
}
