/* clamor-label.c - append the verdict on each post. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli.h"
#include "lexload.h"
#include "lexpath.h"
#include "rowfilter.h"
#include "seasons.h"
#include "verdictcells.h"
#include "xalloc.h"

struct opts {
	struct cli_common common;
	struct lexload lexload;
	struct kind_options verdict;
	const char *text; /* --text COLUMN */
};

struct label {
	const struct opts *opts;
	const struct lexicon *lexicon;
	struct seasons *seasons; /* of --country; NULL: by words only */
	/* columns; COLUMN_NONE if absent */
	size_t text, direction, rating, date;
};

/* What one thread needs. */
struct worker {
	const struct label *label;
	struct judge *judge;
	struct verdictcells *cells;
	struct buf cell, scratch;
	struct buf seasons; /* of the post's date */
};

static const char *const columns[] = { VERDICTCELLS_COLUMNS };

#define NCOLUMNS (sizeof(columns) / sizeof(columns[0]))

static void
usage(void)
{
	(void)fputs(
		"Usage: clamor-label [OPTION]... [FILE]...\n"
		"Append a verdict to each post: kind, topic, whose job, "
		"how bad, what next, why.\n"
		"\n"
		"  clamor-import menciones.csv | clamor-label > etiquetado.csv\n"
		"  clamor-label -f ./mis-palabras.csv --excel=';' posts.csv > posts-excel.csv\n"
		"  clamor-label --without=irony,told posts.csv\n"
		"\n"
		"      --text COLUMN        the column to judge (default text)\n",
		stdout);
	(void)fputs(lexload_help, stdout);
	(void)fputs(
		"      --without RULE,...   switch rules off: negation, intensity, adversative,\n"
		"                           irrealis, irony, denial, question, solved,\n"
		"                           courtesy, report, told, lend, first\n"
		"      --polarity-min X     a neutral post is pos or neg from this |score|\n"
		"                           on (0.1)\n"
		"      --opinion-min X      least |score| of complaint and praise (0.2)\n"
		"      --strong-min X       |score| that needs no tie to a company (0.4)\n"
		"      --question-max X     a question is one below this |score| (0.2)\n"
		"      --mixed-min X        points that both sides of mixed posts need (2)\n"
		"      --mixed-share X      of the larger side that the smaller needs (0.65)\n"
		"      --turn-share X       the same where an adversative parts them (0.4)\n"
		"      --told-min N         topics named to an account that tell a fault (2)\n"
		"      --question-weight X  what is asked weighs so many times (0.3)\n"
		"      --solved-weight X    so do faults that were put right (0.3)\n"
		"      --courtesy-max X     points against up to which thanks count (2)\n"
		"      --aside-max X        points below which offers and advice are no\n"
		"                           opinion (4)\n"
		"      --headline-min N     words that a headline has at least (5)\n",
		stdout);
	(void)fputs(cli_help_jobs, stdout);
	(void)fputs(cli_help_prefix, stdout);
	(void)fputs(cli_help_excel, stdout);
	(void)fputs(cli_help_input, stdout);
	(void)fputs(cli_help_base, stdout);
}

/* A decimal from 0 to 1000 in thousandths; ends the program if it is none. */
static int32_t
parse_milli(const char *option, const char *s)
{
	char *end;
	double v = strtod(s, &end);

	if (*s < '0' || *s > '9' || *end != '\0' || v > 1000)
		cli_usage_error(
			"bad number '%s' for --%s (as in 0.2)", s, option);
	return (int32_t)(v * 1000 + 0.5);
}

static unsigned
parse_rules(const char *list)
{
	unsigned without = 0, rule;
	const char *s = list;

	while (*s != '\0') {
		struct text name = { s, strcspn(s, ",") };

		rule = rule_by_name(name);
		if (rule == 0)
			cli_usage_error("unknown rule '%.*s' for --without; "
					"there are %s",
				(int)name.len, name.p, rule_names());
		without |= rule;
		s += name.len;
		s += *s == ',';
	}
	return without;
}

