/*
 * lexfile.h - for the unit tests: lexicons from C strings, by way of files in
 * $TMPDIR, and random numbers that are the same in every run.
 */
#ifndef CLAMOR_LEXFILE_H
#define CLAMOR_LEXFILE_H

#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

#include "lexicon.h"
#include "tokens.h"
#include "xalloc.h"

#define ROWS(a) (sizeof(a) / sizeof((a)[0]))

static uint64_t lexfile_seed = 20261121;

static inline unsigned
roll(unsigned n)
{
	lexfile_seed ^= lexfile_seed << 13;
	lexfile_seed ^= lexfile_seed >> 7;
	lexfile_seed ^= lexfile_seed << 17;
	return (unsigned)(lexfile_seed >> 33) % n;
}

/* A file with these bytes; unlink and free the path. */
static inline char *
file_of(const void *bytes, size_t len)
{
	const char *folder = getenv("TMPDIR");
	struct buf path = { 0 };
	char *made;
	int fd;

	buf_addf(&path, "%s/clamor-test-XXXXXX.csv", folder ? folder : "/tmp");
	made = xstrdup(buf_cstr(&path));
	buf_free(&path);
	fd = mkstemps(made, 4);
	cr_assert_geq(fd, 0);
	cr_assert_eq(write(fd, bytes, len), (ssize_t)len);
	(void)close(fd);
	return made;
}

static inline void
file_gone(char *path)
{
	(void)unlink(path);
	free(path);
}

static const char lexfile_codes[] =
	"code,area,stage,name_es\n"
	"trato,atencion,cualquiera,Trato\n"
	"espera,operaciones,compra,Esperas\n"
	"entrega_tarde,logistica,entrega,Entrega tarde\n"
	"entrega_error,logistica,entrega,Entrega mala\n"
	"producto,calidad,uso,Producto\n"
	"cobro,finanzas,pago,Cobros\n"
	"general,atencion,cualquiera,General\n";

static inline struct codes *
codes_of(const char *text)
{
	char *path = file_of(text, strlen(text));
	struct codes *c = NULL;
	struct err err = { 0 };

	cr_assert_eq(codes_read(&c, path, &err), CLAMOR_OK, "%s:%zu: %s",
		err.file, err.line, err.text);
	file_gone(path);
	return c;
}

/* A lexicon of some files, and what was told of them. */
struct lexfile {
	struct codes *codes;
	struct lexicon *lex;
	struct buf problems; /* "LINE: TEXT\n" each; "FILE" for paths */
	enum rc rc;	     /* the first that was not CLAMOR_OK */
};

static inline void
lexfile_problem(void *ctx, const struct err *err)
{
	struct lexfile *f = ctx;

	buf_addf(&f->problems, "%zu: %s\n", err->line, err->text);
}

static inline void
lexfile_begin(struct lexfile *f)
{
	*f = (struct lexfile){ .codes = codes_of(lexfile_codes) };
	f->lex = lexicon_new(f->codes);
}

static inline void
lexfile_add_bytes(struct lexfile *f, const char *bytes, size_t len)
{
	char *path = file_of(bytes, len);
	enum rc rc = lexicon_add(f->lex, path, lexfile_problem, f);

	if (f->rc == CLAMOR_OK)
		f->rc = rc;
	file_gone(path);
}

static inline void
lexfile_add(struct lexfile *f, const char *text)
{
	lexfile_add_bytes(f, text, strlen(text));
}

/* The pack of a country. */
static inline void
lexfile_add_pack(struct lexfile *f, const char *text, bool chosen)
{
	char *path = file_of(text, strlen(text));
	enum rc rc = lexicon_add_pack(
		f->lex, path, chosen, false, lexfile_problem, f);

	if (f->rc == CLAMOR_OK)
		f->rc = rc;
	file_gone(path);
}

/* The words that are not to be typed without their tilde: "word\n..." */
static inline void
lexfile_different(struct lexfile *f, const char *text)
{
	char *path = file_of(text, strlen(text));
	struct err err = { 0 };

	cr_assert_eq(lexicon_add_different(f->lex, path, &err), CLAMOR_OK,
		"%s", err.text);
	file_gone(path);
}

static inline void
lexfile_finish(struct lexfile *f)
{
	enum rc rc = lexicon_finish(f->lex, lexfile_problem, f);

	lexicon_make_keys(f->lex);
	if (f->rc == CLAMOR_OK)
		f->rc = rc;
	(void)buf_cstr(&f->problems);
}

/* One file, which must be sound. */
static inline void
lexfile_one(struct lexfile *f, const char *text)
{
	lexfile_begin(f);
	lexfile_add(f, text);
	lexfile_finish(f);
	cr_assert_eq(f->rc, CLAMOR_OK, "%s", f->problems.p);
}

static inline void
lexfile_end(struct lexfile *f)
{
	lexicon_free(f->lex);
	codes_free(f->codes);
	buf_free(&f->problems);
}

/* A post, and what it is read as. */
struct reading {
	const char *why, *in, *want;
};

static inline void
expect_readings(struct post *post, struct fold *folder, const struct vocab *v,
	const struct reading *rows, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		post_read(post, folder, v, text_of(rows[i].in));
		cr_expect(text_is(post->text, rows[i].want), "%s: %.*s",
			rows[i].why, (int)post->text.len, post->text.p);
	}
}

#endif
