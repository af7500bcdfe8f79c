/* test_split.c - the splitter against libcsv and against itself. */
#include "config.h"

#include <criterion/criterion.h>
#include <csv.h>

#include "buf.h"
#include "split.h"

#define INPUTS 40000
#define MAX_LEN 200

static uint64_t seed;

static unsigned
roll(unsigned n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)(seed >> 33) % n;
}

/* A cell that is well-formed, and what ends it. */
static void
add_good(struct buf *in, char delimiter)
{
	static const char *const quoted[] = { "a", ",", ";", "\n", "\r", "\r\n",
		"\"\"", " " };
	static const char *const plain[] = { "a", " ", "aaaa", "" };
	unsigned n = roll(6);

	if (roll(2)) {
		buf_addc(in, '"');
		while (n-- > 0)
			buf_adds(in, quoted[roll(8)]);
		buf_addc(in, '"');
	} else {
		while (n-- > 0)
			buf_adds(in, plain[roll(4)]);
	}
	if (roll(3))
		buf_addc(in, delimiter);
	else
		buf_adds(in, roll(3) ? "\n" : "\r\n");
}

/* Half of the inputs are well-formed; a line end is the last byte. */
static void
make_input(struct buf *in, char delimiter)
{
	static const char alphabet[] = "a,\";\n\r \0";
	size_t len = roll(MAX_LEN), rough = roll(2) ? 1 + roll(20) : 0;

	buf_clear(in);
	while (in->len < len)
		if (rough > 0 && roll(20) < rough)
			buf_addc(in, alphabet[roll(sizeof(alphabet) - 1)]);
		else
			add_good(in, delimiter);
	buf_addc(in, '\n');
}

/* Cells are written as <text>, records end in \n, blank lines are none. */
static void
on_cell(void *p, size_t len, void *out)
{
	buf_addc(out, '<');
	buf_add(out, p, len);
	buf_addc(out, '>');
}

static void
on_row(int c, void *out)
{
	(void)c;
	buf_addc(out, '\n');
}

static int
never(unsigned char c)
{
	(void)c;
	return 0;
}

static void
by_libcsv(const struct buf *in, char delimiter, struct buf *out)
{
	struct csv_parser p;

	csv_init(&p, CSV_APPEND_NULL);
	csv_set_delim(&p, (unsigned char)delimiter);
	csv_set_space_func(&p, never);
	csv_parse(&p, in->p, in->len, on_cell, on_row, out);
	csv_fini(&p, on_cell, on_row, out);
	csv_free(&p);
}

static void
add_cell(struct buf *out, const char *p, size_t len)
{
	size_t i;
	int quoted = len > 0 && *p == '"';

	buf_addc(out, '<');
	for (i = quoted; i < len - quoted; i++) {
		buf_addc(out, p[i]);
		i += quoted && p[i] == '"';
	}
	buf_addc(out, '>');
}

/* Returns whether the whole input is well-formed. */
static int
by_masks(const struct buf *in, char delimiter, struct buf *out)
{
	struct split s, others[2];
	size_t at, i, cell = 0, row = 0, nothers = 1;

	split_start(&s, delimiter);
	cr_assert(split_start_by(&others[0], delimiter, SPLIT_PORTABLE));
	nothers += split_start_by(&others[1], delimiter, SPLIT_SSE2);
	for (at = 0; at < in->len; at += SPLIT_BLOCK) {
		char block[SPLIT_BLOCK];
		struct split_block b, other;
		size_t n = in->len - at;

		n = n < SPLIT_BLOCK ? n : SPLIT_BLOCK;
		memset(block, ' ', sizeof(block));
		memcpy(block, in->p + at, n);
		split_next(&s, block, &b);
		for (i = 0; i < nothers; i++) {
			split_next(&others[i], block, &other);
			cr_assert_eq(memcmp(&b, &other, sizeof(b)), 0);
		}
		for (i = 0; i < n; i++) {
			uint64_t bit = (uint64_t)1 << i;
			size_t pos = at + i;

			if (b.odd & bit)
				return 0;
			if (!(b.separators & bit))
				continue;
			if (!(b.ends & bit)) {
				add_cell(out, in->p + cell, pos - cell);
			} else {
				size_t end = pos;

				if (end > row && in->p[end - 1] == '\r')
					end--;
				if (end > row) {
					add_cell(out, in->p + cell, end - cell);
					on_row('\n', out);
				}
				row = pos + 1;
			}
			cell = pos + 1;
		}
	}
	return row == in->len;
}