enum {
	OPT_TEXT = OPT_FILTER,
	OPT_WITHOUT,
	OPT_POLARITY_MIN,
	OPT_OPINION_MIN,
	OPT_STRONG_MIN,
	OPT_QUESTION_MAX,
	OPT_MIXED_MIN,
	OPT_MIXED_SHARE,
	OPT_TURN_SHARE,
	OPT_TOLD_MIN,
	OPT_QUESTION_WEIGHT,
	OPT_SOLVED_WEIGHT,
	OPT_COURTESY_MAX,
	OPT_ASIDE_MAX,
	OPT_HEADLINE_MIN,
};

/* The number of the method that an option moves; NULL if it moves none. */
static int32_t *
number_of(struct kind_options *o, int opt)
{
	switch (opt) {
	case OPT_POLARITY_MIN:
		return &o->polarity_min;
	case OPT_OPINION_MIN:
		return &o->opinion_min;
	case OPT_STRONG_MIN:
		return &o->strong_min;
	case OPT_QUESTION_MAX:
		return &o->question_max;
	case OPT_MIXED_MIN:
		return &o->mixed_min;
	case OPT_MIXED_SHARE:
		return &o->mixed_share;
	case OPT_TURN_SHARE:
		return &o->turn_share;
	case OPT_TOLD_MIN:
		return &o->told_min;
	case OPT_QUESTION_WEIGHT:
		return &o->rules.question_weight;
	case OPT_SOLVED_WEIGHT:
		return &o->rules.solved_weight;
	case OPT_COURTESY_MAX:
		return &o->rules.courtesy_max;
	case OPT_ASIDE_MAX:
		return &o->rules.aside_max;
	case OPT_HEADLINE_MIN:
		return &o->rules.headline_min;
	}
	return NULL;
}

static void
parse_args(struct opts *o, int argc, char **argv)
{
	static const struct option options[] = { { "text", required_argument,
							 NULL, OPT_TEXT },
		{ "without", required_argument, NULL, OPT_WITHOUT },
		{ "polarity-min", required_argument, NULL, OPT_POLARITY_MIN },
		{ "opinion-min", required_argument, NULL, OPT_OPINION_MIN },
		{ "strong-min", required_argument, NULL, OPT_STRONG_MIN },
		{ "question-max", required_argument, NULL, OPT_QUESTION_MAX },
		{ "mixed-min", required_argument, NULL, OPT_MIXED_MIN },
		{ "mixed-share", required_argument, NULL, OPT_MIXED_SHARE },
		{ "turn-share", required_argument, NULL, OPT_TURN_SHARE },
		{ "told-min", required_argument, NULL, OPT_TOLD_MIN },
		{ "question-weight", required_argument, NULL,
			OPT_QUESTION_WEIGHT },
		{ "solved-weight", required_argument, NULL, OPT_SOLVED_WEIGHT },
		{ "courtesy-max", required_argument, NULL, OPT_COURTESY_MAX },
		{ "aside-max", required_argument, NULL, OPT_ASIDE_MAX },
		{ "headline-min", required_argument, NULL, OPT_HEADLINE_MIN },
		LEXLOAD_OPTIONS, CLI_OPTIONS_JOBS, CLI_OPTIONS_PREFIX,
		CLI_OPTIONS_EXCEL, CLI_OPTIONS_INPUT, CLI_OPTIONS_BASE,
		CLI_OPTIONS_END };
	struct kind_options *v = &o->verdict;
	int32_t *number;
	int opt, which = 0;

	cli_common_init(&o->common);
	kind_options_init(v);
	o->text = "text";
	while ((opt = getopt_long(argc, argv, CLI_LETTERS LEXLOAD_LETTERS,
			options, &which)) != -1) {
		if (lexload_option(&o->lexload, opt) ||
			cli_common_option(&o->common, opt, usage))
			continue;
		if (opt == OPT_TEXT)
			o->text = optarg;
		else if (opt == OPT_WITHOUT)
			v->rules.without |= parse_rules(optarg);
		else if ((number = number_of(v, opt)) != NULL)
			*number = parse_milli(options[which].name, optarg);
	}
}

