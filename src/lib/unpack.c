/*
 * unpack.c - three decompressors behind one door. Each takes several members
 * one behind the other, as cat makes them, and says when data are cut off.
 */
#include "config.h"

#include <limits.h>
#include <lzma.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "diag.h"
#include "unpack.h"
#include "xalloc.h"

#define MEMORY_MAX (128u << 20) /* bytes, of a decompressor: zstd's own */
#define CHUNK ((size_t)1 << 20) /* bytes in a step: zlib counts in unsigned */

enum format { GZIP, ZSTD, XZ };

static const struct {
	const char *magic;
	size_t len;
} formats[] = {
	[GZIP] = { "\x1F\x8B", 2 },
	[ZSTD] = { "\x28\xB5\x2F\xFD", 4 },
	[XZ] = { "\xFD"
		 "7zXZ\0",
		6 },
};

#define FORMATS (sizeof(formats) / sizeof(formats[0]))

struct unpack {
	enum format format;
	bool inside; /* a member or frame has begun and not ended */
	bool done;   /* xz: all is read */
	z_stream gzip;
	ZSTD_DCtx *zstd;
	lzma_stream xz;
};

static void
take(struct text *t, size_t n)
{
	t->p += n;
	t->len -= n;
}

bool
unpack_may_begin(struct text head)
{
	size_t i;

	if (head.len == 0)
		return true;
	for (i = 0; i < FORMATS; i++)
		if (head.len < formats[i].len &&
			memcmp(head.p, formats[i].magic, head.len) == 0)
			return true;
	return false;
}

struct unpack *
unpack_new(struct text head)
{
	struct unpack *u;
	bool ok = false;
	size_t i;

	for (i = 0; i < FORMATS; i++)
		if (text_begins(head, formats[i].magic, formats[i].len))
			break;
	if (i == FORMATS)
		return NULL;
	u = xcalloc(1, sizeof(*u));
	u->format = (enum format)i;
	switch (u->format) {
	case GZIP:
		ok = inflateInit2(&u->gzip, 15 + 16) == Z_OK;
		break;
	case ZSTD:
		u->zstd = ZSTD_createDCtx();
		ok = u->zstd != NULL;
		break;
	case XZ:
		ok = lzma_stream_decoder(
			     &u->xz, MEMORY_MAX, LZMA_CONCATENATED) == LZMA_OK;
		break;
	}
	if (!ok)
		diag_no_memory();
	return u;
}

void
unpack_free(struct unpack *u)
{
	if (u == NULL)
		return;
	switch (u->format) {
	case GZIP:
		(void)inflateEnd(&u->gzip);
		break;
	case ZSTD:
		(void)ZSTD_freeDCtx(u->zstd);
		break;
	case XZ:
		lzma_end(&u->xz);
		break;
	}
	free(u);
}

/* Gzip (RFC 1952). */

/* Between members: another one, padding to the end, or rubbish. */
static const char *
next_member(struct unpack *u, struct text *in, bool last)
{
	while (in->len > 0 && *in->p == '\0')
		take(in, 1);
	if (text_begins(*in, "\x1F\x8B", 2)) {
		(void)inflateReset(&u->gzip);
		u->inside = true;
		return NULL;
	}
	if (in->len == 0 || (!last && text_begins(*in, "\x1F", 1)))
		return NULL;
	return "bytes that are no gzip follow the gzip data";
}

static const char *
inflate_some(struct unpack *u, struct text *in, char *p, size_t cap, size_t *n)
{
	uInt have = (uInt)(in->len < CHUNK ? in->len : CHUNK);
	uInt room = (uInt)(cap < CHUNK ? cap : CHUNK);
	int z;

	u->gzip.next_in = (Bytef *)(uintptr_t)in->p;
	u->gzip.avail_in = have;
	u->gzip.next_out = (Bytef *)p;
	u->gzip.avail_out = room;
	z = inflate(&u->gzip, Z_NO_FLUSH);
	*n = room - u->gzip.avail_out;
	take(in, have - u->gzip.avail_in);
	switch (z) {
	case Z_STREAM_END:
		u->inside = false;
		return NULL;
	case Z_OK:
	case Z_BUF_ERROR: /* it wants more input */
		return NULL;
	case Z_MEM_ERROR:
		diag_no_memory();
	default:
		return "damaged gzip data";
	}
}

