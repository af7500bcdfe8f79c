/* steps.c - the steps that make a canonical record. */
#include "config.h"

#include "csvout.h"
#include "steps.h"

/* Which kind of step makes a column. */
static int
kind_of(enum canon column)
{
	switch (column) {
	case CANON_DATE:
	case CANON_REPLY_DATE:
		return STEP_DATE;
	case CANON_TEXT:
		return STEP_TEXT;
	case CANON_REPLY_TEXT:
		return STEP_REPLY;
	case CANON_SOURCE:
		return STEP_SOURCE;
	case CANON_BRAND:
		return STEP_BRAND;
	case CANON_DIRECTION:
		return STEP_DIRECTION;
	case CANON_RATING:
		return STEP_RATING;
	case CANON_FOLLOWERS:
	case CANON_LIKES:
	case CANON_SHARES:
	case CANON_REPLIES:
		return STEP_COUNT;
	case CANON_ID:
	case CANON_AUTHOR:
	case CANON_REPLY_TO:
	case CANON_THREAD:
	case CANON_LANG:
	case CANON_PLACE:
	case CANON_URL:
	case CANON_TITLE:
	case CANON_LEAD:
	case CANON_TIME:
	case CANON_PARTS:
		break;
	}
	return STEP_COPY;
}

/*
 * The column of the export that makes a canonical one all by itself, as it
 * stands, or COLUMN_NONE.
 */
static size_t
only_column(const struct mapping *m, const struct step *s)
{
	if (s->part->n != 1 || s->part->fields[0].how.plain != PLAIN_AS_IS ||
		s->part->constant != NULL ||
		(s->kind == STEP_TEXT &&
			m->parts[CANON_TITLE].n + m->parts[CANON_LEAD].n > 0))
		return COLUMN_NONE;
	return s->part->fields[0].column;
}

/* Does nothing in the records matter for a column? */
static bool
is_constant(const struct mapping *m, const struct steps_given *given,
	const struct step *s)
{
	switch (s->kind) {
	case STEP_TEXT:
		return s->part->n + m->parts[CANON_TITLE].n +
			m->parts[CANON_LEAD].n ==
			0;
	case STEP_BRAND:
		return s->part->n == 0 && !given->brands;
	case STEP_DIRECTION:
		return s->part->n == 0 && !given->own;
	case STEP_END:
	case STEP_DATE:
	case STEP_REPLY:
	case STEP_SOURCE:
	case STEP_RATING:
	case STEP_COUNT:
	case STEP_COPY:
		break;
	}
	return s->part->n == 0;
}

static struct text
constant_of(const char *set, const struct mapping_part *part)
{
	if (set == NULL)
		set = part->constant;
	return text_of(set ? set : "");
}

void
steps_plan(struct steps *s, const struct mapping *m,
	const struct steps_given *given)
{
	struct csvout csv = { .buf = &s->constants };
	struct step *step = s->list;
	size_t at = 0, i;

	buf_clear(&s->constants);
	for (i = 0; i < CANON_N; i++) {
		step->part = &m->parts[i];
		step->kind = kind_of((enum canon)i);
		if (given->set[i] != NULL || is_constant(m, given, step)) {
			csvout_text(
				&csv, constant_of(given->set[i], step->part));
			continue;
		}
		csvout_open(&csv);
		step->canon = (enum canon)i;
		step->column = only_column(m, step);
		step->at = at;
		step->len = s->constants.len - at;
		at = s->constants.len;
		step++;
	}
	*step = (struct step){
		.kind = STEP_END, .at = at, .len = s->constants.len - at
	};
	buf_reserve(&s->constants, STEPS_ROOM);
}
