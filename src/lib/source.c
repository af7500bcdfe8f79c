/*
 * source.c - bytes in. Three stages, each of which is passed through where
 * there is nothing to do: the descriptor, the decompressor, another encoding.
 * What was peeked at waits between the last two.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source.h"
#include "unpack.h"
#include "xalloc.h"

#define BLOCK (64u << 10)
#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */
#define REPLACEMENT_LEN 3

/* Bytes of which those before pos are used up. */
struct queue {
	struct buf buf;
	size_t pos;
};

struct source {
	int fd;
	char *name;
	bool unpack;
	bool looked;             /* for the magic of something packed */
	bool eof;                /* of the descriptor */
	struct unpack *unpacker; /* NULL: it is not packed */
	struct queue packed;     /* read, not decompressed yet */
	struct queue plain;      /* decompressed and peeked at */
	bool converts;
	iconv_t conversion;
	size_t unit;      /* bytes of a code unit of the encoding */
	struct queue raw; /* to be converted */
	bool raw_eof;
	size_t replaced;
};

static size_t
queue_len(const struct queue *q)
{
	return q->buf.len - q->pos;
}

static char *
queue_head(const struct queue *q)
{
	static char nothing[1];

	return q->buf.p != NULL ? q->buf.p + q->pos : nothing;
}

/* Make room for n bytes at the end; what is used up goes away. */
static char *
queue_room(struct queue *q, size_t n)
{
	size_t left = queue_len(q);

	if (q->pos > 0 && left > 0)
		memmove(q->buf.p, queue_head(q), left);
	q->buf.len = left;
	q->pos = 0;
	buf_reserve(&q->buf, n);
	return q->buf.p + left;
}

static enum rc
fail(const struct source *s, struct err *err, const char *text)
{
	err_at(err, s->name, 0, 0);
	return err_set(err, CLAMOR_EIO, "%s", text);
}

enum rc
source_open(struct source **out, const char *path, bool unpack, struct err *err)
{
	bool is_stdin = path == NULL || strcmp(path, "-") == 0;
	const char *name = is_stdin ? "(standard input)" : path;
	struct source *s;
	struct stat st;
	int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);

	err_at(err, name, 0, 0);
	if (fd < 0)
		return err_set(err,
			errno == ENOENT ? CLAMOR_ENOTFOUND : CLAMOR_EIO, "%s",
			strerror(errno));
	if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
		if (!is_stdin)
			(void)close(fd);
		return err_set(err, CLAMOR_EIO, "%s", strerror(EISDIR));
	}
	s = xcalloc(1, sizeof(*s));
	s->fd = fd;
	s->name = xstrdup(name);
	s->unpack = unpack;
	err_at(err, NULL, 0, 0);
	*out = s;
	return CLAMOR_OK;
}

const char *
source_name(const struct source *s)
{
	return s->name;
}

static void
queue_free(struct queue *q)
{
	buf_free(&q->buf);
}

void
source_close(struct source *s)
{
	if (s == NULL)
		return;
	if (s->fd != STDIN_FILENO)
		(void)close(s->fd);
	unpack_free(s->unpacker);
	if (s->converts)
		(void)iconv_close(s->conversion);
	queue_free(&s->packed);
	queue_free(&s->plain);
	queue_free(&s->raw);
	free(s->name);
	free(s);
}

/* The descriptor. */

/* Read once; CLAMOR_END at the end. */
static enum rc
read_fd(struct source *s, char *p, size_t cap, size_t *n, struct err *err)
{
	ssize_t got;

	if (s->eof)
		return CLAMOR_END;
	do {
		got = read(s->fd, p, cap);
	} while (got < 0 && errno == EINTR);
	if (got < 0)
		return fail(s, err, strerror(errno));
	s->eof = got == 0;
	*n = (size_t)got;
	return got > 0 ? CLAMOR_OK : CLAMOR_END;
}

/* Read once into the queue of packed bytes. */
static enum rc
read_packed(struct source *s, struct err *err)
{
	char *room = queue_room(&s->packed, BLOCK);
	enum rc rc;
	size_t n = 0;

	rc = read_fd(s, room, BLOCK, &n, err);
	s->packed.buf.len += n;
	return rc;
}

/* What is packed. */

static struct text
queue_text(const struct queue *q)
{
	return (struct text){ queue_head(q), queue_len(q) };
}

/* Look at the first bytes; those that are not packed wait in packed. */
static enum rc
look_for_magic(struct source *s, struct err *err)
{
	enum rc rc = CLAMOR_OK;

	s->looked = true;
	if (!s->unpack)
		return CLAMOR_OK;
	while (rc == CLAMOR_OK && unpack_may_begin(queue_text(&s->packed)))
		rc = read_packed(s, err);
	if (rc == CLAMOR_EIO)
		return rc;
	s->unpacker = unpack_new(queue_text(&s->packed));
	return CLAMOR_OK;
}

/* Decompress until there is something. */
static enum rc
read_unpacked(struct source *s, char *p, size_t cap, size_t *n, struct err *err)
{
	for (;;) {
		struct text in = queue_text(&s->packed);
		const char *problem =
			unpack_step(s->unpacker, &in, s->eof, p, cap, n);
		size_t used = queue_len(&s->packed) - in.len;

		s->packed.pos += used;
		if (problem != NULL)
			return fail(s, err, problem);
		if (*n > 0)
			return CLAMOR_OK;
		if (used > 0)
			continue;
		if (s->eof)
			return CLAMOR_END;
		if (read_packed(s, err) == CLAMOR_EIO)
			return CLAMOR_EIO;
	}
}

