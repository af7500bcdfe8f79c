/* explain.c - clamor-lexicon explain: how a verdict comes about. */
#include "config.h"

#include <unistd.h>

#include "account.h"
#include "command.h"
#include "limits.h"
#include "lines.h"

struct explain {
	const struct opts *opts;
	const struct lexicon *lex;
	struct judge *judge;
	struct sink *out;
	struct buf buf;
	bool colored;
	uint64_t posts, limits;
};

static void
explain_post(struct explain *x, struct text post)
{
	struct verdict v;
	struct reasons r;

	if (judge_post(x->judge, post, x->opts->explain.rated, &v) ==
		CLAMOR_ELIMIT)
		x->limits++;
	r = judge_reasons(x->judge);
	if (x->posts++ > 0)
		buf_addc(&x->buf, '\n');
	account_add(&x->buf, x->lex, &r, &v, x->colored);
	cli_flush(x->out, &x->buf);
}

/* Each line of standard input. */
static void
explain_lines(struct explain *x)
{
	struct source *source;
	struct lines *lines;
	struct err err = { 0 };
	struct text line;
	enum rc rc = source_open(&source, NULL, true, &err);

	if (rc != CLAMOR_OK)
		diag_fatal(&err);
	lines = lines_new(source, x->opts->common.max_record);
	while ((rc = lines_next(lines, &line, &err)) != CLAMOR_END) {
		if (rc == CLAMOR_ELIMIT) {
			diag_note("%s:%zu: %s", err.file, err.line, err.text);
			diag_raise(EXIT_REJECTED);
			continue;
		}
		if (rc != CLAMOR_OK)
			diag_fatal(&err);
		explain_post(x, line);
	}
	lines_free(lines);
	source_close(source);
}

static void
explain(struct opts *o)
{
	struct lexloaded loaded = lexload(&o->lexload);
	struct explain x = { .opts = o, .lex = loaded.lexicon };
	struct kind_options options;
	char *const *post;

	kind_options_init(&options);
	x.judge = judge_new(x.lex, &options);
	judge_keep_reasons(x.judge);
	x.colored = tty_color_wanted(o->explain.color, isatty(STDOUT_FILENO));
	x.out = cli_output(&o->common);
	if (x.colored) /* account_add shows what posts and lexicons hold */
		sink_trust(x.out);
	for (post = o->operands; *post != NULL; post++)
		explain_post(&x, text_of(*post));
	if (post == o->operands)
		explain_lines(&x);
	limits_tell(x.limits, matcher_limited(judge_matcher(x.judge)));
	(void)cli_finish(x.out);
	judge_free(x.judge);
	buf_free(&x.buf);
	lexload_free(&loaded, &o->lexload);
}

static void
set(struct opts *o, int opt)
{
	if (opt == OPT_RATED)
		o->explain.rated = true;
	else if (opt != OPT_COLOR)
		(void)lexload_option(&o->lexload, opt);
	else if (!tty_color_read(optarg, &o->explain.color))
		cli_usage_error("bad word '%s' for --color "
				"(auto, always or never)",
			optarg);
}

/* clang-format off */
static const struct option options[] = {
	{ "lexicon", required_argument, NULL, 'f' },
	{ "no-defaults", no_argument, NULL, OPT_NO_DEFAULTS },
	{ "rated", no_argument, NULL, OPT_RATED },
	{ "color", required_argument, NULL, OPT_COLOR },
	CLI_OPTIONS_END
};
/* clang-format on */

const struct command command_explain = {
	.name = "explain",
	.usage = "[OPTION]... [POST]...",
	.help = "    how clamor-label comes to its verdict on a post, word by word; without\n"
		"    POST, the lines of standard input are posts\n"
		"  -f, --lexicon FILE|NAME  add a lexicon to the shipped ones (repeatable)\n"
		"      --no-defaults        without the shipped lexicons\n"
		"      --rated              the posts carry a rating\n"
		"      --color WHEN         colours: auto, always or never\n",
	.options = options,
	.set = set,
	.run = explain,
};
