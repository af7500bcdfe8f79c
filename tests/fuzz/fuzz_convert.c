/*
 * fuzz_convert.c - any bytes as a lexicon of another tool.
 *
 * Input: a letter for the format, then the file.
 *
 * Promises: it is refused with a reason or carried over; what was carried over
 * is a lexicon in order, and what was left was told.
 */
#include "config.h"

#include "foreign.h"
#include "fuzz.h"
#include "lexicon.h"

static const char codes_file[] = "code,area,stage,name_es,name_en,about\n"
				 "trato,tienda,uso,Trato,Service,x\n"
				 "general,todos,uso,General,General,x\n";

static const char *const formats[] = { "sentistrength", "liwc", "vader",
	"afinn", "emolex", "quanteda", "wordstat", "lexicoder", "list", "xan" };

#define NFORMATS (sizeof(formats) / sizeof(formats[0]))

static void
on_left(void *ctx, const struct err *err)
{
	size_t *n = ctx;

	MUST(err->text[0] != '\0');
	(*n)++;
}

static void
on_problem(void *ctx, const struct err *err)
{
	(void)ctx;
	(void)fprintf(stderr, "%zu: %s\n", err->line, err->text);
	MUST(0);
}

static void
check_result(const struct buf *out, const struct codes *codes)
{
	struct lexicon *lex = lexicon_new(codes);
	const char *path = fuzz_file(out->p, out->len);

	MUST(lexicon_add(lex, path, on_problem, NULL) == CLAMOR_OK);
	fuzz_unlink();
	MUST(lexicon_finish(lex, on_problem, NULL) == CLAMOR_OK);
	lexicon_free(lex);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct codes *codes;
	struct carry_options o = { .role = { "", 0 }, .tell = on_left };
	const struct foreign *f;
	const char *encoding;
	struct err err = { 0 };
	struct buf out = { 0 };
	struct carry *c;
	size_t told = 0;
	enum rc rc;

	if (size == 0)
		return 0;
	if (codes == NULL) {
		MUST(codes_read(&codes,
			     fuzz_file(codes_file, sizeof(codes_file) - 1),
			     &err) == CLAMOR_OK);
		fuzz_unlink();
	}
	f = foreign_find(formats[data[0] % NFORMATS]);
	o.codes = codes;
	o.scale = foreign_scale(f);
	o.weights = foreign_weights(f, &o.nweights);
	o.ctx = &told;
	c = carry_new(&o);
	rc = foreign_read(
		f, fuzz_file(data + 1, size - 1), c, &encoding, &err);
	fuzz_unlink();
	MUST(rc == CLAMOR_OK || err.text[0] != '\0');
	MUST(carry_left(c) == told);
	(void)carry_write(c, &out);
	check_result(&out, codes);
	buf_free(&out);
	carry_free(c);
	return 0;
}
