/* trial.c - expressions on texts of their own letters. */
#include "config.h"

#include "regex.h"
#include "trial.h"

#define TEXT_LEN 250    /* bytes of a text: a post, where squares do no harm */
#define UNIT_MAX 16     /* of what is repeated in it */
#define TOLD_MAX 20     /* each costs some milliseconds to find */
#define TRIED_MAX 10000 /* of a hostile file */

/* The letters and digits of an expression, escapes and doubles left out. */
static void
add_letters(struct buf *out, struct text pattern)
{
	size_t i;

	buf_clear(out);
	for (i = 0; i < pattern.len && out->len < UNIT_MAX; i++) {
		char c = pattern.p[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');

		if (c == '\\')
			i++;
		else if (plain &&
			(out->len == 0 || memchr(out->p, c, out->len) == NULL))
			buf_addc(out, c);
	}
}

/* What is tried with an expression. */
struct trial {
	struct regex *r;
	struct buf letters; /* of the expression */
	struct buf unit, text;
};

/*
 * Is it stopped on the unit, repeated, and an end in which its letters stand,
 * for PCRE2 looks for the last of them first, but never side by side?
 */
static bool
explodes_on(struct trial *t, const char *unit, size_t len, const char *behind)
{
	size_t start, end = 0, i;
	enum rc rc;

	buf_clear(&t->unit);
	buf_add(&t->unit, unit, len);
	buf_adds(&t->unit, behind);
	buf_clear(&t->text);
	while (t->text.len + t->unit.len < TEXT_LEN)
		buf_addt(&t->text, buf_text(&t->unit));
	for (i = 0; i < t->letters.len; i++) {
		buf_addc(&t->text, '!');
		buf_addc(&t->text, t->letters.p[i]);
	}
	buf_addc(&t->text, '!');
	do
		rc = regex_next(t->r, buf_text(&t->text), end, &start, &end);
	while (rc == CLAMOR_OK);
	return rc == CLAMOR_ELIMIT;
}

/* Does it explode on anything? Then t->unit is what was repeated. */
static bool
explodes(struct trial *t)
{
	const char *own = t->letters.p;
	size_t n = t->letters.len, two = n < 2 ? n : 2;

	if (n > 0 &&
		(explodes_on(t, own, n, "") || explodes_on(t, own, n, " ") ||
			explodes_on(t, own, 1, "") ||
			explodes_on(t, own, 1, " ") ||
			explodes_on(t, own, two, "") ||
			explodes_on(t, own, two, " ")))
		return true;
	return explodes_on(t, "ab", 2, "") || explodes_on(t, "ab", 2, " ") ||
		explodes_on(t, "1", 1, "") || explodes_on(t, "1", 1, " ");
}

void
trial_expressions(const struct findings *f)
{
	struct trial t = { 0 };
	size_t told = 0, tried = 0, i;

	for (i = 0; i < lexicon_nforms(f->lex) && told < TOLD_MAX; i++) {
		const struct lexicon_form *form = lexicon_form(f->lex, i);
		struct text cell, pattern;
		struct err err = { 0 };

		if (!form->is_regex || tried++ >= TRIED_MAX)
			continue;
		cell = lexicon_expression(f->lex, form)->cell;
		pattern = text_inside(cell);
		if (regex_new(&t.r, pattern, &err) != CLAMOR_OK)
			continue; /* said when it was read */
		add_letters(&t.letters, pattern);
		if (explodes(&t)) {
			finding_tell(f, lexicon_entry(f->lex, form->entry),
				"term",
				"let nothing that repeats stand inside "
				"something that repeats, or begin like what "
				"follows it",
				"'%.*s' explodes: it is stopped on '%s%s%s…'",
				(int)cell.len, cell.p, buf_cstr(&t.unit),
				t.unit.p, t.unit.p);
			told++;
		}
		regex_free(t.r);
	}
	buf_free(&t.letters);
	buf_free(&t.unit);
	buf_free(&t.text);
}
