/* status.c - error values. */
#include "config.h"

#include <stdarg.h>
#include <stdio.h>

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
	if (e == NULL)
		return;
	(void)snprintf(e->file, sizeof(e->file), "%s", file ? file : "");
	e->line = line;
	e->col = col;
}
