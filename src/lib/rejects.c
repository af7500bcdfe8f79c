/* rejects.c - records turned away. */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>

#include "rejects.h"
#include "utf8.h"
#include "xalloc.h"

#define SHOWN 10 /* on standard error */
#define FLUSH_AT (64u << 10)

struct rejects {
	const struct cli_common *common;
	uint64_t count;
	struct sink *file; /* NULL: none is kept */
	struct csvout csv;
	struct buf buf, base64;
};

struct rejects *
rejects_open(const struct cli_common *c)
{
	static const char *const columns[] = { "file", "record", "offset",
		"reason", "encoding", "raw" };
	struct rejects *r = xcalloc(1, sizeof(*r));
	struct err err = { 0 };
	size_t i;

	r->common = c;
	r->csv.buf = &r->buf;
	if (c->rejects == NULL)
		return r;
	if (sink_open(&r->file, c->rejects, &err) != CLAMOR_OK)
		diag_fatal(&err);
	for (i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		csvout_str(&r->csv, columns[i]);
	csvout_end(&r->csv);
	return r;
}

static void
add_base64(struct buf *out, struct text t)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		"0123456789+/";
	const unsigned char *p = (const unsigned char *)t.p;
	size_t i;

	for (i = 0; i < t.len; i += 3) {
		size_t left = t.len - i;
		unsigned v = (unsigned)p[i] << 16;

		if (left > 1)
			v |= (unsigned)p[i + 1] << 8;
		if (left > 2)
			v |= p[i + 2];
		buf_addc(out, digits[v >> 18]);
		buf_addc(out, digits[v >> 12 & 63]);
		buf_addc(out, left > 1 ? digits[v >> 6 & 63] : '=');
		buf_addc(out, left > 2 ? digits[v & 63] : '=');
	}
}

static bool
is_plain(struct text t)
{
	return utf8_valid_prefix(t.p, t.len) == t.len &&
		memchr(t.p, '\0', t.len) == NULL;
}

static void
write_reject(struct rejects *r, const struct reject *what)
{
	struct text raw = what->raw;
	bool plain = raw.len == 0 || is_plain(raw);

	if (!plain) {
		buf_clear(&r->base64);
		add_base64(&r->base64, raw);
		raw = buf_text(&r->base64);
	}
	csvout_str(&r->csv, what->file);
	csvout_int(&r->csv, (int64_t)what->record);
	csvout_int(&r->csv, (int64_t)what->offset);
	csvout_str(&r->csv, what->reason);
	csvout_str(&r->csv, plain ? "utf-8" : "base64");
	csvout_text(&r->csv, raw);
	csvout_end(&r->csv);
	if (r->buf.len >= FLUSH_AT)
		cli_flush(r->file, &r->buf);
}

void
rejects_add(struct rejects *r, const struct reject *what)
{
	if (r->count++ < SHOWN)
		diag_note("%s:%" PRIu64 ": record %" PRIu64 " rejected: %s",
			what->file, what->line, what->record,
			what->text ? what->text : what->reason);
	if (r->file != NULL)
		write_reject(r, what);
}

uint64_t
rejects_count(const struct rejects *r)
{
	return r->count;
}

static bool
are_too_many(const struct rejects *r, uint64_t in)
{
	const struct cli_common *c = r->common;

	if (c->max_rejects_share >= 0)
		return (double)r->count > c->max_rejects_share * (double)in;
	return r->count > c->max_rejects;
}

void
rejects_close(struct rejects *r, uint64_t in)
{
	struct err err = { 0 };

	if (r->count == 1)
		diag_note("1 record rejected");
	else if (r->count > 0)
		diag_note("%" PRIu64 " records rejected", r->count);
	if (r->file != NULL)
		cli_flush(r->file, &r->buf);
	if (sink_close(r->file, &err) != CLAMOR_OK)
		diag_err(&err);
	if (are_too_many(r, in))
		diag_raise(EXIT_REJECTED);
	buf_free(&r->buf);
	buf_free(&r->base64);
	free(r);
}
