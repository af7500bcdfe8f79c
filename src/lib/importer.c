/* importer.c - recognise an export, convert its records, say what was odd. */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "explain.h"
#include "importer.h"
#include "rejects.h"
#include "window.h"
#include "xalloc.h"

struct importer {
	const struct importer_options *opts;
	struct rejects *rejects;
	struct convert convert;
	struct sink *out; /* opened with the first header */
	struct buf buf;
	struct csvout csv;
	struct totals {
		uint64_t in, out, headers;
		uint64_t repaired, dates, numbers; /* see convert_counts */
	} totals;
	bool zone_noted;

	/* the present export */
	struct export export;
	struct mapping mapping;
	struct names *names; /* of its header */
	size_t known;        /* columns of it that were looked at */
	size_t *keep;     /* places of the columns of --keep */
	const char *name; /* of the export, for messages */
};

/* Header and records out. */

static void
write_header(struct importer *im)
{
	struct buf name = { 0 };
	size_t i;

	if (im->out != NULL)
		return;
	im->out = cli_output(&im->opts->common);
	for (i = 0; i < CANON_N; i++)
		csvout_str(&im->csv, canon_name((enum canon)i));
	for (i = 0; i < im->opts->nkeep; i++) {
		const char *keep = im->opts->keep[i];

		buf_clear(&name);
		if (canon_by_name(text_of(keep)) < CANON_N)
			buf_adds(&name, "src_");
		buf_adds(&name, keep);
		csvout_text(&im->csv, buf_text(&name));
	}
	csvout_end(&im->csv);
	buf_free(&name);
	cli_flush(im->out, &im->buf);
}

static void
reject(struct importer *im, const struct row *row, const char *reason,
	const char *text)
{
	const struct reject what = {
		.file = im->name,
		.record = row->number,
		.line = row->line + im->export.lines,
		.offset = row->offset + im->export.dialect.skip,
		.reason = reason,
		.text = text,
		.raw = row->raw,
	};

	rejects_add(im->rejects, &what);
}

/* A record that the reader could not read: why, in words. */
static void
reject_unread(struct importer *im, const struct row *row)
{
	char text[128];

	row_explain(
		row, im->export.header.n, im->export.lines, text, sizeof(text));
	reject(im, row, row_reason_name(row->reason), text);
}

static void
import_row(struct importer *im, const struct row *row)
{
	size_t i;

	if (!convert_row(&im->convert, row, &im->csv)) {
		reject(im, row, "date order",
			"its date has another order of day and month than "
			"its column (--date-order sets the order)");
		return;
	}
	for (i = 0; i < im->opts->nkeep; i++)
		convert_keep(&im->convert, row, im->keep[i], &im->csv);
	csvout_end(&im->csv);
	im->totals.out++;
}

static void
import_batch(struct importer *im, const struct batch *batch)
{
	size_t i;

	im->totals.in += batch->nrows;
	for (i = 0; i < batch->nrows; i++) {
		const struct row *row = &batch->rows[i];

		switch (row->kind) {
		case ROW_DATA:
			import_row(im, row);
			break;
		case ROW_HEADER:
			im->totals.headers++;
			break;
		case ROW_REJECTED:
			reject_unread(im, row);
			break;
		}
	}
	cli_flush(im->out, &im->buf);
}

/* The order of days and months. */

/* Is there a column of dates whose order is to be found out? */
static bool
wants_order(const struct importer *im, int which)
{
	enum canon c = which == CONVERT_DATE ? CANON_DATE : CANON_REPLY_DATE;

	return im->opts->order == DATE_ORDER_UNKNOWN &&
		im->mapping.parts[c].n > 0 &&
		im->opts->convert.set[c] == NULL;
}

/* What the records of the window say about one column of dates. */
static struct date_window
weigh(struct importer *im, const struct window *w, int which)
{
	struct date_window dates = { 0 };
	size_t n = 0, b, i;

	for (b = 0; b < w->n; b++)
		for (i = 0; i < w->batches[b].nrows; i++, n++) {
			const struct row *row = &w->batches[b].rows[i];

			if (row->kind == ROW_DATA && window_covers(row, n))
				datetime_weigh(&dates,
					convert_raw_date(
						&im->convert, row, which));
		}
	return dates;
}

/* The name of the preferred column of a part. */
static const char *
first_name(const struct importer *im, enum canon c)
{
	return im->export.header.names[im->mapping.parts[c].fields[0].column];
}

/* With --explain, how a column of dates is read. */
static void
tell_order(struct importer *im, int which, const char *why)
{
	enum canon c = which == CONVERT_DATE ? CANON_DATE : CANON_REPLY_DATE;

	if (im->opts->explain)
		explain_order(im->name,
			first_name(im, c),
			im->convert.order[which], why);
}

