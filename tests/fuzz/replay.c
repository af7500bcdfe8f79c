/*
 * replay.c - run a fuzzer over files of its corpus.
 *
 *     replay FILE...     run each
 *     replay -e < RAW    write an input as a corpus file
 *     replay -d FILE     write the bytes that a corpus file stands for
 *
 * Corpus files are text, so that a diff shows them: \xNN is a byte, \\ a
 * backslash, \ and a line end nothing; everything else stands for itself.
 */
#include "config.h"

#include "buf.h"
#include "fuzz.h"
#include "utf8.h"

static int
digit_of(char c)
{
	const char *digits = "0123456789abcdef";
	const char *at = c == '\0' ? NULL : strchr(digits, c);

	MUST(at != NULL);
	return (int)(at - digits);
}

static void
slurp(struct buf *b, FILE *f)
{
	size_t n;

	buf_clear(b);
	do {
		buf_reserve(b, 65536);
		n = fread(b->p + b->len, 1, 65536, f);
		b->len += n;
	} while (n > 0);
	MUST(!ferror(f));
}

static void
decode(struct buf *out, struct text t)
{
	size_t i;

	buf_clear(out);
	buf_reserve(out, 1);
	for (i = 0; i < t.len; i++) {
		if (t.p[i] != '\\') {
			buf_addc(out, t.p[i]);
			continue;
		}
		MUST(++i < t.len);
		if (t.p[i] == 'x') {
			MUST(i + 2 < t.len);
			buf_addc(out, (char)(digit_of(t.p[i + 1]) << 4 |
				digit_of(t.p[i + 2])));
			i += 2;
		} else if (t.p[i] != '\n') {
			buf_addc(out, t.p[i]);
		}
	}
}

/* A byte or character that a text file may hold as it is? */
static int
is_plain(const char *s, const char *end, size_t *n)
{
	uint32_t cp;
	int ok = 1;

	*n = utf8_decode_checked(s, end, &cp, &ok);
	if (cp < 128)
		return cp == '\n' || (cp >= 32 && cp < 127 && cp != '\\');
	return ok && cp >= 0xA1 && cp != 0xAD && (cp < 0x300 || cp > 0x36F) &&
		(cp < 0x2000 || cp > 0x206F) && cp != 0xFEFF;
}

static void
encode(struct buf *out, struct text t)
{
	const char *s = t.p, *end = t.p + t.len;
	size_t n;

	for (buf_clear(out); s < end; s += n) {
		if (is_plain(s, end, &n)) {
			buf_add(out, s, n);
			continue;
		}
		n = 1;
		if (*s == '\\')
			buf_adds(out, "\\\\");
		else
			buf_addf(out, "\\x%02x", (unsigned char)*s);
	}
	if (t.len > 0 && end[-1] != '\n')
		buf_adds(out, "\\\n"); /* a text file ends in a line end */
}

int
main(int argc, char **argv)
{
	struct buf in = { 0 }, out = { 0 };
	int only_decode = argc > 1 && strcmp(argv[1], "-d") == 0, i;

	if (argc > 1 && strcmp(argv[1], "-e") == 0) {
		slurp(&in, stdin);
		encode(&out, buf_text(&in));
		(void)fwrite(out.p, 1, out.len, stdout);
		argc = 0;
	}
	for (i = 1 + only_decode; i < argc; i++) {
		FILE *f = fopen(argv[i], "rb");

		MUST(f != NULL);
		slurp(&in, f);
		MUST(fclose(f) == 0);
		decode(&out, buf_text(&in));
		if (only_decode)
			(void)fwrite(out.p, 1, out.len, stdout);
		else
			(void)LLVMFuzzerTestOneInput((const uint8_t *)out.p,
				out.len);
	}
	buf_free(&in);
	buf_free(&out);
	MUST(fflush(stdout) == 0);
	return 0;
}
