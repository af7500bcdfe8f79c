/*
 * labelled.h - posts with what people say of them, for the commands that learn
 * from posts: CSV with a text and a label in each row.
 */
#ifndef CLAMOR_LABELLED_H
#define CLAMOR_LABELLED_H

#include "command.h"
#include "intake.h"
#include "tuning.h"

struct labelled_post {
	struct text text; /* borrowed until the next one */
	enum label label;
	bool rated; /* it carries a rating */
};

struct labelled; /* opaque */

/**
 * Open the operands; none: standard input.
 *
 * @files  the operands, NULL behind the last
 * @need   end the program if there is no column of labels; otherwise all
 *         labels are LABEL_NONE then
 *
 * Ends the program with status 2 if nothing can be read.
 */
struct labelled *labelled_open(
	const struct opts *o, char *const *files, bool need);

/** Is there a column of labels? */
bool labelled_has_labels(const struct labelled *l);

/** The next post, but for the company's own (direction out); false at the
 * end. */
bool labelled_next(struct labelled *l, struct labelled_post *post);

/** Close; @out is for --stats: rows that were made use of. */
void labelled_close(struct labelled *l, uint64_t out);

/** Their options, taken by labelled_set, and the lines of --help that are
 * theirs alone. */
/* clang-format off */
#define LABELLED_OPTIONS                                                       \
	{ "text", required_argument, NULL, OPT_TEXT },                         \
	{ "true", required_argument, NULL, OPT_TRUE },                         \
	{ "against", required_argument, NULL, OPT_AGAINST },                   \
	{ "for", required_argument, NULL, OPT_FOR },                           \
	{ "lexicon", required_argument, NULL, 'f' },                           \
	{ "no-defaults", no_argument, NULL, OPT_NO_DEFAULTS },                 \
	CLI_OPTIONS_INPUT
/* clang-format on */
#define LABELLED_HELP                                                               \
	"      --text COLUMN        the posts (default text)\n"                     \
	"      --true COLUMN        the labels (default label, else kind)\n"        \
	"      --against A,B,...    labels of complaints (default neg,complaint)\n" \
	"      --for A,B,...        labels of praise (default pos,praise)\n"

/** Take one of these options. */
void labelled_set(struct opts *o, int opt);

#endif
