/*
 * clamor-import - exports of posts in, canonical CSV out: one post, one line.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "assign.h"
#include "importer.h"
#include "lexload.h"
#include "xalloc.h"

enum {
	OPT_MAP = OPT_FILTER,
	OPT_SET,
	OPT_KEEP,
	OPT_OWN,
	OPT_BRANDS,
	OPT_TZ,
	OPT_DATE_ORDER,
	OPT_EXPLAIN,
	OPT_LIST,
};

struct opts {
	struct importer_options import;
	char *set[CANON_N]; /* constants, or NULL */
	size_t cap_keep;
	const char *own;          /* of --own, or NULL */
	const char *brands;       /* of --brands, or NULL */
	struct lexloaded lexicon; /* that it names */
	const char *tz;           /* NULL: nobody said */
	bool list;
	struct zone *zone;
	struct aliases *aliases;
};

/* clang-format off */
static const char help[] =
	"Usage: clamor-import [OPTION]... [FILE]...\n"
	"Turn exports of posts into canonical CSV, one post a line.\n"
	"\n"
	"  clamor-import menciones.csv > posts.csv\n"
	"  clamor-import --set brand=Telcel --tz America/Mexico_City *.csv.gz\n"
	"  clamor-import --map text=Observaciones,date=Alta quejas.csv\n"
	"\n"
	"CSV or JSON, its encoding, separator and columns (of JSON: the paths,\n"
	"user.name) are recognised for each FILE. With no FILE, or when FILE is -,\n"
	"read standard input.\n"
	"\n"
	"      --map NAME=COLUMN,...\n"
	"                           take NAME from that column of the export, or\n"
	"                           (NAME=) from none\n"
	"      --set NAME=TEXT,...  fill a canonical column with a constant\n"
	"      --keep COLUMN,...    append columns of the export\n"
	"      --own A,B|@FILE      authors who are the company itself\n"
	"      --brands FILE|NAME   a lexicon of the role brand: where no column\n"
	"                           names the brand, the one that the text,\n"
	"                           the place or the author names\n"
	"      --tz ZONE            zone of times that name none; else $CLAMOR_TZ,\n"
	"                           else UTC\n"
	"      --date-order dmy|mdy\n"
	"                           how 03/04/2026 is meant (default: found out)\n"
	"      --explain            say what was recognised, and why\n"
	"      --list               print the names that are recognised, and exit\n"
	"  -d, --delimiter CHAR     what separates cells: , ; | or tab (default:\n"
	"                           found out)\n"
	"      --max-record SIZE    reject longer records; 64k, 1M, 64M (default 1M)\n"
	"      --rejects FILE       write rejected records to FILE as CSV\n"
	"      --max-rejects N|P%   up to N (or P percent) rejects are no failure\n"
	"      --stats              print the counts of records at the end\n"
	"  -o, --output FILE        write to FILE, in place only when complete\n";
/* clang-format on */

static void
usage(void)
{
	(void)printf("%s%s", help, cli_help_base);
}

static void
parse_map(struct opts *o, const char *arg)
{
	struct err err = { 0 };

	if (assign_parse(o->import.map, CANON_PARTS, arg, &err) != CLAMOR_OK)
		cli_usage_error("--map: %s", err.text);
}

static void
parse_set(struct opts *o, const char *arg)
{
	struct err err = { 0 };
	size_t i;

	if (assign_parse(o->set, CANON_N, arg, &err) != CLAMOR_OK)
		cli_usage_error("--set: %s", err.text);
	for (i = 0; i < CANON_N; i++)
		if (o->set[i] != NULL &&
			assign_constant((enum canon)i, &o->set[i], &err) !=
				CLAMOR_OK)
			cli_usage_error("--set: %s", err.text);
}

static void
parse_keep(struct opts *o, const char *arg)
{
	struct importer_options *im = &o->import;
	const char *p = arg;
	size_t n, i;

	for (;; p += n + 1) {
		n = strcspn(p, ",");
		if (n == 0)
			cli_usage_error("--keep: a column without a name");
		im->keep = xgrow(
			im->keep, im->nkeep, &o->cap_keep, sizeof(*im->keep));
		im->keep[im->nkeep] = xmemdup0(p, n);
		for (i = 0; i < im->nkeep; i++)
			if (strcmp(im->keep[i], im->keep[im->nkeep]) == 0)
				cli_usage_error(
					"--keep: '%s' twice", im->keep[i]);
		im->nkeep++;
		if (p[n] == '\0')
			break;
	}
}

static const struct option options[] = {
	{ "map", required_argument, NULL, OPT_MAP },
	{ "set", required_argument, NULL, OPT_SET },
	{ "keep", required_argument, NULL, OPT_KEEP },
	{ "own", required_argument, NULL, OPT_OWN },
	{ "brands", required_argument, NULL, OPT_BRANDS },
	{ "tz", required_argument, NULL, OPT_TZ },
	{ "date-order", required_argument, NULL, OPT_DATE_ORDER },
	{ "explain", no_argument, NULL, OPT_EXPLAIN },
	{ "list", no_argument, NULL, OPT_LIST },
	CLI_OPTIONS_INPUT,
	CLI_OPTIONS_BASE,
	CLI_OPTIONS_END,
};

