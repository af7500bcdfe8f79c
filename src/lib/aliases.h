/*
 * aliases.h - the names that exports give their columns, as data.
 *
 * A CSV table `column,alias,note`, in which for each column the earlier line
 * is preferred. Names are compared blind to case, accents, dashes,
 * underscores and blanks. Besides canonical columns the first field may be
 *
 *   title, time   parts that go into text and date
 *   source=NAME   the alias is a tell-tale: who has it comes from NAME
 *   comment       a tell-tale: the records are comments, a title above them
 *                 is not their author's
 *   html, pairs, tab   the texts of this column are written so (plain.h)
 *   spanish       a word that shows that the headers are Spanish
 *   text word, date word, other word
 *                 words of names: where no alias is there for the text (the
 *                 date), it is the one column that has a text word (a date
 *                 word) and none of the others
 *
 * and an alias "A + B" is the column A of an export that has B too.
 */
#ifndef CLAMOR_ALIASES_H
#define CLAMOR_ALIASES_H

#include <stdbool.h>
#include <stddef.h>

#include "canon.h"
#include "plain.h"

enum alias_role {
	ALIAS_COLUMN,  /* alias of the column or part in canon */
	ALIAS_SOURCE,  /* tell-tale of the source in value */
	ALIAS_COMMENT, /* tell-tale of comments */
	ALIAS_PLAIN,   /* a column that needs the treatment in how */
	ALIAS_SPANISH, /* a word, as those that follow */
	ALIAS_TEXT_WORD,
	ALIAS_DATE_WORD,
	ALIAS_OTHER_WORD,
};

struct alias {
	enum alias_role role;
	enum canon canon; /* ALIAS_SOURCE: CANON_SOURCE */
	enum plain how;
	char *value; /* the source, or NULL */
	char *name;  /* folded */
	char *with;  /* folded name of a column that must be there, or NULL */
};

struct aliases {
	struct alias *list; /* as in the file: the preferred first */
	size_t n, cap;
};

/**
 * Load a table of aliases.
 *
 * Returns CLAMOR_OK with *a to be freed by aliases_free; CLAMOR_ENOTFOUND or
 * CLAMOR_EIO when the file cannot be read; CLAMOR_EINVAL with the line of a
 * record that is no alias.
 */
CLAMOR_NODISCARD enum rc aliases_load(
	struct aliases **a, const char *path, struct err *err);
void aliases_free(struct aliases *a);

/**
 * Has a column's name a word of this role? Words end at blanks, dots, dashes,
 * underscores and before a capital behind a small letter.
 */
bool aliases_have_word(
	const struct aliases *a, enum alias_role role, const char *name);

#endif
