/* status.c - error values. */
#include "config.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "status.h"

enum rc
err_set(struct err *e, enum rc rc, const char *fmt, ...)
{
	va_list ap;

	if (e == NULL)
		return rc;
	va_start(ap, fmt);
	(void)vsnprintf(e->text, sizeof(e->text), fmt, ap);
	va_end(ap);
	return rc;
}

void
err_at(struct err *e, const char *file, size_t line, size_t col)
{
	size_t n;

	if (e == NULL)
		return;
	n = strlen(file ? file : "");
	if (n >= sizeof(e->file))
		n = sizeof(e->file) - 1;
	memcpy(e->file, file ? file : "", n);
	e->file[n] = '\0';
	e->line = line;
	e->col = col;
}