static void
parse_args(struct opts *o, int argc, char **argv)
{
	int c;

	*o = (struct opts){ 0 };
	cli_common_init(&o->import.common);
	while ((c = getopt_long(argc, argv, CLI_LETTERS, options, NULL)) !=
		-1) {
		if (cli_common_option(&o->import.common, c, usage))
			continue;
		switch (c) {
		case OPT_MAP:
			parse_map(o, optarg);
			break;
		case OPT_SET:
			parse_set(o, optarg);
			break;
		case OPT_KEEP:
			parse_keep(o, optarg);
			break;
		case OPT_OWN:
			o->own = optarg;
			break;
		case OPT_BRANDS:
			o->brands = optarg;
			break;
		case OPT_TZ:
			o->tz = optarg;
			break;
		case OPT_EXPLAIN:
			o->import.explain = true;
			break;
		case OPT_LIST:
			o->list = true;
			break;
		case OPT_DATE_ORDER:
			if (strcmp(optarg, "dmy") == 0)
				o->import.order = DATE_ORDER_DMY;
			else if (strcmp(optarg, "mdy") == 0)
				o->import.order = DATE_ORDER_MDY;
			else
				cli_usage_error("--date-order is dmy or mdy, "
						"not '%s'",
					optarg);
			break;
		}
	}
	if (o->tz == NULL) {
		const char *tz = getenv("CLAMOR_TZ");

		o->tz = tz && *tz ? tz : NULL;
	}
}

static void
aliases_path(struct buf *path)
{
	const char *folder = getenv("CLAMOR_PROFILES");

	buf_adds(path, folder && *folder ? folder : CLAMOR_PROFILES_DIR);
	buf_adds(path, "/aliases.csv");
}

static struct aliases *
load_aliases(void)
{
	struct buf path = { 0 };
	struct aliases *a;
	struct err err = { 0 };

	aliases_path(&path);
	if (aliases_load(&a, buf_cstr(&path), &err) != CLAMOR_OK)
		diag_fatal(&err);
	buf_free(&path);
	return a;
}

/* --list: the table of the names that are recognised, as it stands. */
static int
list_names(const struct opts *o)
{
	struct sink *out;
	struct source *in;
	struct buf path = { 0 }, block = { 0 };
	struct err err = { 0 };
	size_t n;
	enum rc rc;

	aliases_free(load_aliases()); /* it is one, then */
	aliases_path(&path);
	if (source_open(&in, buf_cstr(&path), false, &err) != CLAMOR_OK)
		diag_fatal(&err);
	out = cli_output(&o->import.common);
	do {
		buf_reserve(&block, BUFSIZ);
		rc = source_read(in, block.p, BUFSIZ, &n, &err);
		if (rc == CLAMOR_EIO)
			diag_fatal(&err);
		block.len = rc == CLAMOR_OK ? n : 0;
		cli_flush(out, &block);
	} while (rc == CLAMOR_OK);
	source_close(in);
	buf_free(&path);
	buf_free(&block);
	return cli_finish(out);
}

/* The brands to be looked for in texts, if --brands names a lexicon. */
static void
load_brands(struct opts *o)
{
	struct lexload load = { .no_defaults = true };

	if (o->brands == NULL)
		return;
	load.files = &o->brands;
	load.nfiles = 1;
	o->lexicon = lexload(&load);
	o->import.convert.brands = brands_new(o->lexicon.lexicon);
}

/* Load what the options name. */
static void
load_options(struct opts *o)
{
	struct convert_options *c = &o->import.convert;
	struct err err = { 0 };
	size_t i;

	if (zone_open(&o->zone, o->tz ? o->tz : "UTC", &err) != CLAMOR_OK)
		diag_fatal(&err);
	if (o->own != NULL && authors_open(&c->own, o->own, &err) != CLAMOR_OK)
		diag_fatal(&err);
	load_brands(o);
	for (i = 0; i < CANON_N; i++)
		c->set[i] = o->set[i];
	c->zone = o->zone;
	o->import.zone_is_said = o->tz != NULL;
	o->aliases = load_aliases();
	o->import.aliases = o->aliases;
}

static void
free_options(struct opts *o)
{
	size_t i;

	for (i = 0; i < CANON_PARTS; i++)
		free(o->import.map[i]);
	for (i = 0; i < CANON_N; i++)
		free(o->set[i]);
	for (i = 0; i < o->import.nkeep; i++)
		free(o->import.keep[i]);
	free(o->import.keep);
	authors_free(o->import.convert.own);
	brands_free(o->import.convert.brands);
	lexicon_free(o->lexicon.lexicon);
	codes_free(o->lexicon.codes);
	zone_free(o->zone);
	aliases_free(o->aliases);
}

int
main(int argc, char **argv)
{
	struct importer *im;
	struct opts o;
	int status, i;

	cli_init(argv[0]);
	parse_args(&o, argc, argv);
	if (o.list) {
		status = list_names(&o);
		free_options(&o);
		return status;
	}
	load_options(&o);
	im = importer_new(&o.import);
	if (optind == argc)
		importer_file(im, NULL);
	for (i = optind; i < argc; i++)
		importer_file(im, argv[i]);
	status = importer_close(im);
	free_options(&o);
	return status;
}
