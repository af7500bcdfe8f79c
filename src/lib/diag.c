/* diag.c - messages and the exit status. */
#include "config.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"

static const char *program = "clamor";
static int worst = EXIT_DONE;

void
diag_init(const char *argv0)
{
	static char line[4096];
	const char *slash;

	/* a line in one piece: messages may be many */
	(void)setvbuf(stderr, line, _IOLBF, sizeof(line));
	if (argv0 == NULL || *argv0 == '\0')
		return;
	slash = strrchr(argv0, '/');
	program = slash ? slash + 1 : argv0;
}

const char *
diag_program(void)
{
	return program;
}

/* The UTF-8 character at s: its bytes, and *cp; 0 if there is none. */
static int
character_at(const unsigned char *s, unsigned *cp)
{
	static const unsigned least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	int n = *s < 0x80 ? 1
		: *s < 0xC2 ? 0
		: *s < 0xE0 ? 2
		: *s < 0xF0 ? 3
		: *s < 0xF5 ? 4
			    : 0, i;

	*cp = n > 1 ? *s & (0x7Fu >> n) : *s;
	for (i = 1; i < n; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return 0;
		*cp = *cp << 6 | (s[i] & 0x3Fu);
	}
	return n > 0 && *cp >= least[n] ? n : 0;
}

/* What a terminal, or its reader, would be led astray by: C1, bidi controls,
 * line separators (as in tty.c, which stands above this layer). */
static int
is_control(unsigned cp)
{
	return (cp >= 0x80 && cp < 0xA0) || cp == 0x61C || cp == 0x200E ||
		cp == 0x200F || (cp >= 0x2028 && cp <= 0x202E) ||
		(cp >= 0x2066 && cp <= 0x2069);
}

/* Print s with nothing in it that a terminal would obey, on one line. */
static void
print_safe(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	while (*p != '\0') {
		unsigned cp;
		int n = character_at(p, &cp);

		if (n == 0 || *p < 0x20 || *p == 0x7F) {
			(void)fprintf(stderr, "\\x%02X", *p);
			n = 1;
		} else if (is_control(cp)) {
			(void)fprintf(stderr, "<U+%04X>", cp);
		} else {
			(void)fwrite(p, 1, (size_t)n, stderr);
		}
		p += n;
	}
}

static void
say(const char *fmt, va_list ap)
{
	char text[2048];

	(void)vsnprintf(text, sizeof(text), fmt, ap);
	(void)fprintf(stderr, "%s: ", program);
	print_safe(text);
	(void)fputc('\n', stderr);
}

void
diag_note(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
}

void
diag_error(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
	diag_raise(EXIT_TROUBLE);
}

void
diag_err(const struct err *e)
{
	if (e->file[0] == '\0')
		diag_error("%s", e->text);
	else if (e->line == 0)
		diag_error("%s: %s", e->file, e->text);
	else if (e->col == 0)
		diag_error("%s:%zu: %s", e->file, e->line, e->text);
	else
		diag_error("%s:%zu:%zu: %s", e->file, e->line, e->col, e->text);
}

void
diag_fatal(const struct err *e)
{
	diag_err(e);
	exit(diag_status());
}

void
diag_no_memory(void)
{
	static const char text[] = ": out of memory\n";

	/* stdio may want memory itself */
	if (write(STDERR_FILENO, program, strlen(program)) < 0 ||
		write(STDERR_FILENO, text, sizeof(text) - 1) < 0)
		_exit(EXIT_TROUBLE);
	_exit(EXIT_TROUBLE);
}

void
diag_raise(int status)
{
	static const int rank[] = { 0, 1, 3, 2 }; /* of the statuses 0 1 2 3 */

	if (status >= 0 && status <= 3 && rank[status] > rank[worst])
		worst = status;
}

int
diag_status(void)
{
	return worst;
}