/* Settle what a column alone could not tell; false if nothing can. */
static bool
settle_order(struct importer *im, int which, bool undecided)
{
	enum canon c = which == CONVERT_DATE ? CANON_DATE : CANON_REPLY_DATE;
	enum date_order *order = im->convert.order;
	const char *column = first_name(im, c);

	if (order[1 - which] != DATE_ORDER_UNKNOWN) {
		order[which] = order[1 - which];
		if (undecided)
			tell_order(im, which, "the other column of dates is");
		return true;
	}
	order[which] = im->mapping.parts[c].fields[0].how.order;
	if (order[which] != DATE_ORDER_UNKNOWN) {
		if (undecided)
			tell_order(im, which, "the profile says so");
		return true;
	}
	if (im->mapping.spanish) {
		order[which] = DATE_ORDER_DMY;
		if (undecided)
			diag_note("%s: '%s' is read as day/month/year, for the "
				  "headers are Spanish (--date-order mdy reads "
				  "month/day/year)",
				im->name, column);
		return true;
	}
	if (undecided)
		diag_error("%s: skipped: '%s' may be day/month/year or "
			   "month/day/year; say which: --date-order dmy or "
			   "--date-order mdy",
			im->name, column);
	return !undecided;
}

static bool
decide_order(struct importer *im, const struct window *w)
{
	bool undecided[CONVERT_DATES] = { false };
	int i;

	for (i = 0; i < CONVERT_DATES; i++) {
		struct date_window dates;

		im->convert.order[i] = im->opts->order;
		if (!wants_order(im, i))
			continue;
		dates = weigh(im, w, i);
		im->convert.order[i] = datetime_decide(&dates);
		tell_order(im, i, "its values show it");
		undecided[i] = datetime_is_undecided(&dates);
	}
	for (i = 0; i < CONVERT_DATES; i++)
		if (wants_order(im, i) &&
			im->convert.order[i] == DATE_ORDER_UNKNOWN &&
			!settle_order(im, i, undecided[i]))
			return false;
	return true;
}

/* One export. */

static bool
read_batch(struct importer *im, struct batch *batch)
{
	struct err err = { 0 };
	enum rc rc = export_next(&im->export, batch, &err);

	if (rc != CLAMOR_OK && rc != CLAMOR_END)
		diag_err(&err);
	return rc == CLAMOR_OK;
}

/*
 * The records that decisions rest on: those of the order of dates, and for
 * JSON which fields there are.
 */
static void
fill_window(struct importer *im, struct window *w)
{
	struct batch batch;

	while (!window_is_full(w) && read_batch(im, &batch))
		window_add(w, &batch);
}

/* Where do its columns go? */
static enum rc
decide_mapping(struct importer *im, bool again, struct err *err)
{
	const struct mapping_options opt = {
		.aliases = im->opts->aliases,
		.profiles = im->opts->profiles,
		.profile = im->opts->profile,
		.no_profile = im->opts->no_profile,
		.wanted = (const char *const *)im->opts->map,
	};

	if (!again)
		names_update(im->names, NULL);
	names_update(im->names, &im->export.header);
	return mapping_decide(&im->mapping, &opt, &im->export.header,
		im->names, again, err);
}

/* The header of JSON grows: a field may be met late for the first time. */
static void
look_again(struct importer *im)
{
	size_t i;

	if (im->export.header.n == im->known)
		return;
	im->known = im->export.header.n;
	if (decide_mapping(im, true, NULL) != CLAMOR_OK)
		return;
	convert_refresh(&im->convert);
	for (i = 0; i < im->opts->nkeep; i++)
		if (im->keep[i] == COLUMN_NONE)
			im->keep[i] = mapping_find(
				&im->export.header, im->opts->keep[i]);
}

static void
import_records(struct importer *im, struct window *w)
{
	struct batch batch;
	size_t i;

	if (w->n == 0 &&
		(wants_order(im, CONVERT_DATE) ||
			wants_order(im, CONVERT_REPLY_DATE)))
		fill_window(im, w);
	if (!decide_order(im, w))
		return;
	write_header(im);
	for (i = 0; i < w->n; i++)
		import_batch(im, &w->batches[i]);
	while (read_batch(im, &batch)) {
		look_again(im);
		import_batch(im, &batch);
	}
}

/* A column that is known by a word of its name alone may be another one. */
static void
tell_guess(const struct importer *im, enum canon c)
{
	if (im->mapping.by_word[c == CANON_DATE])
		diag_note("%s: the %s is taken from '%s' (--map %s=COLUMN takes "
			  "another)",
			im->name, canon_name(c), first_name(im, c),
			canon_name(c));
}

