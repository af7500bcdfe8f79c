/*
 * test_export.c - thousands of damaged exports: whatever happens to the bytes,
 * each record becomes one line or one reject, and what is whole stays whole.
 */
#include "config.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "convert.h"

#define VARIANTS 40 /* of each kind, of each sample */
#define POSTS_MAX 4096

static struct aliases *aliases;
static struct profiles profiles;
static char **samples;
static size_t nsamples;
static uint64_t seed;

/* The same numbers in each run. */
static size_t
pick(size_t below)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(seed >> 33) % below;
}

static void
load(void)
{
	const char *folder = getenv("CLAMOR_PROFILES");
	const char *top = getenv("top_srcdir");
	struct buf path = { 0 };
	struct err err = { 0 };
	struct dirent **list;
	int n, i;

	cr_assert_not_null(folder);
	buf_addf(&path, "%s/aliases.csv", folder);
	cr_assert_eq(aliases_load(&aliases, buf_cstr(&path), &err), CLAMOR_OK);
	cr_assert_eq(profiles_load(&profiles, folder, &err), CLAMOR_OK);
	profiles.shape.max_page = 1u << 20;
	buf_clear(&path);
	buf_addf(&path, "%s/samples/exports", top ? top : ".");
	n = scandir(buf_cstr(&path), &list, NULL, alphasort);
	cr_assert_gt(n, 40);
	samples = calloc((size_t)n, sizeof(*samples));
	for (i = 0; i < n; i++) {
		struct buf name = { 0 };

		if (*list[i]->d_name != '.') {
			buf_addf(&name, "%s/%s", path.p, list[i]->d_name);
			samples[nsamples++] = (char *)buf_cstr(&name);
		}
		free(list[i]);
	}
	free(list);
	buf_free(&path);
}

static struct buf
read_sample(const char *path)
{
	struct buf b = { 0 };
	FILE *f = fopen(path, "rb");
	size_t n;

	cr_assert_not_null(f);
	do {
		buf_reserve(&b, 65536);
		n = fread(b.p + b.len, 1, 65536, f);
		b.len += n;
	} while (n > 0);
	(void)fclose(f);
	return b;
}

/* What came out of an export. */
struct outcome {
	bool opened, json;
	size_t in, out, rejected, headers;
	struct buf lines;
	size_t starts[POSTS_MAX + 1]; /* of the lines that came out */
};

static struct outcome now, before;

static void
convert_batch(struct convert *c, const struct batch *batch, const char *why)
{
	struct csvout csv = { .buf = &now.lines };
	size_t i;

	for (i = 0; i < batch->nrows; i++) {
		const struct row *row = &batch->rows[i];
		size_t from = now.lines.len;

		cr_assert_eq(row->number, ++now.in, "%s: record %zu", why,
			now.in);
		if (row->kind == ROW_HEADER) {
			now.headers++;
		} else if (row->kind == ROW_REJECTED ||
			!convert_row(c, row, &csv)) {
			now.rejected++;
			cr_assert_eq(now.lines.len, from);
		} else {
			csvout_end(&csv);
			cr_assert_null(memchr(now.lines.p + from, '\n',
				now.lines.len - from - 1));
			cr_assert_lt(now.out, POSTS_MAX);
			now.starts[now.out++] = from;
			now.starts[now.out] = now.lines.len;
		}
	}
}

