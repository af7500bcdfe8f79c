/* clamor-eval.c - how good a prediction is on posts that people labelled. */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "intake.h"
#include "measures.h"
#include "tty.h"
#include "worst.h"
#include "xalloc.h"

#define DRAWS 1000 /* of the bootstrap, by default */
#define DRAWS_MAX 1000000
#define ERRORS_MAX 1000000

struct opts {
	struct cli_common common;
	const char *label;  /* --true COLUMN */
	const char *guess;  /* --guess COLUMN */
	const char *versus; /* --versus COLUMN, or NULL */
	const char *text, *score;
	const char *label_prefix;
	struct classes *classes;      /* --classes, --map, --skip */
	uint64_t seed, draws, errors; /* errors: 0 for the measures */
	bool table;
};

/* The cells of a row that are read: those of an error come first. */
enum {
	CELL_ID,
	CELL_TEXT,
	CELL_LABEL,
	CELL_GUESS,
	CELL_SCORE,
	CELL_EVIDENCE,
	CELL_VERSUS,
	CELLS
};

_Static_assert(CELL_EVIDENCE + 1 == WORST_CELLS, "the cells of an error");

static const char *const error_columns[WORST_CELLS] = { "id", "text", "true",
	"guess", "score", "evidence" };

struct eval {
	const struct opts *opts;
	size_t columns[CELLS];
	struct buf scratch[CELLS];
	struct confusion guess, versus;   /* by the numbers of values */
	uint64_t only_guess, only_versus; /* right where the other is wrong */
	uint64_t unlabelled, skipped;
	struct worst *worst; /* with --errors */
};

static void
usage(void)
{
	(void)fputs("\
Usage: clamor-eval [OPTION]... [FILE]...\n\
Compare guesses with labels: precision, recall, F1, confusion, worst errors.\n\
\n\
  clamor-label corregido.csv | clamor-eval --map mixed=neu --table\n\
  clamor-label corregido.csv | clamor-eval --errors 20 > errores.csv\n\
\n\
Rows whose label is empty are left out and counted; an empty guess is wrong.\n\
\n\
      --true COLUMN        the labels (default label)\n\
      --guess COLUMN       the guesses (default polarity)\n\
      --versus COLUMN      other guesses, compared by McNemar's test\n\
      --label-prefix P     what clamor-label was given as --prefix: guesses,\n\
                           score and evidence are those of these names\n\
      --classes A,B,...    judge these classes, in this order; other values\n\
                           count as (other) (default: all found, sorted)\n\
      --map FROM=TO,...    count a value, labelled or guessed, as another;\n\
                           either may be empty\n\
      --skip A,...         leave out rows labelled so (before --map)\n\
      --draws N            of the bootstrap for F1; 0: none (default 1000)\n\
      --seed N             where its random numbers begin (default 1)\n\
      --table              a table for the eye instead of CSV\n\
      --errors N           write the N errors with the largest |score|\n\
                           instead: id, text, true, guess, score, evidence\n\
      --text COLUMN        the text of --errors (default text)\n\
      --score COLUMN       its score (default score)\n",
		stdout);
	(void)fputs(cli_help_excel, stdout);
	(void)fputs(cli_help_input, stdout);
	(void)fputs(cli_help_base, stdout);
}

/* Options. */

/* The next piece of a list with commas, and where the list goes on; NULL
 * there after the last. */
static struct text
next_piece(const char **list)
{
	struct text t = { *list, strcspn(*list, ",") };

	*list = t.p[t.len] == ',' ? t.p + t.len + 1 : NULL;
	return t;
}

static void
add_classes(struct opts *o, const char *list)
{
	struct err err = { 0 };

	while (list != NULL)
		if (classes_choose(o->classes, next_piece(&list), &err) !=
			CLAMOR_OK)
			cli_usage_error("--classes: %s", err.text);
}

static void
add_merges(struct opts *o, const char *list)
{
	while (list != NULL) {
		struct text t = next_piece(&list);
		const char *equals = memchr(t.p, '=', t.len);
		size_t from;

		if (equals == NULL)
			cli_usage_error("--map needs FROM=TO, not '%.*s'",
				(int)t.len, t.p);
		from = (size_t)(equals - t.p);
		classes_merge(o->classes, (struct text){ t.p, from },
			(struct text){ equals + 1, t.len - from - 1 });
	}
}