static const char *
step_gzip(struct unpack *u, struct text *in, bool last, char *p, size_t cap,
	size_t *n)
{
	const char *problem = NULL;

	if (!u->inside)
		problem = next_member(u, in, last);
	if (problem == NULL && u->inside)
		problem = inflate_some(u, in, p, cap, n);
	if (problem == NULL && *n == 0 && last && in->len == 0 && u->inside)
		return "ends in the middle of the gzip data";
	return problem;
}

/* Zstandard (RFC 8878). */

static const char *
step_zstd(struct unpack *u, struct text *in, bool last, char *p, size_t cap,
	size_t *n)
{
	ZSTD_inBuffer from = { in->p, in->len, 0 };
	ZSTD_outBuffer to = { p, cap, 0 };
	bool was_inside = u->inside;
	size_t left;

	/* at the end of a frame there is nothing to be had without input */
	if (!u->inside && in->len == 0)
		return NULL;
	left = ZSTD_decompressStream(u->zstd, &to, &from);
	*n = to.pos;
	take(in, from.pos);
	if (!ZSTD_isError(left)) {
		u->inside = left != 0;
		if (*n == 0 && last && in->len == 0 && u->inside)
			return "ends in the middle of the zstd data";
		return NULL;
	}
	switch (ZSTD_getErrorCode(left)) {
	case ZSTD_error_memory_allocation:
		diag_no_memory();
	case ZSTD_error_frameParameter_windowTooLarge:
		return "zstd data that need more memory than 128 MiB: pipe "
		       "them through zstd -dc --long=31";
	case ZSTD_error_prefix_unknown:
		if (!was_inside)
			return "bytes that are no zstd follow the zstd data";
		return "damaged zstd data";
	default:
		return "damaged zstd data";
	}
}

/* xz. */

static const char *
step_xz(struct unpack *u, struct text *in, bool last, char *p, size_t cap,
	size_t *n)
{
	lzma_ret ret;

	if (u->done)
		return NULL;
	u->xz.next_in = (const uint8_t *)in->p;
	u->xz.avail_in = in->len;
	u->xz.next_out = (uint8_t *)p;
	u->xz.avail_out = cap;
	ret = lzma_code(&u->xz, last ? LZMA_FINISH : LZMA_RUN);
	*n = cap - u->xz.avail_out;
	take(in, in->len - u->xz.avail_in);
	switch (ret) {
	case LZMA_STREAM_END:
		u->done = true;
		return NULL;
	case LZMA_OK:
	case LZMA_BUF_ERROR: /* nothing more can be made of the input */
		if (*n == 0 && last && in->len == 0)
			return "ends in the middle of the xz data";
		return NULL;
	case LZMA_MEM_ERROR:
		diag_no_memory();
	case LZMA_MEMLIMIT_ERROR:
		return "xz data that need more memory than 128 MiB: pipe them "
		       "through xz -dc";
	default: /* what came before the damage goes out first */
		return *n > 0 ? NULL : "damaged xz data";
	}
}

const char *
unpack_step(struct unpack *u, struct text *in, bool last, char *p, size_t cap,
	size_t *n)
{
	*n = 0;
	switch (u->format) {
	case GZIP:
		return step_gzip(u, in, last, p, cap, n);
	case ZSTD:
		return step_zstd(u, in, last, p, cap, n);
	case XZ:
		return step_xz(u, in, last, p, cap, n);
	}
	return NULL;
}
