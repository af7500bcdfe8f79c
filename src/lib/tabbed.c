/* tabbed.c - terms, numbers and categories with TABs between. */
#include "config.h"

#include <strings.h>

#include "list.h"
#include "number.h"
#include "tabbed.h"

/* Takes a line that is not empty. */
typedef void take_line(struct carry *c, size_t number, struct text line);

static enum rc
each_line(struct carry *c, struct textfile *f, take_line *take, struct err *err)
{
	struct text line;
	enum rc rc;

	while ((rc = textfile_line(f, &line, err)) == CLAMOR_OK) {
		line = text_trimmed(line);
		if (line.len > 0)
			take(c, f->line, line);
	}
	return rc == CLAMOR_END ? CLAMOR_OK : rc;
}

/* The next cell of a line, blanks off; false behind the last. */
static bool
next_cell(struct text *line, struct text *cell)
{
	if (!list_next(line, '\t', cell))
		return false;
	*cell = text_trimmed(*cell);
	return true;
}

static bool
is_flag(struct text cell)
{
	return text_is(cell, "0") || text_is(cell, "1");
}

/* The term and the number behind it; what follows stays in line. */
static bool
take_scored(struct carry *c, struct carry_row *row, struct text *line)
{
	struct text score = { "", 0 };
	int64_t milli = 0;

	(void)next_cell(line, &row->term);
	(void)next_cell(line, &score);
	row->weighs = number_typed_milli(score, &milli);
	row->weight = (int32_t)milli;
	if (!row->weighs)
		carry_leave(c, row->line, "'%.*s': no number behind a TAB",
			carry_shown(row->term), row->term.p);
	return row->weighs;
}

/* SentiStrength. */

static void
take_emotion(struct carry *c, size_t number, struct text line)
{
	struct carry_row row = { .line = number, .stars = true };

	if (!take_scored(c, &row, &line))
		return;
	if (row.weight == 1000 || row.weight == -1000) /* not positive, not
							   negative */
		row.weight = 0;
	carry_add(c, &row);
}

static void
take_emoticon(struct carry *c, size_t number, struct text line)
{
	struct carry_row row = { .line = number };

	if (take_scored(c, &row, &line))
		carry_add(c, &row);
}

/* What a booster adds to a word becomes a factor. */
static void
take_booster(struct carry *c, size_t number, struct text line)
{
	struct carry_row row = { .line = number, .stars = true };
	int32_t by;

	if (!take_scored(c, &row, &line))
		return;
	by = row.weight;
	row.weighs = false;
	row.role = text_of(by < 0 ? "diminisher" : "intensifier");
	/* one more of five: half as much again; one less: half of it */
	if (by < 0)
		row.strength = by <= -2000 ? 250 : 1000 + by / 2;
	else
		row.strength = by >= 8000 ? CARRY_WEIGHT_MAX : 1000 + by / 2;
	carry_add(c, &row);
}

static void
take_negator(struct carry *c, size_t number, struct text line)
{
	struct carry_row row = {
		.line = number, .stars = true, .role = text_of("negator")
	};

	(void)next_cell(&line, &row.term);
	carry_add(c, &row);
}

static void
take_slang(struct carry *c, size_t number, struct text line)
{
	struct carry_row row = { .line = number, .role = text_of("slang") };

	(void)next_cell(&line, &row.term);
	if (next_cell(&line, &row.to) && row.to.len > 0)
		carry_add(c, &row);
	else
		carry_leave(c, number, "'%.*s': no meaning behind a TAB",
			carry_shown(row.term), row.term.p);
}

enum rc
tabbed_sentistrength(struct carry *c, struct textfile *f, struct err *err)
{
	static const struct {
		const char *name; /* of the file begins so */
		take_line *take;
	} files[] = { { "Booster", take_booster }, { "Negating", take_negator },
		{ "Emoticon", take_emoticon }, { "Slang", take_slang } };
	const char *name = strrchr(textfile_name(f), '/');
	size_t i;

	name = name != NULL ? name + 1 : textfile_name(f);
	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		if (strncasecmp(name, files[i].name, strlen(files[i].name)) ==
			0)
			return each_line(c, f, files[i].take, err);
	return each_line(c, f, take_emotion, err);
}

/* VADER, AFINN. */

enum rc
tabbed_vader(struct carry *c, struct textfile *f, struct err *err)
{
	return each_line(c, f, take_emoticon, err);
}

enum rc
tabbed_afinn(struct carry *c, struct textfile *f, struct err *err)
{
	return each_line(c, f, take_emoticon, err);
}

/* NRC EmoLex. */

static void
take_association(struct carry *c, size_t number, struct text line)
{
	struct carry_row row = { .line = number };
	struct text flag = { "", 0 };

	(void)next_cell(&line, &row.term);
	if (!next_cell(&line, &row.category) || !next_cell(&line, &flag) ||
		!is_flag(flag))
		carry_leave(c, number,
			"'%.*s': no category and 0 or 1 behind TABs",
			carry_shown(row.term), row.term.p);
	else if (text_is(flag, "1"))
		carry_add(c, &row);
}

/* The form with a column for each category: the words stand in the last column
 * that holds no 0 or 1, for there are translations behind the English ones. */
struct wide {
	struct buf names; /* of the columns */
	size_t words;     /* the column of the words; 0: not known yet */
};

static void
find_words(struct wide *w, struct text line)
{
	struct text cell;
	size_t i;

	for (i = 1; next_cell(&line, &cell); i++)
		if (cell.len > 0 && !is_flag(cell))
			w->words = i;
}

static void
take_associations(
	struct carry *c, struct wide *w, size_t number, struct text line)
{
	struct carry_row row = { .line = number };
	struct text names = buf_text(&w->names), rest = line, cell;
	size_t i;

	if (w->words == 0)
		find_words(w, line);
	for (i = 1; next_cell(&rest, &cell); i++)
		if (i == w->words && !is_flag(cell))
			row.term = cell;
	if (row.term.len == 0) {
		carry_leave(c, number, "no word in column %zu", w->words);
		return;
	}
	while (next_cell(&line, &cell) && next_cell(&names, &row.category))
		if (text_is(cell, "1"))
			carry_add(c, &row);
}

static size_t
count_cells(struct text line)
{
	struct text cell;
	size_t n = 0;

	while (next_cell(&line, &cell))
		n++;
	return n;
}

enum rc
tabbed_emolex(struct carry *c, struct textfile *f, struct err *err)
{
	struct wide w = { 0 };
	struct text line;
	bool first = true;
	enum rc rc;

	while ((rc = textfile_line(f, &line, err)) == CLAMOR_OK) {
		if (text_trimmed(line).len == 0)
			continue;
		if (first && count_cells(line) > 3)
			buf_addt(&w.names, line);
		else if (w.names.len > 0)
			take_associations(c, &w, f->line, line);
		else
			take_association(c, f->line, text_trimmed(line));
		first = false;
	}
	buf_free(&w.names);
	return rc == CLAMOR_END ? CLAMOR_OK : rc;
}
