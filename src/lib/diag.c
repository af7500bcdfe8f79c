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
	const char *slash;

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

/* The bidi controls U+200E/F, U+202A-E, U+2066-9 as UTF-8, or 0. */
static unsigned
bidi_control(const unsigned char *s)
{
	unsigned cp;

	if (s[0] != 0xE2 || (s[1] != 0x80 && s[1] != 0x81) || s[2] == '\0')
		return 0;
	cp = 0x2000u + ((s[1] & 0x3Fu) << 6) + (s[2] & 0x3Fu);
	if (cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) ||
		(cp >= 0x2066 && cp <= 0x2069))
		return cp;
	return 0;
}

/* Print s with nothing in it that a terminal would obey. */
static void
print_safe(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	for (; *p != '\0'; p++) {
		unsigned cp = bidi_control(p);

		if (cp != 0) {
			(void)fprintf(stderr, "<U+%04X>", cp);
			p += 2;
		} else if (*p == 0xC2 && p[1] >= 0x80 && p[1] < 0xA0) {
			(void)fprintf(stderr, "\\x%02X\\x%02X", p[0], p[1]);
			p++;
		} else if ((*p < 0x20 && *p != '\n') || *p == 0x7F) {
			(void)fprintf(stderr, "\\x%02X", *p);
		} else {
			(void)fputc(*p, stderr);
		}
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