static void
add_skips(struct opts *o, const char *list)
{
	while (list != NULL)
		classes_skip(o->classes, next_piece(&list));
}

static uint64_t
parse_number(const char *option, const char *s, uint64_t least, uint64_t most)
{
	uint64_t v = 0;
	const char *p;

	for (p = s; *p >= '0' && *p <= '9' && v <= most / 10; p++)
		v = v * 10 + (uint64_t)(*p - '0');
	if (p == s || *p != '\0' || v < least || v > most)
		cli_usage_error("bad number '%s' for %s (%" PRIu64
				" to %" PRIu64 ")",
			s, option, least, most);
	return v;
}

enum {
	OPT_TRUE = OPT_FILTER,
	OPT_GUESS,
	OPT_VERSUS,
	OPT_LABEL_PREFIX,
	OPT_CLASSES,
	OPT_MAP,
	OPT_SKIP,
	OPT_DRAWS,
	OPT_SEED,
	OPT_TABLE,
	OPT_ERRORS,
	OPT_TEXT,
	OPT_SCORE,
};

static void
set_option(struct opts *o, int opt)
{
	switch (opt) {
	case OPT_TRUE:
		o->label = optarg;
		break;
	case OPT_GUESS:
		o->guess = optarg;
		break;
	case OPT_VERSUS:
		o->versus = optarg;
		break;
	case OPT_LABEL_PREFIX:
		o->label_prefix = optarg;
		break;
	case OPT_CLASSES:
		add_classes(o, optarg);
		break;
	case OPT_MAP:
		add_merges(o, optarg);
		break;
	case OPT_SKIP:
		add_skips(o, optarg);
		break;
	case OPT_DRAWS:
		o->draws = parse_number("--draws", optarg, 0, DRAWS_MAX);
		break;
	case OPT_SEED:
		o->seed = parse_number("--seed", optarg, 0, UINT32_MAX);
		break;
	case OPT_TABLE:
		o->table = true;
		break;
	case OPT_ERRORS:
		o->errors = parse_number("--errors", optarg, 1, ERRORS_MAX);
		break;
	case OPT_TEXT:
		o->text = optarg;
		break;
	case OPT_SCORE:
		o->score = optarg;
		break;
	}
}

static void
parse_args(struct opts *o, int argc, char **argv)
{
	static const struct option options[] = { { "true", required_argument,
							 NULL, OPT_TRUE },
		{ "guess", required_argument, NULL, OPT_GUESS },
		{ "versus", required_argument, NULL, OPT_VERSUS },
		{ "label-prefix", required_argument, NULL, OPT_LABEL_PREFIX },
		{ "classes", required_argument, NULL, OPT_CLASSES },
		{ "map", required_argument, NULL, OPT_MAP },
		{ "skip", required_argument, NULL, OPT_SKIP },
		{ "draws", required_argument, NULL, OPT_DRAWS },
		{ "seed", required_argument, NULL, OPT_SEED },
		{ "table", no_argument, NULL, OPT_TABLE },
		{ "errors", required_argument, NULL, OPT_ERRORS },
		{ "text", required_argument, NULL, OPT_TEXT },
		{ "score", required_argument, NULL, OPT_SCORE },
		CLI_OPTIONS_EXCEL, CLI_OPTIONS_INPUT, CLI_OPTIONS_BASE,
		CLI_OPTIONS_END };
	int opt;

	*o = (struct opts){ .label = "label",
		.text = "text",
		.label_prefix = "",
		.classes = classes_new(),
		.seed = 1,
		.draws = DRAWS };
	cli_common_init(&o->common);
	while ((opt = getopt_long(argc, argv, CLI_LETTERS, options, NULL)) !=
		-1)
		if (!cli_common_option(&o->common, opt, usage))
			set_option(o, opt);
	if (o->errors > 0 && o->versus != NULL)
		cli_usage_error("--errors are those of one guess, not of "
				"--versus too");
	if (o->table && o->common.excel)
		cli_usage_error("--table is for the eye, not for --excel");
}

/* Reading. */

/* A column of clamor-label by its name behind the prefix, unless the user
 * names another; @need: the option that names it, or NULL. */