/* Find the columns; false, said, if one that is needed is not there. */
static bool
find_columns(struct importer *im)
{
	const struct header *h = &im->export.header;
	struct buf list = { 0 };
	struct err err = { 0 };
	bool ok = true;
	size_t i;

	err_at(&err, im->name, 0, 0);
	if (decide_mapping(im, false, &err) != CLAMOR_OK) {
		diag_err(&err);
		return false;
	}
	mapping_list(&list, h);
	if (im->mapping.parts[CANON_TEXT].n == 0 &&
		im->opts->convert.set[CANON_TEXT] == NULL && h->n > 0) {
		diag_error("%s: skipped: none of its columns is known to hold "
			   "the text: %s; name it: --map text=COLUMN",
			im->name, buf_cstr(&list));
		ok = false;
	}
	for (i = 0; i < im->opts->nkeep && ok; i++) {
		im->keep[i] = mapping_find(h, im->opts->keep[i]);
		if (im->keep[i] == COLUMN_NONE && h->sparse)
			diag_note("%s: --keep: no '%s' in the first posts",
				im->name, im->opts->keep[i]);
		else if (im->keep[i] >= COLUMN_TWICE) {
			diag_error("%s: skipped: --keep: %s column '%s'; the "
				   "columns are %s",
				im->name,
				im->keep[i] == COLUMN_NONE ? "no"
							   : "more than "
							     "one",
				im->opts->keep[i], buf_cstr(&list));
			ok = false;
		}
	}
	buf_free(&list);
	if (ok) {
		tell_guess(im, CANON_TEXT);
		tell_guess(im, CANON_DATE);
	}
	if (ok && im->opts->explain)
		explain_columns(im->name, &im->mapping, h);
	return ok;
}

/* What was left empty or repaired is told once for each export. */
static void
tell(struct importer *im)
{
	const struct convert_counts *c = &im->convert.counts;
	uint64_t repaired = c->repaired + export_repaired(&im->export);

	if (repaired > 0)
		diag_note("%s: %" PRIu64 " ill-formed byte sequences repaired",
			im->name, repaired);
	if (c->undoubled > 0)
		diag_note("%s: %" PRIu64 " cells had been encoded twice "
			  "(\"Ã³\" for \"ó\"): repaired",
			im->name, c->undoubled);
	if (c->unreadable_dates > 0)
		diag_note("%s: %" PRIu64 " unreadable dates left empty, the "
			  "first is '%s'",
			im->name, c->unreadable_dates, c->example);
	if (export_unjoined(&im->export) > 0)
		diag_note("%s: %" PRIu64 " pages are too large to look up what "
			  "stands beside their posts, such as authors: "
			  "--max-page",
			im->name, export_unjoined(&im->export));
	if (c->zoneless > 0 && !im->opts->zone_is_said && !im->zone_noted) {
		diag_note("times without a zone are read as UTC; --tz ZONE or "
			  "$CLAMOR_TZ name another one");
		im->zone_noted = true;
	}
	im->totals.repaired += repaired + c->undoubled;
	im->totals.dates += c->unreadable_dates;
	im->totals.numbers += c->unreadable_numbers;
}

static void
tell_dialect(struct importer *im)
{
	const struct dialect *d = &im->export.dialect;

	if (d->lines > d->hint)
		diag_note("%s: %zu lines above the header are left out",
			im->name, d->lines);
	if (im->opts->explain)
		explain_dialect(im->name, d);
}

void
importer_file(struct importer *im, const char *path)
{
	const struct export_options opt = {
		.delimiter = im->opts->common.delimiter,
		.max_record = im->opts->common.max_record,
		.shape = &im->opts->shape,
	};
	struct window w = { 0 };
	struct err err = { 0 };

	if (export_open(&im->export, path, &opt, &err) != CLAMOR_OK) {
		diag_err(&err);
		return;
	}
	im->name = source_name(im->export.source);
	tell_dialect(im);
	if (im->export.dialect.json)
		fill_window(im, &w);
	im->known = im->export.header.n;
	if (find_columns(im)) {
		convert_begin(&im->convert, &im->export, &im->mapping);
		import_records(im, &w);
		tell(im);
	}
	window_clear(&w);
	export_close(&im->export);
}

struct importer *
importer_new(const struct importer_options *o)
{
	struct importer *im = xcalloc(1, sizeof(*im));

	im->opts = o;
	im->convert.opt = &o->convert;
	im->names = names_new();
	im->keep = xcalloc(o->nkeep, sizeof(*im->keep));
	im->csv.buf = &im->buf;
	im->rejects = rejects_open(&o->common);
	return im;
}

int
importer_close(struct importer *im)
{
	const struct totals *t = &im->totals;
	struct sink *out = im->out;
	uint64_t rejected = rejects_count(im->rejects);

	rejects_close(im->rejects, t->in);
	if (im->opts->common.stats)
		diag_note("in=%" PRIu64 " out=%" PRIu64 " rejected=%" PRIu64
			  " headers=%" PRIu64 " repaired=%" PRIu64
			  " unreadable_dates=%" PRIu64
			  " unreadable_numbers=%" PRIu64,
			t->in, t->out, rejected, t->headers, t->repaired,
			t->dates, t->numbers);
	convert_free(&im->convert);
	buf_free(&im->buf);
	names_free(im->names);
	free(im->keep);
	free(im);
	return cli_finish(out);
}
