/* cli.c - the face that all filters share. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli.h"
#include "list.h"
#include "record.h"
#include "xalloc.h"

/* Bytes of what is freed that stay with the program, and of a block from which
 * on it grows without a copy. */
#define KEPT (32 << 20)
#define LARGE_BLOCK (1 << 20)

/* More threads than any machine has processors would only take memory. */
#define JOBS_MAX 1024

const char cli_help_input[] =
	"  -d, --delimiter CHAR     what separates cells: , ; | or tab (default ,)\n"
	"      --max-record SIZE    reject longer records; 64k, 1M, 64M (default 1M)\n"
	"      --rejects FILE       write rejected records to FILE as CSV\n"
	"      --max-rejects N|P%   up to N (or P percent) rejects are no failure\n"
	"      --stats              print the counts of records at the end\n"
	"  -o, --output FILE        write to FILE, in place only when complete\n";
const char cli_help_prefix[] =
	"      --prefix P           put P before the names of the new columns\n";
const char cli_help_excel[] =
	"      --excel[=;]          for spreadsheets: BOM, CR LF, no cell is run\n"
	"                           as a formula; the separator after =\n";
const char cli_help_jobs[] =
	"      --jobs N             work in N threads (default 1): the same bytes, sooner\n";
const char cli_help_base[] = "  -h, --help               print this help\n"
			     "  -V, --version            print the version\n";

/*
 * A standard descriptor that is closed would be given to the next file that
 * is opened, which would then receive what is meant for the terminal. A
 * descriptor that fails takes its place.
 */
static void
occupy_standard_descriptors(void)
{
	static const int flags[] = { O_WRONLY, O_RDONLY, O_RDONLY };
	int fd;

	for (fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
			open("/dev/null", flags[fd]) != fd)
			_exit(EXIT_TROUBLE);
}

/* Output that did not reach the kernel is never exit 0. */
static void
close_stdout(void)
{
	int failed = ferror(stdout);

	if (fclose(stdout) != 0)
		failed = errno;
	if (failed == 0)
		return;
	diag_error("(standard output): %s",
		failed > 1 ? strerror(failed) : "write error");
	_exit(EXIT_TROUBLE);
}

/*
 * What is freed is used again. By default glibc gives all but small blocks back
 * to the system, which then has to clear every page anew: a third more of them
 * when the lexicons are read.
 */
static void
keep_memory(void)
{
#ifdef M_MMAP_THRESHOLD
	(void)mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK);
	(void)mallopt(M_TRIM_THRESHOLD, KEPT);
#endif
}

void
cli_init(const char *argv0)
{
	diag_init(argv0);
	occupy_standard_descriptors();
	if (atexit(close_stdout) != 0)
		diag_no_memory();
	keep_memory();
}

void
cli_common_init(struct cli_common *c)
{
	*c = (struct cli_common){
		.max_record = RECORD_MAX_DEFAULT,
		.max_rejects_share = -1,
		.excel_delimiter = ',',
		.jobs = 1,
	};
}

static void __attribute__((noreturn)) try_help(void)
{
	diag_raise(EXIT_TROUBLE);
	(void)fprintf(stderr, "Try '%s --help' for more information.\n",
		diag_program());
	exit(diag_status());
}

void
cli_usage_error(const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	diag_error("%s", text);
	try_help();
}

bool
cli_parse_size(const char *s, size_t *bytes)
{
	size_t v = 0;
	unsigned shift = 0;

	if (*s < '0' || *s > '9')
		return false;
	for (; *s >= '0' && *s <= '9'; s++) {
		size_t digit = (size_t)(*s - '0');

		if (v > (SIZE_MAX - digit) / 10)
			return false;
		v = v * 10 + digit;
	}
	if (*s == 'k' || *s == 'K')
		shift = 10;
	else if (*s == 'M')
		shift = 20;
	else if (*s == 'G')
		shift = 30;
	if (shift > 0)
		s++;
	if (*s != '\0' || v > SIZE_MAX >> shift)
		return false;
	*bytes = v << shift;
	return true;
}

static void
parse_max_record(struct cli_common *c, const char *s)
{
	if (!cli_parse_size(s, &c->max_record) || c->max_record == 0 ||
		c->max_record > RECORD_MAX_LIMIT)
		cli_usage_error("bad size '%s' for --max-record "
				"(1 to 64M, as in 64k, 1M)",
			s);
}

/* One of the four delimiters by name; 0 for anything else. */
static char
delimiter_by_name(const char *s)
{
	if (strcmp(s, "tab") == 0 || strcmp(s, "\\t") == 0)
		return '\t';
	if (s[0] != '\0' && s[1] == '\0' && strchr(",;|\t", s[0]) != NULL)
		return s[0];
	return '\0';
}

