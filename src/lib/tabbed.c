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

/* A number, with a plus sign or not. */
static bool
read_weight(struct text cell, int32_t *milli)
{
	int64_t v;

	if (cell.len > 1 && cell.p[0] == '+' && cell.p[1] != '-')
		cell = (struct text){ cell.p + 1, cell.len - 1 };
	if (!number_milli(cell, &v))
		return false;
	*milli = (int32_t)v;
	return true;
}

/* The term and the number behind it; what follows stays in line. */
static bool
take_scored(struct carry *c, struct carry_row *row, struct text *line)
{
	struct text score = { "", 0 };

	(void)next_cell(line, &row->term);
	(void)next_cell(line, &score);
	row->weighs = read_weight(score, &row->weight);
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

	if (take_scored(c, &row, &line))
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
		(!text_is(flag, "0") && !text_is(flag, "1")))
		carry_leave(c, number,
			"'%.*s': no category and 0 or 1 behind TABs",
			carry_shown(row.term), row.term.p);
	else if (text_is(flag, "1"))
		carry_add(c, &row);
}

enum rc
tabbed_emolex(struct carry *c, struct textfile *f, struct err *err)
{
	return each_line(c, f, take_association, err);
}