/* The first two stages: decompressed bytes. */
static enum rc
read_plain(struct source *s, char *p, size_t cap, size_t *n, struct err *err)
{
	size_t left;

	if (!s->looked) {
		enum rc rc = look_for_magic(s, err);

		if (rc != CLAMOR_OK)
			return rc;
	}
	*n = 0;
	if (s->unpacker != NULL)
		return read_unpacked(s, p, cap, n, err);
	left = queue_len(&s->packed);
	if (left == 0)
		return read_fd(s, p, cap, n, err);
	*n = left < cap ? left : cap;
	memcpy(p, queue_head(&s->packed), *n);
	s->packed.pos += *n;
	return CLAMOR_OK;
}

enum rc
source_peek(struct source *s, size_t want, struct text *got, struct err *err)
{
	enum rc rc = CLAMOR_OK;

	while (rc == CLAMOR_OK && queue_len(&s->plain) < want) {
		char *room = queue_room(&s->plain, BLOCK);
		size_t n = 0;

		rc = read_plain(s, room, BLOCK, &n, err);
		s->plain.buf.len += n;
	}
	*got = (struct text){ queue_head(&s->plain), queue_len(&s->plain) };
	if (got->len > want)
		got->len = want;
	return rc == CLAMOR_END ? CLAMOR_OK : rc;
}

void
source_skip(struct source *s, size_t n)
{
	s->plain.pos += n;
}

/* Behind the peeking. */
static enum rc
read_peeked(struct source *s, char *p, size_t cap, size_t *n, struct err *err)
{
	size_t left = queue_len(&s->plain);

	if (left == 0)
		return read_plain(s, p, cap, n, err);
	*n = left < cap ? left : cap;
	memcpy(p, queue_head(&s->plain), *n);
	s->plain.pos += *n;
	return CLAMOR_OK;
}

/* Another encoding. */

/* Bytes to leave out where nothing can be made of them. */
static size_t
unit_of(const char *encoding)
{
	static const struct {
		const char *start;
		size_t unit;
	} wide[] = { { "UTF-16", 2 }, { "UTF16", 2 }, { "UCS-2", 2 },
		{ "UCS2", 2 }, { "UTF-32", 4 }, { "UTF32", 4 }, { "UCS-4", 4 },
		{ "UCS4", 4 } };
	size_t i;

	for (i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
		if (strncasecmp(encoding, wide[i].start,
			    strlen(wide[i].start)) == 0)
			return wide[i].unit;
	return 1;
}

enum rc
source_convert(struct source *s, const char *encoding, struct err *err)
{
	iconv_t conversion = iconv_open("UTF-8", encoding);

	if (conversion == (iconv_t)-1) {
		err_at(err, s->name, 0, 0);
		return err_set(err, CLAMOR_ENOTFOUND, "unknown encoding '%s'",
			encoding);
	}
	s->conversion = conversion;
	s->converts = true;
	s->unit = unit_of(encoding);
	return CLAMOR_OK;
}

size_t
source_replaced(const struct source *s)
{
	return s->replaced;
}

static enum rc
read_raw(struct source *s, struct err *err)
{
	char *room = queue_room(&s->raw, BLOCK);
	size_t n = 0;
	enum rc rc = read_peeked(s, room, BLOCK, &n, err);

	s->raw.buf.len += n;
	s->raw_eof = rc == CLAMOR_END;
	return rc == CLAMOR_END ? CLAMOR_OK : rc;
}

/* Leave out n bytes and write U+FFFD for them; false if it finds no room. */
static bool
replace(struct source *s, size_t n, char **out, size_t *room)
{
	if (*room < REPLACEMENT_LEN)
		return false;
	memcpy(*out, REPLACEMENT, REPLACEMENT_LEN);
	*out += REPLACEMENT_LEN;
	*room -= REPLACEMENT_LEN;
	s->raw.pos += n < queue_len(&s->raw) ? n : queue_len(&s->raw);
	s->replaced++;
	return true;
}

/* Convert what is in raw as far as it goes; returns the bytes written. */
static size_t
convert(struct source *s, char *p, size_t cap)
{
	char *out = p;
	size_t room = cap;
	bool go = true;

	while (go && queue_len(&s->raw) > 0) {
		char *in = queue_head(&s->raw);
		size_t left = queue_len(&s->raw);
		size_t bad = iconv(s->conversion, &in, &left, &out, &room);
		int e = bad == (size_t)-1 ? errno : 0;

		s->raw.pos = s->raw.buf.len - left;
		if (e == EILSEQ)
			go = replace(s, s->unit, &out, &room);
		else if (e == EINVAL && s->raw_eof) /* cut off */
			go = replace(s, left, &out, &room);
		else
			go = false;
	}
	if (s->raw_eof && queue_len(&s->raw) == 0)
		(void)iconv(s->conversion, NULL, NULL, &out, &room);
	return cap - room;
}

enum rc
source_read(struct source *s, char *p, size_t cap, size_t *n, struct err *err)
{
	enum rc rc = CLAMOR_OK;

	if (!s->converts)
		return read_peeked(s, p, cap, n, err);
	*n = convert(s, p, cap);
	while (rc == CLAMOR_OK && *n == 0) {
		if (s->raw_eof)
			return CLAMOR_END;
		rc = read_raw(s, err);
		if (rc == CLAMOR_OK)
			*n = convert(s, p, cap);
	}
	return rc;
}
