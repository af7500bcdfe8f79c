/* treatment.c - treatments by their names. */
#include "config.h"

#include "treatment.h"

static const struct {
	const char *name;
	struct treatment is;
} treatments[] = {
	{ "html", { .plain = PLAIN_HTML } },
	{ "pairs", { .plain = PLAIN_PAIRS } },
	{ "tab", { .plain = PLAIN_TAB } },
	{ "dmy", { .order = DATE_ORDER_DMY } },
	{ "mdy", { .order = DATE_ORDER_MDY } },
	{ "seconds", { .unit = DATE_UNIT_SECONDS } },
	{ "millis", { .unit = DATE_UNIT_MILLIS } },
	{ "utc", { .utc = true } },
};

#define N (sizeof(treatments) / sizeof(treatments[0]))

bool
treatment_add(struct treatment *t, struct text name)
{
	size_t i;

	for (i = 0; i < N; i++) {
		const struct treatment *is = &treatments[i].is;

		if (!text_is(name, treatments[i].name))
			continue;
		if (is->plain != PLAIN_AS_IS)
			t->plain = is->plain;
		if (is->order != DATE_ORDER_UNKNOWN)
			t->order = is->order;
		if (is->unit != DATE_UNIT_FOUND)
			t->unit = is->unit;
		t->utc = t->utc || is->utc;
		return true;
	}
	return false;
}

/* Does a treatment do what the one named does? */
static bool
does(const struct treatment *t, const struct treatment *is)
{
	return (is->plain != PLAIN_AS_IS && t->plain == is->plain) ||
		(is->order != DATE_ORDER_UNKNOWN && t->order == is->order) ||
		(is->unit != DATE_UNIT_FOUND && t->unit == is->unit) ||
		(is->utc && t->utc);
}

void
treatment_tell(struct buf *out, const struct treatment *t)
{
	bool any = false;
	size_t i;

	for (i = 0; i < N; i++) {
		if (!does(t, &treatments[i].is))
			continue;
		buf_addf(out, "%s%s", any ? ", " : " (", treatments[i].name);
		any = true;
	}
	if (any)
		buf_addc(out, ')');
}
