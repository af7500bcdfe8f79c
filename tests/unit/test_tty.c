/* test_tty.c - posts shown on a terminal. */
#include "config.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#include "tty.h"

#define T(s) { s, sizeof(s) - 1 }

Test(tty, nothing_is_obeyed)
{
	static const struct {
		const char *why;
		struct text in;
		const char *want;
	} rows[] = {
		{ "plain text", T("Pésimo ñandú 😡"), "Pésimo ñandú 😡" },
		{ "nothing", T(""), "" },
		{ "escape", T("a\033[2Jb"), "a\\x1B[2Jb" },
		{ "NUL, bell, DEL", T("\0\a\177"), "\\x00\\x07\\x7F" },
		{ "line ends", T("a\r\nb"), "a\\x0D\\x0Ab" },
		{ "a TAB stays", T("a\tb"), "a\tb" },
		{ "C1 control", T("\302\23331m"), "<U+009B>31m" },
		{ "raw C1 byte", T("\23331m"), "\\x9B31m" },
		{ "invalid UTF-8", T("mal\377o"), "mal\\xFFo" },
		{ "cut off", T("\360\237\230"), "\\xF0\\x9F\\x98" },
		{ "bidi override", T("a\342\200\256b"), "a<U+202E>b" },
		{ "bidi isolate", T("\342\201\246"), "<U+2066>" },
		{ "Arabic letter mark", T("\330\234"), "<U+061C>" },
		{ "line separator", T("\342\200\250"), "<U+2028>" },
		{ "a joiner stays, emoji need it",
			T("👩\342\200\215💻"), "👩\342\200\215💻" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf b = { 0 };

		tty_add(&b, rows[i].in);
		cr_expect_str_eq(buf_cstr(&b), rows[i].want, "%s: %s",
			rows[i].why, buf_cstr(&b));
		buf_free(&b);
	}
}

Test(tty, hits_are_coloured)
{
	struct buf b = { 0 };

	tty_add_hit(&b, text_of("mal\033c"));
	cr_expect_str_eq(buf_cstr(&b), "\033[1;31mmal\\x1Bc\033[m");
	buf_free(&b);
}

Test(tty, color_words)
{
	enum tty_color when = TTY_AUTO;

	cr_expect(tty_color_read("always", &when) && when == TTY_ALWAYS);
	cr_expect(tty_color_read("never", &when) && when == TTY_NEVER);
	cr_expect(tty_color_read("auto", &when) && when == TTY_AUTO);
	cr_expect_not(tty_color_read("", &when));
	cr_expect_not(tty_color_read("alway", &when));
}

static void
set(const char *name, const char *value)
{
	int rc = value ? setenv(name, value, 1) : unsetenv(name);

	cr_assert_eq(rc, 0);
}

Test(tty, color_wanted)
{
	static const struct {
		const char *why, *no_color, *term;
		enum tty_color when;
		bool terminal, want;
	} rows[] = {
		{ "a terminal", NULL, "xterm", TTY_AUTO, true, true },
		{ "no TERM", NULL, NULL, TTY_AUTO, true, true },
		{ "a file", NULL, "xterm", TTY_AUTO, false, false },
		{ "NO_COLOR", "1", "xterm", TTY_AUTO, true, false },
		{ "NO_COLOR empty", "", "xterm", TTY_AUTO, true, true },
		{ "dumb", NULL, "dumb", TTY_AUTO, true, false },
		{ "always beats all", "1", "dumb", TTY_ALWAYS, false, true },
		{ "never", NULL, "xterm", TTY_NEVER, true, false },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		set("NO_COLOR", rows[i].no_color);
		set("TERM", rows[i].term);
		cr_expect_eq(tty_color_wanted(rows[i].when, rows[i].terminal),
			rows[i].want, "%s", rows[i].why);
	}
}