static void
parse_delimiter(char *out, const char *s, const char *option)
{
	*out = delimiter_by_name(s);
	if (*out == '\0')
		cli_usage_error(
			"bad delimiter '%s' for %s (, ; | or tab)", s, option);
}

static void
parse_rejects(struct cli_common *c, const char *s)
{
	if (strcmp(s, "-") == 0)
		cli_usage_error("--rejects needs a file, not '-'");
	c->rejects = s;
}

static bool
parse_share(const char *s, double *share)
{
	size_t len = strspn(s, "0123456789.");
	char *end;

	if (len == 0 || strcmp(s + len, "%") != 0)
		return false;
	*share = strtod(s, &end) / 100;
	return end == s + len && *share <= 1;
}

static void
parse_max_rejects(struct cli_common *c, const char *s)
{
	size_t n = 0;

	c->max_rejects_share = -1;
	if (parse_share(s, &c->max_rejects_share))
		return;
	if (s[strspn(s, "0123456789")] != '\0' || !cli_parse_size(s, &n))
		cli_usage_error("bad number '%s' for --max-rejects "
				"(as in 10, 2%%)",
			s);
	c->max_rejects = n;
	c->max_rejects_share = -1;
}

static void
parse_jobs(struct cli_common *c, const char *s)
{
	size_t n;

	if (s[strspn(s, "0123456789")] != '\0' || !cli_parse_size(s, &n) ||
		n == 0 || n > JOBS_MAX)
		cli_usage_error("bad number '%s' for --jobs (1 to %d)", s,
			JOBS_MAX);
	c->jobs = (unsigned)n;
}

bool
cli_common_option(struct cli_common *c, int opt, void (*usage)(void))
{
	switch (opt) {
	case 'h':
		usage();
		exit(diag_status());
	case 'V':
		(void)printf(
			"%s (clamor) %s\n", diag_program(), PACKAGE_VERSION);
		exit(diag_status());
	case '?':
		try_help();
	case 'd':
		parse_delimiter(&c->delimiter, optarg, "--delimiter");
		return true;
	case 'o':
		c->output = optarg;
		return true;
	case OPT_MAX_RECORD:
		parse_max_record(c, optarg);
		return true;
	case OPT_REJECTS:
		parse_rejects(c, optarg);
		return true;
	case OPT_MAX_REJECTS:
		parse_max_rejects(c, optarg);
		return true;
	case OPT_STATS:
		c->stats = true;
		return true;
	case OPT_PREFIX:
		c->prefix = optarg;
		return true;
	case OPT_EXCEL:
		c->excel = true;
		if (optarg != NULL)
			parse_delimiter(&c->excel_delimiter, optarg, "--excel");
		return true;
	case OPT_JOBS:
		parse_jobs(c, optarg);
		return true;
	default:
		return false;
	}
}

void
cli_names_add(struct cli_names *names, const char *option, const char *arg)
{
	struct text list = text_of(arg), name;

	while (list_next(&list, ',', &name)) {
		if (name.len == 0)
			cli_usage_error("%s names an empty column", option);
		names->v = xgrow(
			names->v, names->n, &names->cap, sizeof(*names->v));
		names->v[names->n++] = xmemdup0(name.p, name.len);
	}
}

void
cli_names_free(struct cli_names *names)
{
	size_t i;

	for (i = 0; i < names->n; i++)
		free(names->v[i]);
	free(names->v);
	*names = (struct cli_names){ 0 };
}

struct sink *
cli_output(const struct cli_common *c)
{
	struct err err = { 0 };
	struct sink *out;

	if (sink_open(&out, c->output, &err) != CLAMOR_OK)
		diag_fatal(&err);
	return out;
}

struct csvout
cli_csvout(const struct cli_common *c, struct buf *buf)
{
	return (struct csvout){
		.buf = buf,
		.delimiter = c->excel ? c->excel_delimiter : c->delimiter,
		.excel = c->excel,
	};
}

void
cli_flush(struct sink *out, struct buf *buf)
{
	struct err err = { 0 };
	enum rc rc = sink_write(out, buf->p, buf->len);

	buf_clear(buf);
	if (rc == CLAMOR_OK)
		rc = sink_flush(out);
	if (rc == CLAMOR_OK)
		return;
	if (sink_close(out, &err) != CLAMOR_OK)
		diag_fatal(&err);
}

int
cli_finish(struct sink *out)
{
	struct err err = { 0 };

	if (sink_close(out, &err) != CLAMOR_OK)
		diag_err(&err);
	return diag_status();
}