/* Import some bytes as they stand. */
static void
import(struct text in, const char *why)
{
	const struct export_options opt = { .shape = &profiles.shape };
	const struct mapping_options how = { .aliases = aliases,
		.profiles = &profiles };
	const struct convert_options set = { .zone = zone_utc() };
	static struct convert c;
	struct names *names = names_new();
	struct mapping m;
	struct export e;
	struct batch batch;
	struct err err = { 0 };
	char path[64];
	int fd = memfd_create("export", 0);
	size_t seen = 0;

	cr_assert_geq(fd, 0);
	cr_assert_eq(write(fd, in.p, in.len), (ssize_t)in.len);
	(void)snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	buf_clear(&now.lines);
	now.in = now.out = now.rejected = now.headers = 0;
	now.starts[0] = 0;
	c.opt = &set;
	now.opened = export_open(&e, path, &opt, &err) == CLAMOR_OK;
	if (now.opened) {
		now.json = e.dialect.json;
		m = (struct mapping){ 0 };
		while (export_next(&e, &batch, &err) == CLAMOR_OK) {
			names_update(names, &e.header);
			if (seen == 0 || e.header.n != seen) {
				if (mapping_decide(&m, &how, &e.header, names,
					    false, &err) != CLAMOR_OK)
					break;
				if (seen == 0)
					convert_begin(&c, &e, &m);
				else
					convert_refresh(&c);
				c.order[CONVERT_DATE] =
					c.order[CONVERT_REPLY_DATE] =
						DATE_ORDER_DMY;
				seen = e.header.n;
			}
			convert_batch(&c, &batch, why);
		}
		export_close(&e);
	}
	cr_assert_eq(now.in, now.out + now.rejected + now.headers, "%s", why);
	names_free(names);
	(void)close(fd);
}

/* Keep the outcome to compare others with. */
static void
keep(void)
{
	struct buf old = before.lines;

	before = now;
	now.lines = old;
}

static struct text
line_of(const struct outcome *o, size_t i)
{
	return (struct text){ o->lines.p + o->starts[i],
		o->starts[i + 1] - o->starts[i] };
}

static bool
has_line(const struct outcome *o, struct text line)
{
	size_t i;

	for (i = 0; i < o->out; i++)
		if (text_eq(line_of(o, i), line))
			return true;
	return false;
}

/* The id of a post, which the samples of JSON all have but few. */
static struct text
id_of(const struct outcome *o, size_t i)
{
	struct text line = line_of(o, i);
	const char *comma = memchr(line.p, ',', line.len);

	return (struct text){ line.p, (size_t)(comma - line.p) };
}

static size_t
count_lines(const struct outcome *a, const struct outcome *b)
{
	size_t n = 0, i;

	for (i = 0; i < a->out; i++)
		n += has_line(b, line_of(a, i));
	return n;
}

/* Some bytes at random: flipped, replaced, left out, doubled. */
static void
damage(struct buf *b, const struct buf *whole)
{
	static const char favourites[] = "\"\n\r,;\t{}[]\\:\0\xFF\xC3'a1 ";
	size_t times = 1 + pick(3);

	buf_clear(b);
	buf_add(b, whole->p, whole->len);
	while (times-- > 0 && b->len > 2) {
		size_t at = pick(b->len), n = 1 + pick(8);

		if (n > b->len - at)
			n = b->len - at;
		switch (pick(5)) {
		case 0:
			b->p[at] = (char)(b->p[at] ^ (1 << pick(8)));
			break;
		case 1:
		case 2:
			b->p[at] = favourites[pick(sizeof(favourites) - 1)];
			break;
		case 3:
			memmove(b->p + at, b->p + at + n, b->len - at - n);
			b->len -= n;
			break;
		case 4:
			buf_reserve(b, n);
			memmove(b->p + at + n, b->p + at, b->len - at);
			b->len += n;
			break;
		}
	}
}

Test(export, nothing_is_lost_or_invented, .init = load)
{
	struct buf variant = { 0 };
	size_t i, k, n = 0;

	for (i = 0; i < nsamples; i++) {
		struct buf whole = read_sample(samples[i]);

		for (k = 0; k < 4 * VARIANTS; k++, n++) {
			damage(&variant, &whole);
			import(buf_text(&variant), samples[i]);
		}
		buf_free(&whole);
	}
	buf_free(&variant);
	cr_expect_gt(n, 6000);
}

