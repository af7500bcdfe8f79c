/* tty.h - posts shown on a terminal: nothing in them is obeyed. */
#ifndef CLAMOR_TTY_H
#define CLAMOR_TTY_H

#include <stdbool.h>

#include "buf.h"

/* What --color says. */
enum tty_color {
	TTY_AUTO, /* colours on a terminal, unless $NO_COLOR or TERM=dumb */
	TTY_ALWAYS,
	TTY_NEVER,
};

/** Read "auto", "always" or "never"; false if it is none of them. */
bool tty_color_read(const char *s, enum tty_color *when);

/** Are colours wanted? */
bool tty_color_wanted(enum tty_color when, bool terminal);

/**
 * Append text for a terminal. Controls (all but TAB) and bytes that are not
 * UTF-8 are shown as \xNN, C1 and bidi controls and line separators as
 * <U+NNNN>; everything else stands as it is.
 *
 * @t  any bytes
 */
void tty_add(struct buf *out, struct text t);

/** As tty_add, in the colour of a hit. */
void tty_add_hit(struct buf *out, struct text t);

/* How a piece is dressed. */
enum tty_style {
	TTY_PLAIN,
	TTY_HIT,  /* bold red, what grep uses */
	TTY_GOOD, /* bold green */
	TTY_HEAD, /* bold */
	TTY_FAINT,
};

/** As tty_add, in a style. */
void tty_add_style(struct buf *out, enum tty_style style, struct text t);

#endif
