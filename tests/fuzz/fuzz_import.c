/*
 * fuzz_import.c - any bytes as an export.
 *
 * Promises: it is refused with a reason, or each record becomes one line of
 * clean UTF-8 with all canonical cells.
 */
#include "config.h"

#include "convert.h"
#include "fuzz.h"
#include "slowcsv.h"
#include "utf8.h"

static struct aliases *aliases;
static struct profiles profiles;

static void
begin(void)
{
	const char *folder = getenv("CLAMOR_PROFILES");
	struct err err = { 0 };
	char path[512];

	if (aliases != NULL)
		return;
	MUST(folder != NULL);
	(void)snprintf(path, sizeof(path), "%s/aliases.csv", folder);
	MUST(aliases_load(&aliases, path, &err) == CLAMOR_OK);
	MUST(profiles_load(&profiles, folder, &err) ==
		CLAMOR_OK);
	profiles.shape.max_page = 1u << 12;
}

static int
is_digits(const char *p, size_t n)
{
	while (n-- > 0)
		if (*p < '0' || *p++ > '9')
			return 0;
	return 1;
}

/* 2026-11-21 or 2026-11-21T14:05:00-06:00 or …Z, or nothing */
static void
check_date(struct text t)
{
	if (t.len == 0)
		return;
	MUST(t.len >= 10 && is_digits(t.p, 4) && t.p[4] == '-' &&
		is_digits(t.p + 5, 2) && t.p[7] == '-' &&
		is_digits(t.p + 8, 2));
	MUST(t.len == 10 || (t.p[10] == 'T' && (t.len == 20 || t.len == 25)));
}

/* The line that a record became. */
static void
check_line(struct slowcsv *slow, struct text line)
{
	struct slow_record rec;
	size_t i, start = 0;

	MUST(line.len > 0 && line.p[line.len - 1] == '\n');
	MUST(memchr(line.p, '\n', line.len - 1) == NULL);
	MUST(memchr(line.p, '\r', line.len) == NULL);
	MUST(memchr(line.p, '\0', line.len) == NULL);
	MUST(utf8_valid_prefix(line.p, line.len) == line.len);
	slowcsv_start(slow);
	MUST(slowcsv_decide(slow, line.p, line.len, true, &rec) ==
		SLOW_RECORD);
	MUST(rec.used == line.len && rec.nends == CANON_N);
	for (i = 0; i < CANON_N; i++) {
		if (i == CANON_DATE || i == CANON_REPLY_DATE)
			check_date((struct text){ line.p + start,
				rec.ends[i] - start });
		start = rec.ends[i] + 1;
	}
}

static void
convert_all(struct export *e, struct convert *c)
{
	struct slowcsv *slow = slowcsv_new(',', 1u << 26);
	struct buf line = { 0 };
	struct csvout out = { .buf = &line };
	struct batch batch;
	struct err err = { 0 };
	size_t i;

	while (export_next(e, &batch, &err) == CLAMOR_OK)
		for (i = 0; i < batch.nrows; i++) {
			struct date_window w = { 0 };

			if (batch.rows[i].kind != ROW_DATA)
				continue;
			datetime_weigh(&w, convert_raw_date(c, &batch.rows[i],
				CONVERT_DATE));
			buf_clear(&line);
			if (!convert_row(c, &batch.rows[i], &out)) {
				MUST(line.len == 0);
				continue;
			}
			csvout_end(&out);
			check_line(slow, buf_text(&line));
		}
	buf_free(&line);
	slowcsv_free(slow);
}

static void
import(const char *path)
{
	const struct mapping_options how = { .aliases = aliases,
		.profiles = &profiles };
	struct convert_options opt = { .zone = zone_utc() };
	struct export_options open = { .max_record = 1u << 16,
		.shape = &profiles.shape };
	struct convert c = { .opt = &opt };
	struct export e;
	struct names *names;
	struct mapping m;
	struct err err = { 0 };

	if (export_open(&e, path, &open, &err) != CLAMOR_OK) {
		MUST(err.text[0] != '\0');
		return;
	}
	names = names_new();
	names_update(names, &e.header);
	if (mapping_decide(&m, &how, &e.header, names, false, &err) ==
		CLAMOR_OK) {
		convert_begin(&c, &e, &m);
		c.order[CONVERT_DATE] = DATE_ORDER_DMY;
		convert_all(&e, &c);
		convert_free(&c);
	} else {
		MUST(err.text[0] != '\0');
	}
	names_free(names);
	export_close(&e);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	begin();
	import(fuzz_file(data, size));
	fuzz_unlink();
	return 0;
}
