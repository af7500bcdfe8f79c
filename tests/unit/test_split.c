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

static void
same_records(const struct split_step *a, const struct split_step *b)
{
	size_t i;

	for (i = 0; i < a->found.nrecords; i++) {
		cr_assert_eq(a->records[i].nends, b->records[i].nends);
		cr_assert_eq(a->records[i].breaks, b->records[i].breaks);
		cr_assert_eq(a->records[i].doubled, b->records[i].doubled);
	}
}

/* One step in all ways, which must find the same. */
static size_t
step(struct split ways[], size_t nways, const char *p, size_t n, uint32_t at,
	uint32_t *ends, struct split_step *found)
{
	size_t sound = split_next(&ways[0], p, n, at, ends, found), i;

	for (i = 1; i < nways; i++) {
		uint32_t others[SPLIT_STEP + SPLIT_ROOM];
		struct split_step other;

		cr_assert_eq(
			split_next(&ways[i], p, n, at, others, &other), sound);
		cr_assert_eq(memcmp(&other.found, &found->found,
				     sizeof(other.found)),
			0);
		same_records(found, &other);
		cr_assert_eq(memcmp(others, ends,
				     found->found.nends * sizeof(*ends)),
			0);
	}
	return sound;
}

/* The cells that end in [first, last), the last of them with the record. */
static void
add_cells(struct buf *out, const struct buf *in, size_t start,
	const uint32_t *ends, size_t first, size_t last)
{
	size_t end = ends[last - 1], i;

	if (end > start && in->p[end - 1] == '\r')
		end--;
	if (end == start)
		return;
	for (i = first; i < last; i++) {
		size_t to = i + 1 < last ? ends[i] : end;

		add_cell(out, in->p + start, to - start);
		start = to + 1;
	}
	on_row('\n', out);
}

/* Is there a doubled quote in the cells that end in [first, last)? */
static bool
has_doubled(const struct buf *in, size_t start, const uint32_t *ends,
	size_t first, size_t last)
{
	size_t i, k;

	for (i = first; i < last; start = ends[i++] + 1)
		for (k = start + 1; in->p[start] == '"' && k + 2 < ends[i]; k++)
			if (in->p[k] == '"' && in->p[k + 1] == '"')
				return true;
	return false;
}

/* Returns whether the whole input is well-formed; steps of a few blocks. */
static int
by_masks(const struct buf *in, char delimiter, struct buf *out)
{
	struct split ways[SIMD_WAYS];
	uint32_t ends[2 * MAX_LEN + SPLIT_ROOM];
	enum simd_way way;
	size_t at, n, i, nends = 0, first = 0, start = 0, nways = 0;
	size_t blocks = SPLIT_BLOCK * (1 + roll(3));

	for (way = 0; way < SIMD_WAYS; way++)
		nways += split_start_by(&ways[nways], delimiter, way);
	cr_assert_leq(in->len, 2 * MAX_LEN);
	for (at = 0; at < in->len; at += n) {
		struct split_step found;

		n = in->len - at < blocks ? in->len - at : blocks;
		if (step(ways, nways, in->p + at, n, (uint32_t)at, ends + nends,
			    &found) < n)
			return 0;
		for (i = 0; i < found.found.nrecords; i++) {
			size_t last = nends + found.records[i].nends;

			add_cells(out, in, start, ends, first, last);
			if (has_doubled(in, start, ends, first, last))
				cr_assert(found.records[i].doubled);
			start = ends[last - 1] + 1;
			first = last;
		}
		nends += found.found.nends;
	}
	return start == in->len;
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
		size_t len, sound;
	} rows[] = {
		{ "plain", "a,b\n", 4, 4 },
		{ "quoted", "\"a\",\"b\"\n", 8, 8 },
		{ "doubled", "\"a\"\"b\",\"\"\"\"\n", 12, 12 },
		{ "break and delimiter inside", "\"a,\n\",b\n", 8, 8 },
		{ "CR LF", "a\r\n\"b\"\r\nc\n", 10, 10 },
		{ "CR inside quotes", "\"a\rb\"\n", 6, 6 },
		{ "quote inside a cell", "a\"b\n", 4, 1 },
		{ "blank before a quote", " \"a\"\n", 5, 1 },
		{ "byte behind a closing quote", "\"a\"b\n", 5, 3 },
		{ "blank behind a closing quote", "\"a\" ,b\n", 7, 3 },
		{ "CR without LF", "a\rb\n", 4, 2 },
		{ "CR CR LF", "a\r\r\n", 4, 2 },
		{ "NUL", "a\0b\n", 4, 1 },
		{ "NUL inside quotes", "\"\0\"\n", 4, 1 },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		uint32_t ends[SPLIT_BLOCK];
		struct split_step found;
		struct split s;

		split_start(&s, ',');
		cr_expect_eq(split_next(&s, rows[i].in, rows[i].len, 0, ends,
				     &found),
			rows[i].sound, "%s", rows[i].why);
	}
}