static size_t
label_column(const struct opts *o, const struct intake *in, const char *name,
	const char *asked, const char *need)
{
	struct buf full = { 0 };
	size_t at;

	buf_addf(&full, "%s%s", asked ? "" : o->label_prefix,
		asked ? asked : name);
	at = need ? intake_need(in, buf_cstr(&full), need)
		  : intake_find(in, buf_cstr(&full));
	buf_free(&full);
	return at;
}

static void
find_columns(struct eval *e, const struct intake *in)
{
	const struct opts *o = e->opts;
	size_t *at = e->columns, i;

	for (i = 0; i < CELLS; i++)
		at[i] = COLUMN_NONE;
	at[CELL_LABEL] = intake_need(in, o->label, "--true COLUMN");
	at[CELL_GUESS] =
		label_column(o, in, "polarity", o->guess, "--guess COLUMN");
	if (o->versus != NULL)
		at[CELL_VERSUS] = intake_need(in, o->versus, "--versus COLUMN");
	if (o->errors == 0)
		return;
	at[CELL_ID] = intake_find(in, "id");
	at[CELL_TEXT] = intake_find(in, o->text);
	at[CELL_SCORE] = label_column(
		o, in, "score", o->score, o->score ? "--score COLUMN" : NULL);
	at[CELL_EVIDENCE] = label_column(o, in, "evidence", NULL, NULL);
}

static struct text
cell_of(struct eval *e, const struct row *row, size_t cell)
{
	if (e->columns[cell] == COLUMN_NONE)
		return (struct text){ "", 0 };
	return row_text(row, e->columns[cell], &e->scratch[cell]);
}

/* The number of a value; a value too many ends the program. */
static size_t
number_of(struct eval *e, const struct intake *in, const struct row *row,
	struct text value)
{
	struct err err = { 0 };
	size_t number;

	err_at(&err, intake_file(in), row->line, 0);
	if (classes_find(e->opts->classes, value, &number, &err) != CLAMOR_OK)
		diag_fatal(&err);
	return number;
}

static void
count_row(struct eval *e, const struct intake *in, const struct row *row)
{
	struct text cells[CELLS];
	size_t i, label, guess, versus;

	for (i = 0; i < CELLS; i++)
		cells[i] = cell_of(e, row, i);
	if (classes_is_skipped(e->opts->classes, cells[CELL_LABEL])) {
		e->skipped++;
		return;
	}
	label = number_of(e, in, row, cells[CELL_LABEL]);
	if (label == CLASSES_EMPTY) {
		e->unlabelled++;
		return;
	}
	guess = number_of(e, in, row, cells[CELL_GUESS]);
	confusion_add(&e->guess, label, guess);
	if (guess != label && e->worst != NULL)
		worst_add(e->worst, cells, cells[CELL_SCORE]);
	if (e->opts->versus == NULL)
		return;
	versus = number_of(e, in, row, cells[CELL_VERSUS]);
	confusion_add(&e->versus, label, versus);
	e->only_guess += guess == label && versus != label;
	e->only_versus += guess != label && versus == label;
}

static void
count_rows(struct eval *e, struct intake *in)
{
	struct batch batch;
	size_t i;

	while (intake_next(in, &batch))
		for (i = 0; i < batch.nrows; i++)
			count_row(e, in, &batch.rows[i]);
	classes_arrange(e->opts->classes);
}

/* Writing. */

/* How a table of values becomes one of classes, with its intervals. */
static struct prediction
judge(const struct opts *o, const char *column, const struct confusion *values,
	uint64_t only_right)
{
	struct prediction p = { .column = column, .only_right = only_right };

	p.table = confusion_by_class(values, o->classes);
	if (o->draws > 0 && p.table.posts > 0) {
		p.f1 = xcalloc(p.table.n + 1, sizeof(*p.f1));
		bootstrap_f1(&p.table, o->seed, o->draws, p.f1);
	}
	return p;
}

/* A class that is only guessed, or not even that, lowers macro-F1 by its 0;
 * whoever did not mean that should know. */
static void
tell_unlabelled_classes(const struct opts *o, const struct confusion *table)
{
	size_t i;

	for (i = 0; table->posts > 0 && i < table->n; i++) {
		struct text name = classes_name(o->classes, i);

		if (confusion_labels(table, i) == 0)
			diag_note("no label is '%.*s': its F1 of 0 is in "
				  "macro-F1 (see --map, --classes)",
				(int)name.len, name.p);
	}
	if (table->posts == 0)
		diag_note("no post has a label");
}