static void
on_begin(void *self, const struct intake *in)
{
	struct label *l = self;

	l->text = intake_need(in, l->opts->text, "--text COLUMN");
	l->direction = intake_find(in, "direction");
	l->rating = intake_find(in, "rating");
	l->date = intake_find(in, "date");
}

static void *
on_open(void *self)
{
	struct worker *w = xcalloc(1, sizeof(*w));
	struct csvout out;

	w->label = self;
	out = cli_csvout(&w->label->opts->common, NULL);
	w->judge = judge_new(w->label->lexicon, &w->label->opts->verdict);
	w->cells = verdictcells_new(lexicon_codes(w->label->lexicon), &out);
	return w;
}

static void
on_close(void *worker)
{
	struct worker *w = worker;

	judge_free(w->judge);
	verdictcells_free(w->cells);
	buf_free(&w->cell);
	buf_free(&w->scratch);
	buf_free(&w->seasons);
	free(w);
}

static void
set_seasons(struct worker *w, const struct row *row)
{
	const struct label *l = w->label;

	if (l->seasons == NULL)
		return;
	buf_clear(&w->seasons);
	seasons_add(
		l->seasons, row_text(row, l->date, &w->scratch), &w->seasons);
	judge_seasons(w->judge, buf_text(&w->seasons));
}

static void
on_batch(void *worker, const struct batch *batch, struct rowfilter_cells *out)
{
	struct worker *w = worker;
	const struct label *l = w->label;
	size_t i;

	for (i = 0; i < batch->nrows; i++) {
		const struct row *row = &batch->rows[i];
		struct verdict v;
		bool rated;

		batch_fetch(batch, i + 1);
		if (text_is(row_text(row, l->direction, &w->scratch), "out")) {
			rowfilter_empty(out, NCOLUMNS);
			continue;
		}
		rated = row_text(row, l->rating, &w->scratch).len > 0;
		set_seasons(w, row);
		if (judge_post(w->judge, row_text(row, l->text, &w->cell),
			    rated, &v) == CLAMOR_ELIMIT)
			rowfilter_stopped(
				out, matcher_limited(judge_matcher(w->judge)));
		verdictcells_put(w->cells, &v, rowfilter_out(out));
		rowfilter_wrote(out, NCOLUMNS);
	}
}

/* NULL if no country was chosen. */
static struct seasons *
open_seasons(const char *country)
{
	struct buf path = { 0 };
	struct err err = { 0 };
	struct seasons *s = NULL;

	if (country != NULL &&
		(lexpath_find(&path, "seasons", &err) != CLAMOR_OK ||
			seasons_read(&s, path.p, country, &err) != CLAMOR_OK))
		diag_fatal(&err);
	buf_free(&path);
	return s;
}

int
main(int argc, char **argv)
{
	struct opts o = { 0 };
	struct label l = { .opts = &o };
	const struct rowfilter f = { .columns = columns,
		.ncolumns = NCOLUMNS,
		.begin = on_begin,
		.open = on_open,
		.work = on_batch,
		.close = on_close,
		.self = &l };
	struct lexloaded loaded;
	int status;

	cli_init(argv[0]);
	parse_args(&o, argc, argv);
	loaded = lexload(&o.lexload);
	l.lexicon = loaded.lexicon;
	l.seasons = open_seasons(o.lexload.country);
	status = rowfilter_run(&f, &o.common, argc - optind, argv + optind);
	seasons_free(l.seasons);
	lexload_free(&loaded, &o.lexload);
	return status;
}