Test(split, state_crosses_steps)
{
	char in[2 * SPLIT_BLOCK];
	uint32_t ends[sizeof(in)];
	struct split s;
	struct split_step found;

	memset(in, 'a', sizeof(in));
	in[10] = '\n';
	in[11] = '"';
	in[SPLIT_BLOCK - 1] = '"'; /* closes with the step */
	in[SPLIT_BLOCK] = ',';
	in[SPLIT_BLOCK + 1] = '"';
	in[SPLIT_BLOCK + 9] = '\n';
	split_start(&s, ',');
	cr_expect_eq(split_next(&s, in, SPLIT_BLOCK, 500, ends, &found),
		SPLIT_BLOCK);
	cr_expect_eq(found.found.nends, 1);
	cr_expect_eq(ends[0], 510);
	cr_expect_eq(found.found.nrecords, 1);
	cr_expect_eq(found.records[0].nends, 1);
	cr_expect_eq(found.records[0].breaks, 1);
	cr_expect_eq(split_next(&s, in + SPLIT_BLOCK, SPLIT_BLOCK, 500, ends,
			     &found),
		SPLIT_BLOCK);
	cr_expect_eq(found.found.nends, 1);
	cr_expect_eq(ends[0], 500);
	cr_expect_eq(found.found.nrecords, 0);
	cr_expect_eq(found.found.breaks, 1);
	cr_expect_eq(s.state.inside, ~(uint64_t)0);
}

/* Where a record ends in the middle of a block, its line ends are its own. */
Test(split, line_ends_by_record)
{
	static const char in[] = "\"a\nb\r\nc\",d\ne\n\"\r\"\n";
	static const uint32_t breaks[] = { 3, 4, 6 };
	uint32_t ends[sizeof(in)];
	struct split_step found;
	struct split s;
	size_t i;

	split_start(&s, ',');
	cr_expect_eq(split_next(&s, in, sizeof(in) - 1, 0, ends, &found),
		sizeof(in) - 1);
	cr_assert_eq(found.found.nrecords, 3);
	for (i = 0; i < 3; i++)
		cr_expect_eq(found.records[i].breaks, breaks[i]);
}

/* Which records have doubled quotes, wherever they stand; those that share a
 * block with one may be taken for it. */
Test(split, doubled_quotes)
{
	static const struct {
		const char *in;
		bool doubled;
	} rows[] = {
		{ "\"a\"\"b\"\n", true },
		{ "\"\"\"\"\n", true },
		{ "\"a\"\n", false },
		{ "\"\",\"\"\n", false },
		{ "\"\"\n\"\"\n", false },
	};
	static char in[2 * SPLIT_BLOCK + 16];
	uint32_t ends[sizeof(in) + SPLIT_ROOM];
	struct split_step found;
	struct split s;
	size_t i, at, n;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		for (at = 0; at < 2 * SPLIT_BLOCK; at++) {
			memset(in, ',', at);
			strcpy(in + at, rows[i].in);
			n = at + strlen(rows[i].in);
			split_start(&s, ',');
			cr_assert_eq(split_next(&s, in, n, 0, ends, &found), n);
			cr_expect_eq(
				found.records[found.found.nrecords - 1].doubled,
				rows[i].doubled, "%s at %zu", rows[i].in, at);
		}
	}
}