static void
write_measures(const struct eval *e, const char *column, struct buf *buf)
{
	const struct opts *o = e->opts;
	struct csvout out = cli_csvout(&o->common, buf);
	struct prediction p[2] = { 0 };
	struct judged j = { o->classes, p, 1, e->unlabelled + e->skipped };
	size_t i;

	p[0] = judge(o, column, &e->guess, e->only_guess);
	if (o->versus != NULL)
		p[j.n++] = judge(o, o->versus, &e->versus, e->only_versus);
	tell_unlabelled_classes(o, &p[0].table);
	if (o->table)
		measures_write_table(&j, buf);
	else
		measures_write_csv(&j, &out);
	for (i = 0; i < j.n; i++) {
		confusion_fini(&p[i].table);
		free(p[i].f1);
	}
}

static void
write_errors_csv(struct worst *w, struct csvout *out)
{
	size_t n = worst_settle(w), i, k;

	for (i = 0; i < WORST_CELLS; i++)
		csvout_str(out, error_columns[i]);
	csvout_end(out);
	for (i = 0; i < n; i++) {
		for (k = 0; k < WORST_CELLS; k++)
			csvout_text(out, worst_get(w, i)->cells[k]);
		csvout_end(out);
	}
}

/* For the eye: what was what, then text and evidence, a line each. */
static void
write_errors_table(struct worst *w, struct buf *out)
{
	size_t n = worst_settle(w), i;

	for (i = 0; i < n; i++) {
		const struct text *cells = worst_get(w, i)->cells;

		if (i > 0)
			buf_addc(out, '\n');
		tty_add(out, cells[CELL_LABEL]);
		buf_adds(out, ", guessed ");
		tty_add(out, cells[CELL_GUESS]);
		if (cells[CELL_SCORE].len > 0) {
			buf_addc(out, ' ');
			tty_add(out, cells[CELL_SCORE]);
		}
		if (cells[CELL_ID].len > 0) {
			buf_adds(out, ", id ");
			tty_add(out, cells[CELL_ID]);
		}
		buf_adds(out, "\n    ");
		tty_add(out, cells[CELL_TEXT]);
		buf_adds(out, "\n    ");
		tty_add(out, cells[CELL_EVIDENCE]);
		buf_addc(out, '\n');
	}
}

static struct sink *
write_result(const struct eval *e, const char *column)
{
	const struct opts *o = e->opts;
	struct sink *sink = cli_output(&o->common);
	struct buf buf = { 0 };
	struct csvout out = cli_csvout(&o->common, &buf);

	if (e->worst == NULL)
		write_measures(e, column, &buf);
	else if (o->table)
		write_errors_table(e->worst, &buf);
	else
		write_errors_csv(e->worst, &out);
	cli_flush(sink, &buf);
	buf_free(&buf);
	return sink;
}

static int
run(struct eval *e, struct intake *in)
{
	const struct opts *o = e->opts;
	const char *column;
	struct sink *sink;

	find_columns(e, in);
	column = intake_header(in)->names[e->columns[CELL_GUESS]];
	count_rows(e, in);
	sink = write_result(e, column);
	if (o->common.stats)
		diag_note("posts=%" PRIu64 " right=%" PRIu64
			  " unlabelled=%" PRIu64 " skipped=%" PRIu64,
			e->guess.posts, e->guess.right, e->unlabelled,
			e->skipped);
	intake_close(in, e->guess.posts);
	return cli_finish(sink);
}

int
main(int argc, char **argv)
{
	struct opts o;
	struct eval e = { .opts = &o };
	struct intake *in;
	size_t i;
	int status;

	cli_init(argv[0]);
	parse_args(&o, argc, argv);
	in = intake_open(&o.common, argc - optind, argv + optind);
	if (in == NULL)
		return diag_status();
	confusion_init(&e.guess, CLASSES_MAX);
	confusion_init(&e.versus, CLASSES_MAX);
	e.worst = o.errors > 0 ? worst_new(o.errors) : NULL;
	status = run(&e, in);
	worst_free(e.worst);
	confusion_fini(&e.guess);
	confusion_fini(&e.versus);
	for (i = 0; i < CELLS; i++)
		buf_free(&e.scratch[i]);
	classes_free(o.classes);
	return status;
}
