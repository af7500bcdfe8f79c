/* convert.c - clamor-lexicon convert: lexicons of other tools become ours. */
#include "config.h"

#include <stdlib.h>

#include "command.h"
#include "foreign.h"
#include "number.h"
#include "xalloc.h"

/* A term that was left is the answer of convert, not a failure. */
static void
on_left(void *ctx, const struct err *err)
{
	(void)ctx;
	diag_note("%s:%zu: %s", err->file, err->line, err->text);
	diag_raise(EXIT_REJECTED);
}

/* Weights by category: those of the format, then those of the options. */
static struct carry_weight *
gather_weights(const struct opts *o, size_t *n)
{
	size_t own;
	const struct carry_weight *by_format =
		foreign_weights(o->convert.from, &own);
	struct carry_weight *all =
		xcalloc(own + o->convert.nweights, sizeof(*all));

	memcpy(all, by_format, own * sizeof(*all));
	if (o->convert.nweights > 0)
		memcpy(all + own, o->convert.weights,
			o->convert.nweights * sizeof(*all));
	*n = own + o->convert.nweights;
	return all;
}

/* Read a file; one that cannot be read is said, and the others are done. */
static void
read_one(const struct opts *o, struct carry *c, const char *path)
{
	struct err err = { 0 };
	const char *encoding;

	if (foreign_read(o->convert.from, path, c, &encoding, &err) !=
		CLAMOR_OK)
		diag_err(&err);
	else if (encoding != NULL)
		diag_note("%s: read as %s", path, encoding);
}

static void
convert(struct opts *o)
{
	struct codes *codes;
	struct carry_options options = { .role = text_of(""), .tell = on_left };
	struct carry_weight *weights;
	struct buf buf = { 0 };
	struct carry *c;
	struct sink *out;
	size_t n, i;

	if (o->convert.from == NULL)
		cli_usage_error("say --from which format");
	codes = lexload_codes(&o->lexload);
	weights = gather_weights(o, &options.nweights);
	options.codes = codes;
	options.weights = weights;
	options.scale = o->convert.scale > 0 ? o->convert.scale
					     : foreign_scale(o->convert.from);
	if (o->convert.role != NULL)
		options.role = text_of(o->convert.role);
	c = carry_new(&options);
	if (o->operands[0] == NULL)
		read_one(o, c, "-");
	for (i = 0; o->operands[i] != NULL; i++)
		read_one(o, c, o->operands[i]);
	n = carry_write(c, &buf);
	if (carry_left(c) > 0)
		diag_note("entries=%zu left=%zu", n, carry_left(c));
	out = cli_output(&o->common);
	cli_flush(out, &buf);
	(void)cli_finish(out);
	buf_free(&buf);
	carry_free(c);
	free(weights);
	free(o->convert.weights);
	codes_free(codes);
}

/* "-3" or "posemo=2". */
static void
add_weight(struct opts *o, const char *arg)
{
	const char *equals = strrchr(arg, '=');
	struct carry_weight w = { .category = { "", 0 } };
	int64_t milli;

	if (equals != NULL)
		w.category = (struct text){ arg, (size_t)(equals - arg) };
	if (!number_milli(text_of(equals != NULL ? equals + 1 : arg), &milli) ||
		milli < -CARRY_WEIGHT_MAX || milli > CARRY_WEIGHT_MAX)
		cli_usage_error("bad weight '%s' (as in -3 or posemo=2, from "
				"-5 to 5)",
			arg);
	w.weight = (int32_t)milli;
	o->convert.weights = xgrow(o->convert.weights, o->convert.nweights,
		&o->convert.weights_cap, sizeof(w));
	o->convert.weights[o->convert.nweights++] = w;
}

static void
set_scale(struct opts *o, const char *arg)
{
	int64_t milli;

	if (!number_milli(text_of(arg), &milli) || milli <= 0 ||
		milli > INT32_MAX)
		cli_usage_error(
			"bad scale '%s': the weight that becomes 5", arg);
	o->convert.scale = (int32_t)milli;
}

static void
set_format(struct opts *o, const char *name)
{
	struct buf names = { 0 };

	o->convert.from = foreign_find(name);
	if (o->convert.from != NULL)
		return;
	foreign_names(&names);
	cli_usage_error(
		"unknown format '%s' (there are %s)", name, buf_cstr(&names));
}

/* A role that needs nothing more than the term. */
static void
set_role(struct opts *o, const char *name)
{
	enum role role;

	if (!role_find(text_of(name), &role) || role_needs_to(role))
		cli_usage_error("bad role '%s' (as in insult, mark:NAME or "
				"negator)",
			name);
	o->convert.role = name;
}

static void
set(struct opts *o, int opt)
{
	if (opt == OPT_FROM)
		set_format(o, optarg);
	else if (opt == OPT_SCALE)
		set_scale(o, optarg);
	else if (opt == OPT_WEIGHT)
		add_weight(o, optarg);
	else
		set_role(o, optarg);
}

/* clang-format off */
static const struct option options[] = {
	{ "from", required_argument, NULL, OPT_FROM },
	{ "scale", required_argument, NULL, OPT_SCALE },
	{ "weight", required_argument, NULL, OPT_WEIGHT },
	{ "role", required_argument, NULL, OPT_ROLE },
	CLI_OPTIONS_END
};
/* clang-format on */

const struct command command_convert = {
	.name = "convert",
	.usage = "--from FORMAT [OPTION]... [FILE]...",
	.help = "    lexicons of other tools as one of ours; what cannot be carried over is\n"
		"    said, with file and line\n"
		"      --from FORMAT        sentistrength, liwc, vader, afinn, emolex, quanteda,\n"
		"                           wordstat, lexicoder, list or xan\n"
		"      --scale N            the weight in the files that becomes 5\n"
		"      --weight [NAME=]N    a weight for terms without one, of the category\n"
		"                           NAME or of all (repeatable)\n"
		"      --role ROLE          a role for terms without one\n",
	.options = options,
	.set = set,
	.run = convert,
};
