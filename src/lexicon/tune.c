/* tune.c - clamor-lexicon tune: weights by the user's own labelled posts. */
#include "config.h"

#include <inttypes.h>

#include "confusion.h"
#include "labelled.h"
#include "limits.h"
#include "number.h"
#include "record.h"

#define COST 0.1 /* by default */
#define FOLDS 5
#define FOLDS_MAX 100
#define LEAST 3

/* What is written: the lexicon's file with its new weights. */
struct rewrite {
	const struct tuning *tuning;
	const struct table *table;
	size_t weight, old_weight; /* columns */
	size_t rows;               /* so far, the header counted */
};

static void
write_weight(struct csvout *out, int32_t weight)
{
	struct buf b = { 0 };

	if (weight != 0)
		number_add_milli(&b, weight);
	csvout_text(out, buf_text(&b));
	buf_free(&b);
}

/* The header and the rows follow each other as in the table. */
static void
write_row(struct rewrite *w, struct csvout *out, const struct row *row)
{
	bool header = w->rows++ == 0;
	size_t number = w->rows - 2, i;
	int32_t old = 0, new = 0;

	if (!header) {
		old = tuning_old_weight(w->tuning, number);
		new = tuning_entry(w->tuning, number)->weight;
	}
	for (i = 0; i < row->ncells; i++) {
		if (i == w->old_weight)
			continue;
		if (i == w->weight && new != old)
			write_weight(out, new);
		else
			csvout_raw(out, row_run(row, i, i));
		if (i == w->weight && header)
			csvout_str(out, "old_weight");
		else if (i == w->weight)
			write_weight(out, old);
	}
	csvout_end(out);
}

static void
write_batch(struct rewrite *w, struct csvout *out, const struct batch *batch)
{
	size_t i;

	for (i = 0; i < batch->nrows; i++) {
		const struct row *r = &batch->rows[i];
		const struct cell first = row_cell(r, 0);

		if (!table_is_comment((struct text){ first.p, first.len })) {
			write_row(w, out, r);
		} else {
			csvout_raw(out, r->raw);
			csvout_end(out);
		}
	}
}

/* The file again, comments and all, with its new weights. */
static void
write_lexicon(struct rewrite *w, const struct opts *o)
{
	struct sink *sink = cli_output(&o->common);
	struct buf buf = { 0 };
	struct csvout out = { .buf = &buf,
		.delimiter = table_delimiter(w->table) };
	struct record_options how = { .delimiter = out.delimiter,
		.headerless = true,
		.any_width = true };
	struct record_reader *reader;
	struct source *source;
	struct batch batch;
	struct err err = { 0 };
	enum rc rc;

	rc = source_open(&source, table_path(w->table), false, &err);
	if (rc != CLAMOR_OK)
		diag_fatal(&err);
	reader = record_reader_new(source, &how);
	while ((rc = record_next(reader, &batch, &err)) == CLAMOR_OK) {
		write_batch(w, &out, &batch);
		cli_flush(sink, &buf);
	}
	if (rc != CLAMOR_END)
		diag_fatal(&err);
	record_reader_free(reader);
	source_close(source);
	buf_free(&buf);
	(void)cli_finish(sink);
}

static size_t
count_changed(const struct tuning *t)
{
	size_t i, n = 0;

	for (i = 0; i < tuning_count(t); i++)
		n += tuning_entry(t, i)->weight != tuning_old_weight(t, i);
	return n;
}

static void
tell(const struct tuning *t, const struct tuning_gain *gain, uint64_t folds)
{
	diag_note("%zu of %zu weights changed; macro-F1 on posts not learnt "
		  "from: %.3f, before %.3f (%" PRIu64 " folds)",
		count_changed(t), tuning_count(t),
		(double)gain->after / CONFUSION_ONE,
		(double)gain->before / CONFUSION_ONE, folds);
	if (gain->after <= gain->before)
		diag_note("that is no gain: rather keep the old weights");
}

