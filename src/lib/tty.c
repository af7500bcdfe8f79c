/* tty.c - posts shown on a terminal. */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>

#include "tty.h"
#include "utf8.h"

#define PLAIN "\033[m"

static const char *const styles[] = {
	[TTY_PLAIN] = "",
	[TTY_HIT] = "\033[1;31m",
	[TTY_GOOD] = "\033[1;32m",
	[TTY_HEAD] = "\033[1m",
	[TTY_FAINT] = "\033[2m",
};

bool
tty_color_read(const char *s, enum tty_color *when)
{
	static const char *const names[] = { [TTY_AUTO] = "auto",
		[TTY_ALWAYS] = "always",
		[TTY_NEVER] = "never" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(s, names[i]) == 0) {
			*when = (enum tty_color)i;
			return true;
		}
	}
	return false;
}

bool
tty_color_wanted(enum tty_color when, bool terminal)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	if (when != TTY_AUTO)
		return when == TTY_ALWAYS;
	if (no != NULL && *no != '\0')
		return false;
	return terminal && (term == NULL || strcmp(term, "dumb") != 0);
}

/* Would a terminal, or the eye of its reader, be led astray by it? */
static bool
is_shown_by_number(uint32_t cp)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = {
		{ 0x80, 0x9F },   /* C1: U+009B starts a sequence */
		{ 0x61C, 0x61C }, /* from here on: bidi */
		{ 0x200E, 0x200F },
		{ 0x2028, 0x202E }, /* line separators, bidi */
		{ 0x2066, 0x2069 },
	};
	size_t i;

	for (i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		if (cp >= ranges[i].first && cp <= ranges[i].last)
			return true;
	return false;
}

void
tty_add(struct buf *out, struct text t)
{
	const char *p = t.p, *end = t.p + t.len;

	while (p < end) {
		uint32_t cp;
		int ok = 1;
		size_t n = utf8_decode_checked(p, end, &cp, &ok);

		if (!ok || (cp < 0x20 && cp != '\t') || cp == 0x7F) {
			n = 1;
			buf_addf(out, "\\x%02X", (unsigned char)*p);
		} else if (is_shown_by_number(cp)) {
			buf_addf(out, "<U+%04X>", (unsigned)cp);
		} else {
			buf_add(out, p, n);
		}
		p += n;
	}
}

void
tty_add_hit(struct buf *out, struct text t)
{
	tty_add_style(out, TTY_HIT, t);
}

void
tty_add_style(struct buf *out, enum tty_style style, struct text t)
{
	buf_adds(out, styles[style]);
	tty_add(out, t);
	if (style != TTY_PLAIN)
		buf_adds(out, PLAIN);
}
