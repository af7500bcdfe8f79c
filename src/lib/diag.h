/* diag.h - messages to the user and the exit status, which only gets worse. */
#ifndef CLAMOR_DIAG_H
#define CLAMOR_DIAG_H

#include "status.h"

/** Name the program; called once, first thing in main. argv0 is kept. */
void diag_init(const char *argv0);

/** The program's name without its folder; valid until the program ends. */
const char *diag_program(void);

/**
 * Say something on standard error: "clamor-x: text". Control characters and
 * bidi controls in it are shown as \xNN or <U+NNNN>, never sent raw. note()
 * leaves the exit status, error() raises it to EXIT_TROUBLE.
 */
void diag_note(const char *fmt, ...) CLAMOR_PRINTF(1, 2);
void diag_error(const char *fmt, ...) CLAMOR_PRINTF(1, 2);

/** Say "clamor-x: file:line:col: text" and raise to EXIT_TROUBLE. */
void diag_err(const struct err *e);

/** As diag_err, then exit with the status. */
void diag_fatal(const struct err *e) __attribute__((noreturn));

/** Say that memory is exhausted and exit with EXIT_TROUBLE. */
void diag_no_memory(void) __attribute__((noreturn));

/** Raise the exit status; a lesser one is ignored (2 beats 3 beats 1). */
void diag_raise(int status);

/** The exit status so far. */
int diag_status(void);

#endif
