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
	OPT_PROFILE,
	OPT_PROFILE_FILE,
	OPT_MAX_PAGE,
};

#define MAX_PAGE (16u << 20)

struct opts {
	struct importer_options import;
	char *set[CANON_N]; /* constants, or NULL */
	size_t cap_keep;
	const char *own;          /* of --own, or NULL */
	const char *brands;       /* of --brands, or NULL */
	struct lexloaded lexicon; /* that it names */
	const char *tz;           /* NULL: nobody said */
	bool list;
	const char *listed;     /* what --list=NAME names, or NULL */
	const char *profile;    /* of --profile, or NULL */
	struct cli_names files; /* of --profile-file */
	size_t max_page;        /* of --max-page */
	struct zone *zone;
	struct aliases *aliases;
	struct profiles profiles;
};

/* clang-format off */
static const char help[] =
	"Usage: clamor-import [OPTION]... [FILE]...\n"
	"Turn exports of posts into canonical CSV, one post a line.\n"
	"\n"
	"  clamor-import menciones.csv > posts.csv\n"
	"  clamor-import --set brand=Telbrisa --tz America/Mexico_City *.csv.gz\n"
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
	"      --profile NAME       it is an export of this kind; none: go by the\n"
	"                           names of its columns alone\n"
	"      --profile-file FILE  a profile of your own\n"
	"      --list[=NAME]        print the profiles there are, or one of them\n"
	"                           (=aliases: the names of columns), and exit\n"
	"  -d, --delimiter CHAR     what separates cells: , ; | or tab (default:\n"
	"                           found out)\n"
	"      --max-page SIZE      of JSON: larger pages go without what stands\n"
	"                           beside their posts (default 16M)\n"
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
	{ "list", optional_argument, NULL, OPT_LIST },
	{ "max-page", required_argument, NULL, OPT_MAX_PAGE },
	{ "profile", required_argument, NULL, OPT_PROFILE },
	{ "profile-file", required_argument, NULL, OPT_PROFILE_FILE },
	CLI_OPTIONS_INPUT,
	CLI_OPTIONS_BASE,
	CLI_OPTIONS_END,
};

static void
parse_args(struct opts *o, int argc, char **argv)
{
	int c;

	*o = (struct opts){ .max_page = MAX_PAGE };
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
			o->listed = optarg;
			break;
		case OPT_MAX_PAGE:
			if (!cli_parse_size(optarg, &o->max_page))
				cli_usage_error("--max-page: '%s' is no size",
					optarg);
			break;
		case OPT_PROFILE:
			o->profile = optarg;
			break;
		case OPT_PROFILE_FILE:
			cli_names_add(&o->files, "--profile-file", optarg);
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

/* The folder of the profiles. */
static const char *
profiles_folder(void)
{
	const char *folder = getenv("CLAMOR_PROFILES");

	return folder && *folder ? folder : CLAMOR_PROFILES_DIR;
}

static void
aliases_path(struct buf *path)
{
	buf_addf(path, "%s/aliases.csv", profiles_folder());
}

static void
load_profiles(struct opts *o)
{
	struct buf path = { 0 };
	struct err err = { 0 };
	size_t i;

	aliases_path(&path);
	if (aliases_load(&o->aliases, buf_cstr(&path), &err) != CLAMOR_OK)
		diag_fatal(&err);
	buf_free(&path);
	if (profiles_load(&o->profiles, profiles_folder(), &err) != CLAMOR_OK)
		diag_fatal(&err);
	for (i = 0; i < o->files.n; i++)
		if (profiles_add(&o->profiles, o->files.v[i], &err) !=
			CLAMOR_OK)
			diag_fatal(&err);
}

/* Copy a file to the output as it stands. */
static void
copy_file(struct sink *out, const char *path)
{
	struct buf block = { 0 };
	struct err err = { 0 };
	struct source *in;
	size_t n;
	enum rc rc;

	if (source_open(&in, path, false, &err) != CLAMOR_OK)
		diag_fatal(&err);
	do {
		buf_reserve(&block, BUFSIZ);
		rc = source_read(in, block.p, BUFSIZ, &n, &err);
		if (rc == CLAMOR_EIO)
			diag_fatal(&err);
		block.len = rc == CLAMOR_OK ? n : 0;
		cli_flush(out, &block);
	} while (rc == CLAMOR_OK);
	source_close(in);
	buf_free(&block);
}

static void
list_profiles(struct sink *out, const struct profiles *p)
{
	struct buf line = { 0 }, signs = { 0 };
	struct csvout csv = { .buf = &line };
	size_t i, k;

	csvout_str(&csv, "profile");
	csvout_str(&csv, "about");
	csvout_str(&csv, "known_by");
	csvout_end(&csv);
	for (i = 0; i < p->n; i++) {
		const struct profile *one = p->list[i];

		buf_clear(&signs);
		for (k = 0; k < one->nsigns; k++)
			buf_addf(&signs, "%s%s", k ? "; " : "",
				one->signs[k].text);
		csvout_str(&csv, one->name);
		csvout_str(&csv, one->about ? one->about : "");
		csvout_text(&csv, buf_text(&signs));
		csvout_end(&csv);
	}
	cli_flush(out, &line);
	buf_free(&line);
	buf_free(&signs);
}

/* --list: the profiles, or the file of one of them, as it stands. */
static int
list(const struct opts *o)
{
	struct sink *out;
	const struct profile *one = NULL;
	struct buf path = { 0 };
	struct err err = { 0 };

	if (o->listed != NULL && strcmp(o->listed, "aliases") == 0)
		aliases_path(&path);
	else if (o->listed != NULL &&
		profiles_find(&o->profiles, o->listed, &one, &err) !=
			CLAMOR_OK)
		diag_fatal(&err);
	else if (o->listed != NULL)
		buf_adds(&path, one->path);
	out = cli_output(&o->import.common);
	if (o->listed == NULL)
		list_profiles(out, &o->profiles);
	else
		copy_file(out, buf_cstr(&path));
	buf_free(&path);
	return cli_finish(out);
}

/* The profile that --profile names. */
static void
find_profile(struct opts *o)
{
	struct err err = { 0 };

	if (o->profile == NULL)
		return;
	if (strcmp(o->profile, "none") == 0)
		o->import.no_profile = true;
	else if (profiles_find(&o->profiles, o->profile, &o->import.profile,
			 &err) != CLAMOR_OK)
		cli_usage_error("--profile: %s", err.text);
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
	o->import.aliases = o->aliases;
	o->import.profiles = &o->profiles;
	o->import.shape = o->profiles.shape;
	o->import.shape.max_page = o->max_page;
	find_profile(o);
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
	profiles_free(&o->profiles);
	cli_names_free(&o->files);
}

int
main(int argc, char **argv)
{
	struct importer *im;
	struct opts o;
	int status, i;

	cli_init(argv[0]);
	parse_args(&o, argc, argv);
	load_profiles(&o);
	if (o.list) {
		status = list(&o);
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