Test(export, lines_change_their_places, .init = load)
{
	struct buf variant = { 0 };
	size_t i, k;

	for (i = 0; i < nsamples; i++) {
		struct buf whole = read_sample(samples[i]);

		for (k = 0; k < VARIANTS; k++) {
			/* two pieces swapped, one glued on */
			size_t a = pick(whole.len), b = pick(whole.len), t;

			if (a > b) {
				t = a;
				a = b;
				b = t;
			}
			buf_clear(&variant);
			buf_add(&variant, whole.p, a);
			buf_add(&variant, whole.p + b, whole.len - b);
			buf_add(&variant, whole.p + a, b - a);
			import(buf_text(&variant), samples[i]);
		}
		buf_free(&whole);
	}
	buf_free(&variant);
}

/* A letter of a text becomes another one: the other posts are as before. */
Test(export, a_wrong_letter_costs_no_other_post, .init = load)
{
	size_t i, k, n = 0;

	for (i = 0; i < nsamples; i++) {
		struct buf b = read_sample(samples[i]);
		size_t tail = b.len / 3; /* names of columns stand before */

		import(buf_text(&b), samples[i]);
		keep();
		for (k = 0; k < VARIANTS && before.out > 1; k++) {
			char *at = b.p + tail + pick(b.len - tail), old = *at;

			if ((old | 0x20) < 'a' || (old | 0x20) > 'z' ||
				at[-1] == '\\')
				continue;
			*at = 'x';
			import(buf_text(&b), samples[i]);
			*at = old;
			if (!now.opened || now.in != before.in)
				continue; /* it was the name of an array */
			n++;
			/* one changes itself, another one may have it beside
			 * it, or around it */
			cr_expect_geq(count_lines(&before, &now) + 2,
				before.out, "%s at %zu", samples[i],
				(size_t)(at - b.p));
		}
		buf_free(&b);
	}
	cr_expect_gt(n, 500);
}

/* Of JSON that is cut off all posts before the cut come out, the cut one is
 * rejected, and none is there that was not before. */
Test(export, cut_json, .init = load)
{
	size_t i, end, n = 0;

	for (i = 0; i < nsamples; i++) {
		struct buf b = read_sample(samples[i]);
		size_t most = 0;

		import(buf_text(&b), samples[i]);
		keep();
		for (end = 3; end < b.len && before.json; end += 7, n++) {
			size_t k;

			import((struct text){ b.p, end }, samples[i]);
			if (!now.json)
				continue;
			cr_expect_leq(now.rejected, 1, "%s at %zu", samples[i],
				end);
			cr_expect_geq(now.out, most, "%s at %zu", samples[i],
				end);
			most = now.out;
			cr_assert_leq(now.out, before.out);
			for (k = 0; k < now.out; k++)
				cr_expect(text_eq(id_of(&now, k),
						  id_of(&before, k)),
					"%s at %zu: post %zu", samples[i], end,
					k);
		}
		buf_free(&b);
	}
	cr_expect_gt(n, 1000);
}

/*
 * A bracket that is another one costs the post that it stands in; hardly ever
 * is a piece of it taken for a post. (Where it makes two well-formed objects of
 * one, the second cannot be told from a post.)
 */
Test(export, a_wrong_bracket, .init = load)
{
	static const char brackets[] = "{}[]";
	size_t i, at, n = 0, invented = 0;

	for (i = 0; i < nsamples; i++) {
		struct buf b = read_sample(samples[i]);
		size_t k, j;

		import(buf_text(&b), samples[i]);
		keep();
		for (at = 24; at < b.len && before.json; at++) {
			char old = b.p[at];

			if (memchr(brackets, old, 4) == NULL)
				continue;
			b.p[at] = brackets[(size_t)(strchr(brackets, old) -
						    brackets) ^
				(1 + pick(3))];
			import(buf_text(&b), samples[i]);
			b.p[at] = old;
			n++;
			for (k = 0; k < now.out; k++) {
				for (j = 0; j < before.out; j++)
					if (text_eq(id_of(&now, k),
						    id_of(&before, j)))
						break;
				invented += j == before.out;
			}
		}
		buf_free(&b);
	}
	cr_expect_gt(n, 300);
	cr_expect_leq(invented * 200, n, "%zu of %zu", invented, n);
}
