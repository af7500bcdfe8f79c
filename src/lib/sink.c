/* sink.c - output to a descriptor, gathered; files renamed into place. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sink.h"
#include "tty.h"
#include "utf8.h"
#include "xalloc.h"

#define GATHER (64u << 10)
#define PIPE_BYTES (1 << 20) /* what Linux lets any user have */

struct sink {
	int fd;
	char *path;      /* what the user calls it; NULL is standard output */
	char *target;    /* where temporary goes in the end */
	char *temporary; /* NULL: written in place */
	struct buf gathered;
	bool shows;        /* it is a terminal that must obey nothing */
	struct buf cut;    /* a character of which the end is still to come */
	struct buf pieces; /* it and what came */
	int failed; /* errno of the first error */
	struct sink *next;
};

/* The open files: their temporaries go away however the program ends. */
static struct sink *open_files;

static void
remove_temporaries(void)
{
	struct sink *s;

	for (s = open_files; s != NULL; s = s->next)
		if (s->temporary != NULL)
			(void)unlink(s->temporary);
}

static void
enlist(struct sink *s)
{
	static bool registered;

	if (!registered)
		registered = atexit(remove_temporaries) == 0;
	s->next = open_files;
	open_files = s;
}

static void
delist(const struct sink *s)
{
	struct sink **p = &open_files;

	while (*p != NULL && *p != s)
		p = &(*p)->next;
	if (*p != NULL)
		*p = s->next;
}

/* The mode that an ordinary new file gets. */
static mode_t
new_mode(void)
{
	mode_t mask = umask(0);

	(void)umask(mask);
	return 0666 & ~mask;
}

/* Open a temporary beside the target, which has mode. */
static bool
open_beside(struct sink *s, mode_t mode)
{
	struct buf name = { 0 };

	buf_addf(&name, "%s.XXXXXX", s->target);
	s->temporary = xstrdup(buf_cstr(&name));
	buf_free(&name);
	s->fd = mkostemp(s->temporary, O_CLOEXEC);
	if (s->fd < 0) {
		free(s->temporary);
		s->temporary = NULL;
		return false;
	}
	(void)fchmod(s->fd, mode);
	return true;
}

/* A device or a pipe is written in place; a link stays, its target changes. */
static bool
open_file(struct sink *s)
{
	char *real = realpath(s->path, NULL);
	struct stat st;

	s->target = xstrdup(real ? real : s->path);
	free(real);
	if (stat(s->target, &st) != 0)
		return open_beside(s, new_mode());
	if (S_ISREG(st.st_mode))
		return open_beside(s, st.st_mode & 0777);
	s->fd = open(s->target, O_WRONLY | O_CLOEXEC);
	return s->fd >= 0;
}

/*
 * The filters of a pipe wait for each other less where a whole block fits into
 * it. What is no pipe, or may not grow, stays as it is.
 */
static void
widen_pipe(int fd)
{
#ifdef F_SETPIPE_SZ
	(void)fcntl(fd, F_SETPIPE_SZ, PIPE_BYTES);
#else
	(void)fd;
#endif
}

static void
sink_free(struct sink *s)
{
	delist(s);
	buf_free(&s->gathered);
	buf_free(&s->cut);
	buf_free(&s->pieces);
	free(s->path);
	free(s->target);
	free(s->temporary);
	free(s);
}

enum rc
sink_open(struct sink **out, const char *path, struct err *err)
{
	struct sink *s = xcalloc(1, sizeof(*s));

	s->fd = STDOUT_FILENO;
	enlist(s);
	if (path != NULL && strcmp(path, "-") != 0) {
		s->path = xstrdup(path);
		if (!open_file(s)) {
			int e = errno;

			sink_free(s);
			err_at(err, path, 0, 0);
			return err_set(err, CLAMOR_EIO, "%s", strerror(e));
		}
	}
	s->shows = sink_is_terminal(s);
	widen_pipe(s->fd);
	*out = s;
	return CLAMOR_OK;
}

static enum rc
send(struct sink *s, const char *p, size_t n)
{
	while (n > 0 && s->failed == 0) {
		ssize_t done = write(s->fd, p, n);

		if (done >= 0) {
			p += done;
			n -= (size_t)done;
		} else if (errno != EINTR) {
			s->failed = errno;
		}
	}
	return s->failed ? CLAMOR_EIO : CLAMOR_OK;
}

enum rc
sink_flush(struct sink *s)
{
	enum rc rc = send(s, s->gathered.p, s->gathered.len);

	buf_clear(&s->gathered);
	return rc;
}

/* Show lines; CR LF stays what it is. */
static void
show(struct sink *s, struct text t)
{
	while (t.len > 0) {
		const char *lf = memchr(t.p, '\n', t.len);
		size_t n = lf ? (size_t)(lf - t.p) : t.len;
		size_t crlf = lf && n > 0 && lf[-1] == '\r';

		tty_add(&s->gathered, (struct text){ t.p, n - crlf });
		if (lf == NULL)
			break;
		buf_adds(&s->gathered, crlf ? "\r\n" : "\n");
		t = (struct text){ lf + 1, t.len - n - 1 };
	}
}

/* Show what came, but for a character that is not complete. */
static void
show_some(struct sink *s, const char *p, size_t n)
{
	struct text t = { p, n };
	size_t back;

	if (s->cut.len > 0) {
		buf_clear(&s->pieces);
		buf_addt(&s->pieces, buf_text(&s->cut));
		buf_add(&s->pieces, p, n);
		buf_clear(&s->cut);
		t = buf_text(&s->pieces);
	}
	for (back = 1; back < UTF8_MAX && back <= t.len; back++) {
		unsigned char c = (unsigned char)t.p[t.len - back];

		if (utf8_is_inner((char)c))
			continue;
		if (back >= (c < 0xC0 ? 1u : c < 0xE0 ? 2u : c < 0xF0 ? 3u : 4u))
			break;
		buf_add(&s->cut, t.p + t.len - back, back);
		t.len -= back;
		break;
	}
	show(s, t);
}

enum rc
sink_write(struct sink *s, const char *p, size_t n)
{
	if (s->shows) {
		show_some(s, p, n);
		return s->gathered.len >= GATHER ? sink_flush(s)
			: s->failed              ? CLAMOR_EIO
						 : CLAMOR_OK;
	}
	if (s->gathered.len + n >= GATHER && sink_flush(s) != CLAMOR_OK)
		return CLAMOR_EIO;
	if (n >= GATHER)
		return send(s, p, n);
	buf_add(&s->gathered, p, n);
	return s->failed ? CLAMOR_EIO : CLAMOR_OK;
}

bool
sink_is_terminal(const struct sink *s)
{
	return isatty(s->fd) == 1;
}

void
sink_trust(struct sink *s)
{
	s->shows = false;
}

enum rc
sink_close(struct sink *s, struct err *err)
{
	enum rc rc;
	int failed;

	if (s == NULL)
		return CLAMOR_OK;
	show(s, buf_text(&s->cut)); /* its end did not come */
	rc = sink_flush(s);
	failed = s->failed;
	/* standard output belongs to stdio, which closes it at exit */
	if (s->path != NULL && close(s->fd) != 0 && failed == 0)
		failed = errno;
	if (s->temporary != NULL && failed == 0 &&
		rename(s->temporary, s->target) != 0)
		failed = errno;
	if (failed != 0) {
		if (s->temporary != NULL)
			(void)unlink(s->temporary);
		err_at(err, s->path ? s->path : "(standard output)", 0, 0);
		rc = err_set(err, CLAMOR_EIO, "%s", strerror(failed));
	}
	sink_free(s);
	return rc;
}