/* Keep all labelled posts. */
static void
read_posts(struct tuning *t, const struct opts *o)
{
	struct labelled *posts = labelled_open(o, o->operands + 1, true);
	struct labelled_post p;
	uint64_t n = 0;

	while (labelled_next(posts, &p)) {
		if (p.label == LABEL_NONE)
			continue;
		if (tuning_add(t, p.text, p.label, p.rated) != CLAMOR_OK) {
			diag_note("more posts than can be kept: the first "
				  "%" PRIu64 " count",
				n);
			diag_raise(EXIT_REJECTED);
			break;
		}
		n++;
	}
	labelled_close(posts, n);
	diag_note("%" PRIu64 " posts: %" PRIu64 " against, %" PRIu64
		  " for, %" PRIu64 " neither",
		n, tuning_posts(t, LABEL_AGAINST), tuning_posts(t, LABEL_FOR),
		tuning_posts(t, LABEL_NEITHER));
}

/* The lexicon's table as it was read; ends the program if it has no weights. */
static struct rewrite
find_weights(const struct lexicon *lex, const char *name)
{
	struct rewrite w = { 0 };

	w.table = lexicon_table(lex, lexicon_nfiles(lex) - 1);
	w.weight = table_column(w.table, "weight");
	w.old_weight = table_column(w.table, "old_weight");
	if (w.weight == TABLE_NONE)
		cli_usage_error("%s has no column weight", name);
	return w;
}

static void
tune(struct opts *o)
{
	const char *name = o->operands[0];
	struct tuning_options how = { .cost = o->tune.cost > 0 ? o->tune.cost
							       : COST,
		.folds = (unsigned)(o->tune.folds ? o->tune.folds : FOLDS),
		.least = o->tune.least ? o->tune.least : LEAST,
		.flip = o->tune.flip };
	struct lexloaded loaded;
	struct tuning_gain gain;
	struct tuning *t;
	struct rewrite w;

	if (name == NULL)
		cli_usage_error("say which lexicon is to be tuned");
	lexload_file(&o->lexload, name);
	loaded = lexload(&o->lexload);
	w = find_weights(loaded.lexicon, name);
	w.tuning = t = tuning_new(loaded.lexicon, &how);
	read_posts(t, o);
	if (tuning_learn(t, &gain) == CLAMOR_OK) {
		tell(t, &gain, how.folds);
		write_lexicon(&w, o);
	} else {
		diag_note("nothing can be learnt: labels of complaints and of "
			  "praise are needed that the old weights do not "
			  "contradict");
		diag_raise(EXIT_TROUBLE);
	}
	limits_tell(tuning_limits(t), matcher_limited(tuning_matcher(t)));
	tuning_free(t);
	lexload_free(&loaded, &o->lexload);
}

static void
set_cost(struct opts *o)
{
	int64_t milli;

	if (!number_milli(text_of(optarg), &milli) || milli < 1 ||
		milli > 1000000)
		cli_usage_error(
			"bad number '%s' for --cost (0.001 to 1000)", optarg);
	o->tune.cost = (double)milli / 1000;
}

static void
set(struct opts *o, int opt)
{
	if (opt == OPT_FLIP)
		o->tune.flip = true;
	else if (opt == OPT_COST)
		set_cost(o);
	else if (opt == OPT_FOLDS)
		o->tune.folds = command_number("--folds", 2, FOLDS_MAX);
	else if (opt == OPT_MIN_POSTS)
		o->tune.least = command_number("--min-posts", 1, 1000000);
	else
		labelled_set(o, opt);
}

/* clang-format off */
static const struct option options[] = {
	{ "cost", required_argument, NULL, OPT_COST },
	{ "flip", no_argument, NULL, OPT_FLIP },
	{ "folds", required_argument, NULL, OPT_FOLDS },
	{ "min-posts", required_argument, NULL, OPT_MIN_POSTS },
	LABELLED_OPTIONS,
	CLI_OPTIONS_END
};
/* clang-format on */

const struct command command_tune = {
	.name = "tune",
	.usage = "[OPTION]... LEXICON [FILE]...",
	.help = "    the lexicon with weights fitted to labelled posts; the old ones stand\n"
		"    beside them, the gain is told\n"
		"      --cost N             how far weights may go from the old ones\n"
		"                           (default 0.1; less is nearer)\n"
		"      --flip               a weight may change its sign\n"
		"      --folds N            of the cross-validation (default 5)\n"
		"      --min-posts N        leave entries of fewer posts as they are\n"
		"                           (default 3)\n"
		"    and --text, --true, --against, --for, -f, --no-defaults of suggest\n",
	.options = options,
	.set = set,
	.run = tune,
};