static void
compare(char delimiter, uint64_t first_seed)
{
	struct buf in = { 0 }, want = { 0 }, got = { 0 };
	int i, sound = 0;

	seed = first_seed;
	for (i = 0; i < INPUTS; i++) {
		make_input(&in, delimiter);
		buf_clear(&want);
		buf_clear(&got);
		if (!by_masks(&in, delimiter, &got))
			continue;
		sound++;
		by_libcsv(&in, delimiter, &want);
		cr_assert(text_eq(buf_text(&want), buf_text(&got)),
			"input %d\n%s\nlibcsv\n%s\nmasks\n%s", i, buf_cstr(&in),
			buf_cstr(&want), buf_cstr(&got));
	}
	cr_expect_gt(sound, INPUTS / 3, "only %d were compared", sound);
	buf_free(&in);
	buf_free(&want);
	buf_free(&got);
}

Test(split, what_is_not_odd_is_as_libcsv_has_it)
{
	compare(',', 20261121);
}

Test(split, another_delimiter)
{
	compare(';', 7);
}

Test(split, odd_bytes)
{
	static const struct {
		const char *why, *in;
		size_t len;
		int odd;
	} rows[] = {
		{ "plain", "a,b\n", 4, 0 },
		{ "quoted", "\"a\",\"b\"\n", 8, 0 },
		{ "doubled", "\"a\"\"b\",\"\"\"\"\n", 12, 0 },
		{ "break and delimiter inside", "\"a,\n\",b\n", 8, 0 },
		{ "CR LF", "a\r\n\"b\"\r\nc\n", 10, 0 },
		{ "CR inside quotes", "\"a\rb\"\n", 6, 0 },
		{ "quote inside a cell", "a\"b\n", 4, 1 },
		{ "blank before a quote", " \"a\"\n", 5, 1 },
		{ "byte behind a closing quote", "\"a\"b\n", 5, 1 },
		{ "blank behind a closing quote", "\"a\" ,b\n", 7, 1 },
		{ "CR without LF", "a\rb\n", 4, 1 },
		{ "CR CR LF", "a\r\r\n", 4, 1 },
		{ "NUL", "a\0b\n", 4, 1 },
		{ "NUL inside quotes", "\"\0\"\n", 4, 1 },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char block[SPLIT_BLOCK] = { 0 };
		struct split s;
		struct split_block b;

		memcpy(block, rows[i].in, rows[i].len);
		split_start(&s, ',');
		split_next(&s, block, &b);
		b.odd &= ((uint64_t)1 << rows[i].len) - 1;
		cr_expect_eq(b.odd != 0, rows[i].odd, "%s", rows[i].why);
	}
}

Test(split, state_crosses_blocks)
{
	char in[2 * SPLIT_BLOCK];
	struct split s;
	struct split_block b;

	memset(in, 'a', sizeof(in));
	in[10] = '\n';
	in[11] = '"';
	in[SPLIT_BLOCK - 1] = '"'; /* closes with the block */
	in[SPLIT_BLOCK] = ',';
	in[SPLIT_BLOCK + 1] = '"';
	in[SPLIT_BLOCK + 9] = '\n';
	split_start(&s, ',');
	split_next(&s, in, &b);
	cr_expect_eq(b.separators, (uint64_t)1 << 10);
	cr_expect_eq(b.odd, 0);
	split_next(&s, in + SPLIT_BLOCK, &b);
	cr_expect_eq(b.separators, 1);
	cr_expect_eq(b.ends, 0);
	cr_expect_eq(b.breaks, (uint64_t)1 << 9);
	cr_expect_eq(b.odd, 0);
	cr_expect_eq(s.inside, ~(uint64_t)0);
}
